"""A paper of type, codes and pictures as one picture: what the cashier would hold, near enough to be looked at.

Font A is 12 by 24 dots on every printer; its letters here are those of our own font, one in each cell.
"""

from __future__ import annotations

import segno
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from counter_app.printing.raster import paint
from resources import FONT_FAMILY
from tests.printing.paper_decoder import Code, Letters, Paper, Picture, TextLine

CELL_WIDTH, CELL_HEIGHT, ROW_HEIGHT = 12, 24, 34
EDGE_DOTS = 32
"""Paper beside what the head reaches: the quiet zone of a wide code."""


def picture_of(paper: Paper) -> QImage:
    """The whole paper in grey, with its unprinted edges."""
    paint((), paper.width_dots)  # our fonts are known from then on
    height = sum(_height(one) for one in paper.prints) + 2 * EDGE_DOTS
    image = QImage(paper.width_dots + 2 * EDGE_DOTS, height, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(EDGE_DOTS, EDGE_DOTS)
    y = 0
    for one in paper.prints:
        _paint(painter, one, y, paper.width_dots)
        y += _height(one)
    painter.end()
    return image


def _height(one: TextLine | Code | Picture) -> int:
    if isinstance(one, TextLine):
        is_high = any(part.is_high for part in one.parts)
        return ROW_HEIGHT + CELL_HEIGHT * is_high
    if isinstance(one, Code):
        return len(_modules(one)) * one.module_dots
    return len(one.rows)


def _modules(code: Code) -> list[bytearray]:
    made = segno.make(code.text, error=code.level, mode="byte", boost_error=False, micro=False)
    return list(made.matrix)


def _paint(painter: QPainter, one: TextLine | Code | Picture, y: int, width_dots: int) -> None:
    if isinstance(one, TextLine):
        x, bottom = 0, y + _height(one) - (ROW_HEIGHT - CELL_HEIGHT)
        for part in one.parts:
            _paint_letters(painter, part, x, bottom)
            x += part.columns * CELL_WIDTH
    elif isinstance(one, Code):
        matrix, side = _modules(one), one.module_dots
        left = (width_dots - len(matrix) * side) // 2 if one.is_centred else 0
        for row, modules in enumerate(matrix):
            for column in [column for column, is_dark in enumerate(modules) if is_dark]:
                _fill(painter, left + column * side, y + row * side, side)
    else:
        for row, dots in enumerate(one.rows):
            bits = "".join(f"{byte:08b}" for byte in dots)
            for x in [x for x, bit in enumerate(bits) if bit == "1"]:
                _fill(painter, x, y + row, 1)


def _fill(painter: QPainter, x: int, y: int, side: int) -> None:
    painter.fillRect(x, y, side, side, QColor(Qt.GlobalColor.black))


def _paint_letters(painter: QPainter, part: Letters, x: int, bottom: int) -> None:
    across, down = 1 + part.is_wide, 1 + part.is_high
    font = QFont(FONT_FAMILY)
    font.setPixelSize(19)
    font.setBold(part.is_bold)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for place, letter in enumerate(part.text):
        painter.save()
        painter.translate(x + place * CELL_WIDTH * across, bottom - CELL_HEIGHT * down)
        painter.scale(across, down)
        if part.is_reversed:
            painter.fillRect(QRectF(0, 0, CELL_WIDTH, CELL_HEIGHT), Qt.GlobalColor.black)
        painter.setPen(Qt.GlobalColor.white if part.is_reversed else Qt.GlobalColor.black)
        wide = metrics.horizontalAdvance(letter) or 1
        if wide > CELL_WIDTH:
            painter.scale(CELL_WIDTH / wide, 1)
            painter.drawText(QPointF(0, 18), letter)
        else:
            painter.drawText(QPointF((CELL_WIDTH - wide) / 2, 18), letter)
        painter.restore()
