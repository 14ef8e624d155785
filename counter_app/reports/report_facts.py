"""The facts at the head of a report, in a grid: each takes as many fields as what it says needs."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from counter_app.domain.report import Names, Word
from counter_app.reports.page import SMALL, STRONG

if TYPE_CHECKING:
    from counter_app.domain.report import Cell, Report
    from counter_app.domain.report_text import ReportText
    from counter_app.reports.sheets import Sheet

FACT_HEIGHT, FACT_GAP, FACT_LINE = 30.0, 12.0, 13.0
LEAST_FIELD = 122.0
"""As many fields of this width as fit make a row."""

MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and the lines of what it says, at a place below the masthead."""

    label: str
    lines: tuple[str, ...]
    x: float
    y: float

    @property
    def end(self) -> float:
        """How far down it reaches."""
        return self.y + FACT_HEIGHT + (len(self.lines) - 1) * FACT_LINE


def facts_of(report: Report, text: ReportText, sheet: Sheet, inner: float) -> list[Fact]:
    """Where it is of, then what the report says of itself; on a page of that inner width."""
    fields = int(inner // LEAST_FIELD)
    field = inner / fields
    placed: list[Fact] = []
    taken, y = 0, 0.0
    told = [(text.word(label), text.fact(said)) for label, said in facts_told(report)]
    for label, said in told:
        width = max(sheet.width(label, SMALL, False), sheet.width(said, STRONG, True))
        needed = min(fields, max(1, ceil((width + FACT_GAP) / field)))
        if taken + needed > fields:
            taken, y = 0, max(fact.end for fact in placed)
        lines = sheet.wrapped(said, needed * field - FACT_GAP, STRONG, True, MOST_LINES)
        placed.append(Fact(label, tuple(lines), taken * field, y))
        taken += needed
    return placed


def facts_told(report: Report) -> tuple[tuple[Word, Cell], ...]:
    """Division and counter, and what the report says of itself."""
    place = report.place
    return (
        (Word("division"), Names(place.division_en, place.division_hi)),
        (Word("counter"), f"{place.counter_id} {place.counter_name}"),
        *report.about,
    )
