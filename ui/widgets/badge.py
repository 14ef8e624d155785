"""A short word on a coloured ground, with an icon: colour never speaks alone."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import role, row

BADGE_ICON_PX = 16


class Badge(QFrame):
    """An icon and a word in a tone."""

    def __init__(self, text: str, tone: str, icon_name: str) -> None:
        super().__init__()
        role(self, tone=tone)
        ink = "text" if tone == "plain" else f"on_{tone}_soft"
        self._label = Label(text)
        self.setLayout(
            row(IconLabel(icon_name, ink, BADGE_ICON_PX), self._label, gap=1, margins=(2, 0, 2, 0))
        )

    @property
    def text(self) -> str:
        """The word."""
        return self._label.text()
