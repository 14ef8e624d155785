"""Consumers and bills at one moment of the database, for a snapshot: chunk by chunk, whatever their number."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from billing_server.store.engine import open_database
from billing_server.store.feed import bill_columns
from billing_server.store.schema import BILL, CONSUMER, CONSUMER_CHANGE
from billing_server.store.told_schema import BILL_BOOKED
from counter_app.wire.packing import CONSUMERS_IN_CHUNK, Chunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from billing_server.store.engine import Answer, Database
    from counter_app.wire.packing import BillRow, ConsumerRow

ROWS_AT_ONCE = 10_000
"""What a driver hands over at a time: memory stays flat for seven lakh."""

_CONSUMERS = (
    select(*[column for column in CONSUMER.c if column.name not in {"flags", "is_removed"}])
    .add_columns(CONSUMER.c.flags)
    .where(CONSUMER.c.is_removed == 0)
    .order_by(CONSUMER.c.account_no)
)
_BILLS = (
    select(*bill_columns())
    .select_from(BILL)
    .join(CONSUMER, CONSUMER.c.account_no == BILL.c.account_no)
    .outerjoin(BILL_BOOKED, BILL_BOOKED.c.bill_no == BILL.c.bill_no)
    .where(BILL.c.is_open == 1, CONSUMER.c.is_removed == 0)
    .order_by(BILL.c.account_no, BILL.c.bill_date, BILL.c.bill_no)
)


def at_one_moment(database: Database, work: Callable[[Connection], Answer]) -> Answer:
    """Run long work that reads, all of it on the same committed state, with nobody waiting for it.

    PostgreSQL keeps that state for us. SQLite lends its one connection to one unit of work at a time, so there the
    work reads a copy that is made in one go and thrown away.
    """
    if database.is_postgresql:
        return database.read(work)
    with _copy_of(database) as copy:
        return copy.read(work)


@contextmanager
def _copy_of(database: Database) -> Iterator[Database]:
    with tempfile.TemporaryDirectory(prefix="kesco-snapshot-") as folder:
        path = Path(folder) / "moment.db"
        with (
            closing(sqlite3.connect(path)) as copy,
            closing(database.engine.raw_connection()) as raw,
        ):
            source = raw.driver_connection
            assert isinstance(source, sqlite3.Connection)
            source.backup(copy)
        opened = open_database(f"sqlite:///{path.as_posix()}")
        try:
            yield opened
        finally:
            opened.close()


def read_chunks(connection: Connection) -> Iterator[Chunk]:
    """Every consumer who is served, by account, with all open bills."""
    at_once = {"yield_per": ROWS_AT_ONCE}
    consumers = (
        (*texts, ",".join(flags.split()))
        for *texts, flags in connection.execute(_CONSUMERS, execution_options=at_once)
    )
    owned = _Bills(tuple(row) for row in connection.execute(_BILLS, execution_options=at_once))
    while part := list(islice(consumers, CONSUMERS_IN_CHUNK)):
        yield _chunk(part, owned)
    assert owned.are_all_taken, "a bill of nobody"


def read_changed(connection: Connection, since: int) -> tuple[set[str], list[str]]:
    """Accounts that changed after this cursor: those served, and those served no more."""
    rows = connection.execute(
        select(CONSUMER.c.account_no, CONSUMER.c.is_removed)
        .join_from(CONSUMER_CHANGE, CONSUMER)
        .where(CONSUMER_CHANGE.c.changed_at > since)
        .order_by(CONSUMER.c.account_no),
    ).all()
    served = {account_no for account_no, is_removed in rows if not is_removed}
    return served, [account_no for account_no, is_removed in rows if is_removed]


class _Bills:
    """Bills in order of their accounts, taken account by account."""

    def __init__(self, rows: Iterator[tuple[str | int, ...]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    @property
    def are_all_taken(self) -> bool:
        """Whether none is left."""
        return self._next is None

    def take(self, account_no: str) -> Iterator[BillRow]:
        """Those of this account."""
        while self._next is not None and self._next[1] == account_no:
            bill_no, _, *rest = self._next
            yield (bill_no, *rest)
            self._next = next(self._rows, None)


def _chunk(consumers: list[ConsumerRow], owned: _Bills) -> Chunk:
    bills: list[BillRow] = []
    counts: list[int] = []
    for account_no, *_ in consumers:
        before = len(bills)
        bills.extend(owned.take(account_no))
        counts.append(len(bills) - before)
    return Chunk(consumers, counts, bills)
