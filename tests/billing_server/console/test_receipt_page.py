"""The public's receipt check in the console: no session, plain words, and never a whole number or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.app import build_app
from billing_server.centre import Centre
from billing_server.console.settings import ConsoleMode, ConsoleSettings
from billing_server.settings import ServerSettings
from billing_server.store import bank_desk
from counter_app.wire.check_code import check_code, spaced_code
from tests.billing_server.centres import A, B
from tests.billing_server.console.visitors import Visitor
from tests.billing_server.game_players import TODAY
from tests.billing_server.players import cash, cheque, cheque_identity, paid_by, reversal

if TYPE_CHECKING:
    from counter_app.wire.bodies import PaymentTaken
    from tests.billing_server.console.visitors import HeadOffice


def code_of(head_office: HeadOffice, paid: PaymentTaken) -> str:
    counter = head_office.centre.counter()
    head_office.centre.told(counter, paid)
    return spaced_code(check_code(counter.sealed[-1].hash))


def test_anybody_sees_that_a_receipt_is_genuine_and_no_more(head_office: HeadOffice) -> None:
    code = code_of(head_office, paid_by(A, cash(70_00)))
    reply = head_office.visitor().get(f"/receipt?code={code.lower()}&language=en")
    for told in ("Yes, this receipt is genuine.", "₹\u00a070.00", "18-11-2026", "XXXXXX0001"):
        assert told in reply.text
    for secret in (A, "Ram Prasad", "Kakadeo"):
        assert secret not in reply.text
    assert (
        "हाँ, यह रसीद असली है" in head_office.visitor().get(f"/receipt?code={code}&language=hi").text
    )
    assert "default-src 'none'" in reply.headers["content-security-policy"]


def test_a_code_nobody_told_says_what_to_do(head_office: HeadOffice) -> None:
    visitor = head_office.visitor()
    assert visitor.get("/receipt").status == 200
    assert "No receipt with this code is known." in visitor.get("/receipt?code=00000000").text
    wrong = visitor.get("/receipt?code=123")
    assert (wrong.status, "That is no check code" in wrong.text) == (400, True)
    assert visitor.get("/receipt?code=00000000&receipt_no=" + "9" * 201).status == 400


def test_money_that_came_back_is_said(head_office: HeadOffice) -> None:
    code = code_of(head_office, paid_by(B, cheque("100001", 60_00), cash(10_00)))
    seen = bank_desk.SeenReturned(cheque_identity("100001"), TODAY, "no funds", 0, "desk")
    bank_desk.return_instrument(head_office.centre.database, seen, head_office.centre.now_us)
    page = head_office.visitor().get(f"/receipt?code={code}").text
    assert "₹\u00a060.00 of it came back from the bank since." in page


def test_a_payment_that_was_reversed_is_said_to_be_so(head_office: HeadOffice) -> None:
    counter, paid = head_office.centre.counter(), paid_by(A, cash(70_00))
    head_office.centre.told(counter, paid)
    code = check_code(counter.sealed[-1].hash)
    head_office.centre.told(counter, reversal(paid, "given_back"))
    page = head_office.visitor().get(f"/receipt?code={code}").text
    assert "This payment was reversed since: it does not stand." in page
    assert "came back from the bank" not in page


def test_the_page_leads_to_the_square_code_where_there_is_such_a_page(
    head_office: HeadOffice,
) -> None:
    assert 'href="/check/"' in head_office.visitor().get("/receipt").text
    centre = head_office.centre
    only = ConsoleSettings(ConsoleMode.ONLY)
    for settings, address in (
        (ServerSettings(console=only), None),
        (ServerSettings(console=only, public_check_url="https://x.example/check/#"), "https://x"),
    ):
        served = Centre(centre.database, centre.key, settings, lambda: centre.now_us)
        page = Visitor(build_app(served)).get("/receipt").text
        assert ("square code" in page) == (address is not None)
        assert (f'href="{address}' in page) == (address is not None)


def test_one_address_asks_a_few_times_a_minute(head_office: HeadOffice) -> None:
    centre = head_office.centre
    strict = ServerSettings(receipt_checks_per_minute=2)
    served = Centre(centre.database, centre.key, strict, lambda: centre.now_us)
    visitor = Visitor(build_app(served), "10.9.9.9")
    replies = [visitor.get("/receipt?code=00000000") for _ in range(3)]
    assert [one.status for one in replies] == [200, 200, 429]
    assert "Too many questions" in replies[-1].text
    assert int(replies[-1].headers["retry-after"]) > 0
    assert Visitor(build_app(served), "10.9.9.8").get("/receipt?code=00000000").status == 200
