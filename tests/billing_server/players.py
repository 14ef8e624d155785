"""Counters and books to play with: real chains and real wire, no HTTP."""

from __future__ import annotations

import itertools
import uuid
from dataclasses import dataclass, field

import msgspec

from billing_server.shapes import identity_of
from counter_app.domain.allocation import take_back
from counter_app.domain.identity import BillNo
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.payment import Allocation, Toward
from counter_app.domain.tender import TenderKind
from counter_app.wire.bodies import Body, InstrumentReturned, PaymentTaken, ShiftOpened
from counter_app.wire.canonical import NO_HEAD, KeyPair, canonical_bytes, chain_hash, text_of
from counter_app.wire.custody_bodies import PaymentReversed, TenderUndoneTold
from counter_app.wire.exchange import Batch, BillTold, ConsumerTold, EnrolmentRequest
from counter_app.wire.messages import ChainHead, ClockEvidence, SealedMessage, seal
from counter_app.wire.told_parts import (
    AllocationTold,
    CardReference,
    PaperTold,
    PostingTold,
    ReturnedPart,
    TenderTold,
    UpiReference,
)

NOW_US = 1_795_000_000_000_000
"""18 November 2026, 07:06 UTC."""
DAY = "2026-11-18"
IFSC = "SBIN0001234"
_NUMBERS = itertools.count(1)


def consumer(account_no: str, **changes: object) -> ConsumerTold:
    told = ConsumerTold(
        account_no=account_no,
        name_en="Ram Prasad",
        name_hi="राम प्रसाद",
        legacy_account_no=account_no[:8],
        meter_no=f"M{account_no}",
        mobile="9876543210",
        guardian_name="Shyam Lal",
        address="117/H-1, Kakadeo",
        locality="Kakadeo",
        division="Kidwai Nagar",
        substation="Kakadeo",
        category="LMV-1",
        connection="postpaid",
        flags=("lifeline", "scheme_registered"),
    )
    return msgspec.structs.replace(told, **changes)


def bill(account_no: str, payable_paise: int = 1_000_00, **changes: object) -> BillTold:
    told = BillTold(
        bill_no=f"B{account_no}",
        account_no=account_no,
        bill_month="2026-11",
        bill_date="2026-11-01",
        due_date="2026-11-25",
        disconnection_date="",
        current_demand_paise=payable_paise,
        arrear_principal_paise=0,
        arrear_surcharge_paise=0,
        other_debits_paise=0,
        credits_paise=0,
        payable_by_due_paise=payable_paise,
        payable_after_due_paise=payable_paise + 10_00,
        received_paise=0,
        as_on="2026-11-17",
    )
    return msgspec.structs.replace(told, **changes)


def card(rrn: str) -> CardReference:
    return CardReference(
        "RuPay", "1234", rrn, "A1B2C3", "TID00001", "MID000000001", "000001", "000002"
    )


def payment(
    account_no: str,
    amount_paise: int,
    *,
    bill_no: str = "",
    rrn: str = "",
    **changes: object,
) -> PaymentTaken:
    number = next(_NUMBERS)
    tender = (
        TenderTold(TenderKind.CARD, amount_paise, card=card(rrn))
        if rrn
        else TenderTold(TenderKind.CASH, amount_paise, given_paise=amount_paise)
    )
    paid = PaymentTaken(
        payment_id=str(uuid.UUID(int=number)),
        receipt_no=f"KID07/2627/{number:06d}",
        account_no=account_no,
        amount_paise=amount_paise,
        settlement="part",
        tenders=(tender,),
        allocations=(AllocationTold(bill_no or f"B{account_no}", amount_paise),),
        postings=(
            PostingTold(LedgerAccount.CASH_DRAWER, amount_paise),
            PostingTold(LedgerAccount.BILL_COLLECTION, -amount_paise),
        ),
        outstanding_before_paise=amount_paise,
        balance_paise=0,
        cashier_id="asha",
        shift_id=str(uuid.UUID(int=1)),
        business_date=DAY,
        payer="",
    )
    return msgspec.structs.replace(paid, **changes)


