"""The backlog of a city comes home: real ledgers, prepared before the clock starts, drained by the real client code.

Each counter's ledger is the encrypted file of ``local_db`` with its payments posted and unsent. What is timed is
``push_outbox`` over ``server_link`` until every outbox is empty: reading the ledger, packing, signing, HTTP, proving
the acknowledgement, and writing it down durably.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from billing_server.store.told_schema import PAYMENT
from counter_app.domain.identity import IST
from counter_app.domain.money import Money
from counter_app.use_cases.push_outbox import PushOutbox
from counter_app.wire.canonical import KeyPair
from counter_app.wire.messages import ClockEvidence, SealedMessage, microseconds, seal
from counter_app.workstation.clock import SystemClock
from local_db.engine import open_ledger
from tests.builders import a_card_slip, a_roster
from tests.day.city_ingest import CARD_EVERY, Told, each, link_of
from tests.day.together import run_together
from tests.local_db.year import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from counter_app.use_cases.book_ports import Books
    from counter_app.wire.bodies import Body
    from tests.day.city_stage import City
    from tests.day.together import Job

AIM_SECONDS = 60
KEY = bytes(range(32))
IN_ONE_COMMIT = 500
PAISE_A_COUNTER = 10**5
_RANDOM_BITS = 60


@dataclass(frozen=True, slots=True)
class DrainSize:
    """How much waits at how many counters, and in how many processes they are played."""

    payments: int
    counters: int
    processes: int


@dataclass
class CityScribe(Scribe):
    """Writes the books of one of many counters, under its own certificate."""

    told: Told = field(kw_only=True)

    def sealed(self, books: Books, body: Body) -> SealedMessage:
        """Append the next message of this counter."""
        certificate = self.told.certificate
        sealed = seal(
            body,
            message_id=self._id(),
            counter_id=certificate.counter_id,
            epoch=certificate.epoch,
            head=books.messages.head(),
            clock=ClockEvidence(microseconds(self.at), 330, 5_000_000, "boot-1", 0),
            snapshot_version="1.1",
            signer=self.key,
        )
        books.messages.append(sealed)
        return sealed

    def _id(self) -> UUID:
        """As random as real ones: what is packed must not be smaller than in life."""
        self.number = secrets.randbits(_RANDOM_BITS)
        return super()._id()

    def enrol(self, books: Books) -> None:
        """The certificate that the centre gave."""
        books.enrolment.keep_certificate(self.told.certificate, b"signed", self.at)
        books.enrolment.keep_roster(a_roster(), self.at)


@dataclass(frozen=True, slots=True)
class Written:
    """A counter's ledger, its certificate and key."""

    path: Path
    told: Told
    number: int
    payments: int
    accounts: int


@dataclass(frozen=True, slots=True)
class WriteLedgers:
    """The day before: payments taken while the line was down."""

    ledgers: tuple[Written, ...]

    def prepared(self) -> Callable[[], None]:
        """Nothing to open."""

        def write() -> None:
            for one in self.ledgers:
                write_ledger(one)

        return write


@dataclass(frozen=True, slots=True)
class Drain:
    """These counters push until nothing is left."""

    url: str
    ledgers: tuple[Written, ...]

    def prepared(self) -> Callable[[], None]:
        """Ledgers open, links made."""
        clock = SystemClock()
        verbs = [
            (PushOutbox(open_ledger(one.path, KEY), link_of(self.url, one.told), clock), one)
            for one in self.ledgers
        ]

        def drain(work: tuple[PushOutbox, Written]) -> None:
            push, one = work
            sent = push()
            assert sent > one.payments, f"{one.path}: {sent} messages acknowledged"

        return lambda: each(drain, verbs)


def measure_drain(city: City, url: str, size: DrainSize) -> dict[str, object]:
    """Prepare, drain, and compare the centre's rupees with what was taken."""
    share = size.payments // size.counters
    ledgers = []
    for number in range(size.counters):
        counter, certificate = city.enrol(f"D{number:02}")
        told = Told(certificate, counter.key.seed, [])
        path = city.folder / f"ledger-{number:02}.db"
        ledgers.append(Written(path, told, number, share, city.accounts))
    shares = [tuple(ledgers[first :: size.processes]) for first in range(size.processes)]
    writing = run_together([WriteLedgers(one) for one in shares])
    drains: list[Job] = [Drain(url, one) for one in shares]
    seconds = run_together(drains)
    is_of_drain = PAYMENT.c.counter_id.in_([one.told.certificate.counter_id for one in ledgers])
    kept = select(func.count(), func.sum(PAYMENT.c.amount_paise)).where(is_of_drain)
    count, paise = city.database.read(lambda c: c.execute(kept).one())
    expected = sum(paise_of(one.number, place) for one in ledgers for place in range(1, share + 1))
    assert (count, paise) == (share * size.counters, expected), f"{count} payments, {paise} paise"
    return {
        "payments": count,
        "counters": size.counters,
        "client_processes": size.processes,
        "writing_ledgers_seconds": round(writing, 1),
        "drain_seconds": round(seconds, 1),
        "payments_a_second": round(count / seconds),
        "paise_at_the_centre": int(paise),
        "aim_seconds": f"under {AIM_SECONDS} for 470000 of 67 counters",
    }


def paise_of(number: int, place: int) -> int:
    """What a counter's payment at this place takes: no two of the city look alike."""
    return 100_00 + number * PAISE_A_COUNTER + place


def write_ledger(one: Written) -> None:
    """A float, and payments of one day, every tenth by card."""
    scribe = CityScribe(
        key=KeyPair.from_seed(one.told.seed),
        at=datetime.now(IST) - timedelta(minutes=5),
        told=one.told,
    )
    ledger = open_ledger(one.path, KEY)
    with ledger.open_books() as books:
        scribe.enrol(books)
        scribe.open_shift(books)
        books.commit()
    for begun in range(0, one.payments, IN_ONE_COMMIT):
        with ledger.open_books() as books:
            for place in range(begun + 1, min(begun + IN_ONE_COMMIT, one.payments) + 1):
                rrn = f"{one.number + 1:03}{place:09}"
                slip = (
                    a_card_slip(rrn=rrn, invoice=f"{place:06}") if place % CARD_EVERY == 0 else None
                )
                account = (one.number * one.payments + place) % one.accounts
                payable = Money(paise_of(one.number, place))
                scribe.number = secrets.randbits(_RANDOM_BITS)
                scribe.enter(books, scribe.receipt(books, payable, account=account, slip=slip))
            books.commit()
    ledger.close()
