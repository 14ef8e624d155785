"""The centre in memory: books every message once, answers a repeat as it did the first time, may lose answers.

It proves what a counter sends (chain, head signature) and tells bills less what it booked, so a test can hold
the counter's position against the truth.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.payment import Toward
from counter_app.use_cases.snapshot_ports import CursorUnknownError
from counter_app.wire.bodies import InstrumentReturned, PaymentTaken
from counter_app.wire.canonical import (
    NO_HEAD,
    chain_hash,
    head_is_signed,
    key_id_of,
    raw_of,
    sign_answer,
    text_of,
)
from counter_app.wire.exchange import (
    IN_THE_BILL,
    Acknowledgement,
    Changes,
    DayTotals,
    Enrolment,
    Fate,
    FateTold,
    Head,
    MarkTold,
    Refused,
    SeenThrough,
)
from counter_app.wire.messages import Message
from counter_app.wire.receipt_keys import ReceiptKeys
from counter_app.wire.results import Results
from tests.builders import COUNTER_ID, COUNTER_KEY, NOW, SERVER_KEY, a_certificate, a_roster
from tests.fakes.server_days import day_page, day_totals, kept_payment
from tests.fakes.snapshots import FakeSnapshots
from tests.fakes.told import bill_told, consumer_told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from counter_app.domain.bill import Bill
    from counter_app.domain.consumer import Consumer
    from counter_app.wire.canonical import KeyPair
    from counter_app.wire.days import DayPayments, PaymentKept
    from counter_app.wire.exchange import Batch, Certificate, EnrolmentRequest, Person
    from counter_app.wire.lists import ChequeBarTold, RenumberedTold
    from counter_app.wire.results import ResultTold
    from counter_app.wire.rules import PolicyTold
    from counter_app.wire.snapshot import BlobTold, Manifest
    from counter_app.wire.told_parts import AllocationTold

CODE = "KQ7MP2XA"
_TICK_US = 1_000_000


class Mishap(Enum):
    """What may go wrong with one request."""

    NONE = auto()
    NOT_REACHED = auto()
    ANSWER_LOST = auto()
    BUSY = auto()


@dataclass(frozen=True, slots=True)
class GapTold:
    """The centre expects this sequence next."""

    expected: int


@dataclass(frozen=True, slots=True)
class Booked:
    """One message at the centre, with what it answers for ever."""

    raw: bytes
    message: Message
    head: bytes
    fate: FateTold
    server_time_us: int


def posts_all(message: Message) -> Fate:
    """The usual fates."""
    is_money = isinstance(message.body, PaymentTaken | InstrumentReturned)
    return Fate.POSTED if is_money else Fate.NOTED


def reads_all(message: Message) -> bool:
    """Nothing is unreadable."""
    return message is None


def as_it_came(entered: dict[int, list[PaymentKept]]) -> dict[int, list[PaymentKept]]:
    """Nobody meddles."""
    return entered


@dataclass
class FakeServer:
    """The centre. ``mishaps`` befall pushes one after another; ``gone`` befalls everything."""

    key: KeyPair = SERVER_KEY
    epoch_keys: dict[int, bytes] = field(default_factory=lambda: {1: COUNTER_KEY.public_key})
    fate_of: Callable[[Message], Fate] = posts_all
    gone: FaultCode | None = None
    mishaps: deque[Mishap] = field(default_factory=deque)
    is_last_page_lost: bool = False
    most_messages: int = 500
    booked: dict[int, list[Booked]] = field(default_factory=dict)
    heads_before: dict[int, bytes] = field(default_factory=dict)
    pushed: list[tuple[int, int, int]] = field(default_factory=list)
    accounts: dict[str, tuple[Consumer, tuple[Bill, ...]]] = field(default_factory=dict)
    changed_at: dict[str, int] = field(default_factory=dict)
    cursor: int = 0
    rows_on_page: int = 100
    roster: tuple[Person, ...] | None = None
    policy: PolicyTold | None = None
    keys_told: ReceiptKeys = field(default_factory=lambda: ReceiptKeys("0", 0, "", (), (), ""))
    barred: tuple[ChequeBarTold, ...] = ()
    renumbered: tuple[RenumberedTold, ...] = ()
    decided: list[ResultTold] = field(default_factory=list)
    snapshots: FakeSnapshots = field(default_factory=FakeSnapshots)
    codes: dict[str, Callable[[bytes], Certificate]] = field(default_factory=dict)
    is_unreadable: Callable[[Message], bool] = reads_all
    """Payments that cannot be entered; ``fate_of`` gives them NOT_APPLIED."""

    meddle: Callable[[dict[int, list[PaymentKept]]], dict[int, list[PaymentKept]]] = as_it_came
    """What somebody does to the payments it keeps."""

    time_us: int = int(NOW.timestamp()) * _TICK_US

    # what the billing department does

    def bills(self, consumer: Consumer, *bills: Bill) -> None:
        """Bill this consumer: replaces what was told before."""
        self.accounts[consumer.account_no] = (consumer, bills)
        self._note_change(consumer.account_no)

    def forgets_after(self, epoch: int, sequence: int) -> None:
        """Restored from a backup: what came later is gone."""
        self.booked[epoch] = self.booked[epoch][:sequence]

    def gives_code(self, code: str = CODE, *, epoch: int = 1) -> str:
        """Issue a one-time code; the whole text a technician types."""
        self.codes[code] = lambda public_key: a_certificate(
            public_key, epoch=epoch, receipt_series=f"KID07{chr(ord('A') + epoch - 1)}"
        )
        return f"{code}-{key_id_of(self.key.public_key)}"

    def builds_snapshot(self) -> None:
        """Of this moment."""
        accounts = {
            no: (
                consumer_told(consumer),
                tuple(
                    bill_told(replace(bill, received=bill.received + self.received(bill, bills)))
                    for bill in bills
                ),
            )
            for no, (consumer, bills) in self.accounts.items()
        }
        nothing = Changes(0, self.cursor, (), (), ())
        beside = msgspec.structs.replace(nothing, policy=self.policy) if self.policy else None
        self.snapshots.build(accounts, self.cursor, self.time_us, beside)

    # what a counter asks

    def enrol(
        self, server_url: str, server_key_id: str, request: EnrolmentRequest
    ) -> tuple[Certificate, tuple[Person, ...], bytes]:
        self._be_reached()
        if server_key_id != key_id_of(self.key.public_key):
            raise Fault(FaultCode.SERVER_NOT_OURS, "another key")
        public_key, head = raw_of(request.public_key), raw_of(request.previous_head)
        make = self.codes.pop(request.code, None)
        if make is None or not head_is_signed(public_key, head, raw_of(request.proof)):
            raise Refusal(RefusalCode.ENROLMENT_CODE_REFUSED)
        certificate = make(public_key)
        self.epoch_keys[certificate.epoch] = public_key
        self.heads_before[certificate.epoch] = head
        roster = self.roster or a_roster()
        return certificate, roster, sign_answer(self.key, Enrolment(certificate, roster))

    def push(self, epoch: int, batch: Batch) -> tuple[Acknowledgement, bytes] | GapTold:
        mishap = self.mishaps.popleft() if self.mishaps else Mishap.NONE
        self._be_reached(mishap)
        if len(batch.messages) > self.most_messages:
            raise Fault(FaultCode.SERVER_WANTS_LESS, "413")
        last = batch.first + len(batch.messages) - 1
        self.pushed.append((epoch, batch.first, last))
        known = self.booked.setdefault(epoch, [])
        if batch.first > len(known) + 1:
            return GapTold(len(known) + 1)
        head = known[batch.first - 2].head if batch.first > 1 else self._head_before(epoch)
        if raw_of(batch.previous) != head:
            raise Fault(FaultCode.SERVER_FORK, "linked to another message")
        arrived = []
        for raw in map(bytes, batch.messages):
            head = chain_hash(head, raw)
            arrived.append((raw, head))
        if not head_is_signed(self.epoch_keys[epoch], head, raw_of(batch.head_signature)):
            raise Fault(FaultCode.SERVER_REFUSED_COUNTER, "head signature")
        for sequence, (raw, link) in enumerate(arrived, start=batch.first):
            self._book(known, epoch, sequence, raw, link)
        if mishap is Mishap.ANSWER_LOST:
            raise Fault(FaultCode.SERVER_NOT_REACHED, "the answer was lost")
        return self._acknowledge(epoch, known[batch.first - 1 : last])

    def changes(self, since: int) -> Changes:
        self._be_reached()
        if since > self.cursor:
            raise CursorUnknownError(since)
        changed = sorted((at, no) for no, at in self.changed_at.items() if at > since)
        page, rest = changed[: self.rows_on_page], changed[self.rows_on_page :]
        if self.is_last_page_lost and not rest:
            raise Fault(FaultCode.SERVER_NOT_REACHED, "the last page was lost")
        accounts = [self.accounts[no] for _, no in page]
        return Changes(
            since=since,
            next_cursor=page[-1][0] if rest else self.cursor,
            consumers=tuple(consumer_told(consumer) for consumer, _ in accounts),
            bills=tuple(
                bill_told(replace(bill, received=bill.received + self.received(bill, bills)))
                for _, bills in accounts
                for bill in bills
            ),
            removed=(),
            roster=None if rest else self.roster,
            mark=None if rest else self._mark(),
            policy=None if rest else self.policy,
            barred=self.barred if self.barred and not rest else msgspec.UNSET,
            renumbered=self.renumbered if self.renumbered and not rest else msgspec.UNSET,
        )

    def manifest(self, have: int) -> Manifest | None:
        self._be_reached()
        told = self.snapshots.manifest
        if told is None:
            return None
        steps = tuple(step for step in told.deltas if step.cursor > have)
        is_reached = bool(steps) and have and steps[0].since <= have
        return msgspec.structs.replace(told, have=have, deltas=steps if is_reached else ())

    def part(self, told: BlobTold, first: int, take: Callable[[bytes], None]) -> bool:
        self._be_reached()
        return self.snapshots.give(told, first, take)

    def head(self, epoch: int) -> Head:
        self._be_reached()
        known = self.booked.get(epoch, [])
        head = known[-1].head if known else self._head_before(epoch)
        return Head(COUNTER_ID, epoch, len(known), text_of(head), self.time_us)

    def day(self, business_date: date) -> DayTotals:
        """The sums alone."""
        return self.signed_day(business_date)[0]

    def signed_day(self, business_date: date) -> tuple[DayTotals, bytes]:
        self._be_reached()
        told = day_totals(self.kept_payments(), self.uptos(), business_date.isoformat())
        return told, sign_answer(self.key, told)

    def receipt_keys(self, version: str) -> tuple[ReceiptKeys, bytes] | None:
        self._be_reached()
        told = self.keys_told
        return None if told.version == version else (told, sign_answer(self.key, told))

    def day_payments(
        self, epoch: int, business_date: date, after: int, first: int, last: int
    ) -> DayPayments:
        self._be_reached()
        return day_page(
            (self.kept_payments().get(epoch, []), self.not_entered(epoch)),
            (epoch, business_date.isoformat()),
            (after, first, last),
            self.rows_on_page,
        )

    def kept_payments(self) -> dict[int, list[PaymentKept]]:
        """What it entered, by epoch, once somebody meddled with it."""
        entered: dict[int, list[PaymentKept]] = {}
        for one in self.all_booked():
            body, message = one.message.body, one.message
            if isinstance(body, PaymentTaken) and not self.is_unreadable(message):
                kept = kept_payment(message.sequence, body, one.fate.fate)
                entered.setdefault(message.epoch, []).append(kept)
        return self.meddle(entered)

    def not_entered(self, epoch: int) -> list[int]:
        """Messages it keeps and could not enter as a payment."""
        known = self.booked.get(epoch, [])
        return [one.message.sequence for one in known if self.is_unreadable(one.message)]

    def uptos(self) -> dict[int, int]:
        """How far it has handled each epoch."""
        return {epoch: len(known) for epoch, known in self.booked.items() if known}

    def results(self, after: int) -> Results:
        self._be_reached()
        page = self.decided[after : after + self.rows_on_page]
        return Results(COUNTER_ID, after, len(self.decided), tuple(page))

    # what the centre knows

    def all_booked(self) -> list[Booked]:
        """Every message, in order of epochs."""
        return [one for _, known in sorted(self.booked.items()) for one in known]

    def received(self, bill: Bill, bills: tuple[Bill, ...]) -> Money:
        """What was booked towards this bill: a part without a bill number goes to the newest of the account."""
        newest = max(bills, key=lambda one: (one.bill_date, one.bill_no))
        paise = 0
        for account_no, part, sign in self._booked_parts():
            is_newest = not part.bill_no and bill == newest and account_no == bill.account_no
            if part.toward is not Toward.HEAD and (part.bill_no == bill.bill_no or is_newest):
                paise += sign * part.amount_paise
        return Money(paise)

    def _booked_parts(self) -> Iterator[tuple[str, AllocationTold, int]]:
        """The parts of payments that are in the bills, and what returns took out again."""
        in_bills: set[str] = set()
        for one in self.all_booked():
            body = one.message.body
            if isinstance(body, PaymentTaken) and one.fate.fate in IN_THE_BILL:
                in_bills.add(body.payment_id)
                for part in body.allocations:
                    yield body.account_no, part, 1
            elif isinstance(body, InstrumentReturned):
                for undone in body.parts:
                    for part in undone.allocations if undone.payment_id in in_bills else ():
                        yield undone.account_no, part, -1

    def _be_reached(self, mishap: Mishap = Mishap.NONE) -> None:
        if self.gone is not None:
            raise Fault(self.gone)
        if mishap is Mishap.NOT_REACHED:
            raise Fault(FaultCode.SERVER_NOT_REACHED, "no route")
        if mishap is Mishap.BUSY:
            raise Fault(FaultCode.SERVER_BUSY, retry_after_seconds=30.0)

    def _head_before(self, epoch: int) -> bytes:
        return self.heads_before.get(epoch, NO_HEAD)

    def _note_change(self, account_no: str) -> None:
        self.cursor += 1
        self.changed_at[account_no] = self.cursor

    def _book(
        self, known: list[Booked], epoch: int, sequence: int, raw: bytes, head: bytes
    ) -> None:
        if sequence <= len(known):
            if known[sequence - 1].raw != raw:
                raise Fault(FaultCode.SERVER_FORK, f"another message {sequence}")
            return
        message = msgspec.json.decode(raw, type=Message)
        if (message.epoch, message.sequence) != (epoch, sequence):
            raise Fault(FaultCode.SERVER_REFUSED_COUNTER, "a message out of its place")
        self.time_us += _TICK_US
        fate = FateTold(sequence, self.fate_of(message), f"CB{epoch}-{sequence}")
        known.append(Booked(raw, message, head, fate, self.time_us))
        body = message.body
        accounts = [body.account_no] if isinstance(body, PaymentTaken) else []
        if isinstance(body, InstrumentReturned):
            accounts = [part.account_no for part in body.parts]
        for account_no in accounts:
            if account_no in self.accounts:
                self._note_change(account_no)

    def _acknowledge(self, epoch: int, part: list[Booked]) -> tuple[Acknowledgement, bytes]:
        last = part[-1]
        answer = Acknowledgement(
            counter_id=COUNTER_ID,
            epoch=epoch,
            upto=last.message.sequence,
            head=text_of(last.head),
            server_time_us=last.server_time_us,
            fates=tuple(one.fate for one in part),
        )
        return answer, sign_answer(self.key, answer)

    def _mark(self) -> MarkTold:
        return MarkTold(
            cursor=self.cursor,
            as_on_us=self.time_us,
            seen_through=tuple(
                SeenThrough(epoch, len(known))
                for epoch, known in sorted(self.booked.items())
                if known
            ),
            refused=tuple(
                Refused(one.message.epoch, one.message.sequence)
                for one in self.all_booked()
                if one.fate.fate not in IN_THE_BILL
            ),
        )
