"""A pole display without a tube: reads the bytes of each command set as its maker's manual has them, shows 2 x 20."""

from __future__ import annotations

import os
import select
import threading
import tty

WIDTH = 20
CLEAR, HOME, RETURN, ESC, US = 0x0C, 0x0B, 0x0D, 0x1B, 0x1F
LENGTHS = {
    (ESC, ord("@")): 0,
    (ESC, ord("R")): 1,
    (ESC, ord("t")): 1,
    (ESC, ord("_")): 1,
    (ESC, 0x11): 0,
    (US, 0x01): 0,
    (US, ord("C")): 1,
    (US, ord("$")): 2,
}
"""Commands and how many bytes of theirs follow (Epson DM-D and Partner CD5220 manuals)."""


class PoleDisplay:
    """What stands on it. ``strange`` are bytes that no command set knows: there must be none."""

    def __init__(self) -> None:
        self.cells = [[" "] * WIDTH for _ in range(2)]
        self.strange: list[int] = []
        self.pictures: list[tuple[str, str]] = []
        self._place = 0
        self._rest = b""
        self._line: int | None = None

    @property
    def lines(self) -> tuple[str, str]:
        """The two lines as they are read."""
        return "".join(self.cells[0]), "".join(self.cells[1])

    @property
    def picture(self) -> str:
        """With a frame, as it stands in a test."""
        edge = f"+{'-' * WIDTH}+"
        return "\n".join([edge, *(f"|{line}|" for line in self.lines), edge])

    def take(self, raw: bytes) -> None:
        """More bytes came."""
        self._rest += raw
        while self._rest:
            used = self._step(self._rest)
            if not used:
                return
            self._rest = self._rest[used:]
            if not self.pictures or self.pictures[-1] != self.lines:
                self.pictures.append(self.lines)

    def _step(self, raw: bytes) -> int:
        """How many bytes the next command or letter took; 0 when more have to come."""
        first = raw[0]
        if first in (ESC, US):
            return self._command(raw)
        if first == CLEAR:
            self.cells = [[" "] * WIDTH for _ in range(2)]
            self._place = 0
        elif first == HOME:
            self._place = 0
        elif 0x20 <= first < 0x7F:
            row, column = divmod(self._place, WIDTH)
            self.cells[row][column] = chr(first)
            self._place = (self._place + 1) % (2 * WIDTH)
        else:
            self.strange.append(first)
        return 1

    def _command(self, raw: bytes) -> int:
        if len(raw) < 2:
            return 0
        if raw[:2] == b"\x1bQ":
            return self._string(raw)
        length = LENGTHS.get((raw[0], raw[1]))
        if length is None:
            self.strange.append(raw[1])
            return 2
        if len(raw) < 2 + length:
            return 0
        if raw[:2] == b"\x1b@":
            self._step(bytes([CLEAR]))
        elif raw[:2] == b"\x1f$":
            self._place = ((raw[3] - 1) * WIDTH + raw[2] - 1) % (2 * WIDTH)  # a torn one too
        return 2 + length

    def _string(self, raw: bytes) -> int:
        """``ESC Q A text CR``: a whole line; it is seen when its CR has come."""
        end = raw.find(RETURN)
        if end < 0:
            return 0
        row = {ord("A"): 0, ord("B"): 1}[raw[2]]
        self.cells[row] = list(raw[3:end].decode("ascii").ljust(WIDTH)[:WIDTH])
        return end + 1


class PoleOnPort(PoleDisplay):
    """The same behind a serial port that is real to the kernel. ``stall`` makes it take nothing any more."""

    def __init__(self) -> None:
        super().__init__()
        self._ours, theirs = os.openpty()
        tty.setraw(theirs)
        self.device = os.ttyname(theirs)
        self._theirs = theirs
        self._stalled = threading.Event()
        self._gone = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def stall(self) -> None:
        """From now on nothing is read."""
        self._stalled.set()

    def go_on(self) -> None:
        """It reads again."""
        self._stalled.clear()

    def unplug(self) -> None:
        """The port is gone; twice is once."""
        if self._gone.is_set():
            return
        self._gone.set()
        self._thread.join()
        for end in (self._ours, self._theirs):
            os.close(end)

    def waits_for(self, lines: tuple[str, str]) -> None:
        """The reader is a thread: what left the other end is read here within a moment."""
        pause = threading.Event()
        for _ in range(500):
            if self.lines == lines:
                return
            pause.wait(0.01)
        assert self.lines == lines

    def _read(self) -> None:
        while not self._gone.is_set():
            if self._stalled.is_set():
                self._gone.wait(0.01)
                continue
            ready, _, _ = select.select([self._ours], [], [], 0.01)
            if ready:
                self.take(os.read(self._ours, 4096))
