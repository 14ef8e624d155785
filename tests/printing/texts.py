"""The texts of a line, to be looked for where it was set, printed or copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.printing.lines import Big, Box, Centre, Left, Pair, QrCode

if TYPE_CHECKING:
    from counter_app.printing.lines import Line


def texts_of(line: Line) -> tuple[str, ...]:
    """All of them, without what a QR code holds."""
    match line:
        case Centre(text=text) | Left(text=text):
            return (text,)
        case Pair(label=label, values=values):
            return (label, *values)
        case Big(label=label, value=value):
            return (label, value)
        case Box(texts=texts, small=small):
            return (*texts, *small)
        case QrCode(beside=beside):
            return tuple(one.text for one in beside)
        case _:
            return ()


def bare(text: str) -> str:
    """Without its white space."""
    return "".join(text.split())
