"""The centre of a storm: PostgreSQL and a server of two processes, killed and started again, counted in the end."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from billing_server.centre import microseconds_now
from billing_server.keys import server_key
from billing_server.settings import ServerSettings
from billing_server.store import book_load
from billing_server.store.told_schema import PAYMENT
from counter_app.sync.request_signing import PairSigner
from counter_app.sync.server_link import ServerLink
from counter_app.sync.transport import Transport
from counter_app.wire.canonical import NO_HEAD, KeyPair, chain_hash
from counter_app.wire.messages import ChainHead
from tests.billing_server.centres import PlayedCentre
from tests.billing_server.players import PlayedCounter, amount_paise, bill, consumer, payment
from tests.billing_server.postgresql import migrated_cluster, remove_cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from billing_server.reading import MessageKey
    from counter_app.wire.messages import SealedMessage
    from tests.billing_server.postgresql import Cluster

ACCOUNTS = [f"7412{number:06d}" for number in range(500)]
PROCESSES = 2
SILENCE_SECONDS = 10.0


@dataclass(slots=True)
class StormCentre:
    """A cluster, the folder of the server's key, and the server that runs now."""

    cluster: Cluster
    folder: Path
    played: PlayedCentre
    today: date
    port: int = 0
    url: str = ""
    _server: subprocess.Popen[str] | None = None
    _sums: itertools.count[int] = field(default_factory=lambda: itertools.count(100))

    @classmethod
    @contextmanager
    def stand(cls, folder: Path) -> Iterator[StormCentre]:
        """Up, with a book; taken down and away at the end."""
        cluster = migrated_cluster()
        database = cluster.open("kesco")
        played = PlayedCentre(database, server_key(folder), ServerSettings(), microseconds_now())
        book_load.load_book(
            database, map(consumer, ACCOUNTS), [bill(account, 10**12) for account in ACCOUNTS]
        )
        centre = cls(cluster, folder, played, datetime.now(UTC).date())
        try:
            centre.start_server()
            yield centre
        finally:
            centre.kill_server()
            database.close()
            remove_cluster(cluster)

    def start_server(self) -> None:
        """It listens, on the port it had, when this returns."""
        words = ["--folder", str(self.folder), "--database", self.cluster.url("kesco"), "serve"]
        words += ["--workers", str(PROCESSES), "--port", str(self.port)]
        self._server = subprocess.Popen(
            [sys.executable, "-m", "billing_server", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        assert self._server.stdout is not None
        self.url = self._server.stdout.readline().split()[5]
        self.port = int(self.url.rpartition(":")[2])

    def kill_server(self) -> None:
        """The supervisor and its processes at one instant, as a power cut would."""
        if self._server is None:
            return
        os.killpg(self._server.pid, signal.SIGKILL)
        self._server.communicate()
        self._server = None

    def kill(self, what: str) -> None:
        """``server``, ``process`` or ``postgresql``; it is back, or on its way, when this returns."""
        if what == "server":
            self.kill_server()
            self.start_server()
        elif what == "process":
            assert self._server is not None
            pid = self._server.pid
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            os.kill(int(children[0]), signal.SIGKILL)
        else:
            self.cluster.stop("immediate")
            self.cluster.start()

    def enrol(self, number: int) -> tuple[PlayedCounter, ServerLink]:
        """A counter and its line."""
        pair, name = KeyPair.fresh(), f"C{number:02d}"
        certificate = self.played.enrol(name, pair)
        played = PlayedCounter(name, 1, pair, ChainHead(1, 0, NO_HEAD), microseconds_now())
        link = ServerLink(
            address=lambda: self.url,
            certificate=lambda: certificate,
            signer=lambda _key: PairSigner(pair),
            now=lambda: datetime.now(UTC),
            transport=Transport(silence_timeout_seconds=SILENCE_SECONDS),
        )
        return played, link

    def till_of(self, counter: PlayedCounter) -> Callable[[int], list[SealedMessage]]:
        """Takes so many payments: every sum is another one, so that nothing looks like a double."""

        def take(count: int) -> list[SealedMessage]:
            paid = [next(self._sums) for _ in range(count)]
            return counter.tell(
                *(
                    payment(
                        ACCOUNTS[paise % len(ACCOUNTS)], paise, business_date=self.today.isoformat()
                    )
                    for paise in paid
                )
            )

        return take

    def count(self, counters: list[PlayedCounter]) -> dict[str, object]:
        """What the centre holds now, against what the counters told."""
        days = [self.played.day(counter.counter_id, self.today.isoformat()) for counter in counters]
        kept = [self.played.raw_messages(counter.counter_id) for counter in counters]
        distinct = self.played.database.read(
            lambda c: c.execute(select(func.count(PAYMENT.c.payment_id.distinct()))).scalar_one()
        )
        return {
            "told_paise": sum(map(amount_paise, (s for one in counters for s in one.sealed))),
            "server_paise": sum(day.amount_paise for day in days),
            "received_paise": sum(
                told.received_paise for page in self.played.pull("nobody") for told in page.bills
            ),
            "messages_kept": sum(map(len, kept)),
            "distinct_payments": distinct,
            "chains_broken": sum(
                _head_of(messages) != counter.head.hash
                for messages, counter in zip(kept, counters, strict=True)
            ),
        }


def _head_of(messages: dict[MessageKey, bytes]) -> bytes:
    """The chain's head worked out from the bytes that are kept."""
    in_order = [messages[key] for key in sorted(messages)]
    return list(accumulate(in_order, chain_hash, initial=NO_HEAD))[-1]
