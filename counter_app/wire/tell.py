"""What a verb did, as the body that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from counter_app.domain.tender import (
    CardTender,
    CashTender,
    ChequeTender,
    DraftTender,
    UpiTender,
    kind_of,
)
from counter_app.wire.bodies import (
    CounterNote,
    InstrumentMoved,
    InstrumentReturned,
    OverrideGranted,
    PaymentTaken,
    ReceiptCopyAsked,
    RuleSetHere,
    ShiftOpened,
)
from counter_app.wire.rules import applied_told, rule_told
from counter_app.wire.told_parts import (
    AllocationTold,
    CardReference,
    NotedTold,
    PaperTold,
    PiecesTold,
    PostingTold,
    ReturnedPart,
    TenderTold,
    UpiReference,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.bank_paper import BankPaper
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.caveat import Word
    from counter_app.domain.instrument import HeldInstrument, InstrumentStep, Return
    from counter_app.domain.ledger import Entry
    from counter_app.domain.matter import MatterNote
    from counter_app.domain.payment import Allocation, Payment
    from counter_app.domain.policy import Rule
    from counter_app.domain.receipt_copy import CopyRequest
    from counter_app.domain.shift import Shift
    from counter_app.domain.suspense import NotedConsumer
    from counter_app.domain.tender import Tender


def tell_payment(payment: Payment) -> PaymentTaken:
    """The message body of a payment."""
    group, is_alone = payment.group, payment.group.size == 1
    return PaymentTaken(
        payment_id=str(payment.payment_id),
        receipt_no=str(payment.receipt_no),
        account_no=payment.consumer.account_no,
        amount_paise=payment.amount.paise,
        settlement=payment.settlement,
        tenders=tuple(_tell_tender(tender) for tender in payment.tenders),
        allocations=tell_allocations(payment.allocations),
        postings=tell_entry(payment.entry),
        outstanding_before_paise=payment.outstanding_before.paise,
        balance_paise=payment.balance.paise,
        cashier_id=payment.cashier_id,
        shift_id=str(payment.shift_id),
        business_date=payment.business_date.isoformat(),
        payer=payment.payer,
        purpose=payment.purpose.code,
        reference=payment.reference,
        group_id="" if is_alone else str(group.group_id),
        group_place=group.place,
        group_size=group.size,
        rules=tuple(map(applied_told, payment.rules)),
        word_id=str(payment.word.word_id) if payment.word else "",
        noted=_tell_noted(payment.noted) if payment.noted else None,
    )


def tell_shift(shift: Shift) -> ShiftOpened:
    """The message body of a shift's beginning."""
    return ShiftOpened(
        shift_id=str(shift.shift_id),
        shift_no=shift.shift_no,
        cashier_id=shift.cashier_id,
        business_date=shift.business_date.isoformat(),
        opening_float_paise=shift.opening_float.paise,
        drawer_no=shift.drawer_no,
        count=tell_count(shift.opening_count) if shift.opening_count else (),
        taken_over_from=str(shift.taken_over_from) if shift.taken_over_from else "",
    )


def tell_count(count: CashCount) -> tuple[PiecesTold, ...]:
    """Cash by denomination, the largest first."""
    return tuple(PiecesTold(one.paise, pieces) for one, pieces in count.pieces)


def tell_word(word: Word, shift: Shift, business_date: date, group_id: str) -> OverrideGranted:
    """The message body of a supervisor's word."""
    return OverrideGranted(
        word_id=str(word.word_id),
        supervisor_id=word.supervisor_id,
        cashier_id=shift.cashier_id,
        shift_id=str(shift.shift_id),
        business_date=business_date.isoformat(),
        codes=tuple(sorted(word.codes)),
        reason=word.reason,
        group_id=group_id,
        challenge=word.challenge,
    )


def tell_approval(
    approval: Approval, shift_id: UUID | None, business_date: date
) -> OverrideGranted:
    """The message body of an approval of an act that is no payment."""
    return OverrideGranted(
        word_id=str(approval.approval_id),
        supervisor_id=approval.approver_id,
        cashier_id=approval.for_id,
        shift_id=str(shift_id) if shift_id else "",
        business_date=business_date.isoformat(),
        codes=(approval.code,),
        reason=approval.reason,
        group_id=approval.about,
        challenge=approval.challenge,
        amount_paise=approval.amount.paise,
    )


