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

RECEIPT_CODE_DIGITS = 100
"""At the end of what was scanned: the proof of a receipt has some 280, no number of the trade a quarter of these."""

SURELY_SCANNED = 20
"""So many keys at a scanner's speed were pressed by no hand: from then on it may pause, and need not end with Enter."""

LONGEST_PAUSE_MS = 250
"""Of a scanner in the middle of a long code, as over Bluetooth."""

_PATIENCE_MS = 15
_SILENT_KEYS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_AltGr,
)
"""A scanner presses these between letters, as hands do: they are no key of the code, and do not end it."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_COMMAND_KEYS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def is_receipt_code(text: str) -> bool:
    """Whether this is the code of a receipt: whatever stands before it, it ends in a very long number."""
    tail = western_digits(text.strip())[-RECEIPT_CODE_DIGITS:]
    return len(tail) == RECEIPT_CODE_DIGITS and tail.isascii() and tail.isdigit()


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
        self._timer.timeout.connect(self._nothing_follows)

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
        if self._held and event.timestamp() - self._held[-1].at_ms <= self._gap_ms:
            code = self._code
            if len(code) >= SHORTEST_SCAN:
                self._held.clear()
                self._timer.stop()
                self.scanned.emit(code)
                return True
        self._replay()
        return False

    def _held_back(self, event: QKeyEvent, target: QWidget) -> bool:
        text = event.text()
        if event.key() in _SILENT_KEYS:
            return False
        if (
            not text
            or not text.isprintable()
            or event.modifiers() & _COMMAND_KEYS
            or event.isAutoRepeat()
        ):
            self._replay()
            return False
        if self._held and event.timestamp() - self._held[-1].at_ms > self._gap_ms:
            self._replay()
        self._held.append(_HeldKey(event.timestamp(), event.key(), event.modifiers(), text, target))
        self._timer.start(self._gap_ms + _PATIENCE_MS)
        return True

    @property
    def _gap_ms(self) -> int:
        """How long the next key of a scan may be in coming."""
        return LONGEST_PAUSE_MS if len(self._held) >= SURELY_SCANNED else LONGEST_GAP_MS

    @property
    def _code(self) -> str:
        return western_digits("".join(key.text for key in self._held))

    def _nothing_follows(self) -> None:
        """A receipt's code is one even when the scanner sends no Enter; all else is given back as typing."""
        code = self._code
        if is_receipt_code(code):
            self._held.clear()
            self.scanned.emit(code)
        else:
            self._replay()

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
