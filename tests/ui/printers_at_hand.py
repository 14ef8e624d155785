"""A window over the real verbs of printers: real settings, real links, a real test page; only what is found is said.

counter = a_counter_of_printers(tmp_path)
counter.found = (found_network(printer.port),)
window = a_window(qtbot, counter)
counter.first                                 # what the running program prints by from now on
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from counter_app.domain.printer import FoundPrinter, PrinterKind, PrinterPlan
from counter_app.late_paper import LatePrinters
from counter_app.printer_assembly import PrinterKeeper, printer_verbs
from counter_app.use_cases.telling import Telling
from counter_app.workstation.settings import Settings, SettingsFile
from tests.builders import CASHIER_ID, FLOAT
from tests.ui.custody_desk import CustodyCounter, a_custody_counter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.use_cases.desk import Desk

LOOPBACK = "127.0.0.1"


@dataclass
class PrinterCounter:
    """Everything but printers comes from ``custody``; its gates and failures work for these verbs too."""

    folder: Path
    custody: CustodyCounter = field(default_factory=a_custody_counter)
    found: tuple[FoundPrinter, ...] = ()
    printers: LatePrinters = field(init=False)

    @property
    def first(self) -> PrinterPlan:
        """What the running program prints by."""
        return self.printers.first.plan

    @property
    def settings_path(self) -> Path:
        """Where the settings are."""
        return self.folder / "settings.json"

    def desk(self) -> Desk:
        """Its verbs."""
        verbs = self.custody.verbs
        settings = SettingsFile(self.settings_path, Settings())
        self.printers = LatePrinters(settings.printer_plan, self.folder / "receipts")
        made: dict[str, Callable[..., object]] = printer_verbs(
            verbs.ledger,
            Telling(verbs.clock, verbs.ids, verbs.keys),
            PrinterKeeper(settings, self.printers),
            self.folder / "receipts",
        )
        made["find_printers"] = lambda: self.found
        watched = {
            name: self.custody._watched(name, verb)  # noqa: SLF001 - the same watch as over every verb
            for name, verb in made.items()
        }
        return replace(self.custody.desk(), **watched)


def a_counter_of_printers(folder: Path) -> PrinterCounter:
    """Enrolled, with a shift open and no printer set."""
    counter = PrinterCounter(folder)
    counter.custody.verbs.open_shift(CASHIER_ID, FLOAT)
    return counter


def found_port(device: str, *, detail: str = "", baud_rate: int = 9_600) -> FoundPrinter:
    """A serial port that was found."""
    plan = PrinterPlan(kind=PrinterKind.SERIAL, device=device, baud_rate=baud_rate)
    return FoundPrinter(plan, device, detail)


def found_bluetooth(device: str) -> FoundPrinter:
    """A Bluetooth port that was found."""
    plan = PrinterPlan(kind=PrinterKind.SERIAL, device=device)
    return FoundPrinter(plan, device, "", is_bluetooth=True)


def found_usb(name: str = "EPSON TM-T88V") -> FoundPrinter:
    """A USB printer that was found."""
    plan = PrinterPlan(kind=PrinterKind.USB, usb_vendor_id=0x04B8, usb_product_id=0x0202)
    return FoundPrinter(plan, name, "04b8:0202")
