"""What every page of the console is made of: what was asked, what is answered, and who may ask."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import msgspec

from billing_server.console.permissions import Permission, may
from billing_server.console.words import say
from billing_server.store.console_acts import AuditedDatabase, ConsoleAct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy import Connection

    from billing_server.console.deeds import Deed
    from billing_server.console.passwords import Passwords
    from billing_server.console.settings import ConsoleSettings
    from billing_server.settings import ServerSettings
    from billing_server.store.console_sessions import Session
    from billing_server.store.engine import Database
    from counter_app.wire.canonical import KeyPair

Found = TypeVar("Found")


class Refused(Exception):
    """The console does not do as asked: an English sentence out of ``words``, and what fills its blanks."""

    def __init__(self, sentence: str, **blanks: object) -> None:
        super().__init__(sentence, blanks)
        self.sentence = sentence
        self.blanks = blanks


@contextmanager
def refusing(sentence: str, **blanks: object) -> Iterator[None]:
    """Turn the ValueError of a store into this sentence, its ``{why}`` filled with what the store said."""
    try:
        yield
    except ValueError as error:
        raise Refused(sentence, why=str(error), **blanks) from error


@dataclass(frozen=True, slots=True)
class Console:
    """What all pages stand on. ``now_us`` is the server's clock."""

    database: Database
    key: KeyPair
    server_settings: ServerSettings
    now_us: Callable[[], int]
    passwords: Passwords

    @property
    def settings(self) -> ConsoleSettings:
        """The console's own limits."""
        return self.server_settings.console


@dataclass(frozen=True, slots=True)
class Asked:
    """One request of a person who is signed in. ``typed`` is the form, empty when a page is only looked at."""

    console: Console
    session: Session
    address: str
    path: Mapping[str, str | int] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    token: str = field(default="", repr=False)
    base: str = ""
    """Where the console is mounted: links begin with it."""

    @property
    def now_us(self) -> int:
        """The server's clock."""
        return self.console.now_us()

    @property
    def language(self) -> str:
        """``en`` or ``hi``."""
        return self.session.language

    def may(self, permission: Permission) -> bool:
        """Whether the person may."""
        return may(self.session.role, permission)

    def read(self, work: Callable[[Connection], Found]) -> Found:
        """Look at one moment of the database."""
        return self.console.database.read(work)

    def acting(self, deed: Deed, on: str = "", reason: str = "") -> AuditedDatabase:
        """The database for one act of this person: what is written through it leaves its row in the audit trail."""
        act = ConsoleAct(self.now_us, self.session.person_id, self.address, deed, on, reason)
        return AuditedDatabase(self.console.database.engine, act)

    def field(self, name: str, most_characters: int = 200) -> str:
        """What was typed here, without the space around it. Raises Refused for nothing, or too much."""
        text = self.typed.get(name, "").strip()
        if not text:
            raise Refused("Something is missing: fill in every field.")
        if len(text) > most_characters or "\x00" in text:
            raise Refused("That is too long: {most} characters at most.", most=most_characters)
        return text


@dataclass(frozen=True, slots=True)
class Shown:
    """A template, filled. ``status`` is HTTP's."""

    template: str
    facts: Mapping[str, object] = field(default_factory=dict)
    status: int = 200


class Note(msgspec.Struct, frozen=True):
    """A sentence of ``words`` that the next page tells once; kept with the session until then."""

    sentence: str
    blanks: dict[str, str] = {}

    def told(self, language: str) -> str:
        """In this language."""
        return say(language, self.sentence, **self.blanks)


@dataclass(frozen=True, slots=True)
class Moved:
    """Done: look at this page next (a path of the console), where the note is told."""

    path: str
    note: Note | None = None


Answer = Shown | Moved


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the console. ``permission`` None: everybody who is signed in.

    ``act`` answers a form; ``permission_to_act`` is what it needs, if more than looking. When it raises Refused,
    ``show`` is shown again with the sentence and what was typed. ``heading`` puts the page into the navigation.
    """

    path: str
    show: Callable[[Asked], Answer] | None
    permission: Permission | None
    act: Callable[[Asked], Answer] | None = None
    permission_to_act: Permission | None = None
    heading: str = ""
    is_for_fresh_password: bool = False
    """Reached while a password that another gave is still to be changed."""
    takes_file: bool = False
    """Its form may hold a file of text, which stands in ``typed`` under its field's name."""

    def is_allowed(self, role: str, *, acts: bool) -> bool:
        """Whether this role may look, or act."""
        needed = [self.permission, self.permission_to_act if acts else None]
        return all(one is None or may(role, one) for one in needed)
