"""What befalls a printed code until somebody reads it: turned, blurred, faded, a head with dead dots, a photograph.

Each damage takes a picture in grey and a random source, whose seed makes it the same every time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF, QTransform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

MOST_DEGREES = 8.0
LEAST_SCALE, MOST_SCALE = 0.7, 1.4
FADED_TO = 0.45
"""How much of the black is left on paper that lay in the sun."""

DEAD_COLUMNS, WHITE_ROWS = 3, 3
MARGIN = 40
WHITE = QColor(Qt.GlobalColor.white)
BLACK = QColor(Qt.GlobalColor.black)


def clean(picture: QImage, _chance: Random) -> QImage:
    """As it came out."""
    return picture


def turned(picture: QImage, chance: Random) -> QImage:
    """By up to eight degrees either way."""
    return _turned(picture, chance.uniform(-MOST_DEGREES, MOST_DEGREES))


def blurred(picture: QImage, chance: Random) -> QImage:
    """Out of focus."""
    return _blurred(picture, chance.uniform(1.3, 2.0))


def scaled(picture: QImage, chance: Random) -> QImage:
    """From nearer or farther."""
    return _scaled(picture, chance.uniform(LEAST_SCALE, MOST_SCALE))


def faded(picture: QImage, _chance: Random) -> QImage:
    """Thermal paper in the sun: black is a light grey."""
    return _washed(picture, 1 - FADED_TO, WHITE)


def dead_columns(picture: QImage, chance: Random) -> QImage:
    """Three dots of the head that print no more."""
    return _lines(picture, chance, across=False, count=DEAD_COLUMNS, width=1)


def white_line(picture: QImage, chance: Random) -> QImage:
    """The paper slipped by three rows."""
    return _lines(picture, chance, across=True, count=1, width=WHITE_ROWS)


def photographed(picture: QImage, chance: Random) -> QImage:
    """By a phone: turned, at a slant, unsharp, from some distance, with a shadow and the noise of a cheap camera."""
    turn = _turned(picture, chance.uniform(-MOST_DEGREES, MOST_DEGREES))
    slanted = _slanted(turn, chance)
    blur = _blurred(_scaled(slanted, chance.uniform(0.9, MOST_SCALE)), chance.uniform(1.1, 1.4))
    return _noisy(_shaded(blur), chance)


DAMAGES: Mapping[str, Callable[[QImage, Random], QImage]] = {
    "clean": clean,
    "turned <= 8 degrees": turned,
    "blurred": blurred,
    "scaled 0.7-1.4": scaled,
    "faded": faded,
    "3 dead columns": dead_columns,
    "white line of 3 rows": white_line,
    "photographed": photographed,
}


def grey(picture: QImage) -> QImage:
    """With a margin of paper, in one grey a dot."""
    page = QImage(
        picture.width() + 2 * MARGIN, picture.height() + 2 * MARGIN, QImage.Format.Format_Grayscale8
    )
    page.fill(WHITE)
    painter = QPainter(page)
    painter.drawImage(MARGIN, MARGIN, picture)
    painter.end()
    return page


def _turned(picture: QImage, degrees: float) -> QImage:
    return _on_white(picture, QTransform().rotate(degrees))


def _slanted(picture: QImage, chance: Random) -> QImage:
    wide, high = picture.width(), picture.height()
    corners = [QPointF(0, 0), QPointF(wide, 0), QPointF(wide, high), QPointF(0, high)]
    moved = [
        QPointF(
            one.x() + chance.uniform(-0.03, 0.03) * wide,
            one.y() + chance.uniform(-0.03, 0.03) * high,
        )
        for one in corners
    ]
    transform = QTransform()
    QTransform.quadToQuad(QPolygonF(corners), QPolygonF(moved), transform)
    return _on_white(picture, transform)


def _on_white(picture: QImage, transform: QTransform) -> QImage:
    """Qt leaves transparent what the picture does not cover any more."""
    mode = Qt.TransformationMode.SmoothTransformation
    clear = picture.convertToFormat(QImage.Format.Format_ARGB32).transformed(transform, mode)
    page = QImage(clear.size(), QImage.Format.Format_Grayscale8)
    page.fill(WHITE)
    painter = QPainter(page)
    painter.drawImage(0, 0, clear)
    painter.end()
    return page


def _scaled(picture: QImage, factor: float) -> QImage:
    mode = Qt.TransformationMode.SmoothTransformation
    return picture.scaledToWidth(max(1, round(picture.width() * factor)), mode)


def _blurred(picture: QImage, factor: float) -> QImage:
    """Made small and large again."""
    mode = Qt.TransformationMode.SmoothTransformation
    return _scaled(picture, 1 / factor).scaledToWidth(picture.width(), mode)


def _washed(picture: QImage, strength: float, colour: QColor) -> QImage:
    washed = picture.copy()
    veil = QColor(colour)
    veil.setAlphaF(strength)
    painter = QPainter(washed)
    painter.fillRect(washed.rect(), veil)
    painter.end()
    return washed


def _shaded(picture: QImage) -> QImage:
    """The hand that holds the phone takes the light from one side."""
    shaded = picture.copy()
    shade = QLinearGradient(0, 0, shaded.width(), shaded.height())
    dark = QColor(BLACK)
    dark.setAlphaF(0.45)
    shade.setColorAt(0, QColor(0, 0, 0, 10))
    shade.setColorAt(1, dark)
    painter = QPainter(shaded)
    painter.fillRect(shaded.rect(), shade)
    painter.end()
    return shaded


def _noisy(picture: QImage, chance: Random) -> QImage:
    wide, high = picture.width(), picture.height()
    grain = QImage(chance.randbytes(wide * high), wide, high, wide, QImage.Format.Format_Grayscale8)
    noisy = picture.copy()
    painter = QPainter(noisy)
    painter.setOpacity(0.18)
    painter.drawImage(0, 0, grain)
    painter.end()
    return noisy


def _lines(picture: QImage, chance: Random, *, across: bool, count: int, width: int) -> QImage:
    """White lines through the middle three quarters, where the code is."""
    marked = picture.copy()
    painter = QPainter(marked)
    length = marked.height() if across else marked.width()
    for _ in range(count):
        place = chance.randrange(length // 8 + MARGIN // 2, length - length // 8 - MARGIN // 2)
        line = (
            QRect(0, place, marked.width(), width)
            if across
            else QRect(place, 0, width, marked.height())
        )
        painter.fillRect(line, WHITE)
    painter.end()
    return marked
