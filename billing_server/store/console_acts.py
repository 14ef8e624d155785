"""The audit trail of the console: one row for each act of a person, in the act's own transaction, insert only."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import insert, select

from billing_server.store.console_schema import CONSOLE_ACT
from billing_server.store.engine import MOST_TRIES, Database

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

Answer = TypeVar("Answer")

_ID_BYTES = 12


@dataclass(frozen=True, slots=True)
class ConsoleAct:
    """Who did what to what, when, from which address, and why."""

    at_us: int
    by_id: str
    address: str
    deed: str
    on: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AuditedDatabase(Database):
    """The database for one act: what it writes and the act's row commit together, or neither does."""

    act: ConsoleAct

    def write(
        self, work: Callable[[Connection], Answer], *, most_tries: int = MOST_TRIES
    ) -> Answer:
        """Run in one transaction that ends with the row of the act."""

        def both(connection: Connection) -> Answer:
            answer = work(connection)
            note_act(connection, self.act)
            return answer

        return Database(self.engine).write(both, most_tries=most_tries)


def note_act(connection: Connection, act: ConsoleAct) -> None:
    """Write the row of an act."""
    connection.execute(
        insert(CONSOLE_ACT).values(
            act_id=secrets.token_hex(_ID_BYTES),
            at_us=act.at_us,
            by_id=act.by_id,
            address=act.address,
            deed=act.deed,
            object=act.on,
            reason=act.reason,
        )
    )


@dataclass(frozen=True, slots=True)
class ActsAsked:
    """Which acts: empty strings and None ask for all; ``until_us`` is not included."""

    by_id: str = ""
    deed: str = ""
    from_us: int | None = None
    until_us: int | None = None


def acts_of(connection: Connection, asked: ActsAsked, most: int) -> tuple[ConsoleAct, ...]:
    """The newest so many of them, newest first."""
    columns = CONSOLE_ACT.c
    query = select(CONSOLE_ACT).order_by(columns.at_us.desc(), columns.act_id).limit(most)
    if asked.by_id:
        query = query.where(columns.by_id == asked.by_id)
    if asked.deed:
        query = query.where(columns.deed == asked.deed)
    if asked.from_us is not None:
        query = query.where(columns.at_us >= asked.from_us)
    if asked.until_us is not None:
        query = query.where(columns.at_us < asked.until_us)
    return tuple(
        ConsoleAct(row.at_us, row.by_id, row.address, row.deed, row.object, row.reason)
        for row in connection.execute(query)
    )
