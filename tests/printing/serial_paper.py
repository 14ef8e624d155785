"""A receipt printer on a pty: it listens at one baud rate, and at any other hears and says rubbish.

with SerialPaper(baud_rate=19_200) as printer:
    ...  # print to printer.device
    printer.unplug()  # the cable is out: the port is there and nobody answers
"""

from __future__ import annotations

import os
import select
import termios
import threading
import tty
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from tests.printing.paper_decoder import next_command

if TYPE_CHECKING:
    from types import TracebackType

ASK_STEP_SECONDS = 0.02
WAIT_SECONDS = 10.0
ALL_IS_WELL, PLENTY, RUBBISH = b"\x12", b"\x00", b"\xff\xfe"
SPEED = 5
"""Where termios.tcgetattr keeps the rate of what is sent."""

RATES = {getattr(termios, f"B{rate}"): rate for rate in (9_600, 19_200, 38_400, 57_600, 115_200)}


class SerialPaper:
    """``jobs`` came out whole, as a question after them tells; ``heard_bytes`` and ``rubbish`` count what came.

    A silent one answers no question.
    """

    def __init__(self, *, baud_rate: int, is_silent: bool = False) -> None:
        self.jobs: list[bytes] = []
        self.rubbish = self.heard_bytes = 0
        self._baud_rate, self._is_silent = baud_rate, is_silent
        self._unread = self._job = b""
        self._is_plugged = True
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.device = os.ttyname(self._slave)
        self._thread = threading.Thread(target=self._serve, name="serial-paper")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._thread.join()
        os.close(self._master)
        os.close(self._slave)

    def unplug(self) -> None:
        """From now on nobody answers."""
        self._is_plugged = False

    def wait_for_jobs(self, count: int) -> list[bytes]:
        """The jobs, once so many have come out; those of a silent one end when it is switched off."""
        with self._changed:
            came = self._changed.wait_for(lambda: len(self.jobs) >= count, WAIT_SECONDS)
        assert came, f"{len(self.jobs)} of {count} jobs came out"
        return self.jobs

    @property
    def rate_set(self) -> int:
        """At which rate the other side speaks."""
        return RATES.get(termios.tcgetattr(self._master)[SPEED], 0)

    def _serve(self) -> None:
        while not self._closing.is_set():
            ready, _, _ = select.select([self._master], [], [], ASK_STEP_SECONDS)
            if not ready:
                continue
            with suppress(OSError):
                self._hear(os.read(self._master, 4096))

    def _hear(self, received: bytes) -> None:
        if not self._is_plugged:
            return
        if self.rate_set != self._baud_rate:
            self.rubbish += 1
            self._say(RUBBISH)
            return
        self.heard_bytes += len(received)
        self._unread += received
        self._answer_real_time_questions()
        while self._unread and (command := next_command(self._unread)) is not None:
            taken, self._unread = self._unread[: command.length], self._unread[command.length :]
            if command.code == b"\x1dr":
                self._take()
                self._say(PLENTY)
            else:
                self._job += taken

    def _take(self) -> None:
        with self._changed:
            self.jobs.append(self._job)
            self._job = b""
            self._changed.notify_all()

    def _answer_real_time_questions(self) -> None:
        while (place := self._unread.find(b"\x10\x04")) >= 0 and place + 2 < len(self._unread):
            self._unread = self._unread[:place] + self._unread[place + 3 :]
            self._say(ALL_IS_WELL)

    def _say(self, answer: bytes) -> None:
        if not self._is_silent:
            os.write(self._master, answer)
