"""The window: sign-in at once; everything else is built once that is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from ui.garbage import GarbageRounds
from ui.language import speak
from ui.preferences import Preferences
from ui.sign_in_screen import SignInScreen
from ui.theme import wear

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.use_cases.desk import Desk
    from ui.preferences import PreferenceBook
    from ui.sitting import Sitting

WINDOW_PX = (1366, 768)
LEAST_WINDOW_PX = (800, 480)


class MainWindow(QMainWindow):
    """One window for the whole day; ``sitting`` is there once it has grown."""

    grown = Signal()
    """The rest is built; the books are being opened."""

    def __init__(
        self,
        desk: Desk,
        preference_book: PreferenceBook,
        preferences: Preferences,
        *,
        now: Callable[[], datetime],
        wait_after_failures: Callable[[int], float],
    ) -> None:
        """``now`` is aware; ``wait_after_failures`` gives the seconds between rounds (protocol, section 5)."""
        super().__init__()
        self._desk = desk
        self._preference_book = preference_book
        self.preferences = preferences
        self._now = now
        self._wait_after_failures = wait_after_failures
        self.sitting: Sitting | None = None
        self._is_painted = False
        self._is_closed = False
        self.sign_in = SignInScreen()
        self.sign_in.asked.connect(self._sign_in)
        self.sign_in.language_asked.connect(self.switch_language)
        self.sign_in.theme_asked.connect(self.switch_theme)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sign_in)
        self.setCentralWidget(self.stack)
        self.setWindowTitle("KESCO Counter")
        self.resize(*WINDOW_PX)
        self.setMinimumSize(*LEAST_WINDOW_PX)
        QShortcut(QKeySequence("F12"), self).activated.connect(self.switch_language)
        QShortcut(QKeySequence("F11"), self).activated.connect(self.switch_theme)
        wear(_app(), preferences.theme)
        self.sign_in.enter()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first picture is on the screen: now build the rest."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.grow)

    def grow(self) -> Sitting | None:
        """Build lanes and screens and begin to open the books; once only, and never after closing."""
        if self.sitting is None and not self._is_closed:
            from ui.sitting import Sitting  # noqa: PLC0415 - after the first picture, to be there sooner

            self.sitting = Sitting(
                self, self._desk, self._preference_book, self._now, self._wait_after_failures
            )
            self.sitting.begin()
            GarbageRounds(self)
            self.grown.emit()
        return self.sitting

    def switch_language(self) -> None:
        """F12: Hindi or English."""
        self.prefer(Preferences(self.preferences.language.other, self.preferences.theme))
        self._keep()

    def switch_theme(self) -> None:
        """F11: light, dark, high contrast."""
        self.prefer(Preferences(self.preferences.language, self.preferences.theme.following))
        self._keep()

    def prefer(self, preferences: Preferences) -> None:
        """Speak and look like this."""
        app = _app()
        before, self.preferences = self.preferences, preferences
        if preferences.theme is not before.theme:
            wear(app, preferences.theme)
        if preferences.language is not before.language:
            speak(app, preferences.language)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was begun is finished, what was not is dropped, and the lanes end."""
        self._is_closed = True
        if self.sitting is not None:
            self.sitting.end()
        super().closeEvent(event)

    def _sign_in(self, cashier_text: str, pin_text: str) -> None:
        sitting = self.grow()
        if sitting is not None:
            sitting.sign_in(cashier_text, pin_text)

    def _keep(self) -> None:
        if self.sitting is not None:
            self.sitting.keep(self.preferences)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a window needs an application"
    return app
