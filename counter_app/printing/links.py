"""Links to printers through python-escpos: opened and fed by its classes, hurried by our deadlines.

Version 3.1 blocks for ever on a stalled serial port or file, is poisoned by a failed open and takes silence for
plenty of paper. So: a new object for each job, every wait bounded, nothing believed that was not answered.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from counter_app.printing.bounded import OPEN_SECONDS, open_within
from counter_app.printing.dsr_watch import LONGEST_QUESTION_BYTES, is_watched, write_while_ready
from counter_app.printing.profiles import Handshake
from counter_app.printing.serial_ports import drain, let_go, port_errors

if TYPE_CHECKING:
    from types import ModuleType

LAST_WORDS_SECONDS = 0.5
"""How long an unasked printer may go on talking before the socket is closed; closing with unread bytes resets it."""

CAPABILITIES = "escpos.capabilities"
CAPABILITIES_FOLDER_VARIABLE = "ESCPOS_CAPABILITIES_PICKLE_DIR"
ANSWER_BYTES = 16
BITS_A_SERIAL_BYTE = 10
MILLISECONDS = 1_000


class LinkNotOpen(Exception):
    """The device is not there, is in use, or its driver is missing."""


class Link(Protocol):
    """One way to a printer, for one job. After ``open`` every wait is bounded; all trouble is an OSError."""

    can_read: bool

    def hurry(self, seconds: float) -> None:
        """Before ``open``: wait no longer than this for a printer that is not there."""
        ...

    def open(self) -> None:
        """Raises LinkNotOpen."""
        ...

    def send(self, chunk: bytes, timeout_seconds: float) -> None:
        """Hand over the chunk. Raises OSError, TimeoutError among them."""
        ...

    def receive(self, timeout_seconds: float) -> bytes:
        """What the printer says, at least one byte. Raises OSError, TimeoutError among them."""
        ...

    def settle(self, timeout_seconds: float) -> None:
        """Wait until what was sent has left this computer, where that can be known; more may follow. Raises OSError."""
        ...

    def finish(self, timeout_seconds: float) -> None:
        """The same after the last byte. Raises OSError."""
        ...

    def seconds_for(self, count_bytes: int) -> float:
        """How long so many bytes take on the wire."""
        ...

    def close(self) -> None:
        """Let go at once, dropping what has not left. Never raises, never waits."""
        ...


def escpos_printer(name: str) -> ModuleType:
    """``escpos.printer.<name>``, imported late since it takes 0.25 s.

    Its import, and each of its calls to ``logging.info``, set up logging for the whole program, and the import leaves
    a folder in the temporary place. Here they do not.
    """
    is_first = CAPABILITIES not in sys.modules
    root = logging.getLogger()
    guard = logging.NullHandler()
    root.addHandler(guard)
    try:
        module = import_module(f"escpos.printer.{name}")
    finally:
        root.removeHandler(guard)
    vars(module)["logging"] = logging.getLogger(module.__name__)
    if is_first and CAPABILITIES_FOLDER_VARIABLE not in os.environ:
        shutil.rmtree(import_module(CAPABILITIES).pickle_dir, ignore_errors=True)
    return module


def time_left(deadline: float) -> float:
    """Seconds until then. Raises TimeoutError when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("the printer took nothing more")
    return left


class NetworkLink:
    """A printer at an address, mostly port 9100."""

    can_read = True

    def __init__(self, host: str, port: int, connect_timeout_seconds: float) -> None:
        self._address = (host, port)
        self._connect_timeout_seconds = connect_timeout_seconds
        self._printer = escpos_printer("network").Network(host, port)

    def hurry(self, seconds: float) -> None:
        """A printer in the same network is found in milliseconds."""
        self._connect_timeout_seconds = min(seconds, self._connect_timeout_seconds)

    def open(self) -> None:
        """Connect, and give the library the socket: its own ``open`` loses one at each refusal, and knows IPv4 only."""
        try:
            connection = socket.create_connection(self._address, self._connect_timeout_seconds)
        except OSError as error:
            raise LinkNotOpen(str(error)) from error
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._printer.device = connection

    def send(self, chunk: bytes, timeout_seconds: float) -> None:
        """Into the kernel's buffer: taken is not printed."""
        self._printer.device.settimeout(timeout_seconds)
        self._printer._raw(chunk)  # noqa: SLF001 - the library's own way to send bytes

    def receive(self, timeout_seconds: float) -> bytes:
        """An empty answer means that the printer hung up."""
        self._printer.device.settimeout(timeout_seconds)
        received: bytes = self._printer._read()  # noqa: SLF001 - the library's own way to read
        if not received:
            raise ConnectionResetError("the printer closed the connection")
        return received

    def settle(self, timeout_seconds: float) -> None:
        """The kernel does not say what the printer has taken."""

    def finish(self, timeout_seconds: float) -> None:
        """Say that no more comes, and hear the printer out, so that closing does not reset the connection."""
        deadline = time.monotonic() + min(timeout_seconds, LAST_WORDS_SECONDS)
        device = self._printer.device
        device.shutdown(socket.SHUT_WR)
        try:
            while True:
                device.settimeout(time_left(deadline))
                if not device.recv(ANSWER_BYTES):
                    return
        except TimeoutError:
            return

    def seconds_for(self, count_bytes: int) -> float:  # noqa: ARG002 - the wire is faster than the paper
        """None worth counting."""
        return 0.0

    def close(self) -> None:
        """The library's close neither waits nor raises."""
        self._printer.close()


