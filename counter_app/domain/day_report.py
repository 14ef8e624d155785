"""The daily collection report: what one counter took on one business date, number by number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from counter_app.domain.identity import ReceiptNo
from counter_app.domain.money import Money

if TYPE_CHECKING:
    from datetime import date, datetime

    from counter_app.domain.receipt import CounterPlace, ReceiptRow


@dataclass(frozen=True, slots=True)
class TenderTotal:
    """How many payments held this kind of tender, and the sum."""

    kind: str
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class DayReport:
    """Receipts in number order and their sums. ``missing`` are numbers of the series that no row has."""

    place: CounterPlace
    business_date: date
    made_at: datetime
    rows: tuple[ReceiptRow, ...]
    by_tender: tuple[TenderTotal, ...]
    total: Money
    unsent_count: int
    unsent: Money
    missing: tuple[str, ...]

    @property
    def first_and_last(self) -> tuple[str, str] | None:
        """The first and last receipt number of the day, None for an empty day."""
        return (self.rows[0].receipt_no, self.rows[-1].receipt_no) if self.rows else None


def report_of(
    place: CounterPlace, business_date: date, rows: tuple[ReceiptRow, ...], made_at: datetime
) -> DayReport:
    """Add up a day. Rows may come in any order; they are put in number order."""
    ordered = tuple(sorted(rows, key=lambda row: ReceiptNo.from_text(row.receipt_no)))
    sums: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for row in ordered:
        for kind, paise in row.tender_paise:
            sums[kind] += paise
            counts[kind] += 1
    unsent = [row for row in ordered if not row.is_acknowledged]
    return DayReport(
        place=place,
        business_date=business_date,
        made_at=made_at,
        rows=ordered,
        by_tender=tuple(
            TenderTotal(kind, counts[kind], Money(sums[kind])) for kind in sorted(sums)
        ),
        total=Money(sum(row.amount_paise for row in ordered)),
        unsent_count=len(unsent),
        unsent=Money(sum(row.amount_paise for row in unsent)),
        missing=_missing(ordered),
    )


def _missing(ordered: tuple[ReceiptRow, ...]) -> tuple[str, ...]:
    numbers = [ReceiptNo.from_text(row.receipt_no) for row in ordered]
    missing: list[str] = []
    for earlier, later in pairwise(numbers):
        if (earlier.series, earlier.book_year) == (later.series, later.book_year):
            missing.extend(
                str(ReceiptNo(earlier.series, earlier.book_year, serial))
                for serial in range(earlier.serial + 1, later.serial)
            )
    return tuple(missing)
