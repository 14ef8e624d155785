"""A printer that remembers what it was given and ends as the test arranged."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.report_form import fits_thermal

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.printer import TrialPage
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.report import Report
    from counter_app.domain.reversal import Reversal

PRINTED = PrintOutcome(PrintState.PRINTED)
NOT_SENT = PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)
UNCERTAIN = PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy that the printer was asked for."""

    receipt_no: str
    copy_no: int
    is_acknowledged: bool


@dataclass
class FakePrinter:
    """Ends as ``outcomes`` say, one each, then PRINTED. ``while_printing`` is called in mid-print."""

    outcomes: deque[PrintOutcome] = field(default_factory=deque)
    copies: list[Copy] = field(default_factory=list)
    summaries: list[tuple[str, ...]] = field(default_factory=list)
    reconciliations: list[Reconciliation] = field(default_factory=list)
    reports: list[tuple[Report, str]] = field(default_factory=list)
    reversals: list[tuple[str, Reversal]] = field(default_factory=list)
    check_pages: list[str] = field(default_factory=list)
    """What each copy and picture was to name as the page that checks receipts."""

    trials: list[TrialPage] = field(default_factory=list)
    drawer_opened: int = 0
    drawer_ends: PrintOutcome = PRINTED
    """How every kick ends."""

    while_printing: Callable[[], None] | None = None

    def warm_up(self) -> None:
        """Always warm."""

    def print_receipt(
        self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool
    ) -> PrintOutcome:
        self.check_pages.append(receipt.check_page)
        self.copies.append(Copy(str(receipt.payment.receipt_no), copy_no, is_acknowledged))
        if self.while_printing is not None:
            self.while_printing()
        return self.outcomes.popleft() if self.outcomes else PRINTED

    def print_summary(self, receipts: tuple[Receipt, ...]) -> PrintOutcome:
        self.summaries.append(tuple(str(one.payment.receipt_no) for one in receipts))
        return self.outcomes.popleft() if self.outcomes else PRINTED

    def print_reversal(self, receipt: Receipt, made: Reversal) -> PrintOutcome:
        self.reversals.append((str(receipt.payment.receipt_no), made))
        return self.outcomes.popleft() if self.outcomes else PRINTED

    def print_reconciliation(self, made: Reconciliation) -> PrintOutcome:
        self.reconciliations.append(made)
        return self.outcomes.popleft() if self.outcomes else PRINTED

    def print_report(self, report: Report, language: str) -> PrintOutcome:
        if not fits_thermal(report):
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.TOO_LONG)
        self.reports.append((report, language))
        return self.outcomes.popleft() if self.outcomes else PRINTED

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        self.trials.append(page)
        return self.outcomes.popleft() if self.outcomes else PRINTED

    def open_drawer(self) -> PrintOutcome:
        self.drawer_opened += 1
        return self.drawer_ends

    def picture(self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool) -> bytes:
        self.check_pages.append(receipt.check_page)
        mark = " CANCELLED" if receipt.reversed_on else ""
        return f"{receipt.payment.receipt_no} copy {copy_no} {is_acknowledged}{mark}".encode()
