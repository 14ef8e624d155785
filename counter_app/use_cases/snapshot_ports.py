"""What fetching a snapshot needs of the world. Each port has a fake and a real thing that pass one agreement suite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from counter_app.use_cases.ports import BillStore

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from contextlib import AbstractContextManager

    from counter_app.use_cases.ports import BillsPull
    from counter_app.use_cases.round_watch import Watch
    from counter_app.wire.snapshot import BlobTold, Manifest


class CursorUnknownError(Exception):
    """The centre never gave this cursor, or forgot it (restored from a backup): the bills must come anew."""


class SnapshotRefusedError(Exception):
    """The parts are not the snapshot, or the step, that the manifest told. The bills in use are as they were."""


class SnapshotServer(Protocol):
    """The centre's snapshots. Raises the faults of ``ports.BillingServer``."""

    def manifest(self, have: int) -> Manifest | None:
        """The newest snapshot, for bills that reach up to the cursor ``have``; None where there is none."""
        ...

    def part(self, told: BlobTold, first: int, take: Callable[[bytes], None]) -> bool:
        """Give the bytes of a part from ``first`` on to ``take`` as they come; False where it is kept no more.

        What was given before a fault counts; fewer bytes than there are may come without one.
        """
        ...


class PartShelf(Protocol):
    """Parts on their way, kept over restarts. Raises Fault DISK_FULL."""

    def held(self, told: BlobTold) -> int:
        """How many bytes of this part are there, from its beginning."""
        ...

    def add(self, told: BlobTold, piece: bytes) -> None:
        """The next bytes of a part."""
        ...

    def body(self, told: BlobTold) -> bytes:
        """All that is there of it."""
        ...

    def forget(self, told: BlobTold) -> None:
        """Drop what is there of it."""
        ...

    def keep_only(self, parts: Collection[BlobTold]) -> None:
        """Drop all others."""
        ...


class SnapshotStore(BillStore, Protocol):
    """The bills, as written by pulls that may begin with parts on the shelf."""

    def loading(self, manifest: Manifest, watch: Watch) -> AbstractContextManager[BillsPull]:
        """Build the snapshot aside, and begin a pull from its cursor; leaving without ``finish`` drops it.

        A snapshot carries no counter's mark, so nothing of it is seen before ``finish`` brings the mark. Payments go
        on meanwhile, undisturbed. Raises SnapshotRefusedError, Fault DISK_FULL, and what the watch raises.
        """
        ...

    def stepping(self, manifest: Manifest) -> AbstractContextManager[BillsPull]:
        """Begin a pull from the manifest's cursor: its deltas, the pages and the mark become visible together.

        Its ``finish`` raises SnapshotRefusedError when the bills in hand are not those that a delta begins with.
        """
        ...
