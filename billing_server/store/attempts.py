"""How often somebody may try what is guessed at: exact for all processes of the server together.

Codes, passwords: every attempt is counted before it is looked at. One row holds the moment at which nothing is
held against its asker any more; each attempt moves it on (the generic cell rate algorithm, a bucket of tokens in
one number), so one statement counts and decides, whoever else does so at the same time.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, text

from billing_server.problems import Code, ServerRefusal
from billing_server.store.commits import Commit, commit_by
from billing_server.store.worker_schema import ATTEMPT

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.store.engine import Database

_MICROSECONDS = 1_000_000
_COUNT = text(
    "INSERT INTO attempt (what, who_hash, clear_us)"
    " VALUES (:what, :who_hash, :now_us + :each_us)"
    " ON CONFLICT (what, who_hash) DO UPDATE SET clear_us = :each_us +"
    " CASE WHEN attempt.clear_us > :now_us THEN attempt.clear_us ELSE :now_us END"
    " WHERE attempt.clear_us <= :latest_us RETURNING clear_us"
)


@dataclass(frozen=True, slots=True)
class AttemptLimit:
    """``most`` attempts at ``what`` at once; all of them come back in ``per_seconds``, one after the other."""

    what: str
    most: int
    per_seconds: int

    @property
    def each_us(self) -> int:
        """How long one attempt is held against its asker, in microseconds."""
        return self.per_seconds * _MICROSECONDS // self.most


def admit(database: Database, limit: AttemptLimit, who: str, now_us: int) -> None:
    """Count one attempt of ``who`` (an address, a name as typed), durable when this returns.

    Its own transaction, so that it stays counted when what is tried fails. Raises ServerRefusal TOO_MANY with
    the seconds to wait; a refused attempt is not counted.
    """
    wait_us = database.write(lambda c: _count(c, limit, _hash_of(who), now_us))
    if wait_us:
        wait_seconds = -(-wait_us // _MICROSECONDS)
        raise ServerRefusal(Code.TOO_MANY, limit.what, retry_after_seconds=wait_seconds)


def forget(database: Database, limit: AttemptLimit, who: str) -> None:
    """Hold nothing against ``who`` any more: the right password was given."""
    columns = ATTEMPT.c
    database.write(
        lambda c: c.execute(
            delete(ATTEMPT).where(columns.what == limit.what, columns.who_hash == _hash_of(who))
        )
    )


def _count(connection: Connection, limit: AttemptLimit, who_hash: bytes, now_us: int) -> int:
    """0 when it is counted, else how many microseconds too early it comes."""
    commit_by(connection, Commit.HERE)
    columns = ATTEMPT.c
    connection.execute(delete(ATTEMPT).where(columns.clear_us <= now_us))
    latest_us = now_us + (limit.most - 1) * limit.each_us
    counted = connection.execute(
        _COUNT,
        {
            "what": limit.what,
            "who_hash": who_hash,
            "now_us": now_us,
            "each_us": limit.each_us,
            "latest_us": latest_us,
        },
    ).one_or_none()
    if counted is not None:
        return 0
    clear_us: int = connection.execute(
        select(columns.clear_us).where(columns.what == limit.what, columns.who_hash == who_hash)
    ).scalar_one()
    return max(1, clear_us - latest_us)


def _hash_of(who: str) -> bytes:
    """What people type into a name's field may be their password: it is not kept."""
    return hashlib.sha256(who.encode()).digest()
