"""Icons: small SVG drawings, coloured by the theme in use."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import icon_path

ICON_PX = 20
_INK = "currentColor"


@cache
def _drawing(name: str) -> str:
    return icon_path(name).read_text(encoding="utf-8")


@cache
def picture(name: str, colour: str, size_px: int = ICON_PX, scale: float = 1.0) -> QPixmap:
    """One icon in one colour (``#RRGGBB``); ``scale`` is the screen's device pixel ratio."""
    pixmap = QPixmap(QSize(round(size_px * scale), round(size_px * scale)))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace(_INK, colour).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap


def icon(name: str, colour: str, size_px: int = ICON_PX, disabled_colour: str = "") -> QIcon:
    """The icon for buttons, sharp on the sharpest screen there is."""
    app = QGuiApplication.instance()
    scale = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    made = QIcon(picture(name, colour, size_px, scale))
    if disabled_colour:
        made.addPixmap(picture(name, disabled_colour, size_px, scale), QIcon.Mode.Disabled)
    return made
