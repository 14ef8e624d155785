"""A cashier's hands: real key events with the times at which the keys were pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.builders import CASHIER_ID, NOW, PIN
from ui.main_window import MainWindow
from ui.payment_parts import Part
from ui.preferences import Preferences, PreferencesOfThisRun

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from counter_app.use_cases.desk import Desk
    from tests.ui.fake_desk import FakeCounter
    from ui.payment_screen import PaymentScreen
    from ui.workroom import Place, Workroom

TYPING_MS = 130
SCANNING_MS = 12
NO_WAIT_SECONDS = 3600.0
PLAIN = Qt.KeyboardModifier.NoModifier


class HasDesk(Protocol):
    """A counter that can be asked: ``FakeCounter``, or the real verbs of ``custody_desk``."""

    def desk(self) -> Desk:
        """Its verbs."""
        ...


def a_window(
    qtbot: QtBot, counter: HasDesk, book: PreferencesOfThisRun | None = None
) -> MainWindow:
    """A window on the screen with its books open."""
    window = MainWindow(
        counter.desk(),
        book or PreferencesOfThisRun(),
        Preferences(),
        now=lambda: NOW,
        wait_after_failures=lambda _failures: NO_WAIT_SECONDS,
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window).__enter__()
    qtbot.waitUntil(lambda: window.sitting is not None and window.sign_in.enter_button.isEnabled())
    return window


class Hands:
    """What a cashier does at the keyboard, and what is seen then."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self._now_ms = 1000

    @property
    def room(self) -> Workroom:
        """The place of work."""
        assert self.window.sitting is not None, "the window has grown"
        return self.window.sitting.workroom

    @property
    def screen(self) -> PaymentScreen:
        """The payment screen."""
        return self.room.payment

    @property
    def at(self) -> QWidget:
        """Where the keys go."""
        focused = QApplication.focusWidget()
        assert focused is not None, "something has the focus"
        return focused

    @property
    def where(self) -> str:
        """What a screen reader calls the place where the keys go."""
        return self.at.accessibleName()

    @property
    def text(self) -> str:
        """What stands in the field where the keys go."""
        assert isinstance(self.at, QLineEdit)
        return self.at.text()

    def problem(self, part: str) -> str:
        """What is said below a field of the payment."""
        return self.screen.fields[Part(part)].problem

    def seen(self, *, ink: str = "") -> list[str]:
        """Every text on the screen, or those of one colour."""
        labels = self.window.findChildren(QLabel)
        return [
            label.text()
            for label in labels
            if label.isVisible() and (not ink or label.property("ink") == ink)
        ]

    def tell_who(self, cashier_id: str = CASHIER_ID) -> None:
        """Number, Enter, PIN, Enter."""
        self.type(cashier_id)
        self.press(Qt.Key.Key_Return)
        self.type(PIN)
        self.press(Qt.Key.Key_Return)

    def sign_in(self, cashier_id: str = CASHIER_ID) -> None:
        """Sign in with a shift open, and be at the payment screen."""
        self.tell_who(cashier_id)
        self.qtbot.waitUntil(self.room.isVisible)
        self.wait_for("Find consumer")

    def type(self, text: str) -> None:
        """Press key after key as people do, and see it arrive."""
        for letter in text:
            self._key(0, letter, TYPING_MS)
        self._settle()

    def scan(self, code: str) -> None:
        """A scanner's burst, with its Enter."""
        self._now_ms += 500
        for letter in code:
            self._key(0, letter, SCANNING_MS)
        self._key(Qt.Key.Key_Return, "\r", SCANNING_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """One key that is no letter; shortcuts are heard as in the real window."""
        self._now_ms += TYPING_MS
        self._settle()
        QTest.keyClick(self.at, key, modifiers)

    def enter(self) -> None:
        """Enter."""
        self.press(Qt.Key.Key_Return)

    def wait_for(self, name: str) -> None:
        """Until the keys go to the control of this name."""
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and self.where == name)

    def open(self, account_no: str) -> None:
        """Scan a bill and see its account."""
        self.scan(account_no)
        self.wait_for("Amount to pay")

    def open_in_any_language(self, account_no: str) -> None:
        """Scan a bill and see its account, whatever the fields are called."""
        self.scan(account_no)
        self.qtbot.waitUntil(lambda: self.screen.is_paying)

    def go(self, place: Place, key: Qt.Key) -> None:
        """To another place by its key."""
        self.press(key)
        self.qtbot.waitUntil(lambda: self.room.place is place)

    def wait_taken(self, counter: FakeCounter, payments: int = 1) -> None:
        """Until so many payments are in the books and the find box has the focus."""
        self.qtbot.waitUntil(lambda: len(counter.receipts) == payments)
        self.wait_for("Find consumer")

    def _key(self, key: int, letter: str, gap_ms: int) -> None:
        self._now_ms += gap_ms
        target = self.at
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, PLAIN, letter)
            event.setTimestamp(self._now_ms)
            QCoreApplication.sendEvent(target, event)

    def _settle(self) -> None:
        """Let the scan filter give back what it held."""
        sitting = self.window.sitting
        if sitting is not None:
            self.qtbot.waitUntil(lambda: not sitting.workroom.scanner.is_holding)
