"""Snapshots of consumers and bills: the manifest, and how it names the parts (protocol, section 3)."""

from __future__ import annotations

import hashlib
import hmac
import re

import msgspec

from counter_app.wire.canonical import NotOurServerError

BLOB_TYPE = "application/octet-stream"
MOST_BLOB_BYTES = 16 * 1024 * 1024
"""Of one part as it travels; 16,384 consumers make about one million."""

_SHA256 = re.compile("[0-9a-f]{64}")


class BlobTold(msgspec.Struct, frozen=True):
    """A part by the SHA-256 of its bytes (hexadecimal), and how many bytes it has."""

    sha256: str
    bytes: int


class Totals(msgspec.Struct, frozen=True):
    """What a whole snapshot holds. ``dues_paise``: what all its bills ask for by their due date, less received."""

    consumers: int
    bills: int
    dues_paise: int


class DeltaTold(msgspec.Struct, frozen=True):
    """What changed after the cursor ``since`` up to ``cursor``, for any counter between the two.

    ``beside`` is a page of what else the feed told between the two (the policy, for one), None where it told nothing.
    """

    since: int
    cursor: int
    blobs: tuple[BlobTold, ...]
    beside: BlobTold | None = None


class Manifest(msgspec.Struct, frozen=True):
    """The newest snapshot. It carries no counter's mark: whoever loads it pulls the changes since ``cursor``.

    ``have`` is the cursor that was asked with, 0 for none. ``chunks`` together are the whole snapshot. ``deltas``, one
    after another, bring the bills of a counter at ``have`` up to ``cursor``; none where that cannot be done.
    ``beside`` is a page of what else the feed told up to ``cursor`` (the policy, for one), None where it told nothing.
    """

    have: int
    version: str
    cursor: int
    as_on_us: int
    valid_until_us: int
    totals: Totals
    chunks: tuple[BlobTold, ...]
    deltas: tuple[DeltaTold, ...]
    beside: BlobTold | None = None


def blob_told(body: bytes) -> BlobTold:
    """How a manifest names this part."""
    return BlobTold(hashlib.sha256(body).hexdigest(), len(body))


def is_blob_name(text: str) -> bool:
    """Whether this can name a part."""
    return _SHA256.fullmatch(text) is not None


def refuse_other_bytes(told: BlobTold, body: bytes) -> None:
    """Raises NotOurServerError for bytes that are not this part."""
    found = hashlib.sha256(body).hexdigest()
    if len(body) != told.bytes or not hmac.compare_digest(found, told.sha256):
        message = f"{len(body)} bytes of SHA-256 {found} for part {told.sha256} of {told.bytes}"
        raise NotOurServerError(message)


def bytes_of(blobs: tuple[BlobTold, ...]) -> int:
    """All of them together."""
    return sum(blob.bytes for blob in blobs)
