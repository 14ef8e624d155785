"""What a counter says of itself with a request: facts for the head office's eyes, proved by the request's signature.

Nothing is decided by them. They ride in a header, since a message of their own would cost a slow line more than the
facts weigh.
"""

from __future__ import annotations

import msgspec

from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.decoding import read_json

STATE_HEADER = "Kesco-Counter-State"
STATE_COMPONENT = "kesco-counter-state"
"""As the request's signature names it (RFC 9421 spells fields in small letters)."""
MOST_STATE_CHARACTERS = 400


class CounterState(msgspec.Struct, frozen=True):
    """``clock_us`` is the counter's own clock, uncorrected; ``oldest_unsent_us`` is None when all is sent."""

    version: str
    clock_us: int
    unsent: int
    unsent_paise: int
    oldest_unsent_us: int | None = None


def state_text(state: CounterState) -> str:
    """The header's value: canonical JSON; ASCII, as the version of a Python package is."""
    return canonical_bytes(state).decode("ascii")


def state_of(text: str) -> CounterState | None:
    """What a header says, None for what is no such thing: a wrong fact is no reason to refuse a request."""
    if len(text) > MOST_STATE_CHARACTERS:
        return None
    try:
        return read_json(text, CounterState)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None
