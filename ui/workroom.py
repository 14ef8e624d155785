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
from ui.outbox_screen import OutboxScreen
from ui.paper import Paper
from ui.payment_screen import PaymentScreen
from ui.receipts_screen import ReceiptsScreen
from ui.rules_screen import RulesScreen
from ui.scanner import ScanFilter
from ui.status_strip import StatusStrip
from ui.widgets.buttons import RailButton
from ui.widgets.labels import ElidedLabel, IconLabel
from ui.widgets.styling import column, framed, role, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Cashier, Shift
    from ui.heartbeat import Heartbeat
    from ui.screen import Screen
    from ui.seat import Seat

RAIL_PX = 100


class Place(Enum):
    """Where a cashier can be."""

    PAYMENT = auto()
    RECEIPTS = auto()
    OUTBOX = auto()
    DAY_REPORT = auto()
    INSTRUMENTS = auto()
    RULES = auto()


class Workroom(QWidget):
    """Places on the left, each with its key; what is true of the counter below."""

    language_asked = Signal()
    theme_asked = Signal()
    sign_out_asked = Signal()

    def __init__(self, seat: Seat, heartbeat: Heartbeat) -> None:
        super().__init__()
        role(self, ground="canvas")
        self._cashier: Cashier | None = None
        self.place = Place.PAYMENT
        self.paper = Paper(seat, self)
        self.payment = PaymentScreen(seat, self.paper)
        self._makers: dict[Place, Callable[[], Screen]] = {
            Place.PAYMENT: lambda: self.payment,
            Place.RECEIPTS: lambda: ReceiptsScreen(seat, self.paper, self._cashier_now),
            Place.OUTBOX: lambda: OutboxScreen(seat, heartbeat),
            Place.DAY_REPORT: lambda: DayReportScreen(seat),
            Place.INSTRUMENTS: lambda: InstrumentsScreen(seat, self._cashier_now),
            Place.RULES: lambda: RulesScreen(seat, self._cashier_now),
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
            Place.RULES: self._place_button(Place.RULES, "Ctrl+R", "rules"),
        }
        layout = row(self._rail(), gap=0)
        main = column(gap=0)
        main.addWidget(self._stack, 1)
        main.addWidget(self.strip)
        layout.addLayout(main, 1)
        self.setLayout(layout)
        QShortcut(QKeySequence("F5"), self).activated.connect(heartbeat.sync_now)
        QShortcut(QKeySequence("Shift+F5"), self).activated.connect(heartbeat.stop_round)
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
        layout.addLayout(row(1, IconLabel("bolt", "on_rail", 28), 1))
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
            button.setChecked(each is place)
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
        self._language.say(self.tr("हिन्दी"), self.tr("Switch language"))
        self._theme.say(self.tr("Look"), self.tr("Switch between light, dark and high contrast"))
        self._sign_out.say(self.tr("Sign out"))
        if self._cashier is not None:
            self._name.setText(in_language(self._cashier.name_en, self._cashier.name_hi))

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
        self.sign_out_asked.emit()
