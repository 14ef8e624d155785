"""The ledger: its one connection, lent to one unit of work at a time."""

from __future__ import annotations

import logging
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from counter_app.domain.errors import Fault, FaultCode
from local_db.books import LedgerBooks
from local_db.check import checked
from local_db.faults import BrokenRuleError, DriverError, is_rule, meant_by, named
from local_db.matter_book import MattersKept
from local_db.migrate import bring_up_to_date
from local_db.rule_book import PolicyKept
from local_db.running import Running
from local_db.turns import Turns
from local_db.undeposited import UndepositedKept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import sqlalchemy

    from counter_app.use_cases.views import LedgerCheck
    from local_db.cipher import Connection

LEAST_FREE_BYTES = 32 * 1024 * 1024
"""Below this nothing is committed: a disk that fills in the middle of a COMMIT leaves us in doubt."""

_LOG = logging.getLogger(__name__)


class EncryptedLedger:
    """Port ``Ledger``. ``least_free_bytes`` may be set by whoever knows the disk better."""

    def __init__(self, path: Path, engine: Callable[[], sqlalchemy.Engine], key: bytes) -> None:
        self.least_free_bytes = LEAST_FREE_BYTES
        self._path, self._make_engine, self._key = path, engine, key
        self._turns = Turns()
        self._running, self._policy = Running(), PolicyKept()
        self._matters = MattersKept()
        self._undeposited = UndepositedKept()
        self._held: sqlalchemy.Connection | None = None
        self._connection: Connection | None = None
        self._open()

    @contextmanager
    def open_books(self) -> Iterator[LedgerBooks]:
        """One short unit of work (BEGIN IMMEDIATE); lent to one thread at a time, in order of asking.

        Opens the file again first when the last COMMIT failed. Raises RuntimeError in a thread that has
        the books open already, Fault as ``open_ledger`` does.
        """
        self._turns.take()
        try:
            connection = self._connection or self._open()
            try:
                connection.execute("BEGIN IMMEDIATE")
            except DriverError as error:
                raise meant_by(error) from error
            books = LedgerBooks(
                connection,
                self._commit,
                self._running,
                self._policy,
                self._matters,
                self._undeposited,
            )
            try:
                yield books
            finally:
                books.close()
                self._roll_back()
        finally:
            self._turns.give()

    def check(self) -> LedgerCheck:
        """Lock, integrity, chain, books, last acknowledgement: under a second for a year of payments."""
        self._turns.take()
        try:
            return checked(self._connection or self._open())
        finally:
            self._turns.give()

    def reopen(self) -> None:
        """Close and open again, after COMMIT_UNKNOWN."""
        self._turns.take()
        try:
            self._drop()
            self._open()
        finally:
            self._turns.give()

    def close(self) -> None:
        """Let go of the file, after the unit of work that is open."""
        self._turns.take()
        try:
            self._drop()
        finally:
            self._turns.give()

    def _open(self) -> Connection:
        """Check the one connection out of its pool, for as long as the ledger is open."""
        self._held = held = self._make_engine().connect()
        try:
            bring_up_to_date(held, self._path, self._key)
        except BaseException:
            self._drop()
            raise
        self._connection = held.connection.driver_connection
        return self._connection

    def _commit(self) -> None:
        connection = self._connection
        assert connection is not None
        if shutil.disk_usage(self._path.parent).free < self.least_free_bytes:
            raise Fault(FaultCode.DISK_FULL, f"less than {self.least_free_bytes} bytes free")
        try:
            connection.execute("COMMIT")
        except DriverError as error:
            if is_rule(error):
                raise BrokenRuleError(f"at COMMIT: {error}") from error
            self._drop()
            raise Fault(FaultCode.COMMIT_UNKNOWN, named(error)) from error

    def _roll_back(self) -> None:
        connection = self._connection
        if connection is None or not connection.in_transaction:
            return
        try:
            connection.execute("ROLLBACK")
        except DriverError as error:
            _LOG.warning("rollback failed, the ledger is opened again: %s", named(error))
            self._drop()

    def _drop(self) -> None:
        """Close whatever is open; a disk that fails now has nothing of ours to lose."""
        held, self._held, self._connection = self._held, None, None
        if held is None:
            return
        try:
            held.close()
            held.engine.dispose()
        except (DriverError, dbapi2.Warning) as error:
            _LOG.warning("the ledger did not close cleanly: %s", named(error))
