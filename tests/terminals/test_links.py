"""The cables: what is not there is said, what breaks is an OSError, and nothing waits for ever."""

from __future__ import annotations

import os
import socket
import sys
import time
from typing import TYPE_CHECKING

import pytest

from counter_app.terminals.links import LinkNotOpen, SerialLink, TcpLink, Timing
from tests.terminals.wires import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOON = Timing(connect_seconds=2.0, write_seconds=0.2)
BAUD = 115_200
MORE_THAN_A_LINE_HOLDS = b"x" * 4_000_000


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server((LOOPBACK, 0)) as listener:
        yield listener


def tcp_link(listener: socket.socket) -> TcpLink:
    return TcpLink(LOOPBACK, listener.getsockname()[1], SOON)


@pytest.mark.parametrize("host", ["", "x" * 80 + ".example", "no such host.example\0"])
def test_a_host_that_is_none_is_not_opened(host: str) -> None:
    link = TcpLink(host or LOOPBACK, 1, SOON)
    with pytest.raises(LinkNotOpen):
        link.open()
    link.close()


def test_a_terminal_that_hangs_up_is_an_error_and_no_silence(listener: socket.socket) -> None:
    link = tcp_link(listener)
    link.open()
    listener.accept()[0].close()
    with pytest.raises(ConnectionResetError):
        link.receive(1.0)
    link.close()
    link.close()


def test_silence_is_a_timeout(listener: socket.socket) -> None:
    link = tcp_link(listener)
    link.open()
    with pytest.raises(TimeoutError):
        link.receive(0.01)
    link.close()


def test_a_terminal_that_reads_nothing_never_blocks_the_counter(listener: socket.socket) -> None:
    link = tcp_link(listener)
    link.open()
    with pytest.raises(TimeoutError):
        link.send(MORE_THAN_A_LINE_HOLDS)
    link.close()


def test_a_serial_port_that_is_not_there_is_not_opened(tmp_path: Path) -> None:
    link = SerialLink(str(tmp_path / "tty"), BAUD, SOON)
    with pytest.raises(LinkNotOpen):
        link.open()
    link.close()


if sys.platform != "win32":
    import pty
    import tty

    @pytest.fixture
    def line() -> Iterator[tuple[int, SerialLink, str]]:
        """The terminal's end of a serial line, an open link at ours, and the port's name."""
        master, slave = pty.openpty()
        tty.setraw(slave)
        device = os.ttyname(slave)
        link = SerialLink(device, BAUD, SOON)
        link.open()
        os.close(slave)
        yield master, link, device
        link.close()

    def test_all_that_came_is_read_at_once(line: tuple[int, SerialLink, str]) -> None:
        master, link, _ = line
        os.write(master, b"\x06\x02MT=STATE")
        assert link.receive(1.0) == b"\x06\x02MT=STATE"
        with pytest.raises(TimeoutError):
            link.receive(0.01)
        os.close(master)

    def test_a_port_in_use_is_not_opened_twice(line: tuple[int, SerialLink, str]) -> None:
        master, _, device = line
        second = SerialLink(device, BAUD, SOON)
        with pytest.raises(LinkNotOpen):
            second.open()
        os.close(master)

    def test_a_port_that_takes_nothing_never_blocks_the_counter(
        line: tuple[int, SerialLink, str],
    ) -> None:
        master, link, _ = line
        start = time.monotonic()
        with pytest.raises(OSError, match=r"[Tt]imeout"):
            link.send(MORE_THAN_A_LINE_HOLDS)
        link.close()
        assert time.monotonic() - start < 5
        os.close(master)

    def test_a_port_that_is_pulled_out_is_an_error_and_closes(
        line: tuple[int, SerialLink, str],
    ) -> None:
        master, link, _ = line
        os.close(master)
        with pytest.raises(OSError, match=r"."):
            link.receive(1.0)
        link.close()
