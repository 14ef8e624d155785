"""The counters as the centre knows them: when heard, what they last said of themselves, their keys. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from billing_server.store.alarm_answers import open_alarms
from billing_server.store.console_schema import COUNTER_STATE
from billing_server.store.schema import (
    ACKNOWLEDGEMENT,
    CHAIN_HEAD,
    COUNTER,
    ENROLMENT_CODE,
    EPOCH,
)
from billing_server.store.told_schema import MESSAGE, PAYMENT

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select


@dataclass(frozen=True, slots=True)
class EpochSeen:
    """One key of a counter, and how far its messages reach; ``told_us`` is when the last one came."""

    counter_id: str
    epoch: int
    receipt_series: str
    key_id: str
    valid_from_us: int
    valid_until_us: int
    revoked_us: int | None
    sequence: int
    is_forked: bool
    told_us: int | None


@dataclass(frozen=True, slots=True)
class StateSeen:
    """What a counter last said of itself."""

    version: str
    unsent: int
    unsent_paise: int
    oldest_unsent_us: int | None
    drift_us: int
    heard_us: int


@dataclass(frozen=True, slots=True)
class CounterSeen:
    """One counter; no epoch before its first enrolment."""

    counter_id: str
    counter_name: str
    division_en: str
    division_hi: str
    series_base: str
    epochs: tuple[EpochSeen, ...]
    state: StateSeen | None
    alarms: int

    @property
    def epoch(self) -> EpochSeen | None:
        """The newest."""
        return self.epochs[-1] if self.epochs else None

    @property
    def heard_us(self) -> int | None:
        """When anything of it last came."""
        told = [one.told_us for one in self.epochs if one.told_us is not None]
        said = [self.state.heard_us] if self.state is not None else []
        return max(told + said, default=None)

    @property
    def is_forked(self) -> bool:
        """Its newest key takes no more: two stories under one number."""
        return self.epoch is not None and self.epoch.is_forked

    @property
    def is_revoked(self) -> bool:
        """It has no key that may ask."""
        return self.epoch is not None and all(one.revoked_us is not None for one in self.epochs)

    def is_silent(self, now_us: int, silent_us: int) -> bool:
        """It should be heard, and was not for so long."""
        heard_us = self.heard_us
        is_due = self.epoch is not None and not self.is_revoked
        return is_due and (heard_us is None or heard_us < now_us - silent_us)


@dataclass(frozen=True, slots=True)
class DaySum:
    """Payments of one business date, or of one fate."""

    name: str
    count: int
    paise: int


@dataclass(frozen=True, slots=True)
class BatchSeen:
    """One acknowledged batch."""

    epoch: int
    first: int
    upto: int
    received_us: int


@dataclass(frozen=True, slots=True)
class CodeSeen:
    """An enrolment code nobody has used yet; the code itself is known to whoever was given it."""

    counter_id: str
    expires_us: int


def all_counters(connection: Connection) -> tuple[CounterSeen, ...]:
    """Every counter, by id."""
    return _counters(connection, None)


def counter_seen(connection: Connection, counter_id: str) -> CounterSeen | None:
    """One counter."""
    return next(iter(_counters(connection, counter_id)), None)


def days_of(connection: Connection, counter_id: str, since: str, most: int) -> tuple[DaySum, ...]:
    """Its newest business dates, none before this one (ISO), newest first."""
    date = PAYMENT.c.business_date
    days = _paid(date, _is_since(counter_id, since)).order_by(date.desc()).limit(most)
    return _sums(connection, days)


def fates_of(connection: Connection, counter_id: str, since: str) -> tuple[DaySum, ...]:
    """What became of its payments of this business date (ISO) and later."""
    fate = PAYMENT.c.fate
    return _sums(connection, _paid(fate, _is_since(counter_id, since)).order_by(fate))


def batches_of(connection: Connection, counter_id: str, most: int) -> tuple[BatchSeen, ...]:
    """Its last acknowledged batches, newest first."""
    told, last = ACKNOWLEDGEMENT.c, MESSAGE.c
    is_last = and_(
        told.counter_id == last.counter_id, told.epoch == last.epoch, told.upto == last.sequence
    )
    rows = connection.execute(
        select(told.epoch, told.first, told.upto, last.received_us)
        .join_from(ACKNOWLEDGEMENT, MESSAGE, is_last)
        .where(told.counter_id == counter_id)
        .order_by(told.epoch.desc(), told.upto.desc(), told.first.desc())
        .limit(most)
    )
    return tuple(BatchSeen(*row) for row in rows)


def unused_codes(connection: Connection, now_us: int) -> tuple[CodeSeen, ...]:
    """Codes that could still be used, the first to end first."""
    code = ENROLMENT_CODE.c
    rows = connection.execute(
        select(code.counter_id, code.expires_us)
        .where(code.answer.is_(None), code.expires_us >= now_us)
        .order_by(code.expires_us, code.counter_id)
    )
    return tuple(CodeSeen(*row) for row in rows)


def _counters(connection: Connection, counter_id: str | None) -> tuple[CounterSeen, ...]:
    epochs: dict[str, list[EpochSeen]] = {}
    for row in connection.execute(_of(counter_id, _epochs(), EPOCH.c.counter_id)):
        seen = EpochSeen(*row)
        epochs.setdefault(seen.counter_id, []).append(seen)
    said = connection.execute(_of(counter_id, select(COUNTER_STATE), COUNTER_STATE.c.counter_id))
    states = {
        row.counter_id: StateSeen(
            row.version,
            row.unsent,
            row.unsent_paise,
            row.oldest_unsent_us,
            row.drift_us,
            row.heard_us,
        )
        for row in said
    }
    alarms = open_alarms(connection)
    rows = _of(counter_id, select(COUNTER).order_by(COUNTER.c.counter_id), COUNTER.c.counter_id)
    return tuple(
        CounterSeen(
            row.counter_id,
            row.counter_name,
            row.division_en,
            row.division_hi,
            row.series_base,
            tuple(epochs.get(row.counter_id, ())),
            states.get(row.counter_id),
            alarms.get(row.counter_id, 0),
        )
        for row in connection.execute(rows)
    )


def _epochs() -> Select[*tuple[Any, ...]]:
    """Keys with their chain heads, and when the message at the head came."""
    key, head, last = EPOCH.c, CHAIN_HEAD.c, MESSAGE.c
    has_head = and_(key.counter_id == head.counter_id, key.epoch == head.epoch)
    is_last = and_(
        head.counter_id == last.counter_id,
        head.epoch == last.epoch,
        head.sequence == last.sequence,
    )
    return (
        select(
            key.counter_id,
            key.epoch,
            key.receipt_series,
            key.key_id,
            key.valid_from_us,
            key.valid_until_us,
            key.revoked_us,
            func.coalesce(head.sequence, 0),
            func.coalesce(head.is_forked, 0),
            last.received_us,
        )
        .select_from(
            EPOCH.outerjoin(CHAIN_HEAD, has_head).outerjoin(MESSAGE, is_last),
        )
        .order_by(key.counter_id, key.epoch)
    )


def _of(
    counter_id: str | None, query: Select[*tuple[Any, ...]], column: ColumnElement[str]
) -> Select[*tuple[Any, ...]]:
    return query if counter_id is None else query.where(column == counter_id)


def _is_since(counter_id: str, since: str) -> ColumnElement[bool]:
    """The month besides the date, so that PostgreSQL leaves older partitions alone."""
    paid = PAYMENT.c
    month = since[: len("2026-11")]
    return and_(
        paid.counter_id == counter_id,
        paid.business_date >= since,
        paid.book_month >= month,
        paid.is_held == 0,
    )


def _paid(by: ColumnElement[str], is_asked: ColumnElement[bool]) -> Select[str, int, int]:
    return select(by, func.count(), func.sum(PAYMENT.c.amount_paise)).where(is_asked).group_by(by)


def _sums(connection: Connection, query: Select[str, int, int]) -> tuple[DaySum, ...]:
    return tuple(
        DaySum(name, count, int(paise)) for name, count, paise in connection.execute(query)
    )
