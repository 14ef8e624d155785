"""Python's cyclic garbage is collected on the GUI thread alone.

Collected wherever memory happens to be asked for, a widget may die on a lane's thread, and Qt dies with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
WHOLE_EVERY = 60
"""So many rounds of young garbage, then one of all: some 50 ms once a minute."""

_YOUNG, _ALL = 1, 2


class GarbageRounds(QObject):
    """Collects once a second, for as long as its window lives; nothing else collects from then on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY_MS)

    def collect(self) -> None:
        """One round."""
        self._rounds += 1
        gc.collect(_YOUNG if self._rounds % WHOLE_EVERY else _ALL)
