"""What faces the consumer beside the second screen: the two-line pole display and the spoken amount."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

POLE_CHARACTERS = 20
"""Of each of the two lines of a pole display."""


class FacingState(StrEnum):
    """How far one of these is with its work."""

    OFF = "off"
    """It is not set."""
    WAITING = "waiting"
    """It is set, and nothing was asked of it yet."""
    WORKS = "works"
    FAILS = "fails"
    """The last thing asked of it did not come off; money is taken as ever."""


@dataclass(frozen=True, slots=True)
class FacingFact:
    """One of them as a technician looks at it. ``name`` is what it is and where, ``detail`` what went wrong last."""

    state: FacingState = FacingState.OFF
    name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FacingFacts:
    """All that faces the consumer but the second screen."""

    pole: FacingFact = FacingFact()
    voice: FacingFact = FacingFact()
