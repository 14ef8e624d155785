"""Enrolment: a place for a counter, and the one-time code by which a computer becomes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.figures import MICROSECONDS
from billing_server.console.frame import Page, Refused, Shown
from billing_server.console.permissions import Permission
from billing_server.store import enrolment
from billing_server.store.counters_seen import CounterSeen, all_counters, counter_seen, unused_codes
from billing_server.store.enrolment import CounterPlace

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.console.frame import Answer, Asked

MOST_ID_CHARACTERS, MOST_SERIES_CHARACTERS, MOST_NAME_CHARACTERS = 40, 12, 80


def show_enrolment(asked: Asked) -> Answer:
    """Places, and codes nobody has used yet."""
    return Shown("enrolment.html", _lists(asked))


def issue_code(asked: Asked) -> Answer:
    """Make or rename the place, and show its code this once."""
    place = CounterPlace(
        asked.field("counter_id", MOST_ID_CHARACTERS),
        asked.field("counter_name", MOST_NAME_CHARACTERS),
        asked.field("division_en", MOST_NAME_CHARACTERS),
        asked.field("division_hi", MOST_NAME_CHARACTERS),
        asked.field("series_base", MOST_SERIES_CHARACTERS).upper(),
    )
    _refuse_taken(asked, place)
    settings, now_us = asked.console.server_settings, asked.now_us
    database = asked.acting(Deed.ISSUED_CODE, place.counter_id, place.series_base)
    code = enrolment.issue_code(database, asked.console.key, place, settings, now_us)
    until_us = now_us + settings.code_valid_seconds * MICROSECONDS
    return Shown("enrolment_code.html", {"place": place, "code": code, "until_us": until_us})


def _refuse_taken(asked: Asked, place: CounterPlace) -> None:
    """Raise Refused in words for what the store would refuse."""
    if not enrolment.is_counter_id(place.counter_id):
        raise Refused("A counter's id has letters, digits, - and _ only.")
    if not enrolment.is_series_base(place.series_base):
        raise Refused("A receipt series has capitals and digits, 12 at most, a digit last: KID07.")
    for one in asked.read(all_counters):
        if (one.counter_id == place.counter_id) != (one.series_base == place.series_base):
            raise Refused(
                "{counter} has series {series}, and keeps it. Nothing was changed.",
                counter=one.counter_id,
                series=one.series_base,
            )


def _lists(asked: Asked) -> dict[str, object]:
    again = asked.query.get("again", "")

    def look(connection: Connection) -> dict[str, object]:
        return {
            "counters": all_counters(connection),
            "codes": unused_codes(connection, asked.now_us),
            "again": counter_seen(connection, again) or _NO_PLACE,
        }

    return asked.read(look)


_NO_PLACE = CounterSeen("", "", "", "", "", (), None, 0)

PAGES = (
    Page(
        "/enrolment",
        show_enrolment,
        Permission.ENROL_COUNTERS,
        issue_code,
        heading="Enrolment",
    ),
)
