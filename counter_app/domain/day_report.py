"""The daily collection report: what one counter took on one business date, number by number.

Three ways of adding up the same money: by tender; by purpose, with advances and suspense apart; and receipt by receipt.
Each comes to the same total, to the paisa.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from counter_app.domain.identity import ReceiptNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import Settlement
from counter_app.domain.purpose import USUAL_PURPOSES
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from counter_app.domain.receipt import CounterPlace, ReceiptRow
    from counter_app.domain.reconciliation import Reconciled

_TENDER_ORDER = {kind.value: place for place, kind in enumerate(TenderKind)}
_PURPOSE_ORDER = {purpose.code: place for place, purpose in enumerate(USUAL_PURPOSES)}


@dataclass(frozen=True, slots=True)
class TenderTotal:
    """How many payments held this kind of tender, and the sum."""

    kind: str
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class PurposeTotal:
    """How many payments settled something of this purpose, and the sum, advances left out."""

    purpose: str
    name_en: str
    name_hi: str
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class StampTotal:
    """How many receipts met stamp duty in this way (``affix``, ``consolidated``), and their sum."""

    how: str
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Counted:
    """So many payments, and what they come to."""

    count: int
    amount: Money


NOTHING_COUNTED = Counted(0, ZERO)


@dataclass(frozen=True, slots=True)
class DayReport:
    """Receipts in number order and their sums. ``missing`` are numbers of the series that no row has.

    ``by_purpose``, ``advances`` and ``suspense`` together are ``total``, as ``by_tender`` is. ``part_payments`` and
    ``by_stamp`` count payments that stand among these already.
    """

    place: CounterPlace
    business_date: date
    made_at: datetime
    rows: tuple[ReceiptRow, ...]
    by_tender: tuple[TenderTotal, ...]
    by_purpose: tuple[PurposeTotal, ...]
    advances: Counted
    suspense: Counted
    part_payments: Counted
    by_stamp: tuple[StampTotal, ...]
    total: Money
    """All that was taken, whatever was reversed since."""
    unsent_count: int
    unsent: Money
    missing: tuple[str, ...]
    reconciled: Reconciled | None = None
    """When the day was compared with the centre last, and how it ended; None for never."""
    reversed: Counted = NOTHING_COUNTED
    """Of these receipts, those that were reversed, on that day or later; they stand in every sum above."""

    @property
    def standing(self) -> Money:
        """What was taken less what was reversed."""
        return self.total - self.reversed.amount

    @property
    def first_and_last(self) -> tuple[str, str] | None:
        """The first and last receipt number of the day, None for an empty day."""
        return (self.rows[0].receipt_no, self.rows[-1].receipt_no) if self.rows else None


def report_of(
    place: CounterPlace, business_date: date, rows: tuple[ReceiptRow, ...], made_at: datetime
) -> DayReport:
    """Add up a day. Rows may come in any order; they are put in number order."""
    ordered = tuple(sorted(rows, key=lambda row: ReceiptNo.from_text(row.receipt_no)))
    unsent = _counted(row.amount_paise for row in ordered if not row.is_acknowledged)
    return DayReport(
        place=place,
        business_date=business_date,
        made_at=made_at,
        rows=ordered,
        by_tender=_by_tender(ordered),
        by_purpose=_by_purpose(ordered),
        advances=_counted(row.advance_paise for row in ordered if row.advance_paise),
        suspense=_counted(row.amount_paise for row in ordered if _is_suspense(row)),
        part_payments=_counted(
            row.amount_paise for row in ordered if row.settlement == Settlement.PART
        ),
        by_stamp=_by_stamp(ordered),
        total=Money(sum(row.amount_paise for row in ordered)),
        unsent_count=unsent.count,
        unsent=unsent.amount,
        missing=_missing(ordered),
        reversed=_counted(row.amount_paise for row in ordered if row.reversed_on is not None),
    )


def _counted(sums_paise: Iterable[int]) -> Counted:
    sums = tuple(sums_paise)
    return Counted(len(sums), Money(sum(sums)))


def _is_suspense(row: ReceiptRow) -> bool:
    return row.settlement == Settlement.SUSPENSE


def _by_tender(rows: tuple[ReceiptRow, ...]) -> tuple[TenderTotal, ...]:
    """Cash first, then in the order of the trade."""
    sums: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for row in rows:
        for kind, paise in row.tender_paise:
            sums[kind] += paise
            counts[kind] += 1
    kinds = sorted(sums, key=lambda kind: (_TENDER_ORDER.get(kind, len(_TENDER_ORDER)), kind))
    return tuple(TenderTotal(kind, counts[kind], Money(sums[kind])) for kind in kinds)


def _by_purpose(rows: tuple[ReceiptRow, ...]) -> tuple[PurposeTotal, ...]:
    """The usual purposes first, in their order, then those of the office; a name changed that day is the newer one."""
    names: dict[str, tuple[str, str]] = {}
    settled: dict[str, list[int]] = {}
    for row in rows:
        if _is_suspense(row):
            continue
        names[row.purpose] = row.purpose_name_en, row.purpose_name_hi
        if row.amount_paise != row.advance_paise:
            settled.setdefault(row.purpose, []).append(row.amount_paise - row.advance_paise)
    codes = sorted(settled, key=lambda code: (_PURPOSE_ORDER.get(code, len(_PURPOSE_ORDER)), code))
    return tuple(
        PurposeTotal(code, *names[code], len(settled[code]), Money(sum(settled[code])))
        for code in codes
    )


def _by_stamp(rows: tuple[ReceiptRow, ...]) -> tuple[StampTotal, ...]:
    ways = sorted({row.stamp for row in rows if row.stamp})
    totals = ((how, _counted(row.amount_paise for row in rows if row.stamp == how)) for how in ways)
    return tuple(StampTotal(how, total.count, total.amount) for how, total in totals)


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
