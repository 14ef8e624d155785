"""The console's pages of approval by telephone: who answers, with whose secret, and what the audit trail keeps."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from billing_server.console.visits import NOT_ALLOWED
from billing_server.store import approval_secrets, notes, roster_upkeep
from billing_server.store.roster_upkeep import PersonKept
from counter_app.wire.bodies import OverrideGranted
from counter_app.wire.check_code import spaced_code
from counter_app.wire.exchange import Fate
from counter_app.wire.telephone import answer_to
from tests.billing_server.players import DAY

if TYPE_CHECKING:
    from tests.billing_server.console.visitors import HeadOffice, Visitor

HEARD = {"counter_id": "c07", "acts": "63 52", "amount": "1,250.50", "challenge": "xztb-m0m0"}
ASHA = PersonKept("s201", "Asha Verma", "आशा वर्मा", "supervisor", "hash", date(2026, 1, 1))


def keep(head_office: HeadOffice, kept: PersonKept = ASHA) -> None:
    roster_upkeep.keep_person(
        head_office.centre.database, kept, "office", "posted here", head_office.centre.now_us
    )


def named(head_office: HeadOffice, console_id: str = "supervisor") -> Visitor:
    """The supervisor of the console, who answers as s201 of the roster."""
    keep(head_office)
    head_office.centre.database.write(lambda c: approval_secrets.link(c, "s201", console_id))
    return head_office.visitor("supervisor")


def the_answer(head_office: HeadOffice) -> str:
    key = head_office.centre.database.read(lambda c: approval_secrets.key_for(c, "s201", "C07"))
    return spaced_code(answer_to(key, "C07", "52 63", 125_050, "XZTBM0M0"))


def test_the_own_secret_answers_and_the_trail_keeps_what_was_heard(
    head_office: HeadOffice,
) -> None:
    visitor = named(head_office)
    assert "What the cashier reads out" in visitor.get("/telephone").text
    told = visitor.post("/telephone", **HEARD)
    assert told.status == 200
    assert the_answer(head_office) in told.text
    assert "Too many parts in a month" in told.text
    assert "₹\u00a01,250.50" in told.text or "1,250.50" in told.text
    assert head_office.deeds("answered_by_telephone") == [
        ("supervisor", "answered_by_telephone", "s201 C07", "C07 · 52 63 · 1,250.50 · XZTBM0M0")
    ]


def test_who_is_not_named_cannot_answer(head_office: HeadOffice) -> None:
    keep(head_office)
    visitor = head_office.visitor("supervisor")
    assert "You are not named" in visitor.get("/telephone").text
    visitor.get("/own-password")
    refused = visitor.post("/telephone", **HEARD)
    assert "You are not named" in refused.text
    assert "You are not named" in visitor.post("/telephone/secret").text
    assert head_office.deeds("answered_by_telephone") == []


@pytest.mark.parametrize("role", ["admin", "accountant", "viewer"])
def test_only_supervisors_answer(head_office: HeadOffice, role: str) -> None:
    named(head_office, role)
    visitor = head_office.visitor(role)
    assert NOT_ALLOWED in visitor.get("/telephone").text
    visitor.get("/own-password")
    assert visitor.post("/telephone", **HEARD).status == 403


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("counter_id", "C 7", "that is no counter"),
        ("acts", "99", "these are no act numbers"),
        ("amount", "much", "that is no sum in rupees"),
        ("challenge", "xztb-m0m1", "the challenge was misheard"),
        ("challenge", "", "Something is missing"),
    ],
)
def test_what_was_misheard_is_told_and_what_was_typed_stays(
    head_office: HeadOffice, field: str, typed: str, told: str
) -> None:
    visitor = named(head_office)
    visitor.get("/telephone")
    refused = visitor.post("/telephone", **{**HEARD, field: typed})
    assert told in refused.text
    assert refused.text.count(HEARD["counter_id" if field != "counter_id" else "acts"]) >= 1
    assert head_office.deeds("answered_by_telephone") == []


def test_an_act_without_a_sum_is_answered_too(head_office: HeadOffice) -> None:
    visitor = named(head_office)
    visitor.get("/telephone")
    assert visitor.post("/telephone", **{**HEARD, "amount": "0"}).status == 200


def test_who_ended_on_the_roster_answers_no_more(head_office: HeadOffice) -> None:
    visitor = named(head_office)
    roster_upkeep.end_person(
        head_office.centre.database,
        "s201",
        date(2026, 1, 2),
        "office",
        "left",
        head_office.centre.now_us,
    )
    visitor.get("/telephone")
    assert "works at no counter today" in visitor.post("/telephone", **HEARD).text


def test_a_secret_is_shown_once_to_its_owner_and_ends_the_one_before(
    head_office: HeadOffice,
) -> None:
    visitor = named(head_office)
    before = the_answer(head_office)
    visitor.get("/telephone")
    shown = visitor.post("/telephone/secret")
    assert re.search(r">([0-9A-Z]{4} ){13}[0-9A-Z]{4}<", shown.text)
    assert shown.headers["cache-control"] == "no-store"
    assert the_answer(head_office) != before
    assert head_office.deeds("made_secret") == [("supervisor", "made_secret", "s201", "")]
    assert not re.search(r">([0-9A-Z]{4} ){13}", visitor.get("/telephone").text)


def test_who_keeps_the_roster_says_who_answers_as_whom(head_office: HeadOffice) -> None:
    keep(head_office)
    admin = head_office.visitor("admin")
    assert "s201" in admin.get("/telephone/approvers").text
    done = admin.post(
        "/telephone/approvers", cashier_id="s201", console_id="Supervisor", reason="her own name"
    )
    assert "It is noted who answers as s201" in admin.follow(done).text
    assert "What the cashier reads out" in head_office.visitor("supervisor").get("/telephone").text
    nobody = {"cashier_id": "s201", "console_id": "nobody.here", "reason": "x"}
    assert "There is no such person" in admin.post("/telephone/approvers", **nobody).text
    stranger = {"cashier_id": "s999", "console_id": "supervisor", "reason": "x"}
    refused = admin.post("/telephone/approvers", **stranger).text
    assert "s999 does not approve by telephone" in refused
    admin.post("/telephone/approvers", cashier_id="s201", console_id="", reason="moved away")
    assert {deed[2:] for deed in head_office.deeds("named_approver")} == {
        ("s201 supervisor", "her own name"),
        ("s201", "moved away"),
    }


def test_a_lost_phone_is_ended_without_showing_the_new_secret(head_office: HeadOffice) -> None:
    named(head_office)
    before = the_answer(head_office)
    admin = head_office.visitor("admin")
    admin.get("/telephone/approvers")
    done = admin.follow(
        admin.post("/telephone/approvers/renew", cashier_id="s201", reason="phone lost")
    )
    assert "The secret of s201 is a new one" in done.text
    assert not re.search(r"([0-9A-Z]{4} ){13}", done.text)
    assert the_answer(head_office) != before


def test_pages_speak_hindi(head_office: HeadOffice) -> None:
    visitor = named(head_office)
    visitor.get("/telephone")
    visitor.post("/language", language="hi", here="/telephone")
    assert "कैशियर जो पढ़कर सुनाए" in visitor.get("/telephone").text
    assert "माह में अधिक आंशिक भुगतान" in visitor.post("/telephone", **HEARD).text


def test_the_phones_page_is_for_anybody_and_names_every_act(head_office: HeadOffice) -> None:
    page = head_office.visitor().get("/phone/")
    assert page.status == 200
    assert page.text.count("data-number=") == 19
    assert "रसीद निरस्त करना" in page.text
    assert "{acts}" not in page.text


def test_the_approver_sees_what_counters_told_in_that_name(head_office: HeadOffice) -> None:
    visitor = named(head_office)
    assert "None yet." in visitor.get("/telephone").text
    counter = head_office.centre.counter()
    counter.tell(
        an_approval("s201", "XZTBM0M0", "paid for the wrong account"),
        an_approval("s202", "YZTBM0M0", "of somebody else"),
        an_approval("s201", "", "given at the counter"),
    )
    assert head_office.centre.fates(counter) == [Fate.NOTED] * 3
    page = visitor.get("/telephone").text
    assert "XZTBM0M0" in page
    assert "paid for the wrong account" in page
    assert "1,250.50" in page
    assert "of somebody else" not in page
    assert "given at the counter" not in page
    lines = head_office.centre.database.read(notes.words_given)
    assert lines[0].endswith("reversal (paid for the wrong account) by telephone XZTB-M0M0")
    assert lines[2].endswith("reversal (given at the counter)")


def an_approval(supervisor_id: str, challenge: str, reason: str) -> OverrideGranted:
    return OverrideGranted(
        word_id=f"W{reason}",
        supervisor_id=supervisor_id,
        cashier_id="c101",
        shift_id="",
        business_date=DAY,
        codes=("reversal",),
        reason=reason,
        group_id="C07A-000012",
        challenge=challenge,
        amount_paise=1_250_50,
    )
