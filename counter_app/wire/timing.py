"""How long the centre worked on a request, told beside the answer: what is left of the wait was the line's."""

from __future__ import annotations

import re
from typing import Final

TIMING_HEADER: Final = "Server-Timing"
"""Of the W3C's recommendation of that name. Not signed: it decides how tightly a batch is packed, nothing else."""
_MILLISECONDS = 1_000
_WORKED = re.compile(r"centre;dur=([0-9]{1,9})")


def timing_of(seconds: float) -> str:
    """The header's text."""
    return f"centre;dur={seconds * _MILLISECONDS:.0f}"


def seconds_worked(text: str) -> float:
    """Back from the header's text; 0 where it says nothing that we know."""
    found = _WORKED.fullmatch(text)
    return int(found[1]) / _MILLISECONDS if found else 0.0
