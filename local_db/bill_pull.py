"""Pulls on their way into the snapshot: a first one builds a new file, a later one changes the file in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.exchange import Changes
from local_db import bill_pen
from local_db.bill_files import bills_faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from local_db.bill_files import BillFiles
    from local_db.cipher import Connection

_PAGE = msgspec.msgpack.Decoder(Changes)


class FirstPull:
    """A pull from nothing: a new file is built while the old one, if any, goes on being read."""

    def __init__(self, files: BillFiles, publish: Callable[[int], None]) -> None:
        self._files, self._publish = files, publish
        self._consumers = self._bills = 0
        self._is_begun = False
        self._connection: Connection | None
        self._connection, self._number = files.builder()
        with bills_faults():
            bill_pen.make_tables(self._connection)

    def take(self, page: Changes) -> None:
        """Load a page. Raises Fault BILLS_DAMAGED (the page does not begin at nothing), DISK_FULL."""
        if page.since and not self._is_begun:
            raise Fault(FaultCode.BILLS_DAMAGED, f"nothing in hand, but pulled since {page.since}")
        self._is_begun = True
        with bills_faults():
            bill_pen.in_transaction(self._open, lambda: self._load(page))

    def finish(self, page: Changes) -> None:
        """Load the last page, make the indexes, check the file, and let readers change to it.

        Raises Fault BILLS_DAMAGED when it is not as it was told: then the old file stays in use.
        """
        self.take(page)
        with bills_faults():
            bill_pen.set_mark(self._open, page)
            bill_pen.make_indexes(self._open)
            self._open.close()
            self._connection = self._files.built(self._number)
            self._check(self._open)
        self._files.complete(self._open, self._number)
        self._connection = None
        self._publish(self._number)

    def close(self) -> None:
        """Drop what was not finished."""
        if self._connection is not None:
            self._files.drop(self._connection, self._files.part(self._number))
            self._connection = None

    def _load(self, page: Changes) -> None:
        consumers, bills = bill_pen.load(self._open, page)
        self._consumers += consumers
        self._bills += bills

    def _check(self, connection: Connection) -> None:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        counted, taken = (
            bill_pen.counted(connection),
            (self._consumers, self._bills, self._consumers),
        )
        if found != "ok" or counted != taken:
            raise Fault(FaultCode.BILLS_DAMAGED, f"{found}; counted {counted}, taken {taken}")

    @property
    def _open(self) -> Connection:
        assert self._connection is not None, "this pull is over"
        return self._connection


class LaterPull:
    """A pull into the file in use: pages are staged aside, then applied with their mark in one transaction."""

    def __init__(self, files: BillFiles, number: int) -> None:
        self._files, self._number = files, number
        self._staged: tuple[Connection, Path] | None = None

    def take(self, page: Changes) -> None:
        """Stage a page, encrypted, away from the file in use. Raises Fault DISK_FULL."""
        with bills_faults():
            if self._staged is None:
                self._staged = self._files.staging()
                self._staged[0].execute(
                    "CREATE TABLE page (page_no INTEGER PRIMARY KEY, body BLOB) STRICT"
                )
            self._staged[0].execute(
                "INSERT INTO page (body) VALUES (?)", (msgspec.msgpack.encode(page),)
            )

    def finish(self, page: Changes) -> None:
        """Apply all pages and the mark; readers see all of it or nothing. Raises Fault BILLS_DAMAGED, DISK_FULL."""
        with bills_faults():
            connection = self._files.writer(self._number)
            try:
                bill_pen.in_transaction(connection, lambda: self._apply_all(connection, page))
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                connection.close()

    def close(self) -> None:
        """Drop what was staged."""
        if self._staged is not None:
            self._files.drop(*self._staged)
            self._staged = None

    def _apply_all(self, connection: Connection, last: Changes) -> None:
        if self._staged is not None:
            for (body,) in self._staged[0].execute("SELECT body FROM page ORDER BY page_no"):
                bill_pen.replace(connection, _PAGE.decode(body))
        bill_pen.replace(connection, last)
        bill_pen.set_mark(connection, last)
