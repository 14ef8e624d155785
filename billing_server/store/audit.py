"""Who at the centre decided what: read from the tables that the decisions themselves wrote. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from billing_server.store.message_keys import key_of
from billing_server.store.schema import ACCOUNT_MAP, RULE
from billing_server.store.told_schema import DESK_RETURN, MATCHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


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
    for row in connection.execute(select(DESK_RETURN)):
        what = f"took in the return of {row.identity} on {row.on_date}"
        yield Act(row.at_us, row.by_id, what, row.reason)
    for row in connection.execute(select(RULE)):
        what = f"set rule {row.name} version {row.version} from {row.valid_from}"
        yield Act(row.at_us, row.set_by, what, row.authority)
    for row in connection.execute(select(ACCOUNT_MAP)):
        what = f"mapped {row.old_account_no} to {row.new_account_no}"
        yield Act(row.at_us, row.by_id, what, "")
