"""Transactions on either database: one writer's unit that tries again, one reader's moment that stands still."""

from __future__ import annotations

import math
import random
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError

from billing_server.store.months import MONTHLY, UnseenMonthError, make_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from sqlite3 import Connection as SQLiteConnection

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

Answer = TypeVar("Answer")

MOST_TRIES = 8
FIRST_WAIT_SECONDS = 0.02
POOL_CONNECTIONS = 10
POOL_TIMEOUT_SECONDS = 10
PING_AFTER_SECONDS = 1.0
"""A connection that rested longer is asked whether it lives before it is used."""
SQLITE_BUSY_MILLISECONDS = 5_000

_DEADLOCK, _SERIALISATION, _LOCK_TIMEOUT, _RACED_KEY = "40P01", "40001", "55P03", "23505"
_PASSING_STATES = {_DEADLOCK, _SERIALISATION, _LOCK_TIMEOUT, _RACED_KEY}
"""A key raced (two first uses of one key at a time) is seen as taken at the second try."""
_SQLITE_BUSY, _SQLITE_LOCKED = 5, 6
_WRITES = "kesco_writes"
_RESTS_SINCE = "kesco_rests_since"


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. Close it with ``close``."""

    engine: Engine

    def write(
        self, work: Callable[[Connection], Answer], *, most_tries: int = MOST_TRIES
    ) -> Answer:
        """Run in one transaction; durable when this returns.

        Work is run again after a deadlock, a serialisation failure or a busy file, and once the months it did not
        find are made, so it must do nothing but SQL. Raises sqlalchemy's DBAPIError or TimeoutError when the
        database stays away.
        """
        tries = 0
        while True:
            try:
                with self.engine.connect() as plain:
                    connection = plain.execution_options(**{_WRITES: True})
                    with connection.begin():
                        return work(connection)
            except DBAPIError as error:
                tries += 1
                if tries >= most_tries or not _is_passing(error):
                    raise
            except UnseenMonthError as unseen:
                self.make_months(unseen.months)
                continue
            wait_seconds = FIRST_WAIT_SECONDS * 2**tries
            time.sleep(random.uniform(0, wait_seconds))  # noqa: S311 - jitter, not a secret

    def make_months(self, months: Iterable[str]) -> None:
        """A partition of every monthly table for each of these, on PostgreSQL; what stands already stays."""
        for month in months if self.is_postgresql else ():
            for table in MONTHLY:
                self.write(partial(make_month, table=table, month=month))

    def read(self, work: Callable[[Connection], Answer]) -> Answer:
        """Run on one moment of the database: every statement sees the same committed state."""
        with self.engine.connect() as plain:
            connection = plain
            if self.is_postgresql:
                connection = plain.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            with connection.begin():
                return work(connection)

    def ask(self, work: Callable[[Connection], Answer]) -> Answer:
        """Run one statement that is a transaction by itself: the cheapest way, for what stands before every request."""
        with self.engine.connect() as plain:
            return work(plain.execution_options(isolation_level="AUTOCOMMIT"))

    @property
    def is_postgresql(self) -> bool:
        """Which of the two."""
        return self.engine.dialect.name == "postgresql"

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(url: str) -> Database:
    """Open ``sqlite:///file`` or ``postgresql+psycopg://...``; nothing is made or migrated here.

    SQLite is lent to one unit of work at a time over one connection: the write-ahead log of SQLite
    before 3.51.3 has a race between two (books_and_sync, finding 1).
    """
    if url.startswith("sqlite"):
        engine = create_engine(url, pool_size=1, max_overflow=0, pool_timeout=POOL_TIMEOUT_SECONDS)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return Database(engine)
    engine = create_engine(
        url, pool_size=POOL_CONNECTIONS, max_overflow=0, pool_timeout=POOL_TIMEOUT_SECONDS
    )
    event.listen(engine, "checkin", _note_rest)
    event.listen(engine, "checkout", partial(_ping_after_rest, engine))
    return Database(engine)


def _note_rest(_connection: object, record: ConnectionPoolEntry) -> None:
    record.info[_RESTS_SINCE] = time.monotonic()


def _ping_after_rest(
    engine: Engine, connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: object
) -> None:
    """A connection that was used a moment ago lives: a question before each use would cost more than the use."""
    rested_seconds = time.monotonic() - record.info.get(_RESTS_SINCE, math.inf)
    if rested_seconds <= PING_AFTER_SECONDS:
        return
    try:
        engine.dialect.do_ping(connection)
    except engine.dialect.loaded_dbapi.Error as error:
        raise DisconnectionError(str(error)) from error


def _set_up_sqlite(connection: SQLiteConnection, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours, see _begin_sqlite
    for pragma in (
        f"busy_timeout = {SQLITE_BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_passing(error: DBAPIError) -> bool:
    cause = error.orig
    if getattr(cause, "sqlstate", None) in _PASSING_STATES:
        return True
    code = getattr(cause, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in {_SQLITE_BUSY, _SQLITE_LOCKED}
