"""Failed sign-ins: who fails waits, and longer each time. In the database, so that every process counts along.

Names are kept as hashes: people type their password into the wrong field.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, text, update

from billing_server.store.console_schema import CONSOLE_FAILURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_MICROSECONDS = 1_000_000
_MOST_DOUBLINGS = 20

_COUNT = text(
    "INSERT INTO console_failure (asker_hash, failures, last_us, wait_until_us)"
    " VALUES (:asker_hash, 1, :now_us, 0) ON CONFLICT (asker_hash) DO UPDATE SET"
    " failures = console_failure.failures + 1, last_us = excluded.last_us"
    " WHERE console_failure.wait_until_us <= :now_us RETURNING failures"
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose failures are counted together, and how many are free before the waiting begins."""

    name: str
    free_failures: int

    @property
    def hash(self) -> bytes:
        """What is kept of the name."""
        return hashlib.sha256(self.name.encode()).digest()


@dataclass(frozen=True, slots=True)
class Delays:
    """The wait after the first failure too many, doubled by each more; forgotten after so long without one."""

    first_seconds: int
    most_seconds: int
    forgotten_seconds: int

    def wait_us(self, failures_too_many: int) -> int:
        """The wait, 0 while none is too many."""
        if failures_too_many <= 0:
            return 0
        doubled = self.first_seconds << min(failures_too_many - 1, _MOST_DOUBLINGS)
        return min(doubled, self.most_seconds) * _MICROSECONDS


def try_once(connection: Connection, askers: Sequence[Asker], delays: Delays, now_us: int) -> int:
    """Count one try of each, before it is known whether it fails: tries at the same time are counted too.

    0 when it may be tried, else the moment before which it may not; then nothing is counted. Rows are taken in one
    order, so that two tries wait for each other in no ring.
    """
    forgotten_us = now_us - delays.forgotten_seconds * _MICROSECONDS
    connection.execute(delete(CONSOLE_FAILURE).where(CONSOLE_FAILURE.c.last_us < forgotten_us))
    until_us = _waits_until(connection, askers)
    if until_us > now_us:
        return until_us
    for asker in sorted(askers, key=lambda one: one.hash):
        row = {"asker_hash": asker.hash, "now_us": now_us}
        failures = connection.execute(_COUNT, row).scalar_one_or_none()
        if failures is None:  # another try of this moment was one too many
            return _waits_until(connection, [asker])
        wait_us = delays.wait_us(failures - asker.free_failures)
        if wait_us:
            connection.execute(
                update(CONSOLE_FAILURE)
                .where(CONSOLE_FAILURE.c.asker_hash == asker.hash)
                .values(wait_until_us=now_us + wait_us)
            )
    return 0


def forget(connection: Connection, askers: Sequence[Asker]) -> None:
    """They got in: nothing is held against them any more."""
    connection.execute(
        delete(CONSOLE_FAILURE).where(
            CONSOLE_FAILURE.c.asker_hash.in_([asker.hash for asker in askers])
        )
    )


def _waits_until(connection: Connection, askers: Sequence[Asker]) -> int:
    kept = connection.execute(
        select(CONSOLE_FAILURE.c.wait_until_us).where(
            CONSOLE_FAILURE.c.asker_hash.in_([asker.hash for asker in askers])
        )
    )
    return int(max(kept.scalars(), default=0))
