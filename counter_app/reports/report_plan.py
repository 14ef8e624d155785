"""Where everything of a report stands, before anything is drawn: the page, the tables, the rows of each page.

So the number of pages is known before the first is drawn, and nothing is drawn twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.reports.page import (
    A4_POINTS,
    BELOW_ROWS,
    BODY,
    LANDSCAPE_POINTS,
    MARGIN,
    STRONG,
    TOP,
)
from counter_app.reports.report_columns import wanted, with_gaps
from counter_app.reports.report_tables import Setter

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.report import Report
    from counter_app.domain.report_text import ReportText
    from counter_app.reports.report_columns import Wanted
    from counter_app.reports.report_tables import Table
    from counter_app.reports.sheets import Sheet

FURTHER_TOP = TOP + STRONG + 14
"""Where a further page begins, below its running title."""

SECTION_AIR, TITLE_HEIGHT, EMPTY_HEIGHT = 12.0, 20.0, 20.0
SIGNING_HEIGHT = 62.0
"""Below the last table, for the lines to sign on."""

LEAST_ROWS, WHOLE_TABLE_ROWS = 2, 12
"""As many rows follow a heading on its page; a table of no more than the second is not torn."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a table on one page, from ``y`` down: its rows from ``first`` to before ``last``."""

    table: Table
    y: float
    first: int
    last: int

    @property
    def is_continued(self) -> bool:
        """Whether the table began on a page before."""
        return self.first > 0

    @property
    def has_totals(self) -> bool:
        """Whether the table ends here, with totals."""
        return self.last == self.table.totals_row and self.table.section.totals is not None


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole report. ``pages`` are its blocks page by page; the signatures stand at the foot of the last."""

    size: tuple[float, float]
    pages: tuple[tuple[Block, ...], ...]


def plan_of(
    report: Report,
    text: ReportText,
    sheet: Sheet,
    top_of: Callable[[float], float],
    listen: Callable[[], None],
) -> Plan:
    """Plan it. ``top_of`` says where tables begin on the first page, by its inner width; ``listen`` is called often."""
    asked = [wanted(section, text, sheet, listen) for section in report.sections]
    size = LANDSCAPE_POINTS if any(map(_is_wide, asked)) else A4_POINTS
    inner = size[0] - 2 * MARGIN
    pages = _Pages(size[1] - BELOW_ROWS, top_of(inner))
    setter = Setter(text, sheet, listen)
    for section, one in zip(report.sections, asked, strict=True):
        pages.place(setter.table(section, one, inner))
    if report.signatures and not pages.has_room(SIGNING_HEIGHT):
        pages.turn()
    pages.turn()
    return Plan(size, tuple(pages.done))


def _is_wide(asked: Wanted) -> bool:
    """Whether a table would crowd its texts on a page in portrait."""
    return with_gaps(asked.easy(BODY)) > A4_POINTS[0] - 2 * MARGIN


@dataclass(slots=True)
class _Pages:
    """Pages being filled from the top down to ``end``."""

    end: float
    y: float
    done: list[tuple[Block, ...]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def has_room(self, height: float) -> bool:
        return self.y + height <= self.end

    def turn(self) -> None:
        self.done.append(tuple(self.blocks))
        self.blocks = []
        self.y = FURTHER_TOP

    def place(self, table: Table) -> None:
        """A table, on as many pages as it takes."""
        if not self.has_room(_least_height(table)) and self.y > FURTHER_TOP:
            self.turn()
        first = 0
        while (last := self._fill(table, first)) < table.totals_row:
            self.turn()
            first = last
        self.y += SECTION_AIR

    def _fill(self, table: Table, first: int) -> int:
        """A block from that row on, with at least one row; the row after its last."""
        y, rows = self.y, table.totals_row
        self.y += _above_rows(table)
        totals = table.row_height(rows) if table.section.totals is not None else 0.0
        row = first
        while row < rows:
            height = table.row_height(row)
            if not self.has_room(height + (totals if row == rows - 1 else 0.0)) and row > first:
                break
            self.y += height
            row += 1
        if row == rows:
            self.y += totals if table.has_rows else EMPTY_HEIGHT
        self.blocks.append(Block(table, y, first, row))
        return row


def _above_rows(table: Table) -> float:
    title = TITLE_HEIGHT if table.section.title is not None else 0.0
    return title + (table.head_height if table.has_rows else 0.0)


def _least_height(table: Table) -> float:
    """What must stand together: title, headings and some rows; of a short table all, with its totals."""
    is_short = table.totals_row <= WHOLE_TABLE_ROWS
    rows = range(table.totals_row if is_short else LEAST_ROWS)
    height = _above_rows(table) + sum(map(table.row_height, rows))
    if not table.has_rows:
        return height + EMPTY_HEIGHT
    has_totals = is_short and table.section.totals is not None
    return height + (table.row_height(table.totals_row) if has_totals else 0.0)
