"""Files that carry the protocol where no network is: on a stick, by mail (protocol, sections 1 and 4).

A file is ASCII text: a first line that says what it is, to whose key it is sealed, base64url, and a last line with a
checksum of all before it, so that a half copy is told from a forged one. Lines may end as the mail likes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
import zstandard

from counter_app.wire.canonical import (
    NotOurServerError,
    SignedAnswer,
    decode_payload,
    key_id_of,
    open_answer,
    raw_of,
    seal_to,
    sign_answer,
    text_of,
)
from counter_app.wire.decoding import read_json
from counter_app.wire.exchange import Enrolment

if TYPE_CHECKING:
    from counter_app.wire.canonical import KeyPair, Signer

VERSION = 1
MOST_FILE_BYTES = 8 * 1024 * 1024
"""Of one file; an enrolment has 3,000, a day of 1,000 payments on a stick about 500,000."""
MOST_PLAIN_BYTES = 16 * 1024 * 1024
"""Of what comes out of it."""

_MAGIC = "KESCO-SEALED/"
_NOBODY = "-"
_LINE_CHARACTERS = 76
_CHECK_CHARACTERS = 16
_LEAST_LINES = 3
_ZSTD_LEVEL = 10


class FileKind(StrEnum):
    """What a file is for."""

    INVITATION = "invitation"  # centre to counter, signed, no secret
    REQUEST = "request"  # counter to centre: an EnrolmentRequest
    ANSWER = "answer"  # centre to counter: a signed Enrolment
    CARRIED = "carried"  # counter to centre: batches
    ACKNOWLEDGED = "acknowledged"  # centre to counter: signed acknowledgements


class FileFlaw(StrEnum):
    """Why a file is not taken."""

    NOT_OURS = "not_ours"  # no file of this program
    TOO_NEW = "too_new"  # of a later version of it
    OTHER_KIND = "other_kind"  # a file of this program, for another step
    CUT = "cut"  # half copied, or changed on the way
    TOO_LARGE = "too_large"
    NOT_FOR_US = "not_for_us"  # sealed to another key
    NOT_GENUINE = "not_genuine"  # whole, but not from whom it should be


class SealedFileError(Exception):
    """A file that is not taken, and why; ``found`` is its kind where that is what is wrong."""

    def __init__(self, flaw: FileFlaw, found: str = "") -> None:
        super().__init__(flaw, found)
        self.flaw = flaw
        self.found = found


class Invitation(msgspec.Struct, frozen=True):
    """Which counter is to be enrolled and by whom; a signed answer's payload. The code is told separately."""

    counter_id: str
    counter_name: str
    division_en: str
    division_hi: str
    server_key: str
    server_url: str
    """Where the centre is once there is a network; empty for not known."""
    made_us: int


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file that is whole: its kind, the public key it is sealed to (empty for nobody), and its body."""

    kind: FileKind
    to: bytes
    body: bytes

    def opened_by(self, signer: Signer) -> bytes:
        """What was put in. Raises SealedFileError NOT_FOR_US, CUT, TOO_LARGE."""
        try:
            return _unpacked(signer.unseal(self.body))
        except ValueError as error:
            raise SealedFileError(FileFlaw.NOT_FOR_US) from error


def seal_file(kind: FileKind, to: bytes, plain: bytes) -> bytes:
    """A file that only the owner of the key ``to`` can read."""
    return _written(kind, text_of(to), seal_to(to, _packed(plain)))


def open_file(kind: FileKind, plain: bytes) -> bytes:
    """A file that everybody may read; what is in it is signed."""
    return _written(kind, _NOBODY, _packed(plain))


def read_file(kind: FileKind, content: bytes) -> SealedFile:
    """A file of this kind. Raises SealedFileError."""
    if len(content) > MOST_FILE_BYTES:
        raise SealedFileError(FileFlaw.TOO_LARGE)
    lines = content.decode("ascii", "replace").split()
    _look_at_head(kind, lines)
    *told, end, check = lines
    if end != "end" or check != _check_of(told) or len(told) < _LEAST_LINES:
        raise SealedFileError(FileFlaw.CUT)
    _magic, _kind, to, *body = told
    try:
        sealed_to = b"" if to == _NOBODY else raw_of(to)
        return SealedFile(kind, sealed_to, raw_of("".join(body)))
    except ValueError as error:
        raise SealedFileError(FileFlaw.CUT) from error


def plain_of(file: SealedFile) -> bytes:
    """What is in a file that everybody may read. Raises SealedFileError."""
    return _unpacked(file.body)


def invite(key: KeyPair, invitation: Invitation) -> bytes:
    """The invitation file, signed by the server's key."""
    return open_file(FileKind.INVITATION, sign_answer(key, invitation))


