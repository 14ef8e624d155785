"""Build a snapshot: parts of all consumers and bills at one moment, and what changed since the one before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from billing_server.store import snapshot_shelf as shelf
from billing_server.store.account_map import tell_renumbered
from billing_server.store.barred import tell_bars
from billing_server.store.cursor import last_cursor
from billing_server.store.policy import tell_policy
from billing_server.store.snapshot_claim import claimed
from billing_server.store.snapshot_delta import DeltaParts
from billing_server.store.snapshot_rows import at_one_moment, read_chunks
from counter_app.wire.exchange import Changes
from counter_app.wire.packing import dues_of, pack_chunk, pack_page
from counter_app.wire.snapshot import Totals

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from billing_server.store.snapshot_shelf import SnapshotKept
    from counter_app.wire.snapshot import BlobTold

SECONDS_PER_DAY = 86_400
_MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True)
class SnapshotLimits:
    """What of the snapshots is kept, and for how long."""

    kept_whole: int = 2
    """Snapshots whose chunks are kept: a counter that is loading the one before can finish."""
    delta_days: int = 35
    """A counter that was shut for longer loads a whole snapshot: one that was shut over a billing month need not."""
    most_build_seconds: int = 1_800
    """A build that takes longer is taken for dead, and another may begin."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """The parts of a snapshot that is about to be kept."""

    kept: SnapshotKept
    parts_by_kind: dict[str, tuple[BlobTold, ...]]


def build_snapshot(
    database: Database, now_us: int, limits: SnapshotLimits | None = None
) -> SnapshotKept | None:
    """Build and keep a snapshot of this moment, take away old ones; None when another process is at it.

    Takes no lock that a payment or a pull waits for. Raises sqlalchemy's errors; what was begun is then taken away by
    the next build.
    """
    limits = limits or SnapshotLimits()
    until_us = now_us + limits.most_build_seconds * _MICROSECONDS
    with claimed(database, now_us, until_us) as is_ours:
        if not is_ours:
            return None
        laid = at_one_moment(database, lambda c: _lay_parts(c, database, now_us))
        oldest_us = now_us - limits.delta_days * SECONDS_PER_DAY * _MICROSECONDS

        def keep(connection: Connection) -> None:
            shelf.put_snapshot(connection, laid.kept, laid.parts_by_kind)
            first_whole = laid.kept.number - limits.kept_whole + 1
            shelf.take_away_old(connection, before_number=first_whole, before_us=oldest_us)

        database.write(keep)
        return laid.kept


def _lay_parts(moment: Connection, database: Database, now_us: int) -> _Laid:
    """Read at one moment, write each part in a transaction of its own."""
    cursor, before = last_cursor(moment), shelf.newest(moment)
    delta = DeltaParts.since(moment, database, before) if before else None
    chunks: list[BlobTold] = []
    consumers = bills = dues_paise = 0
    for chunk in read_chunks(moment):
        chunks.append(database.write(partial(shelf.put_blob, body=pack_chunk(chunk))))
        consumers += len(chunk.consumers)
        bills += len(chunk.bills)
        dues_paise += dues_of(chunk.bills)
        if delta is not None:
            delta.take(chunk)
    kept = shelf.SnapshotKept(
        number=before.number + 1 if before else 1,
        cursor=cursor,
        since=before.cursor if before else cursor,
        as_on_us=now_us,
        totals=Totals(consumers, bills, dues_paise),
    )
    parts_by_kind = {
        shelf.CHUNK: tuple(chunks),
        shelf.BESIDE: _lay_beside(moment, database, 0, cursor),
        shelf.DELTA: delta.finish() if delta else (),
        shelf.DELTA_BESIDE: _lay_beside(moment, database, kept.since, cursor),
    }
    return _Laid(kept, parts_by_kind)


def _lay_beside(
    moment: Connection, database: Database, since: int, cursor: int
) -> tuple[BlobTold, ...]:
    """All that the feed told but consumers and bills, as a page of its own, if there is any."""
    nothing = Changes(since, cursor, consumers=(), bills=(), removed=())
    page = msgspec.structs.replace(
        nothing,
        policy=tell_policy(moment, since, cursor),
        barred=tell_bars(moment, since, cursor) or msgspec.UNSET,
        renumbered=tell_renumbered(moment, since, cursor) or msgspec.UNSET,
    )
    if page == nothing:
        return ()
    return (database.write(partial(shelf.put_blob, body=pack_page(page))),)
