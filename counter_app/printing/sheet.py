"""A PDF under way: shaped Devanagari that can be copied, lines and boxes, and an atomic save.

ReportLab's own ``shaping=True`` does nothing without rlbidi, so each run is shaped here with ``shapeStr``; a shaped
run carries its text as ActualText, since the glyphs of conjuncts have no characters to copy. Same input, same bytes.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapedStr, TTFont, shapeStr
from reportlab.pdfgen.canvas import Canvas

from counter_app.domain.errors import Fault, FaultCode
from counter_app.printing.glyphs import Glyphs
from counter_app.printing.whole_file import write_whole
from counter_app.printing.wrapping import syllables, wrap
from resources import font_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

REGULAR, BOLD = "CounterDeva", "CounterDeva-Bold"
_DEVANAGARI = re.compile("([\u0900-\u097f\u200c\u200d\u25cc]+)")
"""Letters, signs and figures of Devanagari, the joiners between them, and the circle that carries a lone sign."""

SHAPED_RUNS_KEPT = 20_000
UNITS_AN_EM = 1_000
DASH_POINTS = 3
CUT_LINE_POINTS = 0.5
ELLIPSIS = "…"
END_SPAN = "EMC"
BACKSLASHED = r"\\\1"
NO_GREY = -1.0
"""A page begins with no grey chosen."""

AUTHOR = "KESCO Counter"


PLAIN = "".join(map(chr, range(32, 127)))
"""What our fonts write as it is typed: printable ASCII."""

_ESCAPED = re.compile(r"([\\()])")


@dataclass(frozen=True, slots=True)
class _Shaped:
    """Pieces with their offsets, the width of all in points, and the operator that carries the text to copy."""

    pieces: tuple[tuple[float, str], ...]
    width: float
    begin_span: str


class Sheet:
    """Pages of one size in points. Positions are measured from the upper left corner, y downwards."""

    def __init__(self, path: Path, width: float, height: float, title: str) -> None:
        load_fonts()
        self._path = path
        self._height = height
        self._file = io.BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(width, height),
            invariant=1,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub has it as a number
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(AUTHOR)
        self._glyphs = Glyphs(_has_glyph())
        self._grey = NO_GREY
        self._fonts = {name: self._plain_font(name) for name in (REGULAR, BOLD)}
        self._operators: dict[tuple[str, str, float], str] = {}

    @property
    def missing(self) -> frozenset[str]:
        """Characters our fonts do not have; each stands as a dotted circle."""
        return self._glyphs.missing

    def width(self, text: str, size: float, is_bold: bool) -> float:  # noqa: FBT001 - the setter's measure
        """How wide the text comes out."""
        return self._shape(text, BOLD if is_bold else REGULAR, size).width

    def fitted(self, text: str, width: float, size: float, is_bold: bool) -> str:  # noqa: FBT001 - as the measure
        """The text, or as many of its syllables as fit with an ellipsis behind them."""
        if self.width(text, size, is_bold) <= width:
            return text
        pieces = syllables(text)
        count = bisect_right(
            range(len(pieces)),
            width,
            key=lambda kept: self.width("".join(pieces[: kept + 1]) + ELLIPSIS, size, is_bold),
        )
        return "".join(pieces[:count]).rstrip() + ELLIPSIS

    def wrapped(
        self,
        text: str,
        width: float,
        size: float,
        is_bold: bool,  # noqa: FBT001 - as the measure
        most: int,
    ) -> list[str]:
        """The text on at most so many lines, broken between words; the last is shortened if it must be."""
        lines = wrap(text, width, lambda part: self.width(part, size, is_bold))
        if len(lines) > most:
            lines[most - 1 :] = [self.fitted(" ".join(lines[most - 1 :]), width, size, is_bold)]
        return lines

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        is_bold: bool = False,
        grey: float = 0.0,
    ) -> None:
        """Write from x on the baseline y; ``grey`` 0 is black, 1 is white."""
        font = BOLD if is_bold else REGULAR
        shaped = self._shape(text, font, size)
        self._fill(grey)
        code = self._code
        if shaped.begin_span:
            code.append(shaped.begin_span)
        for offset, run in shaped.pieces:
            place = f"{x + offset:.3f} {self._height - y:.3f}"
            code.append(f"BT 1 0 0 1 {place} Tm {self._written(run, font, size)} ET")
        if shaped.begin_span:
            code.append(END_SPAN)

    @property
    def _code(self) -> list[str]:
        """The page's operators: ReportLab has no call for marked content, and takes its time over each text."""
        code: list[str] = vars(self._canvas)["_code"]
        return code

    def _fill(self, grey: float) -> None:
        """Fill with this grey from now on, if it is not so already."""
        if grey != self._grey:
            self._canvas.setFillGray(grey)
            self._grey = grey

    def _plain_font(self, name: str) -> str:
        """What this PDF calls the part of a font that has the letters of ASCII, each under its own code."""
        font, document = pdfmetrics.getFont(name), vars(self._canvas)["_doc"]
        assert isinstance(font, TTFont)
        assert font.splitString(PLAIN, document) == [(0, PLAIN.encode())]
        called: str = font.getSubsetInternalName(0, document)
        return called

    def _shape(self, text: str, font: str, size: float) -> _Shaped:
        if text.isascii() and text.isprintable():
            return _Shaped(((0.0, text),), _plain_width(text, font) * size / UNITS_AN_EM, "")
        return _shaped(self._glyphs.shown(text), font, size)

    def _written(self, run: str, font: str, size: float) -> str:
        """The operators that write a run where one is; those of Devanagari are kept, since its words come again."""
        if not isinstance(run, ShapedStr) and run.isascii():
            return f"{self._fonts[font]} {size:g} Tf ({_ESCAPED.sub(BACKSLASHED, run)}) Tj"
        key = (run, font, size)
        if key not in self._operators:
            if len(self._operators) >= SHAPED_RUNS_KEPT:
                self._operators.clear()
            self._canvas.setFont(font, size)
            begun = self._canvas.beginText()
            begun.textLine(run)
            self._operators[key] = vars(begun)["_code"][-1]
        return self._operators[key]

    def bar(self, x: float, y: float, width: float, height: float, *, grey: float = 0.0) -> None:
        """A filled rectangle from its upper left corner."""
        self._fill(grey)
        place = f"{x:.3f} {self._height - y - height:.3f} {width:.3f} {height:.3f}"
        self._code.append(f"n {place} re f*")

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        thickness: float,
        *,
        is_dashed: bool = False,
    ) -> None:
        """The outline of a rectangle from its upper left corner."""
        self._canvas.setLineWidth(thickness)
        self._canvas.setDash([DASH_POINTS, DASH_POINTS] if is_dashed else [])
        self._canvas.rect(x, self._height - y - height, width, height, stroke=1, fill=0)

    def cut_line(self, x: float) -> None:
        """A thin dashed line from top to foot, to cut the page along."""
        self._canvas.setLineWidth(CUT_LINE_POINTS)
        self._canvas.setDash([DASH_POINTS, DASH_POINTS])
        self._canvas.line(x, 0, x, self._height)

    def next_page(self) -> None:
        """Go on with an empty page."""
        self._canvas.showPage()
        self._grey = NO_GREY

    def finish(self) -> bytes:
        """The whole file."""
        self._canvas.save()
        return self._file.getvalue()

    def save(self) -> Path:
        """Finish, and put the file in its place whole or not at all. Raises Fault FILE_NOT_WRITTEN."""
        write_whole(self._path, self.finish())
        return self._path


