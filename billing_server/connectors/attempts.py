"""What became of each instruction at an adapter: attempts, added only; the last one is the state."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import func, select

from billing_server.connectors.instructions import Instruction, Kind, Outcome
from billing_server.store.bulk import insert_rows
from billing_server.store.instruction_schema import ATTEMPT, INSTRUCTION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sqlalchemy import Column, Connection, FromClause, Row, ScalarSelect

Value = TypeVar("Value")

MOST_DETAIL_CHARACTERS = 500
MOST_IN_STATEMENT = 10_000


def add_attempts(
    connection: Connection,
    adapter: str,
    told: Mapping[int, tuple[Outcome, str]],
    now_us: int,
    *,
    parcel: int = 0,
    by: str = "",
) -> None:
    """One more attempt for each of these numbers. The adapter's row is locked."""
    last: dict[int, int] = {}
    for some in in_slices(told):
        known = connection.execute(
            select(ATTEMPT.c.number, func.max(ATTEMPT.c.attempt))
            .where(ATTEMPT.c.adapter == adapter, ATTEMPT.c.number.in_(some))
            .group_by(ATTEMPT.c.number)
        )
        last |= dict(known.all())
    rows: list[dict[str, object]] = [
        {
            "adapter": adapter,
            "number": number,
            "attempt": last.get(number, 0) + 1,
            "outcome": str(outcome),
            "parcel": parcel,
            "detail": detail[:MOST_DETAIL_CHARACTERS],
            "by_id": by,
            "at_us": now_us,
        }
        for number, (outcome, detail) in sorted(told.items())
    ]
    insert_rows(connection, ATTEMPT, rows)


def states_of(connection: Connection, adapter: str, numbers: Collection[int]) -> dict[int, str]:
    """Each number's last outcome, empty for one that was never given."""
    states = dict.fromkeys(numbers, "")
    for some in in_slices(numbers):
        rows = connection.execute(
            select(ATTEMPT.c.number, ATTEMPT.c.outcome)
            .where(ATTEMPT.c.adapter == adapter, ATTEMPT.c.number.in_(some))
            .order_by(ATTEMPT.c.number, ATTEMPT.c.attempt)
        )
        states |= dict(rows.all())
    return states


def in_slices(values: Iterable[Value], most: int = MOST_IN_STATEMENT) -> Iterator[list[Value]]:
    """As many at once as a statement of either database takes."""
    rest = iter(values)
    while some := list(islice(rest, most)):
        yield some


def instruction_of(row: Row[*tuple[Any, ...]]) -> Instruction:
    """The noun of a row of the table."""
    return Instruction(
        row.number,
        row.reference,
        Kind(row.kind),
        row.corrects,
        row.account_no,
        row.bill_no,
        row.amount_paise,
        row.bill_paise,
        row.outstanding_paise,
        bool(row.is_full),
        row.division,
        row.connection,
        row.mobile,
        row.receipt_no,
        row.toward,
        row.business_date,
        row.month,
    )


def last_attempt(
    adapter: str, column: Column[Any], instruction: FromClause = INSTRUCTION
) -> ScalarSelect[Any]:
    """This column of the last attempt with each instruction, NULL before the first."""
    last = ATTEMPT.alias()
    return (
        select(last.c[column.name])
        .where(last.c.adapter == adapter, last.c.number == instruction.c.number)
        .order_by(last.c.attempt.desc())
        .limit(1)
        .correlate(instruction)
        .scalar_subquery()
    )
