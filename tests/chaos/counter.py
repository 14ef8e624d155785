"""A counter as it is: encrypted books on disk, the real verbs, the real link. Its clock alone is the game's."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.identity import IST
from counter_app.sync.request_signing import PairSigner
from counter_app.sync.server_link import ServerLink
from counter_app.use_cases.enrol import Enrol
from counter_app.use_cases.fetch_snapshot import FetchSnapshot
from counter_app.use_cases.instruments import ListInstruments, ReturnInstrument
from counter_app.use_cases.look_up import ViewStatus
from counter_app.use_cases.open_account import OpenAccount
from counter_app.use_cases.open_shift import OpenShift
from counter_app.use_cases.pull_bills import PullBills
from counter_app.use_cases.pull_receipt_keys import PullReceiptKeys
from counter_app.use_cases.pull_results import PullResults
from counter_app.use_cases.push_outbox import BatchSize, PushOutbox
from counter_app.use_cases.reverse_payment import ReversePayment, WeighReversal
from counter_app.use_cases.run_round import RunRound
from counter_app.use_cases.take_payment import TakePayment
from counter_app.use_cases.telling import Telling
from counter_app.wire.messages import ClockEvidence, microseconds
from local_db.bill_book import open_bills
from local_db.engine import open_ledger
from tests.builders import CASHIER_ID, FLOAT
from tests.fakes.key_shelf import FakeKeyShelf
from tests.fakes.keys import FakeAddress, FakeKeys

if TYPE_CHECKING:
    from counter_app.domain.identity import AccountNo
    from counter_app.use_cases.ports import BillingServer, BillsAsTold
    from counter_app.wire.exchange import Certificate

KEY = bytes(range(32))
MICROSECONDS = 1_000_000
RECONCILE_FROM_HOUR = 18
_MINUTES_AHEAD_OF_UTC = 330


@dataclass(slots=True)
class GameTime:
    """Time that goes only when told, the centre's and everybody's."""

    us: int

    def passes(self, seconds: float) -> None:
        self.us += int(seconds * MICROSECONDS)


@dataclass(slots=True)
class RoughClock:
    """A counter's clock: off by ``off``, which jumps; the monotonic one begins anew with each boot."""

    time: GameTime
    off: timedelta = timedelta(0)
    boots: int = 1
    booted_us: int = 0

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.time.us / MICROSECONDS, IST) + self.off

    def evidence(self, server_time_us: int) -> ClockEvidence:
        return ClockEvidence(
            utc_us=microseconds(self.now()),
            offset_minutes=_MINUTES_AHEAD_OF_UTC,
            monotonic_us=self.time.us - self.booted_us,
            boot_id=f"boot-{self.boots}",
            server_time_us=server_time_us,
        )

    def boot(self) -> None:
        self.boots += 1
        self.booted_us = self.time.us


@dataclass(slots=True)
class CountedIds:
    """Identifiers of version 7 in a row, apart for each counter, going on after a restart."""

    place: int
    given: int = 0

    def fresh(self) -> UUID:
        self.given += 1
        return UUID(int=(0x01930000_0000_7000_8000 << 48) | (self.place << 32) | self.given)


@dataclass
class RealCounter:
    """One counter in its folder. ``restart`` closes its books and opens them again."""

    counter_id: str
    folder: Path
    clock: RoughClock
    ids: CountedIds
    url: str
    keys: FakeKeys = field(default_factory=lambda: FakeKeys(pairs={}))
    size: BatchSize = field(default_factory=BatchSize)

    def __post_init__(self) -> None:
        """On its first day."""
        self.folder.mkdir(parents=True)
        shutil.copy(_empty_ledger(), self.ledger_path)
        self.keys.made = self.ids.place * 1_000
        self.open()

    @property
    def ledger_path(self) -> Path:
        return self.folder / "ledger.db"

    def open(self) -> None:
        """As the program does when it is started."""
        self.ledger = open_ledger(self.ledger_path, KEY)
        self.bills = open_bills(self.folder / "bills", KEY)
        self.link = ServerLink(
            address=lambda: self.url,
            certificate=self.certificate,
            signer=lambda public_key: PairSigner(self.keys.signer_for(public_key)),
            now=self.clock.now,
        )
        self.make_verbs(self.link, self.bills)

    def make_verbs(self, server: BillingServer, told: BillsAsTold) -> None:
        """The verbs of this link and these bills; tests of the proof itself give others."""
        telling = Telling(self.clock, self.ids, self.keys)
        self.enrol = Enrol(self.ledger, server, self.keys, FakeAddress(), self.clock)
        self.open_shift = OpenShift(self.ledger, telling)
        self.open_account = OpenAccount(self.ledger, told)
        self.take_payment = TakePayment(self.ledger, told, telling)
        self.list_instruments = ListInstruments(self.ledger)
        self.return_instrument = ReturnInstrument(self.ledger, telling)
        self.weigh_reversal = WeighReversal(self.ledger, self.clock)
        self.reverse_payment = ReversePayment(self.ledger, telling)
        self.view_status = ViewStatus(self.ledger, told, self.clock, RECONCILE_FROM_HOUR)
        self.push_outbox = PushOutbox(self.ledger, server, self.clock, self.size)
        snapshots = FetchSnapshot(self.link, self.bills.parts, self.clock)
        self.pull_bills = PullBills(self.ledger, told, self.bills, server, self.clock, snapshots)
        self.pull_results = PullResults(self.ledger, server, self.clock)
        self.run_round = RunRound(
            self.push_outbox,
            self.pull_bills,
            self.pull_results,
            PullReceiptKeys(FakeKeyShelf(), server, self.clock),
            self.clock,
        )

    def begin(self, code: str) -> None:
        """Enrol over a good line, fetch the bills, open the shift."""
        self.enrol(self.url, code)
        self.run_round()
        self.open_shift(CASHIER_ID, FLOAT)

    def certificate(self) -> Certificate | None:
        with self.ledger.open_books() as books:
            return books.enrolment.certificate()

    @property
    def public_key(self) -> bytes:
        """Of its one epoch."""
        (key,) = self.keys.pairs
        return key

    def outstanding_paise(self, account_no: AccountNo) -> int:
        """What the screen shows as outstanding now."""
        account = self.open_account(account_no)
        return account.outstanding_on(self.clock.now().date()).paise

    def close(self) -> None:
        self.link.close()
        self.bills.close()
        self.ledger.close()


@functools.cache
def _empty_ledger() -> Path:
    """A ledger of the newest form with nothing in it: made once a process, copied for each counter."""
    folder = Path(tempfile.mkdtemp(prefix="kesco-chaos-ledger-"))
    atexit.register(shutil.rmtree, folder)
    path = folder / "ledger.db"
    open_ledger(path, KEY).close()
    return path
