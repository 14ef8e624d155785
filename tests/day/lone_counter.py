"""A counter's real ledger, bills and link without its window, with the verbs that a measurement needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from counter_app.launch import Counter
from counter_app.sync.request_signing import PairSigner
from counter_app.sync.server_link import ServerLink
from counter_app.use_cases.fetch_snapshot import FetchSnapshot
from counter_app.use_cases.pull_bills import PullBills
from counter_app.use_cases.take_payment import TakePayment
from counter_app.use_cases.telling import Telling
from counter_app.workstation.clock import RisingIds, SystemClock
from counter_app.workstation.keys import Keys
from counter_app.workstation.own_program import builder_command
from counter_app.workstation.secret_files import SecretFiles
from local_db.bill_book import open_bills
from local_db.engine import open_ledger
from tests.day.bench_payments import orders

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.bill import Mark
    from counter_app.domain.payment import PaymentOrder
    from counter_app.use_cases.views import Taken
    from counter_app.wire.exchange import Certificate
    from local_db.bill_book import BillSnapshot
    from local_db.ledger import EncryptedLedger
    from tests.day.stage import Stage

NEVER = timedelta(days=10**6)


class BillsMarked:
    """Bills that are read as they are, but say to reach as far as a measurement wants."""

    def __init__(self, bills: BillSnapshot, mark: Mark) -> None:
        self._mark = mark
        self.find, self.account = bills.find, bills.account
        self.beside, self.version = bills.beside, bills.version

    def mark(self) -> Mark:
        """As wanted."""
        return self._mark


@dataclass(slots=True)
class LoneCounter:
    """What is open of a counter."""

    ledger: EncryptedLedger
    bills: BillSnapshot
    link: ServerLink
    clock: SystemClock
    take_payment: Callable[[PaymentOrder], Taken]

    def pull(self, fetch: FetchSnapshot, mark: Mark | None = None) -> PullBills:
        """A pull from this mark, or from the one in hand."""
        read = self.bills if mark is None else BillsMarked(self.bills, mark)
        return PullBills(self.ledger, read, self.bills, self.link, self.clock, fetch)

    def no_snapshots(self) -> FetchSnapshot:
        """Pages alone."""
        return FetchSnapshot(self.link, self.bills.parts, self.clock, ask_after=NEVER)

    def close(self) -> None:
        """Let go of all."""
        self.link.close()
        self.bills.close()
        self.ledger.close()


def open_counter(stage: Stage) -> LoneCounter:
    """Open the counter of this stage; its window must not be."""
    keys = Keys([SecretFiles(stage.places.secrets)])
    key = keys.ledger_key(is_ledger_there=True)
    ledger = open_ledger(stage.places.ledger, key)
    bills = open_bills(stage.places.bills, key, builder_command())
    clock = SystemClock()

    def certificate() -> Certificate | None:
        with ledger.open_books() as books:
            return books.enrolment.certificate()

    link = ServerLink(
        address=lambda: stage.server.url,
        certificate=certificate,
        signer=lambda public_key: PairSigner(keys.signer_for(public_key)),
        now=clock.now,
    )
    take = TakePayment(ledger, bills, Telling(clock, RisingIds(), keys))
    return LoneCounter(ledger, bills, link, clock, take)


def orders_of(stage: Stage, most: int) -> list[PaymentOrder]:
    """Full payments in cash, one an account; made before a lone counter is opened."""
    counter = Counter(stage.places)
    try:
        return list(islice(orders(counter.desk, stage.consumers, stage.seed), most))
    finally:
        counter.close()
