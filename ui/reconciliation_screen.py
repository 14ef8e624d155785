"""The daily reconciliation: this counter's day against the centre's, by tender, by fate, difference by difference."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.errors import Fault, FaultCode, Refusal
from counter_app.domain.receipt import PrintState
from counter_app.use_cases.round_watch import RoundStoppedError
from ui.changes import Change
from ui.language import language_now
from ui.line_words import progress_text
from ui.reconciliation_tables import ReconciliationTables
from ui.reconciliation_words import reconciled_text
from ui.round_ear import RoundEar
from ui.screen import Screen
from ui.sentences import print_reason_text, sentence_of
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.styling import column, row
from ui.words import day_text, rupees

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.day_report import DayReport
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.domain.reconciliation import Reconciled, Reconciliation
    from counter_app.use_cases.views import DayCompared
    from ui.seat import Seat

_NEWS = (Change.OUTBOX, Change.RECEIPTS, Change.SERVER)


class ReconciliationScreen(Screen):
    """One business date; compared when a person asks."""

    _overheard = Signal()
    """The ear has news: on the sync lane, heard on the window's own thread."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.day: date | None = None
        self.made: Reconciliation | None = None
        self._kept: Reconciled | None = None
        self._ear: RoundEar | None = None
        self._title = Label("", as_="title")
        self._subtitle = ElidedLabel("", as_="muted")
        self.earlier_button = KeyButton(lambda: self._turn(-1), key="Alt+Left", hint="Alt ‹")
        self.later_button = KeyButton(lambda: self._turn(1), key="Alt+Right", hint="Alt ›")
        self.slip_button = KeyButton(self._print_slip, key="Alt+P", icon_name="receipt")
        self.print_button = KeyButton(self._print, key="Ctrl+P", icon_name="printer")
        self.stop_button = KeyButton(self.stop, key="Esc", icon_name="close")
        self.stop_button.setHidden(True)
        self.compare_button = KeyButton(
            self._compare, hint="Enter", icon_name="sync", kind="primary"
        )
        self.tables = ReconciliationTables()
        self._empty = EmptyState("sync")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.tables)
        head = row(gap=2)
        head.addLayout(column(self._title, self._subtitle, gap=0), 1)
        head.addWidget(self.stop_button)
        head.addWidget(self.compare_button)
        others = row(self.earlier_button, self.later_button, 1, gap=2)
        for button in (self.slip_button, self.print_button):
            others.addWidget(button)
        layout = column(head, others, self.notice, gap=2, margins=(4, 3, 4, 3))
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        self._overheard.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        self.retranslate()

    def show_day(self, day: date | None) -> None:
        """Which day; None is the one that is due, or today. Nothing of another day stays."""
        self.day, self.made, self._kept = day, None, None

    def enter(self) -> None:
        """What is known of the day; a person asks for the comparison."""
        self.notice.hush()
        self.compare_button.setFocus()
        self._load()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Reconciliation with the centre"))
        self._title.setText(self.tr("Reconciliation with the centre"))
        self.earlier_button.say(self.tr("Day before"))
        self.later_button.say(self.tr("Day after"))
        self.slip_button.say(self.tr("Slip"), self.tr("Print it on the receipt printer"))
        self.print_button.say(self.tr("Print"))
        self.compare_button.say(self.tr("Compare now"))
        self.stop_button.say(self.tr("Stop"), self.tr("Stop comparing"))
        self._empty.say(
            self.tr("Not compared yet"),
            self.tr(
                "What is unsent is sent first; then the day is compared payment by payment. "
                "Payments can be taken meanwhile."
            ),
        )
        self.tables.retranslate()
        self._show()

    def _turn(self, days: int) -> None:
        if self.day is not None and self._ear is None:
            self.show_day(self.day + timedelta(days=days))
            self.notice.hush()
            self._show()
            self._load()

    def _load(self) -> None:
        desk, day = self.seat.desk, self.day

        def work() -> DayReport:
            due = day if day is not None else desk.counter_status().unreconciled_day
            return desk.report_day(due if due is not None else desk.business_date())

        self.ask(self.seat.lanes.ledger, work, self._loaded)

    def _loaded(self, report: DayReport) -> None:
        self.day, self._kept = report.business_date, report.reconciled
        self._show()

    def stop(self) -> None:
        """End a comparison under way at its next step."""
        if self._ear is not None:
            self._ear.stop()

    def _compare(self) -> None:
        day = self.day
        if day is None or self._ear is not None:
            return
        ear = self._ear = RoundEar(self._overheard.emit)
        self._tell_progress()
        compare = self.seat.desk.reconcile_day
        self.seat.lanes.sync.run(
            self, lambda: compare(day, ear), then=self._compared, failed=self._not_compared
        )

    def _tell_progress(self) -> None:
        """How far it is; told on the lane, shown here."""
        self.stop_button.setHidden(self._ear is None)
        if self._ear is not None:
            progress = self._ear.latest
            self.notice.tell(
                "accent",
                self.tr("Asking the centre…"),
                progress_text(progress) if progress is not None else "",
            )

    def _ended(self) -> None:
        self._ear = None
        self.stop_button.setHidden(True)

    def _not_compared(self, error: Exception) -> None:
        self._ended()
        if isinstance(error, RoundStoppedError):
            self.notice.tell(
                "caution",
                self.tr("Stopped"),
                self.tr("Nothing was compared. What was sent before is at the centre."),
            )
            self.seat.changes.announce(*_NEWS)
        elif isinstance(error, Refusal | Fault):
            self.tell(error)
        else:
            raise error

    def _compared(self, compared: DayCompared) -> None:
        self._ended()
        self.made, self._kept = compared.reconciliation, compared.kept
        self.day = self.made.business_date
        self._tell_outcome(self.made, compared.fault)
        self._show()
        if self.made.differences:
            self.tables.differences.setFocus()
        self.seat.changes.announce(*_NEWS)

    def _tell_outcome(self, made: Reconciliation, fault: str) -> None:
        unsent = made.total.unsent
        if fault:
            why = sentence_of(Fault(FaultCode(fault)))
            self.notice.tell(
                "caution",
                self.tr("The centre could not be asked: {why}").format(why=why.title),
                self.tr(
                    "Below stands what it has acknowledged. Nothing is lost; compare again later."
                ),
            )
        elif made.differences:
            self.notice.tell(
                "negative",
                self.tr("{count} payments differ from the centre").format(
                    count=len(made.differences)
                ),
                self.tr(
                    "Nothing was changed. Print this list and go through it with a supervisor."
                ),
            )
        elif unsent.count:
            self.notice.tell(
                "caution",
                self.tr("Equal to the centre as far as sent"),
                self.tr(
                    "{count} payments ({amount}) are not sent yet: compare again later."
                ).format(count=unsent.count, amount=rupees(unsent.amount)),
            )
        else:
            self.notice.tell(
                "positive",
                self.tr("Equal to the centre, to the paisa"),
                self.tr("The centre's signed answer is kept as proof."),
            )

    def _show(self) -> None:
        made = self.made
        day = day_text(self.day) if self.day is not None else ""
        self._subtitle.setText(" · ".join(filter(None, (day, reconciled_text(self._kept)))))
        for button in (self.slip_button, self.print_button):
            button.setEnabled(made is not None)
        self._pages.setCurrentIndex(0 if made is None else 1)
        self.tables.show_made(made)

    def _print(self) -> None:
        made, desk, language = self.made, self.seat.desk, str(language_now())
        if made is not None:
            self.ask(
                self.seat.lanes.printer,
                lambda: desk.print_file(desk.save_reconciliation(made, language)),
                self._printed,
            )

    def _print_slip(self) -> None:
        made, desk = self.made, self.seat.desk
        if made is not None:
            self.ask(
                self.seat.lanes.printer, lambda: desk.print_reconciliation(made), self._printed
            )

    def _printed(self, outcome: PrintOutcome) -> None:
        reason = print_reason_text(outcome.reason)
        if outcome.state is PrintState.PRINTED:
            self.notice.tell(
                "positive", self.tr("Given to the printer"), outcome.saved_as or reason
            )
        else:
            self.notice.tell("caution", self.tr("It was not printed"), reason)
