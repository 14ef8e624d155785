"""Any report as an Excel workbook: a sheet of facts and one for each table; sums are numbers, days are days.

Nothing in it is a formula: totals are what the report says, and a name that begins with ``=`` stays a name.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from counter_app.domain.identity import IST
from counter_app.domain.money import PAISE_PLACES, Money
from counter_app.domain.report import CellKind, Names, Word
from counter_app.reports.report_cells import (
    head_of,
    is_like_formula,
    printable,
    tables_of,
    text_in,
    watched,
)
from counter_app.reports.report_columns import AT_RIGHT
from counter_app.use_cases.report_watch import ReportProgress, ReportStep, unwatched

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

    from counter_app.domain.report import Cell, Report, Section
    from counter_app.domain.report_text import ReportText
    from counter_app.use_cases.report_watch import ReportWatch

MONEY = r"[>=10000000]##\,##\,##\,##0.00;[>=100000]##\,##\,##0.00;##,##0.00"
COUNT = r"[>=10000000]##\,##\,##\,##0;[>=100000]##\,##\,##0;##,##0"
DAY, TIME, MOMENT = "DD-MM-YYYY", "HH:MM", "DD-MM-YYYY HH:MM"
MOMENTS = {CellKind.DAY: DAY, CellKind.TIME: TIME}
PLAIN, AS_TEXT = "0", "@"

ERROR_SIGN = "#"
"""openpyxl takes ``#N/A`` and its like for an error."""

HEAD_FILL = PatternFill("solid", fgColor="FFE0E0E0")
LEAST_CHARACTERS, MOST_CHARACTERS = 9, 48
ROWS_TRIED = 200
MOST_NAME, NOT_IN_NAMES = 31, re.compile(r"[\[\]:*?/\\']")


def report_xlsx(report: Report, language: str, watch: ReportWatch = unwatched) -> bytes:
    """The whole file. Raises what the watch raises."""
    text = text_in(language)
    book = Workbook(write_only=True)
    moment = report.made_at.astimezone(IST).replace(tzinfo=None)
    book.properties.created = book.properties.modified = moment
    book.properties.title = text.title(report)
    out = io.BytesIO()
    try:
        _fill(book, report, text, watch)
    finally:
        book.save(out)  # of a report that is stopped too: so openpyxl puts its own files away
    return out.getvalue()


def _fill(book: Workbook, report: Report, text: ReportText, watch: ReportWatch) -> None:
    names: set[str] = set()
    _facts(report, text, _Sheet(_named(book, text.title(report), names), text))
    for number, section in enumerate(tables_of(report), 1):
        title = f"{number}" if section.title is None else text.word(section.title)
        _table(section, _Sheet(_named(book, title, names), text), watch)
    watch(ReportProgress(ReportStep.WRITE, 0, 0))


def _named(book: Workbook, title: str, names: set[str]) -> Worksheet:
    """A new sheet; its name is short, without what Excel forbids, and stands once."""
    number = 1
    clean = " ".join(NOT_IN_NAMES.sub(" ", title).split())
    name = cut_at_word(clean, MOST_NAME)
    while name.casefold() in names:
        number += 1
        name = f"{cut_at_word(clean, MOST_NAME - 4)} {number}"
    names.add(name.casefold())
    sheet: Worksheet = book.create_sheet(name)
    return sheet


