"""The bar that tells of a refusal or fault: beside the work, never in its way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from ui.icons import ICON_PX
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, role, row

_ICONS = {"caution": "caution", "negative": "stop", "positive": "tick", "accent": "info"}


class NoticeBar(QFrame):
    """A title and a sentence in a tone: caution for refusals, negative for faults. Empty, it takes no room."""

    def __init__(self, *, is_narrow: bool = False) -> None:
        """A narrow one sets the sentence below its title."""
        super().__init__()
        self._icon = IconLabel("info", "text", ICON_PX)
        self._title = Label("", as_="strong", wraps=is_narrow)
        self._text = Label("", wraps=True)
        words = column(gap=0) if is_narrow else row(gap=3)
        words.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._text, 1)
        layout = row(gap=3, margins=(3, 2, 3, 2))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.setLayout(layout)
        self.setVisible(False)

    @property
    def said(self) -> str:
        """Title and sentence, empty for none."""
        return f"{self._title.text()} {self._text.text()}".strip() if not self.isHidden() else ""

    def tell(self, tone: str, title: str, text: str = "") -> None:
        """Show it and have screen readers say it."""
        role(self, tone=tone)
        self._icon.show_icon(_ICONS[tone], f"on_{tone}_soft")
        self._title.show_text(title)
        self._text.show_text(text)
        self.setAccessibleName(f"{title} {text}".strip())
        self.setVisible(True)
        from PySide6.QtGui import (  # noqa: PLC0415 - costs 2 ms before the first window
            QAccessible,
            QAccessibleEvent,
        )

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def hush(self) -> None:
        """Take it away."""
        self.setVisible(False)