@cache
def load_fonts() -> None:
    """Register our fonts, once, and let streams be bytes: as letters they would be longer, and slow to write.

    Raises Fault FILE_NOT_WRITTEN when Hindi could not be shaped.
    """
    for name, style in ((REGULAR, "Regular"), (BOLD, "Bold")):
        font = TTFont(name, str(font_path(style)))
        if not font.shapable:
            raise Fault(FaultCode.FILE_NOT_WRITTEN, "uharfbuzz is missing: Hindi would be wrong")
        pdfmetrics.registerFont(font)
    rl_config.useA85 = 0


def _has_glyph() -> Callable[[str], bool]:
    glyphs: Mapping[int, int] = vars(pdfmetrics.getFont(REGULAR))["face"].charToGlyph
    return lambda character: ord(character) in glyphs


@lru_cache(maxsize=SHAPED_RUNS_KEPT)
def _shaped(text: str, font: str, size: float) -> _Shaped:
    """Each stretch of Devanagari is shaped for itself.

    HarfBuzz guesses one script for a text from its first letters: in a text that begins in English, the vowel
    signs of Hindi words would stay on the wrong side of their letters.
    """
    pieces: list[tuple[float, str]] = []
    width = 0.0
    for piece in filter(None, _DEVANAGARI.split(text)):
        run, advance = _run(piece, font, size)
        pieces.append((width, run))
        width += advance
    if not _DEVANAGARI.search(text):
        return _Shaped(tuple(pieces), width, "")
    actual = text.encode("utf-16-be").hex().upper()
    return _Shaped(tuple(pieces), width, f"/Span<</ActualText<FEFF{actual}>>>BDC")


@lru_cache(maxsize=SHAPED_RUNS_KEPT)
def _run(piece: str, font: str, size: float) -> tuple[str, float]:
    if not _DEVANAGARI.match(piece):
        return piece, pdfmetrics.stringWidth(piece, font, size)
    run = shapeStr(piece, font, size, force=True)
    return run, sum(glyph.x_advance for glyph in run.__shapeData__) * size / UNITS_AN_EM


def _plain_width(text: str, font: str) -> float:
    """Of printable ASCII, in thousandths of the size."""
    widths = _plain_widths(font)
    return sum(map(widths.__getitem__, text.encode()))


@cache
def _plain_widths(font: str) -> dict[int, float]:
    return {ord(one): pdfmetrics.stringWidth(one, font, UNITS_AN_EM) for one in PLAIN}
