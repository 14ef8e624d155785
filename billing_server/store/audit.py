"""Who at the centre decided what: read from the tables that the decisions themselves wrote. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from billing_server.store.message_keys import key_of
from billing_server.store.office_schema import (
    CHEQUE_BAR,
    DECISION,
    DOUBLE,
    MONTH_ACT,
    PERSON_CHANGE,
    UNDONE_MATCH,
)
from billing_server.store.schema import ACCOUNT_MAP, RULE
from billing_server.store.told_schema import DESK_RETURN, MATCHED
from counter_app.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """One decision of a person."""

    at_us: int
    by: str
    what: str
    reason: str


def acts(connection: Connection) -> tuple[Act, ...]:
    """All of them, oldest first."""
    return tuple(sorted(_acts(connection)))


def _acts(connection: Connection) -> Iterator[Act]:
    for row in connection.execute(select(MATCHED).where(MATCHED.c.line == 1)):
        yield Act(row.at_us, row.by_id, f"matched {key_of(row)} to {row.account_no}", row.reason)
    for row in connection.execute(select(DECISION)):
        yield Act(row.at_us, row.by_id, _decision_said(row), row.reason)
    for row in connection.execute(select(MONTH_ACT)):
        what = f"closed {row.month}" if row.is_closed else f"opened {row.month} again"
        yield Act(row.at_us, row.by_id, what, row.reason)
    for row in connection.execute(select(CHEQUE_BAR)):
        until = f" to {row.valid_to}" if row.valid_to else ""
        what = f"barred the cheques of {row.account_no} from {row.valid_from}{until}"
        if row.is_lifted:
            what = f"took the cheques of {row.account_no} again"
        yield Act(row.at_us, row.by_id, what, row.reason)
    for row in connection.execute(select(PERSON_CHANGE)):
        yield Act(row.at_us, row.by_id, f"{row.act} {row.cashier_id} on the roster", row.reason)
    for row in connection.execute(select(DESK_RETURN)):
        what = f"took in the return of {row.identity} on {row.on_date}"
        yield Act(row.at_us, row.by_id, what, row.reason)
    for row in connection.execute(select(RULE)):
        what = f"set rule {row.name} version {row.version} from {row.valid_from}"
        yield Act(row.at_us, row.set_by, what, row.authority)
    for row in connection.execute(select(ACCOUNT_MAP)):
        what = f"mapped {row.old_account_no} to {row.new_account_no}"
        yield Act(row.at_us, row.by_id, what, "")


def _decision_said(row: Row[*tuple[Any, ...]]) -> str:
    key = key_of(row)
    if row.kind == DOUBLE:
        return f"found {key} to be a double, Rs {Money(row.amount_paise)} to pay back"
    return f"undid the match of {key}" if row.kind == UNDONE_MATCH else f"undid the double {key}"
