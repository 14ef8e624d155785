"""A printer that is kept prints the very next paper: the program goes on as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault
from counter_app.domain.printer import NO_PRINTER, PrinterKind, PrinterPlace, PrinterPlan
from counter_app.domain.receipt import PrintReason
from counter_app.late_paper import LatePrinters
from counter_app.printer_assembly import PrinterKeeper
from counter_app.workstation.settings import Settings, SettingsFile
from tests.printing.emulator import LOOPBACK, PaperPrinter
from tests.printing.papers import a_receipt

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


def a_plan(printer: PaperPrinter) -> PrinterPlan:
    return PrinterPlan(kind=PrinterKind.NETWORK, host=LOOPBACK, port=printer.port)


def test_the_next_receipt_comes_out_of_the_printer_that_was_kept(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json", Settings())
    printers = LatePrinters(settings.printer_plan, tmp_path / "receipts")
    keeper = PrinterKeeper(settings, printers)
    before = printers.first.print_receipt(a_receipt(), copy_no=0, is_acknowledged=True)
    assert before.reason == PrintReason.SAVED_AS_FILE
    with PaperPrinter() as one, PaperPrinter() as two:
        keeper.keep(PrinterPlace.FIRST, a_plan(one))
        printers.first.print_receipt(a_receipt(), copy_no=1, is_acknowledged=True)
        keeper.keep(PrinterPlace.FIRST, a_plan(two))
        printers.first.print_receipt(a_receipt(), copy_no=2, is_acknowledged=True)
        assert (len(one.wait_for_jobs(1)), len(two.wait_for_jobs(1))) == (1, 1)


def test_what_could_not_be_written_is_not_printed_by_either(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "gone" / "settings.json", Settings())
    printers = LatePrinters(settings.printer_plan, tmp_path / "receipts")
    with PaperPrinter() as one:
        with pytest.raises(Fault):
            PrinterKeeper(settings, printers).keep(PrinterPlace.FIRST, a_plan(one))
        assert printers.first.plan == NO_PRINTER
