"""An office: the real embedded server, an enrolled counter and its link, perhaps with a bad line between."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from billing_server.embedded import EmbeddedServer, start_embedded
from counter_app.domain.identity import IST
from counter_app.sync.request_signing import PairSigner
from counter_app.sync.server_link import ServerLink
from counter_app.sync.transport import Transport
from counter_app.wire.canonical import NO_HEAD, KeyPair
from counter_app.wire.messages import ChainHead
from tests.billing_server.players import NOW_US, PlayedCounter, bill, consumer, enrolment_request

if TYPE_CHECKING:
    from pathlib import Path

    from billing_server.settings import ServerSettings
    from counter_app.wire.exchange import Certificate

A, B = "7412000001", "7412000002"
MICROSECONDS = 1_000_000
PATIENCE_SECONDS = 20.0
IMPATIENCE_SECONDS = 0.5
"""For answers that are known not to come."""


@dataclass(slots=True)
class StillClock:
    """A clock that goes only when told, for counter and centre apart."""

    centre_us: int = NOW_US
    counter_us: int = NOW_US

    def counter_now(self) -> datetime:
        return datetime.fromtimestamp(self.counter_us / MICROSECONDS, IST)


@dataclass(slots=True)
class Office:
    """A counter and its centre. ``url`` is where the counter looks for the centre."""

    server: EmbeddedServer
    clock: StillClock
    folder: Path
    url: str
    pair: KeyPair = field(default_factory=KeyPair.fresh)
    certificate: Certificate | None = None
    signed_by: KeyPair | None = None
    link: ServerLink = field(init=False)

    def __post_init__(self) -> None:
        self.link = ServerLink(
            address=lambda: self.url,
            certificate=lambda: self.certificate,
            signer=lambda _key: PairSigner(self.signed_by or self.pair),
            now=self.clock.counter_now,
            transport=Transport(silence_timeout_seconds=PATIENCE_SECONDS),
        )

    def code(self, counter_id: str = "C07") -> str:
        return self.server.issue_code(
            counter_id, f"Counter {counter_id}", "Kidwai Nagar", "किदवई नगर", f"S{counter_id}"
        )

    def enrol(self, counter_id: str = "C07") -> PlayedCounter:
        if self.certificate is not None:
            self.pair = KeyPair.fresh()
        one_time, _, key_id = self.code(counter_id).partition("-")
        request = enrolment_request(one_time, self.pair)
        self.certificate, _roster, _signed = self.link.enrol(self.server.url, key_id, request)
        return PlayedCounter(
            counter_id,
            self.certificate.epoch,
            self.pair,
            ChainHead(self.certificate.epoch, 0, NO_HEAD),
        )

    def enrol_twin(self, counter: PlayedCounter) -> PlayedCounter:
        """The same counter from its beginning, as a copied computer would be."""
        return PlayedCounter(
            counter.counter_id, counter.epoch, counter.key, ChainHead(counter.epoch, 0, NO_HEAD)
        )

    def lose_patience(self) -> None:
        """Wait for a silent line no longer than a test likes to."""
        self.link.transport = Transport(silence_timeout_seconds=IMPATIENCE_SECONDS)

    def restart(self) -> None:
        """The centre goes down and comes back on the same port with the same data."""
        self.server.stop()
        self.server = start_embedded(
            self.folder,
            port=self.server.port,
            settings=self.server.settings,
            now_us=lambda: self.clock.centre_us,
        )

    def close(self) -> None:
        self.link.close()
        self.server.stop()


def open_office(folder: Path, settings: ServerSettings | None = None) -> Office:
    """An office with two consumers, nobody enrolled yet."""
    clock = StillClock()
    server = start_embedded(folder, settings=settings, now_us=lambda: clock.centre_us)
    server.load_book([consumer(A), consumer(B)], [bill(A), bill(B, 500_00)])
    return Office(server, clock, folder, server.url)
