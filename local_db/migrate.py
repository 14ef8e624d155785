"""Bringing a ledger to the newest version. A ledger that is new enough costs one PRAGMA and no Alembic."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlalchemy.exc import DBAPIError

from counter_app.domain.errors import Fault, FaultCode
from local_db.cipher import keyed_connection
from local_db.faults import DriverError, meant_by

if TYPE_CHECKING:
    from sqlalchemy import Connection

NEWEST_VERSION = 6
"""``PRAGMA user_version`` of a ledger that all migrations have passed."""

_MIGRATIONS = Path(__file__).with_name("migrations")


def bring_up_to_date(connection: Connection, path: Path, key: bytes, target: str = "head") -> None:
    """Run the missing migrations in one transaction, after a copy of the file is safe beside it.

    Raises Fault LEDGER_DAMAGED for a ledger of a newer program, DISK_FULL.
    """
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version == NEWEST_VERSION:
        return
    if version > NEWEST_VERSION:
        raise Fault(
            FaultCode.LEDGER_DAMAGED,
            f"version {version} is newer than this program's {NEWEST_VERSION}",
        )
    try:
        if version:
            copy_beside(connection, path, key, version)
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            _run_alembic(connection, target)
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")
    except DBAPIError as error:
        raise meant_by(cast("DriverError", error.orig)) from error
    except DriverError as error:
        raise meant_by(error) from error


def copy_beside(connection: Connection, path: Path, key: bytes, version: int) -> Path:
    """Copy the whole ledger, encrypted with the same key, to ``<name>.version-<n>[-<k>].db``."""
    name = f"{path.stem}.version-{version}"
    copy = path.with_name(f"{name}.db")
    tries = 1
    while copy.exists():
        tries += 1
        copy = path.with_name(f"{name}-{tries}.db")
    target = keyed_connection(copy, key, query="psow=0", busy_seconds=0)
    try:
        source = connection.connection.driver_connection
        assert source is not None
        source.backup(target)
    finally:
        target.close()
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    return copy


def _run_alembic(connection: Connection, target: str) -> None:
    from alembic import command  # noqa: PLC0415 - 0.2 s that a ledger of this version never needs
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, target)
