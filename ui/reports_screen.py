"""Reports: every report of the counter on screen, as A4, on the receipt printer, as a file for the accountant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QUrl, Signal

from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.receipt import PrintState
from counter_app.domain.report import ReportKind
from counter_app.domain.report_form import ReportForm
from counter_app.use_cases.report_watch import ReportStep, ReportStoppedError
from ui.language import language_now
from ui.report_ear import ReportEar
from ui.reports_form import ReportsForm
from ui.reports_stage import ReportsStage
from ui.sentences import print_reason_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.domain.identity import CashierId
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.domain.report import Report
    from counter_app.use_cases.make_report import ReportChoices
    from ui.seat import Seat


Answer = TypeVar("Answer")


class ReportsScreen(ReportsStage):
    """Nothing is made while another is being made."""

    _overheard = Signal()
    """The ear has news: on the reports lane, heard on the window's own thread."""

    def __init__(self, seat: Seat, cashier_now: Callable[[], CashierId | None]) -> None:
        super().__init__(seat)
        self._cashier_now = cashier_now
        self._ear: ReportEar | None = None
        self._wanted: tuple[ReportKind, int] | None = None
        self.make_asked.connect(self.make)
        self.stop_asked.connect(self.stop)
        self.turn_asked.connect(self._turn)
        self.print_asked.connect(self._print)
        self.open_asked.connect(self._open)
        self.slip_asked.connect(self._print_slip)
        self.save_asked.connect(lambda form: self._save(form, self._saved))
        self.list.chosen.connect(self._choose)
        self.bar.changed.connect(self._edited)
        self._overheard.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        self.retranslate()

    def enter(self) -> None:
        """What can be chosen; the first time the collection of today is made."""
        self.notice.hush()
        self.list.setFocus()
        self.ask(self.seat.lanes.reports, self.seat.desk.list_report_choices, self._offered)

    def want(self, kind: ReportKind, shift_no: int) -> None:
        """The next visit begins with this report of a shift."""
        self._wanted = (kind, shift_no)

    def stop(self) -> None:
        """End what is being made or saved at its next step."""
        if self._ear is not None:
            self._ear.stop()

    def _offered(self, choices: ReportChoices) -> None:
        is_first = self.bar.form is None
        form = self.bar.form or ReportsForm.of_today(choices.today)
        newest = choices.shifts[0].shift_no if choices.shifts else 0
        self.bar.offer(choices)
        known = form.shift_no in self.bar.shift_nos
        form = replace(form, today=choices.today, shift_no=form.shift_no if known else newest)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            form = replace(form, kind=wanted[0], shift_no=wanted[1])
        self.bar.show_form(form)
        if is_first or wanted is not None:
            self.list.show_kind(form.kind)
            self.make()

    def _choose(self, kind: ReportKind) -> None:
        form = self.bar.form
        if form is not None and kind is not form.kind:
            form = replace(form, kind=kind)
            if kind is ReportKind.Z and form.shift_no not in self.bar.closed_nos:
                form = replace(form, shift_no=max(self.bar.closed_nos, default=form.shift_no))
            self.bar.show_form(form)
            self._edited()

    def _edited(self) -> None:
        """Another report, or of something else: what is shown is no longer it."""
        self.notice.hush()
        self._pages.setCurrentWidget(self._empty)
        self._name_report()

    def _turn(self, steps: int) -> None:
        form = self.bar.form
        if form is not None and self._ear is None:
            self.bar.show_form(form.turned(steps, self.bar.shift_nos))
            self.make()

    def make(self) -> None:
        """Make what is chosen, unless something is missing or being made."""
        form, by = self.bar.form, self._cashier_now()
        if form is None or by is None or self._ear is not None:
            return
        wanted = form.selection
        if wanted is None:
            self.bar.show_form(form)
            self.bar.focus()
            return
        make, kind, ear = self.seat.desk.make_report, form.kind, self._listening()
        self._run(lambda: make(kind, wanted, by, ear), lambda made: self._made(made, form))

    def _made(self, report: Report, asked: ReportsForm) -> None:
        """Show it, unless something else was chosen meanwhile."""
        self._ended()
        self.notice.hush()
        if asked != self.bar.form:
            return
        self._pages.setCurrentWidget(self.view)
        self.view.show_report(report)
        self._name_report()

    def _listening(self) -> ReportEar:
        self._ear = ReportEar(self._overheard.emit)
        return self._ear

    def _run(self, work: Callable[[], Answer], then: Callable[[Answer], None]) -> None:
        """On the reports lane, so that neither payments nor receipts wait; then the ear is taken off."""
        self.seat.lanes.reports.run(self, work, then=then, failed=self._failed)

    def _tell_progress(self) -> None:
        """How far it is, once it takes longer than a blink."""
        if self._ear is None:
            return
        self.stop_button.setHidden(False)
        progress = self._ear.latest
        if progress is None:
            return
        if progress.step is ReportStep.READ:
            said = self.tr("{count} rows read").format(count=progress.done)
        elif progress.total:
            said = self.tr("{done} of {total}").format(done=progress.done, total=progress.total)
        else:
            said = ""
        self.notice.tell("accent", self.tr("The report is being made…"), said)

    def _ended(self) -> None:
        self._ear = None
        self.stop_button.setHidden(True)

    def _failed(self, error: Exception) -> None:
        self._ended()
        if isinstance(error, ReportStoppedError):
            self.notice.tell(
                "caution", self.tr("Stopped"), self.tr("Nothing was changed; no file was left.")
            )
        elif isinstance(error, Refusal | Fault):
            self.tell(error)
        else:
            raise error

    def _save(self, form: ReportForm, then: Callable[[Path], None]) -> None:
        report, language = self.view.report, str(language_now())
        if report is None or self._ear is not None:
            return
        save, ear = self.seat.desk.save_report, self._listening()

        def ended(path: Path) -> None:
            self._ended()
            then(path)

        self._run(lambda: save(report, language, form, ear), ended)

    def _saved(self, path: Path) -> None:
        self.notice.tell("positive", self.tr("Report saved"), str(path))

    def _print(self) -> None:
        print_file = self.seat.desk.print_file
        self._save(
            ReportForm.PDF,
            lambda path: self.ask(self.seat.lanes.printer, lambda: print_file(path), self._printed),
        )

    def _print_slip(self) -> None:
        report, language, desk = self.view.report, str(language_now()), self.seat.desk
        if report is not None:
            self.ask(
                self.seat.lanes.printer, lambda: desk.print_report(report, language), self._printed
            )

    def _printed(self, outcome: PrintOutcome) -> None:
        reason = print_reason_text(outcome.reason)
        if outcome.state is PrintState.PRINTED:
            self.notice.tell(
                "positive", self.tr("Report given to the printer"), outcome.saved_as or reason
            )
        else:
            self.notice.tell("caution", self.tr("The report was not printed"), reason)

    def _open(self) -> None:
        self._save(ReportForm.PDF, self._opened)

    def _opened(self, path: Path) -> None:
        """In whatever shows PDFs on this computer: the pages are those that are printed."""
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - with the first preview

        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute()))):
            self.notice.tell("positive", self.tr("Opened as PDF"), str(path))
        else:
            self.notice.tell(
                "caution",
                self.tr("No program shows PDFs here"),
                self.tr("The report is saved: {path}").format(path=path),
            )
