"""The snapshot's files: ``bills-<n>.db``, the highest complete one counts; ``.part`` while being built."""

from __future__ import annotations

import errno
import logging
import os
import re
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from counter_app.domain.errors import Fault, FaultCode
from local_db.bill_rows import APPLICATION_ID, FORM
from local_db.cipher import keyed_connection
from local_db.faults import DriverError, meant_by, named, primary_code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local_db.cipher import Connection

BUSY_SECONDS = 5.0
PAGE_BYTES = 4096
"""Half the ledger's: a search reads rows from all over the file, each for the price of decrypting a page."""
READER_CACHE_KIB = 4 * 1024
"""A lane's own cache. Four times as much made no search measurably faster: names repeat, rows do not."""
WRITER_CACHE_KIB = 16 * 1024
"""While a pull is written; given back when it is over."""
MOST_JOURNAL_BYTES = 32 * 1024 * 1024
"""What a large pull may leave of its write-ahead log for the next one."""

_COMPLETE = re.compile(r"bills-([0-9]+)\.db")
_BELONGS = re.compile(r"bills-([0-9]+)\.(db|part|staged|found)(-wal|-shm|-journal)?")
_DAMAGED = (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB)
_LOG = logging.getLogger(__name__)


class BillFiles:
    """A folder of snapshots under one key."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder, self._key = folder, key
        folder.mkdir(parents=True, exist_ok=True)

    def newest(self) -> tuple[int, str]:
        """The number of the highest complete file that opens, 0 for none; and why a higher one does not."""
        problem = ""
        for number in sorted(self._numbers(), reverse=True):
            try:
                if self._is_ours(number):
                    return number, problem
            except DriverError as error:
                problem = problem or f"bills-{number}.db: {named(error)}"
                _LOG.warning("bills-%d.db does not open: %s", number, named(error))
        return 0, problem

    def tidy(self, number: int) -> None:
        """Remove what an interrupted pull left, and files older than this one; never this or newer ones.

        Windows keeps a file that a lane still reads: it goes at the next start.
        """
        for path in sorted(self._folder.iterdir()):
            match = _BELONGS.fullmatch(path.name)
            if match and (match[2] != "db" or int(match[1]) < number):
                with suppress(PermissionError):
                    path.unlink(missing_ok=True)

    def reader(self, number: int) -> Connection:
        """A connection that cannot write. Raises Fault BILLS_DAMAGED."""
        with bills_faults():
            connection = self._connection(self._path(number), "mode=rw")
            connection.execute(f"PRAGMA cache_size = -{READER_CACHE_KIB}")
            connection.execute("PRAGMA query_only = ON")
            return connection

    def writer(self, number: int) -> Connection:
        """A connection for a pull into the file in use; readers go on beside it."""
        with bills_faults():
            connection = self._connection(self._path(number), "mode=rw")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{WRITER_CACHE_KIB}")
            connection.execute(f"PRAGMA journal_size_limit = {MOST_JOURNAL_BYTES}").fetchall()
            return connection

    def staging(self) -> tuple[Connection, Path]:
        """A new file for the pages of a pull, away from the file in use; its path to remove it by."""
        path = self._path(self._following(), "staged")
        return self._scratch(path), path

    def finder(self, number: int) -> Connection:
        """A new file for the keys of what is built under this number."""
        return self._scratch(self.found(number))

    def found(self, number: int) -> Path:
        """Where that lies."""
        return self._path(number, "found")

    def builder(self) -> tuple[Connection, int]:
        """A new file nobody reads yet, with its number; ``complete`` makes it count."""
        number = self._following()
        connection = self._scratch(self._path(number, "part"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORM}")
        return connection, number

    def built(self, number: int) -> Connection:
        """What the builder made and closed, opened again: nothing of it is in a cache."""
        return self._connection(self._path(number, "part"), "mode=rw")

    def flush(self, number: int) -> None:
        """Bring what is built so far to the disk, little by little: the ledger's next sync may wait for all of it."""
        with bills_faults(), self._path(number, "part").open("rb+") as file:
            os.fsync(file.fileno())

    def complete(self, connection: Connection, number: int) -> None:
        """Close what was built, make it durable, and give it its name in one step."""
        with bills_faults():
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            connection.close()
            part = self._path(number, "part")
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.rename(self._path(number))
            self._sync_folder()

    @property
    def place(self) -> tuple[Path, bytes]:
        """Folder and key, for a process that builds here."""
        return self._folder, self._key

    def drop(self, connection: Connection, path: Path) -> None:
        """Close and remove a file that came to nothing."""
        connection.close()
        with suppress(PermissionError):
            path.unlink(missing_ok=True)

    def part(self, number: int) -> Path:
        """Where a builder's file lies."""
        return self._path(number, "part")

    def _scratch(self, path: Path) -> Connection:
        """A file that is worth nothing before it is whole: no journal, no syncs."""
        with bills_faults():
            path.unlink(missing_ok=True)
            connection = self._connection(path, "mode=rwc")
            connection.execute("PRAGMA journal_mode = OFF").fetchall()
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(f"PRAGMA cache_size = -{WRITER_CACHE_KIB}")
            return connection

    def _connection(self, path: Path, query: str) -> Connection:
        connection = keyed_connection(path, self._key, query=query, busy_seconds=BUSY_SECONDS)
        connection.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA temp_store = MEMORY")
        return connection

    def _is_ours(self, number: int) -> bool:
        connection = self._connection(self._path(number), "mode=rw")
        try:
            form = connection.execute("PRAGMA user_version").fetchone()[0]
            kind = connection.execute("PRAGMA application_id").fetchone()[0]
        finally:
            connection.close()
        return bool(form == FORM and kind == APPLICATION_ID)

    def _numbers(self) -> list[int]:
        names = (path.name for path in self._folder.iterdir())
        return [int(match[1]) for name in names if (match := _COMPLETE.fullmatch(name))]

    def _following(self) -> int:
        matches = (_BELONGS.fullmatch(path.name) for path in self._folder.iterdir())
        return max((int(match[1]) for match in matches if match), default=0) + 1

    def _path(self, number: int, ending: str = "db") -> Path:
        return self._folder / f"bills-{number}.{ending}"

    def _sync_folder(self) -> None:
        if sys.platform == "win32":
            return  # NTFS journals names itself; a folder cannot be opened there
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def bills_faults() -> Iterator[None]:
    """Driver's and disk's errors as faults: DISK_FULL, else BILLS_DAMAGED. A misuse stays what it is, a bug."""
    try:
        yield
    except DriverError as error:
        meant = meant_by(error)
        if not isinstance(meant, Fault):
            raise
        is_full = meant.code is FaultCode.DISK_FULL
        raise Fault(meant.code if is_full else FaultCode.BILLS_DAMAGED, meant.detail) from error
    except OSError as error:
        is_full = error.errno == errno.ENOSPC
        code = FaultCode.DISK_FULL if is_full else FaultCode.BILLS_DAMAGED
        raise Fault(code, str(error)) from error


def is_file_damaged(fault: Fault) -> bool:
    """Whether the file itself is at fault, for good; not a full disk or a file that is held for a moment."""
    error = fault.__cause__
    return isinstance(error, DriverError) and primary_code(error) in _DAMAGED
