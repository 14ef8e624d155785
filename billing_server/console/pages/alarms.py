"""Alarms: what a person must see to, both stories of a fork, and the answer of whoever saw to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.frame import Moved, Note, Page, Shown, refusing
from billing_server.console.permissions import Permission
from billing_server.console.stories import side_by_side
from billing_server.console.words import say
from billing_server.reading import MessageKey
from billing_server.store import alarms, forks
from billing_server.store.alarm_answers import answer_alarm, answered_alarms
from billing_server.store.forks import Parting

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.console.frame import Answer, Asked

MOST_PARTINGS = 20
"""Numbers of a fork shown: the first ones tell what happened."""


def show_alarms(asked: Asked) -> Answer:
    """All, those nobody has seen to first."""
    most = asked.console.settings.most_rows
    found = asked.read(lambda c: answered_alarms(c, most=most))
    return Shown("alarms.html", {"alarms": found, "most": most})


def show_alarm(asked: Asked) -> Answer:
    """One, with what was told."""
    key, kind = _key(asked), str(asked.path["kind"])

    def look(connection: Connection) -> tuple[object, list[Parting]]:
        found = answered_alarms(connection, key=key, most=MOST_PARTINGS)
        alarm = next((one for one in found if one.alarm.kind == kind), None)
        if kind == alarms.FORK:
            partings = forks.partings_of(connection, key.counter_id, key.epoch, MOST_PARTINGS)
        else:
            kept = forks.story_kept(connection, key)
            partings = [Parting(key.sequence, kept, ())] if kept is not None else []
        return alarm, partings

    alarm, partings = asked.read(look)
    if alarm is None:
        message = say(asked.language, "There is no such alarm.")
        return Shown("message.html", {"message": message}, 404)
    told = [
        (
            one,
            side_by_side(
                [one.kept.raw if one.kept else None, *(other.raw for other in one.others)],
                asked.language,
            ),
        )
        for one in partings
    ]
    return Shown("alarm.html", {"one": alarm, "partings": told, "is_fork": kind == alarms.FORK})


def answer(asked: Asked) -> Answer:
    """Somebody has seen to it, and says what they found."""
    key, kind = _key(asked), str(asked.path["kind"])
    reason = asked.field("reason", asked.console.settings.most_reason_characters)
    database = asked.acting(Deed.ANSWERED_ALARM, f"{key} {kind}", reason)
    with refusing("This alarm is settled already, or there is none. Nothing was changed."):
        answer_alarm(database, kind, key, asked.session.person_id, reason, asked.now_us)
    return Moved("/alarms", Note("The alarm of {counter} is settled.", {"counter": key.counter_id}))


def _key(asked: Asked) -> MessageKey:
    path = asked.path
    return MessageKey(str(path["counter_id"]), int(path["epoch"]), int(path["sequence"]))


PAGES = (
    Page("/alarms", show_alarms, Permission.SEE_ALARMS, heading="Alarms and forks"),
    Page(
        "/alarms/{counter_id}/{epoch:number}/{sequence:number}/{kind}",
        show_alarm,
        Permission.SEE_ALARMS,
        answer,
        Permission.ANSWER_ALARMS,
    ),
)
