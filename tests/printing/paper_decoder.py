"""Reads ESC/POS bytes back onto paper, written from Epson's command reference and not from our encoder.

Only what a receipt may contain is understood; anything else is an error, as it would be garbage on paper.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ARGUMENT_BYTES = {
    b"\x1b@": 0,
    b"\x1bd": 1,
    b"\x1bJ": 1,
    b"\x1bp": 3,
    b"\x1dr": 1,
    b"\x1dV": 1,
    b"\x1dv0": 5,
}
CUTS_WITH_FEED = (65, 66, 97, 98)
REAL_TIME_PREFIXES = (b"\x10\x04", b"\x10\x05", b"\x10\x14")


class NotACommand(ValueError):
    """The printer would print this as garbage."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command with its arguments; a raster command carries its rows."""

    code: bytes
    arguments: bytes
    data: bytes = b""

    @property
    def length(self) -> int:
        return len(self.code) + len(self.arguments) + len(self.data)


@dataclass(slots=True)
class Paper:
    """What lies before the cashier: rows of dots, where it was cut, and how often the drawer was kicked."""

    width_dots: int
    rows: list[bytes] = field(default_factory=list)
    cuts_after_row: list[int] = field(default_factory=list)
    pulses: list[bytes] = field(default_factory=list)
    lines_fed: int = 0
    resets: int = 0

    def png(self) -> bytes:
        """The paper as a picture in one bit a dot."""
        raw = b"".join(b"\x00" + bytes(byte ^ 0xFF for byte in row) for row in self.rows)
        head = struct.pack(">IIBBBBB", self.width_dots, len(self.rows), 1, 0, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(raw)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in chunks
        )


def next_command(stream: bytes) -> Command | None:
    """The command that begins the stream, None while bytes of it are missing."""
    code = next((code for code in ARGUMENT_BYTES if stream.startswith(code)), None)
    if code is None:
        if len(stream) < max(map(len, ARGUMENT_BYTES)) and any(
            known.startswith(stream) for known in ARGUMENT_BYTES
        ):
            return None
        raise NotACommand(stream[:8].hex(" "))
    count = ARGUMENT_BYTES[code]
    arguments = stream[len(code) : len(code) + count]
    if code == b"\x1dV" and arguments and arguments[0] in CUTS_WITH_FEED:
        count += 1
        arguments = stream[len(code) : len(code) + count]
    if len(arguments) < count:
        return None
    size = 0
    if code == b"\x1dv0":
        if arguments[0] not in (0, 48):
            raise NotACommand("only normal size is for receipts")
        size = int.from_bytes(arguments[1:3], "little") * int.from_bytes(arguments[3:5], "little")
    start = len(code) + count
    data = stream[start : start + size]
    return Command(code, arguments, data) if len(data) == size else None


def commands(job: bytes) -> Iterator[Command]:
    """All commands of a whole job; a job that ends in the middle of one is an error."""
    rest = job
    while rest:
        command = next_command(rest)
        if command is None:
            raise NotACommand(f"cut short: {rest[:8].hex(' ')}")
        yield command
        rest = rest[command.length :]


def decode(job: bytes, width_dots: int = 576) -> Paper:
    """Print a job."""
    paper = Paper(width_dots)
    bytes_a_row = width_dots // 8
    for command in commands(job):
        match command.code:
            case b"\x1b@":
                paper.resets += 1
            case b"\x1dv0":
                width = int.from_bytes(command.arguments[1:3], "little")
                assert width <= bytes_a_row, "the head has no dots there"
                for start in range(0, len(command.data), width):
                    row = command.data[start : start + width]
                    paper.rows.append(row.ljust(bytes_a_row, b"\x00"))
            case b"\x1bd":
                paper.lines_fed += command.arguments[0]
            case b"\x1dV":
                paper.cuts_after_row.append(len(paper.rows))
            case b"\x1bp":
                paper.pulses.append(command.arguments)
            case _:
                raise NotACommand(f"not for receipts: {command.code!r}")
    return paper


def real_time_commands_in(job: bytes) -> list[int]:
    """Where a printer would see a real-time command, which it obeys even inside a picture."""
    return [place for place in range(len(job) - 1) if job[place : place + 2] in REAL_TIME_PREFIXES]
