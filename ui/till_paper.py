"""The Z report of a shift just closed: printed, or saved as PDF. Neither undoes the close, nor waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.receipt import PrintState
from counter_app.domain.report import ReportKind
from counter_app.domain.report_form import ReportForm
from counter_app.domain.report_selection import Selection
from counter_app.use_cases.report_watch import unwatched
from ui.language import language_now
from ui.sentences import print_reason_text, sentence_of

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.identity import CashierId
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.domain.report import Report
    from counter_app.domain.shift_close import ShiftClose
    from ui.seat import Seat


class TillPaper(QObject):
    """Makes it on the reports lane, prints it on the printer lane, and tells how it ended."""

    told = Signal(str, str, str)
    """Tone, title, sentence."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._is_busy = False

    def ask(self, close: ShiftClose, by: CashierId, *, is_printed: bool) -> None:
        """Print it, or save it; a second press while one is made is none."""
        if self._is_busy:
            return
        self._is_busy = True
        self.told.emit("accent", self.tr("The Z report is being made…"), "")
        make, save = self._seat.desk.make_report, self._seat.desk.save_report
        wanted, language = Selection.of_shift(close.shift_no), str(language_now())

        def work() -> tuple[Report, Path | None]:
            report = make(ReportKind.Z, wanted, by, unwatched)
            saved = None if is_printed else save(report, language, ReportForm.PDF, unwatched)
            return report, saved

        self._seat.lanes.reports.run(
            self, work, then=lambda made: self._made(*made, language), failed=self._failed
        )

    def _made(self, report: Report, saved: Path | None, language: str) -> None:
        if saved is not None:
            self._is_busy = False
            self.told.emit("positive", self.tr("The Z report is saved"), str(saved))
            return
        print_it = self._seat.desk.print_report
        self._seat.lanes.printer.run(
            self, lambda: print_it(report, language), then=self._printed, failed=self._failed
        )

    def _printed(self, outcome: PrintOutcome) -> None:
        self._is_busy = False
        if outcome.state is PrintState.PRINTED:
            self.told.emit("positive", self.tr("The Z report is printed"), "")
            return
        self.told.emit(
            "caution",
            self.tr("The Z report did not come out"),
            print_reason_text(outcome.reason)
            or self.tr("Look at the printer, then press Alt+P again."),
        )

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        if not isinstance(error, Refusal | Fault):
            raise error
        sentence = sentence_of(error)
        self.told.emit("negative", sentence.title, sentence.text)
