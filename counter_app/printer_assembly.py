"""Makes the verbs that set printers up; a part of ``assembly``. What looks, paints and prints is made late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from counter_app.late_bench import LateBench
from counter_app.use_cases.note_opening import NoteDrawerOpening
from counter_app.use_cases.set_printer import KeepPrinter, TryDrawer, TryPrinter, ViewPrinters
from counter_app.use_cases.swap_printers import SwapPrinters

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.printer import PrinterPlace, PrinterPlan
    from counter_app.late_paper import LatePrinters
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.printer_ports import PrinterShelf
    from counter_app.use_cases.telling import Telling
    from counter_app.workstation.settings import SettingsFile


def printer_verbs(
    ledger: Ledger, telling: Telling, shelf: PrinterShelf, receipts: Path, tongue: str = "both"
) -> dict[str, Any]:
    """The desk's fields of this theme, by their names; ``tongue`` is what test pages speak."""
    bench = LateBench(receipts, tongue)
    return {
        "printers_at_hand": ViewPrinters(bench, shelf),
        "find_printers": bench.find,
        "try_printer": TryPrinter(ledger, bench, telling.clock),
        "try_drawer": TryDrawer(bench, NoteDrawerOpening(ledger, telling)),
        "keep_printer": KeepPrinter(bench, shelf),
        "swap_printers": SwapPrinters(bench, shelf),
    }


@dataclass(frozen=True, slots=True)
class PrinterKeeper:
    """Implements printer_ports.PrinterShelf: kept in the settings file first, then used by whoever prints."""

    settings: SettingsFile
    printers: LatePrinters

    def plan(self, place: PrinterPlace) -> PrinterPlan:
        """What the settings say."""
        return self.settings.printer_plan(place)

    def keep(self, place: PrinterPlace, plan: PrinterPlan) -> None:
        """Raises Fault FILE_NOT_WRITTEN; then nobody prints by it either."""
        self.settings.keep_printer(place, plan)
        self.printers.use(place, plan)

    def swap(self) -> None:
        """Raises Fault FILE_NOT_WRITTEN; then nobody changed places."""
        self.settings.swap_printers()
        self.printers.swap()
