"""Type-setting: lines become marks at places. Pure; the painter (dots or PDF points) lends its measure.

Lengths are in the painter's own unit: dots on thermal paper, points in a PDF; y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, assert_never

from counter_app.printing.lines import (
    Big,
    Box,
    BoxKind,
    Centre,
    Left,
    Pair,
    QrCode,
    Rule,
    Ruler,
    Shades,
    Space,
    Tone,
)
from counter_app.printing.qr import dark_runs, qr_matrix
from counter_app.printing.wrapping import wrap
from counter_app.use_cases.views import QR_QUIET_ZONE_MODULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from counter_app.printing.lines import Line

BASELINE = 0.78
"""Where in the line's height its letters stand."""

BOX_PADDING = 0.25
"""Space between frame and text, by the size of body type."""

TICK_MM, LONG_TICK_MM = 5, 10
SHADES = 4

BOLD_TONES = frozenset({Tone.STRONG, Tone.TITLE, Tone.HEAD, Tone.FIGURE})


@dataclass(frozen=True, slots=True)
class Sizes:
    """One paper: its width, the margins at the sides and at top and foot, and the size of each tone of type.

    ``leading`` is the height of a line by its type size: room for the signs above and below Devanagari letters.
    """

    width: float
    margin: float
    top: float
    leading: float
    small: float
    body: float
    title: float
    head: float
    figure: float
    thin_rule: float
    thick_rule: float
    stamp_width: float
    stamp_height: float
    qr_module: float

    def of(self, tone: Tone) -> float:
        """The size of type for a tone."""
        match tone:
            case Tone.SMALL:
                return self.small
            case Tone.BODY | Tone.STRONG:
                return self.body
            case Tone.TITLE:
                return self.title
            case Tone.HEAD:
                return self.head
            case Tone.FIGURE:
                return self.figure
            case _ as never:  # pragma: no cover - the type checker proves it
                assert_never(never)


