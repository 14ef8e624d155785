"""The centre's sums of a day, and its payments one by one, for the daily reconciliation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select

from billing_server.store.message_keys import is_beside
from billing_server.store.months import month_of
from billing_server.store.schema import CHAIN_HEAD
from billing_server.store.told_schema import MESSAGE, PAYMENT, PAYMENT_TENDER
from counter_app.wire.days import MOST_PAYMENTS_IN_PAGE, DayPayments, PaymentKept, day_digest
from counter_app.wire.exchange import DayTotals, EpochDay, Fate, FateDay, TenderDay

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection


@dataclass(frozen=True, slots=True)
class PageAsked:
    """What stands ``after`` this sequence: payments of the day, and those of any day from ``first`` to ``last``."""

    after: int
    first: int
    last: int


def tell_day(connection: Connection, counter_id: str, business_date: str) -> DayTotals:
    """All payments of one counter, all epochs, whatever their fate, and whatever was reversed since.

    What a reversal held is none of them: it was taken once.
    """
    is_of_day = _is_of_day(counter_id, business_date)
    count, amount_paise = connection.execute(
        select(func.count(), func.coalesce(func.sum(PAYMENT.c.amount_paise), 0)).where(is_of_day)
    ).one()
    by_tender = connection.execute(
        select(
            PAYMENT_TENDER.c.kind,
            PAYMENT.c.fate,
            func.count(),
            func.sum(PAYMENT_TENDER.c.amount_paise),
        )
        .join_from(PAYMENT, PAYMENT_TENDER, is_beside(PAYMENT, PAYMENT_TENDER))
        .where(is_of_day)
        .group_by(PAYMENT_TENDER.c.kind, PAYMENT.c.fate)
        .order_by(PAYMENT_TENDER.c.kind, PAYMENT.c.fate)
    )
    by_fate = connection.execute(
        select(PAYMENT.c.fate, func.count(), func.sum(PAYMENT.c.amount_paise))
        .where(is_of_day)
        .group_by(PAYMENT.c.fate)
        .order_by(PAYMENT.c.fate)
    )
    return DayTotals(
        counter_id=counter_id,
        business_date=business_date,
        count=count,
        amount_paise=int(amount_paise),
        by_tender=tuple(
            TenderDay(kind, fate, tenders, int(paise)) for kind, fate, tenders, paise in by_tender
        ),
        by_fate=tuple(FateDay(fate, payments, int(paise)) for fate, payments, paise in by_fate),
        epochs=_epochs(connection, counter_id, business_date),
    )


def tell_payments(
    connection: Connection, counter_id: str, epoch: int, business_date: str, asked: PageAsked
) -> DayPayments:
    """The page that is asked for, of one epoch and day."""
    after, first, last = asked.after, asked.first, asked.last
    is_asked = or_(_is_of_day(counter_id, business_date), PAYMENT.c.sequence.between(first, last))
    of_epoch = and_(
        PAYMENT.c.counter_id == counter_id, PAYMENT.c.epoch == epoch, PAYMENT.c.is_held == 0
    )
    found = connection.execute(
        select(PAYMENT.c.sequence)
        .where(of_epoch, PAYMENT.c.sequence > after, is_asked)
        .order_by(PAYMENT.c.sequence)
        .limit(MOST_PAYMENTS_IN_PAGE + 1)
    ).scalars()
    sequences = list(found)
    page, is_last = sequences[:MOST_PAYMENTS_IN_PAGE], len(sequences) <= MOST_PAYMENTS_IN_PAGE
    upto = max([*page, after, last]) if is_last else page[-1]
    kept = _payments(
        connection, and_(of_epoch, is_asked, PAYMENT.c.sequence.between(after + 1, upto))
    )
    not_entered = connection.execute(
        select(MESSAGE.c.sequence)
        .outerjoin_from(
            MESSAGE,
            PAYMENT,
            is_beside(MESSAGE, PAYMENT),
        )
        .where(
            MESSAGE.c.counter_id == counter_id,
            MESSAGE.c.epoch == epoch,
            MESSAGE.c.sequence.between(max(after + 1, first), min(upto, last)),
            MESSAGE.c.fate == str(Fate.NOT_APPLIED),
            PAYMENT.c.sequence.is_(None),
        )
        .order_by(MESSAGE.c.sequence)
    ).scalars()
    return DayPayments(
        counter_id=counter_id,
        epoch=epoch,
        business_date=business_date,
        after=after,
        first=first,
        last=last,
        upto=upto,
        is_last=is_last,
        payments=tuple(one for _, one in kept),
        not_entered=tuple(not_entered),
    )


def _is_of_day(counter_id: str, business_date: str) -> ColumnElement[bool]:
    return and_(
        PAYMENT.c.book_month == month_of(business_date),
        PAYMENT.c.counter_id == counter_id,
        PAYMENT.c.business_date == business_date,
        PAYMENT.c.is_held == 0,
    )


def _epochs(connection: Connection, counter_id: str, business_date: str) -> tuple[EpochDay, ...]:
    """Every epoch anything came of, with what it holds of the day."""
    heads = connection.execute(
        select(CHAIN_HEAD.c.epoch, CHAIN_HEAD.c.sequence)
        .where(CHAIN_HEAD.c.counter_id == counter_id)
        .order_by(CHAIN_HEAD.c.epoch)
    ).all()
    of_epoch: dict[int, list[PaymentKept]] = {epoch: [] for epoch, _ in heads}
    for epoch, kept in _payments(connection, _is_of_day(counter_id, business_date)):
        of_epoch[epoch].append(kept)
    return tuple(
        EpochDay(
            epoch=epoch,
            upto=sequence,
            count=len(of_epoch[epoch]),
            amount_paise=sum(one.amount_paise for one in of_epoch[epoch]),
            digest=day_digest(of_epoch[epoch]),
        )
        for epoch, sequence in heads
    )


def _payments(
    connection: Connection, condition: ColumnElement[bool]
) -> list[tuple[int, PaymentKept]]:
    """Payments with their tenders, by epoch and sequence."""
    columns = (PAYMENT.c.epoch, PAYMENT.c.sequence)
    tenders: dict[tuple[int, int], list[tuple[str, int]]] = {}
    for epoch, sequence, kind, paise in connection.execute(
        select(*columns, PAYMENT_TENDER.c.kind, PAYMENT_TENDER.c.amount_paise)
        .join_from(PAYMENT, PAYMENT_TENDER, is_beside(PAYMENT, PAYMENT_TENDER))
        .where(condition)
    ):
        tenders.setdefault((epoch, sequence), []).append((kind, int(paise)))
    rows = connection.execute(
        select(
            *columns,
            PAYMENT.c.receipt_no,
            PAYMENT.c.amount_paise,
            PAYMENT.c.fate,
            PAYMENT.c.business_date,
        )
        .where(condition)
        .order_by(*columns)
    )
    return [
        (
            epoch,
            PaymentKept(
                sequence=sequence,
                receipt_no=receipt_no,
                amount_paise=int(paise),
                fate=fate,
                business_date=day,
                tenders=tuple(sorted(tenders.get((epoch, sequence), ()))),
            ),
        )
        for epoch, sequence, receipt_no, paise, fate, day in rows
    ]
