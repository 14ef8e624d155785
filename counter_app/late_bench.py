"""The bench on which printers are found and tried, made late: what looks, paints and prints takes its time to load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.late_paper import BOTH_TONGUES, LatePrinter

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.printer import FoundPrinter, PrinterModel, PrinterPlan, TrialPage
    from counter_app.domain.receipt import PrintOutcome


@dataclass(frozen=True, slots=True)
class LateBench:
    """Implements printer_ports.PrinterBench: a printer is connected for one page or one kick and forgotten."""

    receipts: Path
    tongue: str = BOTH_TONGUES
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
        return self._printer(page.plan).print_trial(page)

    def open_drawer(self, plan: PrinterPlan) -> PrintOutcome:
        """The same of a kick."""
        return self._printer(plan).open_drawer()

    def _printer(self, plan: PrinterPlan) -> LatePrinter:
        return LatePrinter(plan, self.receipts, self.tongue)