@dataclass(frozen=True, slots=True)
class Run:
    """Text whose baseline begins at (x, y)."""

    x: float
    y: float
    text: str
    size: float
    is_bold: bool
    is_white: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The outline of a rectangle from its upper left corner, drawn inside it."""

    x: float
    y: float
    width: float
    height: float
    thickness: float
    is_dashed: bool = False


Mark = Run | Bar | Frame


@dataclass(frozen=True, slots=True)
class Set:
    """Marks in painting order, and the paper they need."""

    width: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Setter:
    """One receipt being set, from the top down."""

    sizes: Sizes
    measure: Callable[[str, float, bool], float]
    y: float = 0.0
    marks: list[Mark] = field(default_factory=list)

    def set_all(self, lines: Iterable[Line]) -> Set:
        """Every line below the one before."""
        self.y = self.sizes.top
        for line in lines:
            self._set(line)
        return Set(self.sizes.width, self.y + self.sizes.top, tuple(self.marks))

    def _set(self, line: Line) -> None:
        match line:
            case Centre() | Left():
                self._prose(line)
            case Pair(label=label, values=values, tone=tone):
                self._pair(label, values, tone, tone)
            case Rule(is_strong=is_strong):
                self._rule(self.sizes.thick_rule if is_strong else self.sizes.thin_rule)
            case Space(percent=percent):
                self.y += self.sizes.body * self.sizes.leading * percent / 100
            case Big(label=label, value=value):
                self._pair(label, (value,), Tone.TITLE, Tone.FIGURE)
            case Box():
                self._box(line)
            case QrCode():
                self._qr(line)
            case Ruler(width_mm=width_mm, is_to_edge=is_to_edge):
                self._ruler(width_mm, 0.0 if is_to_edge else self.sizes.margin)
            case Shades():
                self._shades()
            case _ as never:  # pragma: no cover - the type checker proves it
                assert_never(never)

    @property
    def _inner(self) -> float:
        return self.sizes.width - 2 * self.sizes.margin

    def _width(self, text: str, tone: Tone) -> float:
        return self.measure(text, self.sizes.of(tone), tone in BOLD_TONES)

    def _wrapped(self, text: str, tone: Tone, width: float) -> list[str]:
        return wrap(text, width, lambda part: self._width(part, tone))

    def _row(self, text: str, tone: Tone, x: float) -> None:
        self._write(text, tone, x, self._height(tone))
        self.y += self._height(tone)

    def _height(self, tone: Tone) -> float:
        return self.sizes.of(tone) * self.sizes.leading

    def _write(
        self, text: str, tone: Tone, x: float, height: float, *, is_white: bool = False
    ) -> None:
        size = self.sizes.of(tone)
        baseline = self.y + height * BASELINE
        self.marks.append(Run(x, baseline, text, size, tone in BOLD_TONES, is_white))

    def _pair(self, label: str, values: tuple[str, ...], tone: Tone, value_tone: Tone) -> None:
        """The label and the first value share a row when they fit; every other row is at the right."""
        first, *others = values
        gap = self.sizes.body / 2
        if self._width(label, tone) + gap + self._width(first, value_tone) <= self._inner:
            height = max(self._height(tone), self._height(value_tone))
            self._write(label, tone, self.sizes.margin, height)
            self._write(first, value_tone, self._right(first, value_tone), height)
            self.y += height
        else:
            self._set(Left(label, tone))
            others.insert(0, first)
        for value in others:
            for row in self._wrapped(value, value_tone, self._inner):
                self._row(row, value_tone, self._right(row, value_tone))

    def _right(self, text: str, tone: Tone) -> float:
        return self.sizes.width - self.sizes.margin - self._width(text, tone)

    def _rule(self, thickness: float) -> None:
        air = self.sizes.body * 0.2
        self.marks.append(Bar(self.sizes.margin, self.y + air, self._inner, thickness))
        self.y += 2 * air + thickness

    def _prose(self, line: Centre | Left) -> None:
        for row in self._wrapped(line.text, line.tone, self._inner):
            is_centred = isinstance(line, Centre)
            slack = self._inner - self._width(row, line.tone) if is_centred else 0
            self._row(row, line.tone, self.sizes.margin + slack / 2)

    def _qr(self, code: QrCode) -> None:
        """Dark runs of modules as bars, and the texts at its left; its quiet zone is kept on every side."""
        matrix = qr_matrix(code.text, code.numeral)
        across = len(matrix) + 2 * QR_QUIET_ZONE_MODULES
        # A code too wide for the paper has smaller modules, and those whole dots.
        module = min(self.sizes.qr_module, self.sizes.width // across)
        top, square = float(ceil(self.y)), across * module
        room = self._inner - square
        rows = self._beside(code.beside, room)
        if rows is None:
            left = (self.sizes.width - square) // 2
        else:
            left = self.sizes.width - square
            text_height = sum(self._height(tone) for _, tone in rows)
            self.y = top + max(0.0, square - text_height) / 2
            for row, tone in rows:
                self._row(row, tone, self.sizes.margin)
        quiet = QR_QUIET_ZONE_MODULES * module
        for row_no, first, count in dark_runs(matrix):
            x, y = left + quiet + first * module, top + quiet + row_no * module
            self.marks.append(Bar(x, y, count * module, module))
        self.y = max(self.y, top + square)
        if rows is None:
            for text in code.beside:
                self._set(Centre(text.text, text.tone))

    def _beside(self, texts: tuple[Left, ...], room: float) -> list[tuple[str, Tone]] | None:
        """The rows of the texts in the room at the left of a code; None where a word of them would be torn."""
        for text in texts:
            if any(self._width(word, text.tone) > room for word in text.text.split(" ")):
                return None
        return [
            (row, text.tone) for text in texts for row in self._wrapped(text.text, text.tone, room)
        ] or None

    def _ruler(self, width_mm: int, left: float) -> None:
        """Ticks hang from a bar; at the ends they are thick, so that a cut edge is seen."""
        thin, thick = self.sizes.thin_rule, self.sizes.thick_rule
        width, height = self.sizes.width - 2 * left, self.sizes.body
        self.marks.append(Bar(left, self.y, width, thin))
        for tick in range(TICK_MM, width_mm, TICK_MM):
            share = 0.7 if tick % LONG_TICK_MM == 0 else 0.4
            x = left + round(width * tick / width_mm) - thin / 2
            self.marks.append(Bar(x, self.y, thin, height * share))
        self.marks.append(Bar(left, self.y, thick, height))
        self.marks.append(Bar(left + width - thick, self.y, thick, height))
        self.y += height + self.sizes.body / 4

    def _shades(self) -> None:
        """The stripes of the first field are a quarter of the paper, those of the last touch."""
        step, height = self.sizes.thin_rule, self.sizes.body
        period = step * SHADES
        count = int(self._inner // (period * SHADES))
        for field_no in range(SHADES):
            start = self.sizes.margin + field_no * count * period
            for stripe in range(count):
                width = step * (field_no + 1)
                self.marks.append(Bar(start + stripe * period, self.y, width, height))
        self.y += height + self.sizes.body / 4

    def _box(self, box: Box) -> None:
        if box.kind is BoxKind.STAMP:
            self._stamp(box)
        else:
            self._banner(box.texts, is_filled=box.kind is BoxKind.FILLED)

    def _banner(self, texts: tuple[str, ...], *, is_filled: bool) -> None:
        padding = self.sizes.body * BOX_PADDING
        inner = self._inner - 4 * padding
        rows = [row for text in texts for row in self._wrapped(text, Tone.STRONG, inner)]
        height = self._height(Tone.STRONG) * len(rows) + 2 * padding
        x, y, width = self.sizes.margin, self.y + padding, self._inner
        if is_filled:
            self.marks.append(Bar(x, y, width, height))
        else:
            self.marks.append(Frame(x, y, width, height, self.sizes.thick_rule))
        self.y = y + padding
        for row in rows:
            x = (self.sizes.width - self._width(row, Tone.STRONG)) / 2
            self._write(row, Tone.STRONG, x, self._height(Tone.STRONG), is_white=is_filled)
            self.y += self._height(Tone.STRONG)
        self.y = y + height + padding

    def _stamp(self, box: Box) -> None:
        """An empty dashed frame at the right for the stamp, and at the left what it is for."""
        padding = self.sizes.body * BOX_PADDING
        width, height = self.sizes.stamp_width, self.sizes.stamp_height
        top = self.y + padding
        x = self.sizes.width - self.sizes.margin - width
        self.marks.append(Frame(x, top, width, height, self.sizes.thin_rule, is_dashed=True))
        strong = [(text, Tone.STRONG) for text in box.texts]
        self.y = top
        for text, tone in (*strong, *((text, Tone.SMALL) for text in box.small)):
            for row in self._wrapped(text, tone, self._inner - width - self.sizes.body):
                self._row(row, tone, self.sizes.margin)
        self.y = max(self.y, top + height) + padding
