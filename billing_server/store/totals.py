"""The centre's sums of a day, for the daily reconciliation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from billing_server.store.message_keys import is_beside
from billing_server.store.months import month_of
from billing_server.store.told_schema import PAYMENT, PAYMENT_TENDER
from counter_app.wire.exchange import DayTotals, TenderDay

if TYPE_CHECKING:
    from sqlalchemy import Connection


def tell_day(connection: Connection, counter_id: str, business_date: str) -> DayTotals:
    """All payments of one counter, all epochs, whatever their fate."""
    is_of_day = (
        PAYMENT.c.book_month == month_of(business_date),
        PAYMENT.c.counter_id == counter_id,
        PAYMENT.c.business_date == business_date,
    )
    count, amount_paise = connection.execute(
        select(func.count(), func.coalesce(func.sum(PAYMENT.c.amount_paise), 0)).where(*is_of_day)
    ).one()
    by_tender = connection.execute(
        select(
            PAYMENT_TENDER.c.kind,
            PAYMENT.c.fate,
            func.count(),
            func.sum(PAYMENT_TENDER.c.amount_paise),
        )
        .join_from(PAYMENT, PAYMENT_TENDER, is_beside(PAYMENT, PAYMENT_TENDER))
        .where(*is_of_day)
        .group_by(PAYMENT_TENDER.c.kind, PAYMENT.c.fate)
        .order_by(PAYMENT_TENDER.c.kind, PAYMENT.c.fate)
    )
    return DayTotals(
        counter_id=counter_id,
        business_date=business_date,
        count=count,
        amount_paise=int(amount_paise),
        by_tender=tuple(
            TenderDay(kind, fate, tenders, int(paise)) for kind, fate, tenders, paise in by_tender
        ),
    )
