"""Pulls that begin with a snapshot: loaded whole into a new file, or step by step into the file in use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep
from counter_app.use_cases.snapshot_ports import SnapshotRefusedError
from counter_app.wire.canonical import NotOurServerError
from counter_app.wire.packing import open_chunk, open_delta, open_names
from counter_app.wire.snapshot import refuse_other_bytes
from local_db import bill_keys, bill_pen
from local_db.bill_files import bills_faults
from local_db.bill_pull import LaterPull
from local_db.faults import DriverError, is_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from counter_app.use_cases.round_watch import Watch
    from counter_app.use_cases.snapshot_ports import PartShelf
    from counter_app.wire.exchange import Changes
    from counter_app.wire.packing import Chunk
    from counter_app.wire.snapshot import BlobTold, Manifest, Totals
    from local_db.bill_files import BillFiles
    from local_db.cipher import Connection


class SnapshotPull:
    """A new file, built of parts while the old one, if any, goes on being read; then brought up to date by pages.

    It counts only once the last page has brought this counter's mark: a snapshot has none.
    """

    def __init__(self, files: BillFiles, publish: Callable[[int], None]) -> None:
        self._files, self._publish = files, publish
        self._rows = 0
        self._connection: Connection | None
        self._connection, self._number = files.builder()
        with bills_faults():
            bill_pen.make_tables(self._connection)

    @property
    def number(self) -> int:
        """Of the file that is built."""
        return self._number

    @property
    def consumers(self) -> int:
        """How many are in."""
        return self._rows

    def build(self, manifest: Manifest, shelf: PartShelf, watch: Watch) -> None:
        """All parts of it with their keys, sealed. Raises as ``load`` and ``seal``, and what the watch raises."""
        for told in manifest.chunks:
            watch(RoundProgress(RoundStep.BUILD, self._rows, manifest.totals.consumers))
            self.load(told, shelf.body(told))
        self.make_indexes()
        self.make_keys(shelf, manifest.chunks)
        self.seal(manifest.totals)

    def load(self, told: BlobTold, body: bytes) -> None:
        """Add a part without keys. Raises SnapshotRefusedError (not the part, or against others), Fault DISK_FULL."""
        try:
            refuse_other_bytes(told, body)
            chunk = open_chunk(body)
        except NotOurServerError as error:
            raise SnapshotRefusedError(str(error)) from error
        self._load(chunk)

    def make_indexes(self) -> None:
        """All parts are in: make the indexes of numbers. Raises Fault DISK_FULL."""
        with bills_faults():
            bill_pen.make_indexes_of_numbers(self._open)

    def make_keys(self, shelf: PartShelf, chunks: Sequence[BlobTold]) -> None:
        """Make the keys of all parts. Raises SnapshotRefusedError, Fault DISK_FULL."""
        make_keys(self._open, shelf, chunks)

    def take_keys(self, path: Path) -> None:
        """Take the keys that another process made of these parts. Raises Fault BILLS_DAMAGED, DISK_FULL."""
        with bills_faults():
            bill_keys.take_over(self._open, path, self._files.place[1])

    def seal(self, totals: Totals) -> None:
        """Look at the file as it lies on the disk.

        Raises SnapshotRefusedError when it does not hold what the manifest told, Fault BILLS_DAMAGED, DISK_FULL.
        """
        with bills_faults():
            self._open.close()
            self._connection = self._files.built(self._number)
            self._open.execute("PRAGMA journal_mode = OFF").fetchall()
            self._open.execute("PRAGMA synchronous = OFF")
            is_sound = bill_pen.is_sound(self._open)
            held, keys = bill_pen.totals(self._open), bill_pen.counted(self._open)[2]
        if not is_sound:
            raise Fault(FaultCode.BILLS_DAMAGED, "what was built is not in order")
        if (held, keys) != (totals, totals.consumers):
            raise SnapshotRefusedError(f"{held} and {keys} keys for {totals}")

    def take(self, page: Changes) -> None:
        """Bring it up to a page. Raises Fault BILLS_DAMAGED, DISK_FULL."""
        with bills_faults():
            bill_pen.in_transaction(self._open, lambda: bill_pen.replace(self._open, page))

    def finish(self, page: Changes) -> None:
        """Bring it up to the last page and its mark, and let readers change to it."""
        self.take(page)
        with bills_faults():
            bill_pen.set_mark(self._open, page)
        self._files.complete(self._open, self._number)
        self._connection = None
        self._publish(self._number)

    def close(self) -> None:
        """Drop what was not finished."""
        if self._connection is not None:
            self._files.drop(self._connection, self._files.part(self._number))
            self._connection = None

    def _load(self, chunk: Chunk) -> None:
        first_row = self._rows + 1

        def work() -> None:
            try:
                bill_pen.load_chunk(self._open, first_row, chunk)
            except DriverError as error:
                if is_rule(error):
                    raise SnapshotRefusedError(str(error)) from error
                raise

        with bills_faults():
            bill_pen.in_transaction(self._open, work)
        self._files.flush(self._number)
        self._rows += len(chunk.consumers)

    @property
    def _open(self) -> Connection:
        assert self._connection is not None, "this pull is over"
        return self._connection


def make_keys(connection: Connection, shelf: PartShelf, chunks: Sequence[BlobTold]) -> None:
    """The keys of all parts in a new file, rows counted from 1. Raises SnapshotRefusedError, Fault DISK_FULL."""
    row, known = 1, set[str]()
    for told in chunks:
        try:
            names = open_names(shelf.body(told))
        except NotOurServerError as error:
            raise SnapshotRefusedError(str(error)) from error
        with bills_faults():
            bill_pen.in_transaction(
                connection,
                partial(bill_keys.add_keys, connection, range(row, row + len(names)), names, known),
            )
        row += len(names)
    with bills_faults():
        bill_keys.finish_new(connection)


class StepPull(LaterPull):
    """A pull into the file in use that begins with deltas; all of it becomes visible together with the mark."""

    def __init__(self, files: BillFiles, number: int, manifest: Manifest, shelf: PartShelf) -> None:
        super().__init__(files, number)
        self._manifest, self._shelf = manifest, shelf

    def finish(self, page: Changes) -> None:
        """Apply deltas, pages and the mark. Raises SnapshotRefusedError, Fault BILLS_DAMAGED, DISK_FULL."""
        try:
            super().finish(page)
        except NotOurServerError as error:
            raise SnapshotRefusedError(str(error)) from error

    def _apply_all(self, connection: Connection, last: Changes) -> None:
        for delta in self._manifest.deltas:
            for told in delta.blobs:
                body = self._shelf.body(told)
                refuse_other_bytes(told, body)
                bill_pen.step(connection, open_delta(body))
        held = bill_pen.totals(connection)
        if held != self._manifest.totals:
            raise SnapshotRefusedError(f"{held} after the deltas, not {self._manifest.totals}")
        super()._apply_all(connection, last)
