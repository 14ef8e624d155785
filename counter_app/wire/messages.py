"""Messages: a body with its place in the chain (protocol, section 2). Times are UTC microseconds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.identity import IST
from counter_app.wire.bodies import Body
from counter_app.wire.canonical import canonical_bytes, chain_hash

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.wire.canonical import Signer

PROTOCOL_VERSION = 1
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class ClockEvidence(msgspec.Struct, frozen=True):
    """What the computer's clocks said; evidence with a grade, never the order of things.

    ``monotonic_us`` counts since an arbitrary moment of boot ``boot_id``; ``server_time_us`` is the last
    signed server time known, 0 for none.
    """

    utc_us: int
    offset_minutes: int
    monotonic_us: int
    boot_id: str
    server_time_us: int


class Message(msgspec.Struct, frozen=True):
    """One thing told. Its exact bytes are hashed, signed, stored and sent, and never made again."""

    version: int
    message_id: str
    counter_id: str
    epoch: int
    sequence: int
    clock: ClockEvidence
    snapshot_version: str
    body: Body


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last message of a counter: 0 and 32 zero bytes before the first of all."""

    epoch: int
    sequence: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class SealedMessage:
    """A message in its final form: bytes, link and signature (64 bytes, by the epoch's key)."""

    message: Message
    raw: bytes
    previous: bytes
    hash: bytes
    signature: bytes


def seal(
    body: Body,
    *,
    message_id: UUID,
    counter_id: str,
    epoch: int,
    head: ChainHead,
    clock: ClockEvidence,
    snapshot_version: str,
    signer: Signer,
) -> SealedMessage:
    """Make the next message of the chain. A new epoch begins at sequence 1 and links to the old head."""
    message = Message(
        version=PROTOCOL_VERSION,
        message_id=str(message_id),
        counter_id=counter_id,
        epoch=epoch,
        sequence=head.sequence + 1 if head.epoch == epoch else 1,
        clock=clock,
        snapshot_version=snapshot_version,
        body=body,
    )
    raw = canonical_bytes(message)
    linked = chain_hash(head.hash, raw)
    return SealedMessage(message, raw, head.hash, linked, signer.sign_head(linked))


def microseconds(moment: datetime) -> int:
    """An aware moment as whole microseconds since 1970 UTC."""
    return (moment - _BEGINNING) // _MICROSECOND


def moment_of(utc_us: int) -> datetime:
    """Back from ``microseconds``, in Indian Standard Time."""
    return (_BEGINNING + utc_us * _MICROSECOND).astimezone(IST)
