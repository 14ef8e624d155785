"""A column that scrolls when a low window is too low for it, and never cuts what stands in it at the side."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.widgets.styling import role

_LEAST_HEIGHT_PX = 120


class TallScroll(QScrollArea):
    """As wide as its content asks for."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self._body = body
        role(body, ground="clear")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(body)

    def minimumSizeHint(self) -> QSize:
        """The width of the content; any height."""
        return QSize(self._body.minimumSizeHint().width(), _LEAST_HEIGHT_PX)
