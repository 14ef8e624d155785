"""Who builds the next snapshot: one of all server processes at a time, and not for ever."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import update

from billing_server.store.snapshot_schema import SNAPSHOT_CLAIM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement

    from billing_server.store.engine import Database

_SINGLE = 1
_NOBODY = 0


@contextmanager
def claimed(database: Database, now_us: int, until_us: int) -> Iterator[bool]:
    """Whether it is ours to build, from now until then at the longest; given back at the end.

    A builder that died loses the claim when its time is over.
    """
    claim = SNAPSHOT_CLAIM.c.until_us
    is_ours = _set(database, claim < now_us, until_us)
    try:
        yield is_ours
    finally:
        if is_ours:
            _set(database, claim == until_us, _NOBODY)


def _set(database: Database, condition: ColumnElement[bool], until_us: int) -> bool:
    moved = (
        update(SNAPSHOT_CLAIM)
        .where(SNAPSHOT_CLAIM.c.single == _SINGLE, condition)
        .values(until_us=until_us)
    )
    return database.write(lambda connection: connection.execute(moved).rowcount == 1)