def cash(amount_paise: int) -> TenderTold:
    return TenderTold(TenderKind.CASH, amount_paise, given_paise=amount_paise)


def upi(reference: str, amount_paise: int) -> TenderTold:
    return TenderTold(TenderKind.UPI, amount_paise, upi=UpiReference(reference, is_confirmed=False))


def cheque(number: str, amount_paise: int, whole_paise: int | None = None) -> TenderTold:
    paper = PaperTold(number, "State Bank", "Kakadeo", DAY, IFSC, "", "")
    return TenderTold(TenderKind.CHEQUE, amount_paise, paper=paper, whole_paise=whole_paise)


def cheque_identity(number: str) -> str:
    return f"cheque:{IFSC}:{number}"


def paid_by(
    account_no: str, *tenders: TenderTold, toward: Toward = Toward.BILL, **changes: object
) -> PaymentTaken:
    """One payment by these tenders, towards the account's first bill or what else is said."""
    amount = sum(tender.amount_paise for tender in tenders)
    bill_no = f"B{account_no}" if toward is Toward.BILL else ""
    parts = (AllocationTold(bill_no, amount, toward),)
    paid = msgspec.structs.replace(payment(account_no, amount), tenders=tenders, allocations=parts)
    return msgspec.structs.replace(paid, **changes)


def order(*payments: PaymentTaken) -> tuple[PaymentTaken, ...]:
    """These payments as one order."""
    group_id, size = payments[0].payment_id, len(payments)
    return tuple(
        msgspec.structs.replace(one, group_id=group_id, group_place=place, group_size=size)
        for place, one in enumerate(payments, 1)
    )


def returned(
    identity: str, *parts: tuple[PaymentTaken, int], **changes: object
) -> InstrumentReturned:
    """The bank gave it back: of each payment so many paise are undone, its last allocations first."""
    total = sum(paise for _, paise in parts)
    told = InstrumentReturned(
        identity=identity,
        tender=TenderKind.CHEQUE,
        face_paise=total,
        on=DAY,
        by="asha",
        reason="funds insufficient",
        charge_paise=0,
        business_date=DAY,
        parts=tuple(
            ReturnedPart(
                one.payment_id,
                one.receipt_no,
                one.account_no,
                paise,
                taken_back(paise, one.allocations),
            )
            for one, paise in parts
        ),
        postings=(
            PostingTold(LedgerAccount.BILL_COLLECTION, total),
            PostingTold(LedgerAccount.CHEQUES_IN_HAND, -total),
        ),
    )
    return msgspec.structs.replace(told, **changes)


def reversal(
    paid: PaymentTaken, *where: str, right_account: str = "", **changes: object
) -> PaymentReversed:
    """A payment undone at its counter; each tender held unless said otherwise."""
    goes = where or ("held",) * len(paid.tenders)
    told = PaymentReversed(
        reversal_id=str(uuid.UUID(int=next(_NUMBERS))),
        part=ReturnedPart(
            paid.payment_id,
            paid.receipt_no,
            paid.account_no,
            paid.amount_paise,
            taken_back(paid.amount_paise, paid.allocations),
        ),
        tenders=tuple(
            TenderUndoneTold(one.kind, one.amount_paise, place, _named(one))
            for one, place in zip(paid.tenders, goes, strict=True)
        ),
        postings=(
            PostingTold(LedgerAccount.BILL_COLLECTION, paid.amount_paise),
            PostingTold(LedgerAccount.SUSPENSE_RECEIVED, -paid.amount_paise),
        ),
        why="wrong_account",
        reason="wrong account",
        paper="recovered",
        by="asha",
        approval_id=str(uuid.UUID(int=2)),
        business_date=paid.business_date,
        right_account=right_account,
    )
    return msgspec.structs.replace(told, **changes)


