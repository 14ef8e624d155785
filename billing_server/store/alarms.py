"""What a person at the centre must look at: forks, and cash above what the law allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from billing_server.reading import MessageKey
from billing_server.store.message_keys import key_row
from billing_server.store.schema import ALARM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

FORK = "fork"
"""Two messages under one number."""
CASH_ABOVE_LAW = "cash_above_law"
"""One payer, one day, too much cash: booked all the same."""

_RAISE = text(
    "INSERT INTO alarm (counter_id, epoch, sequence, kind, raised_us)"
    " VALUES (:counter_id, :epoch, :sequence, :kind, :raised_us) ON CONFLICT DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing to look at."""

    kind: str
    key: MessageKey
    raised_us: int


def raise_alarms(
    connection: Connection, kind: str, keys: Iterable[MessageKey], now_us: int
) -> None:
    """Raise one for each of these messages; one that is raised already stays as it is."""
    rows = [{**key_row(key), "kind": kind, "raised_us": now_us} for key in keys]
    if rows:
        connection.execute(_RAISE, rows)


def alarms(connection: Connection) -> tuple[Alarm, ...]:
    """Every alarm, newest first."""
    rows = connection.execute(select(ALARM).order_by(ALARM.c.raised_us.desc()))
    return tuple(
        Alarm(row.kind, MessageKey(row.counter_id, row.epoch, row.sequence), row.raised_us)
        for row in rows
    )
