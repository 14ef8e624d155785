"""What all builders of reports share: the head, columns, tables that add themselves up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.consumer import masked_name
from counter_app.domain.money import ZERO, Money
from counter_app.domain.report import CellKind, Column, Names, Section, Word
from counter_app.domain.tender import TenderKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from counter_app.domain.receipt import CounterPlace
    from counter_app.domain.report import Cell
    from counter_app.domain.report_rows import ReceiptLine
    from counter_app.domain.report_selection import Cut, Selection

KINDS = tuple(TenderKind)
TOTAL = Word("total")
SIGN_CASHIER, SIGN_HEAD, SIGN_SUPERVISOR, SIGN_ACCOUNTANT = (
    Word(f"sign.{role}") for role in ("cashier", "head_cashier", "supervisor", "accountant")
)


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose report, of what, as of when. ``cashier`` None: of all."""

    place: CounterPlace
    made_at: datetime
    wanted: Selection
    cut: Cut
    cashier: Names | None = None

    @property
    def is_of_days(self) -> bool:
        """Whether it spans more than one day, so that rows need their date."""
        return self.wanted.shift_no is None and self.wanted.first != self.wanted.last

    @property
    def about(self) -> tuple[tuple[Word, Cell], ...]:
        """The facts under every title: of which shift or days, and whose."""
        wanted = self.wanted
        if wanted.shift_no is not None:
            return ((Word("shift_no"), wanted.shift_no),)
        assert wanted.first is not None
        assert wanted.last is not None
        days: tuple[Word, Cell] = (
            (
                Word("period"),
                Word("period_from_to", (("first", wanted.first), ("last", wanted.last))),
            )
            if self.is_of_days
            else (Word("business_date"), wanted.first)
        )
        return (days, (Word("cashier"), self.cashier or Word("all_cashiers")))


def text(head: str, width: int = 10) -> Column:
    """A column of words, names and numbers that name things."""
    return Column(head, CellKind.TEXT, width)


def money(head: str, width: int = 11) -> Column:
    """A column of sums."""
    return Column(head, CellKind.MONEY, width)


def count(head: str, width: int = 7) -> Column:
    """A column of numbers of things."""
    return Column(head, CellKind.COUNT, width)


def day(head: str = "day", width: int = 9) -> Column:
    """A column of dates."""
    return Column(head, CellKind.DAY, width)


def time(head: str = "time", width: int = 6) -> Column:
    """A column of times of day."""
    return Column(head, CellKind.TIME, width)


def moment(head: str = "moment", width: int = 14) -> Column:
    """A column of days with times."""
    return Column(head, CellKind.MOMENT, width)


TENDERS = tuple(money(kind.value, 10) for kind in KINDS)
"""A column for each tender, in the order of the trade."""


def table(
    title: str | Word | None,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    when_empty: str | None = None,
    adds: Iterable[str] = (),
) -> Section:
    """A table with the total of the columns whose headings are in ``adds``; none without rows or such columns."""
    kept = tuple(tuple(row) for row in rows)
    added = set(adds)
    totals: tuple[Cell, ...] | None = None
    if kept and added:
        totals = (
            TOTAL,
            *(
                _sum(column, [row[place] for row in kept]) if column.head in added else None
                for place, column in enumerate(columns[1:], start=1)
            ),
        )
    return Section(
        title=Word(title) if isinstance(title, str) else title,
        columns=tuple(columns),
        rows=kept,
        totals=totals,
        when_empty=Word(when_empty) if when_empty else None,
    )


def _sum(column: Column, cells: Iterable[Cell]) -> Cell:
    if column.kind is CellKind.MONEY:
        return Money.total(cell for cell in cells if isinstance(cell, Money))
    return sum(cell for cell in cells if isinstance(cell, int))


def masked(names: Names) -> Names:
    """A consumer's name as lists may show it (domain, section 10)."""
    return Names(masked_name(names.en), masked_name(names.hi))


def by_kind(receipt: ReceiptLine) -> dict[TenderKind, Money]:
    """What of a receipt came by each tender."""
    sums: dict[TenderKind, Money] = {}
    for part in receipt.tenders:
        kind = kind_of(part.tender)
        sums[kind] = sums.get(kind, ZERO) + part.tender.amount
    return sums


def tender_cells(receipts: Iterable[ReceiptLine]) -> tuple[Money | None, ...]:
    """A cell for each tender: the sum of these receipts, empty for none."""
    sums: dict[TenderKind, Money] = {}
    for receipt in receipts:
        for kind, amount in by_kind(receipt).items():
            sums[kind] = sums.get(kind, ZERO) + amount
    return tuple(sums.get(kind) for kind in KINDS)


def amount_of(receipts: Iterable[ReceiptLine]) -> Money:
    """What these receipts come to, reversed or not."""
    return Money.total(receipt.amount for receipt in receipts)


def count_and_sum(number: int, amount: Money) -> Word:
    """So many, and their sum."""
    return Word("count_and_sum", (("count", number), ("amount", amount)))


def first_and_last(receipts: Sequence[ReceiptLine]) -> tuple[tuple[Word, Cell], ...]:
    """The first and last number of receipts in number order."""
    if not receipts:
        return ()
    return (
        (Word("first_receipt"), str(receipts[0].receipt_no)),
        (Word("last_receipt"), str(receipts[-1].receipt_no)),
    )


def in_number_order(receipts: Iterable[ReceiptLine]) -> tuple[ReceiptLine, ...]:
    """By series, book year and serial."""
    return tuple(sorted(receipts, key=lambda one: one.receipt_no))
