"""Receipts through a real CUPS: printed is what the spooler says is completed, all else is asked about or not sent."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.connect import connect_printer
from counter_app.printing.system_printer import SystemPrinter
from tests.printing.all_papers import a_chain_of_receipts
from tests.printing.papers import a_receipt
from tests.printing.pdf_tools import page_sizes_of, pages_of
from tests.printing.test_reversal_paper import paid
from tests.reports.some_reports import a_z_report
from tests.reversals import CASH_BACK, GIVEN_BACK, VOIDED, a_reversal
from tests.spooling.cups import Cups, running_cups

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.cups, pytest.mark.poppler]

NOWHERE = "socket://127.0.0.1:9"
A5_POINTS = (420, 595)
STOPPED = PrintOutcome(PrintState.UNCERTAIN, PrintReason.JOB_STOPPED)


@pytest.fixture(scope="module")
def own_cups() -> Iterator[Cups]:
    with running_cups() as cups:
        yield cups


@pytest.fixture
def cups(own_cups: Cups, monkeypatch: pytest.MonkeyPatch) -> Cups:
    monkeypatch.setenv("CUPS_SERVER", own_cups.socket)
    return own_cups


def printer_of(folder: Path, queue: str, seconds: float = 30.0) -> SystemPrinter:
    plan = PrinterPlan(
        PrinterKind.SYSTEM, profile="a5", windows_name=queue, job_timeout_seconds=seconds
    )
    printer = connect_printer(plan, folder)
    assert isinstance(printer, SystemPrinter)
    return printer


def print_one(printer: SystemPrinter) -> PrintOutcome:
    return printer.print_receipt(a_receipt(), copy_no=0, is_acknowledged=True)


def papers_left(folder: Path) -> list[Path]:
    return list(folder.rglob("*.pdf"))


def test_a_receipt_comes_out_on_a5_and_is_printed_once_the_spooler_says_so(
    cups: Cups, tmp_path: Path
) -> None:
    out = cups.add_queue("desk")
    cups.add_queue("default")
    assert print_one(printer_of(tmp_path, "desk")) == PrintOutcome(PrintState.PRINTED)
    assert [tuple(round(side) for side in size) for size in page_sizes_of(out)] == [A5_POINTS]
    assert str(a_receipt().payment.receipt_no) in pages_of(out)[0]
    assert papers_left(tmp_path) == []


def test_the_default_printer_is_used_where_none_is_named(cups: Cups, tmp_path: Path) -> None:
    out = cups.add_queue("usual")
    assert print_one(printer_of(tmp_path, "")).state is PrintState.PRINTED
    assert out.exists()


def test_a_stopped_queue_is_sent_nothing(cups: Cups, tmp_path: Path) -> None:
    cups.add_queue("stopped")
    cups.ask("cupsdisable", "stopped")
    outcome = print_one(printer_of(tmp_path, "stopped"))
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.QUEUE_STOPPED)
    assert cups.jobs_waiting() == ""
    assert papers_left(tmp_path) == []


def test_a_queue_that_is_not_there_is_no_printer(cups: Cups, tmp_path: Path) -> None:
    cups.add_queue("there")
    outcome = print_one(printer_of(tmp_path, "not-there"))
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)


def test_a_printer_that_is_off_is_uncertain_and_its_job_does_not_come_out_later(
    cups: Cups, tmp_path: Path
) -> None:
    cups.add_queue("away", NOWHERE)
    outcome = print_one(printer_of(tmp_path, "away", 6.0))
    assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.PRINTER_OFFLINE)
    assert cups.jobs_waiting() == ""


def test_a_job_that_is_held_is_given_up(cups: Cups, tmp_path: Path) -> None:
    cups.add_queue("held")
    cups.ask("lpadmin", "-p", "held", "-o", "job-hold-until-default=indefinite")
    assert print_one(printer_of(tmp_path, "held")) == STOPPED
    assert cups.jobs_waiting() == ""


def test_a_job_that_somebody_cancels_is_not_printed(cups: Cups, tmp_path: Path) -> None:
    cups.add_queue("cancelled", NOWHERE)
    cancelling = threading.Thread(target=_cancel_what_comes, args=(cups, "cancelled"))
    cancelling.start()
    assert print_one(printer_of(tmp_path, "cancelled")) == STOPPED
    cancelling.join()


def _cancel_what_comes(cups: Cups, queue: str) -> None:
    while queue not in cups.jobs_waiting():
        time.sleep(0.05)
    cups.ask("cancel", "-a", queue)


def test_a_queue_that_forgets_its_jobs_at_once_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, script in {"lp": 'echo "request id is office-7 (1 file(s))"', "lpstat": ":"}.items():
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    outcome = print_one(printer_of(tmp_path, "office"))
    assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.UNCONFIRMED)


def test_a_system_printer_has_no_drawer(tmp_path: Path) -> None:
    assert printer_of(tmp_path, "desk").open_drawer() == PrintOutcome(PrintState.NOT_SENT)


def test_what_cannot_be_written_is_not_handed_over(tmp_path: Path) -> None:
    class NoSpooler:
        def print_file(self, path: Path) -> PrintOutcome:
            raise AssertionError(path)

    (tmp_path / "handed-over").write_text("a file where a folder should be")
    printer = replace(printer_of(tmp_path, "desk"), spooler=NoSpooler())
    outcome = print_one(printer)
    assert outcome.state is PrintState.NOT_SENT
    assert outcome.reason == "file_not_written"


class TakesAll:
    """A spooler that says it is done; what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def print_file(self, path: Path) -> PrintOutcome:
        assert path.read_bytes().startswith(b"%PDF")
        self.given.append(path.name)
        return PrintOutcome(PrintState.PRINTED)


@pytest.mark.usefixtures("qapp")
def test_every_other_paper_goes_the_same_way_and_no_page_is_kept(tmp_path: Path) -> None:
    spooler = TakesAll()
    printer = replace(printer_of(tmp_path, "desk"), spooler=spooler)
    printer.warm_up()
    receipt = paid()
    ends = [
        printer.print_summary(a_chain_of_receipts(2)),
        printer.print_reversal(receipt, a_reversal(receipt.payment, CASH_BACK, VOIDED, GIVEN_BACK)),
        printer.print_report(a_z_report(), "en"),
    ]
    assert ends == [PrintOutcome(PrintState.PRINTED)] * 3
    assert printer.picture(receipt, copy_no=0, is_acknowledged=True).startswith(b"\x89PNG")
    assert len(spooler.given) == 3
    assert papers_left(tmp_path) == []
