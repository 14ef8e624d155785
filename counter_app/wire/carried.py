"""A stick between counter and centre: batches in a sealed file, acknowledgements in a signed one (protocol, section 4).

What is inside is what the line carries: the same batches, and the same signed acknowledgements, byte for byte. So it
does no harm when messages go both ways, or a file is read twice.
"""

from __future__ import annotations

import msgspec

from counter_app.wire.canonical import NotOurServerError, canonical_bytes, open_answer
from counter_app.wire.decoding import read_json
from counter_app.wire.exchange import Acknowledgement, Batch
from counter_app.wire.sealed import (
    FileFlaw,
    FileKind,
    SealedFileError,
    open_file,
    plain_of,
    read_file,
    seal_file,
)

CARRIED_TYPE = "text/plain"
MOST_CARRIED_BYTES = 12 * 1024 * 1024
"""Of the messages of one file; what is more goes with the next one."""


class CarriedBatch(msgspec.Struct, frozen=True):
    """One batch and the epoch it belongs to."""

    epoch: int
    batch: Batch


class Carried(msgspec.Struct, frozen=True):
    """All that a counter had not heard of, in order."""

    counter_id: str
    batches: tuple[CarriedBatch, ...]


class Acknowledged(msgspec.Struct, frozen=True):
    """The exact signed acknowledgements, one a batch that was taken."""

    counter_id: str
    answers: tuple[msgspec.Raw, ...]


def carried_file(server_key: bytes, carried: Carried) -> bytes:
    """A file that only the centre can read."""
    return seal_file(FileKind.CARRIED, server_key, canonical_bytes(carried))


def carried_in(plain: bytes) -> Carried:
    """What a carried file holds, once it is opened. Raises SealedFileError NOT_GENUINE."""
    try:
        return read_json(plain, Carried)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise SealedFileError(FileFlaw.NOT_GENUINE) from error


def acknowledged_file(counter_id: str, answers: tuple[bytes, ...]) -> bytes:
    """The file that goes back; each answer in it is signed."""
    told = Acknowledged(counter_id, tuple(map(msgspec.Raw, answers)))
    return open_file(FileKind.ACKNOWLEDGED, canonical_bytes(told))


def acknowledgements_in(
    content: bytes, counter_id: str, server_keys: dict[str, bytes]
) -> list[tuple[Acknowledgement, bytes]]:
    """The acknowledgements of a file with their exact bytes, each proved. Raises SealedFileError."""
    plain = plain_of(read_file(FileKind.ACKNOWLEDGED, content))
    try:
        told = read_json(plain, Acknowledged)
        if told.counter_id != counter_id:
            raise SealedFileError(FileFlaw.NOT_FOR_US)
        found = [_proved(bytes(signed), server_keys) for signed in told.answers]
    except (msgspec.MsgspecError, NotOurServerError, UnicodeError, RecursionError) as error:
        raise SealedFileError(FileFlaw.NOT_GENUINE) from error
    if any(one.counter_id != counter_id for one, _ in found):
        raise SealedFileError(FileFlaw.NOT_GENUINE)
    return found


def _proved(signed: bytes, server_keys: dict[str, bytes]) -> tuple[Acknowledgement, bytes]:
    payload = open_answer(server_keys, signed)
    return read_json(payload, Acknowledgement), signed
