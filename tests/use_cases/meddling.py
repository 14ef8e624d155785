"""Somebody meddles with one payment that the centre keeps of a day, and what a comparison must name then."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.reconciliation import DifferenceKind
from counter_app.wire.days import PaymentKept

if TYPE_CHECKING:
    from collections.abc import Callable

PLANTS = ("", "gone", "extra", "amount", "tender", "fate", "day")
STRANGER = "KID07/2627/999999"
OTHER_DAY = "2020-01-01"


def _dearer(one: PaymentKept) -> PaymentKept:
    (kind, paise), *rest = one.tenders
    return msgspec.structs.replace(
        one, amount_paise=one.amount_paise + 1, tenders=tuple(sorted([(kind, paise + 1), *rest]))
    )


CHANGES: dict[str, tuple[DifferenceKind, Callable[[PaymentKept], list[PaymentKept]]]] = {
    "gone": (DifferenceKind.MISSING_THERE, lambda _one: []),
    "amount": (DifferenceKind.AMOUNT, lambda one: [_dearer(one)]),
    "tender": (
        DifferenceKind.TENDER,
        lambda one: [msgspec.structs.replace(one, tenders=(("voucher", one.amount_paise),))],
    ),
    "fate": (
        DifferenceKind.FATE,
        lambda one: [msgspec.structs.replace(one, fate="TIME_DOUBTFUL")],
    ),
    "day": (
        DifferenceKind.OTHER_DAY,
        lambda one: [msgspec.structs.replace(one, business_date=OTHER_DAY)],
    ),
}


@dataclass
class Meddler:
    """Changes the payment at a place of those of a day; ``named`` is what it changed last, if anything."""

    day: str
    place: int
    plant: str
    named: list[tuple[DifferenceKind, str]] = field(default_factory=list)

    def __call__(self, entered: dict[int, list[PaymentKept]]) -> dict[int, list[PaymentKept]]:
        """What the centre holds then."""
        self.named = []
        if self.plant == "extra" and entered:
            stranger = PaymentKept(10_000, STRANGER, 100, "POSTED", self.day, (("cash", 100),))
            self.named = [(DifferenceKind.UNKNOWN_HERE, STRANGER)]
            first = min(entered)
            return {**entered, first: [*entered[first], stranger]}
        of_day = [
            (epoch, one)
            for epoch, all_ in sorted(entered.items())
            for one in all_
            if one.business_date == self.day
        ]
        if self.plant not in CHANGES or not of_day:
            return entered
        epoch, chosen = of_day[self.place % len(of_day)]
        kind, change = CHANGES[self.plant]
        self.named = [(kind, chosen.receipt_no)]
        rest = [one for one in entered[epoch] if one is not chosen]
        changed = sorted([*rest, *change(chosen)], key=lambda one: one.sequence)
        return {**entered, epoch: changed}
