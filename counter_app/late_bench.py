"""The bench on which printers are found and tried, made late: what looks, paints and prints takes its time to load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault
from counter_app.domain.receipt import PrintOutcome, PrintState

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.printer import FoundPrinter, PrinterModel, PrinterPlan, TrialPage


@dataclass(frozen=True, slots=True)
class LateBench:
    """Implements printer_ports.PrinterBench: a printer is connected for one page or one kick and forgotten."""

    receipts: Path
    tongue: str = "both"
    """What a test page speaks, as the settings name it."""

    def find(self) -> tuple[FoundPrinter, ...]:
        """What may be a printer."""
        from counter_app.printing.finding import PrinterSearch

        return PrinterSearch().find()

    def models(self) -> tuple[PrinterModel, ...]:
        """Raises Fault SETTINGS_DAMAGED."""
        from counter_app.printing.profiles import printer_models

        return printer_models()

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        """What cannot be made is not sent."""
        from counter_app.printing.connect import connect_printer
        from counter_app.printing.layout import style_in

        try:
            printer = connect_printer(page.plan, self.receipts, style_in(self.tongue))
            return printer.print_trial(page)
        except Fault as fault:
            return PrintOutcome(PrintState.NOT_SENT, fault.code)

    def open_drawer(self, plan: PrinterPlan) -> PrintOutcome:
        """The same of a kick."""
        from counter_app.printing.connect import connect_printer

        try:
            return connect_printer(plan, self.receipts).open_drawer()
        except Fault as fault:
            return PrintOutcome(PrintState.NOT_SENT, fault.code)
