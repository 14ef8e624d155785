"""Months on PostgreSQL as a person sees them: how large each is, and old ones taken out of the tables.

An archived month stands in the schema ``archive``, whole and untouched, to be dumped and dropped; its message keys
stay, so nothing of it is ever booked again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import text

from billing_server.store.months import (
    LOCK_TIMEOUT_MILLISECONDS,
    MONTHLY,
    MOST_MONTHS_BACK,
    months_between,
    partition_of,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.store.engine import Database

_STANDING = text(
    "SELECT replace(substr(part.relname, 9), '_', '-') AS month,"
    " greatest(part.reltuples, 0) AS payments,"
    " (SELECT sum(pg_total_relation_size(to_regclass('months.' || monthly"
    " || substr(part.relname, 8)))) FROM unnest(CAST(:tables AS text[])) AS monthly) AS bytes"
    " FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid"
    " WHERE inhparent = to_regclass('payment') AND part.relname <> 'payment_default' ORDER BY 1"
)
_WAITING = text(
    "SELECT (SELECT count(*) FROM set_aside JOIN message USING (counter_id, epoch, sequence)"
    " WHERE book_month = :month) + (SELECT count(*) FROM payment AS held"
    " WHERE held.book_month = :month AND held.is_held = 1 AND"
    " (SELECT count(DISTINCT number) FROM matched WHERE matched.counter_id = held.counter_id"
    " AND matched.epoch = held.epoch AND matched.sequence = held.sequence)"
    " <= (SELECT count(*) FROM decision WHERE decision.counter_id = held.counter_id"
    " AND decision.epoch = held.epoch AND decision.sequence = held.sequence))"
)


@dataclass(frozen=True, slots=True)
class MonthStanding:
    """A month in partitions. ``payments`` is PostgreSQL's own estimate, 0 before it ever counted."""

    month: str
    payments: int
    bytes: int


def months_standing(connection: Connection) -> tuple[MonthStanding, ...]:
    """Every month that has partitions, oldest first; none on SQLite."""
    if connection.dialect.name != "postgresql":
        return ()
    rows = connection.execute(_STANDING, {"tables": list(MONTHLY)})
    return tuple(MonthStanding(row.month, int(row.payments), int(row.bytes)) for row in rows)


def archive_month(database: Database, month: str, now_us: int) -> None:
    """Take a month out of the tables, a table a transaction; one that was stopped half way is finished.

    Raises ValueError on SQLite, for a month that is younger than ``MOST_MONTHS_BACK``, has no partitions, or has
    money that still waits for a person.
    """
    if not database.is_postgresql:
        message = "SQLite keeps its tables whole: there is no month to archive"
        raise ValueError(message)
    if months_between(month, now_us) <= MOST_MONTHS_BACK:
        message = f"{month} is too young: a month is archived after {MOST_MONTHS_BACK} months"
        raise ValueError(message)
    database.read(lambda c: _refuse_waiting(c, month))
    for table in sorted(MONTHLY, key="payment".__eq__):  # what the month is known by goes last
        database.write(partial(_detach, table=table, month=month))


def _refuse_waiting(connection: Connection, month: str) -> None:
    if month not in {one.month for one in months_standing(connection)}:
        message = f"there are no partitions of {month}"
        raise ValueError(message)
    if count := connection.execute(_WAITING, {"month": month}).scalar_one():
        message = f"{month}: {count} of its payments still wait for a person, match them first"
        raise ValueError(message)


def _detach(connection: Connection, table: str, month: str) -> None:
    connection.execute(text(f"SET LOCAL lock_timeout = {LOCK_TIMEOUT_MILLISECONDS}"))
    name = partition_of(table, month)
    if connection.execute(text(f"SELECT to_regclass('{name}')")).scalar_one() is not None:
        connection.execute(text(f"ALTER TABLE {table} DETACH PARTITION {name}"))
        connection.execute(text(f"ALTER TABLE {name} SET SCHEMA archive"))
