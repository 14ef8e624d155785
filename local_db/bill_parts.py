"""Parts of a snapshot on their way: an encrypted file beside the bills, the only writer of its table piece.

They tell who lives where, so they lie no more open than the bills they become. A file that is damaged is worth
nothing: the parts are fetched again.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from local_db.bill_files import bills_faults
from local_db.cipher import keyed_connection
from local_db.faults import DriverError, named, primary_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from counter_app.wire.snapshot import BlobTold
    from local_db.cipher import Connection

PARTS_FILE = "parts.db"
BUSY_SECONDS = 5.0
CACHE_KIB = 2 * 1024

_TABLE = (
    "CREATE TABLE IF NOT EXISTS piece (sha256 TEXT NOT NULL, first INTEGER NOT NULL,"
    " body BLOB NOT NULL, PRIMARY KEY (sha256, first)) STRICT"
)
_HELD = "SELECT coalesce(sum(length(body)), 0) FROM piece WHERE sha256 = ?"
_ADD = "INSERT INTO piece (sha256, first, body) VALUES (?, ?, ?)"
_BODY = "SELECT body FROM piece WHERE sha256 = ? ORDER BY first"
_FORGET = "DELETE FROM piece WHERE sha256 = ?"
_NAMES = "SELECT DISTINCT sha256 FROM piece"
_LOG = logging.getLogger(__name__)


class KeptParts:
    """Port ``PartShelf``. For one thread at a time; another process may read what is there.

    Nothing is synced: what a power cut spoils is seen by its hash, and fetched again.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._path, self._key = folder / PARTS_FILE, key
        self._connection: Connection | None = None

    def held(self, told: BlobTold) -> int:
        """How many bytes of this part are there, from its beginning."""
        with self._opened() as connection:
            return int(connection.execute(_HELD, (told.sha256,)).fetchone()[0])

    def add(self, told: BlobTold, piece: bytes) -> None:
        """The next bytes of a part. Raises Fault DISK_FULL."""
        with self._opened() as connection:
            first = connection.execute(_HELD, (told.sha256,)).fetchone()[0]
            connection.execute(_ADD, (told.sha256, first, piece))

    def body(self, told: BlobTold) -> bytes:
        """All that is there of it."""
        with self._opened() as connection:
            return b"".join([row[0] for row in connection.execute(_BODY, (told.sha256,))])

    def forget(self, told: BlobTold) -> None:
        """Drop what is there of it."""
        with self._opened() as connection:
            connection.execute(_FORGET, (told.sha256,))

    def keep_only(self, parts: Collection[BlobTold]) -> None:
        """Drop all others; with none to keep, the file goes too."""
        if not parts:
            self._remove()
            return
        kept = {told.sha256 for told in parts}
        with self._opened() as connection:
            names = [row[0] for row in connection.execute(_NAMES)]
            connection.executemany(_FORGET, [(name,) for name in names if name not in kept])

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _opened(self) -> Iterator[Connection]:
        """The file; made anew where there is none or a spoilt one. Raises Fault DISK_FULL, BILLS_DAMAGED."""
        with bills_faults():
            try:
                yield self._connected()
            except DriverError as error:
                if primary_code(error) in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB):
                    _LOG.warning("%s goes, for it is spoilt: %s", PARTS_FILE, named(error))
                    self._remove()
                raise

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._fresh()
            try:
                self._set_up(self._connection)
            except DriverError:
                self._remove()
                self._connection = self._fresh()
                self._set_up(self._connection)
        return self._connection

    def _fresh(self) -> Connection:
        return keyed_connection(self._path, self._key, query="mode=rwc", busy_seconds=BUSY_SECONDS)

    def _set_up(self, connection: Connection) -> None:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute(_TABLE)

    def _remove(self) -> None:
        self.close()
        for ending in ("", "-wal", "-shm"):
            with suppress(PermissionError):
                self._path.with_name(PARTS_FILE + ending).unlink(missing_ok=True)