def tell_step(identity: str, step: InstrumentStep, entry: Entry | None = None) -> InstrumentMoved:
    """The message body of one step in the life of an instrument; ``entry`` when it moves money."""
    return InstrumentMoved(
        identity=identity,
        state=step.state,
        on=step.on.isoformat(),
        by=step.by,
        reference=step.reference,
        postings=() if entry is None else tell_entry(entry),
    )


def tell_return(
    held: HeldInstrument, step: InstrumentStep, undone: Return, business_date: date
) -> InstrumentReturned:
    """The message body of a returned instrument."""
    return InstrumentReturned(
        identity=held.identity,
        tender=held.kind,
        face_paise=held.face.paise,
        on=step.on.isoformat(),
        by=step.by,
        reason=step.reason,
        charge_paise=step.charge.paise,
        business_date=business_date.isoformat(),
        parts=tuple(
            ReturnedPart(
                str(part.payment_id),
                str(part.receipt_no),
                part.account_no,
                part.amount.paise,
                tell_allocations(part.allocations),
            )
            for part in undone.parts
        ),
        postings=tell_entry(undone.entry),
    )


def tell_rule(rule: Rule) -> RuleSetHere:
    """The message body of a rule set for this counter."""
    return RuleSetHere(rule_told(rule))


def tell_note(note: MatterNote, receipt_no: str) -> CounterNote:
    """The message body of what a supervisor noted of a matter."""
    return CounterNote(
        about=note.about,
        state=note.state,
        text=note.text,
        by=note.by,
        business_date=note.at.date().isoformat(),
        through=note.through,
        receipt_no=receipt_no,
    )


def tell_allocations(allocations: tuple[Allocation, ...]) -> tuple[AllocationTold, ...]:
    """What a payment settled."""
    return tuple(
        AllocationTold(part.bill_no, part.amount.paise, part.toward) for part in allocations
    )


def tell_entry(entry: Entry) -> tuple[PostingTold, ...]:
    """The movements of an entry."""
    return tuple(PostingTold(one.account, one.amount.paise) for one in entry.postings)


def _tell_noted(noted: NotedConsumer) -> NotedTold:
    return NotedTold(
        name=noted.name,
        account_no=noted.account_no,
        meter_no=noted.meter_no,
        bill_no=noted.bill_no,
        mobile=noted.mobile,
        address=noted.address,
    )


def _tell_tender(tender: Tender) -> TenderTold:
    kind, paise = kind_of(tender), tender.amount.paise
    if isinstance(tender, CashTender):
        return TenderTold(kind, paise, given_paise=tender.given.paise)
    whole = None if tender.whole is None else tender.whole.paise
    match tender:
        case CardTender(slip=slip):
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
            return TenderTold(kind, paise, card=card, whole_paise=whole)
        case UpiTender(reference=reference, is_confirmed=is_confirmed):
            upi = UpiReference(reference, is_confirmed)
            return TenderTold(kind, paise, upi=upi, whole_paise=whole)
        case ChequeTender(paper=paper) | DraftTender(paper=paper):
            return TenderTold(kind, paise, paper=_tell_paper(paper), whole_paise=whole)
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def _tell_paper(paper: BankPaper) -> PaperTold:
    return PaperTold(
        number=paper.number,
        bank=paper.bank,
        branch=paper.branch,
        dated=paper.dated.isoformat(),
        ifsc=paper.ifsc,
        micr=paper.micr,
        drawer=paper.drawer,
    )


def tell_copy(asked: CopyRequest) -> ReceiptCopyAsked:
    """The message body of a receipt asked for by SMS or e-mail."""
    return ReceiptCopyAsked(
        receipt_no=str(asked.receipt_no),
        way=asked.way.value,
        address=asked.address,
        cashier_id=asked.by,
        business_date=asked.business_date.isoformat(),
    )
