"""Signed payments through HTTP against the same kind of batches given straight to the centre, in turn, in one run.

Straight is ``Centre.take_batch`` in as many processes as the server has: the batch is decoded, its chain and head
signature are proved, its fates decided, everything is written in one durable transaction and the answer signed. What
HTTP adds is the request's signature and nonce, compression, the socket and the client that does the same.
"""

from __future__ import annotations

import itertools
import statistics
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import msgspec

from billing_server.centre import Centre
from billing_server.keys import server_key
from billing_server.requests_signed import Caller
from billing_server.store.engine import open_database
from counter_app.domain.identity import IST
from counter_app.sync.request_signing import PairSigner
from counter_app.sync.server_link import ServerLink
from counter_app.wire.canonical import KeyPair, SignedAnswer, canonical_bytes
from counter_app.wire.exchange import Acknowledgement, Batch, Certificate, Problem
from counter_app.wire.told_parts import AllocationTold
from tests.billing_server.players import cash, paid_by, payment, upi
from tests.day.figures import ratio
from tests.day.together import run_together

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from counter_app.wire.bodies import PaymentTaken
    from tests.day.city_stage import City
    from tests.day.together import Job

COUNTERS_AT_ONCE = 8
"""In one process of clients, or of the centre."""
CARD_EVERY, UPI_EVERY = 10, 4
AIM_RATIO = 0.8
_NUMBERS = itertools.count(1)
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class IngestSize:
    """How much is sent a round, in how many shares."""

    payments: int
    counters: int
    batch: int
    processes: int
    rounds: int


class Told(msgspec.Struct, frozen=True):
    """One counter's batches as they go over the wire, with what it needs to send them."""

    certificate: Certificate
    seed: bytes
    bodies: list[bytes]


@dataclass(frozen=True, slots=True)
class Straight:
    """Batches given straight to the centre."""

    folder: Path
    database_url: str
    counters: tuple[Told, ...]

    def prepared(self) -> Callable[[], None]:
        """A centre of this process's own."""
        centre = Centre(open_database(self.database_url), server_key(self.folder))
        centre.look()

        def push(told: Told) -> None:
            one = told.certificate
            caller = Caller(one.counter_id, one.epoch, "", "")
            for body in told.bodies:
                centre.take_batch(caller, one.counter_id, one.epoch, body)

        return lambda: each(push, self.counters)


@dataclass(frozen=True, slots=True)
class ThroughHttp:
    """The same through the counter's own link."""

    url: str
    counters: tuple[Told, ...]

    def prepared(self) -> Callable[[], None]:
        """A link for each counter; the batches as a ledger would hand them over."""
        batches = [
            (link_of(self.url, told), [msgspec.json.decode(one, type=Batch) for one in told.bodies])
            for told in self.counters
        ]

        def push(work: tuple[ServerLink, list[Batch]]) -> None:
            link, of_counter = work
            certificate = link.certificate()
            assert certificate is not None
            for batch in of_counter:
                link.push(certificate.epoch, batch)
            link.close()

        return lambda: each(push, batches)


def measure_ingest(city: City, url: str, size: IngestSize) -> dict[str, object]:
    """Rounds of both in turn, each on counters of its own; the first of each warms up and is not counted."""
    rates: dict[str, list[float]] = {"straight": [], "http": []}
    for place in range(size.rounds + 1):
        for way, of_way in rates.items():
            told = [
                tell(city, f"{way[0].upper()}{place}N{number:02}", size)
                for number in range(size.counters)
            ]
            shares = [tuple(told[first :: size.processes]) for first in range(size.processes)]
            jobs: list[Job] = [
                Straight(city.folder, city.database_url, share)
                if way == "straight"
                else ThroughHttp(url, share)
                for share in shares
            ]
            of_way.append(size.payments / run_together(jobs))
    medians = {way: statistics.median(of_way[1:]) for way, of_way in rates.items()}
    return {
        "payments_a_round": size.payments,
        "messages_in_batch": size.batch,
        "processes": size.processes,
        **{f"{way}_a_second": [round(one) for one in of_way[1:]] for way, of_way in rates.items()},
        "ratio": ratio(medians["http"], medians["straight"]),
        "aim": f"at least {AIM_RATIO}",
    }


def tell(city: City, counter_id: str, size: IngestSize) -> Told:
    """A counter's share of the payments, sealed and in batches."""
    counter, certificate = city.enrol(counter_id)
    today = datetime.now(IST).date().isoformat()
    share = size.payments // size.counters
    counter.tell(*(paid(city, next(_NUMBERS), today) for _ in range(share)))
    firsts = range(1, share + 1, size.batch)
    bodies = [
        canonical_bytes(counter.batch(one, min(share, one + size.batch - 1))) for one in firsts
    ]
    return Told(certificate, counter.key.seed, bodies)


def paid(city: City, number: int, today: str) -> PaymentTaken:
    """One payment; every tenth by card, every fourth else by UPI. No two of a day look alike."""
    account_no, paise = city.account_no(number), 100_00 + number
    bill_no = f"B2611-{account_no}"
    if number % CARD_EVERY == 0:
        told = payment(account_no, paise, bill_no=bill_no, rrn=f"{number:012}")
    elif number % UPI_EVERY == 0:
        told = paid_by(account_no, upi(f"{number:012}", paise))
    else:
        told = paid_by(account_no, cash(paise))
    parts = (AllocationTold(bill_no, paise),)
    return msgspec.structs.replace(
        told, allocations=parts, business_date=today, payment_id=str(uuid.uuid4())
    )


def link_of(url: str, told: Told) -> ServerLink:
    """The counter's own way to the server. A counter has one lane for it; here many threads begin at once."""
    for kind in (SignedAnswer, Acknowledgement, Problem):
        msgspec.json.Decoder(
            kind
        )  # as in billing_server.reading: not by two threads for the first time
    signer = PairSigner(KeyPair.from_seed(told.seed))
    return ServerLink(
        address=lambda: url,
        certificate=lambda: told.certificate,
        signer=lambda _key: signer,
        now=lambda: datetime.now(UTC),
    )


def each(push: Callable[[Kind], None], of_counters: Sequence[Kind]) -> None:
    """All counters of this process, some at a time; the first error is raised."""
    with ThreadPoolExecutor(COUNTERS_AT_ONCE) as threads:
        for _ in threads.map(push, of_counters):
            pass
