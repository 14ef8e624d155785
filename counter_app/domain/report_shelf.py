"""Which builder makes which report, and which rows of the books it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.report import Report, ReportKind
from counter_app.domain.report_collection import collection
from counter_app.domain.report_custody import custody, undeposited
from counter_app.domain.report_day_book import day_book
from counter_app.domain.report_instruments import card_upi, papers
from counter_app.domain.report_parts import Heading
from counter_app.domain.report_realisation import realisation
from counter_app.domain.report_register import approvals, cancelled, openings, short_excess
from counter_app.domain.report_rows import BookRows
from counter_app.domain.report_scroll import cash_scroll, numbers
from counter_app.domain.report_shift import x_report, z_report

Builder = Callable[[Heading, BookRows], Report]


class Needs(StrEnum):
    """One sort of rows."""

    RECEIPTS = "receipts"
    RUNS = "runs"
    REVERSALS = "reversals"
    RETURNS = "returns"
    SHIFTS = "shifts"
    CLOSES = "closes"
    HANDINGS = "handings"
    MOVES = "moves"
    OPENINGS = "openings"
    APPROVALS = "approvals"
    ENTRIES = "entries"
    SLIPS = "slips"
    UNDEPOSITED = "undeposited"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one kind is made. ``is_of_shift``: of one shift alone."""

    build: Builder
    needs: frozenset[Needs]
    is_of_shift: bool = False


_OF_SHIFT = frozenset(
    {
        *(Needs.RECEIPTS, Needs.REVERSALS, Needs.SHIFTS, Needs.MOVES),
        *(Needs.OPENINGS, Needs.APPROVALS),
    }
)
_NUMBERED = frozenset({Needs.RECEIPTS, Needs.RUNS})

RECIPES: Mapping[ReportKind, Recipe] = {
    ReportKind.X: Recipe(x_report, _OF_SHIFT, is_of_shift=True),
    ReportKind.Z: Recipe(z_report, _OF_SHIFT, is_of_shift=True),
    ReportKind.CASH_SCROLL: Recipe(cash_scroll, _NUMBERED),
    ReportKind.COLLECTION: Recipe(collection, _NUMBERED | {Needs.REVERSALS, Needs.RETURNS}),
    ReportKind.REALISATION: Recipe(realisation, frozenset({Needs.RECEIPTS})),
    ReportKind.PAPERS: Recipe(papers, frozenset({Needs.RECEIPTS})),
    ReportKind.CARD_UPI: Recipe(card_upi, frozenset({Needs.RECEIPTS})),
    ReportKind.NUMBERS: Recipe(numbers, _NUMBERED),
    ReportKind.CANCELLED: Recipe(cancelled, frozenset({Needs.REVERSALS, Needs.RETURNS})),
    ReportKind.SHORT_EXCESS: Recipe(short_excess, frozenset({Needs.CLOSES, Needs.HANDINGS})),
    ReportKind.OPENINGS: Recipe(openings, frozenset({Needs.OPENINGS})),
    ReportKind.APPROVALS: Recipe(approvals, frozenset({Needs.APPROVALS})),
    ReportKind.UNDEPOSITED: Recipe(undeposited, frozenset({Needs.UNDEPOSITED})),
    ReportKind.CUSTODY: Recipe(custody, frozenset({Needs.MOVES, Needs.HANDINGS, Needs.SLIPS})),
    ReportKind.DAY_BOOK: Recipe(day_book, frozenset({Needs.ENTRIES})),
}
"""Those that are asked for by kind; the papers of slips and handings have verbs of their own."""
