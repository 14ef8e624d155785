"""Centres without HTTP, on both databases: what the agreement tests play against."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import event, select

from billing_server.migrations.upgrade import upgrade
from billing_server.problems import ServerRefusal
from billing_server.reading import MessageKey
from billing_server.settings import ServerSettings
from billing_server.store import book_load, chains, enrolment, feed, results, suspense, totals
from billing_server.store.cursor import last_cursor
from billing_server.store.engine import Database, open_database
from billing_server.store.told_schema import MESSAGE_BODY
from counter_app.wire.canonical import NO_HEAD, KeyPair, key_id_of, open_answer
from counter_app.wire.exchange import Acknowledgement, Changes, DayTotals, Enrolment, Fate
from counter_app.wire.messages import ChainHead
from tests.billing_server.players import (
    NOW_US,
    PlayedCounter,
    bill,
    consumer,
    enrolment_request,
    over_the_wire,
)
from tests.billing_server.postgresql import shared_cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection as SQLiteConnection

    from counter_app.wire.bodies import Body
    from counter_app.wire.exchange import Batch, Certificate, FateTold
    from counter_app.wire.results import Results

KINDS = ("sqlite", "postgresql")
EACH_KIND = [pytest.param(k, marks=[pytest.mark.postgresql] * (k != KINDS[0])) for k in KINDS]
"""Parameters of a fixture that opens a centre on each database."""

A, B = "7412000001", "7412000002"
LEGACY = "74120001"
HOUR_US = 3_600_000_000


@dataclass(slots=True)
class PlayedCentre:
    """The real store with a clock that stands still."""

    database: Database
    key: KeyPair
    settings: ServerSettings
    now_us: int = NOW_US

    def counter(self, counter_id: str = "C07", previous: bytes = NO_HEAD) -> PlayedCounter:
        """Enrol a counter, or begin its next epoch."""
        pair = KeyPair.fresh()
        certificate = self.enrol(counter_id, pair, previous)
        return PlayedCounter(
            counter_id, certificate.epoch, pair, ChainHead(certificate.epoch, 0, previous)
        )

    def enrol(self, counter_id: str, pair: KeyPair, previous: bytes = NO_HEAD) -> Certificate:
        place = enrolment.CounterPlace(
            counter_id, f"Counter {counter_id}", "Kidwai Nagar", "किदवई नगर", f"S{counter_id}"
        )
        code = enrolment.issue_code(self.database, self.key, place, self.settings, self.now_us)
        return self.use_code(code, pair, previous)

    def use_code(self, code: str, pair: KeyPair, previous: bytes = NO_HEAD) -> Certificate:
        request = enrolment_request(code, pair, previous)
        signed = self.database.write(
            lambda c: enrolment.enrol(c, self.key, request, self.settings, self.now_us)
        )
        return msgspec.json.decode(self.opened(signed), type=Enrolment).certificate

    def push(self, counter: PlayedCounter, first: int = 1, last: int | None = None) -> bytes:
        """The signed acknowledgement. Raises ServerRefusal for a gap or fork."""
        return self.take(counter, counter.batch(first, last))

    def take(self, counter: PlayedCounter, batch: Batch) -> bytes:
        read = chains.read_batch(counter.counter_id, counter.epoch, over_the_wire(batch))
        tolerance = self.settings.time_tolerance_seconds
        answer = self.database.write(
            lambda c: chains.take_batch(c, self.key, read, self.now_us, tolerance)
        )
        if isinstance(answer, ServerRefusal):
            raise answer
        return answer

    def acknowledged(self, signed: bytes) -> Acknowledgement:
        return msgspec.json.decode(self.opened(signed), type=Acknowledgement)

    def fates(self, counter: PlayedCounter, first: int = 1) -> list[Fate]:
        """Push what is there from ``first`` on; the fates."""
        told = self.acknowledged(self.push(counter, first))
        return [fate.fate for fate in told.fates]

    def told(self, counter: PlayedCounter, *bodies: Body) -> list[FateTold]:
        """Tell these and push them; what became of each."""
        first = len(counter.sealed) + 1
        counter.tell(*bodies)
        return list(self.acknowledged(self.push(counter, first)).fates)

    def page(self, counter_id: str, since: int = 0) -> Changes:
        return self.database.read(
            lambda c: feed.tell_changes(
                c,
                counter_id,
                since,
                page_consumers=self.settings.page_consumers,
                now_us=self.now_us,
            )
        )

    def pull(self, counter_id: str, since: int = 0) -> list[Changes]:
        """All pages of a pull."""
        pages = [self.page(counter_id, since)]
        while pages[-1].mark is None:
            pages.append(self.page(counter_id, pages[-1].next_cursor))
        return pages

    def cursor(self) -> int:
        """The last one given."""
        return self.database.read(last_cursor)

    def received(self, account_no: str, since: int = 0) -> dict[str, int]:
        """Open bill to what the centre told it received, if it changed since."""
        return {
            told.bill_no: told.received_paise
            for page in self.pull("nobody", since)
            for told in page.bills
            if told.account_no == account_no
        }

    def received_paise(self, account_no: str) -> int:
        """What the account's open bills received together."""
        return sum(self.received(account_no).values())

    def match(self, key: str, account_no: str) -> int:
        """An accountant books waiting money to an account; the result's number."""
        match = suspense.Match(MessageKey.typed(key), account_no, "accountant", "seen on the slip")
        return suspense.match_suspense(self.database, match, self.now_us)

    def results(self, counter_id: str, after: int = 0) -> Results:
        """What was decided later, as the counter is told."""
        return self.database.read(lambda c: results.tell_results(c, counter_id, after))

    def refused(self, counter_id: str) -> list[tuple[int, int]]:
        """Epochs and sequences of the counter's messages that stand in no bill."""
        mark = self.pull(counter_id)[-1].mark
        assert mark is not None
        return [(one.epoch, one.sequence) for one in mark.refused]

    def day(self, counter_id: str, business_date: str) -> DayTotals:
        return self.database.read(lambda c: totals.tell_day(c, counter_id, business_date))

    def raw_messages(self, counter_id: str) -> dict[MessageKey, bytes]:
        """Everything kept of a counter, whatever its fate."""
        kept = select(MESSAGE_BODY).where(MESSAGE_BODY.c.counter_id == counter_id)
        rows = self.database.read(lambda c: c.execute(kept).all())
        return {MessageKey(row.counter_id, row.epoch, row.sequence): row.raw for row in rows}

    def opened(self, signed: bytes) -> bytes:
        return open_answer({key_id_of(self.key.public_key): self.key.public_key}, signed)


