"""A cashier's hands and eyes: real key presses into the real window, and pictures of it.

Keys go through Qt's platform layer (``QTest`` on the window's handle), so focus, shortcuts, time stamps and
the scanner's filter all do what they do in service.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

BETWEEN_TYPED_KEYS_MS = 70
BETWEEN_SCANNED_KEYS_MS = 5
BEFORE_SCANNING_MS = 300
PATIENCE_MS = 20_000
LOOK_EVERY_MS = 10


class Hands:
    """Types, scans, waits and takes pictures. Every picture has a number in front, in order."""

    def __init__(self, window: QWidget, pictures: Path) -> None:
        self._window = window
        self._pictures = pictures
        self._pictures.mkdir(parents=True, exist_ok=True)
        self.taken: list[str] = []

    def type(self, text: str) -> None:
        """Type as a person does."""
        for letter in text:
            self._key(letter)
            QTest.qWait(BETWEEN_TYPED_KEYS_MS)

    def scan(self, code: str) -> None:
        """A barcode scanner: a fast keyboard that ends with Enter.

        Our keys get their time stamps in this thread, so it must not be busy painting meanwhile.
        """
        QTest.qWait(BEFORE_SCANNING_MS)
        for letter in code:
            self._key(letter)
            QTest.qWait(BETWEEN_SCANNED_KEYS_MS)
        self.press(Qt.Key.Key_Return)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key."""
        QTest.keyClick(self._window.windowHandle(), key, modifiers)

    def press_twice(self, key: Qt.Key) -> None:
        """The second press follows before anything can have happened."""
        handle = self._window.windowHandle()
        QTest.keyClick(handle, key)
        QTest.keyClick(handle, key)

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for the window to say so. Raises TimeoutError naming what did not happen."""
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while not holds():
            if time.monotonic() > deadline:
                self.picture("did-not-happen")
                raise TimeoutError(what)
            QTest.qWait(LOOK_EVERY_MS)

    def picture(self, name: str) -> None:
        """What the cashier sees now."""
        QTest.qWait(LOOK_EVERY_MS * 5)
        path = self._pictures / f"{len(list(self._pictures.glob('*.png'))) + 1:02d}-{name}.png"
        if not self._window.grab().save(str(path)):
            raise OSError(f"{path.name} was not written")
        self.taken.append(path.name)

    def _key(self, letter: str) -> None:
        handle = self._window.windowHandle()
        if letter.isascii():
            shift = Qt.KeyboardModifier.ShiftModifier
            none = Qt.KeyboardModifier.NoModifier
            QTest.keyClick(handle, Qt.Key(ord(letter.upper())), shift if letter.isupper() else none)
        else:  # what an input method sends: text without a key of its own
            _send_text(letter)


def _send_text(letter: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QKeyEvent

    target = QApplication.focusWidget()
    assert target is not None, "somewhere to type"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(int(time.monotonic() * 1000))
        QCoreApplication.sendEvent(target, event)
