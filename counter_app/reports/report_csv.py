"""Any report as CSV: UTF-8 with its mark, CRLF, tables one below the other, sums as 1234.50, days as 2026-11-23."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST
from counter_app.domain.money import PAISE_PER_RUPEE, Money
from counter_app.domain.report import CellKind
from counter_app.reports.report_cells import (
    head_of,
    is_like_formula,
    printable,
    tables_of,
    text_in,
    watched,
)
from counter_app.use_cases.report_watch import unwatched

if TYPE_CHECKING:
    from counter_app.domain.report import Cell, Report, Section
    from counter_app.domain.report_text import ReportText
    from counter_app.use_cases.report_watch import ReportWatch

GUARD = "'"
"""Before a text that a spreadsheet might take for a formula."""

FORMATS = {CellKind.TIME: "%H:%M:%S", CellKind.DAY: "%Y-%m-%d"}
MOMENT = "%Y-%m-%d %H:%M:%S"


def report_csv(report: Report, language: str, watch: ReportWatch = unwatched) -> bytes:
    """The whole file. Raises what the watch raises."""
    text = text_in(language)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([text.title(report)])
    writer.writerows([label, plain(said, text)] for label, said in head_of(report, text))
    for section in tables_of(report):
        writer.writerow([])
        if section.title is not None:
            writer.writerow([guarded(text.word(section.title))])
        writer.writerow([text.head(column) for column in section.columns])
        kinds = [column.kind for column in section.columns]
        for row in watched(section, watch):
            writer.writerow(list(map(plain, row, [text] * len(row), kinds)))
        writer.writerows(_end(section, text))
    return out.getvalue().encode("utf-8-sig")


def _end(section: Section, text: ReportText) -> list[list[str]]:
    """The totals as they were told, and what is said in place of no rows."""
    end: list[list[str]] = []
    if not section.rows and section.when_empty is not None:
        end.append([guarded(text.word(section.when_empty))])
    if section.totals is not None:
        kinds = (column.kind for column in section.columns)
        end.append(
            [plain(one, text, kind) for one, kind in zip(section.totals, kinds, strict=True)]
        )
    return end


def plain(cell: Cell, text: ReportText, kind: CellKind = CellKind.TEXT) -> str:
    """One cell: figures as programs read them, texts guarded."""
    if isinstance(cell, Money):
        rupees, paise = divmod(abs(cell.paise), PAISE_PER_RUPEE)
        return f"{'-' if cell.paise < 0 else ''}{rupees}.{paise:02d}"
    if isinstance(cell, datetime):
        return cell.astimezone(IST).strftime(FORMATS.get(kind, MOMENT))
    if isinstance(cell, int | date):
        return str(cell)
    return guarded(text.cell(cell, kind))


def guarded(shown: str) -> str:
    """A text that stays a text in every spreadsheet."""
    clean = printable(shown)
    return GUARD + clean if is_like_formula(clean) else clean
