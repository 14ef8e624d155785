"""Signing in: count the try, look at the password, begin a session. One answer for every kind of no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.frame import Refused
from billing_server.console.tokens import fresh_token
from billing_server.problems import ServerRefusal
from billing_server.store import (
    attempts,
    console_acts,
    console_failures,
    console_people,
    console_sessions,
)
from billing_server.store.attempts import AttemptLimit
from billing_server.store.console_acts import ConsoleAct
from billing_server.store.console_failures import Asker, Delays
from billing_server.store.console_sessions import SessionLife

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.console.frame import Console
    from billing_server.console.settings import ConsoleSettings

_MICROSECONDS = 1_000_000
_MINUTE_SECONDS, _HOUR_SECONDS = 60, 3_600
NOBODY = "-"
"""Whom the audit trail names for a name that nobody has: what was typed may be a password."""


def life_of(settings: ConsoleSettings) -> SessionLife:
    """How long sessions live."""
    return SessionLife(settings.idle_seconds, settings.most_session_seconds)


@dataclass(frozen=True, slots=True)
class SignIn:
    """The verb."""

    console: Console

    def __call__(self, name: str, password: str, address: str) -> str:
        """The new session's token. Raises Refused: to wait, or simply no."""
        person_id = name.strip().lower()
        self._count_try(person_id, address)
        database = self.console.database
        person = database.read(lambda c: console_people.person_named(c, person_id))
        known_hash = person.password_hash if person is not None and not person.is_ended else None
        if not self.console.passwords.fits(known_hash, password):
            by_id = NOBODY if person is None else person_id
            act = ConsoleAct(self.console.now_us(), by_id, address, Deed.SIGN_IN_FAILED)
            database.write(lambda c: console_acts.note_act(c, act))
            raise Refused("Name and password do not fit. Nothing was changed; try again.")
        token = fresh_token()
        database.write(lambda c: self._begin(c, token, person_id, address))
        return token

    def _count_try(self, person_id: str, address: str) -> None:
        settings, now_us = self.console.settings, self.console.now_us()
        limit = AttemptLimit("console", settings.tries_of_address, _HOUR_SECONDS)
        try:
            attempts.admit(self.console.database, limit, address, now_us)
        except ServerRefusal as refusal:
            raise _to_wait(refusal.retry_after_seconds or 0) from refusal
        delays = Delays(
            settings.first_wait_seconds,
            settings.most_wait_seconds,
            settings.failures_forgotten_seconds,
        )
        until_us = self.console.database.write(
            lambda c: console_failures.try_once(
                c, _askers(person_id, address, settings), delays, now_us
            )
        )
        if until_us:
            raise _to_wait((until_us - now_us) // _MICROSECONDS)

    def _begin(self, connection: Connection, token: str, person_id: str, address: str) -> None:
        settings, now_us = self.console.settings, self.console.now_us()
        console_failures.forget(connection, _askers(person_id, address, settings))
        console_sessions.forget_old(connection, life_of(settings), now_us)
        console_sessions.begin(connection, token, person_id, address, now_us)
        act = ConsoleAct(now_us, person_id, address, Deed.SIGNED_IN)
        console_acts.note_act(connection, act)


def _to_wait(seconds: int) -> Refused:
    return Refused(
        "Too many tries. Nothing was changed; try again in {minutes} min.",
        minutes=seconds // _MINUTE_SECONDS + 1,
    )


def _askers(person_id: str, address: str, settings: ConsoleSettings) -> tuple[Asker, ...]:
    """Whose tries are counted together."""
    return (
        Asker(f"name {person_id} at {address}", settings.failures_of_name_and_address),
        Asker(f"name {person_id}", settings.failures_of_name),
    )
