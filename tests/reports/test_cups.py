"""Reports through a real CUPS: the pages that come out are the pages sent, and a queue in trouble is told in words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.report_form import ReportForm
from counter_app.printing.sheet import Sheet
from counter_app.reports.press import SystemPress
from counter_app.workstation.carried_files import StickFiles
from tests.printing.pdf_tools import greys_of, page_sizes_of, pages_of
from tests.reports.some_reports import a_scroll, a_wide_register
from tests.spooling.cups import Cups, running_cups

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.domain.report import Report

pytestmark = [pytest.mark.cups, pytest.mark.poppler]

STOPPED = PrintOutcome(PrintState.NOT_SENT, PrintReason.QUEUE_STOPPED)
NOWHERE = "socket://127.0.0.1:9"
"""A printer that is switched off: nothing listens at the discard port."""


@pytest.fixture(scope="module")
def own_cups() -> Iterator[Cups]:
    with running_cups() as cups:
        yield cups


@pytest.fixture
def cups(own_cups: Cups, monkeypatch: pytest.MonkeyPatch) -> Cups:
    monkeypatch.setenv("CUPS_SERVER", own_cups.socket)
    return own_cups


@pytest.fixture
def press(tmp_path: Path) -> SystemPress:
    return SystemPress(tmp_path, Sheet, StickFiles(), follow_seconds=30.0)


def saved(press: SystemPress, report: Report, language: str = "hi") -> Path:
    return press.save_report(report, language, ReportForm.PDF)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_pages_that_come_out_are_the_pages_sent(
    cups: Cups, press: SystemPress, language: str
) -> None:
    out = cups.add_queue(f"office-{language}")
    sent = saved(press, a_scroll(150), language)
    assert press.print_file(sent) == PrintOutcome(PrintState.PRINTED)
    assert len(pages_of(out)) == len(pages_of(sent)) > 3
    assert [page.split() for page in pages_of(out)] == [page.split() for page in pages_of(sent)]
    assert page_sizes_of(out) == page_sizes_of(sent)
    assert cups.pages_counted()[-1].endswith(f"total {len(pages_of(sent))}")
    assert cups.jobs_waiting() == ""


def test_a_page_comes_out_as_it_was_drawn(cups: Cups, press: SystemPress) -> None:
    out = cups.add_queue("looks")
    sent = saved(press, a_scroll(20))
    assert press.print_file(sent) == PrintOutcome(PrintState.PRINTED)
    (width, height, drawn), (width_out, height_out, came) = greys_of(sent), greys_of(out)
    assert (width, height) == (width_out, height_out)
    differing = sum(abs(one - other) > 128 for one, other in zip(drawn, came, strict=True))
    assert differing < sum(grey < 128 for grey in drawn) / 20


def test_a_wide_register_is_not_cut_off(cups: Cups, press: SystemPress) -> None:
    out = cups.add_queue("wide")
    sent = saved(press, a_wide_register())
    assert press.print_file(sent) == PrintOutcome(PrintState.PRINTED)
    assert "".join(pages_of(out)).split() == "".join(pages_of(sent)).split()


def test_a_stopped_queue_is_told_and_nothing_waits_in_it(cups: Cups, press: SystemPress) -> None:
    cups.add_queue("stopped")
    cups.ask("cupsdisable", "stopped")
    assert press.print_file(saved(press, a_scroll(1))) == STOPPED
    assert cups.jobs_waiting() == ""
    cups.ask("cupsenable", "stopped")
    assert press.print_file(saved(press, a_scroll(1))) == PrintOutcome(PrintState.PRINTED)


def test_a_queue_that_takes_no_jobs_is_no_printer(cups: Cups, press: SystemPress) -> None:
    cups.add_queue("closed")
    cups.ask("cupsreject", "closed")
    outcome = press.print_file(saved(press, a_scroll(1)))
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)


def test_a_printer_that_is_off_is_told_in_time(cups: Cups, tmp_path: Path) -> None:
    cups.add_queue("away", NOWHERE)
    press = SystemPress(tmp_path, Sheet, StickFiles(), follow_seconds=6.0)
    sent = saved(press, a_scroll(1))
    began = time.monotonic()
    outcome = press.print_file(sent)
    assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.PRINTER_OFFLINE)
    assert time.monotonic() - began < 20
    cups.ask("cancel", "-a", "away")


def test_a_file_the_queue_cannot_print_is_given_up(
    cups: Cups, press: SystemPress, tmp_path: Path
) -> None:
    cups.add_queue("strict")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4\nbroken")
    outcome = press.print_file(broken)
    assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.JOB_STOPPED)
    assert cups.jobs_waiting() == ""


def test_without_a_printer_nothing_is_sent(press: SystemPress, tmp_path: Path) -> None:
    with running_cups() as bare, pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUPS_SERVER", bare.socket)
        patch.setenv("HOME", str(tmp_path))
        outcome = press.print_file(saved(press, a_scroll(1)))
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)


def test_without_a_scheduler_nothing_is_sent(
    press: SystemPress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-socket"))
    outcome = press.print_file(saved(press, a_scroll(1)))
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
