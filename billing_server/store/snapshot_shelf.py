"""Snapshots as they are kept: parts by hash, written once, and taken away when they are old."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from billing_server.store.bulk import insert_rows
from billing_server.store.snapshot_schema import BLOB, SNAPSHOT, SNAPSHOT_PART
from counter_app.wire.snapshot import BlobTold, DeltaTold, Totals, blob_told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from billing_server.store.bulk import Row

CHUNK, BESIDE, DELTA, DELTA_BESIDE = "chunk", "beside", "delta", "delta_beside"
"""Kinds of parts."""
_UNLESS_THERE = "ON CONFLICT (sha256) DO NOTHING"


@dataclass(frozen=True, slots=True)
class SnapshotKept:
    """One snapshot. Its delta begins at the cursor ``since``: its own where there is none."""

    number: int
    cursor: int
    since: int
    as_on_us: int
    totals: Totals

    @property
    def version(self) -> str:
        """How it is named to counters."""
        return f"{self.number}.{self.cursor}"


def put_blob(connection: Connection, body: bytes) -> BlobTold:
    """Keep a part; one that is there already stays as it is."""
    told = blob_told(body)
    insert_rows(connection, BLOB, [{"sha256": told.sha256, "body": body}], _UNLESS_THERE)
    return told


def blob_named(connection: Connection, sha256: str) -> bytes | None:
    """A part, None for one that is not kept (any more)."""
    found = connection.execute(select(BLOB.c.body).where(BLOB.c.sha256 == sha256)).scalar()
    return None if found is None else bytes(found)


def newest(connection: Connection) -> SnapshotKept | None:
    """The last one that was built."""
    row = connection.execute(select(SNAPSHOT).order_by(SNAPSHOT.c.number.desc()).limit(1)).first()
    if row is None:
        return None
    totals = Totals(row.consumers, row.bills, row.dues_paise)
    return SnapshotKept(row.number, row.cursor, row.since, row.as_on_us, totals)


def parts_of(connection: Connection, number: int, kind: str) -> tuple[BlobTold, ...]:
    """Its parts of this kind, in order."""
    part = SNAPSHOT_PART.c
    rows = connection.execute(
        select(part.sha256, part.bytes)
        .where(part.number == number, part.kind == kind)
        .order_by(part.place)
    )
    return tuple(BlobTold(*row) for row in rows)


def deltas_from(connection: Connection, have: int) -> tuple[DeltaTold, ...]:
    """The deltas that bring a counter at this cursor up to the newest snapshot, in order; none if they do not reach."""
    deltas: list[DeltaTold] = []
    reached: int | None = None
    for row in connection.execute(select(SNAPSHOT).order_by(SNAPSHOT.c.number.desc())).all():
        if row.cursor <= have or (reached is not None and row.cursor != reached):
            break
        if row.since < row.cursor:
            blobs = parts_of(connection, row.number, DELTA)
            beside = only_part_of(connection, row.number, DELTA_BESIDE)
            deltas.append(DeltaTold(row.since, row.cursor, blobs, beside))
        reached = row.since
    is_reached = bool(deltas) and deltas[-1].since <= have
    return tuple(reversed(deltas)) if is_reached else ()


def only_part_of(connection: Connection, number: int, kind: str) -> BlobTold | None:
    """Its part of a kind of which there is one or none."""
    return next(iter(parts_of(connection, number, kind)), None)


def put_snapshot(
    connection: Connection, kept: SnapshotKept, parts_by_kind: Mapping[str, Sequence[BlobTold]]
) -> None:
    """Add it with its parts, which are kept already."""
    connection.execute(
        insert(SNAPSHOT).values(
            number=kept.number,
            cursor=kept.cursor,
            since=kept.since,
            as_on_us=kept.as_on_us,
            consumers=kept.totals.consumers,
            bills=kept.totals.bills,
            dues_paise=kept.totals.dues_paise,
        )
    )
    parts: list[Row] = [
        {
            "number": kept.number,
            "kind": kind,
            "place": place,
            "sha256": blob.sha256,
            "bytes": blob.bytes,
        }
        for kind, blobs in parts_by_kind.items()
        for place, blob in enumerate(blobs)
    ]
    insert_rows(connection, SNAPSHOT_PART, parts)


def take_away_old(connection: Connection, *, before_number: int, before_us: int) -> None:
    """Chunks of snapshots with a lower number go, and of older ones the deltas too; the newest stays whole."""
    part, last = SNAPSHOT_PART.c, newest(connection)
    assert last is not None, "there is always the one just put"
    old = select(SNAPSHOT.c.number).where(
        SNAPSHOT.c.as_on_us < before_us, SNAPSHOT.c.number < last.number
    )
    connection.execute(
        delete(SNAPSHOT_PART).where(part.kind.in_((CHUNK, BESIDE)), part.number < before_number)
    )
    connection.execute(delete(SNAPSHOT_PART).where(part.number.in_(old)))
    connection.execute(delete(SNAPSHOT).where(SNAPSHOT.c.number.in_(old)))
    is_used = select(part.sha256).where(part.sha256 == BLOB.c.sha256).exists()
    connection.execute(delete(BLOB).where(~is_used))
