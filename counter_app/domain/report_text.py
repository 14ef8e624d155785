"""What the cells of a report say: the same text on screen, on A4, on thermal paper and in CSV.

The words come from whoever shows it (``resources.vocabulary``), in one language: a key without words is a KeyError.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST
from counter_app.domain.money import Money, indian_grouping
from counter_app.domain.report import CellKind, Names, Word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from counter_app.domain.report import Cell, Column, Report

DAY = "%d-%m-%Y"
MOMENT = "%d-%m-%Y %H:%M"
TIME = "%H:%M"
LANGUAGES = ("en", "hi")


@dataclass(frozen=True, slots=True)
class ReportText:
    """One language's texts. ``words`` maps every key of the vocabulary to its words, blanks in braces."""

    words: Mapping[str, str]
    is_hindi: bool

    def title(self, report: Report) -> str:
        """What the report is called."""
        return self.words[f"report.{report.kind}"]

    def head(self, column: Column) -> str:
        """What stands over a column."""
        return self.words[column.head]

    def word(self, word: Word) -> str:
        """A word or sentence with its blanks filled. Raises KeyError for a key or blank nobody has words for."""
        facts = {name: self._fact(fact) for name, fact in word.facts}
        return self.words[word.key].format(**facts)

    def name(self, names: Names) -> str:
        """A name in this language, or the one there is; on one line."""
        first, second = (names.hi, names.en) if self.is_hindi else (names.en, names.hi)
        return " ".join((first or second).split())

    def cell(self, cell: Cell, kind: CellKind = CellKind.TEXT) -> str:
        """One cell; empty for none. Moments are told in Indian Standard Time, to the minute."""
        if cell is None:
            return ""
        if isinstance(cell, Word):
            return self.word(cell)
        if isinstance(cell, Names):
            return self.name(cell)
        if isinstance(cell, str):
            return " ".join(cell.split())
        if isinstance(cell, datetime):
            return cell.astimezone(IST).strftime(_FORMATS.get(kind, MOMENT))
        return self._plain(cell)

    def fact(self, cell: Cell) -> str:
        """What stands beside a label: a sum has its rupee sign, since no heading says what it is in."""
        shown = self.cell(cell)
        return f"₹ {shown}" if isinstance(cell, Money) else shown

    def _fact(self, fact: str | int | Money | date) -> str:
        """A fact in a sentence; a text that is the key of a code (``tender.cash``) says its words."""
        if isinstance(fact, str):
            return self.words.get(fact, fact) if "." in fact else fact
        return self.cell(fact)

    @staticmethod
    def _plain(cell: Money | int | date) -> str:
        if isinstance(cell, Money):
            return str(cell)
        return indian_grouping(cell) if isinstance(cell, int) else cell.strftime(DAY)


_FORMATS = {CellKind.TIME: TIME, CellKind.DAY: DAY}
