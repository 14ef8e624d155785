"""What the verbs that set printers up need: somebody who looks, a bench to try on, a shelf that keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from counter_app.domain.printer import (
        FoundPrinter,
        PrinterModel,
        PrinterPlace,
        PrinterPlan,
        TrialPage,
    )
    from counter_app.domain.receipt import PrintOutcome


class PrinterFinder(Protocol):
    """Looks what is connected to this computer."""

    def find(self) -> tuple[FoundPrinter, ...]:
        """What may be a printer, the likeliest first. Opens nothing, ends within seconds, never raises."""
        ...


class PrinterBench(Protocol):
    """Tries printers that no setting names yet."""

    def models(self) -> tuple[PrinterModel, ...]:
        """Those that may be chosen. Raises Fault SETTINGS_DAMAGED when their file cannot be read."""
        ...

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        """Print the test page by its own plan, as a receipt would be. Never raises for what a printer does."""
        ...

    def open_drawer(self, plan: PrinterPlan) -> PrintOutcome:
        """Kick the drawer by this plan, once. Never raises for what a printer does."""
        ...


class PrinterShelf(Protocol):
    """Where the two plans of this counter are kept."""

    def plan(self, place: PrinterPlace) -> PrinterPlan:
        """The plan that holds now; NO_PRINTER where none was set."""
        ...

    def keep(self, place: PrinterPlace, plan: PrinterPlan) -> None:
        """Keep it whole and durably, and print by it from the next paper on; the other place stays as it is.

        Raises Fault FILE_NOT_WRITTEN; then all is as it was.
        """
        ...

    def swap(self) -> None:
        """The same of both at once: each takes the other's place."""
        ...
