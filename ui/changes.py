"""The one place where screens meet: something changed, look again."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal


class Change(Enum):
    """What may have changed."""

    BILLS = auto()
    TILL = auto()
    OUTBOX = auto()
    RECEIPTS = auto()
    SERVER = auto()
    PRINTER = auto()


class ChangeBus(QObject):
    """Carries the news on the GUI thread; it holds no state."""

    changed = Signal(object)
    """frozenset[Change]"""

    def announce(self, *changes: Change) -> None:
        """Tell every screen that listens."""
        self.changed.emit(frozenset(changes))
