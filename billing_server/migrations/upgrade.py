"""Bring a database to the newest schema; an empty one gets all of it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from billing_server.store.months import months_around

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.store.engine import Database

_NANOSECONDS_PER_MICROSECOND = 1_000
_NEWEST = "head"
_ADVISORY_LOCK = 0x4B45_5343
"""Names the upgrade among advisory locks, so that two servers that start at once take turns."""


def upgrade(database: Database, upto: str = _NEWEST) -> None:
    """Run the missing steps up to one in one transaction, then see to the months that come.

    Raises alembic's CommandError for a schema newer than this program.
    """

    def work(connection: Connection) -> None:
        if database.is_postgresql:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent))
        config.attributes["connection"] = connection
        command.upgrade(config, upto)

    database.write(work, most_tries=1)
    if upto == _NEWEST:
        database.make_months(months_around(time.time_ns() // _NANOSECONDS_PER_MICROSECOND))
