"""What changed between two snapshots, in parts: dues alone for consumers who are otherwise as they were."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from billing_server.store import snapshot_shelf as shelf
from billing_server.store.snapshot_rows import read_changed
from counter_app.wire.packing import (
    CONSUMERS_IN_CHUNK,
    Chunk,
    Delta,
    Dues,
    digest_of,
    open_chunk,
    pack_delta,
)

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from billing_server.store.snapshot_shelf import SnapshotKept
    from counter_app.wire.packing import BillRow, ConsumerRow
    from counter_app.wire.snapshot import BlobTold


@dataclass(slots=True)
class _Owners:
    """Consumers with their bills, gathered for one part."""

    consumers: list[ConsumerRow] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    bills: list[BillRow] = field(default_factory=list)

    def add(self, consumer: ConsumerRow, bills: list[BillRow]) -> None:
        """One more."""
        self.consumers.append(consumer)
        self.counts.append(len(bills))
        self.bills += bills


class DeltaParts:
    """Takes the chunks of the new snapshot one by one, and keeps what changed of them."""

    def __init__(
        self,
        database: Database,
        changed: AbstractSet[str],
        removed: list[str],
        before: dict[str, int],
    ) -> None:
        """``before`` holds for changed accounts what the consumer was, by ``hash``."""
        self._database, self._changed, self._removed, self._before = (
            database,
            changed,
            removed,
            before,
        )
        self._told, self._dues = _Owners(), _Owners()
        self._blobs: list[BlobTold] = []

    @classmethod
    def since(cls, moment: Connection, database: Database, before: SnapshotKept) -> DeltaParts:
        """Ready to take what changed since this snapshot."""
        changed, removed = read_changed(moment, before.cursor)
        known: dict[str, int] = {}
        for blob in shelf.parts_of(moment, before.number, shelf.CHUNK) if changed else ():
            body = shelf.blob_named(moment, blob.sha256)
            assert body is not None, "a part of a snapshot is kept with it"
            chunk = open_chunk(body)
            known |= {row[0]: hash(row) for row in chunk.consumers if row[0] in changed}
        return cls(database, changed, removed, known)

    def take(self, chunk: Chunk) -> None:
        """Keep those of its consumers that changed."""
        upto = 0
        for consumer, count in zip(chunk.consumers, chunk.bill_counts, strict=True):
            first, upto = upto, upto + count
            if consumer[0] in self._changed:
                is_known = self._before.get(consumer[0]) == hash(consumer)
                (self._dues if is_known else self._told).add(
                    consumer, list(chunk.bills[first:upto])
                )
                if len(self._dues.counts) + len(self._told.counts) >= CONSUMERS_IN_CHUNK:
                    self._pack()

    def finish(self) -> tuple[BlobTold, ...]:
        """All parts, kept."""
        if self._dues.counts or self._told.counts or self._removed:
            self._pack()
        return tuple(self._blobs)

    def _pack(self) -> None:
        told, dues = self._told, self._dues
        body = pack_delta(
            Delta(
                Chunk(told.consumers, told.counts, told.bills),
                Dues(
                    [consumer[0] for consumer in dues.consumers],
                    dues.counts,
                    dues.bills,
                    digest_of(dues.consumers),
                ),
                self._removed,
            )
        )
        self._blobs.append(self._database.write(lambda c: shelf.put_blob(c, body)))
        self._told, self._dues, self._removed = _Owners(), _Owners(), []
