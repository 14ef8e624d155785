"""Shows the counter's window as ``python -m counter_app`` does, and says when the sign-in can be typed into."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from counter_app.launch import show_window
from counter_app.workstation.paths import Places

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    """Waits for the first paint of a window."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def when_painted(window: QWidget, then: Callable[[], None]) -> None:
    """Call back once the window has been painted for the first time."""
    _Watch(window, then)


def main(home: str) -> int:
    """Until the first paint, with the focus where the cashier's number is typed."""
    shown = show_window(Places(Path(home)), ["first_paint"])

    def told() -> None:
        assert shown.window.focusWidget() is not None, "the number can be typed"
        print("painted", flush=True)
        QCoreApplication.quit()

    when_painted(shown.window, told)
    code = shown.run()
    shown.window.close()
    shown.counter.close()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
