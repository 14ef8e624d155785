"""What a shelf and a bench for printers promise, of the fakes and of the real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import (
    NO_PRINTER,
    PrinterKind,
    PrinterPlace,
    PrinterPlan,
    TrialPage,
)
from counter_app.domain.receipt import PrintState
from counter_app.late_bench import LateBench
from counter_app.late_paper import LatePrinters
from counter_app.printer_assembly import PrinterKeeper
from counter_app.workstation.settings import Settings, SettingsFile
from tests.builders import COUNTER_ID, NOW
from tests.fakes.printers import FakeBench, FakeShelf
from tests.printing.emulator import LOOPBACK, PaperPrinter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from counter_app.use_cases.printer_ports import PrinterBench, PrinterShelf

NETWORK = PrinterPlan(
    kind=PrinterKind.NETWORK, host="192.168.1.50", drawer_pin=5, answer_timeout_seconds=0.5
)
USB = PrinterPlan(
    kind=PrinterKind.USB, usb_vendor_id=0x04B8, usb_product_id=0x0202, usb_in_endpoint=0x81
)
PAGES = PrinterPlan(kind=PrinterKind.SYSTEM, profile="a5", windows_name="दफ़्तर")


class ShelfAtHand:
    """A shelf, and a way to fill its disk."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.folder = folder / "places"
        self.folder.mkdir()
        self.fake = FakeShelf()
        settings = SettingsFile(self.folder / "settings.json", Settings())
        real = PrinterKeeper(settings, LatePrinters(settings.printer_plan, folder / "receipts"))
        self.shelf: PrinterShelf = self.fake if kind == "fake" else real

    def fill_disk(self) -> None:
        self.fake.is_disk_full = True
        for path in self.folder.iterdir():
            path.unlink()
        self.folder.rmdir()


@pytest.fixture(params=["fake", "real"])
def at_hand(request: pytest.FixtureRequest, tmp_path: Path) -> ShelfAtHand:
    return ShelfAtHand(request.param, tmp_path)


def test_a_new_counter_has_no_printer_in_either_place(at_hand: ShelfAtHand) -> None:
    assert {at_hand.shelf.plan(place) for place in PrinterPlace} == {NO_PRINTER}


@pytest.mark.parametrize("plan", [NETWORK, USB, PAGES, NO_PRINTER])
def test_what_is_kept_holds_to_the_last_field_and_the_other_place_stays(
    at_hand: ShelfAtHand, plan: PrinterPlan
) -> None:
    at_hand.shelf.keep(PrinterPlace.FIRST, USB)
    at_hand.shelf.keep(PrinterPlace.OTHER, plan)
    assert at_hand.shelf.plan(PrinterPlace.OTHER) == plan
    assert at_hand.shelf.plan(PrinterPlace.FIRST) == USB


def test_what_cannot_be_kept_changes_nothing(at_hand: ShelfAtHand) -> None:
    at_hand.shelf.keep(PrinterPlace.FIRST, USB)
    at_hand.fill_disk()
    with pytest.raises(Fault) as fault:
        at_hand.shelf.keep(PrinterPlace.FIRST, NETWORK)
    assert fault.value.code is FaultCode.FILE_NOT_WRITTEN
    assert at_hand.shelf.plan(PrinterPlace.FIRST) == USB


@pytest.fixture(params=["fake", "real"])
def bench(request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication) -> PrinterBench:
    del qapp  # painting wants one
    return FakeBench() if request.param == "fake" else LateBench(tmp_path)


@pytest.fixture
def paper() -> Iterator[PrinterPlan]:
    """The plan of a printer that works."""
    with PaperPrinter() as printer:
        yield PrinterPlan(kind=PrinterKind.NETWORK, host=LOOPBACK, port=printer.port)


def test_models_have_names_of_their_own_and_can_be_connected(bench: PrinterBench) -> None:
    models = bench.models()
    assert len({model.name for model in models}) == len(models) > 0
    assert all(model.connections for model in models)
    assert all(model.drawer_pin == 0 for model in models if model.is_page)


def test_there_is_a_model_for_every_way_to_a_printer(bench: PrinterBench) -> None:
    ways = {kind for model in bench.models() for kind in model.connections}
    assert ways == set(PrinterKind)


def test_a_test_page_comes_out(bench: PrinterBench, paper: PrinterPlan) -> None:
    model = bench.models()[0]
    page = TrialPage(paper, model, COUNTER_ID, NOW)
    assert bench.print_trial(page).state is PrintState.PRINTED


def test_a_drawer_is_kicked_where_there_is_one(bench: PrinterBench, paper: PrinterPlan) -> None:
    without = PrinterPlan(kind=paper.kind, host=paper.host, port=paper.port, drawer_pin=0)
    assert bench.open_drawer(paper).state is PrintState.PRINTED
    assert bench.open_drawer(without).state is PrintState.NOT_SENT
