"""The roster: cashiers and supervisors, with their PINs as Argon2id hashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from billing_server.store.schema import PERSON
from counter_app.wire.exchange import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from billing_server.store.engine import Database


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

    database.write(work)


def remove_person(database: Database, cashier_id: str) -> None:
    """This person works no counter from the next pull on."""
    database.write(
        lambda connection: connection.execute(
            delete(PERSON).where(PERSON.c.cashier_id == cashier_id)
        )
    )


def tell_roster(connection: Connection) -> tuple[Person, ...]:
    """Everybody, by id."""
    rows = connection.execute(select(PERSON).order_by(PERSON.c.cashier_id))
    return tuple(
        Person(row.cashier_id, row.name_en, row.name_hi, row.role, row.pin_hash) for row in rows
    )


def hash_pin(pin: str) -> str:
    """Argon2id with the library's present parameters."""
    from argon2 import PasswordHasher  # noqa: PLC0415 - not needed to serve

    return PasswordHasher().hash(pin)
