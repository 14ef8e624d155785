"""The snapshot of consumers and bills: read by the lanes, replaced or brought up to date by pulls."""

from __future__ import annotations

import logging
import threading
from contextlib import closing, contextmanager
from functools import lru_cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from sqlalchemy import bindparam, select

from counter_app.domain.bill import NOTHING_SEEN, Mark
from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.exchange import BillTold, ConsumerTold, MarkTold
from local_db import bill_lists, bill_search
from local_db.bill_aside import AsidePull
from local_db.bill_files import BillFiles, bills_faults, is_file_damaged
from local_db.bill_parts import KeptParts
from local_db.bill_pull import FirstPull, LaterPull
from local_db.bill_rows import bill, consumer, mark
from local_db.snapshot_pull import SnapshotPull, StepPull
from local_db.statements import Statement
from local_db.told import bill_of, consumer_of, moment_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from counter_app.domain.beside import ToldBeside
    from counter_app.domain.bill import Bill
    from counter_app.domain.consumer import Consumer
    from counter_app.domain.identity import AccountNo
    from counter_app.use_cases.ports import BillsPull
    from counter_app.use_cases.round_watch import Watch
    from counter_app.use_cases.views import Candidate
    from counter_app.wire.snapshot import Manifest
    from local_db.cipher import Connection

_ACCOUNT = Statement(
    select(consumer, bill, select(mark.c.facts).scalar_subquery())
    .outerjoin_from(consumer, bill, bill.c.row == consumer.c.row)
    .where(consumer.c.account_no == bindparam("account_no"))
    .order_by(bill.c.bill_no)
).text
_MARK = Statement(select(mark.c.facts)).text
_BILL_BEGINS = len(consumer.columns)
_MARK_TOLD = msgspec.json.Decoder(MarkTold)
Begun = TypeVar("Begun", AsidePull, SnapshotPull)
_LOG = logging.getLogger(__name__)


def open_bills(folder: Path, key: bytes, builder: Sequence[str] = ()) -> BillSnapshot:
    """The snapshot in this folder (made if missing), encrypted with a 32-byte key.

    ``builder`` starts ``bill_builder`` as a process of its own, which then loads what comes in parts; without it
    that is done here. What interrupted pulls left is removed, but for parts. Opening never fails for a damaged
    file: reading then says so, until the next pull brings the bills anew.
    """
    files = BillFiles(folder, key)
    number, problem = files.newest()
    files.tidy(number)
    return BillSnapshot(files, number, problem, builder)