class SerialLink:
    """A printer on a serial port; DTR tells it that we are here. ``handshake`` is how it says that it is full."""

    can_read = True

    def __init__(
        self, device: str, baud_rate: int, handshake: Handshake = Handshake.DTR_DSR
    ) -> None:
        self._baud_rate, self.handshake = baud_rate, handshake
        self._is_watched = False
        self._open_seconds = OPEN_SECONDS
        self._printer = escpos_printer("serial").Serial(
            device,
            baudrate=baud_rate,
            xonxoff=handshake is Handshake.XON_XOFF,
            dsrdtr=handshake is Handshake.DTR_DSR,
        )

    def hurry(self, seconds: float) -> None:
        """A wired port opens at once or not at all; one through the air is left sooner."""
        self._open_seconds = min(seconds, self._open_seconds)

    def open(self) -> None:
        """Open the port. A Bluetooth port connects first, which may take longer than anybody waits."""
        try:
            open_within(self._open_seconds, lambda: open_device(self._printer), self.close)
        except TimeoutError as error:
            raise LinkNotOpen(str(error)) from error
        is_dtr = self.handshake is Handshake.DTR_DSR
        self._is_watched = is_dtr and is_watched(self._printer.device)

    def send(self, chunk: bytes, timeout_seconds: float) -> None:
        """The library sets no write timeout: without ours a stalled printer blocks for ever."""
        if self._is_watched and len(chunk) > LONGEST_QUESTION_BYTES:
            deadline = time.monotonic() + timeout_seconds
            write_while_ready(self._printer.device, chunk, lambda: time_left(deadline))
            return
        self._printer.device.write_timeout = timeout_seconds
        self._printer._raw(chunk)  # noqa: SLF001 - the library's own way to send bytes

    def receive(self, timeout_seconds: float) -> bytes:
        """One byte, or all that waits: the library's own read always waits its whole timeout for 16."""
        device = self._printer.device
        device.timeout = timeout_seconds
        received: bytes = device.read(max(1, device.in_waiting))
        if not received:
            raise TimeoutError("no answer")
        return received

    def finish(self, timeout_seconds: float) -> None:
        """The port's buffer is all that can be seen."""
        self.settle(timeout_seconds)

    def settle(self, timeout_seconds: float) -> None:
        """Until the port's buffer is empty; the library's flush would wait for ever."""
        drain(self._printer.device, timeout_seconds)

    def seconds_for(self, count_bytes: int) -> float:
        """Eight bits, a start and a stop bit for each byte."""
        return count_bytes * BITS_A_SERIAL_BYTE / self._baud_rate

    def close(self) -> None:
        """Drop what waits: the kernel else holds the port, and us, for up to 30 s."""
        device = self._printer.device
        self._printer.device = (
            False  # so that the library's close, which flushes for ever, has nothing to do
        )
        if device:
            let_go(device, port_errors())


def open_device(printer: Any) -> None:  # noqa: ANN401 - python-escpos ships no types
    """Open a new python-escpos object. Raises LinkNotOpen that says why not."""
    not_found: type[Exception] = import_module("escpos.exceptions").DeviceNotFoundError
    try:
        printer.open()
    except (not_found, OSError, ValueError, RuntimeError) as error:
        raise LinkNotOpen(str(error)) from error