def open_centre(kind: str, folder: Path, settings: ServerSettings | None = None) -> PlayedCentre:
    """A fresh centre on this kind of database."""
    if kind == "sqlite":
        path = folder / f"billing-{len(list(folder.iterdir()))}.db"
        shutil.copy(_sqlite_template(), path)
        database = open_database(f"sqlite:///{path.as_posix()}")
        event.listen(database.engine, "connect", _forget_syncs)  # these tests cut no power
    else:
        database = open_database(shared_cluster().fresh_database())
    return PlayedCentre(database, KeyPair.fresh(), settings or ServerSettings())


def centre_for_test(kind: str, folder: Path) -> Iterator[PlayedCentre]:
    """The body of a fixture: a centre that is closed after the test."""
    centre = open_centre(kind, folder)
    yield centre
    centre.database.close()


def _forget_syncs(connection: SQLiteConnection, _record: object) -> None:
    connection.execute("PRAGMA synchronous = OFF").close()


@functools.cache
def _sqlite_template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kesco-sqlite-"))
    atexit.register(shutil.rmtree, folder)
    path = folder / "template.db"
    database = open_database(f"sqlite:///{path.as_posix()}")
    upgrade(database)
    database.close()
    return path


def centre_with_two_consumers(kind: str, folder: Path) -> Iterator[PlayedCentre]:
    """A owes Rs 1,000 and B Rs 500."""
    for opened in centre_for_test(kind, folder):
        book_load.load_book(
            opened.database, [consumer(A), consumer(B)], [bill(A, 1_000_00), bill(B, 500_00)]
        )
        yield opened


def centre_with_old_numbers(kind: str, folder: Path) -> Iterator[PlayedCentre]:
    """The same two, A with the older number ``LEGACY``."""
    for opened in centre_with_two_consumers(kind, folder):
        told = [consumer(A, legacy_account_no=LEGACY), consumer(B, legacy_account_no="74120002")]
        book_load.load_book(opened.database, told, [])
        yield opened


def received_of_both(centre: PlayedCentre) -> tuple[int, int]:
    """What the bills of A and of B received, in paise."""
    return centre.received_paise(A), centre.received_paise(B)


def refused(act: object, *words: object) -> ServerRefusal:
    """What the centre says no with."""
    with pytest.raises(ServerRefusal) as caught:
        act(*words)  # type: ignore[operator] # whatever is tried
    return caught.value
