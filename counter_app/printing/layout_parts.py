"""What every part of a paper is laid out with: one-line text, both languages together, lines only for what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.printing.lines import Left, Pair, Tone
from counter_app.printing.tongue import JOINER, clean

if TYPE_CHECKING:
    from counter_app.printing.lines import Line
    from counter_app.printing.tongue import Tongue

LONGEST_ON_ONE_LINE = 36
"""Characters; a text in two languages that is longer stands on two lines, one for each."""


def joined(hindi: str, english: str, tongue: Tongue) -> str:
    """What was told, on one line: ``हिन्दी / English`` or one of them; empty for none."""
    return JOINER.join(tongue.told(hindi, english))


def values_of(hindi: str, english: str, tongue: Tongue) -> tuple[str, ...]:
    """The two on one line where they are short, else one under the other; empty for none."""
    parts = tongue.told(hindi, english)
    on_one = JOINER.join(parts)
    return (on_one,) if on_one and len(on_one) <= LONGEST_ON_ONE_LINE else parts


def told(label: str, said: str, tone: Tone = Tone.BODY) -> list[Line]:
    """The label with what was said; no line at all for nothing."""
    return [Pair(label, (clean(said),), tone)] if clean(said) else []


def notes(*said: str) -> list[Line]:
    """Small print, a line for each that says something."""
    return [Left(clean(text), Tone.SMALL) for text in said if clean(text)]
