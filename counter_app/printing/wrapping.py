"""Break text into lines without breaking a syllable. The width of text is told by whoever paints it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VIRAMA = "\u094d"
JOINERS = "\u200c\u200d"


def syllables(text: str) -> list[str]:
    """Pieces that may not be torn: a letter with its signs, and Devanagari conjuncts (क्ष, त्र) whole."""
    pieces: list[str] = []
    for character in text:
        clings = bool(pieces) and (
            unicodedata.category(character).startswith("M")
            or character in JOINERS
            or (unicodedata.category(character) == "Lo" and _ends_half(pieces[-1]))
        )
        if clings:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _ends_half(piece: str) -> bool:
    return piece.rstrip(JOINERS).endswith(VIRAMA)


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Lines no wider than ``width``; a word that alone is wider is broken between syllables."""
    if measure(text) <= width:
        return [text]
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined) <= width:
            lines[-1] = joined
        elif measure(word) <= width:
            lines.append(word)
        else:
            lines += _broken(word, width, measure)
    return lines


def _pieces(word: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """Its syllables; one that alone is wider than the line (ninety signs on one letter) goes sign by sign."""
    for piece in syllables(word):
        if measure(piece) <= width:
            yield piece
        else:
            yield from piece


def _broken(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    lines = [""]
    for piece in _pieces(word, width, measure):
        if lines[-1] and measure(lines[-1] + piece) > width:
            lines.append(piece)
        else:
            lines[-1] += piece
    return lines
