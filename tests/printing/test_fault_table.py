"""Every fault of a printer over every kind of line: the right state and reason, in time, nothing left behind."""

from __future__ import annotations

import gc
import os
import socket
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.delivery import Deadlines, deliver
from counter_app.printing.links import NetworkLink, SerialLink
from counter_app.printing.links_file import FileLink
from counter_app.printing.trust import QUICK_LOOK_SECONDS, Trust
from tests.printing.emulator import LOOPBACK, PaperFault, PaperPrinter
from tests.printing.faults_told import BEFORE, DURING, NOT_SENT, PRINTED, UNCERTAIN, WELL
from tests.printing.serial_emulator import SerialPaperPrinter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from counter_app.printing.links import Link

LINES = ("tcp", "serial")
BAUD = 921_600
JOB = b"\x1b@" + (b"\x1dv0\x00\x48\x00\x18\x00" + bytes(72 * 24)) * 12
DEADLINES = Deadlines(answer_seconds=0.4, job_seconds=0.8)
"""Short, since faults are waited out."""

PATIENT = Deadlines(answer_seconds=5.0, job_seconds=10.0)
"""For what goes well, however busy the machine is."""

LONGEST_SECONDS = 0.4 + 3 * 0.4 + 0.8 + 3 * 0.4
"""To open, three questions, the job, and three questions more about what happened."""

SLACK_SECONDS = 1.5
"""What a busy machine may add. A printer that is waited for without a deadline is waited for much longer."""


@dataclass
class Line:
    """A printer and a way to it."""

    printer: PaperPrinter
    new_link: Callable[[], Link]

    def print_job(
        self, trust: Trust | None = None, deadlines: Deadlines = DEADLINES
    ) -> PrintOutcome:
        return deliver(JOB, self.new_link(), deadlines, asks_status=True, trust=trust)


@contextmanager
def a_line(kind: str) -> Iterator[Line]:
    if kind == "tcp":
        with PaperPrinter() as printer:
            yield Line(printer, lambda: NetworkLink(LOOPBACK, printer.port, 0.4))
    else:
        with SerialPaperPrinter() as serial:
            yield Line(serial, lambda: SerialLink(serial.device, BAUD))


@pytest.fixture(params=LINES)
def line(request: pytest.FixtureRequest) -> Iterator[Line]:
    with a_line(request.param) as line:
        yield line


def handles() -> set[str]:
    """What this process holds open, by where it leads."""
    gc.collect()
    found = set()
    for handle in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found.add(f"{handle.name}: {handle.readlink()}")
    return found


@pytest.mark.parametrize(("fault", "state", "reason"), [*WELL, *BEFORE, *DURING])
def test_each_fault_ends_in_its_state_with_its_reason_in_time(
    line: Line, fault: PaperFault, state: PrintState, reason: PrintReason
) -> None:
    line.printer.fault = fault
    began = time.monotonic()
    outcome = line.print_job(deadlines=PATIENT if state is PRINTED else DEADLINES)
    took = time.monotonic() - began
    assert outcome == PrintOutcome(state, reason)
    assert took < LONGEST_SECONDS + SLACK_SECONDS
    assert len(line.printer.jobs) == (state is PRINTED)


@pytest.mark.parametrize("fault", [fault for fault, *_ in [*WELL, *BEFORE, *DURING]])
@pytest.mark.parametrize("kind", LINES)
def test_no_link_and_no_thread_is_left_behind(kind: str, fault: PaperFault) -> None:
    with a_line(kind) as line:
        line.print_job()
    threads, before = set(threading.enumerate()), handles()
    with a_line(kind) as line:
        line.printer.fault = fault
        for _ in range(2):
            line.print_job(Trust(quick_for_seconds=0))
    assert set(threading.enumerate()) <= threads
    assert handles() - before == set()


def test_a_printer_that_keeps_the_job_prints_it_later_and_the_next_one_after_it(line: Line) -> None:
    line.printer.fault = PaperFault.PAPER_OUT_DURING
    assert line.print_job().state is UNCERTAIN
    assert line.printer.jobs == []
    line.printer.fault = PaperFault.NONE
    assert len(line.printer.wait_for_jobs(1)) == 1
    assert line.print_job(deadlines=PATIENT).state is PRINTED
    assert len(line.printer.wait_for_jobs(2)) == 2


def test_a_serial_port_that_was_pulled_out_is_no_printer_until_it_is_back() -> None:
    with SerialPaperPrinter() as printer:
        printer.fault = PaperFault.OFF
        link = SerialLink(printer.device, BAUD)
        assert deliver(JOB, link, DEADLINES, asks_status=True) == PrintOutcome(
            NOT_SENT, PrintReason.PRINTER_NOT_FOUND
        )
        printer.fault = PaperFault.NONE
        link = SerialLink(printer.device, BAUD)
        assert deliver(JOB, link, PATIENT, asks_status=True).state is PRINTED


