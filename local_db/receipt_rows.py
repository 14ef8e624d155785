"""The receipts of a day as lists show them. Writes nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, literal_column, select

from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.payment import Toward
from counter_app.domain.receipt import ReceiptRow
from local_db.custody_rows import reversal
from local_db.print_book import attempts_of_day, copies_among
from local_db.receipt_facts import facts_of, purpose_of
from local_db.rows import acknowledgement, allocation, fate, payment, receipt, shift, tender
from local_db.statements import NO_TEXT, NOUGHT, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from local_db.pen import Pen

_ADVANCE = (
    select(func.coalesce(func.sum(allocation.c.amount_paise), NOUGHT))
    .where(
        allocation.c.link == payment.c.link,
        allocation.c.toward == literal_column(f"'{Toward.ADVANCE.value}'"),
    )
    .correlate(payment)
    .scalar_subquery()
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
        payment.c.settlement,
        _ADVANCE,
        func.coalesce(reversal.c.business_date, NO_TEXT),
    )
    .select_from(payment)
    .join(receipt, receipt.c.link == payment.c.link)
    .join(shift, shift.c.link == payment.c.shift_link)
    .outerjoin(fate, fate.c.link == payment.c.link)
    .outerjoin(reversal, reversal.c.payment_link == payment.c.link)
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


def rows_of(pen: Pen, business_date: date) -> tuple[ReceiptRow, ...]:
    """The receipts of a day in number order."""
    day = business_date.isoformat()
    tenders: dict[int, list[tuple[str, int]]] = {}
    for link, kind, paise in pen.rows(_TENDERS_OF_DAY, business_date=day):
        tenders.setdefault(link, []).append((kind, paise))
    attempts = attempts_of_day(pen, day)
    acknowledged: int = pen.value(_ACKNOWLEDGED)
    rows = []
    for row in pen.rows(_DAY, business_date=day):
        link, series, year, serial, text, at_us, cashier_id, shift_no, paise = row[:9]
        told, settlement, advance_paise, reversed_on = row[9:]
        facts = facts_of(text)
        consumer, purpose = facts.consumer, purpose_of(facts)
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
                purpose=purpose.code,
                purpose_name_en=purpose.name_en,
                purpose_name_hi=purpose.name_hi,
                settlement=settlement,
                advance_paise=advance_paise,
                stamp=facts.stamp.how if facts.stamp else "",
                reversed_on=date.fromisoformat(reversed_on) if reversed_on else None,
            )
        )
    return tuple(rows)
