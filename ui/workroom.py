"""The window after sign-in: the rail, the screens, the status strip. Built after the first window is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.report import ReportKind
from counter_app.domain.shift import ShiftState
from ui.bank_screen import BankScreen
from ui.counter_facts_screen import CounterFactsScreen
from ui.day_report_screen import DayReportScreen
from ui.instruments_screen import InstrumentsScreen
from ui.matters_screen import MattersScreen
from ui.outbox_screen import OutboxScreen
from ui.paper import Paper
from ui.payment_screen import PaymentScreen
from ui.people_screen import PeopleScreen
from ui.places import Place, places_of
from ui.printers_screen import PrintersScreen
from ui.rail import COMPACT_BELOW_PX, Rail
from ui.receipt_check_screen import ReceiptCheckScreen
from ui.receipts_screen import ReceiptsScreen
from ui.reconciliation_screen import ReconciliationScreen
from ui.reports_screen import ReportsScreen
from ui.rules_screen import RulesScreen
from ui.status_strip import StatusStrip
from ui.till_screen import TillScreen
from ui.widgets.styling import column, role, row
from ui.words import day_text
from ui.workroom_scans import Scans

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.identity import CashierId
    from counter_app.domain.receipt_verdict import ProvenReceipt
    from counter_app.domain.shift import Cashier, Role, Shift
    from ui.heartbeat import Heartbeat
    from ui.screen import Screen
    from ui.seat import Seat

__all__ = ["Place", "Workroom"]


class Workroom(QWidget):
    """Places on the left, each with its key; what is true of the counter below."""

    language_asked = Signal()
    theme_asked = Signal()
    sign_out_asked = Signal()
    change_asked = Signal()
    """Nothing holds the cashier here: another one may come for a while."""

    shift_asked = Signal()
    """A shift is to be opened."""

    def __init__(self, seat: Seat, heartbeat: Heartbeat) -> None:
        super().__init__()
        role(self, ground="canvas")
        self._cashier: Cashier | None = None
        self._is_asked_to_reconcile = False
        self._is_leaving = self._is_just_seated = False
        self.place = Place.PAYMENT
        self.paper = Paper(seat, self)
        self.payment = PaymentScreen(seat, self.paper)
        self._makers: dict[Place, Callable[[], Screen]] = {
            Place.PAYMENT: lambda: self.payment,
            Place.RECEIPTS: lambda: ReceiptsScreen(seat, self.paper, self._cashier_now),
            Place.OUTBOX: lambda: OutboxScreen(seat, heartbeat),
            Place.DAY_REPORT: lambda: self._day_report(seat),
            Place.INSTRUMENTS: lambda: InstrumentsScreen(seat, self._cashier_now),
            Place.BANK: lambda: BankScreen(seat, self._cashier_now),
            Place.MATTERS: lambda: MattersScreen(seat, self.paper, self._cashier_now),
            Place.RULES: lambda: RulesScreen(seat, self._cashier_now),
            Place.RECONCILIATION: lambda: ReconciliationScreen(seat),
            Place.PEOPLE: lambda: PeopleScreen(seat, lambda: self._cashier),
            Place.COUNTER: lambda: CounterFactsScreen(seat),
            Place.TILL: lambda: self._till(seat),
            Place.PRINTERS: lambda: PrintersScreen(seat, self._cashier_now),
            Place.REPORTS: lambda: ReportsScreen(seat, self._cashier_now),
            Place.CHECK: lambda: self._check(seat),
        }
        self._screens: dict[Place, Screen] = {}
        self._stack = QStackedWidget()
        self.rail = Rail()
        self.rail.place_asked.connect(self.go)
        self.rail.language_asked.connect(self.language_asked)
        self.rail.theme_asked.connect(self.theme_asked)
        self.rail.sign_out_asked.connect(self._ask_to_sign_out)
        self.rail.change_asked.connect(self._ask_to_change)
        self.strip = StatusStrip(seat, heartbeat, self.paper)
        layout = row(self.rail, gap=0)
        main = column(gap=0)
        main.addWidget(self._stack, 1)
        main.addWidget(self.strip)
        layout.addLayout(main, 1)
        self.setLayout(layout)
        self.strip.known.connect(lambda _: self._known())
        QShortcut(QKeySequence("F5"), self).activated.connect(heartbeat.sync_now)
        QShortcut(QKeySequence("Shift+F5"), self).activated.connect(heartbeat.stop_round)
        QShortcut(QKeySequence("Ctrl+M"), self).activated.connect(self.reconcile)
        self._scans = Scans(self)
        self.scanner = self._scans.filter
        self.go(Place.PAYMENT)

    def seat_cashier(self, cashier: Cashier, shift: Shift | None) -> None:
        """Somebody signed in."""
        self._is_asked_to_reconcile = False
        self._is_just_seated = True
        self._cashier = cashier
        self.payment.seat_cashier(cashier.cashier_id)
        till = self._screens.get(Place.TILL)
        if isinstance(till, TillScreen):
            till.seat_cashier()
        self._scans.forget()
        check = self._screens.get(Place.CHECK)
        if isinstance(check, ReceiptCheckScreen):
            check.seat_cashier()
        self.strip.seat_shift(cashier.cashier_id, shift)
        self.rail.seat(cashier)
        self.go(places_of(cashier.role)[0])
        self.paper.recall()

    def name_counter(self, counter_id: str) -> None:
        """Which counter this is."""
        self.rail.name_counter(counter_id)

    @property
    def role(self) -> Role | None:
        """The role of whoever sits here."""
        return self._cashier.role if self._cashier else None

    def go(self, place: Place) -> None:
        """Show a place and put the focus where typing belongs."""
        self.rail.mark(place)
        self._is_leaving = False
        self.place = place
        screen = self.screen_of(place)
        self._stack.setCurrentWidget(screen)
        screen.enter()
        if isinstance(screen, ReceiptCheckScreen):
            self._scans.enter(screen)

    def screen_of(self, place: Place) -> Screen:
        """The screen of a place, built at the first visit."""
        if place not in self._screens:
            self._screens[place] = self._makers[place]()
            self._stack.addWidget(self._screens[place])
        return self._screens[place]

    def reconcile(self) -> None:
        """Compare a day with the centre: the one the day report shows, else the one that is due."""
        report, screen = self._screens.get(Place.DAY_REPORT), self.screen_of(Place.RECONCILIATION)
        assert isinstance(screen, ReconciliationScreen)
        is_shown = self.place is Place.DAY_REPORT and isinstance(report, DayReportScreen)
        screen.show_day(report.day if is_shown and isinstance(report, DayReportScreen) else None)
        self.go(Place.RECONCILIATION)

    def end(self) -> None:
        """The window closes: what is being compared or reported ends at its next step, so that its lane can."""
        for place in (Place.RECONCILIATION, Place.REPORTS):
            screen = self._screens.get(place)
            if isinstance(screen, ReconciliationScreen | ReportsScreen):
                screen.stop()

    def _day_report(self, seat: Seat) -> DayReportScreen:
        screen = DayReportScreen(seat)
        screen.reconcile_asked.connect(self.reconcile)
        return screen

    def _till(self, seat: Seat) -> TillScreen:
        screen = TillScreen(seat, lambda: self._cashier)
        screen.sign_out_asked.connect(self.sign_out_asked)
        screen.open_asked.connect(self.shift_asked)
        screen.x_asked.connect(self._show_x)
        screen.stayed.connect(lambda: setattr(self, "_is_leaving", False))
        return screen

    def _show_x(self, shift_no: int) -> None:
        """The shift as it stands, as a report."""
        screen = self.screen_of(Place.REPORTS)
        assert isinstance(screen, ReportsScreen)
        screen.want(ReportKind.X, shift_no)
        self.go(Place.REPORTS)

    def _known(self) -> None:
        """The books were asked: how much is to check; and who comes back to a suspended shift is led to it."""
        self.rail.count_matters(self.strip.open_matters)
        if self._is_just_seated:
            self._is_just_seated = False
            if self.strip.shift_state is ShiftState.SUSPENDED and self.place is Place.PAYMENT:
                self.go(Place.TILL)

    def _cashier_now(self) -> CashierId | None:
        return self._cashier.cashier_id if self._cashier else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window leaves the room to the screens."""
        super().resizeEvent(event)
        wide, high = COMPACT_BELOW_PX
        self.rail.make_compact(is_compact=self.width() < wide or self.height() < high)

    def _check(self, seat: Seat) -> ReceiptCheckScreen:
        screen = ReceiptCheckScreen(seat)
        screen.open_asked.connect(self._show_receipt)
        return screen

    def _show_receipt(self, receipt: ProvenReceipt) -> None:
        """A receipt of ours among those of its day."""
        screen = self.screen_of(Place.RECEIPTS)
        assert isinstance(screen, ReceiptsScreen)
        screen.want(receipt.receipt_no, receipt.taken_at.date())
        self.go(Place.RECEIPTS)

    def _lets_go(self) -> bool:
        """Whether no payment holds the cashier here; what does is told."""
        if self.payment.is_paying:
            self.go(Place.PAYMENT)
            self.payment.notice.tell(
                "caution",
                self.tr("A payment is open"),
                self.tr("Take it with Enter, or leave it with Esc; then sign out."),
            )
            return False
        if not self.payment.lets_go():
            self.go(Place.PAYMENT)
            return False
        return True

    def _ask_to_change(self) -> None:
        if not self._lets_go():
            return
        till = self._screens.get(Place.TILL)
        if isinstance(till, TillScreen) and till.is_counting:
            self.go(Place.TILL)
            till.notice.tell(
                "caution",
                self.tr("A close is under way"),
                self.tr("End it first, or leave it with Esc."),
            )
            return
        self.change_asked.emit()

    def _ask_to_sign_out(self) -> None:
        if not self._lets_go():
            return
        if not self._is_leaving and self._asks_before_leaving():
            self._is_leaving = True
            return
        self.sign_out_asked.emit()

    def _asks_before_leaving(self) -> bool:
        """Whether there is something to say first; a second Ctrl+L signs out all the same."""
        till, shift = self._screens.get(Place.TILL), self.strip.shift
        if isinstance(till, TillScreen) and till.is_counting:
            self.go(Place.TILL)
            till.notice.tell(
                "caution",
                self.tr("A close is under way"),
                self.tr("End it, or press Ctrl+L again: then it has to be counted anew."),
            )
            return True
        day = self.strip.unreconciled_day
        if shift is not None:
            self.go(Place.TILL)
            screen = self.screen_of(Place.TILL)
            assert isinstance(screen, TillScreen)
            reminder = self.tr("{day} is not reconciled with the centre yet (Ctrl+M).")
            screen.ask_to_leave(
                shift.shift_no,
                is_suspended=self.strip.shift_state is ShiftState.SUSPENDED,
                reminder=reminder.format(day=day_text(day)) if day else "",
            )
            return True
        if self._is_asked_to_reconcile or day is None:
            return False
        self._is_asked_to_reconcile = True
        self.reconcile()
        self.screen_of(Place.RECONCILIATION).notice.tell(
            "caution",
            self.tr("This day is not reconciled yet"),
            self.tr("Compare it with Enter, or press Ctrl+L again to sign out all the same."),
        )
        return True
