"""DTR/DSR where the system's serial driver does not know it: Linux hands on every byte, full printer or not.

A printer drops its DTR, which is our DSR, when its buffer of some 4 kB is nearly full or its paper is out. What is
written then is lost: of a picture some rows, and the rest comes out as rubbish. So a job is written in small pieces,
each only while the line is raised. A cable that does not carry it (three wires) is told by a line that is down when
the port is opened: there nothing can be watched.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

PIECE_BYTES = 64
"""Half of what printers keep free when they say that they are full, since as much may be on its way."""

LOOK_SECONDS = 0.002
LONGEST_QUESTION_BYTES = 3
"""A question is never held back: a printer answers DLE EOT while it is full, and says why."""


class SerialPort(Protocol):
    """What of pyserial's port is used here."""

    write_timeout: float | None

    @property
    def dsr(self) -> bool:
        """Whether the other end is ready. Raises OSError where there is no such line."""
        ...

    @property
    def out_waiting(self) -> int:
        """Bytes that have not left this computer."""
        ...

    def write(self, chunk: bytes) -> object:
        """Hand bytes over. Raises OSError, timeouts among them."""
        ...


def is_watched(port: SerialPort) -> bool:
    """Whether this port has a line that tells, and no driver that heeds it by itself."""
    if sys.platform == "win32":
        return False
    try:
        return bool(port.dsr)
    except OSError:
        return False


def write_while_ready(port: SerialPort, chunk: bytes, seconds_left: Callable[[], float]) -> None:
    """All of the chunk, piece by piece. ``seconds_left`` raises TimeoutError at the deadline; raises OSError."""
    for start in range(0, len(chunk), PIECE_BYTES):
        while port.out_waiting > PIECE_BYTES or not port.dsr:
            time.sleep(min(LOOK_SECONDS, seconds_left()))
        port.write_timeout = seconds_left()
        port.write(chunk[start : start + PIECE_BYTES])
