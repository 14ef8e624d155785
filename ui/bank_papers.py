"""The papers of the Bank place: saved, printed on A4, or short on the receipt printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from counter_app.domain.receipt import PrintState
from counter_app.domain.report_form import ReportForm
from counter_app.use_cases.report_watch import unwatched
from ui.language import language_now
from ui.marking import QT_TRANSLATE_NOOP
from ui.sentences import print_reason_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.domain.receipt import PrintOutcome
    from counter_app.domain.report import Report
    from ui.screen import Screen


class BankPapers(QObject):
    """Makes the paper on the ledger lane, then gives it to file or printer; tells in the screen's notice."""

    def __init__(self, screen: Screen, wanted: Callable[[], Callable[[], Report] | None]) -> None:
        """``wanted`` says how the paper of what is chosen is made; None for nothing chosen."""
        super().__init__(screen)
        self._screen, self._wanted = screen, wanted

    def save(self) -> None:
        """An A4 PDF in the reports' place."""
        self._with_file(lambda path: self._tell(QT_TRANSLATE_NOOP("Bank", "Saved"), str(path)))

    def print_sheet(self) -> None:
        """The same, to the system's printer."""
        print_file = self._screen.seat.desk.print_file
        lane = self._screen.seat.lanes.printer
        self._with_file(
            lambda path: self._screen.ask(lane, lambda: print_file(path), self._printed)
        )

    def print_short(self) -> None:
        """On the receipt printer."""
        print_report, language = self._screen.seat.desk.print_report, str(language_now())
        lane = self._screen.seat.lanes.printer
        self._with_report(
            lambda report: self._screen.ask(
                lane, lambda: print_report(report, language), self._printed
            )
        )

    def _with_file(self, then: Callable[[Path], None]) -> None:
        save, language = self._screen.seat.desk.save_report, str(language_now())
        lane = self._screen.seat.lanes.printer
        self._with_report(
            lambda report: self._screen.ask(
                lane, lambda: save(report, language, ReportForm.PDF, unwatched), then
            )
        )

    def _with_report(self, then: Callable[[Report], None]) -> None:
        make = self._wanted()
        if make is not None:
            self._screen.ask(self._screen.seat.lanes.ledger, make, then)

    def _printed(self, outcome: PrintOutcome) -> None:
        reason = print_reason_text(outcome.reason)
        if outcome.state is PrintState.PRINTED:
            text = outcome.saved_as or reason
            self._tell(QT_TRANSLATE_NOOP("Bank", "Given to the printer"), text)
        else:
            self._tell(QT_TRANSLATE_NOOP("Bank", "The paper was not printed"), reason, "caution")

    def _tell(self, title: str, text: str, tone: str = "positive") -> None:
        self._screen.notice.tell(tone, QCoreApplication.translate("Bank", title), text)
