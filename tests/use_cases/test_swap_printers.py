"""Two printers change places: in the settings, and for the next paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.printer import (
    NO_PRINTER,
    PrinterKind,
    PrinterModel,
    PrinterPlace,
    PrinterPlan,
    PrintersAtHand,
)
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.late_paper import LatePrinters
from counter_app.printer_assembly import PrinterKeeper
from counter_app.use_cases.swap_printers import SwapPrinters
from counter_app.workstation.settings import Settings, SettingsFile, choice_of, read_settings
from tests.builders import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.printer import FoundPrinter, TrialPage

FIRST = PrinterPlan(PrinterKind.NETWORK, host="192.0.2.1")
OTHER = PrinterPlan(PrinterKind.FILE, device="/dev/usb/lp0")
MODEL = PrinterModel("generic-80", "Generic", 576, (PrinterKind.NETWORK,))


class Bench:
    """Tries nothing here."""

    def find(self) -> tuple[FoundPrinter, ...]:
        return ()

    def models(self) -> tuple[PrinterModel, ...]:
        return (MODEL,)

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        raise NotImplementedError

    def open_drawer(self, plan: PrinterPlan) -> PrintOutcome:
        raise NotImplementedError


def set_up(
    folder: Path, first: PrinterPlan, other: PrinterPlan
) -> tuple[SettingsFile, LatePrinters]:
    settings = Settings(printer=choice_of(first), printer_other=choice_of(other))
    file = SettingsFile(folder / "settings.json", settings)
    return file, LatePrinters(file.printer_plan, folder)


def test_they_change_places_in_the_settings_and_for_the_next_paper(tmp_path: Path) -> None:
    file, printers = set_up(tmp_path, FIRST, OTHER)
    first = printers.first
    swap = SwapPrinters(Bench(), PrinterKeeper(file, printers))
    assert swap() == PrintersAtHand(OTHER, FIRST, (MODEL,))
    assert printers.first is first
    assert first.plan == OTHER
    other = printers.other()
    assert other is not None
    assert other.plan == FIRST
    kept, _ = read_settings(tmp_path / "settings.json", NOW)
    assert (kept.printer, kept.printer_other) == (choice_of(OTHER), choice_of(FIRST))
    assert swap() == PrintersAtHand(FIRST, OTHER, (MODEL,))


def test_without_another_printer_nothing_changes(tmp_path: Path) -> None:
    file, printers = set_up(tmp_path, FIRST, NO_PRINTER)
    assert printers.other() is None
    with pytest.raises(Refusal) as caught:
        SwapPrinters(Bench(), PrinterKeeper(file, printers))()
    assert caught.value.code is RefusalCode.NO_OTHER_PRINTER
    assert printers.first.plan == FIRST


def test_a_disk_that_fails_leaves_them_where_they_were(tmp_path: Path) -> None:
    file, printers = set_up(tmp_path / "gone", FIRST, OTHER)
    with pytest.raises(Fault) as caught:
        SwapPrinters(Bench(), PrinterKeeper(file, printers))()
    assert caught.value.code is FaultCode.FILE_NOT_WRITTEN
    assert printers.first.plan == FIRST
    assert file.printer_plan(PrinterPlace.FIRST) == FIRST


def test_the_drawer_may_hang_on_the_other_printer_once_they_changed_places(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    with_drawer = PrinterPlan(PrinterKind.FILE, device=str(device), drawer_pin=2)
    office = PrinterPlan(PrinterKind.SYSTEM, profile="a5")
    file, printers = set_up(tmp_path, with_drawer, office)
    assert printers.open_drawer().state is PrintState.PRINTED
    PrinterKeeper(file, printers).swap()
    assert printers.open_drawer().state is PrintState.PRINTED
    _, alone = set_up(tmp_path, office, NO_PRINTER)
    assert alone.open_drawer() == PrintOutcome(PrintState.NOT_SENT)


def test_a_printer_set_while_the_program_runs_prints_the_next_paper(tmp_path: Path) -> None:
    file, printers = set_up(tmp_path, NO_PRINTER, NO_PRINTER)
    assert printers.first.open_drawer() == PrintOutcome(PrintState.NOT_SENT)
    keeper = PrinterKeeper(file, printers)
    gone = PrinterPlan(PrinterKind.FILE, device=str(tmp_path / "lp0"))
    keeper.keep(PrinterPlace.FIRST, gone)
    keeper.keep(PrinterPlace.OTHER, OTHER)
    not_there = PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
    assert printers.first.open_drawer() == not_there
    assert printers.other() is not None
    keeper.keep(PrinterPlace.OTHER, NO_PRINTER)
    assert printers.other() is None
