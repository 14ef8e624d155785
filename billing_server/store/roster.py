"""The roster: cashiers and supervisors, with their PINs as Argon2id hashes."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from billing_server.store import approval_secrets
from billing_server.store.office_schema import PERSON_CHANGE
from billing_server.store.schema import PERSON
from counter_app.domain.identity import IST
from counter_app.wire.exchange import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from billing_server.store.engine import Database

_MICROSECONDS = 1_000_000
_NANOSECONDS = 1_000
"""In a microsecond."""


def put_people(database: Database, people: Iterable[Person]) -> None:
    """Add these people, or replace those of the same id."""
    rows = [
        {name: getattr(person, name) for name in PERSON.c.keys()}  # noqa: SIM118 - a column collection iterates columns
        for person in people
    ]

    def work(connection: Connection) -> None:
        ids = [row["cashier_id"] for row in rows]
        connection.execute(delete(PERSON).where(PERSON.c.cashier_id.in_(ids)))
        if rows:
            connection.execute(insert(PERSON), rows)
        for row in rows:
            approval_secrets.keep_up(connection, row["cashier_id"], row["role"], _now_us())

    database.write(work)


def remove_person(database: Database, cashier_id: str) -> None:
    """This person works no counter from the next pull on."""

    def work(connection: Connection) -> None:
        connection.execute(delete(PERSON).where(PERSON.c.cashier_id == cashier_id))
        approval_secrets.forget(connection, cashier_id)

    database.write(work)


def tell_roster(
    connection: Connection, now_us: int | None = None, counter_id: str = ""
) -> tuple[Person, ...]:
    """Everybody who works at counters today (the system's clock by default), by id.

    Somebody without a history (``roster_upkeep``) does until removed. Who may approve has a key for this counter
    alone; without a counter nobody has one.
    """
    day = day_in_india(_now_us() if now_us is None else now_us)
    keys = approval_secrets.keys_of_counter(connection, counter_id) if counter_id else {}
    columns = PERSON_CHANGE.c
    last = (
        select(columns.cashier_id, func.max(columns.number).label("number"))
        .group_by(columns.cashier_id)
        .subquery()
    )
    is_last = (columns.cashier_id == last.c.cashier_id) & (columns.number == last.c.number)
    rows = connection.execute(
        select(PERSON)
        .outerjoin(last, last.c.cashier_id == PERSON.c.cashier_id)
        .outerjoin(PERSON_CHANGE, is_last)
        .where(func.coalesce(columns.valid_from, "") <= day)
        .where((func.coalesce(columns.valid_to, "") == "") | (columns.valid_to >= day))
        .order_by(PERSON.c.cashier_id)
    )
    return tuple(
        Person(
            row.cashier_id,
            row.name_en,
            row.name_hi,
            row.role,
            row.pin_hash,
            keys.get(row.cashier_id, ""),
        )
        for row in rows
    )


def _now_us() -> int:
    return time.time_ns() // _NANOSECONDS


def day_in_india(now_us: int) -> str:
    """The ISO day it is there."""
    moment = datetime.fromtimestamp(now_us // _MICROSECONDS, UTC)
    return moment.astimezone(IST).date().isoformat()


def hash_pin(pin: str) -> str:
    """Argon2id with the library's present parameters."""
    from argon2 import PasswordHasher  # noqa: PLC0415 - not needed to serve

    return PasswordHasher().hash(pin)
