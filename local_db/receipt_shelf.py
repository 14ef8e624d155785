"""Receipts read back as they were frozen. Writes nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, select

from counter_app.domain.identity import BookYear, CashierId, PaymentId, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.payment import Group, Payment, Settlement
from counter_app.domain.policy import RuleRef
from counter_app.domain.receipt import Receipt
from counter_app.domain.tender import CardNetwork, CardSlip, CardTender, CashTender, TenderKind
from counter_app.wire.check_code import check_code
from local_db.entry_book import entry_of
from local_db.instrument_facts import tender_of
from local_db.instrument_shelf import allocations_of
from local_db.receipt_facts import (
    facts_of,
    noted_of,
    part_order_of,
    place_of,
    purpose_of,
    stamp_of,
)
from local_db.rows import (
    applied_rule,
    card_slip,
    instrument,
    message,
    payment,
    place,
    receipt,
    shift,
    suspense,
    tender,
    tender_share,
)
from local_db.statements import NOUGHT, Statement
from local_db.told import bill_of, consumer_of, moment_of
from local_db.word_book import word_at

if TYPE_CHECKING:
    from counter_app.domain.tender import Tender
    from local_db.pen import Pen, Row

_RECEIPT = Statement(
    select(
        payment.c.payment_id,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.amount_paise,
        payment.c.settlement,
        payment.c.outstanding_before_paise,
        payment.c.balance_paise,
        payment.c.payer,
        payment.c.cashier_id,
        shift.c.shift_id,
        shift.c.shift_no,
        payment.c.taken_at_us,
        payment.c.business_date,
        payment.c.snapshot_version,
        receipt.c.facts,
        place.c.facts,
        payment.c.reference,
        payment.c.group_link,
        payment.c.group_place,
        payment.c.group_size,
        payment.c.group_paise,
        payment.c.word_link,
        message.c.hash,
    )
    .select_from(payment)
    .join(message, message.c.link == payment.c.link)
    .join(shift, shift.c.link == payment.c.shift_link)
    .join(receipt, receipt.c.link == payment.c.link)
    .join(place, place.c.place_no == receipt.c.place_no)
    .where(payment.c.link == bindparam("link"))
)
_TENDERS = Statement(
    select(
        tender.c.kind,
        tender.c.amount_paise,
        tender.c.given_paise,
        tender.c.link,
        tender.c.line,
        tender_share.c.owner_link,
        tender_share.c.owner_line,
    )
    .select_from(tender)
    .outerjoin(
        tender_share,
        (tender_share.c.link == tender.c.link) & (tender_share.c.line == tender.c.line),
    )
    .where(tender.c.link == bindparam("link"))
    .order_by(tender.c.line)
)
_SLIP = Statement(
    select(
        card_slip.c.network,
        card_slip.c.last4,
        card_slip.c.rrn,
        card_slip.c.approval_code,
        card_slip.c.tid,
        card_slip.c.mid,
        card_slip.c.batch,
        card_slip.c.invoice,
    ).where(card_slip.c.link == bindparam("link"), card_slip.c.line == bindparam("line"))
)
_INSTRUMENT = Statement(
    select(instrument.c.facts).where(
        instrument.c.link == bindparam("link"), instrument.c.line == bindparam("line")
    )
)
_WHOLE = Statement(
    select(
        select(tender.c.amount_paise)
        .where(tender.c.link == bindparam("link"), tender.c.line == bindparam("line"))
        .scalar_subquery()
        + select(func.coalesce(func.sum(tender.c.amount_paise), NOUGHT))
        .select_from(tender_share)
        .join(
            tender, (tender.c.link == tender_share.c.link) & (tender.c.line == tender_share.c.line)
        )
        .where(
            tender_share.c.owner_link == bindparam("link"),
            tender_share.c.owner_line == bindparam("line"),
        )
        .scalar_subquery()
    )
)
_APPLIED = Statement(
    select(
        applied_rule.c.rule,
        applied_rule.c.version,
        applied_rule.c.valid_from,
        applied_rule.c.is_local,
    )
    .where(applied_rule.c.link == bindparam("link"))
    .order_by(applied_rule.c.line)
)
_NOTED = Statement(select(suspense.c.facts).where(suspense.c.link == bindparam("link")))
_GROUP_ID = Statement(select(payment.c.payment_id).where(payment.c.link == bindparam("link")))


def receipt_at(pen: Pen, link: int) -> Receipt:
    """The receipt of the payment at this link, every figure and letter as it was frozen."""
    row = pen.row(_RECEIPT, link=link)
    assert row is not None, link
    facts = facts_of(row[15])
    noted = pen.row(_NOTED, link=link) if row[5] == Settlement.SUSPENSE else None
    payment_of_row = Payment(
        payment_id=PaymentId(UUID(bytes=row[0])),
        receipt_no=ReceiptNo(row[1], BookYear(row[2]), row[3]),
        consumer=consumer_of(facts.consumer),
        amount=Money(row[4]),
        tenders=tuple(_tender_of(pen, part) for part in pen.rows(_TENDERS, link=link)),
        settlement=Settlement(row[5]),
        allocations=allocations_of(pen, link),
        entry=entry_of(pen, link),
        outstanding_before=Money(row[6]),
        balance=Money(row[7]),
        payer=row[8],
        cashier_id=CashierId(row[9]),
        shift_id=UUID(bytes=row[10]),
        shift_no=row[11],
        taken_at=moment_of(row[12]),
        business_date=date.fromisoformat(row[13]),
        snapshot_version=row[14],
        purpose=purpose_of(facts),
        reference=row[17],
        group=_group_of(pen, row),
        rules=tuple(
            RuleRef(name, version, date.fromisoformat(valid_from), bool(is_local))
            for name, version, valid_from, is_local in pen.rows(_APPLIED, link=link)
        ),
        word=word_at(pen, row[22]),
        noted=noted_of(noted[0]) if noted else None,
    )
    return Receipt(
        payment=payment_of_row,
        place=place_of(row[16]),
        cashier_name_en=facts.cashier_name_en,
        cashier_name_hi=facts.cashier_name_hi,
        bill=bill_of(facts.bill) if facts.bill else None,
        told_at=None if facts.told_at_us is None else moment_of(facts.told_at_us),
        supervisor_name_en=facts.supervisor_name_en,
        supervisor_name_hi=facts.supervisor_name_hi,
        stamp=stamp_of(facts),
        part_order=part_order_of(facts),
        check_code=check_code(row[23]),
    )


def _group_of(pen: Pen, row: Row) -> Group:
    payment_id, amount, group_link, place_no, size, paise = row[0], row[4], *row[18:22]
    if group_link is not None:
        payment_id, amount = pen.value(_GROUP_ID, link=group_link), paise
    return Group(PaymentId(UUID(bytes=payment_id)), place_no, size, Money(amount))


def _tender_of(pen: Pen, row: Row) -> Tender:
    kind, paise, given_paise, link, line, owner_link, owner_line = row
    amount = Money(paise)
    if given_paise is not None:
        return CashTender(amount, Money(given_paise))
    at = {"link": owner_link or link, "line": owner_line or line}
    face = Money(pen.value(_WHOLE, **at))
    whole = None if face == amount else face
    slip = pen.row(_SLIP, **at)
    if slip is not None:
        return CardTender(amount, CardSlip(CardNetwork(slip[0]), *slip[1:]), whole)
    return tender_of(TenderKind(kind), amount, whole, pen.value(_INSTRUMENT, **at))