def test_a_printer_that_is_off_or_in_another_network_is_not_found_in_time() -> None:
    with PaperPrinter() as printer:
        printer.fault = PaperFault.OFF
        link = NetworkLink(LOOPBACK, printer.port, 0.4)
        off = deliver(JOB, link, DEADLINES, asks_status=True)
    with black_hole() as port:
        began = time.monotonic()
        lost = deliver(JOB, NetworkLink(LOOPBACK, port, 0.4), DEADLINES, asks_status=True)
        took = time.monotonic() - began
    assert off == lost == PrintOutcome(NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
    assert took < 0.4 + SLACK_SECONDS


@contextmanager
def black_hole() -> Iterator[int]:
    """A port whose connections nobody takes and nobody refuses: its queue is full."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        waiting = []
        for _ in range(4):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex((LOOPBACK, port))
            waiting.append(one)
        try:
            yield port
        finally:
            for one in waiting:
                one.close()


def test_a_device_file_that_stalls_or_goes_is_uncertain_or_not_found(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    gone = deliver(JOB, FileLink(str(device)), DEADLINES, asks_status=True)
    assert gone == PrintOutcome(NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
    os.mkfifo(device)
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    stalled = deliver(JOB * 8, FileLink(str(device)), DEADLINES, asks_status=True)
    assert stalled == PrintOutcome(UNCERTAIN, PrintReason.NO_ANSWER)
    timer = threading.Timer(0.2, os.close, (reader,))
    timer.start()
    pulled_out = deliver(JOB * 8, FileLink(str(device)), DEADLINES, asks_status=True)
    timer.join()
    assert pulled_out == PrintOutcome(UNCERTAIN, PrintReason.CUT_SHORT)


# -- papers that queue behind a printer in trouble


class Clock:
    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


@pytest.mark.parametrize("fault", [PaperFault.SILENT, PaperFault.LATE, PaperFault.STALLED])
def test_papers_behind_a_dead_printer_do_not_each_wait_their_deadline(
    line: Line, fault: PaperFault
) -> None:
    trust = Trust()
    line.printer.fault = fault
    line.print_job(trust)
    for _ in range(3):
        began = time.monotonic()
        outcome = line.print_job(trust)
        took = time.monotonic() - began
        assert outcome == PrintOutcome(NOT_SENT, PrintReason.NO_ANSWER)
        assert took < 2 * QUICK_LOOK_SECONDS + SLACK_SECONDS / 3


@pytest.mark.parametrize("fault", [PaperFault.PAPER_OUT, PaperFault.SILENT])
def test_the_first_paper_after_the_printer_was_set_right_is_printed(
    line: Line, fault: PaperFault
) -> None:
    trust = Trust()
    line.printer.fault = fault
    for _ in range(2):
        assert line.print_job(trust).state is NOT_SENT
    line.printer.fault = PaperFault.NONE
    assert line.print_job(trust, PATIENT) == PrintOutcome(PRINTED)
    assert not trust.is_suspect


def test_a_device_that_cannot_be_asked_and_takes_nothing_is_left_at_once(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    os.mkfifo(device)
    trust, reader = Trust(), os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    keep_open = os.open(device, os.O_WRONLY | os.O_NONBLOCK)

    def print_one() -> PrintOutcome:
        link = FileLink(str(device))
        return deliver(JOB * 8, link, DEADLINES, asks_status=False, trust=trust)

    try:
        assert print_one() == PrintOutcome(UNCERTAIN, PrintReason.NO_ANSWER)
        assert print_one() == PrintOutcome(NOT_SENT, PrintReason.NO_ANSWER)
        while True:
            try:
                os.read(reader, 65_536)
            except BlockingIOError:
                break
        drained = threading.Thread(target=_drain, args=(reader, len(JOB) * 8), daemon=True)
        drained.start()
        assert print_one() == PrintOutcome(PRINTED, PrintReason.UNCONFIRMED)
        drained.join()
    finally:
        os.close(reader)
        os.close(keep_open)


def _drain(reader: int, count: int) -> None:
    os.set_blocking(reader, True)
    while count > 0:
        count -= len(os.read(reader, 65_536))


def test_a_failure_that_was_not_waited_for_lengthens_no_grudge() -> None:
    clock = Clock()
    trust = Trust(quick_for_seconds=10, now=clock)
    failed = PrintOutcome(NOT_SENT, PrintReason.NO_ANSWER)
    suspected = [trust.is_suspect]
    trust.learn(failed, was_suspect=False)
    for clock.time in (3.0, 6.0, 9.0, 10.0):
        suspected.append(trust.is_suspect)
        trust.learn(failed, was_suspect=suspected[-1])
    clock.time = 19.0
    suspected.append(trust.is_suspect)
    trust.learn(PrintOutcome(PRINTED), was_suspect=True)
    assert [*suspected, trust.is_suspect] == [False, True, True, True, False, True, False]
