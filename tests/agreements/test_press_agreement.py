"""The fake press and the real one, as whoever saves a report knows them; the same of printers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.receipt import PrintReason, PrintState
from counter_app.domain.report_form import ReportForm
from counter_app.printing.pdf_receipt import PdfPrinter
from counter_app.printing.sheet import Sheet
from counter_app.reports.press import SystemPress
from counter_app.use_cases.report_watch import ReportProgress, ReportStoppedError
from counter_app.workstation.carried_files import StickFiles
from tests.fakes.press import FakePress
from tests.fakes.printer import FakePrinter
from tests.reports.some_reports import a_scroll, a_z_report

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.use_cases.ports import ReceiptPrinter, ReportPress


@pytest.fixture(params=["fake", "real"])
def press(request: pytest.FixtureRequest, tmp_path: Path) -> ReportPress:
    return FakePress() if request.param == "fake" else SystemPress(tmp_path, Sheet, StickFiles())


@pytest.fixture(params=["fake", "real"])
def printer(request: pytest.FixtureRequest, tmp_path: Path) -> ReceiptPrinter:
    return FakePrinter() if request.param == "fake" else PdfPrinter(tmp_path)


@pytest.mark.parametrize("form", ReportForm)
def test_every_saving_has_a_file_of_its_own_with_the_ending_of_its_form(
    press: ReportPress, form: ReportForm
) -> None:
    paths = [press.save_report(a_scroll(2), "hi", form) for _ in range(3)]
    assert len(set(paths)) == 3
    assert {path.suffix for path in paths} == {f".{form}"}


@pytest.mark.parametrize("form", ReportForm)
def test_a_watch_that_stops_is_heard(press: ReportPress, form: ReportForm) -> None:
    def stop(_: ReportProgress) -> None:
        raise ReportStoppedError

    with pytest.raises(ReportStoppedError):
        press.save_report(a_scroll(2), "en", form, stop)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_short_report_is_printed(printer: ReceiptPrinter, language: str) -> None:
    assert printer.print_report(a_z_report(), language).state is PrintState.PRINTED


def test_a_long_report_is_not_sent(printer: ReceiptPrinter) -> None:
    outcome = printer.print_report(a_scroll(500), "en")
    assert (outcome.state, outcome.reason) == (PrintState.NOT_SENT, PrintReason.TOO_LONG)
