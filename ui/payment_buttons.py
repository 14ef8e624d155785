"""Buttons of two short lines: a word, and below it the key that presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from ui.theme import GRID_PX
from ui.widgets.labels import Label
from ui.widgets.styling import column, role, row

if TYPE_CHECKING:
    from collections.abc import Callable


class TallButton(QPushButton):
    """As narrow as its word: five of them stand beside each other in a small window."""

    def __init__(self, pressed: Callable[[], object], *, key: str, stays: bool = False) -> None:
        """``stays`` keeps it down: the tender that is being typed."""
        super().__init__()
        role(self, kind="tender")
        self.setCheckable(stays)
        self._word = Label("", as_="strong")
        key_label = Label(key, as_="key")
        for label in (self._word, key_label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._word.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(column(self._word, row(1, key_label, 1, gap=0), gap=0, margins=(1, 1, 1, 1)))
        self.setAutoDefault(True)
        self.clicked.connect(lambda _checked: pressed())
        QShortcut(QKeySequence(key), self).activated.connect(self.click)

    def say(self, text: str, accessible_name: str = "") -> None:
        """Set the word; screen readers hear ``accessible_name`` when it is given."""
        self._word.setText(text)
        self.setAccessibleName(accessible_name or text)

    def sizeHint(self) -> QSize:
        """What word and key need."""
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint() + QSize(GRID_PX, 0)

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()
