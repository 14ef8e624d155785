"""A bench and a shelf for printers being set up, without any printer and without a file."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import NO_PRINTER, PrinterKind, PrinterModel, PrinterPlace
from counter_app.domain.printer_rules import pin_of
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.use_cases.printer_ports import PrinterBench, PrinterShelf

if TYPE_CHECKING:
    from counter_app.domain.printer import PrinterPlan, TrialPage

ROLLS = (
    PrinterKind.NETWORK,
    PrinterKind.SERIAL,
    PrinterKind.FILE,
    PrinterKind.USB,
    PrinterKind.WINDOWS,
)
WIRED = (PrinterKind.NETWORK, PrinterKind.SERIAL, PrinterKind.USB)
MODELS = (
    PrinterModel("generic-80", "80 mm, with cutter", 576, ROLLS, 2),
    PrinterModel("generic-80-silent", "80 mm, tells no status", 576, ROLLS, 2, reads_status=False),
    PrinterModel("generic-58", "58 mm, without cutter", 384, ROLLS, 2),
    PrinterModel("generic-58-silent", "58 mm, tells no status", 384, ROLLS, 0, reads_status=False),
    PrinterModel("epson-tm-t20", "Epson TM-T20 family", 576, WIRED, 2),
    PrinterModel("epson-tm-t88", "Epson TM-T88 family", 512, WIRED, 2),
    PrinterModel("tvs-rp-3200", "TVS RP 3200, RP326", 576, WIRED, 5),
    PrinterModel("a5", "A5", 0, (PrinterKind.SYSTEM, PrinterKind.NONE)),
    PrinterModel("a4", "A4", 0, (PrinterKind.SYSTEM, PrinterKind.NONE)),
)


@dataclass
class FakeBench(PrinterBench):
    """Implements printer_ports.PrinterBench; ends as ``outcomes`` say, one each, then PRINTED."""

    known: tuple[PrinterModel, ...] = MODELS
    outcomes: deque[PrintOutcome] = field(default_factory=deque)
    trials: list[TrialPage] = field(default_factory=list)
    kicks: list[PrinterPlan] = field(default_factory=list)

    def models(self) -> tuple[PrinterModel, ...]:
        return self.known

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        self.trials.append(page)
        return self._end()

    def open_drawer(self, plan: PrinterPlan) -> PrintOutcome:
        if not pin_of(plan, self.known):
            return PrintOutcome(PrintState.NOT_SENT)
        self.kicks.append(plan)
        return self._end()

    def _end(self) -> PrintOutcome:
        return self.outcomes.popleft() if self.outcomes else PrintOutcome(PrintState.PRINTED)


@dataclass
class FakeShelf(PrinterShelf):
    """Implements printer_ports.PrinterShelf in memory; a full disk when the test says so."""

    plans: dict[PrinterPlace, PrinterPlan] = field(default_factory=dict)
    is_disk_full: bool = False

    def plan(self, place: PrinterPlace) -> PrinterPlan:
        return self.plans.get(place, NO_PRINTER)

    def keep(self, place: PrinterPlace, plan: PrinterPlan) -> None:
        if self.is_disk_full:
            raise Fault(FaultCode.FILE_NOT_WRITTEN, "no room")
        self.plans[place] = plan

    def swap(self) -> None:
        if self.is_disk_full:
            raise Fault(FaultCode.FILE_NOT_WRITTEN, "no room")
        first, other = map(self.plan, (PrinterPlace.FIRST, PrinterPlace.OTHER))
        self.plans = {PrinterPlace.FIRST: other, PrinterPlace.OTHER: first}
