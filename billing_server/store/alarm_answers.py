"""That a person has seen to an alarm, and what they found: insert only, beside alarms that never go away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, insert, select

from billing_server.store.alarms import Alarm
from billing_server.store.console_schema import ALARM_SEEN
from billing_server.store.message_keys import key_of, key_row
from billing_server.store.people_acting import refuse_unsigned
from billing_server.store.schema import ALARM, MESSAGE_KEY

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.reading import MessageKey
    from billing_server.store.engine import Database

_SAME_ALARM = and_(*(ALARM.c[name] == ALARM_SEEN.c[name] for name in (*MESSAGE_KEY, "kind")))


@dataclass(frozen=True, slots=True)
class AlarmAnswered:
    """An alarm, and who saw to it and why it is settled; ``by`` is empty while it is open."""

    alarm: Alarm
    by: str = ""
    reason: str = ""
    at_us: int = 0

    @property
    def is_open(self) -> bool:
        """Nobody has seen to it."""
        return not self.by


def answered_alarms(
    connection: Connection,
    *,
    counter_id: str = "",
    key: MessageKey | None = None,
    is_open_only: bool = False,
    most: int,
) -> tuple[AlarmAnswered, ...]:
    """The newest so many alarms with their answers, open ones first."""
    is_open = ALARM_SEEN.c.by_id.is_(None)
    query = (
        select(
            ALARM,
            func.coalesce(ALARM_SEEN.c.by_id, "").label("by_id"),
            func.coalesce(ALARM_SEEN.c.reason, "").label("reason"),
            func.coalesce(ALARM_SEEN.c.at_us, 0).label("at_us"),
        )
        .outerjoin_from(ALARM, ALARM_SEEN, _SAME_ALARM)
        .order_by(is_open.desc(), ALARM.c.raised_us.desc(), *(ALARM.c[n] for n in MESSAGE_KEY))
        .limit(most)
    )
    if counter_id:
        query = query.where(ALARM.c.counter_id == counter_id)
    if key is not None:
        query = query.where(*(ALARM.c[name] == value for name, value in key_row(key).items()))
    if is_open_only:
        query = query.where(is_open)
    return tuple(
        AlarmAnswered(Alarm(row.kind, key_of(row), row.raised_us), row.by_id, row.reason, row.at_us)
        for row in connection.execute(query)
    )


def open_alarms(connection: Connection) -> dict[str, int]:
    """Counter to how many of its alarms nobody has seen to."""
    rows = connection.execute(
        select(ALARM.c.counter_id, func.count())
        .outerjoin_from(ALARM, ALARM_SEEN, _SAME_ALARM)
        .where(ALARM_SEEN.c.by_id.is_(None))
        .group_by(ALARM.c.counter_id)
    )
    return {row[0]: row[1] for row in rows}


def answer_alarm(
    database: Database, kind: str, key: MessageKey, by: str, reason: str, now_us: int
) -> None:
    """A person has seen to it. Raises ValueError when there is none, somebody has already, or nobody says why."""
    refuse_unsigned(by, reason)
    row = {**key_row(key), "kind": kind}

    def work(connection: Connection) -> None:
        for table, must_be in ((ALARM, 1), (ALARM_SEEN, 0)):
            found = connection.execute(
                select(func.count()).where(*(table.c[name] == row[name] for name in row))
            ).scalar_one()
            if found != must_be:
                message = f"{key} {kind}: no open alarm"
                raise ValueError(message)
        connection.execute(insert(ALARM_SEEN).values(**row, by_id=by, reason=reason, at_us=now_us))

    database.write(work)
