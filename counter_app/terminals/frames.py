"""Frames: how bytes on the line are marked off and checked (PROTOCOL.md, section 2). Pure."""

from __future__ import annotations

from enum import Enum
from functools import reduce
from operator import xor

STX, ETX, ACK, NAK, FS = 0x02, 0x03, 0x06, 0x15, 0x1C
MOST_BODY_BYTES = 512


class Sign(Enum):
    """What may be heard beside a body."""

    ACKNOWLEDGED = ACK
    REFUSED = NAK
    BROKEN = 0
    """A frame whose check byte is wrong, or that never ended."""


Heard = Sign | bytes


def check_byte(body: bytes) -> int:
    """The longitudinal check: every byte of the body and the ETX after it, exclusive-or."""
    return reduce(xor, body, ETX)


def frame_of(body: bytes) -> bytes:
    """The frame that carries a body."""
    assert len(body) <= MOST_BODY_BYTES
    return bytes([STX, *body, ETX, check_byte(body)])


class FrameReader:
    """Cuts what comes off the line into signs and bodies; what stands between frames is noise and dropped."""

    def __init__(self) -> None:
        self._body: bytearray | None = None
        self._is_ended = False

    @property
    def is_inside_frame(self) -> bool:
        """Whether a frame has begun and its check byte has not come."""
        return self._body is not None

    def drop(self) -> None:
        """Forget the frame that has begun: the rest of it does not come."""
        self._body, self._is_ended = None, False

    def feed(self, received: bytes) -> list[Heard]:
        """What these bytes complete, in order."""
        heard: list[Heard] = []
        for byte in received:
            told = self._between(byte) if self._body is None else self._inside(byte, self._body)
            if told is not None:
                heard.append(told)
        return heard

    def _between(self, byte: int) -> Sign | None:
        if byte == STX:
            self._body = bytearray()
        return Sign(byte) if byte in {ACK, NAK} else None

    def _inside(self, byte: int, body: bytearray) -> Heard | None:
        if self._is_ended:
            self.drop()
            whole = bytes(body)
            return whole if byte == check_byte(whole) else Sign.BROKEN
        if byte == STX:
            body.clear()  # the frame before it was cut off
        elif byte == ETX:
            self._is_ended = True
        elif len(body) == MOST_BODY_BYTES:
            self.drop()
            return Sign.BROKEN
        else:
            body.append(byte)
        return None
