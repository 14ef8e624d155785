"""The people of the console: who may sign in, and as what. An administrator's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.frame import Moved, Note, Page, Refused, Shown
from billing_server.console.passwords import fresh_password
from billing_server.console.people import person_id_typed, refuse_last_admin
from billing_server.console.permissions import MAY, Permission, Role
from billing_server.store import console_people, console_sessions
from billing_server.store.console_people import ConsolePerson

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.console.frame import Answer, Asked

MOST_NAME_CHARACTERS = 80


def show_people(asked: Asked) -> Answer:
    """Everybody, and what each role may."""
    people = asked.read(console_people.all_people)
    return Shown(
        "people.html", {"people": people, "roles": list(Role), "table": MAY, "all": Permission}
    )


def add_person(asked: Asked) -> Answer:
    """Let somebody in; their first password is shown this once."""
    person_id, password = person_id_typed(asked.field("person_id")), fresh_password()
    person = ConsolePerson(
        person_id,
        asked.field("name_en", MOST_NAME_CHARACTERS),
        asked.field("name_hi", MOST_NAME_CHARACTERS),
        _role(asked),
        asked.console.passwords.hash(password),
        is_password_fresh=True,
        language=asked.language,
    )

    def work(connection: Connection) -> None:
        if console_people.person_named(connection, person_id) is not None:
            raise Refused("{name} is taken. Nothing was changed.", name=person_id)
        console_people.add_person(connection, person)

    asked.acting(Deed.ADDED_PERSON, person_id, person.role).write(work)
    return Shown("password_given.html", {"person_id": person_id, "password": password})


def change_role(asked: Asked) -> Answer:
    """From the next request on they may do what the new role may."""
    person_id, role = str(asked.path["person_id"]), _role(asked)

    def work(connection: Connection) -> None:
        person = _person(connection, person_id)
        if role != person.role:
            refuse_last_admin(connection, person)
        console_people.set_role(connection, person_id, role)

    asked.acting(Deed.CHANGED_ROLE, person_id, role).write(work)
    return Moved("/people", Note("The role of {name} is changed.", {"name": person_id}))


def give_password(asked: Asked) -> Answer:
    """For one who forgot it: a new one, shown this once; their sessions end."""
    person_id, password = str(asked.path["person_id"]), fresh_password()
    kept = asked.console.passwords.hash(password)

    def work(connection: Connection) -> None:
        _person(connection, person_id)
        console_people.set_password(connection, person_id, kept, is_fresh=True)
        console_sessions.end_all(connection, person_id)

    asked.acting(Deed.GAVE_PASSWORD, person_id).write(work)
    return Shown("password_given.html", {"person_id": person_id, "password": password})


def end_sessions(asked: Asked) -> Answer:
    """One click: nobody is signed in as this person any more."""
    person_id = str(asked.path["person_id"])

    def work(connection: Connection) -> None:
        _person(connection, person_id)
        console_sessions.end_all(connection, person_id)

    asked.acting(Deed.ENDED_SESSIONS, person_id).write(work)
    return Moved("/people", Note("All sessions of {name} are over.", {"name": person_id}))


def end_access(asked: Asked) -> Answer:
    """They may not sign in any more, and are signed out."""
    person_id, now_us = str(asked.path["person_id"]), asked.now_us

    def work(connection: Connection) -> None:
        refuse_last_admin(connection, _person(connection, person_id))
        console_people.end_access(connection, person_id, now_us)
        console_sessions.end_all(connection, person_id)

    asked.acting(Deed.ENDED_ACCESS, person_id).write(work)
    return Moved("/people", Note("{name} may not sign in any more.", {"name": person_id}))


def give_access_again(asked: Asked) -> Answer:
    """They may sign in again, by the password they had."""
    person_id = str(asked.path["person_id"])

    def work(connection: Connection) -> None:
        _person(connection, person_id)
        console_people.give_access_again(connection, person_id)

    asked.acting(Deed.GAVE_ACCESS_AGAIN, person_id).write(work)
    return Moved("/people", Note("{name} may sign in again.", {"name": person_id}))


def _person(connection: Connection, person_id: str) -> ConsolePerson:
    person = console_people.person_named(connection, person_id)
    if person is None:
        raise Refused("There is no such person. Nothing was changed.")
    return person


def _role(asked: Asked) -> Role:
    role = asked.field("role")
    if role not in set(Role):
        raise Refused("There is no such role. Nothing was changed.")
    return Role(role)


PAGES = (
    Page("/people", show_people, Permission.KEEP_PEOPLE, add_person, heading="People"),
    *(
        Page(f"/people/{{person_id}}/{name}", None, Permission.KEEP_PEOPLE, act)
        for name, act in (
            ("role", change_role),
            ("password", give_password),
            ("end-sessions", end_sessions),
            ("end-access", end_access),
            ("give-access", give_access_again),
        )
    ),
)
