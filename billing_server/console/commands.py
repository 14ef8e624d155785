"""The console's commands: the first administrator, and one who forgot the password, when nobody can sign in."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from billing_server.centre import microseconds_now
from billing_server.console import people
from billing_server.console.deeds import Deed
from billing_server.console.frame import Refused
from billing_server.console.passwords import Passwords, refuse_weak
from billing_server.console.permissions import Role
from billing_server.console.settings import ConsoleSettings
from billing_server.store import console_people, console_sessions
from billing_server.store.console_acts import ConsoleAct, note_act

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from sqlalchemy import Connection

    from billing_server.store.engine import Database

    Acts = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else

COMMAND_LINE = "command line"
"""Who the audit trail names, and from where."""


def add_console_commands(
    acts: Acts, open_database: Callable[[argparse.Namespace], Database]
) -> None:
    """Add them to the command line."""

    def run(asked: argparse.Namespace) -> int:
        password = sys.stdin.readline().rstrip("\r\n")
        with closing(open_database(asked)) as database:
            put_person(database, asked, password)
        return 0

    parser = acts.add_parser(
        "console-person", help="add a person of the console; the password comes on standard input"
    )
    for word in ("person_id", "name_en", "name_hi"):
        parser.add_argument(word)
    parser.add_argument("role", choices=[role.value for role in Role])
    parser.set_defaults(run=run)


def put_person(database: Database, asked: argparse.Namespace, password: str) -> None:
    """Add the person, or give them this password, role and access; their sessions end. Raises ValueError."""
    settings = ConsoleSettings()
    try:
        person_id = people.person_id_typed(asked.person_id)
        refuse_weak(password, person_id, settings)
    except Refused as refusal:
        raise ValueError(refusal.sentence.format(**refusal.blanks)) from refusal
    person = console_people.ConsolePerson(
        person_id,
        asked.name_en,
        asked.name_hi,
        asked.role,
        Passwords.of(settings).hash(password),
        is_password_fresh=False,
        language="en",
    )
    act = ConsoleAct(microseconds_now(), COMMAND_LINE, "", Deed.ADDED_PERSON, person_id, asked.role)

    def work(connection: Connection) -> None:
        if console_people.person_named(connection, person_id) is None:
            console_people.add_person(connection, person)
        else:
            console_people.set_password(connection, person_id, person.password_hash, is_fresh=False)
            console_people.set_role(connection, person_id, person.role)
            console_people.give_access_again(connection, person_id)
            console_sessions.end_all(connection, person_id)
        note_act(connection, act)

    database.write(work)
