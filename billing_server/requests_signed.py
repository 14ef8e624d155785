"""Who asks: RFC 9421 signatures over method, path, query, date and content digest, by an enrolled key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
)
from http_message_signatures.algorithms import ED25519

from billing_server.problems import Code, ServerRefusal
from counter_app.wire.counter_state import STATE_COMPONENT, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from billing_server.store.enrolment import EpochKey
    from counter_app.wire.counter_state import CounterState

TAG = "kesco-counter"
COVERED = ("@method", "@path", "@query", "date", "content-digest")
NONCE_CHARACTERS = range(16, 65)


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """A request as it came; ``url`` is absolute and still encoded, ``body`` not yet decompressed."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Caller:
    """The enrolled counter that signed a request. The nonce binds the server's problems to it."""

    counter_id: str
    epoch: int
    key_id: str
    nonce: str
    state: CounterState | None = None
    """What it says of itself, if this request's signature covers it."""


class Nonces(Protocol):
    """Remembers requests for as long as they could be repeated."""

    def admit(self, asker: EpochKey, nonce: str, created_seconds: int, now_us: int) -> None:
        """Raises ServerRefusal STALE, REPLAYED, BUSY."""
        ...


def verify_request(
    request: RequestSeen,
    key_named: Callable[[str], EpochKey | None],
    nonces: Nonces,
    now_us: int,
) -> Caller:
    """Who signed this request.

    Raises ServerRefusal SIGNATURE, KEY_UNKNOWN, KEY_REVOKED, KEY_EXPIRED; and what ``nonces`` and
    ``key_named`` raise.
    """
    keys = _EnrolledKeys(key_named)
    verifier = _Verifier(signature_algorithm=ED25519, key_resolver=keys)
    try:
        (result,) = verifier.verify(
            request, expect_tag=TAG, require_components=COVERED, body=request.body, max_age=None
        )
    except (HTTPMessageSignaturesException, ValueError) as error:
        if keys.asked and not keys.is_answered and error.__cause__ is not None:
            raise error.__cause__ from None  # the database failed: no word about the signature
        code = Code.SIGNATURE if keys.found or not keys.asked else Code.KEY_UNKNOWN
        raise ServerRefusal(code, str(error)) from error
    created, nonce = result.parameters.get("created"), result.nonce
    if not isinstance(created, int) or nonce is None or len(nonce) not in NONCE_CHARACTERS:
        raise ServerRefusal(Code.SIGNATURE, "created and a nonce are needed")
    assert keys.found is not None
    key_id = str(result.parameters["keyid"])
    if keys.found.is_revoked:
        raise ServerRefusal(Code.KEY_REVOKED, key_id)
    if keys.found.valid_until_us < now_us:
        raise ServerRefusal(Code.KEY_EXPIRED, key_id)
    nonces.admit(keys.found, nonce, created, now_us)
    told = result.covered_components.get(
        f'"{STATE_COMPONENT}"'
    )  # what is not signed was told by nobody
    state = state_of(told) if told is not None else None
    return Caller(keys.found.counter_id, keys.found.epoch, key_id, nonce, state)


class _Verifier(HTTPMessageVerifier):
    """Leaves the time of a signature to ``Nonces``, whose clock is the server's."""

    def validate_created_and_expires(self, sig_input: object, max_age: object = None) -> None:
        """Nothing here."""


class _EnrolledKeys(HTTPSignatureKeyResolver):
    """Looks the key up, and remembers it."""

    def __init__(self, key_named: Callable[[str], EpochKey | None]) -> None:
        self._key_named = key_named
        self.asked = ""
        self.is_answered = False
        self.found: EpochKey | None = None

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        """The key as the library wants it."""
        self.asked = key_id
        self.found = self._key_named(key_id)
        self.is_answered = True
        if self.found is None:
            return None
        return Ed25519PublicKey.from_public_bytes(self.found.public_key)
