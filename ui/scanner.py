"""A scanner is a fast keyboard: tell its bursts from typing, whatever layout is active."""

from __future__ import annotations

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.domain.money import western_digits

LONGEST_GAP_MS = 45
"""Between two keys of a scan. Scanners take 10 to 20, fast typists 80 and more (measured)."""

SHORTEST_SCAN = 6
"""Characters; account, bill and meter numbers are longer."""

_PATIENCE_MS = 15
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_COMMAND_KEYS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True, slots=True)
class _HeldKey:
    at_ms: int
    key: int
    modifiers: Qt.KeyboardModifier
    text: str
    target: QWidget


class ScanFilter(QObject):
    """Holds a fast burst and hands it over as one scan, or gives it back as the typing it was.

    It judges by the time at which a key was pressed (``QKeyEvent.timestamp``), not by when Qt gets round to
    it: keys that waited behind a busy window must not look like a scanner.
    """

    scanned = Signal(str)

    def __init__(self, place: QWidget) -> None:
        """Scans are looked for while ``place`` is seen, and end with it."""
        super().__init__(place)
        self._place = place
        self._held: list[_HeldKey] = []
        self._is_replaying = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LONGEST_GAP_MS + _PATIENCE_MS)
        self._timer.timeout.connect(self._replay)

    @property
    def is_holding(self) -> bool:
        """Keys are held that no widget has seen yet."""
        return bool(self._held)

    def watch(self, app: QApplication) -> None:
        """See every key of the program from now on."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold what may be a scan; True means the widget does not see the key (yet)."""
        if event.type() is not QEvent.Type.KeyPress or self._is_replaying:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if watched is not QApplication.focusWidget() or not self._place.isVisible():
            return False
        return self._ended(event) if event.key() in _ENDS else self._held_back(event, watched)

    def _ended(self, event: QKeyEvent) -> bool:
        if self._held and event.timestamp() - self._held[-1].at_ms <= LONGEST_GAP_MS:
            code = western_digits("".join(key.text for key in self._held))
            if len(code) >= SHORTEST_SCAN:
                self._held.clear()
                self._timer.stop()
                self.scanned.emit(code)
                return True
        self._replay()
        return False

    def _held_back(self, event: QKeyEvent, target: QWidget) -> bool:
        text = event.text()
        if (
            not text
            or not text.isprintable()
            or event.modifiers() & _COMMAND_KEYS
            or event.isAutoRepeat()
        ):
            self._replay()
            return False
        if self._held and event.timestamp() - self._held[-1].at_ms > LONGEST_GAP_MS:
            self._replay()
        self._held.append(_HeldKey(event.timestamp(), event.key(), event.modifiers(), text, target))
        self._timer.start()
        return True

    def _replay(self) -> None:
        self._timer.stop()
        held, self._held = self._held, []
        self._is_replaying = True
        try:
            for key in held:
                if not shiboken6.isValid(key.target):
                    continue
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QCoreApplication.sendEvent(
                        key.target, QKeyEvent(kind, key.key, key.modifiers, key.text)
                    )
        finally:
            self._is_replaying = False
