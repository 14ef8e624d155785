"""The terminal's side of frames and acknowledgements, written from PROTOCOL.md, not from our adapter."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from tests.terminals.faults import ONCE, TerminalFault

if TYPE_CHECKING:
    from tests.terminals.wires import Wire

STX, ETX, ACK, NAK, FS = b"\x02", b"\x03", b"\x06", b"\x15", b"\x1c"
TRIES = 4
ACK_STEPS = 4
"""Steps of a wire's read that a terminal waits for an ACK."""
NOISE = b"\x00\xff~?\x1b[2J\x18HTTP/1.1 400"

Fields = dict[str, str]


def lrc(body: bytes) -> bytes:
    value = 0
    for byte in body + ETX:
        value ^= byte
    return bytes([value])


def frame_of(fields: Fields) -> bytes:
    body = FS.join(f"{tag}={text}".encode() for tag, text in fields.items())
    return STX + body + ETX + lrc(body)


def fields_of(body: bytes) -> Fields:
    return dict(part.split("=", 1) for part in body.decode().split("\x1c"))


class TerminalLine:
    """One cable, while it is plugged in."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.is_cancelled = False
        self._number = ""
        self._signs: deque[bytes] = deque()
        self._requests: deque[Fields] = deque()
        self._unread = b""

    def request(self) -> Fields | None:
        """What the counter asked, unacknowledged as yet; None when nothing came in one step. Raises HungUp."""
        if not self._requests:
            self._read()
        return self._requests.popleft() if self._requests else None

    def take(self, fields: Fields) -> None:
        """From now on this exchange is served: its repeats and its CANCEL are acknowledged in passing."""
        self._number, self.is_cancelled = fields["SQ"], False

    def look(self) -> bool:
        """Read one step in the middle of an exchange; False when the counter asks something else."""
        self._read()
        while self._requests and self._requests[0].get("SQ") == self._number:
            self.is_cancelled |= self._requests.popleft()["MT"] == "CANCEL"
            self.wire.write(ACK)
        return not self._requests

    def say(self, fields: Fields, fault: TerminalFault = TerminalFault.NONE) -> None:
        """A message, spoilt as the fault has it, until it is acknowledged or the counter asks something else."""
        for attempt in range(TRIES):
            self._signs.clear()
            self.wire.write(_spoilt(frame_of(fields), fault, is_first=attempt == 0))
            for _ in range(ACK_STEPS):
                if not self.look() or ACK in self._signs:
                    return
                if self._signs:
                    break

    def _read(self) -> None:
        self._unread += self.wire.read()
        while self._unread:
            first = self._unread[:1]
            if first != STX:
                self._unread = self._unread[1:]
                if first in {ACK, NAK}:
                    self._signs.append(first)
                continue
            end = self._unread.find(ETX)
            if end < 0 or end + 1 == len(self._unread):
                return
            body, check = self._unread[1:end], self._unread[end + 1 : end + 2]
            self._unread = self._unread[end + 2 :]
            if check == lrc(body):
                self._requests.append(fields_of(body))
            else:
                self.wire.write(NAK)


def _spoilt(frame: bytes, fault: TerminalFault, *, is_first: bool) -> bytes:
    if fault in ONCE:
        fault = ONCE[fault] if is_first else TerminalFault.NONE
    spoilt = {
        TerminalFault.WRONG_LRC_ALWAYS: frame[:-1] + bytes([frame[-1] ^ 0x20]),
        TerminalFault.HALF_FRAME: frame[: len(frame) // 2],
        TerminalFault.GARBAGE: NOISE + frame,
        TerminalFault.GARBAGE_ONLY: NOISE,
    }
    return spoilt.get(fault, frame)
