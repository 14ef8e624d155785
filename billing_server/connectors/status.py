"""How an adapter stands: what is open by state, and what a person must look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from billing_server.connectors.attempts import last_attempt
from billing_server.connectors.instructions import Outcome, rupees_text
from billing_server.connectors.waiting import settled_upto
from billing_server.store.instruction_schema import ATTEMPT, INSTRUCTION

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_REFUSED = 1_000
"""How many are shown at once."""


def status_of(connection: Connection, adapter: str) -> list[str]:
    """Count, sum and oldest business day of what is open, by state."""
    outcome = func.coalesce(last_attempt(adapter, ATTEMPT.c.outcome), "")
    above = func.coalesce(settled_upto(adapter), 0)
    states = (
        select(outcome.label("state"), INSTRUCTION.c.amount_paise, INSTRUCTION.c.business_date)
        .where(INSTRUCTION.c.number > above)
        .subquery()
    )
    rows = connection.execute(
        select(
            states.c.state,
            func.count(),
            func.sum(states.c.amount_paise),
            func.min(states.c.business_date),
        )
        .where(states.c.state != str(Outcome.DONE))
        .group_by(states.c.state)
        .order_by(states.c.state)
    )
    return [
        f"{state or 'WAITS'} {count}, Rs {rupees_text(int(paise))}, oldest of {day}"
        for state, count, paise, day in rows
    ] or ["nothing waits"]


def refused_of(connection: Connection, adapter: str) -> list[str]:
    """What was refused and not released since, oldest first."""
    rows = connection.execute(
        select(INSTRUCTION.c.reference, INSTRUCTION.c.amount_paise, ATTEMPT.c.detail)
        .join_from(INSTRUCTION, ATTEMPT, ATTEMPT.c.number == INSTRUCTION.c.number)
        .where(
            ATTEMPT.c.adapter == adapter,
            ATTEMPT.c.outcome == str(Outcome.REFUSED),
            ATTEMPT.c.attempt == last_attempt(adapter, ATTEMPT.c.attempt),
        )
        .order_by(INSTRUCTION.c.number)
        .limit(MOST_REFUSED)
    ).all()
    return [
        f"refused {row.reference} Rs {rupees_text(row.amount_paise)}: {row.detail}" for row in rows
    ]
