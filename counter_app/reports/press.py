"""Saves reports and gives them to the system's printer."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, assert_never

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import IST
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.report import ReportKind, Word
from counter_app.domain.report_form import ReportForm
from counter_app.reports.day_report_pdf import draw_day_report
from counter_app.reports.headings import REPORT_TITLE_EN
from counter_app.reports.instrument_list_pdf import draw_instrument_list
from counter_app.reports.instrument_words import LIST_TITLE_EN
from counter_app.reports.page import A4_POINTS
from counter_app.reports.reconciliation_pdf import draw_reconciliation
from counter_app.reports.reconciliation_words import COMPARED_TITLE_EN
from counter_app.reports.report_csv import report_csv
from counter_app.reports.report_pdf import report_pdf
from counter_app.reports.report_xlsx import report_xlsx
from counter_app.spooling.cups import FOLLOW_SECONDS, SPOOL_TIMEOUT_SECONDS, Spooler
from counter_app.use_cases.report_watch import unwatched

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.day_report import DayReport
    from counter_app.domain.instrument_list import InstrumentList
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.report import Cell, Report
    from counter_app.reports.sheets import NewSheet
    from counter_app.use_cases.ports import CarriedFiles
    from counter_app.use_cases.report_watch import ReportWatch

STEMS = {ReportKind.X: "x-report", ReportKind.Z: "z-report"}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SystemPress:
    """Implements ports.ReportPress. ``new_sheet`` is ``counter_app.printing.sheet.Sheet``, given by launch.

    ``files`` puts a report into its place.
    """

    folder: Path
    new_sheet: NewSheet
    files: CarriedFiles
    spool_timeout_seconds: float = SPOOL_TIMEOUT_SECONDS
    follow_seconds: float = FOLLOW_SECONDS

    def save(self, report: DayReport, language: str) -> Path:
        """``daily-collection-2026-11-23-C07-hi.pdf``; a newer one of the same day takes its place.

        Raises Fault FILE_NOT_WRITTEN.
        """
        day, counter_id = report.business_date.isoformat(), report.place.counter_id
        path = self.folder / f"daily-collection-{day}-{counter_id}-{language}.pdf"
        sheet = self.new_sheet(path, *A4_POINTS, f"{REPORT_TITLE_EN} {day} {counter_id}")
        draw_day_report(report, sheet, language)
        return sheet.save()

    def save_instruments(self, listed: InstrumentList, language: str) -> Path:
        """``instruments-2026-11-23-C07-hi.pdf``; a newer one of the same day takes its place.

        Raises Fault FILE_NOT_WRITTEN.
        """
        day = listed.made_at.astimezone(IST).date().isoformat()
        counter_id = listed.place.counter_id
        path = self.folder / f"instruments-{day}-{counter_id}-{language}.pdf"
        sheet = self.new_sheet(path, *A4_POINTS, f"{LIST_TITLE_EN} {day} {counter_id}")
        draw_instrument_list(listed, sheet, language)
        return sheet.save()

    def save_reconciliation(self, made: Reconciliation, language: str) -> Path:
        """``reconciliation-2026-11-23-C07-hi.pdf``; a newer one of the same day takes its place.

        Raises Fault FILE_NOT_WRITTEN.
        """
        day, counter_id = made.business_date.isoformat(), made.place.counter_id
        path = self.folder / f"reconciliation-{day}-{counter_id}-{language}.pdf"
        sheet = self.new_sheet(path, *A4_POINTS, f"{COMPARED_TITLE_EN} {day} {counter_id}")
        draw_reconciliation(made, sheet, language)
        return sheet.save()

    def save_report(
        self,
        report: Report,
        language: str,
        form: ReportForm,
        watch: ReportWatch = unwatched,
    ) -> Path:
        """``cash-scroll-2026-11-23-C07-hi.pdf``; a file of that name is kept, the new one is ``...-hi-2.pdf``.

        Raises Fault FILE_NOT_WRITTEN, or what the watch raises; then no file is left behind.
        """
        content = self._content(report, language, form, watch)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Fault(FaultCode.FILE_NOT_WRITTEN, f"{self.folder}: {error}") from error
        return self.files.write(self.folder, name_of(report, language, form), content)

    def _content(
        self, report: Report, language: str, form: ReportForm, watch: ReportWatch
    ) -> bytes:
        match form:
            case ReportForm.PDF:
                return report_pdf(report, language, self.new_sheet, watch)
            case ReportForm.XLSX:
                return report_xlsx(report, language, watch)
            case ReportForm.CSV:
                return report_csv(report, language, watch)
            case _ as never:  # pragma: no cover - the type checker proves it
                assert_never(never)

    def print_file(self, path: Path) -> PrintOutcome:
        """Hand the file to the system's printer, and see for a while what becomes of it."""
        if not path.exists():
            return PrintOutcome(PrintState.NOT_SENT, FaultCode.FILE_NOT_WRITTEN)
        if sys.platform == "win32":
            return _print_with_shell(path)
        return Spooler(self.spool_timeout_seconds, self.follow_seconds).print_file(path)


def name_of(report: Report, language: str, form: ReportForm) -> str:
    """Kind, day and counter: the first day the report says it is of, else the day it was made."""
    said = [one for _, cell in report.about for one in (cell, *_facts(cell))]
    days = (one for one in said if isinstance(one, date))
    day = next(days, report.made_at)
    on = day.astimezone(IST).date() if isinstance(day, datetime) else day
    kind = STEMS.get(report.kind) or report.kind.replace("_", "-")
    return f"{kind}-{on.isoformat()}-{report.place.counter_id}-{language}.{form}"


def _facts(cell: Cell) -> list[object]:
    return [fact for _, fact in cell.facts] if isinstance(cell, Word) else []


def _print_with_shell(path: Path) -> PrintOutcome:
    """Windows prints with whatever program opens PDF files; with none it says so."""
    try:
        os.startfile(path, "print")  # type: ignore[attr-defined,unused-ignore]  # noqa: S606 - Windows only
    except OSError as error:
        _log.warning("the shell cannot print: %s", error)
        return PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
    return PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)
