"""Passwords: Argon2id, a few at a time, the same work for a name that nobody has."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from billing_server.console.frame import Refused

if TYPE_CHECKING:
    from billing_server.console.settings import ConsoleSettings

_GIVEN_GROUPS, _GIVEN_GROUP_CHARACTERS = 4, 4
_GIVEN_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""No i, l, o, 0 or 1 to misread: 16 of 31 characters are 79 bits."""


@dataclass(frozen=True, slots=True)
class Passwords:
    """Hashes and tries passwords, a few at a time since each takes its memory; ``_turn`` counts them."""

    _hasher: PasswordHasher
    _turn: BoundedSemaphore

    @classmethod
    def of(cls, settings: ConsoleSettings) -> Passwords:
        """With the settings' costs."""
        hasher = PasswordHasher(settings.hash_rounds, settings.hash_memory_kib)
        return cls(hasher, BoundedSemaphore(settings.hashes_at_once))

    def hash(self, password: str) -> str:
        """What is kept of a password."""
        with self._turn:
            return self._hasher.hash(password)

    def fits(self, password_hash: str | None, password: str) -> bool:
        """Whether this is the password; None for nobody takes as long and never fits."""
        with self._turn:
            try:
                self._hasher.verify(password_hash or _nobodys_hash(self._hasher), password)
            except (VerificationError, InvalidHashError):
                return False
            return password_hash is not None


def refuse_weak(password: str, person_id: str, settings: ConsoleSettings) -> None:
    """Raise Refused for a password too short, too long, or that names its owner."""
    if len(password) < settings.least_password_characters:
        raise Refused(
            "A password has {least} characters or more. A short sentence is easy to keep in mind.",
            least=settings.least_password_characters,
        )
    if len(password) > settings.most_password_characters:
        raise Refused(
            "That is too long: {most} characters at most.", most=settings.most_password_characters
        )
    if person_id.lower() in password.lower() or len(set(password)) <= len(password) // 3:
        raise Refused("That password is easy to guess: not your own name, not one thing repeated.")


def fresh_password() -> str:
    """A password to give to somebody, who then changes it: ``k7fm-...``."""
    groups = (
        "".join(secrets.choice(_GIVEN_ALPHABET) for _ in range(_GIVEN_GROUP_CHARACTERS))
        for _ in range(_GIVEN_GROUPS)
    )
    return "-".join(groups)


@cache
def _nobodys_hash(hasher: PasswordHasher) -> str:
    """Of the same costs, and of a password that nobody knows; made when it is first needed."""
    return hasher.hash(secrets.token_hex())
