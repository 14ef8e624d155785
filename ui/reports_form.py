"""What a report is asked of, without Qt: which report, of a day, of days or of a shift, of whom."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from counter_app.domain.bank_paper import date_typed
from counter_app.domain.identity import CashierId
from counter_app.domain.report import ReportKind
from counter_app.domain.report_selection import Selection

DAY_TYPED = "%d-%m-%Y"


class Span(StrEnum):
    """Of what."""

    DAY = "day"
    DAYS = "days"
    SHIFT = "shift"


GROUPS: tuple[tuple[str, tuple[ReportKind, ...]], ...] = (
    ("shift", (ReportKind.X, ReportKind.Z)),
    (
        "day",
        (
            ReportKind.COLLECTION,
            ReportKind.CASH_SCROLL,
            ReportKind.REALISATION,
            ReportKind.DAY_BOOK,
        ),
    ),
    (
        "money",
        (
            ReportKind.PAPERS,
            ReportKind.CARD_UPI,
            ReportKind.SHORT_EXCESS,
            ReportKind.CUSTODY,
            ReportKind.UNDEPOSITED,
        ),
    ),
    (
        "control",
        (
            ReportKind.NUMBERS,
            ReportKind.CANCELLED,
            ReportKind.OPENINGS,
            ReportKind.APPROVALS,
        ),
    ),
)
"""The reports as they stand on the screen."""

OF_A_SHIFT = frozenset({ReportKind.X, ReportKind.Z})
OF_NO_SHIFT = frozenset({ReportKind.SHORT_EXCESS, ReportKind.CUSTODY, ReportKind.UNDEPOSITED})
"""What is handed over, given to the bank or found to differ belongs to its day."""


@dataclass(frozen=True, slots=True)
class ReportsForm:
    """What stands in the fields. ``shift_no`` 0: there is none yet; ``cashier_id`` empty: all."""

    today: date
    kind: ReportKind = ReportKind.COLLECTION
    chosen_span: Span = Span.DAY
    first_text: str = field(default="")
    last_text: str = field(default="")
    shift_no: int = 0
    cashier_id: str = ""

    @classmethod
    def of_today(cls, today: date) -> ReportsForm:
        """As the screen begins: the collection of today."""
        text = today.strftime(DAY_TYPED)
        return cls(today, first_text=text, last_text=text)

    @property
    def spans(self) -> tuple[Span, ...]:
        """What this report can be of."""
        if self.kind in OF_A_SHIFT:
            return (Span.SHIFT,)
        if self.kind in OF_NO_SHIFT:
            return (Span.DAY, Span.DAYS)
        return tuple(Span)

    @property
    def span(self) -> Span:
        """What it is of: the one chosen, as far as this report can be of it."""
        return self.chosen_span if self.chosen_span in self.spans else self.spans[0]

    @property
    def first(self) -> date | None:
        """The day, or the first of the days."""
        return date_typed(self.first_text)

    @property
    def last(self) -> date | None:
        """The last of the days."""
        return date_typed(self.last_text) if self.span is Span.DAYS else self.first

    @property
    def problem(self) -> str:
        """What is missing: ``first``, ``last``, ``order``, ``future``, ``shift``; empty for nothing."""
        if self.span is Span.SHIFT:
            return "" if self.shift_no else "shift"
        if self.first is None:
            return "first"
        if self.last is None:
            return "last"
        if self.last < self.first:
            return "order"
        return "future" if self.first > self.today else ""

    @property
    def selection(self) -> Selection | None:
        """Of what the report is; None while something is missing."""
        if self.problem:
            return None
        if self.span is Span.SHIFT:
            return Selection.of_shift(self.shift_no)
        return Selection(self.first, self.last, None, CashierId(self.cashier_id) or None)

    def turned(self, steps: int, shift_nos: tuple[int, ...]) -> ReportsForm:
        """The day, days or shift before or after; the same where there is none. ``shift_nos`` in their order."""
        if self.span is Span.SHIFT:
            if self.shift_no not in shift_nos:
                return self
            place = shift_nos.index(self.shift_no) + steps
            is_there = 0 <= place < len(shift_nos)
            return replace(self, shift_no=shift_nos[place]) if is_there else self
        first, last = self.first, self.last
        if first is None or last is None or last < first:
            return self
        length = (last - first).days + 1
        moved = timedelta(days=steps * length)
        if first + moved > self.today:
            return self
        return replace(
            self,
            first_text=(first + moved).strftime(DAY_TYPED),
            last_text=(last + moved).strftime(DAY_TYPED),
        )
