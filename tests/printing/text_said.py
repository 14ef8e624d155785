"""What lines mean and what a paper in type says, in one form, so that they can be compared."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from counter_app.printing.lines import Big, Box, Centre, Left, Pair, QrCode
from tests.printing.paper_decoder import Code, Paper, TextLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from counter_app.printing.lines import Line

PICTURE = "\u25a3"
"""Stands for what is painted."""

SAID_OTHERWISE = str.maketrans({"₹": "Rs.", "·": "", "–": "", "—": "", "×": "x"})
STROKES = str.maketrans("", "", " -=+|\u00a0")


def texts_of(line: Line) -> tuple[str, ...]:
    """What a line says, in its order."""
    match line:
        case Centre(text=text) | Left(text=text):
            return (text,)
        case Pair(label=label, values=values):
            return (label, *values)
        case Big(label=label, value=value):
            return (label, value)
        case Box(texts=texts, small=small):
            return (*texts, *small)
        case QrCode(text=text, numeral=numeral, beside=beside):
            return (f"<{text}{numeral}>", *(one.text for one in beside))
        case _:
            return ()


def meant(lines: Iterable[Line]) -> str:
    """All the lines say, without spaces and strokes; what has no ASCII form is a picture."""
    said = (text.translate(SAID_OTHERWISE) for line in lines for text in texts_of(line))
    kept = (
        text.translate(STROKES) if text.replace("\u00a0", " ").isascii() else PICTURE
        for text in said
    )
    return once(kept)


def printed(paper: Paper) -> str:
    """All the paper says, in the same form."""
    return once(_printed(paper))


def _printed(paper: Paper) -> Iterator[str]:
    for one in paper.prints:
        if isinstance(one, TextLine):
            yield one.text.translate(STROKES)
        elif isinstance(one, Code):
            yield f"<{one.text}>".translate(STROKES)
        elif any(any(row) for row in one.rows):
            yield PICTURE


def once(parts: Iterable[str]) -> str:
    """One after the other; a picture in several bands is one picture."""
    said = (part for part in parts if part)
    return "".join(
        PICTURE if is_picture else "".join(run)
        for is_picture, run in groupby(said, key=lambda part: part == PICTURE)
    )
