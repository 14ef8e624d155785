"""What every form of a report as a table has in common: text that no spreadsheet takes for a formula, and the watch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from counter_app.domain.report import CellKind, Column, Section, Word
from counter_app.domain.report_text import ReportText
from counter_app.domain.tender import TenderKind
from counter_app.reports.report_facts import facts_told
from counter_app.use_cases.report_watch import ReportProgress, ReportStep
from resources.vocabulary import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.domain.report import Cell, Report
    from counter_app.use_cases.report_watch import ReportWatch

ROWS_BETWEEN = 500
"""So many rows are written between two looks at the watch."""

_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def text_in(language: str) -> ReportText:
    """The texts of ``en`` or ``hi``."""
    return ReportText(words_in(language), is_hindi=language == "hi")


def is_like_formula(shown: str) -> bool:
    """Whether a spreadsheet might reckon with a text instead of showing it."""
    return _FORMULA.match(shown) is not None


def printable(shown: str) -> str:
    """The text without characters that no table may hold."""
    return _CONTROL.sub("", shown)


def head_of(report: Report, text: ReportText) -> list[tuple[str, Cell]]:
    """What stands above the tables: the facts of the report, label and cell."""
    return [(text.word(label), said) for label, said in facts_told(report)]


def tables_of(report: Report) -> list[Section]:
    """Its sections, and the picture as one more."""
    return [*report.sections, *(_bars(report) if report.bars else ())]


def watched(section: Section, watch: ReportWatch) -> Iterator[tuple[Cell, ...]]:
    """The rows of a section; the watch hears of every so many."""
    for number, row in enumerate(section.rows):
        if not number % ROWS_BETWEEN:
            watch(ReportProgress(ReportStep.DRAW, number, len(section.rows)))
        yield row


def _bars(report: Report) -> Iterator[Section]:
    """The sums of the picture; a tender of which there is nothing in an hour has an empty cell."""
    used = [kind for kind in TenderKind if any(kind in dict(bar.parts) for bar in report.bars)]
    rows = tuple((bar.label, *(dict(bar.parts).get(kind) for kind in used)) for bar in report.bars)
    columns = (Column("hour"), *(Column(kind, CellKind.MONEY) for kind in used))
    yield Section(Word("by_hour_and_tender"), columns, rows)
