"""People of the head office's console: who they are, what they may, and the hash of their password."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from billing_server.store.console_schema import CONSOLE_PERSON

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row


@dataclass(frozen=True, slots=True)
class ConsolePerson:
    """One person. ``is_password_fresh``: given by another, so it must be changed before anything else."""

    person_id: str
    name_en: str
    name_hi: str
    role: str
    password_hash: str
    is_password_fresh: bool
    language: str
    is_ended: bool = False


def person_named(connection: Connection, person_id: str) -> ConsolePerson | None:
    """The person of this name, whether or not they may still sign in."""
    row = connection.execute(
        select(CONSOLE_PERSON).where(CONSOLE_PERSON.c.person_id == person_id)
    ).one_or_none()
    return _person_of(row) if row is not None else None


def all_people(connection: Connection) -> tuple[ConsolePerson, ...]:
    """Everybody, by name."""
    rows = connection.execute(select(CONSOLE_PERSON).order_by(CONSOLE_PERSON.c.person_id))
    return tuple(_person_of(row) for row in rows)


def living_in_role(connection: Connection, role: str) -> int:
    """How many may sign in and have this role. Holds them still until commit, so that two cannot end each other."""
    found = connection.execute(
        select(CONSOLE_PERSON.c.person_id)
        .where(CONSOLE_PERSON.c.role == role, CONSOLE_PERSON.c.ended_us.is_(None))
        .order_by(CONSOLE_PERSON.c.person_id)
        .with_for_update()
    )
    return len(found.all())


def add_person(connection: Connection, person: ConsolePerson) -> None:
    """Add somebody by a name that nobody has, or had: names are never given twice."""
    connection.execute(
        insert(CONSOLE_PERSON).values(
            person_id=person.person_id,
            name_en=person.name_en,
            name_hi=person.name_hi,
            role=person.role,
            password_hash=person.password_hash,
            is_password_fresh=int(person.is_password_fresh),
            language=person.language,
        )
    )


def set_password(
    connection: Connection, person_id: str, password_hash: str, *, is_fresh: bool
) -> None:
    """From now on this is the password; fresh when another person gave it."""
    _change(connection, person_id, password_hash=password_hash, is_password_fresh=int(is_fresh))


def set_role(connection: Connection, person_id: str, role: str) -> None:
    """From the next request on the person may do what this role may."""
    _change(connection, person_id, role=role)


def set_language(connection: Connection, person_id: str, language: str) -> None:
    """What the person reads from now on."""
    _change(connection, person_id, language=language)


def end_access(connection: Connection, person_id: str, now_us: int) -> None:
    """The person may not sign in any more; what they did stays told."""
    _change(connection, person_id, ended_us=now_us)


def give_access_again(connection: Connection, person_id: str) -> None:
    """The person may sign in again."""
    _change(connection, person_id, ended_us=None)


def _change(connection: Connection, person_id: str, **values: object) -> None:
    connection.execute(
        update(CONSOLE_PERSON).where(CONSOLE_PERSON.c.person_id == person_id).values(**values)
    )


def _person_of(row: Row[*tuple[Any, ...]]) -> ConsolePerson:
    return ConsolePerson(
        row.person_id,
        row.name_en,
        row.name_hi,
        row.role,
        row.password_hash,
        bool(row.is_password_fresh),
        row.language,
        row.ended_us is not None,
    )
