"""Opening the ledger: one encrypted file, one connection, settings that survive a power cut.

Why each setting is as it is stands in README.md; what they passed in ``books_and_sync.md``, sections 0 and A1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import QueuePool, create_engine
from sqlcipher3 import dbapi2

from counter_app.domain.errors import Fault, FaultCode
from local_db.cipher import fits_some_page, keyed_connection
from local_db.faults import DriverError, meant_by, named, primary_code
from local_db.ledger import EncryptedLedger

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from local_db.cipher import Connection

APPLICATION_ID = 0x4B455343
"""``KESC``: what the file's header says of who made it."""

LEAST_SQLITE = (3, 51, 3)
"""Older ones have the WAL-reset corruption race."""

BUSY_SECONDS = 1.0
"""How long another holder of the file is waited for: an old window that is closing, not one in use."""

LEDGER_SETTINGS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "cell_size_check = ON",
    "trusted_schema = OFF",
    "mmap_size = 0",
    "journal_size_limit = 33554432",
)


def open_ledger(path: Path, key: bytes) -> EncryptedLedger:
    """Open the ledger, or make a new one where there is no file, and bring it to the newest version.

    ``key``: 32 bytes. Raises Fault LEDGER_IN_USE, LEDGER_KEY_LOST, LEDGER_DAMAGED, DISK_FULL. Nothing that
    is there is ever deleted or replaced; before an upgrade a copy is put beside it.
    """
    if dbapi2.sqlite_version_info < LEAST_SQLITE:
        message = f"SQLite {dbapi2.sqlite_version} is too old for money"
        raise RuntimeError(message)
    return EncryptedLedger(path, lambda: ledger_engine(path, key), key)


def ledger_engine(path: Path, key: bytes) -> Engine:
    """An engine with exactly one connection to the file. Connecting raises the faults of ``open_ledger``."""
    return create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: ledger_connection(path, key),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_reset_on_return=None,
        isolation_level="AUTOCOMMIT",
    )


def ledger_connection(path: Path, key: bytes) -> Connection:
    """A connection that holds the file for itself alone."""
    connection = None
    try:
        connection = keyed_connection(path, key, query="psow=0", busy_seconds=BUSY_SECONDS)
        for setting in LEDGER_SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        connection.execute("ROLLBACK")
    except DriverError as error:
        if connection is not None:
            connection.close()
        raise _why_closed(path, key, error) from error
    if tables and application_id != APPLICATION_ID:
        connection.close()
        raise Fault(FaultCode.LEDGER_DAMAGED, "the file is no ledger of a counter")
    return connection


def _why_closed(path: Path, key: bytes, error: DriverError) -> Exception:
    """A file that does not open: does the key fit none of its pages, or is it damaged?"""
    if primary_code(error) != dbapi2.SQLITE_NOTADB:
        return meant_by(error)
    if fits_some_page(path, key):
        return Fault(FaultCode.LEDGER_DAMAGED, named(error))
    return Fault(FaultCode.LEDGER_KEY_LOST, "the key fits no page of the file")
