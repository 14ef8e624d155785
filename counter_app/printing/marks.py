"""What type-setting makes of lines: marks at places, and the sizes of the paper they are made for.

Lengths are in the painter's own unit: dots on thermal paper, points in a PDF; y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from counter_app.printing.lines import Tone


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
