"""Counters: when heard, what they last said of themselves, their keys; and one counter from near."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.figures import MICROSECONDS, moment_of
from billing_server.console.frame import Moved, Note, Page, Refused, Shown
from billing_server.console.permissions import Permission
from billing_server.console.words import say
from billing_server.store import enrolment
from billing_server.store.alarm_answers import answered_alarms
from billing_server.store.counters_seen import (
    CounterSeen,
    all_counters,
    batches_of,
    counter_seen,
    days_of,
    fates_of,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.console.frame import Answer, Asked

MOST_DAYS = 14
MOST_BATCHES = 20
FATES_DAYS = 31
_DAY_US = 86_400 * MICROSECONDS


def show_counters(asked: Asked) -> Answer:
    """All of them."""
    counters = asked.read(all_counters)
    return Shown(
        "counters.html",
        {
            "counters": counters,
            "unsent": sum(one.state.unsent for one in counters if one.state),
            "unsent_paise": sum(one.state.unsent_paise for one in counters if one.state),
            **_limits(asked),
        },
    )


def show_counter(asked: Asked) -> Answer:
    """One of them, from near."""
    counter_id = str(asked.path["counter_id"])
    since = moment_of(asked.now_us).date() - timedelta(days=FATES_DAYS)

    def look(connection: Connection) -> dict[str, object]:
        most = asked.console.settings.most_rows
        return {
            "counter": counter_seen(connection, counter_id),
            "days": days_of(connection, counter_id, since.isoformat(), MOST_DAYS),
            "fates": fates_of(connection, counter_id, since.isoformat()),
            "batches": batches_of(connection, counter_id, MOST_BATCHES),
            "alarms": answered_alarms(connection, counter_id=counter_id, most=most),
        }

    facts = asked.read(look)
    if facts["counter"] is None:
        message = say(asked.language, "There is no such counter.")
        return Shown("message.html", {"message": message}, 404)
    return Shown("counter.html", {**facts, "fates_days": FATES_DAYS, **_limits(asked)})


def revoke_key(asked: Asked) -> Answer:
    """Take no more requests by one key; a person says why."""
    counter_id, epoch = str(asked.path["counter_id"]), int(asked.path["epoch"])
    reason = asked.field("reason", asked.console.settings.most_reason_characters)
    counter = asked.read(lambda c: counter_seen(c, counter_id))
    if counter is None or not _is_living(counter, epoch):
        raise Refused("This key is revoked already, or there is none. Nothing was changed.")
    key = f"{counter_id}/{epoch}"
    enrolment.revoke(asked.acting(Deed.REVOKED_KEY, key, reason), counter_id, epoch, asked.now_us)
    note = Note("Key {key} is revoked: no request signed by it is taken any more.", {"key": key})
    return Moved(f"/counters/{counter_id}", note)


def _is_living(counter: CounterSeen, epoch: int) -> bool:
    return any(one.epoch == epoch and one.revoked_us is None for one in counter.epochs)


def _limits(asked: Asked) -> dict[str, int]:
    settings = asked.console.settings
    return {
        "silent_us": settings.silent_seconds * MICROSECONDS,
        "drift_us": settings.drift_seconds * MICROSECONDS,
        "ending_us": asked.now_us + settings.certificate_warning_days * _DAY_US,
    }


PAGES = (
    Page("/counters", show_counters, Permission.SEE_COUNTERS, heading="Counters"),
    Page("/counters/{counter_id}", show_counter, Permission.SEE_COUNTERS),
    Page(
        "/counters/{counter_id}/{epoch:number}/revoke",
        None,
        Permission.SEE_COUNTERS,
        revoke_key,
        Permission.REVOKE_KEYS,
    ),
)
