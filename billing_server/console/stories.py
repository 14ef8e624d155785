"""Messages as people read them: every field in words, several stories side by side, what differs marked. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from billing_server.console.figures import NOT_TOLD, day_text, moment_of, rupees
from billing_server.console.words import codes, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_SHOWN_CHARACTERS = 400
"""Of one field: longer ones are cut."""
MOST_FIELDS = 300
"""Of one message: a payment by many tenders has about a hundred."""
_FIRST = (
    "body.kind",
    "body.receipt_no",
    "body.account_no",
    "body.amount_paise",
    "body.business_date",
    "body.cashier_id",
    "clock.utc_us",
)
_NOT_READABLE = "raw"


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One field, and what each story says of it; ``is_first`` for what a person looks for first."""

    label: str
    values: tuple[str, ...]
    is_first: bool

    @property
    def differs(self) -> bool:
        """The stories do not agree."""
        return len(set(self.values)) > 1


def side_by_side(raws: Sequence[bytes | None], language: str) -> list[StoryRow]:
    """Every field that any of these messages has; None for a story that does not go so far."""
    stories = [dict(_fields(raw)) if raw is not None else {} for raw in raws]
    known = list(dict.fromkeys(path for story in stories for path in story))
    paths = [path for path in _FIRST if path in known]
    paths += [path for path in known if path not in _FIRST]
    return [
        StoryRow(
            _label(path, language),
            tuple(_value(path, story.get(path), language) for story in stories),
            path in _FIRST,
        )
        for path in paths
    ]


def _fields(raw: bytes) -> Iterator[tuple[str, object]]:
    """Dotted paths to plain values; what is no JSON is shown as it came."""
    try:
        told = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        yield _NOT_READABLE, raw.decode("utf-8", errors="backslashreplace")
        return
    left = MOST_FIELDS
    waiting: list[tuple[str, object]] = [("", told)]
    while waiting and left:
        path, value = waiting.pop()
        inner: list[tuple[str, object]] | None = None
        if isinstance(value, dict):
            inner = [(str(name), part) for name, part in value.items()]
        elif isinstance(value, list):
            inner = [(str(place), part) for place, part in enumerate(value, 1)]
        if inner is None:
            left -= 1
            yield path or _NOT_READABLE, value
        else:
            waiting += [(f"{path}.{name}".lstrip("."), part) for name, part in reversed(inner)]


def _label(path: str, language: str) -> str:
    if path in codes.NAMES["field"]:
        return name_of(language, "field", path)
    return path.removeprefix("body.").replace("_", " ").replace(".", " · ")


def _value(path: str, value: object, language: str) -> str:
    if value is None or value == "":
        return NOT_TOLD
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if is_number and path.endswith("_paise"):
        return rupees(int(str(value)))
    if path == "clock.utc_us" and is_number:
        return _moment(int(str(value)))
    if path == "body.kind":
        return name_of(language, "message", str(value))
    if path == "body.business_date" and _is_day(str(value)):
        return day_text(str(value))
    return str(value)[:MOST_SHOWN_CHARACTERS]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _moment(at_us: int) -> str:
    """With its seconds; a stranger number as it is."""
    try:
        return f"{moment_of(at_us):%d-%m-%Y %H:%M:%S}"
    except (OverflowError, ValueError, OSError):
        return str(at_us)
