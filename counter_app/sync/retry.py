"""When to try again: exponential with full jitter, from 2 s to 5 min (protocol, section 5)."""

from __future__ import annotations

from secrets import SystemRandom
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SHORTEST_WAIT_SECONDS = 2.0
LONGEST_WAIT_SECONDS = 300.0
_MOST_DOUBLINGS = 20

_DICE = SystemRandom()


def wait_after_failures(
    failures: int, draw: Callable[[float, float], float] = _DICE.uniform
) -> float:
    """Seconds to wait after so many failures in a row; ``draw`` gives a number between two.

    After the first: 2 to 4 s; the far end doubles with each failure, up to 5 min. Full jitter keeps 67
    counters, cut off at one moment, from coming back at one moment.
    """
    doublings = min(max(failures, 1), _MOST_DOUBLINGS)
    far_end_seconds = min(LONGEST_WAIT_SECONDS, SHORTEST_WAIT_SECONDS * 2**doublings)
    return draw(SHORTEST_WAIT_SECONDS, far_end_seconds)
