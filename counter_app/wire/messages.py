"""Messages: what a counter tells the centre (protocol, section 2). Sums are whole paise, times are UTC microseconds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.tender import CardTender, CashTender, Tender, TenderKind
from counter_app.wire.canonical import canonical_bytes, chain_hash

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.payment import Payment
    from counter_app.domain.shift import Shift
    from counter_app.wire.canonical import Signer

PROTOCOL_VERSION = 1
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class CardReference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A card sale as the terminal's slip says; never a card number."""

    network: str
    last4: str
    rrn: str
    approval_code: str
    tid: str
    mid: str
    batch: str
    invoice: str


class TenderTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """One tender of a payment; ``given_paise`` for cash only, ``card`` for card only."""

    kind: TenderKind
    amount_paise: int
    given_paise: int | None = None
    card: CardReference | None = None


class AllocationTold(msgspec.Struct, frozen=True):
    """The part that settles one bill."""

    bill_no: str
    amount_paise: int


class PostingTold(msgspec.Struct, frozen=True):
    """One movement of the entry; a debit is positive."""

    account: LedgerAccount
    amount_paise: int


class PaymentTaken(msgspec.Struct, frozen=True, tag="payment_taken", tag_field="kind"):
    """A payment happened. It is never refused, whatever the centre thinks of it."""

    payment_id: str
    receipt_no: str
    account_no: str
    amount_paise: int
    settlement: str
    tenders: tuple[TenderTold, ...]
    allocations: tuple[AllocationTold, ...]
    postings: tuple[PostingTold, ...]
    outstanding_before_paise: int
    balance_paise: int
    cashier_id: str
    shift_id: str
    business_date: str
    payer: str = ""


class ShiftOpened(msgspec.Struct, frozen=True, tag="shift_opened", tag_field="kind"):
    """A cashier counted a float and began."""

    shift_id: str
    shift_no: int
    cashier_id: str
    business_date: str
    opening_float_paise: int


class ReceiptReprinted(msgspec.Struct, frozen=True, tag="receipt_reprinted", tag_field="kind"):
    """A duplicate was printed."""

    receipt_no: str
    copy_no: int
    cashier_id: str


Body = PaymentTaken | ShiftOpened | ReceiptReprinted


class ClockEvidence(msgspec.Struct, frozen=True):
    """What the computer's clocks said; evidence with a grade, never the order of things.

    ``monotonic_us`` counts since an arbitrary moment of boot ``boot_id``; ``server_time_us`` is the last
    signed server time known, 0 for none.
    """

    utc_us: int
    offset_minutes: int
    monotonic_us: int
    boot_id: str
    server_time_us: int


class Message(msgspec.Struct, frozen=True):
    """One thing told. Its exact bytes are hashed, signed, stored and sent, and never made again."""

    version: int
    message_id: str
    counter_id: str
    epoch: int
    sequence: int
    clock: ClockEvidence
    snapshot_version: str
    body: Body


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last message of a counter: 0 and 32 zero bytes before the first of all."""

    epoch: int
    sequence: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class SealedMessage:
    """A message in its final form: bytes, link and signature (64 bytes, by the epoch's key)."""

    message: Message
    raw: bytes
    previous: bytes
    hash: bytes
    signature: bytes


def seal(
    body: Body,
    *,
    message_id: UUID,
    counter_id: str,
    epoch: int,
    head: ChainHead,
    clock: ClockEvidence,
    snapshot_version: str,
    signer: Signer,
) -> SealedMessage:
    """Make the next message of the chain. A new epoch begins at sequence 1 and links to the old head."""
    message = Message(
        version=PROTOCOL_VERSION,
        message_id=str(message_id),
        counter_id=counter_id,
        epoch=epoch,
        sequence=head.sequence + 1 if head.epoch == epoch else 1,
        clock=clock,
        snapshot_version=snapshot_version,
        body=body,
    )
    raw = canonical_bytes(message)
    linked = chain_hash(head.hash, raw)
    return SealedMessage(message, raw, head.hash, linked, signer.sign_head(linked))


def microseconds(moment: datetime) -> int:
    """An aware moment as whole microseconds since 1970 UTC."""
    return (moment - _BEGINNING) // _MICROSECOND


def tell_payment(payment: Payment) -> PaymentTaken:
    """The message body of a payment."""
    return PaymentTaken(
        payment_id=str(payment.payment_id),
        receipt_no=str(payment.receipt_no),
        account_no=payment.consumer.account_no,
        amount_paise=payment.amount.paise,
        settlement=payment.settlement,
        tenders=tuple(_tell_tender(tender) for tender in payment.tenders),
        allocations=tuple(
            AllocationTold(part.bill_no, part.amount.paise) for part in payment.allocations
        ),
        postings=tuple(
            PostingTold(posting.account, posting.amount.paise) for posting in payment.entry.postings
        ),
        outstanding_before_paise=payment.outstanding_before.paise,
        balance_paise=payment.balance.paise,
        cashier_id=payment.cashier_id,
        shift_id=str(payment.shift_id),
        business_date=payment.business_date.isoformat(),
        payer=payment.payer,
    )


def tell_shift(shift: Shift) -> ShiftOpened:
    """The message body of a shift's beginning."""
    return ShiftOpened(
        shift_id=str(shift.shift_id),
        shift_no=shift.shift_no,
        cashier_id=shift.cashier_id,
        business_date=shift.business_date.isoformat(),
        opening_float_paise=shift.opening_float.paise,
    )


def _tell_tender(tender: Tender) -> TenderTold:
    match tender:
        case CashTender(amount, given):
            return TenderTold(TenderKind.CASH, amount.paise, given_paise=given.paise)
        case CardTender(amount, slip):
            card = CardReference(
                network=slip.network,
                last4=slip.last4,
                rrn=slip.rrn,
                approval_code=slip.approval_code,
                tid=slip.tid,
                mid=slip.mid,
                batch=slip.batch,
                invoice=slip.invoice,
            )
            return TenderTold(TenderKind.CARD, amount.paise, card=card)
