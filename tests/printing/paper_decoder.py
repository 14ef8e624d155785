"""Reads ESC/POS bytes back onto paper, written from Epson's command reference and not from our encoder.

Only what a receipt may contain is understood; anything else is an error, as it would be garbage on paper.
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ARGUMENT_BYTES = {
    b"\n": 0,
    b"\x1b@": 0,
    b"\x1b!": 1,
    b"\x1ba": 1,
    b"\x1bd": 1,
    b"\x1bJ": 1,
    b"\x1bp": 3,
    b"\x1d(k": 2,
    b"\x1dB": 1,
    b"\x1dr": 1,
    b"\x1dV": 1,
    b"\x1dv0": 5,
}
LETTERS = b""
"""The code of a command that is none: characters to be printed."""

CUTS_WITH_FEED = (65, 66, 97, 98)
REAL_TIME_PREFIXES = (b"\x10\x04", b"\x10\x05", b"\x10\x14")
FONT_A_DOTS = 12
LEVELS = {48: "L", 49: "M", 50: "Q", 51: "H"}
_PRINTABLE = re.compile(rb"[ -~]+")


class NotACommand(ValueError):
    """The printer would print this as garbage."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command with its arguments; a raster command carries its rows, letters are a command without code."""

    code: bytes
    arguments: bytes
    data: bytes = b""

    @property
    def length(self) -> int:
        return len(self.code) + len(self.arguments) + len(self.data)


@dataclass(frozen=True, slots=True)
class Letters:
    """Characters of one look: ESC ! n and GS B n."""

    text: str
    mode: int = 0
    is_reversed: bool = False

    @property
    def is_bold(self) -> bool:
        return bool(self.mode & 0x08)

    @property
    def is_high(self) -> bool:
        return bool(self.mode & 0x10)

    @property
    def is_wide(self) -> bool:
        return bool(self.mode & 0x20)

    @property
    def columns(self) -> int:
        return len(self.text) * (1 + self.is_wide)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of type as it came out."""

    parts: tuple[Letters, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def columns(self) -> int:
        return sum(part.columns for part in self.parts)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that the printer made by itself."""

    text: str
    module_dots: int
    level: str
    is_centred: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of dots of one command."""

    rows: tuple[bytes, ...]


@dataclass(slots=True)
class Paper:
    """What lies before the cashier: rows of dots, where it was cut, and how often the drawer was kicked.

    ``rows`` are those of pictures alone; ``prints`` is all that came out, pictures and type, from the top.
    """

    width_dots: int
    rows: list[bytes] = field(default_factory=list)
    cuts_after_row: list[int] = field(default_factory=list)
    pulses: list[bytes] = field(default_factory=list)
    lines_fed: int = 0
    resets: int = 0
    prints: list[TextLine | Code | Picture] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The type, a line for each line."""
        return "\n".join(line.text for line in self.prints if isinstance(line, TextLine))

    @property
    def codes(self) -> list[Code]:
        return [one for one in self.prints if isinstance(one, Code)]

    def png(self) -> bytes:
        """The dots as a picture in one bit a dot."""
        raw = b"".join(b"\x00" + bytes(byte ^ 0xFF for byte in row) for row in self.rows)
        head = struct.pack(">IIBBBBB", self.width_dots, len(self.rows), 1, 0, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(raw)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in chunks
        )


def next_command(stream: bytes) -> Command | None:
    """The command that begins the stream, None while bytes of it are missing."""
    if letters := _PRINTABLE.match(stream):
        return Command(LETTERS, b"", letters[0])
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
    size = _data_bytes(code, arguments)
    start = len(code) + count
    data = stream[start : start + size]
    return Command(code, arguments, data) if len(data) == size else None


def _data_bytes(code: bytes, arguments: bytes) -> int:
    if code == b"\x1dv0":
        if arguments[0] not in (0, 3):
            raise NotACommand("only normal and double size are for receipts")
        return int.from_bytes(arguments[1:3], "little") * int.from_bytes(arguments[3:5], "little")
    return int.from_bytes(arguments, "little") if code == b"\x1d(k" else 0


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
    printer = _Printer(Paper(width_dots))
    for command in commands(job):
        printer.obey(command)
    printer.needs_start_of_line()
    return printer.paper


