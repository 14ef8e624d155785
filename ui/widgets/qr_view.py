"""A QR code on the screen: black on white whatever the theme, every module the same whole number of pixels."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.use_cases.views import QR_QUIET_ZONE_MODULES
from ui.theme import QR_DARK, QR_LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from counter_app.use_cases.views import QrMatrix

LEAST_MODULE_PX = 3
"""0.8 mm at 96 dots an inch. On paper 0.5 mm are read, but a screen glares."""

USUAL_MODULE_PX = 5


class QrView(QWidget):
    """Paints the largest code that fits, in the middle, with its quiet zone. Takes no focus."""

    def __init__(self) -> None:
        super().__init__()
        self._matrix: QrMatrix = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_matrix(self, matrix: QrMatrix, name: str, description: str = "") -> None:
        """Show this code; ``name`` and ``description`` say what it is to those who hear the screen."""
        self._matrix = matrix
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.updateGeometry()
        self.update()

    def forget(self) -> None:
        """Show nothing."""
        self.show_matrix((), "")

    def minimumSizeHint(self) -> QSize:
        """As small as may be."""
        return self._size_at(LEAST_MODULE_PX)

    def sizeHint(self) -> QSize:
        """Comfortable."""
        return self._size_at(USUAL_MODULE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint on the device's own pixels: at 125 % a module would else be now 3, now 4 of them wide."""
        del event
        if not self._matrix:
            return
        painter = QPainter(self)
        to_device = painter.deviceTransform()
        room = to_device.mapRect(QRectF(self.rect()))
        modules = len(self._matrix) + 2 * QR_QUIET_ZONE_MODULES
        module_px = int(min(room.width(), room.height()) // modules)
        side_px = module_px * modules
        left = round(room.center().x() - side_px / 2)
        top = round(room.center().y() - side_px / 2)
        painter.setWorldTransform(to_device.inverted()[0])
        painter.fillRect(left, top, side_px, side_px, QColor(QR_LIGHT))
        dark = QColor(QR_DARK)
        quiet_px = QR_QUIET_ZONE_MODULES * module_px
        for y, row in enumerate(self._matrix):
            x = left + quiet_px
            for is_dark, run in groupby(row):
                width_px = module_px * len(list(run))
                if is_dark:
                    painter.fillRect(x, top + quiet_px + y * module_px, width_px, module_px, dark)
                x += width_px

    def _size_at(self, module_px: int) -> QSize:
        if not self._matrix:
            return QSize(0, 0)
        side_px = (len(self._matrix) + 2 * QR_QUIET_ZONE_MODULES) * module_px
        return QSize(side_px, side_px)
