"""The months of what counters told: on PostgreSQL a partition each, made before the first payment of it is booked.

A month has one partition of each table in ``MONTHLY``, in the schema ``months``. Payments of stranger dates than
``is_usual`` go to the default partitions. SQLite has whole tables and nothing to make.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection

MONTHLY = ("message_body", "payment", "payment_tender", "payment_part")
"""Tables in partitions. One transaction makes one table's partition, so that makers never wait in a ring."""
MOST_MONTHS_AHEAD = 3
"""Made when a server starts; later ones than these are strange."""
MOST_MONTHS_BACK = 24
"""Older payments than this come from no counter's outbox; and nothing younger is ever archived."""
LOCK_TIMEOUT_MILLISECONDS = 2_000
"""A maker gives way to bookings after this, and tries again."""

_ADVISORY_LOCK = 0x4B45_4D4F
_MONTHS_A_YEAR = 12
_MICROSECONDS = 1_000_000
_SEEN = "kesco_months"
_MISSING = text(
    "SELECT month FROM unnest(CAST(:months AS text[])) AS month WHERE EXISTS ("
    " SELECT FROM unnest(CAST(:tables AS text[])) AS monthly"
    " WHERE to_regclass('months.' || monthly || '_' || replace(month, '-', '_')) IS NULL)"
)


class UnseenMonthError(Exception):
    """These months have no partition yet: nothing was written, make them and begin again."""

    def __init__(self, months: Collection[str]) -> None:
        super().__init__(", ".join(sorted(months)))
        self.months = tuple(sorted(months))


def month_of(business_date: str) -> str:
    """``YYYY-MM`` of an ISO date: where a payment is kept."""
    return business_date[:7]


def months_around(now_us: int) -> Iterator[str]:
    """This month and those that come, which a server makes when it starts."""
    this = _number(month_at(now_us))
    return map(_named, range(this, this + MOST_MONTHS_AHEAD))


def month_at(now_us: int) -> str:
    """The month of this moment, UTC."""
    return datetime.fromtimestamp(now_us // _MICROSECONDS, UTC).strftime("%Y-%m")


def is_usual(month: str, now_us: int) -> bool:
    """Whether payments of this month deserve a partition of their own."""
    return -MOST_MONTHS_AHEAD <= months_between(month, now_us) <= MOST_MONTHS_BACK


def months_between(month: str, now_us: int) -> int:
    """How many months ago this one was. Raises ValueError for what is no month."""
    return _number(month_at(now_us)) - _number(month)


def refuse_unseen(connection: Connection, months: Collection[str], now_us: int) -> None:
    """Raises UnseenMonthError for usual months without partitions; ``Database.write`` makes them and tries again.

    To be asked before anything is locked or written of the tables in partitions.
    """
    if connection.dialect.name != "postgresql":
        return
    seen: set[str] = connection.info.setdefault(_SEEN, set())
    asked = {month for month in months if month not in seen and is_usual(month, now_us)}
    if not asked:
        return
    if missing := missing_months(connection, asked):
        raise UnseenMonthError(missing)
    seen |= asked


_STANDS = text(
    "SELECT 1 FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace"
    " WHERE nspname = 'months' AND relname = :name"
)
"""Read from the catalog: ``to_regclass`` may answer from a cache that does not know yet what another server made while
this one waited for the lock."""


def missing_months(connection: Connection, months: Collection[str]) -> list[str]:
    """Those without a partition of every table."""
    asked = {"months": sorted(months), "tables": list(MONTHLY)}
    return list(connection.execute(_MISSING, asked).scalars())


def make_month(connection: Connection, table: str, month: str) -> None:
    """Make one table's partition of a month unless it stands. The only thing its transaction does.

    The new table is filled before it is joined, so the parent is not closed to bookings. Rows of this month that
    were told so early that they went to the default partition move over. Several servers may do this at once.
    """
    connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
    connection.execute(text(f"SET LOCAL lock_timeout = {LOCK_TIMEOUT_MILLISECONDS}"))
    name = partition_of(table, month)
    if connection.execute(_STANDS, {"name": name.partition(".")[2]}).first() is not None:
        return
    default = f"months.{table}_default"
    is_of_month = f"book_month = '{month}'"
    for statement in (
        f"CREATE TABLE {name} (LIKE {table} INCLUDING ALL)",
        f"LOCK TABLE {default} IN ACCESS EXCLUSIVE MODE",
        f"ALTER TABLE {default} DISABLE TRIGGER USER",
        f"INSERT INTO {name} SELECT * FROM {default} WHERE {is_of_month}",  # noqa: S608 - names of our own
        f"DELETE FROM {default} WHERE {is_of_month}",  # noqa: S608 - names of our own
        f"ALTER TABLE {default} ENABLE TRIGGER USER",
        f"ALTER TABLE {table} ATTACH PARTITION {name} FOR VALUES IN ('{month}')",
    ):
        connection.execute(text(statement))


def partition_of(table: str, month: str) -> str:
    """The name of a partition. Raises ValueError for what is no month."""
    return f"months.{table}_{_named(_number(month)).replace('-', '_')}"


def _number(month: str) -> int:
    """Months since the year 0. Raises ValueError."""
    year, _, of_year = month.partition("-")
    return int(year) * _MONTHS_A_YEAR + int(of_year) - 1


def _named(number: int) -> str:
    year, of_year = divmod(number, _MONTHS_A_YEAR)
    return f"{year:04}-{of_year + 1:02}"
