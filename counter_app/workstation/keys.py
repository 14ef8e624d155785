"""The keys of this counter: one for the ledger's pages, one key pair for each epoch."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING, Protocol

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.canonical import KEY_BYTES, KeyPair, key_id_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LEDGER_KEY = "ledger"
_LOG = logging.getLogger(__name__)


class SecretPlace(Protocol):
    """Keeps a secret under a name."""

    def read(self, name: str) -> bytes | None:
        """The secret, None when it is not there."""
        ...

    def write(self, name: str, secret: bytes) -> None:
        """Keep it."""
        ...


class Keys:
    """Reads from the first place that has a secret, writes to every place: never to the vault alone.

    Places stand in the order of reading. They are written in the other order, so that what a profile reset
    may lose is never the only copy; a place that lacks what another has is given it.
    """

    def __init__(self, places: Sequence[SecretPlace]) -> None:
        self._places = places
        self._pairs: dict[bytes, KeyPair] = {}

    def ledger_key(self, *, is_ledger_there: bool) -> bytes:
        """The raw 256-bit key of the ledger; made when there is no ledger yet.

        Raises Fault LEDGER_KEY_LOST when a ledger is there and its key is not: nothing is overwritten.
        """
        key = self._read(LEDGER_KEY)
        if key is not None:
            return key
        if is_ledger_there:
            raise Fault(FaultCode.LEDGER_KEY_LOST, "the ledger is there, its key is not")
        key = secrets.token_bytes(KEY_BYTES)
        self._write(LEDGER_KEY, key)
        return key

    def signer_for(self, public_key: bytes) -> KeyPair:
        """The kept pair of an epoch. Raises Fault LEDGER_KEY_LOST."""
        pair = self._pairs.get(public_key)
        if pair is None:
            seed = self._read(_epoch_name(public_key))
            if seed is None:
                raise Fault(FaultCode.LEDGER_KEY_LOST, "the signing key of this epoch is gone")
            pair = self._pairs[public_key] = KeyPair.from_seed(seed)
        return pair

    def fresh_signer(self) -> KeyPair:
        """Make and keep a pair for a new epoch."""
        pair = KeyPair.fresh()
        self._write(_epoch_name(pair.public_key), pair.seed)
        self._pairs[pair.public_key] = pair
        return pair

    def _read(self, name: str) -> bytes | None:
        damaged = ""
        for place in self._places:
            secret = place.read(name)
            if secret is not None and len(secret) == KEY_BYTES:
                self._spread(name, secret)
                return secret
            if secret is not None:
                damaged = f"{name} is {len(secret)} bytes long"
        if damaged:
            raise Fault(FaultCode.LEDGER_KEY_LOST, damaged)
        return None

    def _write(self, name: str, secret: bytes) -> None:
        for place in reversed(self._places):
            place.write(name, secret)

    def _spread(self, name: str, secret: bytes) -> None:
        """Give it to the places that lack it; money can be taken though one of them fails."""
        for place in self._places:
            try:
                if place.read(name) is None:
                    place.write(name, secret)
            except Fault:
                _LOG.warning("no second copy of key %s", name, exc_info=True)


def _epoch_name(public_key: bytes) -> str:
    return f"epoch-{key_id_of(public_key)}"
