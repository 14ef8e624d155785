"""Type-setting: lines become marks at places. Pure; the painter (dots or PDF points) lends its measure.

Lengths are in the painter's own unit: dots on thermal paper, points in a PDF; y grows downwards.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import islice
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
from counter_app.printing.marks import Bar, Frame, Run, Set
from counter_app.printing.qr import NOT_SHOWN, dark_runs, fitting_code
from counter_app.printing.trial_marks import ruler_marks, shade_marks
from counter_app.printing.wrapping import wrap
from counter_app.use_cases.views import QR_QUIET_ZONE_MODULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from counter_app.printing.lines import Line
    from counter_app.printing.marks import Mark, Sizes

BASELINE = 0.78
"""Where in the line's height its letters stand."""

BOX_PADDING = 0.25
"""Space between frame and text, by the size of body type."""

ROOM_TO_GO_ON = 20
"""By the size of body type: with so much room at the left of a code, lines go on there."""

BOLD_TONES = frozenset({Tone.STRONG, Tone.TITLE, Tone.HEAD, Tone.FIGURE})


@dataclass(slots=True)
class Setter:
    """One receipt being set, from the top down."""

    sizes: Sizes
    measure: Callable[[str, float, bool], float]
    y: float = 0.0
    marks: list[Mark] = field(default_factory=list)
    edge: float = 0.0
    """Where text ends at the right: at the margin, or before what stands there."""
    foot: float = 0.0
    """Down to where that reaches."""

    def set_all(self, lines: Iterable[Line]) -> Set:
        """Every line below the one before."""
        self.y = self.sizes.top
        self.edge = self.sizes.width - self.sizes.margin
        coming = deque(lines)
        while coming:
            line = coming.popleft()
            if isinstance(line, QrCode):
                self._qr(line, coming)
            else:
                self._set(line)
        height = max(self.y, self.foot) + self.sizes.top
        return Set(self.sizes.width, height, tuple(self.marks))

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
            case Box(kind=BoxKind.STAMP):
                self._stamp(line)
            case Box(texts=texts, kind=kind):
                self._banner(texts, is_filled=kind is BoxKind.FILLED)
            case QrCode():
                self._qr(line, deque())
            case Ruler() | Shades():
                self._trial(line)
            case _ as never:  # pragma: no cover - the type checker proves it
                assert_never(never)

    @property
    def _inner(self) -> float:
        return self.edge - self.sizes.margin

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
            self._write(first, value_tone, self.edge - self._width(first, value_tone), height)
            self.y += height
        else:
            self._set(Left(label, tone))
            others.insert(0, first)
        for value in others:
            for row in self._wrapped(value, value_tone, self._inner):
                self._row(row, value_tone, self.edge - self._width(row, value_tone))

    def _rule(self, thickness: float) -> None:
        air = self.sizes.body * 0.2
        self.marks.append(Bar(self.sizes.margin, self.y + air, self._inner, thickness))
        self.y += 2 * air + thickness

    def _prose(self, line: Centre | Left) -> None:
        for row in self._wrapped(line.text, line.tone, self._inner):
            is_centred = isinstance(line, Centre)
            slack = self._inner - self._width(row, line.tone) if is_centred else 0
            self._row(row, line.tone, self.sizes.margin + slack / 2)

    def _qr(self, code: QrCode, coming: deque[Line]) -> None:
        """The code at the right with its texts at its left, or in the middle where they have no room there.

        On a page, where there is much room, what follows goes on at its left too, and a stamp box that comes next
        stands beside the code: it is taken from ``coming``. The quiet zone is kept all round.
        """
        fitting = fitting_code(code.text, code.numeral, self.sizes.width, self.sizes.qr_module)
        if fitting is None:
            for text in (*(Left(said, Tone.SMALL) for said in NOT_SHOWN), *code.beside):
                self._prose(Centre(text.text, text.tone))
            return
        matrix, module = fitting
        quiet, square = QR_QUIET_ZONE_MODULES * module, len(matrix) * module
        top = float(ceil(self.y))
        self.foot = top + square + 2 * quiet
        left = self.sizes.width - max(self.sizes.margin, quiet) - square
        room = left - quiet - self.sizes.margin
        words = ((word, text.tone) for text in code.beside for word in text.text.split(" "))
        is_beside = bool(code.beside) and all(self._width(*word) <= room for word in words)
        if not is_beside:
            left = (self.sizes.width - square) // 2
        for row_no, first, count in dark_runs(matrix):
            x, y = left + first * module, top + quiet + row_no * module
            self.marks.append(Bar(x, y, count * module, module))
        if is_beside:
            self._set_beside(code.beside, left - quiet, coming, top + quiet)
        else:
            self.y = self.foot
            for text in code.beside:
                self._prose(Centre(text.text, text.tone))

    def _set_beside(
        self, texts: tuple[Left, ...], edge: float, coming: deque[Line], top: float
    ) -> None:
        margin, self.edge = self.edge, edge
        if self._inner >= self.sizes.body * ROOM_TO_GO_ON:
            self._go_on_beside(texts, coming, top)
            return
        rows = [
            (row, text.tone)
            for text in texts
            for row in self._wrapped(text.text, text.tone, self._inner)
        ]
        spare = self.foot - self.y - sum(self._height(tone) for _, tone in rows)
        self.y += max(0.0, spare) / 2
        for row, tone in rows:
            self._row(row, tone, self.sizes.margin)
        self.y, self.edge = max(self.y, self.foot), margin

    def _go_on_beside(self, texts: tuple[Left, ...], coming: deque[Line], top: float) -> None:
        """The texts of the code, and those of a stamp box below them where its empty frame stands beside the code."""
        stamp = _stamp_next(coming)
        if stamp is None:
            for text in texts:
                self._prose(text)
            return
        column = self.edge
        foot = self._stamp_frame(top)
        self.edge = column - self.sizes.stamp_width - self.sizes.body
        for text in texts:
            self._prose(text)
        self._rule(self.sizes.thin_rule)
        for text in _beside_stamp(stamp):
            self._prose(text)
        self.y, self.edge = max(self.y, foot), column

    def _trial(self, line: Ruler | Shades) -> None:
        """What only a test page has."""
        sizes, y = self.sizes, self.y
        if isinstance(line, Ruler):
            self.marks += ruler_marks(line, sizes, y)
        else:
            self.marks += shade_marks(sizes, y)
        self.y += sizes.body * 1.25

    def _banner(self, texts: tuple[str, ...], *, is_filled: bool) -> None:
        padding = self.sizes.body * BOX_PADDING
        inner = self._inner - 4 * padding
        rows = [row for text in texts for row in self._wrapped(text, Tone.STRONG, inner)]
        height = self._height(Tone.STRONG) * len(rows) + 2 * padding
        left, y, width = self.sizes.margin, self.y + padding, self._inner
        if is_filled:
            self.marks.append(Bar(left, y, width, height))
        else:
            self.marks.append(Frame(left, y, width, height, self.sizes.thick_rule))
        self.y = y + padding
        for row in rows:
            x = left + (width - self._width(row, Tone.STRONG)) / 2
            self._write(row, Tone.STRONG, x, self._height(Tone.STRONG), is_white=is_filled)
            self.y += self._height(Tone.STRONG)
        self.y = y + height + padding

    def _stamp(self, box: Box) -> None:
        """An empty dashed frame at the right for the stamp, and at the left what it is for."""
        edge, top = self.edge, self.y + self.sizes.body * BOX_PADDING
        foot = self._stamp_frame(top)
        self.y, self.edge = top, edge - self.sizes.stamp_width - self.sizes.body
        for text in _beside_stamp(box):
            self._prose(text)
        padding = self.sizes.body * BOX_PADDING
        self.y, self.edge = max(self.y + padding, foot), edge

    def _stamp_frame(self, top: float) -> float:
        """Draw it at the right from there; answers down to where it reaches, with the air below it."""
        width, height = self.sizes.stamp_width, self.sizes.stamp_height
        x, thickness = self.edge - width, self.sizes.thin_rule
        self.marks.append(Frame(x, top, width, height, thickness, is_dashed=True))
        return top + height + self.sizes.body * BOX_PADDING


def _stamp_next(coming: deque[Line]) -> Box | None:
    """Take the stamp box and the rule above it, where they are what comes next."""
    match [*islice(coming, 2)]:
        case [Rule(), Box(kind=BoxKind.STAMP) as stamp]:
            coming.popleft()
            coming.popleft()
            return stamp
        case _:
            return None


def _beside_stamp(box: Box) -> tuple[Left, ...]:
    """What the box is for, and below that its small print."""
    strong = (Left(text, Tone.STRONG) for text in box.texts)
    return (*strong, *(Left(text, Tone.SMALL) for text in box.small))
