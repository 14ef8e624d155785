"""One table of a report as it will be set: type, columns, headings, and the cells that need more than one line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from counter_app.domain.report import Names
from counter_app.reports.page import BODY, ROW_HEIGHT
from counter_app.reports.report_columns import is_figure, widths_of, with_gaps

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_text import ReportText
    from counter_app.reports.report_columns import Wanted
    from counter_app.reports.sheets import Sheet

HEAD_SIZE, MOST_HEAD_LINES, MOST_CELL_LINES = 0.9, 5, 6
LEADING = 1.36
"""A further line of a cell or heading, by the size of its type."""

EASY_SIZES = (BODY, 8.2, 7.6, 7.0)
"""Of type, the largest first: the first is taken at which no text is crowded."""

SIZES = (*EASY_SIZES, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0)
"""Where every one is crowded, the first at which all figures fit; the last even where they do not."""

LONG_TABLE_ROWS = 400
"""In a longer table a name stands on one line, shortened where it must be."""

ROWS_BETWEEN = 500
"""So many rows are set between two looks at the watch."""

Lines = dict[tuple[int, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """One section set. ``lines`` has the cells of more than one line by row and column, ``tall`` their rows.

    The totals are the row after the last.
    """

    section: Section
    size: float
    widths: tuple[float, ...]
    heads: tuple[tuple[str, ...], ...]
    lines: Lines
    tall: dict[int, int]

    @property
    def has_rows(self) -> bool:
        """Whether there is anything under the headings."""
        return bool(self.section.rows) or self.section.totals is not None

    @property
    def width(self) -> float:
        """From its left edge to its right."""
        return with_gaps(list(self.widths))

    @property
    def head_height(self) -> float:
        """Of the headings."""
        return self._height(max(map(len, self.heads)), self.size * HEAD_SIZE)

    @property
    def totals_row(self) -> int:
        """The number under which the totals are found in ``lines`` and ``tall``."""
        return len(self.section.rows)

    def row_height(self, row: int) -> float:
        """Of one row."""
        return self._height(self.tall.get(row, 1), self.size)

    def _height(self, lines: int, size: float) -> float:
        return ROW_HEIGHT * self.size / BODY + (lines - 1) * size * LEADING


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets tables with the measures of a sheet; ``listen`` is called now and then."""

    text: ReportText
    sheet: Sheet
    listen: Callable[[], None]

    def table(self, section: Section, asked: Wanted, inner: float) -> Table:
        """A section on a page of that inner width."""
        size = _size(asked, inner)
        widths = widths_of(section, asked, size, inner)
        heads = tuple(
            tuple(
                self.sheet.wrapped(
                    self.text.head(column), width, size * HEAD_SIZE, True, MOST_HEAD_LINES
                )
            )
            for column, width in zip(section.columns, widths, strict=True)
        )
        lines = self._lines(section, widths, size)
        tall: dict[int, int] = {}
        for (row, _), many in lines.items():
            tall[row] = max(tall.get(row, 1), len(many))
        return Table(section, size, widths, heads, lines, tall)

    def _lines(self, section: Section, widths: tuple[float, ...], size: float) -> Lines:
        found: Lines = {}
        is_long = len(section.rows) > LONG_TABLE_ROWS
        totals = () if section.totals is None else (section.totals,)
        for number, row in enumerate(chain(section.rows, totals)):
            if not number % ROWS_BETWEEN:
                self.listen()
            is_bold = number == len(section.rows)
            for place, cell in enumerate(row):
                if not (is_long and isinstance(cell, Names)):
                    many = self._cell(cell, widths[place], size, is_bold=is_bold)
                    if len(many) > 1:
                        found[number, place] = many
        return found

    def _cell(self, cell: Cell, width: float, size: float, *, is_bold: bool) -> tuple[str, ...]:
        """A sentence that is too wide, on several lines; nothing for a figure and for what fits on one."""
        shown = self.text.cell(cell)
        if is_figure(cell, shown) or self.sheet.width(shown, size, is_bold) <= width:
            return ()
        return tuple(self.sheet.wrapped(shown, width, size, is_bold, MOST_CELL_LINES))


def _size(asked: Wanted, inner: float) -> float:
    for size in EASY_SIZES:
        if with_gaps(asked.easy(size)) <= inner:
            return size
    return next((size for size in SIZES if with_gaps(asked.least(size)) <= inner), SIZES[-1])
