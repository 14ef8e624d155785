"""Builders of the daily reconciliation: payments of both sides, and days compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.reconciliation import (
    KeptThere,
    TakenHere,
    TheCentre,
    as_acknowledged,
    compare,
)
from tests.builders import NOW, TODAY, a_place, a_receipt_no

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.reconciliation import Reconciliation


def taken(
    sequence: int = 2,
    *tenders: tuple[str, int],
    epoch: int = 1,
    fate: str = "POSTED",
    day: date = TODAY,
    serial: int = 0,
) -> TakenHere:
    """A payment of these books; tenders are kind and paise, cash of 100 rupees by default."""
    parts = tenders or (("cash", 100_00),)
    return TakenHere(
        epoch=epoch,
        sequence=sequence,
        receipt_no=str(a_receipt_no(serial or sequence)),
        amount=Money(sum(paise for _, paise in parts)),
        tenders=tuple((kind, Money(paise)) for kind, paise in sorted(parts)),
        business_date=day,
        fate=fate,
    )


def kept(one: TakenHere, *, fate: str = "") -> KeptThere:
    """The same payment as the centre keeps it."""
    return KeptThere(
        epoch=one.epoch,
        sequence=one.sequence,
        receipt_no=one.receipt_no,
        amount=one.amount,
        tenders=one.tenders,
        business_date=one.business_date,
        fate=fate or one.fate or "POSTED",
    )


def centre(*payments: KeptThere, upto: int = 99) -> TheCentre:
    """A centre that handled epoch 1 so far."""
    return TheCentre({1: upto}, payments)


def a_reconciliation(*ours: TakenHere, there: TheCentre | None = None) -> Reconciliation:
    """Today compared; without a centre both sides are the same."""
    both = there or centre(*map(kept, ours))
    return compare(a_place(), TODAY, NOW, ours, both)


def a_day_that_differs() -> Reconciliation:
    """One of each difference, one payment that waits, and one whose fate asks for a person."""
    ours = [
        *(taken(sequence) for sequence in range(2, 8)),
        taken(8, ("cheque", 700_00), ("cash", 20_00), fate="UNKNOWN_ACCOUNT"),
        taken(120, ("upi", 66_00), fate=""),
    ]
    amount, tender, fate, day, gone, unread, aside, _waits = ours
    dearer = replace(
        kept(amount), amount=Money(1_23_456_50), tenders=(("cash", Money(1_23_456_50)),)
    )
    payments = (
        dearer,
        replace(kept(tender), tenders=(("card", Money(100_00)),)),
        replace(kept(fate), fate="TIME_DOUBTFUL"),
        replace(kept(day), business_date=TODAY - timedelta(days=1)),
        kept(aside),
        kept(taken(90, ("demand_draft", 5_000_00))),
    )
    assert gone.receipt_no != unread.receipt_no
    not_entered = frozenset({(1, unread.sequence)})
    return a_reconciliation(*ours, there=TheCentre({1: 99}, payments, not_entered))


def all_compared() -> dict[str, Reconciliation]:
    """Every way in which a comparison can end."""
    ours = (taken(2), taken(3, ("card", 50_00), ("cash", 20_00)))
    waiting = (*ours, taken(120, ("upi", 66_00), fate=""))
    return {
        "equal": a_reconciliation(*ours),
        "equal-so-far": a_reconciliation(*waiting, there=centre(*map(kept, ours))),
        "differs": a_day_that_differs(),
        "not-reached": as_acknowledged(a_place(), TODAY, NOW, waiting),
        "empty": a_reconciliation(),
    }