def invited(server_key_id: str, content: bytes) -> tuple[Invitation, bytes]:
    """The invitation and the server's key, which the code must name. Raises SealedFileError."""
    signed = plain_of(read_file(FileKind.INVITATION, content))
    try:
        answer = read_json(signed, SignedAnswer)
        offered = read_json(answer.payload, Invitation)
        key = raw_of(offered.server_key)
        if not is_pinned(key, answer.key_id, server_key_id):
            raise SealedFileError(FileFlaw.NOT_GENUINE)
        told: Invitation = decode_payload(open_answer({answer.key_id: key}, signed), Invitation)
    except (msgspec.MsgspecError, NotOurServerError, ValueError, RecursionError) as error:
        raise SealedFileError(FileFlaw.NOT_GENUINE) from error
    return told, key


def pinned_enrolment(server_key_id: str, signed: bytes) -> Enrolment:
    """An enrolment signed by the key that the code names; it brings that key along.

    Raises NotOurServerError for anything else.
    """
    try:
        unproved = read_json(signed, SignedAnswer)
        offered = read_json(unproved.payload, Enrolment)
        key = raw_of(offered.certificate.server_keys[unproved.key_id])
    except (msgspec.MsgspecError, ValueError, KeyError, RecursionError) as error:
        raise NotOurServerError(str(error)) from error
    if not is_pinned(key, unproved.key_id, server_key_id):
        message = f"signed by {unproved.key_id}"
        raise NotOurServerError(message)
    found: Enrolment = decode_payload(open_answer({unproved.key_id: key}, signed), Enrolment)
    return found


def is_pinned(key: bytes, key_id: str, pinned_key_id: str) -> bool:
    """Whether this key is the one a code names; without regard to capitals, since people type it."""
    return key_id_of(key) == key_id and key_id.upper() == pinned_key_id.strip().upper()


def _written(kind: FileKind, to: str, body: bytes) -> bytes:
    text = text_of(body)
    lines = [text[at : at + _LINE_CHARACTERS] for at in range(0, len(text), _LINE_CHARACTERS)]
    told = [f"{_MAGIC}{VERSION}", str(kind), to, *lines]
    head, rest = f"{told[0]} {told[1]}", told[2:]
    return "\n".join([head, *rest, f"end {_check_of(told)}", ""]).encode("ascii")


def _look_at_head(kind: FileKind, lines: list[str]) -> None:
    if not lines or not lines[0].startswith(_MAGIC):
        raise SealedFileError(FileFlaw.NOT_OURS)
    if lines[0] != f"{_MAGIC}{VERSION}":
        raise SealedFileError(FileFlaw.TOO_NEW)
    if len(lines) < _LEAST_LINES:
        raise SealedFileError(FileFlaw.CUT)
    if lines[1] != kind:
        raise SealedFileError(FileFlaw.OTHER_KIND, lines[1] if lines[1] in set(FileKind) else "")


def _check_of(told: list[str]) -> str:
    return hashlib.sha256("\n".join(told).encode("ascii", "replace")).hexdigest()[
        :_CHECK_CHARACTERS
    ]


def _packed(plain: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=_ZSTD_LEVEL).compress(plain)


def _unpacked(packed: bytes) -> bytes:
    try:
        with zstandard.ZstdDecompressor().stream_reader(packed) as reader:
            plain = reader.read(MOST_PLAIN_BYTES + 1)
    except zstandard.ZstdError as error:
        raise SealedFileError(FileFlaw.CUT) from error
    if len(plain) > MOST_PLAIN_BYTES:
        raise SealedFileError(FileFlaw.TOO_LARGE)
    return plain
