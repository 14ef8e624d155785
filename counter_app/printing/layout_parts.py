"""What every part of a paper is laid out with: one-line text, both languages together, lines only for what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.printing.lines import Left, Pair, Tone

if TYPE_CHECKING:
    from counter_app.printing.lines import Line

LONGEST_ON_ONE_LINE = 36
"""Characters; a text in two languages that is longer stands on two lines, one for each."""


def clean(text: str) -> str:
    """One line of text: any run of white space (a stray newline in a name) is one space."""
    return " ".join(text.split())


def in_both(hindi: str, english: str) -> str:
    """``हिन्दी / English``, or the one that was told; empty for none."""
    return " / ".join(filter(None, (clean(hindi), clean(english))))


def values_in_both(hindi: str, english: str) -> tuple[str, ...]:
    """The two on one line where they are short, else one under the other; empty for none."""
    joined = in_both(hindi, english)
    if len(joined) <= LONGEST_ON_ONE_LINE:
        return (joined,) if joined else ()
    return tuple(filter(None, (clean(hindi), clean(english))))


def told(label: str, said: str, tone: Tone = Tone.BODY) -> list[Line]:
    """The label with what was said; no line at all for nothing."""
    return [Pair(label, (clean(said),), tone)] if clean(said) else []


def notes(*said: str) -> list[Line]:
    """Small print, a line for each that says something."""
    return [Left(clean(text), Tone.SMALL) for text in said if clean(text)]
