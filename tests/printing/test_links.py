"""Printers on a serial port and behind a device file."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading
import time
import tty
from pathlib import Path
from typing import TYPE_CHECKING, Self

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing import links
from counter_app.printing.delivery import Deadlines, deliver
from counter_app.printing.links import LinkNotOpen, SerialLink
from counter_app.printing.links_file import FileLink
from counter_app.printing.trust import Trust

if TYPE_CHECKING:
    from types import TracebackType

    import pytest

JOB = b"\x1b@" + bytes(range(0x20, 0x60)) * 400
DEADLINES = Deadlines(answer_seconds=0.3, job_seconds=0.8)
BAUD = 921_600
REPOSITORY = Path(__file__).parents[2]


class SerialPrinter:
    """A printer at the other end of a pseudo-terminal; one that is stalled reads nothing."""

    def __init__(self, *, reads: bool = True, answers: bool = True) -> None:
        self._master, self._slave = pty.openpty()
        tty.setraw(self._master)
        tty.setraw(self._slave)
        self.device = os.ttyname(self._slave)
        self.received = b""
        self._answers = answers
        self._thread = threading.Thread(target=self._serve) if reads else None

    def __enter__(self) -> Self:
        if self._thread:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._slave)
        if self._thread:
            self._thread.join()
        os.close(self._master)

    def _serve(self) -> None:
        while True:
            try:
                came = os.read(self._master, 4096)
            except OSError:
                return
            self.received += came
            if self._answers:
                asked = came.count(b"\x10\x04") and b"\x12"
                os.write(self._master, asked or (b"\x00" if came.endswith(b"\x1dr\x01") else b""))


def test_a_serial_printer_answers_and_has_the_whole_job() -> None:
    with SerialPrinter() as printer:
        outcome = deliver(JOB, SerialLink(printer.device, BAUD), DEADLINES, asks_status=True)
        assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.NONE)
        assert JOB in printer.received


def test_a_serial_printer_that_tells_nothing_is_unconfirmed() -> None:
    with SerialPrinter(answers=False) as printer:
        outcome = deliver(JOB, SerialLink(printer.device, BAUD), DEADLINES, asks_status=False)
        assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)


def test_a_stalled_serial_printer_never_blocks_the_counter() -> None:
    with SerialPrinter(reads=False) as printer:
        start = time.monotonic()
        outcome = deliver(JOB, SerialLink(printer.device, BAUD), DEADLINES, asks_status=False)
        took = time.monotonic() - start
    assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)
    on_the_wire = SerialLink(printer.device, BAUD).seconds_for(len(JOB))
    assert took < DEADLINES.job_seconds + on_the_wire + 0.5


def test_a_serial_printer_that_is_silent_is_sent_nothing() -> None:
    with SerialPrinter(answers=False) as printer:
        outcome = deliver(JOB, SerialLink(printer.device, BAUD), DEADLINES, asks_status=True)
        assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.NO_ANSWER)
        assert JOB not in printer.received


def test_a_serial_port_that_is_not_there_is_no_printer(tmp_path: Path) -> None:
    outcome = deliver(JOB, SerialLink(str(tmp_path / "tty"), BAUD), DEADLINES, asks_status=True)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)


def test_a_port_through_the_air_that_just_failed_is_not_waited_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connected = threading.Event()

    def connects_late(_printer: object) -> None:
        connected.wait(10)
        raise LinkNotOpen("out of reach")

    monkeypatch.setattr(links, "open_device", connects_late)
    trust = Trust()
    trust.learn(PrintOutcome(PrintState.NOT_SENT), was_suspect=False)
    link = SerialLink("/dev/rfcomm9", BAUD)
    start = time.monotonic()
    outcome = deliver(JOB, link, DEADLINES, asks_status=True, trust=trust)
    took = time.monotonic() - start
    connected.set()
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
    assert took < 2.0


def test_a_slow_line_is_given_the_time_its_bytes_take(tmp_path: Path) -> None:
    assert SerialLink(str(tmp_path / "tty"), 9600).seconds_for(96_000) == 100


def test_a_device_file_takes_the_job_and_is_unconfirmed(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    outcome = deliver(JOB, FileLink(str(device)), DEADLINES, asks_status=True)
    assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)
    assert device.read_bytes() == JOB


def test_a_device_file_that_is_gone_is_not_made_as_a_plain_file(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    outcome = deliver(JOB, FileLink(str(device)), DEADLINES, asks_status=False)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
    assert not device.exists()


def test_a_stalled_device_file_never_blocks_the_counter(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    os.mkfifo(device)
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    try:
        start = time.monotonic()
        outcome = deliver(JOB * 8, FileLink(str(device)), DEADLINES, asks_status=False)
        took = time.monotonic() - start
    finally:
        os.close(reader)
    assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)
    assert took < DEADLINES.job_seconds + 0.5


def test_the_printer_library_sets_up_no_logging_and_leaves_nothing_behind(tmp_path: Path) -> None:
    program = (
        "import logging, os; from counter_app.printing.links_file import FileLink;"
        "link = FileLink(os.devnull); link.open(); link.close();"
        "assert not logging.getLogger().handlers"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", program], check=True, cwd=REPOSITORY, env=environment)
    assert list(tmp_path.iterdir()) == []


def test_making_a_printer_from_settings_imports_no_printer_library() -> None:
    program = (
        "import sys; import counter_app.printing.connect;"
        "assert not {'escpos', 'reportlab', 'serial', 'usb'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=REPOSITORY)
