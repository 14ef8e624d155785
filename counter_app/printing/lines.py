"""What a receipt is made of: typed lines, each with its place and its weight, and no size in dots."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How loud a line speaks; the sizes belong to the paper."""

    SMALL = "small"
    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    HEAD = "head"
    FIGURE = "figure"


class BoxKind(StrEnum):
    """A mark is framed, a loud mark is white on black, a stamp box is left empty."""

    FRAME = "frame"
    FILLED = "filled"
    STAMP = "stamp"


@dataclass(frozen=True, slots=True)
class Centre:
    """Text in the middle; wraps."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Left:
    """Text from the left edge; wraps."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Pair:
    """A label at the left and what it says at the right, one value a line."""

    label: str
    values: tuple[str, ...]
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""

    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """Empty paper, in percent of a body line."""

    percent: int


@dataclass(frozen=True, slots=True)
class Big:
    """The one figure of the receipt."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Box:
    """Text in a frame; a stamp box has its text beside the empty frame, and ``small`` print below that."""

    texts: tuple[str, ...]
    kind: BoxKind = BoxKind.FRAME
    small: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code with its quiet zone, in the middle, or at the right where ``beside`` finds room at its left.

    ``numeral`` stands behind ``text`` in the code and is figures alone. What finds no room stands below.
    """

    text: str
    numeral: str = ""
    beside: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruler:
    """Millimetres across: a tick each fifth, a long one each tenth, and both ends marked.

    ``is_to_edge``: over all dots there are, margins too; else between the margins.
    """

    width_mm: int
    is_to_edge: bool = True


@dataclass(frozen=True, slots=True)
class Shades:
    """Fine stripes in four fields from light to black: is the print head even, and hot enough."""


Line = Centre | Left | Pair | Rule | Space | Big | Box | QrCode | Ruler | Shades
