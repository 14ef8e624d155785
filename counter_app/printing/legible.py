"""Lines with nothing in them that paper cannot show or a printer would obey.

A name may bring anything: a tab, an escape, a sign that turns the writing around, half of a character. White space
becomes a space, what nobody would see is left out, and anything else stands as a dotted circle, so that it is seen
to be missing. So does a stack of accents, each on a circle.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from counter_app.printing.glyphs import REPLACEMENT
from counter_app.printing.lines import (
    Big,
    Box,
    Centre,
    Left,
    Pair,
    QrCode,
    Rule,
    Ruler,
    Shades,
    Space,
)
from counter_app.printing.wording import NO_BREAK_SPACE
from counter_app.printing.wrapping import JOINERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.printing.lines import Line

UNSEEN = frozenset({"Cf"})
UNKNOWN = frozenset({"Cc", "Cs", "Co"})
SIGNS_ON_A_LETTER = 2
_SIGN = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_LONE_SIGN = re.compile(rf"(?<!\S){_SIGN}")
_STACK = re.compile(f"{_SIGN}{{3,}}")
"""More signs above or below a letter than any name has."""


def legible_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The same lines with every text legible."""
    return tuple(map(_legible_line, lines))


def legible(text: str) -> str:
    """The same text; spaces at which no line may break stay so, and so do the joiners of Devanagari."""
    if text.isascii() and text.isprintable():
        return text
    shown = text if text.isprintable() else "".join(map(_legible_character, text))
    return _STACK.sub(_unstacked, _LONE_SIGN.sub(_carried, shown))


def _carried(sign: re.Match[str]) -> str:
    return REPLACEMENT + sign[0]


def _unstacked(stack: re.Match[str]) -> str:
    """Every further sign on a circle of its own: ninety accents on one letter would strike out the lines above."""
    kept, further = stack[0][:SIGNS_ON_A_LETTER], stack[0][SIGNS_ON_A_LETTER:]
    return kept + "".join(REPLACEMENT + sign for sign in further)


def _legible_character(character: str) -> str:
    if character == NO_BREAK_SPACE or character in JOINERS:
        return character
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in UNSEEN:
        return ""
    return REPLACEMENT if category in UNKNOWN else character


def _legible_line(line: Line) -> Line:
    match line:
        case Centre(text=text) | Left(text=text):
            shown = legible(text)
            return line if shown == text else replace(line, text=shown)
        case Pair(label=label, values=values):
            name, said = legible(label), tuple(map(legible, values))
            is_same = (name, said) == (label, values)
            return line if is_same else replace(line, label=name, values=said)
        case Box(texts=texts, small=small):
            inside, below = tuple(map(legible, texts)), tuple(map(legible, small))
            is_same = (inside, below) == (texts, small)
            return line if is_same else replace(line, texts=inside, small=below)
        case Big() | QrCode() | Rule() | Space() | Ruler() | Shades():
            return line
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)
