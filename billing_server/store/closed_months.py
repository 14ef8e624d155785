"""Months the accountant closed: money told for one afterwards waits for a person, who books it into a later month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from billing_server.store.office_schema import MONTH_ACT
from billing_server.store.people_acting import lock_counters, refuse_unsigned
from billing_server.store.roster import day_in_india
from billing_server.store.saying_no import SaidNo
from billing_server.store.schema import COUNTER

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.store.engine import Database

_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")

_LATEST = (
    select(MONTH_ACT.c.month, func.max(MONTH_ACT.c.number).label("number"))
    .group_by(MONTH_ACT.c.month)
    .subquery()
)
_CLOSED = (
    select(MONTH_ACT.c.month)
    .join(
        _LATEST,
        (_LATEST.c.month == MONTH_ACT.c.month) & (_LATEST.c.number == MONTH_ACT.c.number),
    )
    .where(MONTH_ACT.c.is_closed == 1)
)


@dataclass(frozen=True, slots=True)
class MonthAct:
    """Somebody closed a month (``YYYY-MM``), or opened it again."""

    month: str
    number: int
    is_closed: bool
    by: str
    reason: str
    at_us: int


def close_month(database: Database, month: str, by: str, reason: str, now_us: int) -> None:
    """From now money told for this month waits: no batch is booked while it is being closed.

    Raises ValueError for no month, one that is not over in India, and one that is closed.
    """
    _act(database, MonthAct(month, 0, True, by, reason, now_us))


def reopen_month(database: Database, month: str, by: str, reason: str, now_us: int) -> None:
    """From now money told for this month is booked again; what waits meanwhile goes on waiting for a person.

    Raises ValueError for a month that is not closed.
    """
    _act(database, MonthAct(month, 0, False, by, reason, now_us))


def closed_months(connection: Connection) -> frozenset[str]:
    """Those closed now."""
    return frozenset(connection.execute(_CLOSED).scalars())


def month_acts(connection: Connection) -> tuple[MonthAct, ...]:
    """All that was closed and opened again, the newest month first, each in its order."""
    rows = connection.execute(
        select(MONTH_ACT).order_by(MONTH_ACT.c.month.desc(), MONTH_ACT.c.number)
    )
    return tuple(
        MonthAct(row.month, row.number, bool(row.is_closed), row.by_id, row.reason, row.at_us)
        for row in rows
    )


def month_to_count_in(connection: Connection, business_date: str, now_us: int) -> str:
    """The month that money of this ISO date is booked into now: empty for its own, this one when that is closed.

    Raises ValueError when this one is closed too.
    """
    closed = closed_months(connection)
    if business_date[:7] not in closed:
        return ""
    month = this_month(now_us)
    if month in closed:
        raise SaidNo(
            "{month} and {now} are closed: open one of them first",
            month=business_date[:7],
            now=month,
        )
    return month


def this_month(now_us: int) -> str:
    """The month it is in India."""
    return day_in_india(now_us)[:7]


def _act(database: Database, act: MonthAct) -> None:
    refuse_unsigned(act.by, act.reason)
    if not _MONTH.fullmatch(act.month):
        raise SaidNo("{month} is no month: write it as 2026-11", month=act.month)
    if act.is_closed and act.month >= this_month(act.at_us):
        raise SaidNo("{month} is not over: a month is closed after its last day", month=act.month)

    def work(connection: Connection) -> None:
        lock_counters(connection, set(connection.execute(select(COUNTER.c.counter_id)).scalars()))
        if (act.month in closed_months(connection)) == act.is_closed:
            if act.is_closed:
                raise SaidNo("{month} is closed already", month=act.month)
            raise SaidNo("{month} is not closed", month=act.month)
        last = select(func.coalesce(func.max(MONTH_ACT.c.number), 0)).where(
            MONTH_ACT.c.month == act.month
        )
        connection.execute(
            insert(MONTH_ACT).values(
                month=act.month,
                number=int(connection.execute(last).scalar_one()) + 1,
                is_closed=int(act.is_closed),
                by_id=act.by.strip(),
                reason=act.reason.strip(),
                at_us=act.at_us,
            )
        )

    database.write(work)
