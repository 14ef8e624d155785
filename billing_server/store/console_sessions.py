"""Sessions of the console: kept by the hash of their token, so that nobody who reads the database can take one over."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from billing_server.store.console_schema import CONSOLE_PERSON, CONSOLE_SESSION

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True)
class SessionLife:
    """How long a session lives: so long without a request, and so long at most."""

    idle_seconds: int
    most_seconds: int

    def earliest_seen(self, now_us: int) -> int:
        """A session seen before this is over."""
        return now_us - self.idle_seconds * _MICROSECONDS

    def earliest_start(self, now_us: int) -> int:
        """A session begun before this is over."""
        return now_us - self.most_seconds * _MICROSECONDS


@dataclass(frozen=True, slots=True)
class Session:
    """A living session of a person who may sign in."""

    person_id: str
    name_en: str
    name_hi: str
    role: str
    language: str
    is_password_fresh: bool
    seen_us: int
    note: str


def token_hash(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


def begin(connection: Connection, token: str, person_id: str, address: str, now_us: int) -> None:
    """A session begins."""
    connection.execute(
        insert(CONSOLE_SESSION).values(
            token_hash=token_hash(token),
            person_id=person_id,
            address=address,
            started_us=now_us,
            seen_us=now_us,
            note="",
        )
    )


def living(connection: Connection, token: str, life: SessionLife, now_us: int) -> Session | None:
    """The session of this token, unless it is over or its person's access is."""
    session, person = CONSOLE_SESSION.c, CONSOLE_PERSON.c
    row = connection.execute(
        select(
            person.person_id,
            person.name_en,
            person.name_hi,
            person.role,
            person.language,
            person.is_password_fresh,
            session.seen_us,
            session.note,
        )
        .join_from(CONSOLE_SESSION, CONSOLE_PERSON)
        .where(
            session.token_hash == token_hash(token),
            session.seen_us >= life.earliest_seen(now_us),
            session.started_us >= life.earliest_start(now_us),
            person.ended_us.is_(None),
        )
    ).one_or_none()
    if row is None:
        return None
    return Session(
        row.person_id,
        row.name_en,
        row.name_hi,
        row.role,
        row.language,
        bool(row.is_password_fresh),
        row.seen_us,
        row.note,
    )


def seen(connection: Connection, token: str, note: str, now_us: int) -> None:
    """The session was used; ``note`` is what its next page tells once."""
    connection.execute(
        update(CONSOLE_SESSION)
        .where(CONSOLE_SESSION.c.token_hash == token_hash(token))
        .values(seen_us=now_us, note=note)
    )


def end(connection: Connection, token: str) -> None:
    """This session is over."""
    connection.execute(
        delete(CONSOLE_SESSION).where(CONSOLE_SESSION.c.token_hash == token_hash(token))
    )


def end_all(connection: Connection, person_id: str, *, but: str = "") -> int:
    """Every session of this person is over, but the one of this token; how many were."""
    ended = connection.execute(
        delete(CONSOLE_SESSION).where(
            CONSOLE_SESSION.c.person_id == person_id,
            CONSOLE_SESSION.c.token_hash != token_hash(but),
        )
    )
    return ended.rowcount


def forget_old(connection: Connection, life: SessionLife, now_us: int) -> None:
    """Sessions that are over leave no row."""
    connection.execute(
        delete(CONSOLE_SESSION).where(
            (CONSOLE_SESSION.c.seen_us < life.earliest_seen(now_us))
            | (CONSOLE_SESSION.c.started_us < life.earliest_start(now_us))
        )
    )
