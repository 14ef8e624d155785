"""Any short report on the receipt printer: facts, then each table as rows of a label and a sum.

A table of one sum a row is a row a line, with what else it says in small print below. A table of several sums (at
the close: expected, counted, variance) has its label on a line and each sum with its heading below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.report import CellKind, Word
from counter_app.domain.report_text import ReportText
from counter_app.printing.layout_header import header_lines
from counter_app.printing.layout_parts import notes
from counter_app.printing.legible import legible_lines
from counter_app.printing.lines import Centre, Left, Pair, Rule, Space, Tone
from counter_app.printing.tongue import Tongue
from counter_app.printing.wording import NO_BREAK_SPACE
from resources.vocabulary import words_in

if TYPE_CHECKING:
    from counter_app.domain.report import Bar, Cell, Report, Section
    from counter_app.printing.lines import Line

SIGNING_ROOM, SIGN_HERE = Space(250), "_" * 12
BETWEEN, TIMES = " · ", " × "
DATED_LABEL = 2
FIGURES = frozenset({CellKind.MONEY, CellKind.COUNT})
MOMENTS = frozenset({CellKind.DAY, CellKind.TIME, CellKind.MOMENT})


def lay_out_report(report: Report, language: str, tongue: Tongue = Tongue.BOTH) -> tuple[Line, ...]:
    """All lines, in one language; whose it is stands at its head as ``tongue`` says."""
    text = ReportText(words_in(language), is_hindi=language == "hi")
    made = Word("page.made_at", (("moment", report.made_at),))
    lines = (
        *header_lines(report.place, tongue),
        Centre(text.title(report), Tone.TITLE),
        Centre(text.word(made), Tone.SMALL),
        Space(20),
        *(Pair(text.word(label), (_unbroken(text.fact(said)),)) for label, said in report.about),
        *(line for section in report.sections for line in _Narrow(section, text).lines()),
        *(line for bar in report.bars for line in _bar(bar, text)),
        Rule(is_strong=True),
        *(
            line
            for who in report.signatures
            for line in (SIGNING_ROOM, Pair(text.word(who), (SIGN_HERE,)))
        ),
    )
    return legible_lines(lines)


def _unbroken(said: str) -> str:
    """No line breaks between the rupee sign and its sum."""
    return said.replace("₹ ", f"₹{NO_BREAK_SPACE}")


def _bar(bar: Bar, text: ReportText) -> list[Line]:
    """What the picture would show of one hour."""
    parts = [(text.words[f"tender.{kind}"], str(amount)) for kind, amount in bar.parts if amount]
    heading = f"{text.words['hour']} {bar.label}"
    return [Rule(), Left(heading, Tone.STRONG), *(Pair(name, (said,)) for name, said in parts)]


@dataclass(frozen=True, slots=True)
class _Narrow:
    """One table."""

    section: Section
    text: ReportText

    def lines(self) -> list[Line]:
        """Title, what the rows are, the rows, the totals."""
        section, text = self.section, self.text
        lines: list[Line] = [Rule(is_strong=True)]
        if section.title is not None:
            lines.append(Centre(text.word(section.title), Tone.STRONG))
        if not section.rows:
            empty = section.when_empty
            lines.append(Left(text.words["page.nothing"] if empty is None else text.word(empty)))
        elif not self._has_many_sums():
            lines += [self._headings(), Rule()]
        for row in section.rows:
            lines += self._row(row, "", Tone.BODY)
        if section.totals is not None:
            lines += [Rule(), *self._row(section.totals, text.words["total"], Tone.STRONG)]
        return lines

    def _has_many_sums(self) -> bool:
        columns = self.section.columns[self._label_columns() :]
        return sum(column.kind is CellKind.MONEY for column in columns) > 1

    def _label_columns(self) -> int:
        """So many columns make the label: the first, and the second too where the first is a date or time."""
        columns = self.section.columns
        is_dated = columns[0].kind in MOMENTS and len(columns) > DATED_LABEL
        return DATED_LABEL if is_dated else 1

    def _value_column(self) -> int:
        """The one sum of a row, or the last count, or the last column."""
        columns = list(enumerate(self.section.columns))
        for kind in (CellKind.MONEY, CellKind.COUNT):
            if found := [place for place, one in columns[1:] if one.kind is kind]:
                return found[-1]
        return len(columns) - 1

    def _headings(self) -> Line:
        heads = [self.text.head(column) for column in self.section.columns]
        value = self._value_column()
        counts = [heads[place] for place in self._counts()]
        label = BETWEEN.join([*heads[: self._label_columns()], *counts])
        return Pair(label, (heads[value],), Tone.SMALL)

    def _counts(self) -> list[int]:
        """Counts that stand on the label's line, before the sum."""
        columns = enumerate(self.section.columns)
        first, value = self._label_columns(), self._value_column()
        return [p for p, one in columns if p >= first and p != value and one.kind is CellKind.COUNT]

    def _row(self, row: tuple[Cell, ...], called: str, tone: Tone) -> list[Line]:
        """``called`` is what a row is called that has no label."""
        shown = [
            self.text.cell(cell, column.kind)
            for cell, column in zip(row, self.section.columns, strict=True)
        ]
        first = self._label_columns()
        label = BETWEEN.join(filter(None, shown[:first])) or called
        if self._has_many_sums():
            return self._several(label, shown, tone)
        times = TIMES if isinstance(row[0], Money) else BETWEEN
        value, counts = self._value_column(), self._counts()
        label = times.join(filter(None, (label, *(shown[place] for place in counts))))
        rest = [
            one
            for place, one in enumerate(shown)
            if place >= first and place != value and place not in counts
        ]
        value_said = shown[value] if value >= first else ""
        return [
            Pair(label, (value_said,), tone),
            *notes(BETWEEN.join(filter(None, rest))),
        ]

    def _several(self, label: str, shown: list[str], tone: Tone) -> list[Line]:
        """A label, and below it each figure under its heading; texts in small print."""
        first, columns = self._label_columns(), self.section.columns
        figures: list[Line] = []
        rest = []
        for place in range(first, len(columns)):
            if columns[place].kind in FIGURES and shown[place]:
                figures.append(Pair(self.text.head(columns[place]), (shown[place],), tone))
            elif shown[place]:
                rest.append(shown[place])
        return [
            Left(label, Tone.STRONG),
            *notes(BETWEEN.join(rest)),
            *figures,
        ]
