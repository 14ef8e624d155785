"""Figures, days and moments as people read them: Indian grouping, dd-mm-yyyy, Indian Standard Time."""

from __future__ import annotations

from datetime import date, datetime

from billing_server.console.words import say
from counter_app.domain.identity import IST
from counter_app.domain.money import Money, indian_grouping

MICROSECONDS = 1_000_000
NOT_TOLD = "—"
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
STEPS = ((_DAY, "{count} days"), (_HOUR, "{count} h"), (_MINUTE, "{count} min"), (1, "{count} s"))
_FEW = 2
"""From so many of a unit on the smaller unit is left out."""


def rupees(paise: int) -> str:
    """``₹ 12,34,567.50``, its parts never torn apart."""
    return f"₹\u00a0{Money(paise)}"


def grouped(number: int) -> str:
    """``12,34,567``."""
    return indian_grouping(number)


def day_text(day: date | str) -> str:
    """``18-11-2026``, of a date or its ISO text."""
    known = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{known:%d-%m-%Y}"


def moment_of(at_us: int) -> datetime:
    """The moment in India."""
    return datetime.fromtimestamp(at_us // MICROSECONDS, IST)


def moment_text(at_us: int | None) -> str:
    """``18-11-2026 12:36``, a dash for never."""
    return NOT_TOLD if at_us is None else f"{moment_of(at_us):%d-%m-%Y %H:%M}"


def seconds_text(at_us: int) -> str:
    """``18-11-2026 12:36:40``."""
    return f"{moment_of(at_us):%d-%m-%Y %H:%M:%S}"


def length_text(language: str, seconds: int, *, ending: str = "") -> str:
    """``14 min``, ``3 h``: the largest unit that there are two of. ``ending`` is `` ago`` or nothing."""
    for unit, sentence in STEPS:
        if seconds >= _FEW * unit or unit == 1:
            return say(language, sentence + ending, count=seconds // unit)
    raise AssertionError(seconds)


def ago_text(language: str, at_us: int | None, now_us: int) -> str:
    """How long ago it was; never, or now for less than two seconds and what is still to come."""
    if at_us is None:
        return say(language, "never")
    seconds = (now_us - at_us) // MICROSECONDS
    return say(language, "now") if seconds < _FEW else length_text(language, seconds, ending=" ago")


def drift_text(language: str, drift_us: int) -> str:
    """A clock that is ahead with a plus, one behind with a minus."""
    seconds = round(drift_us / MICROSECONDS)
    sign = "+" if seconds > 0 else "−" if seconds < 0 else "±"
    return f"{sign}{length_text(language, abs(seconds))}"
