"""What a transaction's commit waits for on PostgreSQL; SQLite's always waits for the disk."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COMMIT_BY = text("SELECT set_config('synchronous_commit', :level, true)")


class Commit(StrEnum):
    """Levels of PostgreSQL's ``synchronous_commit`` that this server asks for."""

    NOWHERE = "off"
    """Nothing: a crash may forget the last moment."""
    HERE = "local"
    """This machine's disk, and no standby."""
    ON_THE_STANDBY = "on"
    """The disks of this machine and of its synchronous standbys, where it has any."""
    SEEN_ON_THE_STANDBY = "remote_apply"
    """The same, and a standby's readers see it."""


def commit_by(connection: Connection, level: Commit) -> None:
    """Let this transaction's commit wait for so much."""
    if connection.dialect.name == "postgresql":
        connection.execute(_COMMIT_BY, {"level": level})
