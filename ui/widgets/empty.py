"""What a screen shows when there is nothing to show: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, row

_EMPTY_ICON_PX = 40
_TEXT_WIDTH_PX = 420


class EmptyState(QWidget):
    """A large icon, a few words, and a sentence."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._title = Label("", as_="heading", wraps=True)
        self._text = Label("", as_="muted", wraps=True)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(_TEXT_WIDTH_PX)
        picture = IconLabel(icon_name, "text_muted", _EMPTY_ICON_PX)
        middle = column(row(1, picture, 1), row(1, self._title, 1), row(1, self._text, 1), gap=2)
        self.setLayout(column(1, middle, 2))

    def say(self, title: str, text: str) -> None:
        """Set the words."""
        self._title.setText(title)
        self._text.show_text(text)
