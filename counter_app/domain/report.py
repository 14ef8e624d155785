"""A report as one noun: facts at its head and tables of typed cells, the same for screen, A4, thermal, XLSX and CSV.

Builders (``report_*``) make it from rows of the books; whoever draws it adds up nothing and leaves nothing out. Words
are keys of one vocabulary: the domain holds no sentence for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.money import Money

if TYPE_CHECKING:
    from counter_app.domain.receipt import CounterPlace


class ReportKind(StrEnum):
    """Every report of the counter (domain, section 6)."""

    X = "x"
    """A shift as it stands, at any time."""
    Z = "z"
    """A closed shift, with what was counted and the proof of sync."""
    CASH_SCROLL = "cash_scroll"
    COLLECTION = "collection"
    """The daily collection report: tender by purpose by category by cashier."""
    REALISATION = "realisation"
    PAPERS = "papers"
    """Cheques and drafts by bank."""
    CARD_UPI = "card_upi"
    NUMBERS = "numbers"
    """Number accountability: every receipt number issued, reversed or missing."""
    CANCELLED = "cancelled"
    SHORT_EXCESS = "short_excess"
    OPENINGS = "openings"
    """The drawer opened without a payment."""
    APPROVALS = "approvals"
    UNDEPOSITED = "undeposited"
    """Cash and papers that are not with the bank yet, by age."""
    CUSTODY = "custody"
    """From the drawers to the bank: drops, takings handed, slips, answers."""
    DAY_BOOK = "day_book"
    """Every entry, movement by movement, for the accountant."""
    HANDING = "handing"
    """The paper over takings handed over, for both sides."""
    BANK_SLIP = "bank_slip"
    """What goes to the bank with the money, and its counterfoil."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sentence of the reports' vocabulary by its key; ``facts`` fill its blanks."""

    key: str
    facts: tuple[tuple[str, str | int | Money | date | datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """A name in both languages; where one is empty the other stands for it."""

    en: str
    hi: str


Cell = Word | Names | Money | date | datetime | int | str | None
"""What stands in a table. None is an empty cell; a datetime is aware."""


class CellKind(StrEnum):
    """How the cells of a column are set and, in XLSX, typed."""

    TEXT = "text"
    MONEY = "money"
    COUNT = "count"
    DAY = "day"
    TIME = "time"
    """The time of day of a datetime."""
    MOMENT = "moment"
    """Day and time of a datetime."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the key of its heading, how it is set, and its share of the width."""

    head: str
    kind: CellKind = CellKind.TEXT
    width: int = 10


@dataclass(frozen=True, slots=True)
class Section:
    """One table. ``title`` None for the only one; ``totals`` has a cell for each column, None for no total.

    ``when_empty`` is said in place of no rows.
    """

    title: Word | None
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] | None = None
    when_empty: Word | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a row or total that has not a cell for each column."""
        lines = (*self.rows, *((self.totals,) if self.totals is not None else ()))
        if any(len(line) != len(self.columns) for line in lines):
            message = f"a row of another length than its {len(self.columns)} columns"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the picture: collection of one hour, by tender."""

    label: str
    parts: tuple[tuple[str, Money], ...]
    """Tender kind and sum."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report. ``about`` are facts under its title: period, shift, cashier, first and last number."""

    kind: ReportKind
    place: CounterPlace
    made_at: datetime
    about: tuple[tuple[Word, Cell], ...]
    sections: tuple[Section, ...]
    bars: tuple[Bar, ...] = ()
    """Where people would rather look: none for most."""
    signatures: tuple[Word, ...] = ()
    """Who signs it, at its foot."""
