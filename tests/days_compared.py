"""Builders of the daily reconciliation: payments of both sides, and days compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.reconciliation import KeptThere, TakenHere, TheCentre, compare
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
