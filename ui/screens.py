"""The screens of this computer, as they come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen


SETTLE_MS = 1_000
"""After a change a window manager moves windows about for a moment, ours among them."""


class Screens(QObject):
    """Tells when a screen was plugged in, unplugged, moved or resized, and which one has a number."""

    changed = Signal()
    """Told at once, and once more when all has settled: put windows where they belong."""

    def __init__(self, parent: QObject | None = None, *, settle_ms: int = SETTLE_MS) -> None:
        super().__init__(parent)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(settle_ms)
        self._settling.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication), "screens belong to an application"
        for screen in app.screens():
            screen.geometryChanged.connect(self._turned)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._turned)
        app.primaryScreenChanged.connect(self._turned)

    def numbered(self, number: int) -> QScreen | None:
        """The screen of this number, the cashier's being 1; None when it is not there or shows the same picture.

        Screens that overlap mirror each other: what is shown on one would cover the cashier's work on the other.
        """
        screens = QGuiApplication.screens()
        if not 1 < number <= len(screens):
            return None
        screen = screens[number - 1]
        return None if screen.geometry().intersects(screens[0].geometry()) else screen

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._turned)
        self._turned()

    def _turned(self) -> None:
        self.changed.emit()
        self._settling.start()
