"""The terminal's end of a cable: a TCP connection, or the master of a pseudo-terminal."""

from __future__ import annotations

import os
import select
import socket
import sys
import threading
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

LOOPBACK = "127.0.0.1"
STEP_SECONDS = 0.05
MOST_BYTES = 4096


class HungUp(Exception):
    """The other end is gone, or we are closing."""


class Wire(Protocol):
    """What a simulated terminal reads from and writes to."""

    is_closing: Callable[[], bool]

    def read(self) -> bytes:
        """What came in one step, perhaps nothing. Raises HungUp."""
        ...

    def write(self, said: bytes) -> None:
        """Say it; nobody may be listening."""
        ...

    def hang_up(self) -> None:
        """Pull the plug. Raises HungUp where a plug can be pulled; on a serial line there is only silence."""
        ...


class _SocketWire:
    def __init__(self, connection: socket.socket, is_closing: Callable[[], bool]) -> None:
        self._connection, self.is_closing = connection, is_closing
        connection.settimeout(STEP_SECONDS)

    def read(self) -> bytes:
        if self.is_closing():
            raise HungUp
        try:
            came = self._connection.recv(MOST_BYTES)
        except TimeoutError:
            return b""
        except OSError:
            raise HungUp from None
        if not came:
            raise HungUp
        return came

    def write(self, said: bytes) -> None:
        try:
            self._connection.sendall(said)
        except OSError:
            raise HungUp from None

    def hang_up(self) -> None:
        self._connection.close()
        raise HungUp


class Host(ABC):
    """Runs a terminal on a thread of its own until the ``with`` ends."""

    def __init__(self, serve: Callable[[Wire], None]) -> None:
        self._serve = serve
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="simulated-terminal")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Pull the plug, of the terminal itself. Twice is once."""
        if not self._closing.is_set():
            self._closing.set()
            self._thread.join()
            self._close()

    def wait(self) -> None:
        """Until the thread ends, which without the ``with``'s end is never."""
        self._thread.join()

    @abstractmethod
    def _run(self) -> None:
        """Serve until closing."""

    @abstractmethod
    def _close(self) -> None:
        """Give back what is open."""


class TcpHost(Host):
    """A terminal that listens: one connection at a time, as PROTOCOL.md asks for."""

    def __init__(self, serve: Callable[[Wire], None], *, port: int = 0) -> None:
        super().__init__(serve)
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind((LOOPBACK, port))
        self._listener.listen()
        self._listener.settimeout(STEP_SECONDS)
        self.port: int = self._listener.getsockname()[1]

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            with connection:
                try:
                    self._serve(_SocketWire(connection, self._closing.is_set))
                except HungUp:
                    continue

    def _close(self) -> None:
        self._listener.close()


if sys.platform != "win32":
    import pty
    import tty

    class _PtyWire:
        def __init__(self, master: int, is_closing: Callable[[], bool]) -> None:
            self._master, self.is_closing = master, is_closing

        def read(self) -> bytes:
            if self.is_closing():
                raise HungUp
            ready, _, _ = select.select([self._master], [], [], STEP_SECONDS)
            return os.read(self._master, MOST_BYTES) if ready else b""

        def write(self, said: bytes) -> None:
            os.write(self._master, said)

        def hang_up(self) -> None:
            """A pulled serial cable tells nobody."""

    class PtyHost(Host):
        """A terminal on a serial line; ``device`` is the counter's end. Both ends stay open, as a cable does."""

        def __init__(self, serve: Callable[[Wire], None]) -> None:
            super().__init__(serve)
            self._master, self._slave = pty.openpty()
            tty.setraw(self._slave)
            self.device = os.ttyname(self._slave)

        def _run(self) -> None:
            try:
                self._serve(_PtyWire(self._master, self._closing.is_set))
            except HungUp:
                return

        def _close(self) -> None:
            os.close(self._slave)
            os.close(self._master)