def cut_at_word(text: str, most: int) -> str:
    """As many whole words as fit; of one long word as much as fits. No bracket stays open."""
    if len(text) > most:
        whole, blank, _ = text[: most + 1].rpartition(" ")
        text = whole if blank else text[:most]
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")] or text
    return text.rstrip(" ,;·–-")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet being written from the top down."""

    to: Worksheet
    text: ReportText

    def row(
        self, cells: tuple[Cell, ...], kinds: tuple[CellKind, ...], *, is_bold: bool = False
    ) -> None:
        """Typed cells."""
        self.to.append(
            [
                self._told(cell, kind, is_bold=is_bold)
                for cell, kind in zip(cells, kinds, strict=True)
            ]
        )

    def _told(self, cell: Cell, kind: CellKind, *, is_bold: bool) -> SheetCell | str | None:
        """A plain text as it is, which is three times as fast as a cell with a format."""
        if cell is None:
            return None
        if not is_bold and isinstance(cell, Names | Word | str):
            shown = printable(self.text.cell(cell, kind))
            if not is_like_formula(shown) and not shown.startswith(ERROR_SIGN):
                return shown
        return self.cell(cell, kind, is_bold=is_bold)

    def cell(
        self, cell: Cell, kind: CellKind = CellKind.TEXT, *, is_bold: bool = False
    ) -> SheetCell:
        """One cell with its type and format."""
        value, shown_as = self._value(cell, kind)
        made = WriteOnlyCell(self.to)
        made.value = value
        if isinstance(value, str):
            made.data_type = "s"
            made.quotePrefix = is_like_formula(value)
        made.number_format = shown_as
        if is_bold:
            made.font = Font(bold=True)
        return made

    def _value(
        self, cell: Cell, kind: CellKind
    ) -> tuple[Decimal | datetime | date | int | str, str]:
        if isinstance(cell, Money):
            return Decimal(cell.paise).scaleb(-PAISE_PLACES), MONEY
        if isinstance(cell, datetime):
            return cell.astimezone(IST).replace(tzinfo=None), MOMENTS.get(kind, MOMENT)
        if isinstance(cell, date):
            return cell, DAY
        if isinstance(cell, int):
            return cell, COUNT if kind in AT_RIGHT else PLAIN
        return printable(self.text.cell(cell, kind)), AS_TEXT


def _facts(report: Report, text: ReportText, sheet: _Sheet) -> None:
    """What the report is called and says of itself."""
    sheet.to.column_dimensions["A"].width = 32
    sheet.to.column_dimensions["B"].width = MOST_CHARACTERS
    sheet.to.append([sheet.cell(text.title(report), is_bold=True)])
    for label, said in head_of(report, text):
        told = None if said is None else sheet.cell(said)
        if told is not None:
            told.alignment = Alignment(horizontal="left")
        sheet.to.append([sheet.cell(label), told])


def _table(section: Section, sheet: _Sheet, watch: ReportWatch) -> None:
    """Headings that stay while one scrolls, rows, totals."""
    kinds = tuple(column.kind for column in section.columns)
    for place, width in enumerate(_widths(section, sheet.text), 1):
        sheet.to.column_dimensions[get_column_letter(place)].width = width
    sheet.to.freeze_panes = "A2"
    sheet.to.append([_head(column.head, column.kind, sheet) for column in section.columns])
    if not section.rows and section.when_empty is not None:
        sheet.to.append([sheet.cell(section.when_empty)])
    for row in watched(section, watch):
        sheet.row(row, kinds)
    if section.totals is not None:
        sheet.row(section.totals, kinds, is_bold=True)


def _head(key: str, kind: CellKind, sheet: _Sheet) -> SheetCell:
    made = sheet.cell(Word(key), is_bold=True)
    made.fill = HEAD_FILL
    made.alignment = Alignment(
        horizontal="right" if kind in AT_RIGHT else "left", vertical="top", wrap_text=True
    )
    return made


def _widths(section: Section, text: ReportText) -> list[float]:
    """In characters, by the first rows and the totals."""
    rows = [*section.rows[:ROWS_TRIED], *(() if section.totals is None else (section.totals,))]
    widths: list[float] = []
    for place, column in enumerate(section.columns):
        shown = [text.cell(row[place], column.kind) for row in rows]
        longest = max(map(len, (text.head(column), *shown)))
        widths.append(min(max(longest + 2, LEAST_CHARACTERS), MOST_CHARACTERS))
    return widths