class _Printer:
    """The part of a printer that remembers: what its type looks like, and the line it has not printed yet."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._line: list[Letters] = []
        self._code: dict[str, int] = {}
        self._stored = b""
        self._start_afresh()

    def _start_afresh(self) -> None:
        self._mode, self._is_reversed, self._place = 0, False, 0

    def needs_start_of_line(self) -> None:
        if self._line:
            raise NotACommand("a line of type was not finished")

    def obey(self, command: Command) -> None:
        if not (self._obeys_look(command.code, command.arguments) or self._prints(command)):
            raise NotACommand(f"not for receipts: {command.code!r}")

    def _obeys_look(self, code: bytes, arguments: bytes) -> bool:
        """What changes how all that follows comes out."""
        match code:
            case b"\x1b@":
                self.paper.resets += 1
                self._start_afresh()
            case b"\x1b!":
                self._mode = arguments[0]
            case b"\x1ba":
                self._place = arguments[0]
            case b"\x1dB":
                self._is_reversed = bool(arguments[0] & 1)
            case _:
                return False
        return True

    def _prints(self, command: Command) -> bool:
        """What comes out, or is done to what came out."""
        match command.code:
            case b"":
                self._type(command.data.decode("ascii"))
            case b"\n":
                self.paper.prints.append(TextLine(tuple(self._line)))
                self._line = []
            case b"\x1d(k":
                self._two_dimensional(command.data)
            case b"\x1dv0":
                self._picture(command)
            case b"\x1bd":
                self.paper.lines_fed += command.arguments[0]
            case b"\x1dV":
                self.paper.cuts_after_row.append(len(self.paper.rows))
            case b"\x1bp":
                self.paper.pulses.append(command.arguments)
            case _:
                return False
        return True

    def _type(self, text: str) -> None:
        if self._place:
            raise NotACommand("our type begins at the left")
        self._line.append(Letters(text, self._mode, self._is_reversed))
        if TextLine(tuple(self._line)).columns * FONT_A_DOTS > self.paper.width_dots:
            raise NotACommand(f"wider than the paper: {TextLine(tuple(self._line)).text!r}")

    def _picture(self, command: Command) -> None:
        self.needs_start_of_line()
        bytes_a_row = self.paper.width_dots // 8
        width = int.from_bytes(command.arguments[1:3], "little")
        rows = [command.data[start : start + width] for start in range(0, len(command.data), width)]
        if command.arguments[0] == 3:
            rows = [_twice_as_wide(row) for row in rows for _ in range(2)]
        assert all(len(row) <= bytes_a_row for row in rows), "the head has no dots there"
        rows = [self._placed(row, bytes_a_row) for row in rows]
        self.paper.rows += rows
        self.paper.prints.append(Picture(tuple(rows)))

    def _placed(self, row: bytes, bytes_a_row: int) -> bytes:
        """The row at the left, or moved to the middle by whole dots."""
        if not self._place:
            return row.ljust(bytes_a_row, b"\x00")
        assert self._place == 1, "pictures of receipts stand at the left or in the middle"
        moved = (bytes_a_row - len(row)) * 8 // 2
        dots = int.from_bytes(row, "big") << (bytes_a_row - len(row)) * 8 - moved
        return dots.to_bytes(bytes_a_row, "big")

    def _two_dimensional(self, data: bytes) -> None:
        """GS ( k for QR codes: symbol 49, functions 65 (model), 67 (module), 69 (level), 80 (store), 81 (print)."""
        symbol, function, rest = data[0], data[1], data[2:]
        if symbol != 49:
            raise NotACommand(f"no QR code: {symbol}")
        if function == 65:
            self._code["model"] = rest[0]
        elif function == 67:
            self._code["module"] = rest[0]
        elif function == 69:
            self._code["level"] = rest[0]
        elif function == 80 and rest[:1] == b"0":
            self._stored = rest[1:]
        elif function == 81 and rest == b"0":
            self.needs_start_of_line()
            assert self._code.get("model") == 50, "phones read model 2"
            level, module = LEVELS[self._code["level"]], self._code["module"]
            self.paper.prints.append(
                Code(self._stored.decode("ascii"), module, level, self._place == 1)
            )
        else:
            raise NotACommand(f"GS ( k function {function}")


def _twice_as_wide(row: bytes) -> bytes:
    dots = "".join(dot * 2 for byte in row for dot in f"{byte:08b}")
    return int(dots, 2).to_bytes(2 * len(row), "big")


def real_time_commands_in(job: bytes) -> list[int]:
    """Where a printer would see a real-time command, which it obeys even inside a picture."""
    return [place for place in range(len(job) - 1) if job[place : place + 2] in REAL_TIME_PREFIXES]
