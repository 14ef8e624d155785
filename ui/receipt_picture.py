"""The picture of a receipt as it comes out of the printer, beside a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

PICTURE_WIDTH_PX = 340
_BESIDE_IT_PX = 24


class ReceiptPicture(QScrollArea):
    """Shows one PNG, as wide as it has room."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFixedWidth(PICTURE_WIDTH_PX)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._picture)

    def show_png(self, png: bytes, name: str) -> None:
        """Show it; ``name`` is what a screen reader says."""
        pixmap = QPixmap()
        pixmap.loadFromData(png)
        scale = self.devicePixelRatioF()
        width = round((PICTURE_WIDTH_PX - _BESIDE_IT_PX) * scale)
        if pixmap.width() > 0:
            pixmap = pixmap.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            pixmap.setDevicePixelRatio(scale)
        self._picture.setPixmap(pixmap)
        self._picture.setAccessibleName(name)
