"""People of this counter: made for a while, ended, unlocked; and everybody's own PIN."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from counter_app.domain.approval import Approval, ApprovalCode
from counter_app.domain.errors import RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import ZERO
from counter_app.domain.shift import Role
from counter_app.use_cases.people_views import NewPerson, PersonState
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, NOW, PIN, SUPERVISOR_ID, TODAY, a_roster
from tests.use_cases.counter import Counter, an_open_counter, refusal_of

L301 = CashierId("L301")
NEW = NewPerson("L301", "Rakesh  Singh", "राकेश सिंह", TODAY + timedelta(days=7), "5823", "5823")


def made(counter: Counter, **changes: object) -> Counter:
    counter.make_local_person(replace(NEW, **changes), SUPERVISOR_ID, PIN)  # type: ignore[arg-type]  # of its own fields
    return counter


def kinds(counter: Counter) -> list[str]:
    """What was told since the shift was opened."""
    return [kind for _, kind in told(counter)]


def told(counter: Counter) -> list[tuple[bytes, str]]:
    return [(one.raw, str(one.message.body.__struct_config__.tag)) for one in counter.messages[1:]]


def state_of(counter: Counter, cashier_id: CashierId) -> PersonState:
    (found,) = [one for one in counter.list_people() if one.cashier_id == cashier_id]
    return found.state


def unlocking(
    cashier_id: CashierId = CASHIER_ID, approver_id: CashierId = SUPERVISOR_ID
) -> Approval:
    approval_id = Counter().ids.fresh()
    return Approval(
        approval_id, ApprovalCode.UNLOCK, approver_id, cashier_id, cashier_id, ZERO, "forgot"
    )


def test_a_temporary_cashier_signs_in_at_once_and_opens_a_shift() -> None:
    counter = made(an_open_counter())
    signed_in = counter.sign_in(L301, "5823")
    assert (signed_in.cashier.name_en, signed_in.cashier.role) == ("Rakesh Singh", Role.CASHIER)
    assert signed_in.cashier.is_local


def test_the_centre_is_told_who_was_made_by_whom_and_no_pin() -> None:
    counter = made(an_open_counter())
    ((body, kind),) = told(counter)
    assert kind == "person_made"
    for part in (b"L301", b"S201", b"2026-11-30"):
        assert part in body
    assert b"5823" not in body
    assert b"hash" not in body


def test_digits_of_any_script_are_read_alike() -> None:
    counter = made(an_open_counter(), number="l३०१", pin="५८२३", pin_again="5823")
    assert counter.sign_in(L301, "5823").cashier.cashier_id == L301


def test_the_last_day_counts_and_the_next_does_not() -> None:
    counter = made(an_open_counter())
    counter.clock.passes(timedelta(days=7))
    counter.sign_in(L301, "5823")
    counter.clock.passes(timedelta(days=1))
    assert refusal_of(lambda: counter.sign_in(L301, "5823")).code is RefusalCode.CASHIER_LEFT
    assert state_of(counter, L301) is PersonState.EXPIRED


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": "C102"}, RefusalCode.CASHIER_ID_WRONG),
        ({"number": ""}, RefusalCode.CASHIER_ID_WRONG),
        ({"number": "L1"}, RefusalCode.CASHIER_ID_WRONG),
        ({"number": "L3O1"}, RefusalCode.CASHIER_ID_WRONG),
        ({"name_en": "  "}, RefusalCode.NAME_MISSING),
        ({"name_en": "123"}, RefusalCode.NAME_MISSING),
        ({"name_en": "A" * 61}, RefusalCode.NAME_TOO_LONG),
        ({"name_hi": "अ" * 61}, RefusalCode.NAME_TOO_LONG),
        ({"name_hi": "4111 1111 1111 1111"}, RefusalCode.CARD_NUMBER_IN_TEXT),
        ({"valid_to": TODAY - timedelta(days=1)}, RefusalCode.VALID_TO_WRONG),
        ({"valid_to": TODAY + timedelta(days=31)}, RefusalCode.VALID_TO_WRONG),
        ({"pin": "582", "pin_again": "582"}, RefusalCode.PIN_TOO_SHORT),
        ({"pin": "", "pin_again": ""}, RefusalCode.PIN_TOO_SHORT),
        ({"pin": "kanpur1", "pin_again": "kanpur1"}, RefusalCode.PIN_TOO_SHORT),
        ({"pin": "58" * 33, "pin_again": ""}, RefusalCode.PIN_TOO_LONG),
        ({"pin_again": "5832"}, RefusalCode.PIN_NOT_REPEATED),
        ({"pin_again": ""}, RefusalCode.PIN_NOT_REPEATED),
    ],
)
def test_what_was_typed_wrong_is_said_and_nothing_is_written(
    changes: dict[str, object], code: RefusalCode
) -> None:
    counter = an_open_counter()
    before = counter.pages.copy()
    assert refusal_of(lambda: made(counter, **changes)).code is code
    assert counter.pages == before


@pytest.mark.parametrize(
    "pin",
    ["0000", "1111", "1234", "4321", "567890", "1212", "301301", "aaaaaaaa", "abcdefgh", "३३३३"],
)
def test_a_pin_that_is_tried_first_is_refused(pin: str) -> None:
    counter = an_open_counter()
    refusal = refusal_of(lambda: made(counter, number="L301301", pin=pin, pin_again=pin))
    assert refusal.code is RefusalCode.PIN_TOO_EASY


def test_a_pin_may_be_a_long_password() -> None:
    password = "कानपुर chai 2026"
    counter = made(an_open_counter(), pin=password, pin_again=password)
    counter.sign_in(L301, password)


@pytest.mark.parametrize("was_ended", [False, True])
def test_a_number_is_given_once(*, was_ended: bool) -> None:
    counter = made(an_open_counter())
    if was_ended:
        counter.end_local_person(L301, SUPERVISOR_ID, PIN)
    assert refusal_of(lambda: made(counter)).code is RefusalCode.CASHIER_ID_TAKEN


@pytest.mark.parametrize("by", [CASHIER_ID, ACCOUNTANT_ID])
def test_only_a_supervisor_makes_and_ends(by: CashierId) -> None:
    counter = made(an_open_counter())
    another = replace(NEW, number="L302")
    for act in (
        lambda: counter.make_local_person(another, by, PIN),
        lambda: counter.end_local_person(L301, by, PIN),
    ):
        assert refusal_of(act).code is RefusalCode.NOT_ALLOWED


def test_making_one_needs_the_supervisors_own_pin_again() -> None:
    counter = an_open_counter()
    refusal = refusal_of(lambda: counter.make_local_person(NEW, SUPERVISOR_ID, "9999"))
    assert refusal.code is RefusalCode.PIN_WRONG
    assert kinds(counter) == []


def test_who_is_ended_signs_in_no_more() -> None:
    counter = made(an_open_counter())
    counter.end_local_person(L301, SUPERVISOR_ID, PIN)
    assert kinds(counter) == ["person_made", "person_ended"]
    assert refusal_of(lambda: counter.sign_in(L301, "5823")).code is RefusalCode.CASHIER_LEFT
    again = refusal_of(lambda: counter.end_local_person(L301, SUPERVISOR_ID, PIN))
    assert again.code is RefusalCode.CASHIER_LEFT
    assert state_of(counter, L301) is PersonState.ENDED


def test_people_of_the_roster_are_ended_by_the_office_alone() -> None:
    counter = an_open_counter()
    refusal = refusal_of(lambda: counter.end_local_person(CASHIER_ID, SUPERVISOR_ID, PIN))
    assert refusal.code is RefusalCode.CASHIER_UNKNOWN


def test_the_list_shows_the_roster_and_those_made_here() -> None:
    counter = made(an_open_counter())
    seen = counter.list_people()
    assert [one.cashier_id for one in seen] == [
        *sorted(one.cashier_id for one in a_roster()),
        "L301",
    ]
    assert (seen[-1].valid_to, seen[-1].made_by) == (NEW.valid_to, SUPERVISOR_ID)
    assert {one.state for one in seen} == {PersonState.WORKING}


def test_whom_the_office_took_over_is_listed_once() -> None:
    counter = made(an_open_counter())
    taken_over = (*a_roster(), msgspec.structs.replace(a_roster()[0], cashier_id=L301))
    with counter.ledger.open_books() as books:
        books.enrolment.keep_roster(taken_over, NOW)
        books.commit()
    assert [one.is_local for one in counter.list_people() if one.cashier_id == L301] == [False]


def test_a_locked_person_is_shown_and_unlocked_by_a_second_person() -> None:
    counter = an_open_counter()
    for _ in range(6):
        refusal_of(lambda: counter.sign_in(CASHIER_ID, "0000"))
    (locked,) = [one for one in counter.list_people() if one.state is PersonState.LOCKED]
    assert (locked.cashier_id, locked.wrong_pins, locked.wait_seconds) == (CASHIER_ID, 5, 60)
    counter.unlock_person(CASHIER_ID, unlocking())
    assert kinds(counter) == ["override_granted"]
    counter.sign_in(CASHIER_ID, PIN)


@pytest.mark.parametrize(
    ("approval", "code"),
    [
        (None, RefusalCode.APPROVAL_NEEDED),
        (unlocking(ACCOUNTANT_ID), RefusalCode.APPROVAL_NOT_OF_THIS),
        (unlocking(approver_id=CASHIER_ID), RefusalCode.WORD_FROM_ONESELF),
        (unlocking(approver_id=ACCOUNTANT_ID), RefusalCode.NOT_ALLOWED),
    ],
)
def test_nobody_is_unlocked_without_a_second_person(
    approval: Approval | None, code: RefusalCode
) -> None:
    counter = an_open_counter()
    before = counter.pages.copy()
    assert refusal_of(lambda: counter.unlock_person(CASHIER_ID, approval)).code is code
    assert counter.pages == before


def test_everybody_sets_the_own_pin() -> None:
    counter = an_open_counter()
    counter.change_pin(ACCOUNTANT_ID, PIN, "८०२६", "8026")
    assert kinds(counter) == ["pin_set"]
    assert refusal_of(lambda: counter.sign_in(ACCOUNTANT_ID, PIN)).code is RefusalCode.PIN_WRONG
    counter.sign_in(ACCOUNTANT_ID, "8026")


def test_a_pin_of_the_office_ends_the_one_set_here() -> None:
    counter = an_open_counter()
    counter.change_pin(CASHIER_ID, PIN, "8026", "8026")
    with counter.ledger.open_books() as books:
        books.enrolment.keep_roster(a_roster("hash of 6402"), NOW)
        books.commit()
    counter.sign_in(CASHIER_ID, "6402")


@pytest.mark.parametrize(
    ("pin", "new", "code"),
    [
        ("9999", "8026", RefusalCode.PIN_WRONG),
        (PIN, PIN, RefusalCode.PIN_IS_THE_OLD),
        (PIN, "1234", RefusalCode.PIN_TOO_EASY),
    ],
)
def test_a_new_pin_that_will_not_do_changes_nothing(pin: str, new: str, code: RefusalCode) -> None:
    counter = an_open_counter()
    assert refusal_of(lambda: counter.change_pin(CASHIER_ID, pin, new, new)).code is code
    assert kinds(counter) == []
    counter.sign_in(CASHIER_ID, PIN)


def test_a_supervisor_who_left_approves_nothing() -> None:
    counter = an_open_counter()
    with counter.ledger.open_books() as books:
        books.enrolment.keep_roster(
            tuple(one for one in a_roster() if one.cashier_id != SUPERVISOR_ID), NOW
        )
        books.commit()
    refusal = refusal_of(
        lambda: counter.approve(
            ApprovalCode.UNLOCK, "C101", ZERO, SUPERVISOR_ID, PIN, "forgot", CASHIER_ID
        )
    )
    assert refusal.code is RefusalCode.CASHIER_LEFT
