"""What was painted, as pixels."""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from tests.qr_reader import qr_texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEAST_SEEN_SHADES = 16
"""Of 255 shades of grey."""


def picture_of(widget: QWidget, scale: float = 1.0) -> QImage:
    """The widget on a screen of so many pixels for one, around it what no QR code may have: grey."""
    image = QImage(scaled(widget.size(), scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.gray)
    widget.render(image)
    return image


def scaled(size: QSize, scale: float) -> QSize:
    """In pixels of the device."""
    return QSize(round(size.width() * scale), round(size.height() * scale))


def grey_rows(image: QImage) -> list[bytes]:
    """One byte a pixel, row after row."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    raw, width, step = bytes(grey.constBits()), grey.width(), grey.bytesPerLine()
    return [raw[start : start + width] for start in range(0, step * grey.height(), step)]


def looks_like(one: QImage, other: QImage) -> bool:
    """Nobody sees a difference. Qt paints a large letter a shade otherwise the first time than from its cache."""
    rows = zip(grey_rows(one), grey_rows(other), strict=True)
    return all(
        mine == theirs or max(map(abs, map(sub, mine, theirs))) <= LEAST_SEEN_SHADES
        for mine, theirs in rows
    )


def codes_in(image: QImage) -> list[str]:
    """The text of each QR code that an independent reader finds."""
    rows = grey_rows(image)
    return qr_texts(b"".join(rows), len(rows[0]))
