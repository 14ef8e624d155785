"""Fetch a snapshot in parts, or the steps between two of them, where that is cheaper than page by page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep
from counter_app.wire.canonical import NotOurServerError
from counter_app.wire.packing import open_page
from counter_app.wire.snapshot import MOST_BLOB_BYTES, bytes_of, refuse_other_bytes

if TYPE_CHECKING:
    from counter_app.domain.bill import Mark
    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.round_watch import Watch
    from counter_app.use_cases.snapshot_ports import PartShelf, SnapshotServer
    from counter_app.wire.exchange import Changes
    from counter_app.wire.snapshot import BlobTold, Manifest

ASK_AFTER = timedelta(hours=6)
"""Bills told later than this are brought up to date page by page, without asking for a manifest."""
CHANGE_BYTES = 90
"""Of one changed consumer on a page, packed: what a snapshot or a step is weighed against."""
PIECE_BYTES = 64 * 1024
"""What is put on the shelf at a time; a power cut costs no more."""


@dataclass(frozen=True, slots=True)
class SnapshotFetched:
    """What is on the shelf now: the whole snapshot, or the steps up to it. ``beside`` is what else the feed told."""

    manifest: Manifest
    is_whole: bool
    beside: tuple[Changes, ...]


@dataclass(frozen=True, slots=True)
class FetchSnapshot:
    """The verb. What was fetched before a break, a stop or a restart is not fetched again."""

    server: SnapshotServer
    shelf: PartShelf
    clock: Clock
    ask_after: timedelta = ASK_AFTER
    change_bytes: int = CHANGE_BYTES
    _refused: set[str] = field(default_factory=set)

    def __call__(self, mark: Mark, watch: Watch) -> SnapshotFetched | None:
        """Fetch what brings bills with this mark up to date soonest; None where pages alone do.

        Raises Fault of the server port, DISK_FULL, and what the watch raises.
        """
        if mark.as_on is not None and self.clock.now() - mark.as_on < self.ask_after:
            return None
        manifest = self.server.manifest(mark.cursor)
        if manifest is None or manifest.version in self._refused:
            return None
        is_whole = _is_whole_cheaper(manifest, self.change_bytes)
        if is_whole is None:
            return None
        fetched = self._fetched(manifest, watch, is_whole=is_whole)
        # a part went while we fetched, after days on a bad line: there is a newer snapshot now
        return self.whole(watch) if fetched is None and is_whole else fetched

    def whole(self, watch: Watch) -> SnapshotFetched | None:
        """Fetch the newest snapshot, whatever it costs; None where there is none, or none that was not refused."""
        manifest = self.server.manifest(0)
        if manifest is None or manifest.version in self._refused:
            return None
        return self._fetched(manifest, watch, is_whole=True)

    def refuse(self, fetched: SnapshotFetched) -> None:
        """It was not what the manifest told: drop it, and do not fetch it again."""
        self._refused.add(fetched.manifest.version)
        self.shelf.keep_only(())

    def _fetched(
        self, manifest: Manifest, watch: Watch, *, is_whole: bool
    ) -> SnapshotFetched | None:
        """All parts of it; None when the centre keeps one of them no more."""
        steps = () if is_whole else manifest.deltas
        pages = [step.beside for step in steps] if steps else [manifest.beside]
        beside = tuple(page for page in pages if page is not None)
        parts = (*beside, *(blob for step in steps for blob in step.blobs))
        parts += manifest.chunks if is_whole else ()
        self.shelf.keep_only(parts)
        done, total = 0, bytes_of(parts)
        for told in parts:
            part = _Part(self.server, self.shelf, told, watch, done, total)
            if not part.is_fetched():
                return None
            done += told.bytes
        watch(RoundProgress(RoundStep.SNAPSHOT, done, total))
        return SnapshotFetched(manifest, is_whole, tuple(map(self._page, beside)))

    def _page(self, told: BlobTold) -> Changes:
        try:
            return open_page(self.shelf.body(told))
        except NotOurServerError as error:
            raise Fault(FaultCode.SERVER_NOT_OURS, str(error)) from error


@dataclass(slots=True)
class _Part:
    """One part on its way."""

    server: SnapshotServer
    shelf: PartShelf
    told: BlobTold
    watch: Watch
    done_before: int
    total: int
    _waiting: bytearray = field(default_factory=bytearray)
    _held: int = 0

    def is_fetched(self) -> bool:
        """Fetch what is missing; False where the centre keeps it no more. Raises Fault when nothing comes any more.

        Bytes that are not the part in the end are fetched once more, from the first.
        """
        if self.told.bytes > MOST_BLOB_BYTES:
            raise Fault(FaultCode.SERVER_NOT_OURS, f"a part of {self.told.bytes} bytes")
        if not self._is_filled():
            return False
        if not self._is_right():
            self.shelf.forget(self.told)
            if not self._is_filled():
                return False
            if not self._is_right():
                self.shelf.forget(self.told)
                raise Fault(FaultCode.SERVER_NOT_OURS, f"other bytes than part {self.told.sha256}")
        return True

    def _is_filled(self) -> bool:
        """As many bytes as the part has; False where the centre keeps it no more."""
        self._held = self.shelf.held(self.told)
        while self._held < self.told.bytes:
            self._tell()
            if not self._ask_for_the_rest():
                return False
        return True

    def _is_right(self) -> bool:
        try:
            refuse_other_bytes(self.told, self.shelf.body(self.told))
        except NotOurServerError:
            return False
        return True

    def _ask_for_the_rest(self) -> bool:
        """A line that breaks after some bytes is asked again at once; one that brings none is given up."""
        first = self._held
        try:
            is_kept = self.server.part(self.told, first, self._take)
        except Fault:
            self._put_away()
            if self._held == first:
                raise
            return True
        finally:
            self._put_away()
        if is_kept and self._held == first:
            raise Fault(FaultCode.ANSWER_CUT, f"no byte of a part after the first {first}")
        return is_kept

    def _take(self, piece: bytes) -> None:
        self._waiting += piece
        if len(self._waiting) >= PIECE_BYTES:
            self._put_away()
            self._tell()

    def _put_away(self) -> None:
        if self._waiting:
            self.shelf.add(self.told, bytes(self._waiting))
            self._held += len(self._waiting)
            self._waiting.clear()

    def _tell(self) -> None:
        self.watch(RoundProgress(RoundStep.SNAPSHOT, self.done_before + self._held, self.total))


def _is_whole_cheaper(manifest: Manifest, change_bytes: int) -> bool | None:
    """Whole, by steps (False), or not at all (None): whatever has the fewest bytes on the line."""
    if not manifest.have:
        return True
    behind = max(0, manifest.cursor - manifest.have)
    ways: list[tuple[int, bool | None]] = [
        (behind * change_bytes, None),
        (bytes_of(manifest.chunks), True),
    ]
    if manifest.deltas:
        ways.append((sum(bytes_of(step.blobs) for step in manifest.deltas), False))
    return min(ways, key=lambda way: way[0])[1]