def _named(tender: TenderTold) -> str:
    return identity_of(msgspec.structs.replace(tender, kind=TenderKind(tender.kind)))


def held_return(
    identity: str, *parts: tuple[PaymentTaken, int, bool], **changes: object
) -> InstrumentReturned:
    """As ``returned``, of payments some of which (True) were reversed while the instrument stayed."""
    told = returned(identity, *((paid, paise) for paid, paise, _ in parts))
    made = tuple(
        msgspec.structs.replace(
            part, allocations=(AllocationTold("", part.amount_paise, Toward.SUSPENSE),)
        )
        if is_held
        else part
        for part, (_, _, is_held) in zip(told.parts, parts, strict=True)
    )
    return msgspec.structs.replace(told, parts=made, **changes)


def taken_back(paise: int, allocations: tuple[AllocationTold, ...]) -> tuple[AllocationTold, ...]:
    """By the domain's own rule."""
    paid = tuple(
        Allocation(BillNo(one.bill_no), Money(one.amount_paise), one.toward) for one in allocations
    )
    return tuple(
        AllocationTold(one.bill_no, one.amount.paise, one.toward)
        for one in take_back(Money(paise), paid)
    )


def amount_paise(sealed: SealedMessage) -> int:
    """What a message took; it is a payment."""
    assert isinstance(sealed.message.body, PaymentTaken)
    return sealed.message.body.amount_paise


def shift() -> ShiftOpened:
    return ShiftOpened(str(uuid.uuid4()), 1, "asha", DAY, 500_00)


@dataclass(slots=True)
class PlayedCounter:
    """A counter's chain, made by the real ``seal``. ``recorded_us`` is its clock."""

    counter_id: str
    epoch: int
    key: KeyPair
    head: ChainHead
    recorded_us: int = NOW_US
    server_time_us: int = 0
    sealed: list[SealedMessage] = field(default_factory=list)

    def tell(self, *bodies: Body) -> list[SealedMessage]:
        """Append messages; the new ones."""
        for body in bodies:
            message = seal(
                body,
                message_id=uuid.UUID(int=next(_NUMBERS)),
                counter_id=self.counter_id,
                epoch=self.epoch,
                head=self.head,
                clock=ClockEvidence(self.recorded_us, 330, 1, "boot", self.server_time_us),
                snapshot_version="1",
                signer=self.key,
            )
            self.head = ChainHead(self.epoch, message.message.sequence, message.hash)
            self.sealed.append(message)
        return self.sealed[-len(bodies) :]

    def tell_raw(self, raw: bytes) -> None:
        """Append bytes that no program of ours made."""
        linked = chain_hash(self.head.hash, raw)
        model = self.tell(shift())[0]
        before = self.sealed[-2].hash if len(self.sealed) > 1 else model.previous
        linked = chain_hash(before, raw)
        self.sealed[-1] = SealedMessage(
            model.message, raw, before, linked, self.key.sign_head(linked)
        )
        self.head = ChainHead(self.epoch, model.message.sequence, linked)

    def batch(self, first: int = 1, last: int | None = None) -> Batch:
        """Messages first to last (all by default) as they go over the wire."""
        part = self.sealed[first - 1 : last]
        return Batch(
            first=first,
            previous=text_of(part[0].previous),
            messages=tuple(msgspec.Raw(sealed.raw) for sealed in part),
            head_signature=text_of(part[-1].signature),
        )


def over_the_wire(batch: Batch) -> Batch:
    """Encoded and decoded, as the server sees it."""
    return msgspec.json.decode(canonical_bytes(batch), type=Batch)


def enrolment_request(code: str, key: KeyPair, previous: bytes = NO_HEAD) -> EnrolmentRequest:
    return EnrolmentRequest(
        code, text_of(key.public_key), text_of(previous), text_of(key.sign_head(previous))
    )
