"""What the counter and the process that builds its bills say to each other, over that process's two pipes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from counter_app.wire.exchange import Changes
from counter_app.wire.snapshot import BlobTold, Totals

if TYPE_CHECKING:
    from typing import IO

_LENGTH_BYTES: Final = 8


class Order(msgspec.Struct, frozen=True, tag=True):
    """First of all: what is to be built, where, and under which key. Never on a command line: others can read it."""

    folder: str
    key: bytes
    chunks: tuple[BlobTold, ...]
    totals: Totals
    finder: tuple[str, ...]
    """Starts a second process for the keys; none for none."""


class Find(msgspec.Struct, frozen=True, tag=True):
    """First of all, to a second process: make the keys of these parts, in a file of their own."""

    folder: str
    key: bytes
    number: int
    chunks: tuple[BlobTold, ...]


class Page(msgspec.Struct, frozen=True, tag=True):
    """A page of changes to bring the build up to; the last one finishes it."""

    changes: Changes
    is_last: bool


class Done(msgspec.Struct, frozen=True, tag=True):
    """A part is in: so many consumers now."""

    consumers: int


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The build is whole and right, or the page is in."""


class Finished(msgspec.Struct, frozen=True, tag=True):
    """The file with this number counts."""

    number: int


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The parts are not what the manifest told."""

    detail: str


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The world failed: a fault's code, and the detail."""

    code: str
    detail: str


Said = Order | Find | Page
Answered = Done | Ready | Finished | Refused | Failed
_SAID: Final = msgspec.msgpack.Decoder(Said)
_ANSWERED: Final = msgspec.msgpack.Decoder(Answered)


def send(pipe: IO[bytes], frame: Said | Answered) -> None:
    """Say it. Raises OSError when nobody listens."""
    body = msgspec.msgpack.encode(frame)
    pipe.write(len(body).to_bytes(_LENGTH_BYTES, "big") + body)
    pipe.flush()


def next_said(pipe: IO[bytes]) -> Said | None:
    """What the counter says next; None when it hung up."""
    body = _body(pipe)
    return None if body is None else _SAID.decode(body)


def next_answered(pipe: IO[bytes]) -> Answered | None:
    """What the process answers next; None when it is gone."""
    body = _body(pipe)
    return None if body is None else _ANSWERED.decode(body)


def _body(pipe: IO[bytes]) -> bytes | None:
    head = pipe.read(_LENGTH_BYTES)
    if len(head) < _LENGTH_BYTES:
        return None
    length = int.from_bytes(head, "big")
    body = pipe.read(length)
    return body if len(body) == length else None
