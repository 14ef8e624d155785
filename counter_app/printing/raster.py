"""The receipt painted by Qt in dots, since Devanagari on thermal paper is a picture. The one Qt file of this room.

Painted with antialiasing and then cut at a threshold, which keeps thin strokes whole (printing notes, 2.3).
Works in any thread; whoever starts the program has made a QGuiApplication.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, ClassVar, assert_never

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QRawFont,
)

from counter_app.domain.errors import Fault, FaultCode
from counter_app.printing.encode import DOTS_A_BYTE, Raster, without_real_time_commands
from counter_app.printing.glyphs import Glyphs
from counter_app.printing.marks import Bar, Frame, Run, Sizes
from counter_app.printing.setting import Setter
from resources import FONT_FAMILY, font_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.printing.lines import Line
    from counter_app.printing.marks import Mark, Set

BLACK_BELOW = 168
"""Grey under this (0 black, 255 white) becomes a black dot."""

GREYS = 256
PROBE_SIZE_DOTS = 22
WHITE, BLACK = 0xFFFFFFFF, 0xFF000000
BLACK_OR_WHITE = [BLACK if grey < BLACK_BELOW else WHITE for grey in range(GREYS)]
INVERTED = bytes(range(GREYS - 1, -1, -1))
WIDTHS_KEPT = 4_096

USUAL_MODULE_DOTS = 4
"""A side of a module of a QR code: half a millimetre, which every phone reads."""

SIZES_BY_WIDTH_DOTS = {
    576: Sizes(576, 4, 4, 1.42, 20, 22, 25, 34, 34, 2, 4, 200, 176, 4),
    512: Sizes(512, 4, 4, 1.42, 20, 22, 24, 32, 32, 2, 4, 190, 176, 4),
    384: Sizes(384, 4, 4, 1.42, 20, 20, 22, 30, 30, 2, 4, 168, 160, 4),
}
"""80 mm paper (576, or 512 on older heads) and 58 mm (384). No type under 20 dots: 2.5 mm at 203 dpi."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A picture for the printer, and the characters no font of ours has (shown as a dotted circle)."""

    raster: Raster
    missing: frozenset[str]


def paint(lines: Iterable[Line], width_dots: int, module_dots: int = USUAL_MODULE_DOTS) -> Painted:
    """The lines in dots. Raises Fault PRINTER_FAILED when our fonts cannot be loaded."""
    return _painted(lines, replace(SIZES_BY_WIDTH_DOTS[width_dots], qr_module=module_dots))


def paint_strip(line: Line, width_dots: int, indent_dots: int, module_dots: int) -> Painted:
    """One line between rows of a printer's own type, so far from the edges. Raises Fault PRINTER_FAILED."""
    sizes = SIZES_BY_WIDTH_DOTS[width_dots]
    return _painted((line,), replace(sizes, margin=indent_dots, qr_module=module_dots))


def _painted(lines: Iterable[Line], sizes: Sizes) -> Painted:
    fonts = _Fonts()
    placed = Setter(sizes, fonts.measure).set_all(lines)
    width_dots = round(sizes.width)
    image = QImage(width_dots, round(placed.height), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    _paint_marks(image, placed, fonts)
    return Painted(_threshold(image), fonts.glyphs.missing)


def png_of(raster: Raster) -> bytes:
    """The picture as a PNG file in one bit a dot, exactly as it comes out of the printer."""
    data = b"".join(raster.rows)
    image = QImage(
        data,
        raster.width_dots,
        len(raster.rows),
        raster.bytes_a_row,
        QImage.Format.Format_Mono,
    )
    image.setColorTable([WHITE, BLACK])
    png = QByteArray()
    buffer = QBuffer(png)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt a text
    buffer.close()
    return bytes(png.data())


@cache
def _load_fonts() -> None:
    """Make our fonts known to Qt, once."""
    if QGuiApplication.instance() is None:
        raise Fault(FaultCode.PRINTER_FAILED, "painting a receipt needs a QGuiApplication")
    for style in ("Regular", "Bold"):
        if QFontDatabase.addApplicationFont(str(font_path(style))) < 0:
            raise Fault(FaultCode.PRINTER_FAILED, f"font {style} cannot be loaded")


class _Fonts:
    """Our own two fonts, and no others: a namesake of the system never steps in.

    Fonts belong to one painting, since threads may not share them; the widths of texts are kept for the next.
    """

    widths: ClassVar[dict[tuple[str, float, bool], float]] = {}

    def __init__(self) -> None:
        _load_fonts()
        probe = QRawFont(str(font_path("Regular")), PROBE_SIZE_DOTS)
        self.glyphs = Glyphs(lambda character: probe.supportsCharacter(ord(character)))
        self._known: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def font(self, size: float, *, is_bold: bool) -> tuple[QFont, QFontMetricsF]:
        key = (size, is_bold)
        if key not in self._known:
            font = QFont(FONT_FAMILY)
            font.setPixelSize(round(size))
            font.setBold(is_bold)
            font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
            font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
            self._known[key] = (font, QFontMetricsF(font))
        return self._known[key]

    def measure(self, text: str, size: float, is_bold: bool) -> float:  # noqa: FBT001 - the setter's measure
        key = (text, size, is_bold)
        width = self.widths.get(key)
        if width is None:
            metrics = self.font(size, is_bold=is_bold)[1]
            width = metrics.horizontalAdvance(self.glyphs.shown(text))
            if len(self.widths) >= WIDTHS_KEPT:
                self.widths.clear()
            self.widths[key] = width
        return width


def _paint_marks(image: QImage, placed: Set, fonts: _Fonts) -> None:
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        for mark in placed.marks:
            _paint_mark(painter, mark, fonts)
    finally:
        painter.end()


def _paint_mark(painter: QPainter, mark: Mark, fonts: _Fonts) -> None:
    match mark:
        case Run():
            painter.setFont(fonts.font(mark.size, is_bold=mark.is_bold)[0])
            painter.setPen(QColor(Qt.GlobalColor.white if mark.is_white else Qt.GlobalColor.black))
            painter.drawText(QPointF(round(mark.x), round(mark.y)), fonts.glyphs.shown(mark.text))
        case Bar():
            painter.fillRect(_rect(mark), Qt.GlobalColor.black)
        case Frame():
            _paint_frame(painter, mark)
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def _paint_frame(painter: QPainter, frame: Frame) -> None:
    thickness = round(frame.thickness)
    pen = QPen(Qt.GlobalColor.black, thickness)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if frame.is_dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    half = thickness // 2
    painter.drawRect(_rect(frame).adjusted(half, half, half - thickness, half - thickness))


def _rect(mark: Bar | Frame) -> QRect:
    return QRect(round(mark.x), round(mark.y), round(mark.width), round(mark.height))


def _threshold(image: QImage) -> Raster:
    """Dots from greys: Qt takes each grey for the colour our table gives it, and packs eight dots into a byte."""
    assert image.width() % DOTS_A_BYTE == 0, "a head is whole bytes wide"
    image.reinterpretAsFormat(QImage.Format.Format_Indexed8)
    image.setColorTable(BLACK_OR_WHITE)
    mono = image.convertToFormat(
        QImage.Format.Format_Mono,
        Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.MonoOnly,
    )
    packed, stride = bytes(mono.constBits()), mono.bytesPerLine()
    if mono.color(0) == BLACK:
        packed = packed.translate(INVERTED)
    width = image.width() // DOTS_A_BYTE
    rows = (packed[start : start + width] for start in range(0, len(packed), stride))
    return Raster(image.width(), tuple(without_real_time_commands(row) for row in rows))
