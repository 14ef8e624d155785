"""Set up a printer: see what there is, try it, keep it. Anybody who works here may; the log says who did."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.cash_move import OpeningWhy
from counter_app.domain.printer import (
    NO_PRINTER,
    PrinterKind,
    PrinterModel,
    PrinterPlace,
    PrintersAtHand,
    TrialPage,
)
from counter_app.domain.printer_rules import model_named, refuse_wrong_plan

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.domain.printer import PrinterPlan
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.note_opening import NoteDrawerOpening
    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.printer_ports import PrinterBench, PrinterShelf

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ViewPrinters:
    """The verb ``printers_at_hand``."""

    bench: PrinterBench
    shelf: PrinterShelf

    def __call__(self) -> PrintersAtHand:
        """What is set, and what can be. Raises Fault SETTINGS_DAMAGED for a damaged list of models."""
        return PrintersAtHand(
            self.shelf.plan(PrinterPlace.FIRST),
            self.shelf.plan(PrinterPlace.OTHER),
            self.bench.models(),
        )


@dataclass(frozen=True, slots=True)
class TryPrinter:
    """The verb: a test page by a plan that nothing keeps."""

    ledger: Ledger
    bench: PrinterBench
    clock: Clock

    def __call__(self, plan: PrinterPlan) -> PrintOutcome:
        """Print it. Raises Refusal PRINTER_PLAN_WRONG."""
        models = self.bench.models()
        refuse_wrong_plan(plan, models)
        model = model_named(plan.profile, models)
        with self.ledger.open_books() as books:
            certificate = books.enrolment.certificate()
        counter_id = "" if certificate is None else certificate.counter_id
        without = PrinterModel(plan.profile, plan.profile, 0, ())
        return self.bench.print_trial(
            TrialPage(plan, model or without, counter_id, self.clock.now())
        )


@dataclass(frozen=True, slots=True)
class TryDrawer:
    """The verb: one kick by a plan that nothing keeps. It is an opening without a payment like any other."""

    bench: PrinterBench
    note_opening: NoteDrawerOpening

    def __call__(self, plan: PrinterPlan, cashier_id: CashierId) -> PrintOutcome:
        """Note the opening as a TEST, then kick.

        Raises Refusal PRINTER_PLAN_WRONG and what NoteDrawerOpening raises; then nothing was kicked.
        """
        refuse_wrong_plan(plan, self.bench.models())
        self.note_opening(cashier_id, OpeningWhy.TEST)
        return self.bench.open_drawer(plan)


@dataclass(frozen=True, slots=True)
class KeepPrinter:
    """The verb: from the next paper on."""

    bench: PrinterBench
    shelf: PrinterShelf

    def __call__(
        self, place: PrinterPlace, plan: PrinterPlan, cashier_id: CashierId
    ) -> PrintersAtHand:
        """Keep it as first or other; ``none`` as the other means that there is no other.

        Raises Refusal PRINTER_PLAN_WRONG, Fault FILE_NOT_WRITTEN.
        """
        refuse_wrong_plan(plan, self.bench.models())
        before = self.shelf.plan(place)
        is_no_other = place is PrinterPlace.OTHER and plan.kind is PrinterKind.NONE
        self.shelf.keep(place, NO_PRINTER if is_no_other else plan)
        _log.info("%s set the %s printer: %s; before: %s", cashier_id, place, plan, before)
        return ViewPrinters(self.bench, self.shelf)()
