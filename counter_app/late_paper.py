"""Receipt printer and press of reports, made late: what they need to paint and to write takes its time to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault
from counter_app.domain.printer import NO_PRINTER, PrinterPlace
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.use_cases.report_watch import unwatched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.domain.day_report import DayReport
    from counter_app.domain.instrument_list import InstrumentList
    from counter_app.domain.printer import PrinterPlan, TrialPage
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.report import Report
    from counter_app.domain.report_form import ReportForm
    from counter_app.domain.reversal import Reversal
    from counter_app.use_cases.ports import CarriedFiles, ReceiptPrinter, ReportPress
    from counter_app.use_cases.report_watch import ReportWatch

BOTH_TONGUES = "both"
"""Papers speak Hindi and English, where the settings say nothing else."""


class LatePrinter:
    """The receipt printer, made by the first print: escpos and ReportLab are heavy.

    ``tongue`` is what its papers speak, as the settings name it.
    """

    def __init__(self, plan: PrinterPlan, receipts: Path, tongue: str = BOTH_TONGUES) -> None:
        self._plan, self._receipts, self._tongue = plan, receipts, tongue
        self._made: ReceiptPrinter | None = None

    @property
    def plan(self) -> PrinterPlan:
        """By which it prints now."""
        return self._plan

    def change(self, plan: PrinterPlan) -> None:
        """Print by another plan from the next paper on."""
        self._plan, self._made = plan, None

    def swap_with(self, other: LatePrinter) -> None:
        """Be what the other one was, and the other way round."""
        mine = (self._plan, self._made)
        self._plan, self._made = other._plan, other._made
        other._plan, other._made = mine

    def warm_up(self) -> None:
        """Make it and let it load what the first receipt needs. Raises Fault."""
        self._printer().warm_up()

    def print_receipt(
        self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool
    ) -> PrintOutcome:
        """Print one copy."""
        return self._printed(
            lambda printer: printer.print_receipt(
                receipt, copy_no=copy_no, is_acknowledged=is_acknowledged
            )
        )

    def print_summary(self, receipts: tuple[Receipt, ...]) -> PrintOutcome:
        """Print one paper over many receipts."""
        return self._printed(lambda printer: printer.print_summary(receipts))

    def print_reversal(self, receipt: Receipt, made: Reversal) -> PrintOutcome:
        """Print the slip of a reversal."""
        return self._printed(lambda printer: printer.print_reversal(receipt, made))

    def print_reconciliation(self, made: Reconciliation) -> PrintOutcome:
        """Print a day compared with the centre."""
        return self._printed(lambda printer: printer.print_reconciliation(made))

    def print_report(self, report: Report, language: str) -> PrintOutcome:
        """Print any report as narrow as the paper is."""
        return self._printed(lambda printer: printer.print_report(report, language))

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        """Print a test page."""
        return self._printed(lambda printer: printer.print_trial(page))

    def open_drawer(self) -> PrintOutcome:
        """Kick the drawer."""
        return self._printed(lambda printer: printer.open_drawer())

    def picture(self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool) -> bytes:
        """The copy as PNG."""
        return self._printer().picture(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)

    def _printed(self, ask: Callable[[ReceiptPrinter], PrintOutcome]) -> PrintOutcome:
        """How it ended; a printer that cannot be made is sent nothing."""
        try:
            printer = self._printer()
        except Fault as fault:
            return PrintOutcome(PrintState.NOT_SENT, fault.code)
        return ask(printer)

    def _printer(self) -> ReceiptPrinter:
        from counter_app.printing.connect import connect_printer
        from counter_app.printing.layout import style_in

        if self._made is None:
            self._made = connect_printer(self._plan, self._receipts, style_in(self._tongue))
        return self._made


class LatePrinters:
    """The two receipt printers of a counter: each is made by its first print, and printed by as long as its plan holds.

    Both speak the ``tongue``. All of it is asked on the printer's lane.
    """

    def __init__(
        self,
        plan_in: Callable[[PrinterPlace], PrinterPlan],
        receipts: Path,
        tongue: str = BOTH_TONGUES,
    ) -> None:
        self.first = LatePrinter(plan_in(PrinterPlace.FIRST), receipts, tongue)
        self._second = LatePrinter(plan_in(PrinterPlace.OTHER), receipts, tongue)

    def other(self) -> LatePrinter | None:
        """The one beside it; None where there is none."""
        return None if self._second.plan == NO_PRINTER else self._second

    def use(self, place: PrinterPlace, plan: PrinterPlan) -> None:
        """Print by this plan from the next paper on."""
        (self.first if place is PrinterPlace.FIRST else self._second).change(plan)

    def open_drawer(self) -> PrintOutcome:
        """Kick the drawer, which may hang on the other printer since they changed places."""
        outcome, other = self.first.open_drawer(), self.other()
        has_none = outcome == PrintOutcome(PrintState.NOT_SENT)
        return outcome if other is None or not has_none else other.open_drawer()

    def swap(self) -> None:
        """Each takes the other's place; what was made of either stays made."""
        self.first.swap_with(self._second)


class LatePress:
    """The press of reports, made by the first report."""

    def __init__(self, reports: Path, files: CarriedFiles) -> None:
        self._reports, self._files = reports, files

    def save(self, report: DayReport, language: str) -> Path:
        """Save as PDF."""
        return self._press().save(report, language)

    def save_instruments(self, listed: InstrumentList, language: str) -> Path:
        """Save a list of instruments as PDF."""
        return self._press().save_instruments(listed, language)

    def save_reconciliation(self, made: Reconciliation, language: str) -> Path:
        """Save a day compared with the centre as PDF."""
        return self._press().save_reconciliation(made, language)

    def save_report(
        self, report: Report, language: str, form: ReportForm, watch: ReportWatch = unwatched
    ) -> Path:
        """Save any report as PDF, XLSX or CSV."""
        return self._press().save_report(report, language, form, watch)

    def print_file(self, path: Path) -> PrintOutcome:
        """Give it to the system's printer."""
        return self._press().print_file(path)

    def _press(self) -> ReportPress:
        from counter_app.printing.sheet import Sheet
        from counter_app.reports.press import SystemPress

        return SystemPress(self._reports, Sheet, self._files)
