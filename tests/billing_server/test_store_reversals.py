"""Payments reversed at their counter: undone once, and what stayed waits for the right account; on both databases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from billing_server.connectors.projector import project
from billing_server.reading import MessageKey
from billing_server.store import bank_desk, notes, suspense, undoing
from billing_server.store.instruction_schema import INSTRUCTION
from billing_server.store.one_matter import read_matter
from counter_app.domain.payment import Toward
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind
from counter_app.wire.told_parts import AllocationTold
from tests.billing_server.centres import (
    EACH_KIND,
    A,
    B,
    centre_with_two_consumers,
    received_of_both,
)
from tests.billing_server.players import (
    DAY,
    NOW_US,
    cash,
    cheque,
    cheque_identity,
    held_return,
    order,
    paid_by,
    reversal,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre

CHEQUE = cheque_identity("123456")


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def held(centre: PlayedCentre) -> tuple[suspense.Waiting, ...]:
    return centre.database.read(lambda c: suspense.waiting(c, fate=suspense.HELD))


def test_a_reversal_takes_its_payment_out_of_every_bill(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(40_00), cheque("123456", 60_00))
    centre.told(counter, paid)
    (fate,) = centre.told(counter, reversal(paid, "cash_back", "given_back"))
    assert (fate.fate, fate.reference) == (Fate.POSTED, "C07/1/2")
    assert received_of_both(centre) == (0, 0)
    assert centre.refused("C07") == []
    assert held(centre) == ()
    (step,) = centre.database.read(lambda c: notes.steps_of(c, CHEQUE))
    assert "given_back" in step


def test_a_payment_and_its_reversal_may_come_in_one_batch(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid, again = paid_by(A, cash(60_00)), paid_by(A, cash(1_000_00))
    fates = centre.told(counter, paid, reversal(paid), again)
    assert [one.fate for one in fates] == [Fate.POSTED] * 3
    assert received_of_both(centre) == (1_000_00, 0)


def test_a_reversal_told_twice_undoes_once(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(60_00))
    told = reversal(paid)
    centre.told(counter, paid, told)
    (again,) = centre.told(counter, told)
    (another,) = centre.told(counter, reversal(paid))
    for fate in (again, another):
        assert (fate.fate, fate.reference) == (Fate.NOT_APPLIED, "reversed_before")
    assert received_of_both(centre) == (0, 0)
    assert centre.refused("C07") == []
    assert len(held(centre)) == 1


def test_a_reversal_of_other_sums_waits_and_undoes_nothing(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(60_00))
    other = replace(
        paid, tenders=(cash(59_00),), amount_paise=59_00,
        allocations=(AllocationTold(f"B{A}", 59_00),),
    )  # fmt: skip
    fates = centre.told(counter, paid, reversal(other))
    assert (fates[1].fate, fates[1].reference) == (Fate.NOT_APPLIED, "reversal_differs")
    assert received_of_both(centre) == (60_00, 0)
    assert centre.refused("C07") == [(1, 2)]
    assert held(centre) == ()


def test_a_reversal_told_before_its_payment_leaves_nothing_to_be_booked(
    centre: PlayedCentre,
) -> None:
    old = centre.counter()
    paid = paid_by(A, cash(60_00))
    old.tell(paid)
    new = centre.counter("C07", old.head.hash)
    (fate,) = centre.told(new, reversal(paid))
    assert fate.fate is Fate.NOTED
    assert [one.fate for one in centre.acknowledged(centre.push(old)).fates] == [Fate.POSTED]
    assert received_of_both(centre) == (0, 0)
    assert [one.rest_paise for one in held(centre)] == [60_00]


def test_the_reversal_of_a_payment_that_waits_leaves_nothing_waiting(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = replace(paid_by(A, cash(60_00)), account_no="9999999999")
    fates = centre.told(counter, paid, reversal(paid, "cash_back"))
    assert [one.fate for one in fates] == [Fate.UNKNOWN_ACCOUNT, Fate.NOTED]
    assert centre.refused("C07") == [(1, 1)]
    assert centre.database.read(suspense.waiting) == ()


def test_what_is_held_waits_for_a_person_and_is_given_to_the_right_account(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(40_00), cheque("123456", 60_00))
    told = reversal(paid, "cash_back", "held", right_account=B)
    centre.told(counter, paid, told)
    (waiting,) = held(centre)
    assert (waiting.key, waiting.rest_paise) == (MessageKey("C07", 1, 2), 60_00)
    assert waiting.payment is not None
    assert (waiting.payment.account_no, waiting.payment.receipt_no) == (B, paid.receipt_no)
    matter = centre.database.read(lambda c: read_matter(c, waiting.key))
    assert matter is not None
    assert matter.is_waiting
    centre.match("C07/1/2", B)
    assert received_of_both(centre) == (0, 60_00)
    assert centre.refused("C07") == []
    assert held(centre) == ()
    (result,) = centre.results("C07").results
    assert (result.kind, result.account_no, result.receipt_no) == (
        ResultKind.HELD_MATCHED,
        B,
        paid.receipt_no,
    )
    decided = undoing.Decided(waiting.key, "accountant", "not hers")
    undoing.undo_match(centre.database, decided, NOW_US)
    assert received_of_both(centre) == (0, 0)
    assert centre.refused("C07") == []
    assert centre.results("C07").results[1].kind is ResultKind.HELD_UNDONE
    assert len(held(centre)) == 1


@pytest.mark.parametrize("is_matched", [True, False])
def test_a_held_cheque_that_bounces_leaves_what_held_it(
    centre: PlayedCentre, *, is_matched: bool
) -> None:
    counter = centre.counter()
    paid, other = order(
        paid_by(A, cheque("123456", 60_00, 160_00)), paid_by(B, cheque("123456", 100_00, 160_00))
    )
    centre.told(counter, paid, other, reversal(paid))
    if is_matched:
        centre.match("C07/1/3", B)
    told = held_return(CHEQUE, (paid, 60_00, True), (other, 100_00, False))
    (fate,) = centre.told(counter, told)
    assert fate.fate is Fate.POSTED
    assert received_of_both(centre) == (0, 0)
    assert held(centre) == ()
    (again,) = centre.told(counter, told)
    assert again.reference == "returned_before"


def test_the_bank_desk_takes_a_held_cheque_out_of_the_account_it_was_given_to(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 60_00))
    centre.told(counter, paid, reversal(paid))
    centre.match("C07/1/2", B)
    seen = bank_desk.SeenReturned(CHEQUE, date.fromisoformat(DAY), "no funds", 0, "desk")
    assert bank_desk.return_instrument(centre.database, seen, NOW_US) == ("C07",)
    assert received_of_both(centre) == (0, 0)
    assert centre.refused("C07") == []
    assert centre.results("C07").results[-1].amount_paise == 60_00
    centre.told(counter, held_return(CHEQUE, (paid, 60_00, True)))
    assert received_of_both(centre) == (0, 0)


def test_what_was_reversed_stays_in_the_totals_of_its_day_and_what_is_held_is_in_none(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(60_00))
    centre.told(counter, paid, reversal(paid))
    totals = centre.day("C07", DAY)
    assert (totals.count, totals.amount_paise) == (1, 60_00)
    assert [one.count for one in totals.epochs] == [1]


def test_the_same_sum_at_another_counter_is_no_double_of_a_reversed_one(
    centre: PlayedCentre,
) -> None:
    counter, other = centre.counter(), centre.counter("C08")
    paid = paid_by(A, cash(60_00))
    centre.told(counter, paid, reversal(paid, "cash_back"))
    (fate,) = centre.told(other, paid_by(A, cash(60_00)))
    assert fate.fate is Fate.POSTED


def test_a_reversal_is_handed_on_as_a_correction_and_what_is_matched_as_a_payment(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(60_00))
    centre.told(counter, paid, reversal(paid))
    centre.match("C07/1/2", B)
    project(centre.database, NOW_US)
    rows = centre.database.read(
        lambda c: c.execute(INSTRUCTION.select().order_by(INSTRUCTION.c.number)).all()
    )
    assert [(row.kind, row.account_no, row.amount_paise) for row in rows] == [
        ("PAYMENT", A, 60_00),
        ("CORRECTION", A, -60_00),
        ("PAYMENT", B, 60_00),
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"tenders": ()}, "sums_differ"),
        ({"reversal_id": ""}, "payment_twice"),
        ({"business_date": "2026-11-31"}, "date_wrong"),
        ({"postings": "one"}, "entry_not_balanced"),
        ({"tenders": "nowhere"}, "tender_wrong"),
        ({"part": "less"}, "sums_differ"),
    ],
)
def test_a_reversal_of_a_wrong_shape_is_kept_as_it_came(
    centre: PlayedCentre, changes: dict[str, object], reason: str
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(60_00))
    told = reversal(paid)
    spoilt: dict[str, object] = {
        "one": told.postings[:1],
        "nowhere": tuple(replace(one, where="nowhere") for one in told.tenders),
        "less": replace(told.part, allocations=(AllocationTold("", 59_00, Toward.ADVANCE),)),
    }
    changed = {
        name: spoilt.get(value, value) if isinstance(value, str) else value
        for name, value in changes.items()
    }
    fates = centre.told(counter, paid, replace(told, **changed))
    assert (fates[1].fate, fates[1].reference) == (Fate.NOT_APPLIED, reason)
    assert received_of_both(centre) == (60_00, 0)
