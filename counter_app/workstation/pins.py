"""PINs: Argon2id, slow on purpose (about 50 ms)."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher(time_cost=2, memory_cost=32 * 1024, parallelism=1)
"""OWASP's least figures for Argon2id, doubled in memory; 32 MiB fits the oldest counter PCs."""


class Argon2Pins:
    """Ports ``PinCheck`` and ``PinHasher``."""

    def fits(self, pin_hash: str, pin: str) -> bool:
        """Whether this is the PIN; a hash we cannot read fits none."""
        try:
            return _HASHER.verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False

    def hash_of(self, pin: str) -> str:
        """The hash to keep."""
        return hash_pin(pin)


def hash_pin(pin: str) -> str:
    """The hash to keep in a roster."""
    return _HASHER.hash(pin)
