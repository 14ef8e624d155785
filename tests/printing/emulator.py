"""A receipt printer on the loopback: takes jobs, tells its status, and fails in the ways printers fail.

    with PaperPrinter() as printer:
        ...  # print to 127.0.0.1, printer.port
        printer.fault = PaperFault.PAPER_OUT
        printer.jobs  # the bytes of each job that came out, status questions left out

As real printers do, it holds what came while it was out of paper or open, and prints that once it is set right.
"""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, Self

from tests.printing.paper_decoder import next_command

if TYPE_CHECKING:
    from types import TracebackType

LOOPBACK = "127.0.0.1"
FAIL_AFTER_BYTES = 8_192
ASK_STEP_SECONDS = 0.05
WAIT_SECONDS = 10.0
ALL_IS_WELL = 0x12
BABBLE_BYTES = bytes(range(256))
RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class PaperFault(StrEnum):
    """What is wrong with the printer."""

    NONE = ""
    OFF = "off"
    LOW_PAPER = "low_paper"
    PAPER_OUT = "paper_out"
    PAPER_OUT_DURING = "paper_out_during"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    STALLED = "stalled"
    COVER_OPENED_DURING = "cover_opened_during"
    POWER_LOST = "power_lost"
    POWER_LOST_QUIETLY = "power_lost_quietly"
    """The line is closed in good order, as by a printer that falls asleep."""
    LATE = "late"
    """Every answer comes after nobody waits for it any more."""
    BABBLE = "babble"
    """Each question is answered with many bytes, some of which look right."""
    GARBAGE = "garbage"
    SILENT = "silent"


HOLDS_JOBS = {PaperFault.PAPER_OUT, PaperFault.COVER_OPEN, PaperFault.OFFLINE, PaperFault.STALLED}
BECOMES = {
    PaperFault.PAPER_OUT_DURING: PaperFault.PAPER_OUT,
    PaperFault.COVER_OPENED_DURING: PaperFault.COVER_OPEN,
}
POWER_LOSSES = {PaperFault.POWER_LOST, PaperFault.POWER_LOST_QUIETLY}
LATE_SECONDS = 0.8


class PaperPrinter:
    """The printer. ``jobs`` came out whole; ``broken`` are the beginnings of those cut short."""

    def __init__(self, *, fail_after_bytes: int = FAIL_AFTER_BYTES) -> None:
        self.jobs: list[bytes] = []
        self.broken: list[bytes] = []
        self._fail_after_bytes = fail_after_bytes
        self._fault = PaperFault.NONE
        self._held: list[bytes] = []
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._listener: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self.port = 0

    def __enter__(self) -> Self:
        self._switch_on()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._switch_off()

    @property
    def fault(self) -> PaperFault:
        return self._fault

    @fault.setter
    def fault(self, fault: str) -> None:
        """Set a fault by its name, or set the printer right with an empty one."""
        before, self._fault = self._fault, PaperFault(fault)
        if self._fault is PaperFault.OFF:
            self._switch_off()
        elif before is PaperFault.OFF:
            self._switch_on()
        if self._fault not in HOLDS_JOBS:
            self._release()

    def wait_for_jobs(self, count: int) -> list[bytes]:
        """The jobs, once so many have come out."""
        with self._changed:
            came = self._changed.wait_for(lambda: len(self.jobs) >= count, WAIT_SECONDS)
        assert came, f"{len(self.jobs)} of {count} jobs came out"
        return self.jobs

    def wait_for_broken(self, count: int) -> list[bytes]:
        """The beginnings of jobs that were cut short, once there are so many."""
        with self._changed:
            came = self._changed.wait_for(lambda: len(self.broken) >= count, WAIT_SECONDS)
        assert came, f"{len(self.broken)} of {count} jobs were cut short"
        return self.broken

    def _switch_on(self) -> None:
        self._closing.clear()
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, self.port))
        listener.listen()
        listener.settimeout(ASK_STEP_SECONDS)
        self.port = listener.getsockname()[1]
        self._listener = listener
        self._thread = threading.Thread(target=self._serve, args=(listener,), name="paper-printer")
        self._thread.start()

    def _switch_off(self) -> None:
        self._closing.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _serve(self, listener: socket.socket) -> None:
        while not self._closing.is_set():
            with suppress(TimeoutError):
                connection, _ = listener.accept()
                connection.settimeout(ASK_STEP_SECONDS)
                with connection, suppress(ConnectionError, BrokenPipeError):
                    serve_connection(self, connection)

    def is_closing(self) -> bool:
        return self._closing.is_set()

    def take(self, job: bytes) -> None:
        """A job is complete: it comes out, or waits for paper."""
        with self._changed:
            (self._held if self._fault in HOLDS_JOBS else self.jobs).append(job)
            self._changed.notify_all()

    def lose(self, job: bytes) -> None:
        with self._changed:
            self.broken.append(job)
            self._changed.notify_all()

    def _release(self) -> None:
        with self._changed:
            self.jobs += self._held
            self._held.clear()
            self._changed.notify_all()

    def fails_now(self, count_bytes: int) -> bool:
        """Whether the power goes, or the paper ends, after so much of a job."""
        if count_bytes < self._fail_after_bytes:
            return False
        self._fault = BECOMES.get(self._fault, self._fault)
        return self._fault in POWER_LOSSES


