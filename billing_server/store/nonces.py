"""A signed request is taken once, by whichever process of the server it comes to.

Nonces are remembered in the database until their request would be stale. On PostgreSQL the table is UNLOGGED, since
a nonce is worth nothing after five minutes and is written for every request: no write-ahead log, no disk, no standby
is waited for. The price is that a crash (of PostgreSQL, of one of its backends, or a promotion) empties it. The
beginning of the memory stands in ``nonce_memory``, unlogged too, so it is lost at the same instant: whoever finds
none begins the memory anew, and requests that may have been taken before are told to come again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, text

from billing_server.problems import Code, ServerRefusal
from billing_server.store.commits import Commit, commit_by
from billing_server.store.worker_schema import NONCE_MEMORY, SEEN_NONCE

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from billing_server.store.enrolment import EpochKey

SWEEP_SECONDS = 60
"""How often a process clears away what is over."""
_MICROSECONDS = 1_000_000
_REMEMBER = text(
    "INSERT INTO seen_nonce (counter_id, epoch, nonce, until_seconds)"
    " VALUES (:counter_id, :epoch, :nonce, :until_seconds) ON CONFLICT DO NOTHING RETURNING 1"
)
_REMEMBER_AT_ONCE = text(
    "WITH memory AS (SELECT since_seconds, set_config('synchronous_commit', 'off', true)"
    " FROM nonce_memory WHERE single = 1),"
    " fresh AS (INSERT INTO seen_nonce (counter_id, epoch, nonce, until_seconds)"
    " SELECT :counter_id, :epoch, :nonce, :until_seconds FROM memory"
    " WHERE since_seconds <= :created_seconds ON CONFLICT DO NOTHING RETURNING 1)"
    " SELECT (SELECT since_seconds FROM memory), (SELECT count(*) FROM fresh)"
)
"""The same as ``_remember_in_steps``, in one round trip: this stands before every request."""
_BEGIN = text(
    "INSERT INTO nonce_memory (single, since_seconds) VALUES (1, :since_seconds)"
    " ON CONFLICT DO NOTHING"
)


@dataclass(slots=True)
class SeenNonces:
    """The nonces of the last ``window_seconds``; a request may be dated ``ahead_seconds`` into the future at most.

    Clocks of several machines may stand apart by ``ahead_seconds`` without harm.
    """

    database: Database
    window_seconds: int
    ahead_seconds: int
    _swept_seconds: int = 0

    def admit(self, asker: EpochKey, nonce: str, created_seconds: int, now_us: int) -> None:
        """Raises ServerRefusal STALE, REPLAYED; BUSY shortly after a crash emptied the memory."""
        now_seconds = now_us // _MICROSECONDS
        earliest, latest = now_seconds - self.window_seconds, now_seconds + self.ahead_seconds
        if not earliest <= created_seconds <= latest:
            raise ServerRefusal(Code.STALE, f"made at {created_seconds}, here it is {now_seconds}")
        self._sweep(now_seconds)
        row = {
            "counter_id": asker.counter_id,
            "epoch": asker.epoch,
            "nonce": nonce,
            "until_seconds": created_seconds + self.window_seconds,
            "created_seconds": created_seconds,
        }
        if self.database.is_postgresql:
            since_seconds, fresh = self.database.ask(
                lambda c: c.execute(_REMEMBER_AT_ONCE, row).one()
            )
        else:
            since_seconds, fresh = self.database.write(lambda c: _remember_in_steps(c, row))
        if since_seconds is None:
            since_seconds = self._begin(now_seconds)
        if created_seconds < since_seconds:
            wait_seconds = max(1, since_seconds - now_seconds)
            raise ServerRefusal(
                Code.BUSY, "nonces were forgotten in a crash", retry_after_seconds=wait_seconds
            )
        if not fresh:
            raise ServerRefusal(Code.REPLAYED)

    def _begin(self, now_seconds: int) -> int:
        """What was taken before the crash was dated at most so far ahead: only later ones are certainly new."""
        since_seconds = now_seconds + self.ahead_seconds + 1
        self.database.write(lambda c: c.execute(_BEGIN, {"since_seconds": since_seconds}))
        return since_seconds

    def _sweep(self, now_seconds: int) -> None:
        if now_seconds < self._swept_seconds + SWEEP_SECONDS:
            return
        self._swept_seconds = now_seconds
        over = SEEN_NONCE.c.until_seconds < now_seconds - self.ahead_seconds

        def work(connection: Connection) -> None:
            commit_by(connection, Commit.NOWHERE)
            connection.execute(delete(SEEN_NONCE).where(over))

        self.database.write(work)


def _remember_in_steps(connection: Connection, row: dict[str, object]) -> tuple[int | None, int]:
    """Since when the memory is whole (None: it was lost), and how many nonces became remembered."""
    since_seconds = connection.execute(select(NONCE_MEMORY.c.since_seconds)).scalar_one_or_none()
    if since_seconds is None or row["created_seconds"] < since_seconds:
        return since_seconds, 0
    return since_seconds, len(connection.execute(_REMEMBER, row).all())
