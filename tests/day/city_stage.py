"""A centre as it stands in production, for the bench of the city: PostgreSQL with real durability, worker processes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from billing_server.keys import server_key
from billing_server.migrations.upgrade import upgrade
from billing_server.settings import ServerSettings
from billing_server.store import book_load
from billing_server.store.engine import Database, open_database
from counter_app.wire.canonical import NO_HEAD, KeyPair
from counter_app.wire.messages import ChainHead
from tests.billing_server.centres import PlayedCentre
from tests.billing_server.players import PlayedCounter, bill, consumer
from tests.billing_server.postgresql import Cluster, new_cluster, remove_cluster

if TYPE_CHECKING:
    from counter_app.wire.exchange import BillTold, Certificate

PRODUCTION = ("shared_buffers=512MB", "max_wal_size=4GB")
"""Beside these PostgreSQL's own settings hold: fsync and synchronous_commit are on."""
FIRST_ACCOUNT = 7_412_000_000
LARGE_PAISE = 10**10
"""Each bill asks for so much that no payment of a bench is an advance."""
START_TIMEOUT_SECONDS = 60
STOP_TIMEOUT_SECONDS = 20


def microseconds_now() -> int:
    """The system's clock, UTC."""
    return time.time_ns() // 1_000


@dataclass(slots=True)
class City:
    """A centre with a book of consumers; ``serve`` starts its worker processes."""

    folder: Path
    cluster: Cluster
    database_url: str
    database: Database
    key: KeyPair
    accounts: int

    def account_no(self, number: int) -> str:
        """The account at this place, round and round."""
        return str(FIRST_ACCOUNT + number % self.accounts)

    def enrol(self, counter_id: str) -> tuple[PlayedCounter, Certificate]:
        """A counter whose clock is right."""
        centre = PlayedCentre(self.database, self.key, ServerSettings(), microseconds_now())
        pair = KeyPair.fresh()
        certificate = centre.enrol(counter_id, pair)
        head = ChainHead(certificate.epoch, 0, NO_HEAD)
        now_us = microseconds_now()
        return PlayedCounter(counter_id, certificate.epoch, pair, head, now_us), certificate

    def serve(self, workers: int) -> Server:
        """Start `python -m billing_server serve` on a free port, and wait until it listens."""
        words = ("--folder", str(self.folder), "--database", self.database_url)
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "billing_server",
                *words,
                "serve",
                "--port",
                "0",
                "--workers",
                str(workers),
            ],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        if "listens on " not in line:
            process.kill()
            message = f"the server did not start: {line!r}"
            raise RuntimeError(message)
        return Server(process, line.partition("listens on ")[2].split()[0])

    def close(self) -> None:
        """Stop PostgreSQL and leave nothing behind."""
        self.database.close()
        remove_cluster(self.cluster)
        shutil.rmtree(self.folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Server:
    """Running worker processes, and where they are reached."""

    process: subprocess.Popen[str]
    url: str

    def stop(self) -> None:
        """All of them."""
        self.process.terminate()
        self.process.wait(STOP_TIMEOUT_SECONDS)


def set_city(folder: Path, accounts: int) -> City:
    """A cluster of its own with a book of so many consumers, one open bill each."""
    cluster = new_cluster()
    cluster.start(*PRODUCTION)
    cluster.run("CREATE DATABASE city")
    url = cluster.url("city")
    database = open_database(url)
    upgrade(database)
    numbers = range(accounts)
    book_load.load_book(
        database,
        (consumer(str(FIRST_ACCOUNT + number)) for number in numbers),
        (open_bill(str(FIRST_ACCOUNT + number)) for number in numbers),
    )
    return City(folder, cluster, url, database, server_key(folder), accounts)


def open_bill(account_no: str) -> BillTold:
    """As ``tests.local_db.year`` names it, so that ledgers written there name bills the centre knows."""
    return bill(account_no, LARGE_PAISE, bill_no=f"B2611-{account_no}")
