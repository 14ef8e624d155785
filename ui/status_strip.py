"""The strip at the bottom: server, outbox, printer, shift, bills. It is never a lie.

What it says of the server comes from signed acknowledgements in the books, not from a cable.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.identity import IST
from counter_app.domain.receipt import PrintReason, PrintState
from counter_app.domain.shift import ShiftState
from counter_app.use_cases.custody_views import LimitOf
from ui.changes import Change
from ui.line_words import server_words
from ui.sentences import print_reason_text, sentence_of, stop_reason_text
from ui.till_words import till_fact
from ui.widgets.labels import ElidedLabel, IconLabel
from ui.widgets.styling import role, row
from ui.words import day_text, rupees, short_moment_text

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Shift
    from counter_app.use_cases.custody_views import Limit, ShiftSeen
    from counter_app.use_cases.views import CounterStatus
    from ui.heartbeat import Heartbeat, ServerReach
    from ui.paper import Paper, PaperNews
    from ui.seat import Seat

_Known = tuple["CashierId | None", "CounterStatus", "ShiftSeen | None", "Limit | None"]
_DRAWER_EVERY = timedelta(minutes=1)
"""Adding up a long shift takes the ledger lane a moment: not after each payment."""

STRIP_PX = 32
NARROW_PX = 1000
"""Below this the age of the bills is left to the payment screen, which shows it beside the sum."""

_ICON_PX = 16


class _Segment(QWidget):
    """An icon and a few words."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._icon = IconLabel(icon_name, "text_muted", _ICON_PX)
        self.label = ElidedLabel("")
        self.label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = row(self._icon, gap=1)
        layout.addWidget(self.label)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_fact(self, text: str, icon_name: str, tone: str = "text_muted") -> None:
        """Words, and the icon that carries the meaning beside the colour."""
        self._icon.show_icon(icon_name, tone)
        self.label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class StatusStrip(QFrame):
    """Five facts, always on the screen; more while a day is to be reconciled, or money is not with the bank."""

    known = Signal(object)
    """CounterStatus, whenever the books were asked."""

    def __init__(self, seat: Seat, heartbeat: Heartbeat, paper: Paper) -> None:
        super().__init__()
        role(self, ground="strip")
        self._seat = seat
        self._heartbeat = heartbeat
        self._status: CounterStatus | None = None
        self._news: PaperNews | None = None
        self.shift: Shift | None = None
        """The shift of whoever sits here, as the books last said."""
        self.shift_state: ShiftState | None = None
        self._cashier_id: CashierId | None = None
        self._drawer: Limit | None = None
        self._drawer_asked_at: datetime | None = None
        self.server, self.outbox = _Segment("server"), _Segment("outbox")
        self.reconciling, self.bank = _Segment("report"), _Segment("bank")
        self.printer, self.till, self.bills = (
            _Segment("printer"),
            _Segment("shift"),
            _Segment("receipt"),
        )
        layout = row(gap=4, margins=(4, 0, 4, 0))
        for segment in (
            self.server,
            self.outbox,
            self.reconciling,
            self.bank,
            self.printer,
            self.till,
            self.bills,
        ):
            layout.addWidget(segment)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setFixedHeight(STRIP_PX)
        heartbeat.told.connect(lambda _reach: self.show_facts())
        heartbeat.ticked.connect(self._show_server)
        paper.told.connect(self._hear)
        seat.changes.changed.connect(self._heard)

    def seat_shift(self, cashier_id: CashierId, shift: Shift | None) -> None:
        """Who sits here, and whose shift is open."""
        self._cashier_id, self.shift = cashier_id, shift
        self.shift_state = ShiftState.OPEN if shift else None
        self._drawer = self._drawer_asked_at = None
        self.load()

    def load(self) -> None:
        """Ask the books; how full the drawer is, at most once a minute."""
        desk, cashier_id, now = self._seat.desk, self._cashier_id, self._seat.now()
        asked_at = self._drawer_asked_at
        is_drawer_due = asked_at is None or not timedelta(0) <= now - asked_at < _DRAWER_EVERY
        if is_drawer_due:
            self._drawer_asked_at = now

        def work() -> _Known:
            status = desk.counter_status()
            mine = [one for one in desk.open_shifts() if one.shift.cashier_id == cashier_id]
            drawer: list[Limit] = []
            if cashier_id is not None and mine and is_drawer_due:
                limits = desk.view_till(cashier_id).limits
                drawer = [one for one in limits if one.what is LimitOf.DRAWER]
            return cashier_id, status, next(iter(mine), None), next(iter(drawer), None)

        self._seat.lanes.ledger.run(self, work, then=self._loaded, failed=self._could_not_load)

    def show_facts(self) -> None:
        """Say everything anew."""
        self._show_server()
        self._show_outbox()
        self._show_reconciling()
        self._show_bank()
        self._show_printer()
        self._show_till()
        as_on = self._status.bills_as_on if self._status else None
        if as_on is not None and self.width() < NARROW_PX:
            self.bills.show_fact("", "receipt")
        elif as_on is None:
            self.bills.show_fact(self.tr("No bills yet"), "caution", "caution")
        else:
            moment = short_moment_text(as_on, self._seat.now())
            self.bills.show_fact(self.tr("Bills of {moment}").format(moment=moment), "receipt")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows less."""
        super().resizeEvent(event)
        self.show_facts()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.show_facts()

    @property
    def open_matters(self) -> int:
        """How many fates wait for a supervisor, as last asked."""
        return self._status.open_matters if self._status is not None else 0

    @property
    def unreconciled_day(self) -> date | None:
        """The day that is due to be reconciled, as last asked."""
        return self._status.unreconciled_day if self._status is not None else None

    def _loaded(self, known: _Known) -> None:
        cashier_id, status, seen, drawer = known
        self._status = status
        if cashier_id == self._cashier_id:
            self.shift, self.shift_state = (seen.shift, seen.state) if seen else (None, None)
            self._drawer = drawer or (self._drawer if seen else None)
        self.known.emit(status)
        self.show_facts()

    def _could_not_load(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self.outbox.show_fact(sentence_of(error).title, "stop", "negative")

    def _heard(self, changes: frozenset[Change]) -> None:
        if changes & {Change.BILLS, Change.TILL, Change.OUTBOX, Change.SERVER}:
            self.load()

    def _hear(self, news: PaperNews) -> None:
        self._news = news
        self._show_printer()

    def _show_server(self) -> None:
        if self._status is not None and self._status.stopped_because:
            reason = stop_reason_text(self._status.stopped_because)
            self.server.show_fact(
                self.tr("Stopped: {reason}").format(reason=reason), "stop", "negative"
            )
            return
        reached_at = self._last_reached(self._heartbeat.reach)
        self.server.show_fact(*server_words(self._heartbeat, reached_at, self._seat.now()))

    def _last_reached(self, reach: ServerReach) -> datetime | None:
        acknowledged = self._status.outbox.acknowledged_at if self._status else None
        known = [moment for moment in (reach.reached_at, acknowledged) if moment is not None]
        return max(known, default=None)

    def _show_outbox(self) -> None:
        if self._status is None:
            self.outbox.show_fact("", "outbox")
            return
        summary = self._status.outbox
        if not summary.unsent_messages:
            self.outbox.show_fact(self.tr("All sent"), "tick", "positive")
            return
        oldest = (
            short_moment_text(summary.oldest_at, self._seat.now()) if summary.oldest_at else "–"
        )
        words = self.tr("{count} unsent ({amount}), oldest {moment}").format(
            count=summary.unsent_messages, amount=rupees(summary.unsent), moment=oldest
        )
        self.outbox.show_fact(words, "pending", "caution")

    def _show_reconciling(self) -> None:
        """The evening's reminder; the day before is due until it is done."""
        status, day = self._status, self.unreconciled_day
        if status is None or day is None:
            self.reconciling.show_fact("", "report")
        elif status.differing_payments:
            words = self.tr("{count} differ from the centre (Ctrl+M)")
            self.reconciling.show_fact(
                words.format(count=status.differing_payments), "stop", "negative"
            )
        elif day == self._seat.now().astimezone(IST).date():
            self.reconciling.show_fact(self.tr("Not reconciled yet (Ctrl+M)"), "caution", "caution")
        else:
            words = self.tr("{day} not reconciled (Ctrl+M)").format(day=day_text(day))
            self.reconciling.show_fact(words, "caution", "caution")

    def _show_till(self) -> None:
        self.till.show_fact(*till_fact(self.shift, self.shift_state, self._drawer))

    def _show_bank(self) -> None:
        """From the next day on: money that is not with the bank."""
        alarm = self._status.undeposited if self._status is not None else None
        if alarm is None:
            self.bank.show_fact("", "bank")
            return
        words = self.tr("{amount} since {day} not at the bank (Ctrl+B)")
        self.bank.show_fact(
            words.format(amount=rupees(alarm.amount), day=day_text(alarm.oldest)),
            "caution",
            "caution",
        )

    def _show_printer(self) -> None:
        news = self._news
        if news is None:
            self.printer.show_fact(self.tr("Printer not used yet"), "printer")
        elif news.fault is not None:
            self.printer.show_fact(sentence_of(news.fault).title, "stop", "negative")
        elif news.outcome is None:
            self.printer.show_fact(self.tr("Printing…"), "printer")
        elif news.outcome.reason == PrintReason.SAVED_AS_FILE:
            self.printer.show_fact(self.tr("No printer: PDF"), "save")
        elif news.outcome.state is not PrintState.PRINTED:
            words = print_reason_text(news.outcome.reason) or self.tr("Printer is uncertain")
            self.printer.show_fact(words, "caution", "negative")
        elif news.outcome.reason == PrintReason.LOW_PAPER:
            self.printer.show_fact(print_reason_text(news.outcome.reason), "caution", "caution")
        else:
            self.printer.show_fact(self.tr("Printer ready"), "printer", "positive")
