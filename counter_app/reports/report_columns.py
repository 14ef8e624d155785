"""How wide the columns of a report's table are: no sum, number or date is ever shortened, texts share what is left."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from counter_app.domain.report import CellKind, Names, Word
from counter_app.reports.page import BODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_text import ReportText
    from counter_app.reports.sheets import Sheet

GAP = 8.0
"""Points between two columns."""

PADDING = 3.0
"""Points before the first column and behind the last."""

LONGEST_NUMBER = 24
"""A text without a space that has a figure in it and is no longer is a number, as a receipt's or a bank's."""

LEAST_TEXT, MOST_TEXT = 46.0, 170.0
"""A column of texts is never narrower; wider than that it asks for no more."""

WIDEST_FIGURE, WIDEST_TEXT = 112.0, 230.0
"""No column of figures, or of texts, is stretched beyond this: a short table need not cross the page."""

ROOM_FOR_TEXT = 80.0
"""A text is not crowded that has as much as this, or as much as it wishes."""

ROWS_TRIED = 400
"""Texts of so many rows tell how wide a column of them would like to be."""

AT_RIGHT = frozenset({CellKind.MONEY, CellKind.COUNT})
FIGURES_ALIKE = str.maketrans("123456789", "000000000")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a table's columns ask for, in points at type of ``BODY`` points; it grows and shrinks with the type."""

    heads: tuple[float, ...]
    """The longest word of each heading."""
    figures: tuple[float, ...]
    """The widest figure in bold, since a total is."""
    texts: tuple[float, ...]
    """The widest text of the first rows."""

    def least(self, size: float) -> list[float]:
        """Each column's least width at a size of type."""
        return [
            max(head * scale, figure * scale, min(text * scale, LEAST_TEXT))
            for scale in (size / BODY,)
            for head, figure, text in zip(self.heads, self.figures, self.texts, strict=True)
        ]

    def wished(self, size: float) -> list[float]:
        """Each column's width if its texts are to stand on one line."""
        return [
            max(least, min(text * size / BODY, MOST_TEXT))
            for least, text in zip(self.least(size), self.texts, strict=True)
        ]

    def easy(self, size: float) -> list[float]:
        """Each column's width if no text is to be crowded."""
        return [
            max(least, min(wish, ROOM_FOR_TEXT))
            for least, wish in zip(self.least(size), self.wished(size), strict=True)
        ]


def is_figure(cell: Cell, shown: str) -> bool:
    """Whether a cell is a sum, a number or a date, which is shown whole or not at all."""
    if isinstance(cell, str):
        return len(shown) <= LONGEST_NUMBER and " " not in shown and _has_figure(shown)
    return not isinstance(cell, Names | Word)


def wanted(section: Section, text: ReportText, sheet: Sheet, listen: Callable[[], None]) -> Wanted:
    """Measure one table. Figures of one shape are as wide as each other, so each shape is measured once.

    ``listen`` is called now and then, since a table may have 20,000 rows.
    """
    heads, widest, texts = [], [], []
    for place, column in enumerate(section.columns):
        words = text.head(column).split()
        heads.append(max((sheet.width(word, BODY, True) for word in words), default=0.0))
        figures, names = _shapes(section, place, text, listen)
        widest.append(max((sheet.width(shape, BODY, True) for shape in figures), default=0.0))
        texts.append(max((sheet.width(name, BODY, False) for name in names), default=0.0))
    return Wanted(tuple(heads), tuple(widest), tuple(texts))


def with_gaps(widths: list[float]) -> float:
    """How wide a table of these columns is."""
    return sum(widths) + GAP * (len(widths) - 1) + 2 * PADDING


def widths_of(section: Section, asked: Wanted, size: float, inner: float) -> tuple[float, ...]:
    """The columns' widths in points on a page of that inner width, the least of each being kept.

    First the texts get what they wish, as far as it goes; the rest is dealt out by the columns' own shares.
    """
    least, wished = asked.least(size), asked.wished(size)
    needed = sum(wished) - sum(least)
    part = min(1.0, max(inner - with_gaps(least), 0.0) / needed) if needed else 0.0
    given = [low + (high - low) * part for low, high in zip(least, wished, strict=True)]
    rest = max(inner - with_gaps(given), 0.0)
    shares = sum(column.width for column in section.columns)
    return tuple(
        max(width, min(width + rest * column.width / shares, most))
        for width, column, most in zip(
            given,
            section.columns,
            (WIDEST_TEXT if wide else WIDEST_FIGURE for wide in asked.texts),
            strict=True,
        )
    )


def _shapes(
    section: Section, place: int, text: ReportText, listen: Callable[[], None]
) -> tuple[set[str], set[str]]:
    """The shapes of a column's figures (each figure as 0), and the texts of its first rows."""
    kind = section.columns[place].kind
    figures: set[str] = set()
    for number, row in enumerate(section.rows):
        if not number % ROWS_TRIED:
            listen()
        cell = row[place]
        if cell is None or isinstance(cell, Names | Word):
            continue
        shown = text.cell(cell, kind)
        if is_figure(cell, shown):
            figures.add(shown.translate(FIGURES_ALIKE))
    tried = list(islice(section.rows, ROWS_TRIED))
    if section.totals is not None:
        tried.append(section.totals)
        total = section.totals[place]
        shown = text.cell(total, kind)
        if is_figure(total, shown):
            figures.add(shown.translate(FIGURES_ALIKE))
    texts = {
        text.cell(row[place], kind) for row in tried if isinstance(row[place], Names | Word | str)
    }
    return figures, {one for one in texts if one.translate(FIGURES_ALIKE) not in figures}


def _has_figure(shown: str) -> bool:
    return any(character.isdecimal() for character in shown)
