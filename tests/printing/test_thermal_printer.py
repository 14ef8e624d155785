"""A printer on the network, well and in every kind of trouble; each end is told, none is raised."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.connect import connect_printer
from counter_app.printing.layout import lay_out
from counter_app.printing.layout_summary import lay_out_summary
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.raster import paint, png_of
from tests.printing.all_papers import a_chain_of_receipts
from tests.printing.emulator import LOOPBACK, PaperFault, PaperPrinter
from tests.printing.paper_decoder import decode
from tests.printing.papers import CONSUMER, a_receipt

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")

ANSWER_SECONDS = 0.3
JOB_SECONDS = 0.8
PAPER_SECONDS = 2.0
"""The ordinary receipt at 150 mm/s, with patience."""


def connected(emulated: PaperPrinter, folder: Path, profile: str = "generic-80") -> ThermalPrinter:
    settings = PrinterPlan(
        kind=PrinterKind.NETWORK,
        host=LOOPBACK,
        port=emulated.port,
        profile=profile,
        connect_timeout_seconds=ANSWER_SECONDS,
        answer_timeout_seconds=ANSWER_SECONDS,
        job_timeout_seconds=JOB_SECONDS,
    )
    printer = connect_printer(settings, folder)
    assert isinstance(printer, ThermalPrinter)
    return printer


def print_one(printer: ThermalPrinter) -> PrintOutcome:
    return printer.print_receipt(a_receipt(), copy_no=0, is_acknowledged=True)


@pytest.mark.parametrize(("profile", "width"), [("generic-80", 576), ("generic-58", 384)])
def test_a_healthy_printer_prints_the_painted_receipt(
    tmp_path: Path, profile: str, width: int
) -> None:
    with PaperPrinter() as emulated:
        printer = connected(emulated, tmp_path, profile)
        assert print_one(printer) == PrintOutcome(PrintState.PRINTED, PrintReason.NONE)
        (job,) = emulated.wait_for_jobs(1)
    painted = paint(lay_out(a_receipt(), copy_no=0, is_acknowledged=True), width).raster
    paper = decode(job, width)
    assert tuple(paper.rows) == painted.rows
    assert len(paper.cuts_after_row) == (profile == "generic-80")
    assert paper.pulses == []
    picture = printer.picture(a_receipt(), copy_no=0, is_acknowledged=True)
    assert picture == png_of(painted)


def test_a_summary_of_forty_accounts_comes_out_whole_and_cut_without_a_pulse(
    tmp_path: Path,
) -> None:
    receipts = a_chain_of_receipts(40)
    with PaperPrinter() as emulated:
        outcome = connected(emulated, tmp_path).print_summary(receipts)
        (job,) = emulated.wait_for_jobs(1)
    assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.NONE)
    paper = decode(job, 576)
    assert tuple(paper.rows) == paint(lay_out_summary(receipts), 576).raster.rows
    assert len(paper.cuts_after_row) == 1
    assert paper.pulses == []


def test_the_drawer_is_a_job_of_its_own(tmp_path: Path) -> None:
    with PaperPrinter() as emulated:
        printer = connected(emulated, tmp_path)
        print_one(printer)
        assert printer.open_drawer().state is PrintState.PRINTED
        receipt, pulse = (decode(job) for job in emulated.wait_for_jobs(2))
    assert (len(receipt.pulses), len(pulse.pulses)) == (0, 1)
    assert (pulse.rows, pulse.cuts_after_row) == ([], [])


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (PaperFault.OFF, PrintReason.PRINTER_NOT_FOUND),
        (PaperFault.PAPER_OUT, PrintReason.PAPER_OUT),
        (PaperFault.COVER_OPEN, PrintReason.COVER_OPEN),
        (PaperFault.OFFLINE, PrintReason.PRINTER_OFFLINE),
        (PaperFault.SILENT, PrintReason.NO_ANSWER),
        (PaperFault.GARBAGE, PrintReason.NO_ANSWER),
    ],
)
def test_a_printer_in_trouble_is_sent_nothing_neither_receipt_nor_pulse(
    tmp_path: Path, fault: PaperFault, reason: PrintReason
) -> None:
    with PaperPrinter() as emulated:
        printer = connected(emulated, tmp_path)
        emulated.fault = fault
        assert print_one(printer) == PrintOutcome(PrintState.NOT_SENT, reason)
        assert printer.open_drawer() == PrintOutcome(PrintState.NOT_SENT, reason)
        emulated.fault = PaperFault.NONE
        assert print_one(printer).state is PrintState.PRINTED
        assert len(emulated.wait_for_jobs(1)) == 1


def test_low_paper_prints_and_says_so(tmp_path: Path) -> None:
    with PaperPrinter() as emulated:
        emulated.fault = PaperFault.LOW_PAPER
        outcome = print_one(connected(emulated, tmp_path))
    assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.LOW_PAPER)


def test_paper_that_ends_in_mid_job_is_uncertain_and_the_printer_holds_the_job(
    tmp_path: Path,
) -> None:
    with PaperPrinter() as emulated:
        emulated.fault = PaperFault.PAPER_OUT_DURING
        outcome = print_one(connected(emulated, tmp_path))
        assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.PAPER_OUT)
        assert emulated.jobs == []
        emulated.fault = PaperFault.NONE
        assert len(emulated.wait_for_jobs(1)) == 1


def test_power_lost_in_mid_job_is_uncertain_at_once(tmp_path: Path) -> None:
    with PaperPrinter() as emulated:
        emulated.fault = PaperFault.POWER_LOST
        start = time.monotonic()
        outcome = print_one(connected(emulated, tmp_path))
        took = time.monotonic() - start
        assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.CUT_SHORT)
        assert len(emulated.wait_for_broken(1)) == 1
    assert took < JOB_SECONDS + ANSWER_SECONDS


def test_a_printer_that_stalls_in_mid_job_is_left_at_the_deadline(tmp_path: Path) -> None:
    with PaperPrinter() as emulated:
        emulated.fault = PaperFault.STALLED
        start = time.monotonic()
        outcome = print_one(connected(emulated, tmp_path, "epson-tm-t20"))
        took = time.monotonic() - start
        assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)
    assert took < PAPER_SECONDS + 4 * ANSWER_SECONDS


def test_a_printer_that_tells_no_status_is_printed_but_unconfirmed(tmp_path: Path) -> None:
    with PaperPrinter() as emulated:
        emulated.fault = PaperFault.SILENT
        outcome = print_one(connected(emulated, tmp_path, "generic-80-silent"))
        assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)
        assert len(emulated.wait_for_jobs(1)) == 1


def test_the_log_names_a_missing_glyph_by_its_code_and_never_the_consumer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    receipt = a_receipt(consumer=replace(CONSUMER, name_en="Zhang 中", name_hi=""))
    with PaperPrinter() as emulated, caplog.at_level(logging.WARNING):
        printer = connected(emulated, tmp_path)
        assert printer.print_receipt(receipt, copy_no=0, is_acknowledged=True).state is (
            PrintState.PRINTED
        )
    assert "U+4E2D" in caplog.text
    assert "Zhang" not in caplog.text


def test_warming_up_sends_nothing(tmp_path: Path) -> None:
    with PaperPrinter() as emulated:
        connected(emulated, tmp_path).warm_up()
        assert emulated.jobs == []


def test_a_printer_without_a_drawer_sends_no_pulse(tmp_path: Path) -> None:
    with PaperPrinter() as emulated:
        printer = connected(emulated, tmp_path)
        drawerless = replace(printer, profile=replace(printer.profile, drawer_pin=0))
        assert drawerless.open_drawer() == PrintOutcome(PrintState.NOT_SENT)
        assert emulated.jobs == []
