"""What waits for an adapter, and the place of its next parcel. Reads; moves only the mark of what is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select, update

from billing_server.connectors.attempts import instruction_of, last_attempt
from billing_server.connectors.instructions import WAITING, Instruction, Outcome
from billing_server.store.instruction_schema import ATTEMPT, CONNECTOR, INSTRUCTION, PARCEL

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, ScalarSelect

    from billing_server.connectors.port import Plan

FAILED_WAIT_SECONDS = 60
"""What failed is not tried again before."""
_MICROSECONDS = 1_000_000


def waiting(connection: Connection, plan: Plan, now_us: int) -> list[Instruction]:
    """What is to be given next, oldest first; what failed once, only when nothing else waits.

    Of a payment nothing goes before what came before it; a parcel of one day holds both, in their order.
    """
    outcome = last_attempt(plan.name, ATTEMPT.c.outcome)
    at_us = last_attempt(plan.name, ATTEMPT.c.at_us)
    is_new = or_(outcome.is_(None), outcome == str(Outcome.RELEASED))
    is_rested = and_(
        outcome == str(Outcome.FAILED), at_us <= now_us - FAILED_WAIT_SECONDS * _MICROSECONDS
    )
    found: list[Instruction] = []
    for waits in (is_new, is_rested):
        found = found or _first_of(connection, plan, waits)
    return found


def _first_of(connection: Connection, plan: Plan, waits: ColumnElement[bool]) -> list[Instruction]:
    asked = [INSTRUCTION.c.number > settled_upto(plan.name), waits]
    if plan.is_by_day:
        asked.append(INSTRUCTION.c.business_date <= plan.through)
        first = select(func.min(INSTRUCTION.c.business_date)).where(*asked)
        asked.append(INSTRUCTION.c.business_date == connection.execute(first).scalar_one())
    else:
        asked.append(~_is_behind(plan.name))
    rows = connection.execute(
        select(INSTRUCTION).where(*asked).order_by(INSTRUCTION.c.number).limit(plan.most_lines)
    )
    return [instruction_of(row) for row in rows]


def _is_behind(adapter: str) -> ColumnElement[bool]:
    """Whether an earlier instruction of the same part of a payment is not with the other side yet."""
    earlier = INSTRUCTION.alias()
    outcome = func.coalesce(last_attempt(adapter, ATTEMPT.c.outcome, earlier), "")
    same = [
        earlier.c[name] == INSTRUCTION.c[name]
        for name in ("counter_id", "epoch", "sequence", "line")
    ]
    return (
        select(earlier.c.number)
        .where(
            *same,
            earlier.c.number < INSTRUCTION.c.number,
            outcome.not_in([str(Outcome.HANDED_ON), str(Outcome.DONE)]),
        )
        .correlate(INSTRUCTION)
        .exists()
    )


def settle(connection: Connection, adapter: str) -> None:
    """Move the mark below which nothing is left for a runner."""
    outcome = func.coalesce(last_attempt(adapter, ATTEMPT.c.outcome), "")
    is_open = outcome.in_(["", str(Outcome.GIVEN), *map(str, WAITING)])
    above = INSTRUCTION.c.number > settled_upto(adapter)
    first = connection.execute(
        select(func.min(INSTRUCTION.c.number)).where(above, is_open)
    ).scalar_one()
    if first is None:
        first = connection.execute(
            select(func.coalesce(func.max(INSTRUCTION.c.number), 0) + 1)
        ).scalar_one()
    connection.execute(
        update(CONNECTOR)
        .where(CONNECTOR.c.adapter == adapter, CONNECTOR.c.settled_upto < first - 1)
        .values(settled_upto=first - 1)
    )


def settled_upto(adapter: str) -> ScalarSelect[int]:
    """The mark, as part of a statement."""
    return select(CONNECTOR.c.settled_upto).where(CONNECTOR.c.adapter == adapter).scalar_subquery()


def next_place(connection: Connection, plan: Plan, day: str) -> tuple[int, str, int]:
    """The next number, the digest of the parcel before, and which part of its day it is."""
    of_adapter = PARCEL.c.adapter == plan.name
    given = select(func.coalesce(func.max(PARCEL.c.number), 0)).where(of_adapter)
    last = int(connection.execute(given).scalar_one())
    part = 1
    if plan.is_by_day:
        of_day = select(func.count()).where(of_adapter, PARCEL.c.business_date == day)
        part += int(connection.execute(of_day).scalar_one())
    return last + 1, digest_of(connection, plan.name, last), part


def digest_of(connection: Connection, adapter: str, number: int) -> str:
    """Of this parcel, empty for none."""
    named = (PARCEL.c.adapter == adapter, PARCEL.c.number == number)
    digest = connection.execute(select(PARCEL.c.digest).where(*named)).scalar_one_or_none()
    return str(digest or "")
