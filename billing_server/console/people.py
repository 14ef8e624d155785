"""What holds for the people of the console: how they are named, and that an administrator is always left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from billing_server.console.frame import Refused
from billing_server.console.permissions import Role
from billing_server.store import console_people

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PERSON_ID = re.compile(r"[a-z][a-z0-9._-]{1,39}")


def person_id_typed(text: str) -> str:
    """The name a person signs in by, in small letters. Raises Refused."""
    person_id = text.strip().lower()
    if not _PERSON_ID.fullmatch(person_id):
        raise Refused(
            "A sign-in name has 2 to 40 small letters, digits, dots or dashes, a letter first."
        )
    return person_id


def refuse_last_admin(connection: Connection, person: console_people.ConsolePerson) -> None:
    """Raise Refused when this is the only administrator left: somebody must be able to let others in."""
    is_admin = person.role == Role.ADMIN and not person.is_ended
    if is_admin and console_people.living_in_role(connection, Role.ADMIN) == 1:
        raise Refused(
            "This is the last administrator. Nothing was changed. Make another one first."
        )
