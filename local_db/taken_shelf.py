"""Payments as their messages told them, for the comparison with the centre. Writes nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.reconciliation import TakenHere
from local_db.rows import fate, message, payment, tender
from local_db.statements import NO_TEXT, Statement

if TYPE_CHECKING:
    from local_db.pen import Pen, Row

_TAKEN = (
    select(
        payment.c.link,
        message.c.epoch,
        message.c.sequence,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.amount_paise,
        payment.c.business_date,
        func.coalesce(fate.c.fate, NO_TEXT),
    )
    .select_from(payment)
    .join(message, message.c.link == payment.c.link)
    .outerjoin(fate, fate.c.link == payment.c.link)
    .order_by(payment.c.link)
)
_OF_DAY = Statement(_TAKEN.where(payment.c.business_date == bindparam("business_date")))
_AS_MESSAGE = Statement(
    _TAKEN.where(message.c.epoch == bindparam("epoch"), message.c.sequence == bindparam("sequence"))
)
_TENDERS = select(tender.c.link, tender.c.kind, tender.c.amount_paise)
_TENDERS_OF_DAY = Statement(
    _TENDERS.select_from(payment)
    .join(tender, tender.c.link == payment.c.link)
    .where(payment.c.business_date == bindparam("business_date"))
)
_TENDERS_OF = Statement(_TENDERS.where(tender.c.link == bindparam("link")))


def taken_on(pen: Pen, business_date: date) -> tuple[TakenHere, ...]:
    """The payments of a day, in the order they were taken."""
    day = business_date.isoformat()
    tenders: dict[int, list[tuple[str, int]]] = {}
    for link, kind, paise in pen.rows(_TENDERS_OF_DAY, business_date=day):
        tenders.setdefault(link, []).append((kind, paise))
    rows = pen.rows(_OF_DAY, business_date=day)
    return tuple(_taken(row, tenders[row[0]]) for row in rows)


def taken_as(pen: Pen, epoch: int, sequence: int) -> TakenHere | None:
    """The payment that this message told; None when it is not ours, or told something else."""
    row = pen.row(_AS_MESSAGE, epoch=epoch, sequence=sequence)
    if row is None:
        return None
    return _taken(row, [told[1:] for told in pen.rows(_TENDERS_OF, link=row[0])])


def _taken(row: Row, tenders: list[tuple[str, int]]) -> TakenHere:
    _, epoch, sequence, series, year, serial, paise, day, told = row
    return TakenHere(
        epoch=epoch,
        sequence=sequence,
        receipt_no=str(ReceiptNo(series, BookYear(year), serial)),
        amount=Money(paise),
        tenders=tuple((kind, Money(amount)) for kind, amount in sorted(tenders)),
        business_date=date.fromisoformat(day),
        fate=told,
    )
