"""Snapshots in memory: those of a centre, the shelf of a counter, and what a counter makes of their parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import astuple

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep
from counter_app.use_cases.snapshot_ports import SnapshotRefusedError
from counter_app.wire.canonical import NotOurServerError
from counter_app.wire.exchange import BillTold, Changes, ConsumerTold
from counter_app.wire.packing import (
    Chunk,
    Delta,
    Dues,
    digest_of,
    dues_of,
    open_chunk,
    open_delta,
    pack_chunk,
    pack_delta,
    pack_page,
    spread,
)
from counter_app.wire.snapshot import (
    BlobTold,
    DeltaTold,
    Manifest,
    Totals,
    blob_told,
    refuse_other_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from counter_app.use_cases.round_watch import Watch
    from counter_app.wire.packing import BillRow, ConsumerRow

AT_ONCE = 64
"""Bytes that a line brings at a time."""
Read = TypeVar("Read")
Accounts = dict[str, tuple[ConsumerTold, tuple[BillTold, ...]]]


@dataclass
class FakeShelf:
    """Parts in memory."""

    bodies: dict[str, bytes] = field(default_factory=dict)

    def held(self, told: BlobTold) -> int:
        return len(self.bodies.get(told.sha256, b""))

    def add(self, told: BlobTold, piece: bytes) -> None:
        self.bodies[told.sha256] = self.bodies.get(told.sha256, b"") + piece

    def body(self, told: BlobTold) -> bytes:
        return self.bodies.get(told.sha256, b"")

    def forget(self, told: BlobTold) -> None:
        self.bodies.pop(told.sha256, None)

    def keep_only(self, parts: Collection[BlobTold]) -> None:
        kept = {told.sha256 for told in parts}
        self.bodies = {name: body for name, body in self.bodies.items() if name in kept}


@dataclass
class FakeSnapshots:
    """What a centre keeps of snapshots. ``pieces`` befall the next questions for parts, one after another.

    A number is how many bytes come before the line breaks; bytes are what comes instead.
    """

    manifest: Manifest | None = None
    parts: dict[str, bytes] = field(default_factory=dict)
    pieces: list[int | bytes] = field(default_factory=list)
    asked: list[tuple[str, int]] = field(default_factory=list)
    in_chunk: int = 2
    _accounts: Accounts = field(default_factory=dict)

    def build(self, accounts: Accounts, cursor: int, as_on_us: int, beside: Changes | None) -> None:
        """A snapshot of these accounts, with the step from the one before."""
        before, self._accounts = self._accounts, accounts
        rows = sorted(accounts)
        chunks = [
            self._keep(pack_chunk(_chunk(accounts, rows[first : first + self.in_chunk])))
            for first in range(0, len(rows), self.in_chunk)
        ]
        all_bills = [row for bills in accounts.values() for row in _bill_rows(bills[1])]
        told_beside = None if beside is None else self._keep(pack_page(beside))
        deltas = self.manifest.deltas if self.manifest else ()
        if self.manifest and self.manifest.cursor < cursor:
            step = self._keep(pack_delta(_delta(before, accounts)))
            deltas += (DeltaTold(self.manifest.cursor, cursor, (step,), told_beside),)
        self.manifest = Manifest(
            have=0,
            version=f"{len(self.parts)}.{cursor}",
            cursor=cursor,
            as_on_us=as_on_us,
            valid_until_us=as_on_us + 10**12,
            totals=Totals(len(rows), len(all_bills), dues_of(all_bills)),
            chunks=tuple(chunks),
            deltas=deltas,
            beside=told_beside,
        )

    def give(self, told: BlobTold, first: int, take: Callable[[bytes], None]) -> bool:
        """The bytes of a part, or what befalls them."""
        self.asked.append((told.sha256, first))
        body = self.parts.get(told.sha256)
        if body is None:
            return False
        piece = self.pieces.pop(0) if self.pieces else len(body)
        if isinstance(piece, bytes):
            take(piece)
            return True
        for begin in range(first, min(first + piece, len(body)), AT_ONCE):
            take(body[begin : min(begin + AT_ONCE, first + piece)])
        if first + piece < len(body):
            raise Fault(FaultCode.ANSWER_CUT, "the line broke")
        return True

    def _keep(self, body: bytes) -> BlobTold:
        told = blob_told(body)
        self.parts[told.sha256] = body
        return told


def loaded(manifest: Manifest, shelf: FakeShelf, watch: Watch) -> Accounts:
    """The accounts that the parts make. Raises SnapshotRefusedError."""
    accounts: Accounts = {}
    for told in manifest.chunks:
        watch(RoundProgress(RoundStep.BUILD, len(accounts), manifest.totals.consumers))
        _add(accounts, _opened(told, shelf, open_chunk))
    _refuse_other_totals(accounts, manifest.totals)
    return accounts


def stepped(manifest: Manifest, shelf: FakeShelf, accounts: Accounts) -> None:
    """Bring accounts up to the manifest's cursor. Raises SnapshotRefusedError."""
    for told in (blob for step in manifest.deltas for blob in step.blobs):
        delta = _opened(told, shelf, open_delta)
        _step(accounts, delta)
    _refuse_other_totals(accounts, manifest.totals)


