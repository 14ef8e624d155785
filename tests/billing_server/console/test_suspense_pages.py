"""An accountant works the suspense list in the console: finds, books, takes back, and says what was paid twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.store import book_load, one_matter
from counter_app.wire.results import ResultKind
from tests.billing_server.centres import A, B, received_of_both
from tests.billing_server.players import cash, consumer, paid_by

if TYPE_CHECKING:
    from tests.billing_server.console.visitors import HeadOffice

STRANGER, ONE = "9999999999", "/suspense/C07/1/1"


@pytest.fixture
def waiting(head_office: HeadOffice) -> HeadOffice:
    """Money for a stranger at C07, and the same payment at two counters."""
    centre = head_office.centre
    centre.told(centre.counter("C07"), paid_by(STRANGER, cash(100_00)), paid_by(A, cash(70_00)))
    centre.told(centre.counter("C08"), paid_by(A, cash(70_00)))
    return head_office


def test_the_list_shows_what_waits_and_can_be_narrowed(waiting: HeadOffice) -> None:
    visitor = waiting.visitor("supervisor")
    page = visitor.get("/suspense").text
    assert (STRANGER in page, "C08/1/1" in page) == (True, True)
    for query in ("fate=POSSIBLE_DOUBLE", "counter=C08", f"text={A}"):
        page = visitor.get(f"/suspense?{query}").text
        assert (STRANGER in page, "C08/1/1" in page) == (False, True)
    assert "Nothing waits that fits." in visitor.get("/suspense?text=zzz").text


def test_a_message_shows_everything_its_counter_told(waiting: HeadOffice) -> None:
    page = waiting.visitor("supervisor").get(ONE).text
    assert "body.amount_paise" in page
    assert "₹\u00a0100.00" in page
    assert "18-11-2026 16:36:40" in page
    assert "Whose money is it?" not in page, "a supervisor only looks"


def test_a_consumer_is_found_by_number_and_by_name(waiting: HeadOffice) -> None:
    visitor = waiting.visitor("accountant")
    assert "The message names nobody known." in visitor.get(ONE).text
    for find in (A, "74120000", f"M{A}", "prasad", "9876543210"):
        assert f'value="{A}"' in visitor.get(f"{ONE}?find={find}").text
    for find in ("zzzzz", "ra", "000"):
        assert "Nobody fits." in visitor.get(f"{ONE}?find={find}").text


def test_money_is_booked_the_counter_told_and_the_deed_written_down(waiting: HeadOffice) -> None:
    visitor = waiting.visitor("accountant")
    visitor.get(f"{ONE}?find={B}")
    done = visitor.post(ONE, account_no=B, reason="the payer's slip")
    assert f"Booked to account {B}." in visitor.follow(done).text
    assert received_of_both(waiting.centre) == (70_00, 100_00)
    (result,) = waiting.centre.results("C07").results
    assert (result.kind, result.account_no) == (ResultKind.SUSPENSE_MATCHED, B)
    assert waiting.deeds("matched_suspense") == [
        ("accountant", "matched_suspense", f"C07/1/1 > {B}", "the payer's slip")
    ]


def test_a_match_is_taken_back_with_a_reason(waiting: HeadOffice) -> None:
    visitor = waiting.visitor("accountant")
    visitor.get(ONE)
    visitor.post(ONE, account_no=B, reason="the payer's slip")
    visitor.get(ONE)
    undone = visitor.post(f"{ONE}/undo", reason="another Prasad")
    page = visitor.follow(undone).text
    assert "The money waits again." in page
    assert "another Prasad" in page
    assert received_of_both(waiting.centre) == (70_00, 0)


def test_a_double_is_noted_to_be_paid_back(waiting: HeadOffice) -> None:
    visitor = waiting.visitor("accountant")
    visitor.get("/suspense/C08/1/1")
    done = visitor.post("/suspense/C08/1/1/double", reason="both slips seen")
    assert "to be paid back" in visitor.follow(done).text
    assert "both slips seen" in visitor.get("/suspense").text
    assert waiting.centre.refused("C08") == []


WRONG = (
    ({"reason": "why"}, "Choose whose money it is."),
    ({"account_no": B}, "Something is missing"),
    ({"account_no": "123", "reason": "why"}, "account 123 is not served here"),
    ({"account_no": "7412000003", "reason": "why"}, "has no open bill"),
)


def test_what_cannot_be_booked_is_said_and_nothing_is_written(waiting: HeadOffice) -> None:
    book_load.load_book(waiting.centre.database, [consumer("7412000003")], [])
    visitor = waiting.visitor("accountant")
    visitor.get(ONE)
    for typed, why in WRONG:
        reply = visitor.post(ONE, {}, **typed)
        assert (reply.status, why in reply.text) == (422, True), why
    assert waiting.deeds("matched_suspense") == []
    assert waiting.centre.results("C07").results == ()


def test_nobody_but_an_accountant_decides(waiting: HeadOffice) -> None:
    for name in ("admin", "supervisor", "viewer"):
        visitor = waiting.visitor(name)
        visitor.get("/")
        for path in (ONE, f"{ONE}/undo", "/suspense/C08/1/1/double"):
            assert visitor.post(path, account_no=B, reason="why").status == 403
    assert waiting.centre.results("C07").results == ()


def test_an_address_of_nothing_says_so(waiting: HeadOffice) -> None:
    visitor = waiting.visitor("accountant")
    for path in ("/suspense/C99/1/1", f"/suspense/C07/1/{10**20}"):
        assert visitor.get(path).status == 404
    visitor.get("/suspense")
    assert visitor.post("/suspense/C07/1/99999999999999999999/undo", reason="x").status == 404
    assert "tells no payment" in visitor.post("/suspense/C99/1/1/undo", reason="x").text


def test_what_nobody_could_read_is_shown_as_it_came(head_office: HeadOffice) -> None:
    counter = head_office.centre.counter()
    counter.tell_raw(b'{"kind":"rumour","parts":[1,null]}')
    counter.tell_raw(b"[" * 500 + b'"deep"' + b"]" * 500)
    head_office.centre.push(counter)
    visitor = head_office.visitor("accountant")
    assert visitor.get("/suspense").text.count("not readable") == 2
    page = visitor.get(ONE).text
    for told in ("rumour", "parts 1", "Not booked"):
        assert told in page
    assert "Whose money is it?" not in page
    assert "deep" in visitor.get("/suspense/C07/1/2").text
    endless = b"[" * 9_000 + b"]" * 9_000
    assert one_matter._told(endless) == (("", endless.decode()),)  # noqa: SLF001 - comes by no batch
