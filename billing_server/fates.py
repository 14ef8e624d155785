"""The rules that decide a message's fate. Pure: what stands at the centre comes in, a decision goes out.

Money is never refused: whatever the centre thinks of a payment, it happened and is kept. A decision says whether it
goes into a bill (``wire.exchange.IN_THE_BILL``) or waits for a person.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.exchange import Fate
from counter_app.wire.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_NUMBER = 2**62
"""Sums in paise and times in microseconds beyond this fit no column."""
MOST_TEXT_CHARACTERS = 200
"""Longer names fit no index."""
_MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True, order=True)
class MessageKey:
    """Names one message for ever."""

    counter_id: str
    epoch: int
    sequence: int

    def __str__(self) -> str:
        """``C07/1/15``: the centre's reference for a booking."""
        return f"{self.counter_id}/{self.epoch}/{self.sequence}"


@dataclass(slots=True)
class BillStanding:
    """An open bill as it stands now; ``received_paise`` grows as payments are booked."""

    bill_no: str
    bill_date: str
    due_date: str
    payable_by_due_paise: int
    payable_after_due_paise: int
    received_paise: int

    def outstanding_on(self, day: str) -> int:
        """What is still asked for on that ISO date, in paise; negative is a credit."""
        payable = (
            self.payable_by_due_paise if day <= self.due_date else self.payable_after_due_paise
        )
        return payable - self.received_paise


@dataclass(slots=True)
class AccountStanding:
    """A consumer's account with its open bills, oldest first."""

    is_removed: bool
    bills: list[BillStanding] = field(default_factory=list)


@dataclass(slots=True)
class Standing:
    """All the centre knows that bears on the payments of a batch. Deciding in order keeps it up to date."""

    accounts: dict[str, AccountStanding] = field(default_factory=dict)
    payment_ids: set[str] = field(default_factory=set)
    rrn_owners: dict[str, MessageKey] = field(default_factory=dict)
    paid: dict[tuple[str, str, int], set[str]] = field(default_factory=dict)
    """Account, business date, paise: the counters where such a payment was taken."""


@dataclass(frozen=True, slots=True)
class TimeBracket:
    """Between which signed times a message can have been recorded, with the tolerance in microseconds."""

    not_before_us: int
    now_us: int
    tolerance_us: int

    @classmethod
    def of(cls, enrolled_us: int, now_us: int, tolerance_seconds: int) -> TimeBracket:
        """From the beginning of the epoch to now."""
        return cls(enrolled_us, now_us, tolerance_seconds * _MICROSECONDS)

    def holds(self, recorded_us: int, last_server_time_us: int) -> bool:
        """Whether the counter's clock agrees with the last signed time it had, and with ours."""
        earliest = self.not_before_us
        if last_server_time_us <= self.now_us:
            earliest = max(earliest, last_server_time_us)
        return earliest - self.tolerance_us <= recorded_us <= self.now_us + self.tolerance_us


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a payment for one bill: the one told, and the one booked (empty for none)."""

    told_bill_no: str
    booked_bill_no: str
    amount_paise: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A fate, the booking or the reason, and where the money went."""

    fate: Fate
    reference: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageRead:
    """A message as it came. ``message`` is None when it cannot be applied, for ``reason``."""

    key: MessageKey
    raw: bytes
    hash: bytes
    message: Message | None
    reason: str

    @property
    def payment(self) -> PaymentTaken | None:
        """The payment it tells, if any that can be applied."""
        body = self.message.body if self.message is not None else None
        return body if isinstance(body, PaymentTaken) else None

    @property
    def kind(self) -> str:
        """The body's kind, ``unknown`` for one that cannot be applied."""
        if self.message is None:
            return "unknown"
        return str(self.message.body.__struct_config__.tag)


def read_message(key: MessageKey, raw: bytes, chain_hash: bytes) -> MessageRead:
    """Read a message. Never raises: what cannot be applied is kept with the reason why."""
    try:
        message = msgspec.json.decode(raw, type=Message)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return MessageRead(key, raw, chain_hash, None, "not_understood")
    if (message.counter_id, message.epoch, message.sequence) != (
        key.counter_id,
        key.epoch,
        key.sequence,
    ):
        return MessageRead(key, raw, chain_hash, None, "names_another_place")
    reason = ""
    if isinstance(message.body, PaymentTaken):
        reason = _why_not_applicable(message.body, message)
    return MessageRead(key, raw, chain_hash, message if not reason else None, reason)


