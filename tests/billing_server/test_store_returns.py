"""Instruments that come back, as counters tell it: on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import text

from billing_server.store import account_map, book_load, notes, suspense
from counter_app.domain.payment import Toward
from counter_app.wire.bodies import InstrumentMoved
from counter_app.wire.exchange import Fate
from counter_app.wire.told_parts import AllocationTold
from tests.billing_server.centres import (
    EACH_KIND,
    HOUR_US,
    A,
    B,
    centre_with_two_consumers,
    received_of_both,
)
from tests.billing_server.players import (
    DAY,
    NOW_US,
    bill,
    cash,
    cheque,
    cheque_identity,
    consumer,
    order,
    paid_by,
    returned,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre

CHEQUE = cheque_identity("123456")


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def test_a_return_takes_out_of_every_bill_what_the_cheque_had_paid(centre: PlayedCentre) -> None:
    counter = centre.counter()
    a, b = order(
        paid_by(A, cash(40_00), cheque("123456", 60_00, 260_00)),
        paid_by(B, cheque("123456", 200_00, 260_00)),
    )
    centre.told(counter, a, b)
    cursor = centre.cursor()
    (fate,) = centre.told(counter, returned(CHEQUE, (a, 60_00), (b, 200_00)))
    assert (fate.fate, fate.reference) == (Fate.POSTED, "C07/1/3")
    assert received_of_both(centre) == (40_00, 0)
    changed = {c.account_no for page in centre.pull("C08", cursor) for c in page.consumers}
    assert changed == {A, B}
    assert centre.refused("C07") == []


def test_a_payment_and_its_return_may_come_in_one_batch(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 60_00))
    again = paid_by(A, cash(1_000_00))
    fates = centre.told(counter, paid, returned(CHEQUE, (paid, 60_00)), again)
    assert [one.fate for one in fates] == [Fate.POSTED, Fate.POSTED, Fate.POSTED]
    assert received_of_both(centre) == (1_000_00, 0)


def test_the_last_allocations_are_undone_where_they_went(centre: PlayedCentre) -> None:
    older = bill(A, 200_00, bill_no="OLD", bill_date="2026-10-01")
    book_load.load_book(centre.database, [], [older, bill(A, 500_00, bill_no="NEW")])
    parts = (
        AllocationTold("OLD", 200_00),
        AllocationTold("NEW", 500_00),
        AllocationTold("", 50_00, Toward.ADVANCE),
    )
    paid = msgspec.structs.replace(
        paid_by(A, cash(150_00), cheque("123456", 600_00)), allocations=parts
    )
    counter = centre.counter()
    centre.told(counter, paid, returned(CHEQUE, (paid, 600_00)))
    assert centre.received(A) == {"OLD": 150_00, "NEW": 0}


def test_what_a_replaced_bill_had_received_is_owed_on_the_one_that_carries_it(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 300_00))
    centre.told(counter, paid)
    book_load.load_book(
        centre.database, [], [bill(A, 900_00, bill_no="NEXT", bill_date="2026-12-01")]
    )
    centre.told(counter, returned(CHEQUE, (paid, 300_00)))
    assert centre.received(A) == {"NEXT": -300_00}


def test_a_bill_told_again_for_another_account_takes_what_it_received_along(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 300_00))
    centre.told(counter, paid)
    book_load.load_book(centre.database, [], [bill(B, 900_00, bill_no=f"B{A}")])
    cursor = centre.cursor()
    centre.told(counter, returned(CHEQUE, (paid, 300_00)))
    assert centre.received(B, cursor) == {f"B{A}": 0}


@pytest.mark.parametrize("is_mapped", ["by the map", "as its old number"])
def test_what_a_renumbered_account_had_paid_is_owed_by_the_one_that_took_its_place(
    centre: PlayedCentre, is_mapped: str
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 300_00))
    centre.told(counter, paid)
    if is_mapped == "by the map":
        account_map.map_accounts(centre.database, {A: B}, "clerk", NOW_US)
    else:
        book_load.load_book(centre.database, [consumer(B, legacy_account_no=A)], [])
    book_load.remove_accounts(centre.database, [A])
    cursor = centre.cursor()
    centre.told(counter, returned(CHEQUE, (paid, 300_00)))
    assert centre.received(B, cursor) == {f"B{B}": -300_00}


def test_what_nobody_answers_for_stands_on_the_old_bill(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 300_00))
    centre.told(counter, paid)
    book_load.load_book(
        centre.database, [], [bill(A, 900_00, bill_no="NEXT", bill_date="2026-12-01")]
    )
    book_load.load_book(centre.database, [], [bill(B, 900_00, bill_no="NEXT")])
    (fate,) = centre.told(counter, returned(CHEQUE, (paid, 300_00)))
    assert fate.fate is Fate.POSTED
    assert centre.received(A) == {}
    book_load.load_book(centre.database, [], [bill(A, 0)])
    assert centre.received(A) == {f"B{A}": 0}


def test_a_head_that_was_paid_by_a_returned_cheque_lowers_no_bill(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 60_00), toward=Toward.HEAD)
    fates = centre.told(counter, paid, returned(CHEQUE, (paid, 60_00)))
    assert [one.fate for one in fates] == [Fate.POSTED, Fate.POSTED]
    assert received_of_both(centre) == (0, 0)


def test_a_return_of_a_payment_that_waits_lowers_no_bill_but_what_waits(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = msgspec.structs.replace(
        paid_by(A, cash(40_00), cheque("123456", 60_00)), account_no="9999999999"
    )
    fates = centre.told(counter, paid, returned(CHEQUE, (paid, 60_00)))
    assert [one.fate for one in fates] == [Fate.UNKNOWN_ACCOUNT, Fate.NOTED]
    assert received_of_both(centre) == (0, 0)
    assert centre.refused("C07") == [(1, 1)]
    (waiting,) = centre.database.read(suspense.waiting)
    assert waiting.rest_paise == 40_00
    centre.match("C07/1/1", A)
    assert received_of_both(centre) == (40_00, 0)
    assert centre.refused("C07") == []


def test_what_is_undone_whole_waits_for_nobody(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = msgspec.structs.replace(paid_by(A, cheque("123456", 60_00)), account_no="9999999999")
    centre.told(counter, paid, returned(CHEQUE, (paid, 60_00)))
    assert centre.database.read(suspense.waiting) == ()


def test_a_return_told_before_its_payment_leaves_the_rest_to_be_booked(
    centre: PlayedCentre,
) -> None:
    old = centre.counter()
    paid = paid_by(A, cash(40_00), cheque("123456", 60_00))
    old.tell(paid)
    new = centre.counter("C07", old.head.hash)
    (fate,) = centre.told(new, returned(CHEQUE, (paid, 60_00)))
    assert fate.fate is Fate.NOTED
    assert received_of_both(centre) == (0, 0)
    assert [one.fate for one in centre.acknowledged(centre.push(old)).fates] == [Fate.POSTED]
    assert received_of_both(centre) == (40_00, 0)
    assert centre.refused("C07") == []


def test_a_payment_that_differs_from_its_return_waits(centre: PlayedCentre) -> None:
    old = centre.counter()
    paid = paid_by(A, cash(40_00), cheque("123456", 60_00))
    old.tell(paid)
    other = msgspec.structs.replace(paid, allocations=(AllocationTold("ELSE", 100_00),))
    new = centre.counter("C07", old.head.hash)
    centre.told(new, returned(CHEQUE, (other, 60_00)))
    fate = centre.acknowledged(centre.push(old)).fates[0]
    assert (fate.fate, fate.reference) == (Fate.NOT_APPLIED, "return_differs")
    assert centre.refused("C07") == [(1, 1)]
    (waiting,) = centre.database.read(suspense.waiting)
    assert waiting.rest_paise == 100_00


def test_a_repeated_return_is_not_applied_and_counts_nowhere(centre: PlayedCentre) -> None:
    old = centre.counter()
    paid = paid_by(A, cash(40_00), cheque("123456", 60_00))
    centre.told(old, paid, returned(CHEQUE, (paid, 60_00)))
    new = centre.counter("C07", old.head.hash)
    (again,) = centre.told(new, returned(CHEQUE, (paid, 60_00)))
    assert (again.fate, again.reference) == (Fate.NOT_APPLIED, "returned_before")
    assert received_of_both(centre) == (40_00, 0)
    assert centre.refused("C07") == []


@pytest.mark.parametrize("paise", [59_00, 61_00])
def test_a_return_of_another_sum_than_was_paid_is_kept_aside(
    centre: PlayedCentre, paise: int
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(40_00), cheque("123456", 60_00))
    fate = centre.told(counter, paid, returned(CHEQUE, (paid, paise)))[1]
    assert (fate.fate, fate.reference) == (Fate.NOT_APPLIED, "return_differs")
    assert received_of_both(centre) == (100_00, 0)
    assert centre.refused("C07") == [(1, 2)]


def test_a_return_of_another_instrument_is_kept_aside(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 60_00))
    fate = centre.told(counter, paid, returned(cheque_identity("999999"), (paid, 60_00)))[1]
    assert (fate.fate, fate.reference) == (Fate.NOT_APPLIED, "return_differs")


def test_two_instruments_of_one_payment_may_both_come_back(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 60_00), cheque("654321", 30_00), cash(10_00))
    fates = centre.told(
        counter,
        paid,
        returned(CHEQUE, (paid, 60_00)),
        returned(cheque_identity("654321"), (paid, 30_00)),
    )
    assert [one.fate for one in fates] == [Fate.POSTED] * 3
    assert received_of_both(centre) == (10_00, 0)


def test_a_counter_undoes_its_own_payments_only(centre: PlayedCentre) -> None:
    counter, other = centre.counter("C07"), centre.counter("C08")
    paid = paid_by(A, cheque("123456", 60_00))
    centre.told(counter, paid)
    (fate,) = centre.told(other, returned(CHEQUE, (paid, 60_00)))
    assert fate.fate is Fate.NOTED
    assert received_of_both(centre) == (60_00, 0)


def test_the_life_of_an_instrument_can_be_asked_for(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 60_00))
    moved = InstrumentMoved(CHEQUE, "deposited", DAY, "asha", "SLIP 12")
    (_, fate) = centre.told(counter, paid, moved)
    assert fate.fate is Fate.NOTED
    centre.now_us += HOUR_US
    centre.told(counter, returned(CHEQUE, (paid, 60_00), on="2026-11-20"))
    assert centre.database.read(lambda c: notes.steps_of(c, CHEQUE)) == (
        "C07/1/2 2026-11-18 deposited by asha SLIP 12",
        "C07/1/3 2026-11-20 returned by asha funds insufficient",
    )
    assert centre.database.read(lambda c: notes.steps_of(c, "cheque:other")) == ()


def test_the_rest_of_a_payment_is_asked_for_with_all_that_was_undone(centre: PlayedCentre) -> None:
    """The books of the centre agree with themselves: booked is what parts hold less what is undone."""
    counter = centre.counter()
    paid = paid_by(A, cash(40_00), cheque("123456", 60_00))
    centre.told(counter, paid, returned(CHEQUE, (paid, 60_00)))
    sums = centre.database.read(
        lambda c: c.execute(
            text(
                "SELECT (SELECT sum(amount_paise) FROM payment_part),"
                " (SELECT sum(amount_paise) FROM undone),"
                " (SELECT sum(booked_paise) FROM bill_booked)"
            )
        ).one()
    )
    assert tuple(map(int, sums)) == (100_00, 60_00, 40_00)
