"""People made here, own PINs, and tried PINs, in every ledger (ports ``PeopleBook`` and ``PinTryBook``)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.identity import CashierId
from counter_app.domain.shift import Role
from counter_app.use_cases.people_ports import WrongTries
from tests.agreements.books_at_hand import A_RULE
from tests.builders import CASHIER_ID, NOW, SUPERVISOR_ID, a_roster
from tests.local_db.people_written import LOCAL_ID, a_local_person, end, make, set_pin

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Books, Ledger
    from tests.local_db.year import Scribe


def pin_hash_of(books: Books, cashier_id: CashierId) -> str:
    found = books.enrolment.cashier(cashier_id)
    assert found is not None
    return found.pin_hash


def test_somebody_made_here_is_found_until_ended(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        made = make(books, scribe)
        assert books.enrolment.cashier(LOCAL_ID) == made.cashier
        assert books.people.local_people() == (made,)
        books.commit()
    with ledger.open_books() as books:
        end(books, scribe)
        assert books.enrolment.cashier(LOCAL_ID) is None
        assert books.people.local_people() == (replace(made, ended_at=NOW),)
        assert books.people.is_known(LOCAL_ID)
        books.commit()


def test_the_newest_of_those_made_here_comes_first(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        for number in ("T1", "T3", "T2"):
            make(books, scribe, a_local_person(CashierId(number)))
        made = [one.cashier.cashier_id for one in books.people.local_people()]
    assert made == ["T2", "T3", "T1"]


def test_the_roster_is_listed_by_number(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        people = books.people.roster()
        assert people == tuple(books.enrolment.cashier(one.cashier_id) for one in people)
    assert [one.cashier_id for one in people] == sorted(one.cashier_id for one in a_roster())


def test_a_number_is_known_for_ever(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        books.enrolment.keep_roster(
            tuple(one for one in a_roster() if one.cashier_id != CASHIER_ID), NOW
        )
        books.commit()
    with ledger.open_books() as books:
        assert books.enrolment.cashier(CASHIER_ID) is None
        assert books.people.is_known(CASHIER_ID)
        assert not books.people.is_known(CashierId("C999"))


@pytest.mark.parametrize("number", [CASHIER_ID, LOCAL_ID])
def test_a_number_is_given_once(ledger: Ledger, scribe: Scribe, number: CashierId) -> None:
    with ledger.open_books() as books:
        make(books, scribe)
        books.commit()
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
        make(books, scribe, a_local_person(number))


def test_nobody_but_a_cashier_is_made_here(ledger: Ledger, scribe: Scribe) -> None:
    one = a_local_person()
    one = replace(one, cashier=replace(one.cashier, role=Role.SUPERVISOR))
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
        make(books, scribe, one)


@pytest.mark.parametrize("number", [CASHIER_ID, LOCAL_ID])
def test_only_those_made_here_are_ended_and_once(
    ledger: Ledger, scribe: Scribe, number: CashierId
) -> None:
    with ledger.open_books() as books:
        make(books, scribe)
        end(books, scribe)
        books.commit()
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
        end(books, scribe, number)


def test_a_pin_set_here_holds_until_the_office_gives_another(
    ledger: Ledger, scribe: Scribe
) -> None:
    with ledger.open_books() as books:
        set_pin(books, scribe, "8026")
        set_pin(books, scribe, "9137")
        books.commit()
    with ledger.open_books() as books:
        assert pin_hash_of(books, CASHIER_ID) == "hash of 9137"
        assert "hash of 9137" in [one.pin_hash for one in books.people.roster()]
        books.enrolment.keep_roster(a_roster("hash of 6402"), NOW)
        assert pin_hash_of(books, CASHIER_ID) == "hash of 6402"


def test_somebody_made_here_may_set_a_pin(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        make(books, scribe)
        set_pin(books, scribe, "8026", LOCAL_ID)
        assert pin_hash_of(books, LOCAL_ID) == "hash of 8026"
        (made,) = books.people.local_people()
    assert made.cashier.pin_hash == "hash of 8026"


def test_nobody_unknown_sets_a_pin(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
        set_pin(books, scribe, "8026", CashierId("C999"))


def test_wrong_pins_are_counted_since_the_last_right_one(ledger: Ledger) -> None:
    later = NOW + timedelta(minutes=3)
    with ledger.open_books() as books:
        tries = books.pin_tries
        assert tries.wrong_tries(CASHIER_ID) == WrongTries(0, None)
        tries.note(CASHIER_ID, "sign_in", NOW, is_right=False)
        tries.note(SUPERVISOR_ID, "word", NOW, is_right=True)
        tries.note(CASHIER_ID, "word", later, is_right=False)
        books.commit()
    with ledger.open_books() as books:
        tries = books.pin_tries
        assert tries.wrong_tries(CASHIER_ID) == WrongTries(2, later)
        tries.note(CASHIER_ID, "sign_in", later, is_right=True)
        assert tries.wrong_tries(CASHIER_ID) == WrongTries(0, None)
        tries.note(CASHIER_ID, "sign_in", later, is_right=False)
        assert tries.wrong_tries(CASHIER_ID) == WrongTries(1, later)
