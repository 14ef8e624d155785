"""Canonical bytes, the chain and its signatures: made once, never re-encoded (protocol, section 2)."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

from counter_app.wire.decoding import read_json

HASH_BYTES = 32
SIGNATURE_BYTES = 64
KEY_BYTES = 32
KEY_ID_CHARACTERS = 12
NO_HEAD = bytes(HASH_BYTES)
"""The head before the first message of a counter's first epoch."""

_HEAD_CONTEXT = b"kesco-counter/1 head\n"
_ANSWER_CONTEXT = b"kesco-counter/1 answer\n"
_RECEIPT_CONTEXT = b"kesco-counter/1 receipt\n"
_ENCODER = msgspec.json.Encoder(order="sorted")


class NotOurServerError(Exception):
    """An answer that our server's key did not sign."""


def canonical_bytes(value: object) -> bytes:
    """JSON in UTF-8 with keys sorted and no white space: the one form that is hashed and signed."""
    return _ENCODER.encode(value)


def chain_hash(previous: bytes, message: bytes) -> bytes:
    """``SHA-256(previous || message)``: 32 bytes."""
    return hashlib.sha256(previous + message).digest()


def text_of(raw: bytes) -> str:
    """Base64url without padding: how hashes, keys and signatures travel in JSON."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def raw_of(text: str) -> bytes:
    """Back from ``text_of``. Raises ValueError on anything that ``text_of`` does not write."""
    raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if text_of(raw) != text:
        message = f"not as base64url is written here: {text!r}"
        raise ValueError(message)
    return raw


class Signer(Protocol):
    """A private key that signs and never leaves its place."""

    @property
    def public_key(self) -> bytes:
        """The Ed25519 public key, 32 bytes."""
        ...

    def sign_head(self, head: bytes) -> bytes:
        """Sign a chain hash: 64 bytes."""
        ...

    def sign_receipt(self, said: bytes) -> bytes:
        """Sign what a receipt's proof says: 64 bytes."""
        ...

    def unseal(self, sealed: bytes) -> bytes:
        """Open what was sealed to this key (``seal_to``). Raises ValueError for anything else."""
        ...


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An Ed25519 key pair held in memory; ``seed`` is the private part, 32 bytes."""

    seed: bytes
    _key: SigningKey

    @classmethod
    def from_seed(cls, seed: bytes) -> KeyPair:
        """The pair that this seed always gives."""
        return cls(seed, SigningKey(seed))

    @classmethod
    def fresh(cls) -> KeyPair:
        """A new random pair."""
        key = SigningKey.generate()
        return cls(bytes(key), key)

    @property
    def public_key(self) -> bytes:
        """32 bytes."""
        return bytes(self._key.verify_key)

    def sign_head(self, head: bytes) -> bytes:
        """Sign a chain hash."""
        return self._key.sign(_HEAD_CONTEXT + head).signature

    def sign_receipt(self, said: bytes) -> bytes:
        """Sign what a receipt's proof says."""
        return self._key.sign(_RECEIPT_CONTEXT + said).signature

    def sign_answer(self, payload: bytes) -> bytes:
        """Sign the payload of a server's answer."""
        return self._key.sign(_ANSWER_CONTEXT + payload).signature

    def unseal(self, sealed: bytes) -> bytes:
        """Open what was sealed to this pair's public key. Raises ValueError."""
        try:
            return SealedBox(self._key.to_curve25519_private_key()).decrypt(sealed)
        except (CryptoError, TypeError) as error:
            message = f"not sealed to {key_id_of(self.public_key)}"
            raise ValueError(message) from error


def seal_to(public_key: bytes, plain: bytes) -> bytes:
    """What only the owner of this Ed25519 key can open: libsodium's sealed box (X25519). Raises ValueError."""
    try:
        return SealedBox(VerifyKey(public_key).to_curve25519_public_key()).encrypt(plain)
    except (CryptoError, TypeError, RuntimeError) as error:
        message = "not a public key"
        raise ValueError(message) from error


def key_hash(public_key: bytes) -> bytes:
    """The SHA-256 of a public key: keys are named by how it begins."""
    return hashlib.sha256(public_key).digest()


def key_id_of(public_key: bytes) -> str:
    """A short name for a public key that people can type: 12 base32 characters of its SHA-256."""
    return base64.b32encode(key_hash(public_key)).decode("ascii")[:KEY_ID_CHARACTERS]


def head_is_signed(public_key: bytes, head: bytes, signature: bytes) -> bool:
    """Whether this key signed this chain hash."""
    return _verifies(public_key, _HEAD_CONTEXT + head, signature)


def receipt_is_signed(public_key: bytes, said: bytes, signature: bytes) -> bool:
    """Whether this key signed what a receipt's proof says."""
    return _verifies(public_key, _RECEIPT_CONTEXT + said, signature)


class SignedAnswer(msgspec.Struct, frozen=True):
    """An answer that matters: the exact bytes of its payload, and who signed them."""

    payload: msgspec.Raw
    key_id: str
    signature: str


def sign_answer(key: KeyPair, payload: object) -> bytes:
    """The bytes of a signed answer with this payload."""
    body = canonical_bytes(payload)
    return canonical_bytes(
        SignedAnswer(msgspec.Raw(body), key_id_of(key.public_key), text_of(key.sign_answer(body)))
    )


def open_answer(server_keys: dict[str, bytes], body: bytes) -> bytes:
    """The payload of an answer, once a known server key is seen to have signed it.

    Raises NotOurServerError for anything else: HTML, a cut body, endless nesting, an unknown key, a wrong signature.
    """
    try:
        answer = read_json(body, SignedAnswer)
        signature = raw_of(answer.signature)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        message = f"not a signed answer: {error}"
        raise NotOurServerError(message) from error
    payload = bytes(answer.payload)
    key = server_keys.get(answer.key_id)
    if key is None or not _verifies(key, _ANSWER_CONTEXT + payload, signature):
        message = f"answer signed by {answer.key_id!r} does not verify"
        raise NotOurServerError(message)
    return payload


def decode_payload(payload: bytes, kind: Any) -> Any:  # noqa: ANN401 - msgspec's decode is as wide as the type given
    """The typed payload. Raises NotOurServerError if it is not what the protocol says."""
    try:
        return read_json(payload, kind)
    except msgspec.MsgspecError as error:
        message = f"signed, but not as the protocol says: {error}"
        raise NotOurServerError(message) from error


def _verifies(public_key: bytes, signed: bytes, signature: bytes) -> bool:
    try:
        VerifyKey(public_key).verify(signed, signature)
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True