def _step(accounts: Accounts, delta: Delta) -> None:
    known = [accounts[no][0] for no in delta.dues.account_nos if no in accounts]
    is_all = len(known) == len(delta.dues.account_nos)
    if not is_all or digest_of(map(_consumer_row, known)) != delta.dues.consumers_sha256:
        raise SnapshotRefusedError("other consumers")
    for no in delta.removed:
        accounts.pop(no, None)
    owned = _owned(delta.dues.account_nos, delta.dues.bill_counts, delta.dues.bills)
    for no, bills in owned.items():
        accounts[no] = (accounts[no][0], bills)
    _add(accounts, delta.told)


def _opened(told: BlobTold, shelf: FakeShelf, read: Callable[[bytes], Read]) -> Read:
    try:
        refuse_other_bytes(told, shelf.body(told))
        return read(shelf.body(told))
    except NotOurServerError as error:
        raise SnapshotRefusedError(str(error)) from error


def _refuse_other_totals(accounts: Accounts, totals: Totals) -> None:
    bills = [row for _, own in accounts.values() for row in _bill_rows(own)]
    if Totals(len(accounts), len(bills), dues_of(bills)) != totals:
        raise SnapshotRefusedError("other totals")


def _add(accounts: Accounts, chunk: Chunk) -> None:
    names = [row[0] for row in chunk.consumers]
    owned = _owned(names, chunk.bill_counts, chunk.bills)
    for row in chunk.consumers:
        *texts, flags = row
        fields: list[Any] = [*texts, tuple(flags.split(",")) if flags else ()]
        told = ConsumerTold(*fields)
        accounts[row[0]] = (told, owned[row[0]])


def _owned(
    account_nos: Sequence[str], counts: Sequence[int], bills: Sequence[BillRow]
) -> dict[str, tuple[BillTold, ...]]:
    owned: dict[str, tuple[BillTold, ...]] = dict.fromkeys(account_nos, ())
    for no, (bill_no, *rest) in zip(spread(account_nos, counts), bills, strict=True):
        fields: list[Any] = [bill_no, no, *rest]
        owned[no] += (BillTold(*fields),)
    return owned


def _delta(before: Accounts, after: Accounts) -> Delta:
    changed = [no for no in sorted(after) if before.get(no) != after[no]]
    owing = [no for no in changed if no in before and before[no][0] == after[no][0]]
    dues = _chunk(after, owing)
    return Delta(
        _chunk(after, [no for no in changed if no not in owing]),
        Dues(owing, dues.bill_counts, dues.bills, digest_of(dues.consumers)),
        [no for no in sorted(before) if no not in after],
    )


def _chunk(accounts: Accounts, account_nos: Sequence[str]) -> Chunk:
    own = [accounts[no] for no in account_nos]
    return Chunk(
        [_consumer_row(consumer) for consumer, _ in own],
        [len(bills) for _, bills in own],
        [row for _, bills in own for row in _bill_rows(bills)],
    )


def _consumer_row(told: ConsumerTold) -> ConsumerRow:
    return (*astuple(told)[:-1], ",".join(told.flags))


def _bill_rows(bills: tuple[BillTold, ...]) -> list[BillRow]:
    return [(told.bill_no, *astuple(told)[2:]) for told in bills]