def decide(read: MessageRead, standing: Standing, bracket: TimeBracket) -> Decision:
    """The fate of one message; ``standing`` is brought up to date with it."""
    if read.message is None:
        return Decision(Fate.NOT_APPLIED, read.reason)
    payment = read.payment
    if payment is None:
        return Decision(Fate.NOTED, str(read.key))
    if payment.payment_id in standing.payment_ids:
        return Decision(Fate.NOT_APPLIED, "payment_told_before")
    standing.payment_ids.add(payment.payment_id)
    decision = _doubt(read, payment, standing, bracket) or _book(read.key, payment, standing)
    seen_at = standing.paid.setdefault(_likeness(payment), set())
    seen_at.add(read.key.counter_id)
    return decision


def rrns_of(payment: PaymentTaken) -> list[str]:
    """The references of its card sales."""
    return [tender.card.rrn for tender in payment.tenders if tender.card is not None]


def _doubt(
    read: MessageRead, payment: PaymentTaken, standing: Standing, bracket: TimeBracket
) -> Decision | None:
    """The reason to keep this money out of every bill until a person looked; None for none."""
    account = standing.accounts.get(payment.account_no)
    fate, reference = None, ""
    rrns = rrns_of(payment)
    owners = [standing.rrn_owners.get(rrn, read.key) for rrn in rrns]
    others = sorted(standing.paid.get(_likeness(payment), set()) - {read.key.counter_id})
    assert read.message is not None
    clock = read.message.clock
    if account is None:
        fate = Fate.UNKNOWN_ACCOUNT
    elif account.is_removed:
        fate = Fate.ACCOUNT_CLOSED
    elif len(set(rrns)) < len(rrns) or any(owner != read.key for owner in owners):
        fate = Fate.DUPLICATE_INSTRUMENT
        reference = ",".join(str(owner) for owner in owners)
    elif not bracket.holds(clock.utc_us, clock.server_time_us):
        fate = Fate.TIME_DOUBTFUL
    elif others:
        fate, reference = Fate.POSSIBLE_DOUBLE, ",".join(others)
    elif not account.bills:
        fate, reference = Fate.NOT_APPLIED, "no_open_bill"
    if fate is None:
        return None
    return Decision(fate, reference, tuple(_unbooked(payment)))


def _unbooked(payment: PaymentTaken) -> Iterator[Part]:
    for part in payment.allocations:
        yield Part(part.bill_no, "", part.amount_paise)


def _book(key: MessageKey, payment: PaymentTaken, standing: Standing) -> Decision:
    """Into the bills it names; into the newest where such a bill is no longer open (as the counter does)."""
    bills = {bill.bill_no: bill for bill in standing.accounts[payment.account_no].bills}
    newest = standing.accounts[payment.account_no].bills[-1]
    fate, parts = Fate.POSTED, []
    for part in payment.allocations:
        bill = bills.get(part.bill_no)
        if bill is None:
            bill, fate = newest, Fate.BILL_REVISED
        if fate is Fate.POSTED and part.amount_paise > bill.outstanding_on(payment.business_date):
            fate = Fate.PAID_MEANWHILE
        bill.received_paise += part.amount_paise
        parts.append(Part(part.bill_no, bill.bill_no, part.amount_paise))
    return Decision(fate, str(key), tuple(parts))


def _likeness(payment: PaymentTaken) -> tuple[str, str, int]:
    return (payment.account_no, payment.business_date, payment.amount_paise)


def _why_not_applicable(payment: PaymentTaken, message: Message) -> str:
    """What keeps a payment from being written down as one, empty when nothing does."""
    if not all(_is_storable(text) for text in _texts(payment)):
        return "text_not_storable"
    if any(abs(number) > LARGEST_NUMBER for number in _numbers(payment, message)):
        return "number_not_storable"
    if not _is_date(payment.business_date):
        return "date_wrong"
    amounts = [tender.amount_paise for tender in payment.tenders]
    parts = [part.amount_paise for part in payment.allocations]
    sums = {payment.amount_paise, sum(amounts), sum(parts)}
    if min([*amounts, *parts], default=0) <= 0 or len(sums) > 1:
        return "sums_differ"
    if sum(posting.amount_paise for posting in payment.postings):
        return "entry_not_balanced"
    return ""


def _texts(payment: PaymentTaken) -> Iterator[str]:
    yield from (payment.payment_id, payment.receipt_no, payment.account_no, payment.cashier_id)
    yield from (part.bill_no for part in payment.allocations)
    yield from rrns_of(payment)


def _numbers(payment: PaymentTaken, message: Message) -> Iterator[int]:
    yield from (payment.amount_paise, message.clock.utc_us, message.clock.server_time_us)
    yield from (tender.amount_paise for tender in payment.tenders)
    yield from (part.amount_paise for part in payment.allocations)


def _is_storable(text: str) -> bool:
    return len(text) <= MOST_TEXT_CHARACTERS and "\x00" not in text


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
