"""What a store refuses, said by the console in the language of the person."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from billing_server.console.frame import Refused, Shown
from billing_server.console.words import say
from billing_server.store.saying_no import SaidNo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from billing_server.console.frame import Asked

MOST_REASON_CHARACTERS = 500
_NOT_FOUND = 404


@contextmanager
def saying_no() -> Iterator[None]:
    """Turn a store's no into the console's: the same sentence, which has its Hindi."""
    try:
        yield
    except SaidNo as no:
        raise Refused(no.sentence, **no.blanks) from no


def reason_typed(asked: Asked) -> str:
    """Why it is done, in the person's own words. Raises Refused for none."""
    return asked.field("reason", MOST_REASON_CHARACTERS)


def day_typed(asked: Asked, name: str) -> date:
    """The day in this field. Raises Refused for none."""
    try:
        return date.fromisoformat(asked.field(name))
    except ValueError as error:
        raise Refused("That is no day: choose one from the calendar.") from error


def last_day_typed(asked: Asked, name: str) -> date | None:
    """The same, where an empty field is no end."""
    return day_typed(asked, name) if asked.typed.get(name, "").strip() else None


def not_there(asked: Asked) -> Shown:
    """For an address that names nothing."""
    message = say(asked.language, "There is nothing of that name here.")
    return Shown("message.html", {"message": message}, _NOT_FOUND)
