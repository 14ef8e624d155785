"""What all counters collected on a business date, as they told it: by counter and hour, tender and fate. Reads only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from billing_server.store.schema import COUNTER, MESSAGE_KEY
from billing_server.store.told_schema import PAYMENT, PAYMENT_TENDER, SET_ASIDE

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select, Table

_HOUR_US = 3_600_000_000
_HOURS = 24
_IST_US = 19_800_000_000
"""India is five and a half hours ahead of UTC, all year."""


@dataclass(frozen=True, slots=True)
class Taken:
    """So many payments, and their sum in paise."""

    count: int = 0
    paise: int = 0

    def __add__(self, other: Taken) -> Taken:
        """Both together."""
        return Taken(self.count + other.count, self.paise + other.paise)


@dataclass(frozen=True, slots=True)
class CounterTaken:
    """What one counter took."""

    counter_id: str
    counter_name: str
    division_en: str
    division_hi: str
    taken: Taken


@dataclass(frozen=True, slots=True)
class Collection:
    """One business date. Everything told counts, whatever became of it; ``waiting`` of it stands in no bill now."""

    counters: tuple[CounterTaken, ...] = ()
    hours: dict[int, Taken] = field(
        default_factory=dict
    )  # of the day in India, by the counters' clocks
    tenders: dict[str, Taken] = field(default_factory=dict)
    fates: dict[str, Taken] = field(default_factory=dict)
    waiting: Taken = Taken()

    @property
    def total(self) -> Taken:
        """All counters together."""
        return sum((one.taken for one in self.counters), Taken())

    @property
    def divisions(self) -> dict[tuple[str, str], Taken]:
        """By division, English and Hindi, the largest first."""
        sums: dict[tuple[str, str], Taken] = {}
        for one in self.counters:
            name = (one.division_en, one.division_hi)
            sums[name] = sums.get(name, Taken()) + one.taken
        return dict(sorted(sums.items(), key=lambda item: (-item[1].paise, item[0])))


def collection_of(connection: Connection, business_date: str) -> Collection:
    """All of one business date (ISO)."""
    is_of_day = _is_of_day(business_date)
    counters, hours = _by_counter_and_hour(connection, is_of_day)
    tenders = (
        select(PAYMENT_TENDER.c.kind, func.count(), func.sum(PAYMENT_TENDER.c.amount_paise))
        .join_from(PAYMENT, PAYMENT_TENDER, _is_same_message(PAYMENT_TENDER, "book_month"))
        .where(is_of_day)
        .group_by(PAYMENT_TENDER.c.kind)
    )
    fates = (
        select(PAYMENT.c.fate, func.count(), func.sum(PAYMENT.c.amount_paise))
        .where(is_of_day)
        .group_by(PAYMENT.c.fate)
    )
    waiting = (
        select(func.count(), func.coalesce(func.sum(PAYMENT.c.amount_paise), 0))
        .join_from(PAYMENT, SET_ASIDE, _is_same_message(SET_ASIDE))
        .where(is_of_day)
    )
    return Collection(
        counters,
        hours,
        _largest_first(connection, tenders),
        _largest_first(connection, fates),
        Taken(*map(int, connection.execute(waiting).one())),
    )


def _is_of_day(business_date: str) -> ColumnElement[bool]:
    """The month besides the date, so that PostgreSQL looks into one partition."""
    month = business_date[: len("2026-11")]
    is_taken = PAYMENT.c.is_held == 0
    return and_(is_taken, PAYMENT.c.business_date == business_date, PAYMENT.c.book_month == month)


def _is_same_message(table: Table, *besides: str) -> ColumnElement[bool]:
    return and_(*(PAYMENT.c[name] == table.c[name] for name in (*MESSAGE_KEY, *besides)))


def _by_counter_and_hour(
    connection: Connection, is_of_day: ColumnElement[bool]
) -> tuple[tuple[CounterTaken, ...], dict[int, Taken]]:
    hour = ((PAYMENT.c.recorded_us + _IST_US) // _HOUR_US % _HOURS).label("hour")
    sums = (
        select(
            PAYMENT.c.counter_id,
            hour,
            func.count().label("number"),
            func.sum(PAYMENT.c.amount_paise),
        )
        .where(is_of_day)
        .group_by(PAYMENT.c.counter_id, "hour")
    )
    counters: dict[str, Taken] = defaultdict(Taken)
    hours: dict[int, Taken] = defaultdict(Taken)
    for counter_id, at_hour, count, paise in connection.execute(sums):
        taken = Taken(count, int(paise))
        counters[counter_id] += taken
        hours[int(at_hour)] += taken
    named = connection.execute(select(COUNTER).where(COUNTER.c.counter_id.in_(counters)))
    found = (
        CounterTaken(
            row.counter_id,
            row.counter_name,
            row.division_en,
            row.division_hi,
            counters[row.counter_id],
        )
        for row in named
    )
    largest_first = sorted(found, key=lambda one: (-one.taken.paise, one.counter_id))
    return tuple(largest_first), dict(sorted(hours.items()))


def _largest_first(connection: Connection, sums: Select[str, int, int]) -> dict[str, Taken]:
    rows = [(code, Taken(count, int(paise))) for code, count, paise in connection.execute(sums)]
    return dict(sorted(rows, key=lambda row: (-row[1].paise, row[0])))
