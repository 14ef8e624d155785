"""A serial printer that says it is full is written nothing, wherever the driver would not heed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.delivery import Deadlines, deliver
from counter_app.printing.dsr_watch import PIECE_BYTES, is_watched, write_while_ready
from counter_app.printing.links import SerialLink
from counter_app.printing.profiles import Handshake

if TYPE_CHECKING:
    from collections.abc import Callable

JOB = bytes(range(0x20, 0x7F)) * 20


class Port:
    """A port whose printer takes so many bytes, then drops its line for some looks, again and again."""

    def __init__(self, *, takes: int = 1_000, rests: int = 3, is_wired: bool = True) -> None:
        self.received = b""
        self.lost = b""
        self.out_waiting = 0
        self.write_timeout: float | None = None
        self._takes, self._rests, self._is_wired = takes, rests, is_wired
        self._room, self._looks = takes, 0

    @property
    def dsr(self) -> bool:
        if not self._is_wired:
            raise OSError(25, "no such line")
        if self._room >= PIECE_BYTES:
            return True
        self._looks += 1
        if self._looks > self._rests:
            self._room, self._looks = self._takes, 0
        return False

    def write(self, chunk: bytes) -> int:
        self.received += chunk[: self._room]
        self.lost += chunk[self._room :]
        self._room = max(0, self._room - len(chunk))
        return len(chunk)

    def reset_output_buffer(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""


def never_late() -> float:
    return 1.0


def late_after(looks: int) -> Callable[[], float]:
    """A deadline that comes after so many looks at it."""
    left = [1.0] * looks

    def seconds_left() -> float:
        if not left:
            raise TimeoutError("the printer took nothing more")
        return left.pop()

    return seconds_left


def test_a_printer_that_says_when_it_is_full_loses_no_byte() -> None:
    port = Port(takes=200)
    write_while_ready(port, JOB, never_late)
    assert (port.received, port.lost) == (JOB, b"")


def test_without_heeding_it_bytes_are_lost() -> None:
    port = Port(takes=200)
    port.write(JOB)
    assert port.lost


def test_what_still_waits_in_this_computer_is_let_out_first() -> None:
    port = Port()
    port.out_waiting = PIECE_BYTES + 1
    with pytest.raises(TimeoutError):
        write_while_ready(port, JOB, late_after(3))
    assert port.received == b""


def test_a_printer_that_stays_full_is_left_at_the_deadline() -> None:
    port = Port(takes=200, rests=10_000)
    with pytest.raises(TimeoutError):
        write_while_ready(port, JOB, late_after(50))
    assert 0 < len(port.received) <= 200
    assert port.lost == b""


def test_a_cable_without_the_line_or_a_driver_that_heeds_it_is_not_watched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert is_watched(Port())
    assert not is_watched(Port(is_wired=False))
    assert not is_watched(Port(takes=0))
    monkeypatch.setattr("sys.platform", "win32")
    assert not is_watched(Port())


@pytest.mark.parametrize(
    ("handshake", "is_lossless"), [(Handshake.DTR_DSR, True), (Handshake.NONE, False)]
)
def test_a_job_over_a_serial_link_heeds_the_handshake_of_its_profile(
    monkeypatch: pytest.MonkeyPatch,
    handshake: Handshake,
    is_lossless: bool,  # noqa: FBT001 - drawn
) -> None:
    port = Port(takes=256)
    link = SerialLink("tty", 9_600, handshake)
    monkeypatch.setattr(link, "_printer", Printer(port))
    outcome = deliver(JOB, link, Deadlines(1.0, 5.0), asks_status=False)
    assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)
    assert (port.lost == b"") is is_lossless


class Printer:
    """python-escpos' serial printer with a port of ours."""

    def __init__(self, port: Port) -> None:
        self.device: Port | bool = port

    def open(self) -> None:
        """It is."""

    def _raw(self, chunk: bytes) -> None:
        assert isinstance(self.device, Port)
        self.device.write(chunk)
