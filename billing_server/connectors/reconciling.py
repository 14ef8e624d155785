"""Reconciliation of a business day: what the centre booked, what became instructions, what each adapter has of it.

Read in one moment of the database, and worked out from the payments themselves: the outbox is not believed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from billing_server.connectors.attempts import in_slices, last_attempt
from billing_server.connectors.instructions import Outcome, moves_of, rupees_text
from billing_server.connectors.writing import read_handed
from billing_server.store.instruction_schema import ATTEMPT, INSTRUCTION
from billing_server.store.kept_payments import read_kept
from billing_server.store.months import month_of
from billing_server.store.schema import CONSUMER
from billing_server.store.told_schema import PAYMENT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection

    from billing_server.kept import KeptPayment

_SLICE = 500
_STATES = {
    "": "waits",
    Outcome.FAILED: "waits",
    Outcome.RELEASED: "waits",
    Outcome.GIVEN: "given, nothing heard",
    Outcome.HANDED_ON: "handed on, not acknowledged",
    Outcome.REFUSED: "refused",
}


@dataclass(slots=True)
class DayReconciled:
    """Paise by division, and by adapter and division what it has; ``differences`` in words, empty when all agree."""

    business_date: str
    booked: Counter[str] = field(default_factory=Counter)
    instructed: Counter[str] = field(default_factory=Counter)
    done: dict[str, Counter[str]] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)


def reconcile_day(
    connection: Connection, business_date: str, adapters: Collection[str]
) -> DayReconciled:
    """All payments of that business date, at all counters."""
    day = DayReconciled(business_date)
    for kept in _payments_of(connection, business_date):
        _compare(connection, kept, day)
    _add_instructed(connection, day)
    for adapter in sorted(adapters):
        _compare_adapter(connection, adapter, day)
    return day


def _payments_of(connection: Connection, business_date: str) -> Iterator[list[KeptPayment]]:
    rows = connection.execute(
        select(PAYMENT.c.counter_id, PAYMENT.c.payment_id)
        .where(
            PAYMENT.c.business_date == business_date,
            PAYMENT.c.book_month == month_of(business_date),
        )
        .order_by(PAYMENT.c.counter_id)
    )
    found: dict[str, list[str]] = {}
    for counter_id, payment_id in rows:
        found.setdefault(counter_id, []).append(payment_id)
    for counter_id, payment_ids in found.items():
        for some in in_slices(payment_ids, _SLICE):
            yield list(read_kept(connection, counter_id, some).values())


def _compare(connection: Connection, kept: list[KeptPayment], day: DayReconciled) -> None:
    """Add what is booked; what is not handed on of it is a difference."""
    handed = read_handed(connection, [one.key for one in kept])
    accounts = {one.account_no for one in kept}
    living = select(CONSUMER.c.account_no, CONSUMER.c.division)
    rows = connection.execute(living.where(CONSUMER.c.account_no.in_(accounts)))
    divisions = dict(rows.all())
    for one in kept:
        known = handed[one.key]
        for line, part in enumerate(one.parts, 1):
            if not one.is_aside:
                division = known.divisions.get((line, one.account_no)) or divisions[one.account_no]
                day.booked[division] += part.rest_paise
        for move in moves_of(one, known.paise):
            day.differences.append(
                f"{one.key} part {move.place.line}, account {move.place.account_no}:"
                f" Rs {rupees_text(move.amount_paise)} booked and no instruction yet"
            )


def _add_instructed(connection: Connection, day: DayReconciled) -> None:
    columns = INSTRUCTION.c
    of_day = select(columns.division, columns.amount_paise)
    for division, paise in connection.execute(
        of_day.where(columns.business_date == day.business_date)
    ):
        day.instructed[division] += paise


def _compare_adapter(connection: Connection, adapter: str, day: DayReconciled) -> None:
    columns = INSTRUCTION.c
    rows = connection.execute(
        select(
            columns.reference,
            columns.division,
            columns.amount_paise,
            last_attempt(adapter, ATTEMPT.c.outcome).label("outcome"),
            last_attempt(adapter, ATTEMPT.c.detail).label("detail"),
        )
        .where(columns.business_date == day.business_date)
        .order_by(columns.number)
    )
    done = day.done.setdefault(adapter, Counter())
    open_count, open_paise = Counter[str](), Counter[str]()
    for row in rows:
        state = row.outcome or ""
        if state == Outcome.DONE:
            done[row.division] += row.amount_paise
        elif state == Outcome.REFUSED:
            day.differences.append(
                f"{adapter}: {row.reference} Rs {rupees_text(row.amount_paise)} refused: {row.detail}"
            )
        else:
            place = f" in {row.detail}" if state == Outcome.HANDED_ON else ""
            open_count[_STATES[state] + place] += 1
            open_paise[_STATES[state] + place] += row.amount_paise
    day.differences += [
        f"{adapter}: {count} of Rs {rupees_text(open_paise[what])} {what}"
        for what, count in sorted(open_count.items())
    ]
