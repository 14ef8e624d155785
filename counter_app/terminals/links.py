"""Links to a terminal: a TCP connection or a serial line, new for each exchange. Every wait is bounded."""

from __future__ import annotations

import logging
import socket
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from serial import Serial

MOST_READ_BYTES = 1024
SERIAL_STEP_SECONDS = 0.05
DRAIN_STEP_SECONDS = 0.01
DRAIN_SECONDS = 0.5
"""How long closing waits for our last byte, mostly an ACK, to leave the port."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Timing:
    """How long each thing may take, in seconds (PROTOCOL.md, section 3)."""

    connect_seconds: float = 5.0
    write_seconds: float = 5.0
    acknowledge_seconds: float = 2.0
    """From our frame to its ACK or NAK."""
    byte_seconds: float = 1.0
    """Between two bytes of one frame."""
    silence_seconds: float = 15.0
    """Between two frames while a sale is under way: the terminal says every 5 s what it is about."""
    question_seconds: float = 10.0
    """For the answer to LAST and STATUS."""
    answer_seconds: float = 90.0
    """For the answer to SALE and VOID, from its ACK."""


class LinkNotOpen(Exception):
    """The terminal is not there, or its port is in use."""


class Link(Protocol):
    """One way to a terminal, for one exchange. After ``open`` all trouble is an OSError."""

    def open(self) -> None:
        """Raises LinkNotOpen."""
        ...

    def send(self, sent: bytes) -> None:
        """Hand the bytes over. Raises OSError."""
        ...

    def receive(self, wait_seconds: float) -> bytes:
        """What came, at least one byte. Raises TimeoutError when nothing came, else OSError."""
        ...

    def close(self) -> None:
        """Let go. Never raises; a serial line waits up to ``DRAIN_SECONDS``."""
        ...


class TcpLink:
    """A terminal at an address; it listens, the counter connects."""

    def __init__(self, host: str, port: int, timing: Timing) -> None:
        self._address = (host, port)
        self._timing = timing
        self._socket: socket.socket | None = None

    def open(self) -> None:
        """Connect. A host's name, unlike its number, is looked up in the system's own time."""
        try:
            opened = socket.create_connection(self._address, self._timing.connect_seconds)
        except (OSError, ValueError) as error:  # a name that is none is a ValueError
            raise LinkNotOpen(str(error)) from error
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket = opened

    def send(self, sent: bytes) -> None:
        """Into the kernel's buffer."""
        connection = self._opened()
        connection.settimeout(self._timing.write_seconds)
        connection.sendall(sent)

    def receive(self, wait_seconds: float) -> bytes:
        """An empty answer means that the terminal hung up."""
        connection = self._opened()
        connection.settimeout(wait_seconds)
        received = connection.recv(MOST_READ_BYTES)
        if not received:
            raise ConnectionResetError("the terminal closed the connection")
        return received

    def close(self) -> None:
        """Say that no more comes, then close."""
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError as error:
                _log.info("closing the connection: %s", error)
            self._socket.close()
            self._socket = None

    def _opened(self) -> socket.socket:
        assert self._socket is not None, "opened before"
        return self._socket


class SerialLink:
    """A terminal on a serial line, also one behind USB: eight bits, no parity, one stop bit, no flow control."""

    def __init__(self, device: str, baud_rate: int, timing: Timing) -> None:
        self._device, self._baud_rate = device, baud_rate
        self._timing = timing
        self._port: Serial | None = None

    def open(self) -> None:
        """Open the port for us alone; what an earlier exchange left in it is dropped."""
        import serial  # noqa: PLC0415 - late: most counters have no terminal on a serial line

        try:
            self._port = serial.Serial(
                self._device,
                baudrate=self._baud_rate,
                bytesize=serial.EIGHTBITS,
                parity=serial.PARITY_NONE,
                stopbits=serial.STOPBITS_ONE,
                xonxoff=False,
                rtscts=False,
                dsrdtr=False,
                timeout=SERIAL_STEP_SECONDS,
                write_timeout=self._timing.write_seconds,
                exclusive=True,
            )
        except (OSError, ValueError) as error:
            raise LinkNotOpen(str(error)) from error

    def send(self, sent: bytes) -> None:
        """A port that takes nothing is left at the write timeout, which pyserial reports as an OSError."""
        self._opened().write(sent)

    def receive(self, wait_seconds: float) -> bytes:
        """The first byte and all that came with it."""
        port, deadline = self._opened(), time.monotonic() + wait_seconds
        while True:
            first: bytes = port.read(1)
            if first:
                rest: bytes = port.read(min(port.in_waiting, MOST_READ_BYTES))
                return first + rest
            if time.monotonic() >= deadline:
                raise TimeoutError("nothing came")

    def close(self) -> None:
        """Let the last byte leave, drop what does not: the kernel else holds the port, and us, for up to 30 s."""
        port, self._port = self._port, None
        if port is None:
            return
        deadline = time.monotonic() + DRAIN_SECONDS
        try:
            while port.out_waiting and time.monotonic() < deadline:
                time.sleep(DRAIN_STEP_SECONDS)
            port.reset_output_buffer()
        except _port_errors() as error:
            _log.info("closing the serial port: %s", error)
        port.close()

    def _opened(self) -> Serial:
        assert self._port is not None, "opened before"
        return self._port


def _port_errors() -> tuple[type[Exception], ...]:
    """What pyserial lets through when the line is gone; the error of termios is no OSError."""
    errors: tuple[type[Exception], ...] = (OSError,)
    if sys.platform != "win32":
        import termios  # noqa: PLC0415 - not there on Windows

        errors = (*errors, termios.error)
    return errors