class Cable(Protocol):
    """What a line has to be able to, as a socket is."""

    def recv(self, count: int, /) -> bytes: ...
    def sendall(self, said: bytes, /) -> None: ...
    def setsockopt(self, level: int, name: int, value: bytes, /) -> None: ...


def serve_connection(printer: PaperPrinter, cable: Cable) -> None:
    """Be a printer on this cable until it is pulled out or the power is gone."""
    _Connection(printer, cable).serve()


class _Connection:
    """One cable for the time it is plugged in."""

    def __init__(self, printer: PaperPrinter, connection: Cable) -> None:
        self._printer = printer
        self._connection = connection
        self._unread = b""
        self._job = b""

    def serve(self) -> None:
        while not self._printer.is_closing():
            try:
                received = self._connection.recv(4096)
            except TimeoutError:
                continue
            if not received:
                if self._job:
                    self._printer.take(self._job)
                return
            self._unread += received
            if not self._read():
                return

    def _read(self) -> bool:
        """Work off what came; False when the power is gone."""
        self._answer_real_time_questions()
        if self._printer.fault is PaperFault.STALLED:
            return self._stall()
        while self._unread and (command := next_command(self._unread)) is not None:
            taken, self._unread = (
                self._unread[: command.length],
                self._unread[command.length :],
            )
            if command.code == b"\x1dr":
                self._answer_in_line()
            else:
                self._job += taken
        if self._printer.fails_now(len(self._job) + len(self._unread)):
            self._printer.lose(self._job + self._unread)
            if self._printer.fault is PaperFault.POWER_LOST:
                self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
            return False
        return True

    def _stall(self) -> bool:
        """Reads nothing more, like a printer that holds its line busy, until it is set right."""
        if not self._unread:
            return True
        while self._printer.fault is PaperFault.STALLED and not self._printer.is_closing():
            threading.Event().wait(ASK_STEP_SECONDS)
        return True

    def _answer_real_time_questions(self) -> None:
        """DLE EOT n is answered at once, wherever it stands; our pictures never contain one."""
        while (place := self._unread.find(b"\x10\x04")) >= 0 and place + 2 < len(self._unread):
            asked = self._unread[place + 2]
            self._unread = self._unread[:place] + self._unread[place + 3 :]
            self._say(self._status(asked))

    def _status(self, asked: int) -> bytes:
        fault = self._printer.fault
        if fault is PaperFault.GARBAGE:
            return b"\xff"
        is_out, is_open = fault is PaperFault.PAPER_OUT, fault is PaperFault.COVER_OPEN
        status = ALL_IS_WELL
        if asked == 1 and (is_out or is_open or fault is PaperFault.OFFLINE):
            status |= 0x08
        if asked == 2:
            status |= 0x04 * is_open | 0x20 * is_out
        if asked == 4:
            status |= 0x60 * is_out | 0x0C * (is_out or fault is PaperFault.LOW_PAPER)
        return bytes([status])

    def _answer_in_line(self) -> None:
        """GS r waits its turn: while the printer stands still there is no answer."""
        self._printer.take(self._job)
        self._job = b""
        if self._printer.fault not in HOLDS_JOBS:
            is_low = self._printer.fault is PaperFault.LOW_PAPER
            self._say(b"\xff" if self._printer.fault is PaperFault.GARBAGE else bytes([3 * is_low]))

    def _say(self, answer: bytes) -> None:
        if self._printer.fault is PaperFault.LATE:
            threading.Event().wait(LATE_SECONDS)
        if self._printer.fault is not PaperFault.SILENT:
            is_babble = self._printer.fault is PaperFault.BABBLE
            self._connection.sendall(BABBLE_BYTES if is_babble else answer)
