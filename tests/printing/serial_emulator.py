"""The same printer at the other end of a serial line: a pseudo-terminal, which can be pulled out."""

from __future__ import annotations

import os
import pty
import select
import threading
import tty
from contextlib import suppress

from tests.printing.emulator import ASK_STEP_SECONDS, PaperPrinter, serve_connection


class _Cable:
    """As much of a socket as the emulator uses."""

    def __init__(self, master: int) -> None:
        self._master = master

    def recv(self, count: int) -> bytes:
        ready, _, _ = select.select([self._master], [], [], ASK_STEP_SECONDS)
        if not ready:
            raise TimeoutError
        try:
            return os.read(self._master, count)
        except OSError as error:
            raise ConnectionError from error

    def sendall(self, said: bytes) -> None:
        with suppress(OSError):
            os.write(self._master, said)

    def setsockopt(self, *_: object) -> None:
        """A line has no options."""


class SerialPaperPrinter(PaperPrinter):
    """``device`` is where it is connected. Power lost: the adapter is gone with it, as when it is pulled out."""

    device = ""

    def _switch_on(self) -> None:
        self._closing.clear()
        self._master, self._slave = pty.openpty()
        for end in (self._master, self._slave):
            tty.setraw(end)
        self.device = os.ttyname(self._slave)
        self._is_plugged = True
        self._thread = threading.Thread(target=self._serve_line, name="paper-printer")
        self._thread.start()

    def _switch_off(self) -> None:
        self._closing.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self._pull_out()

    def _pull_out(self) -> None:
        if self._is_plugged:
            self._is_plugged = False
            os.close(self._slave)
            os.close(self._master)

    def _serve_line(self) -> None:
        with suppress(ConnectionError):
            serve_connection(self, _Cable(self._master))
        if not self.is_closing():
            self._pull_out()
