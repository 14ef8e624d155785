"""The window after sign-in: the rail, the screens, the status strip. Built after the first window is seen."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from ui.day_report_screen import DayReportScreen
from ui.instruments_screen import InstrumentsScreen
from ui.language import in_language
from ui.matters_screen import MattersScreen
from ui.outbox_screen import OutboxScreen
from ui.paper import Paper
from ui.payment_screen import PaymentScreen
from ui.receipts_screen import ReceiptsScreen
from ui.reconciliation_screen import ReconciliationScreen
from ui.rules_screen import RulesScreen
from ui.scanner import ScanFilter
from ui.status_strip import StatusStrip
from ui.widgets.buttons import RailButton
from ui.widgets.labels import ElidedLabel, IconLabel
from ui.widgets.styling import column, framed, role, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Cashier, Shift
    from ui.heartbeat import Heartbeat
    from ui.screen import Screen
    from ui.seat import Seat

RAIL_PX = 100
LOW_PX = 700
"""A lower window leaves out the bolt above the rail, so that all places keep their height."""


class Place(Enum):
    """Where a cashier can be."""

    PAYMENT = auto()
    RECEIPTS = auto()
    OUTBOX = auto()
    DAY_REPORT = auto()
    INSTRUMENTS = auto()
    MATTERS = auto()
    RULES = auto()
    RECONCILIATION = auto()


RAIL_OF = {Place.RECONCILIATION: Place.DAY_REPORT}
"""Places without a button of their own on the rail, and the one they belong to."""


class Workroom(QWidget):
    """Places on the left, each with its key; what is true of the counter below."""

    language_asked = Signal()
    theme_asked = Signal()
    sign_out_asked = Signal()

    def __init__(self, seat: Seat, heartbeat: Heartbeat) -> None:
        super().__init__()
        role(self, ground="canvas")
        self._cashier: Cashier | None = None
        self._is_asked_to_reconcile = False
        self.place = Place.PAYMENT
        self.paper = Paper(seat, self)
        self.payment = PaymentScreen(seat, self.paper)
        self._makers: dict[Place, Callable[[], Screen]] = {
            Place.PAYMENT: lambda: self.payment,
            Place.RECEIPTS: lambda: ReceiptsScreen(seat, self.paper, self._cashier_now),
            Place.OUTBOX: lambda: OutboxScreen(seat, heartbeat),
            Place.DAY_REPORT: lambda: self._day_report(seat),
            Place.INSTRUMENTS: lambda: InstrumentsScreen(seat, self._cashier_now),
            Place.MATTERS: lambda: MattersScreen(seat, self.paper, self._cashier_now),
            Place.RULES: lambda: RulesScreen(seat, self._cashier_now),
            Place.RECONCILIATION: lambda: ReconciliationScreen(seat),
        }
        self._screens: dict[Place, Screen] = {}
        self._stack = QStackedWidget()
        self.strip = StatusStrip(seat, heartbeat, self.paper)
        self._rail_buttons = {
            Place.PAYMENT: self._place_button(Place.PAYMENT, "F6", "payment"),
            Place.RECEIPTS: self._place_button(Place.RECEIPTS, "F7", "receipt"),
            Place.OUTBOX: self._place_button(Place.OUTBOX, "F8", "outbox"),
            Place.DAY_REPORT: self._place_button(Place.DAY_REPORT, "F9", "report"),
            Place.INSTRUMENTS: self._place_button(Place.INSTRUMENTS, "F10", "bank"),
            Place.MATTERS: self._place_button(Place.MATTERS, "Ctrl+K", "caution"),
            Place.RULES: self._place_button(Place.RULES, "Ctrl+R", "rules"),
        }
        layout = row(self._rail(), gap=0)
        main = column(gap=0)
        main.addWidget(self._stack, 1)
        main.addWidget(self.strip)
        layout.addLayout(main, 1)
        self.setLayout(layout)
        self.strip.known.connect(lambda _status: self._name_matters())
        QShortcut(QKeySequence("F5"), self).activated.connect(heartbeat.sync_now)
        QShortcut(QKeySequence("Shift+F5"), self).activated.connect(heartbeat.stop_round)
        QShortcut(QKeySequence("Ctrl+M"), self).activated.connect(self.reconcile)
        self.scanner = ScanFilter(self)
        self.scanner.scanned.connect(self._scanned)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.scanner.watch(app)
        self.retranslate()
        self.go(Place.PAYMENT)

    def _place_button(self, place: Place, key: str, icon_name: str) -> RailButton:
        return RailButton(lambda: self.go(place), key=key, icon_name=icon_name)

    def _rail(self) -> QFrame:
        self._counter = ElidedLabel("", as_="strong")
        self._name = ElidedLabel("", as_="muted")
        for label in (self._counter, self._name):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._language = RailButton(
            self.language_asked.emit, key="", hint="F12", icon_name="language", stays=False
        )
        self._theme = RailButton(
            self.theme_asked.emit, key="", hint="F11", icon_name="theme", stays=False
        )
        self._sign_out = RailButton(
            self._ask_to_sign_out, key="Ctrl+L", icon_name="sign_out", stays=False
        )
        layout = column(gap=1, margins=(1, 3, 1, 2))
        self._bolt = IconLabel("bolt", "on_rail", 28)
        layout.addLayout(row(1, self._bolt, 1))
        layout.addLayout(column(self._counter, self._name, gap=0, margins=(1, 0, 1, 1)))
        for button in self._rail_buttons.values():
            layout.addWidget(button)
        layout.addStretch(1)
        for button in (self._language, self._theme, self._sign_out):
            layout.addWidget(button)
        rail = framed(layout, ground="rail")
        rail.setFixedWidth(RAIL_PX)
        return rail

    def seat_cashier(self, cashier: Cashier, shift: Shift | None) -> None:
        """Somebody signed in."""
        self._is_asked_to_reconcile = False
        self._cashier = cashier
        self.payment.seat_cashier(cashier.cashier_id)
        self.strip.seat_shift(shift)
        self.retranslate()
        self.go(Place.PAYMENT)
        self.paper.recall()

    def name_counter(self, counter_id: str) -> None:
        """Which counter this is."""
        self._counter.setText(counter_id)

    def go(self, place: Place) -> None:
        """Show a place and put the focus where typing belongs."""
        for each, button in self._rail_buttons.items():
            button.setChecked(each is RAIL_OF.get(place, place))
        self.place = place
        screen = self.screen_of(place)
        self._stack.setCurrentWidget(screen)
        screen.enter()

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
        """The window closes: a comparison under way ends at its next step, so that its lane can."""
        screen = self._screens.get(Place.RECONCILIATION)
        if isinstance(screen, ReconciliationScreen):
            screen.stop()

    def _day_report(self, seat: Seat) -> DayReportScreen:
        screen = DayReportScreen(seat)
        screen.reconcile_asked.connect(self.reconcile)
        return screen

    def _name_matters(self) -> None:
        """How many fates wait for a supervisor, quietly."""
        count, text = self.strip.open_matters, self.tr("To check")
        self._rail_buttons[Place.MATTERS].say(f"{text} {count}" if count else text)

    def _cashier_now(self) -> CashierId | None:
        return self._cashier.cashier_id if self._cashier else None

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        words = {
            Place.PAYMENT: self.tr("Payment"),
            Place.RECEIPTS: self.tr("Receipts"),
            Place.OUTBOX: self.tr("Outbox"),
            Place.DAY_REPORT: self.tr("Day report"),
            Place.INSTRUMENTS: self.tr("Cheques"),
            Place.RULES: self.tr("Rules"),
        }
        for place, text in words.items():
            self._rail_buttons[place].say(text)
        self._name_matters()
        self._language.say(self.tr("हिन्दी"), self.tr("Switch language"))
        self._theme.say(self.tr("Look"), self.tr("Switch between light, dark and high contrast"))
        self._sign_out.say(self.tr("Sign out"))
        if self._cashier is not None:
            self._name.setText(in_language(self._cashier.name_en, self._cashier.name_hi))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window leaves the room to the places."""
        super().resizeEvent(event)
        self._bolt.setHidden(self.height() < LOW_PX)

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _scanned(self, code: str) -> None:
        if self.place is not Place.PAYMENT:
            self.go(Place.PAYMENT)
        self.payment.scan(code)

    def _ask_to_sign_out(self) -> None:
        if self.payment.is_paying:
            self.go(Place.PAYMENT)
            self.payment.notice.tell(
                "caution",
                self.tr("A payment is open"),
                self.tr("Take it with Enter, or leave it with Esc; then sign out."),
            )
            return
        if not self.payment.lets_go():
            self.go(Place.PAYMENT)
            return
        if not self._is_asked_to_reconcile and self.strip.unreconciled_day is not None:
            self._is_asked_to_reconcile = True
            self.reconcile()
            self.screen_of(Place.RECONCILIATION).notice.tell(
                "caution",
                self.tr("This day is not reconciled yet"),
                self.tr("Compare it with Enter, or press Ctrl+L again to sign out all the same."),
            )
            return
        self.sign_out_asked.emit()