class BillSnapshot:
    """Ports ``BillsAsTold`` and ``SnapshotStore``. Every thread reads through a connection of its own."""

    def __init__(
        self, files: BillFiles, number: int, problem: str, builder: Sequence[str] = ()
    ) -> None:
        self._files, self._number, self._problem = files, number, problem
        self._builder, self.parts = builder, KeptParts(*files.place)
        self._damaged_number = 0
        self._own = threading.local()
        self._guard, self._pulls = threading.Lock(), threading.Lock()
        self._readers: dict[int, Connection] = {}

    def find(self, text: str, most_rows: int) -> tuple[Candidate, ...]:
        """Consumers that fit what was typed, best first: account, old number, meter, bill, mobile, name.

        Raises Fault BILLS_MISSING, BILLS_DAMAGED.
        """
        with self._reading() as (_, reader):
            reader.execute("BEGIN")
            try:
                return bill_search.find(reader, text, most_rows)
            finally:
                reader.execute("ROLLBACK")

    def account(self, account_no: AccountNo) -> tuple[Consumer, tuple[Bill, ...], Mark] | None:
        """A consumer with all bills and the mark they belong to, read at one moment: in one statement.

        Raises Fault BILLS_MISSING, BILLS_DAMAGED.
        """
        with self._reading() as (_, reader):
            rows = reader.execute(_ACCOUNT, (account_no,)).fetchall()
            if not rows:
                return None
            return (
                _consumer_of(rows[0][1:_BILL_BEGINS]),
                tuple(
                    _bill_of(row[_BILL_BEGINS + 1 : -1], account_no)
                    for row in rows
                    if row[_BILL_BEGINS] is not None
                ),
                _mark_of(rows[0][-1]),
            )

    def beside(self, account_no: AccountNo) -> ToldBeside:
        """What the centre told of an account beside its bills. Raises Fault BILLS_MISSING, BILLS_DAMAGED."""
        with self._reading() as (_, reader):
            return bill_lists.beside(reader, account_no)

    def mark(self) -> Mark:
        """How far the bills in hand reach; NOTHING_SEEN without sound ones, so that the next pull brings all."""
        try:
            number, told = self._numbered_mark()
        except Fault as fault:
            if fault.code is not FaultCode.BILLS_MISSING:
                _LOG.warning("the bills will be pulled anew: %s", fault)
            return NOTHING_SEEN
        return NOTHING_SEEN if number == self._damaged_number else told

    def version(self) -> str:
        """``<file>.<cursor>``: names the snapshot in use, empty for none."""
        try:
            number, told = self._numbered_mark()
        except Fault:
            return ""
        return f"{number}.{told.cursor}"

    @contextmanager
    def pulling(self, *, is_anew: bool = False) -> Iterator[FirstPull | LaterPull]:
        """Begin a pull from the mark in hand, or anew; leaving without ``finish`` drops what was staged.

        One pull at a time: a second waits. Its steps raise Fault BILLS_DAMAGED, DISK_FULL.
        """
        with self._pulls, closing(self._pull(is_anew=is_anew)) as pull:
            yield pull

    @contextmanager
    def loading(self, manifest: Manifest, watch: Watch) -> Iterator[BillsPull]:
        """As ``SnapshotStore.loading``."""
        with self._pulls, closing(self._load(manifest, watch)) as pull:
            yield pull

    @contextmanager
    def stepping(self, manifest: Manifest) -> Iterator[StepPull]:
        """As ``SnapshotStore.stepping``."""
        with (
            self._pulls,
            closing(StepPull(self._files, self._number, manifest, self.parts)) as pull,
        ):
            yield pull

    def close(self) -> None:
        """Let go of all files. Call when no thread reads any more."""
        with self._guard:
            for reader in self._readers.values():
                reader.close()
            self._readers.clear()
            self._number = 0
        self.parts.close()

    def _pull(self, *, is_anew: bool) -> FirstPull | LaterPull:
        if self.mark().cursor and not is_anew:
            return LaterPull(self._files, self._number)
        return FirstPull(self._files, self._publish)

    def _load(self, manifest: Manifest, watch: Watch) -> AsidePull | SnapshotPull:
        """The snapshot built, in a process of its own where one can be started."""
        self.parts.close()
        if self._builder:
            tidy = partial(self._files.tidy, self._number)
            try:
                pull = AsidePull(self._builder, self._publish, tidy)
            except OSError as error:
                _LOG.warning("bills are built here, for no process can be started: %s", error)
            else:
                return _begun(pull, lambda: pull.build(*self._files.place, manifest, watch))
        here = SnapshotPull(self._files, self._publish)
        return _begun(here, lambda: here.build(manifest, self.parts, watch))

    def _publish(self, number: int) -> None:
        """From its next question on every reader asks the new file."""
        self._number, self._problem = number, ""
        self._files.tidy(number)

    def _numbered_mark(self) -> tuple[int, Mark]:
        with self._reading() as (number, reader):
            return number, _mark_of(reader.execute(_MARK).fetchone()[0])

    @contextmanager
    def _reading(self) -> Iterator[tuple[int, Connection]]:
        """This thread's connection to the file in use, and the file's number.

        A file found damaged is remembered: ``mark`` then asks for everything anew.
        """
        number, reader = self._reader()
        try:
            with bills_faults():
                yield number, reader
        except ValueError as error:
            self._damaged_number = number
            raise Fault(FaultCode.BILLS_DAMAGED, str(error)) from error
        except Fault as fault:
            if is_file_damaged(fault):
                self._damaged_number = number
            raise

    def _reader(self) -> tuple[int, Connection]:
        known: tuple[int, Connection] | None = getattr(self._own, "reader", None)
        number = self._number
        if known is not None and known[0] == number:
            return known
        if not number:
            code = FaultCode.BILLS_DAMAGED if self._problem else FaultCode.BILLS_MISSING
            raise Fault(code, self._problem)
        return self._change_reader(number)

    def _change_reader(self, number: int) -> tuple[int, Connection]:
        """Close this thread's connection to an older file and open one to this."""
        thread = threading.get_ident()
        with self._guard:
            old = self._readers.pop(thread, None)
            if old is not None:
                old.close()
        try:
            reader = self._files.reader(number)
        except Fault:
            if number != self._number:
                return self._reader()  # replaced between our two glances
            raise
        with self._guard:
            self._readers[thread] = reader
        self._own.reader = (number, reader)
        return number, reader


def _begun(pull: Begun, build: Callable[[], None]) -> Begun:
    """The pull, built; closed if that comes to nothing."""
    try:
        build()
    except BaseException:
        pull.close()
        raise
    return pull


def _consumer_of(row: tuple[Any, ...]) -> Consumer:
    told: list[Any] = [*row[:-1], tuple(row[-1].split(",")) if row[-1] else ()]
    return consumer_of(ConsumerTold(*told))


def _bill_of(row: tuple[Any, ...], account_no: AccountNo) -> Bill:
    return bill_of(BillTold(row[0], account_no, *row[1:]))


@lru_cache(maxsize=2)
def _mark_of(text: str) -> Mark:
    """The mark as kept; the same text is read again with every account."""
    told = _MARK_TOLD.decode(text)
    return Mark(
        cursor=told.cursor,
        as_on=moment_of(told.as_on_us),
        seen_through=MappingProxyType({seen.epoch: seen.sequence for seen in told.seen_through}),
        refused=frozenset((one.epoch, one.sequence) for one in told.refused),
    )
