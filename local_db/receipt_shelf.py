"""Receipts read back: one as it was frozen, or those of a day as lists show them. Writes nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, select

from counter_app.domain.identity import BillNo, BookYear, CashierId, PaymentId, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.payment import Allocation, Payment, Settlement
from counter_app.domain.receipt import Receipt, ReceiptRow
from counter_app.domain.tender import CardNetwork, CardSlip, CardTender, CashTender, Tender
from local_db.entry_book import entry_of
from local_db.print_book import attempts_of_day, copies_among
from local_db.receipt_facts import facts_of, place_of
from local_db.rows import (
    acknowledgement,
    allocation,
    card_slip,
    fate,
    payment,
    place,
    receipt,
    shift,
    tender,
)
from local_db.statements import NO_TEXT, NOUGHT, Statement
from local_db.told import bill_of, consumer_of, moment_of

if TYPE_CHECKING:
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
    )
    .select_from(payment)
    .join(shift, shift.c.link == payment.c.shift_link)
    .join(receipt, receipt.c.link == payment.c.link)
    .join(place, place.c.place_no == receipt.c.place_no)
    .where(payment.c.link == bindparam("link"))
)
_TENDERS = Statement(
    select(
        tender.c.amount_paise,
        tender.c.given_paise,
        card_slip.c.network,
        card_slip.c.last4,
        card_slip.c.rrn,
        card_slip.c.approval_code,
        card_slip.c.tid,
        card_slip.c.mid,
        card_slip.c.batch,
        card_slip.c.invoice,
    )
    .select_from(tender)
    .outerjoin(card_slip, (card_slip.c.link == tender.c.link) & (card_slip.c.line == tender.c.line))
    .where(tender.c.link == bindparam("link"))
    .order_by(tender.c.line)
)
_ALLOCATIONS = Statement(
    select(allocation.c.bill_no, allocation.c.amount_paise)
    .where(allocation.c.link == bindparam("link"))
    .order_by(allocation.c.line)
)
_DAY = Statement(
    select(
        payment.c.link,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        receipt.c.facts,
        payment.c.taken_at_us,
        payment.c.cashier_id,
        shift.c.shift_no,
        payment.c.amount_paise,
        func.coalesce(fate.c.fate, NO_TEXT),
    )
    .select_from(payment)
    .join(receipt, receipt.c.link == payment.c.link)
    .join(shift, shift.c.link == payment.c.shift_link)
    .outerjoin(fate, fate.c.link == payment.c.link)
    .where(payment.c.business_date == bindparam("business_date"))
    .order_by(payment.c.series, payment.c.book_year, payment.c.serial)
)
_TENDERS_OF_DAY = Statement(
    select(tender.c.link, tender.c.kind, func.sum(tender.c.amount_paise))
    .select_from(payment)
    .join(tender, tender.c.link == payment.c.link)
    .where(payment.c.business_date == bindparam("business_date"))
    .group_by(tender.c.link, tender.c.kind)
    .order_by(tender.c.link, tender.c.kind)
)
_ACKNOWLEDGED = Statement(select(func.coalesce(func.max(acknowledgement.c.link), NOUGHT)))


def receipt_at(pen: Pen, link: int) -> Receipt:
    """The receipt of the payment at this link, every figure and letter as it was frozen."""
    row = pen.row(_RECEIPT, link=link)
    assert row is not None, link
    facts = facts_of(row[15])
    payment_of_row = Payment(
        payment_id=PaymentId(UUID(bytes=row[0])),
        receipt_no=ReceiptNo(row[1], BookYear(row[2]), row[3]),
        consumer=consumer_of(facts.consumer),
        amount=Money(row[4]),
        tenders=tuple(_tender_of(part) for part in pen.rows(_TENDERS, link=link)),
        settlement=Settlement(row[5]),
        allocations=tuple(
            Allocation(BillNo(bill_no), Money(paise))
            for bill_no, paise in pen.rows(_ALLOCATIONS, link=link)
        ),
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
    )
    return Receipt(
        payment=payment_of_row,
        place=place_of(row[16]),
        cashier_name_en=facts.cashier_name_en,
        cashier_name_hi=facts.cashier_name_hi,
        bill=bill_of(facts.bill),
        told_at=None if facts.told_at_us is None else moment_of(facts.told_at_us),
    )


def rows_of(pen: Pen, business_date: date) -> tuple[ReceiptRow, ...]:
    """The receipts of a day in number order."""
    day = business_date.isoformat()
    tenders: dict[int, list[tuple[str, int]]] = {}
    for link, kind, paise in pen.rows(_TENDERS_OF_DAY, business_date=day):
        tenders.setdefault(link, []).append((kind, paise))
    attempts = attempts_of_day(pen, day)
    acknowledged: int = pen.value(_ACKNOWLEDGED)
    rows = []
    for link, series, year, serial, text, at_us, cashier_id, shift_no, paise, told in pen.rows(
        _DAY, business_date=day
    ):
        consumer = facts_of(text).consumer
        tries = attempts.get(link, [])
        rows.append(
            ReceiptRow(
                receipt_no=str(ReceiptNo(series, BookYear(year), serial)),
                account_no=consumer.account_no,
                consumer_name_en=consumer.name_en,
                consumer_name_hi=consumer.name_hi,
                taken_at=moment_of(at_us),
                business_date=business_date,
                cashier_id=cashier_id,
                shift_no=shift_no,
                amount_paise=paise,
                tender_paise=tuple(tenders[link]),
                print_state=tries[-1].state if tries else None,
                print_reason=tries[-1].reason if tries else "",
                copies=copies_among(tries),
                is_acknowledged=link <= acknowledged,
                fate=told,
            )
        )
    return tuple(rows)


def _tender_of(row: Row) -> Tender:
    paise, given_paise, network, *slip = row
    if network is None:
        return CashTender(Money(paise), Money(given_paise))
    return CardTender(Money(paise), CardSlip(CardNetwork(network), *slip))
