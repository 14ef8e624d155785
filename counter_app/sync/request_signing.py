"""Sign requests with the epoch's key: RFC 9421 over method, path, query, date and content digest."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import format_datetime
from typing import TYPE_CHECKING, Protocol

from http_message_signatures import HTTPMessageSigner
from http_message_signatures.algorithms import ED25519
from nacl.signing import SigningKey

from counter_app.wire.canonical import key_id_of
from counter_app.wire.counter_state import STATE_COMPONENT, STATE_HEADER, state_text
from counter_app.wire.exchange import CONTENT_TYPE, ENCODING
from counter_app.wire.messages import PROTOCOL_VERSION

if TYPE_CHECKING:
    from datetime import datetime

    from requests import PreparedRequest

    from counter_app.wire.canonical import KeyPair
    from counter_app.wire.counter_state import CounterState

TAG = "kesco-counter"
COVERED = ("@method", "@path", "@query", "date", "content-digest")
NONCE_BYTES = 18
_LABEL = "counter"
_PULL_PATH = "/v1/changes"


class RequestSigner(Protocol):
    """A key that signs requests; its private part stays in its place."""

    @property
    def public_key(self) -> bytes:
        """The Ed25519 public key, 32 bytes."""
        ...

    def sign_request(self, base: bytes) -> bytes:
        """The plain Ed25519 signature (RFC 8032) over an RFC 9421 signature base: 64 bytes."""
        ...


@dataclass(frozen=True, slots=True)
class PairSigner:
    """Signs requests with a key pair held in memory.

    A signature base begins with ``"@method"``, a chain head's signature with the wire's context: neither can be
    taken for the other.
    """

    pair: KeyPair

    @property
    def public_key(self) -> bytes:
        """32 bytes."""
        return self.pair.public_key

    def sign_request(self, base: bytes) -> bytes:
        """64 bytes."""
        return SigningKey(self.pair.seed).sign(base).signature


Facts = Callable[[str], dict[str, str]]
"""Headers that go with a request for a path."""


def fresh_nonce() -> str:
    """Names one request: 24 characters, never the same twice."""
    return secrets.token_urlsafe(NONCE_BYTES)


def asking_headers(nonce: str) -> dict[str, str]:
    """What every request says of itself."""
    return {
        "Accept": CONTENT_TYPE,
        "Accept-Encoding": ENCODING,
        "Content-Type": CONTENT_TYPE,
        "Kesco-Nonce": nonce,
        "Kesco-Protocol": str(PROTOCOL_VERSION),
    }


def no_facts(_path: str) -> dict[str, str]:
    """A counter that says nothing of itself."""
    return {}


def saying(state: Callable[[], CounterState]) -> Facts:
    """What the counter says of itself, with the pull of every round."""

    def facts(path: str) -> dict[str, str]:
        is_pull = path.partition("?")[0] == _PULL_PATH
        return {STATE_HEADER: state_text(state())} if is_pull else {}

    return facts


def sign(request: PreparedRequest, signer: RequestSigner, nonce: str, moment: datetime) -> None:
    """Add date, digest and signature to a request that is ready to go. ``moment`` is aware, and the server's.

    What the counter says of itself, if it does, is signed too.
    """
    request.headers["Date"] = format_datetime(moment)
    body = request.body or b""
    assert isinstance(body, bytes)
    says_state = STATE_HEADER in request.headers
    machine = HTTPMessageSigner(signature_algorithm=ED25519)
    prepared = machine.prepare(
        request,
        key_id=key_id_of(signer.public_key),
        created=moment,
        nonce=nonce,
        label=_LABEL,
        tag=TAG,
        covered_component_ids=(*COVERED, STATE_COMPONENT) if says_state else COVERED,
        body=body,
    )
    machine.apply(request, prepared, signer.sign_request(prepared.signature_base))
