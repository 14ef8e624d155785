"""An office printer of this computer: papers as pages through the platform's spooler. It has no drawer."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.receipt import PrintOutcome, PrintState

if TYPE_CHECKING:
    from counter_app.domain.printer import TrialPage
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.report import Report
    from counter_app.domain.reversal import Reversal
    from counter_app.printing.pdf_receipt import PdfPrinter
    from counter_app.spooling.system import PageSpooler

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SystemPrinter:
    """Implements ports.ReceiptPrinter. ``pages`` makes each paper as PDF; a paper handed over is not kept.

    PRINTED only when the spooler says that the job is completed: what was merely taken is UNCERTAIN.
    """

    pages: PdfPrinter
    spooler: PageSpooler

    def warm_up(self) -> None:
        """Load the fonts. Raises Fault."""
        self.pages.warm_up()

    def print_receipt(
        self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool
    ) -> PrintOutcome:
        """Print one copy."""
        return self._spooled(
            self.pages.print_receipt(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
        )

    def print_summary(self, receipts: tuple[Receipt, ...]) -> PrintOutcome:
        """Print one paper over all of them."""
        return self._spooled(self.pages.print_summary(receipts))

    def print_reversal(self, receipt: Receipt, made: Reversal) -> PrintOutcome:
        """Print the slip of a reversal."""
        return self._spooled(self.pages.print_reversal(receipt, made))

    def print_reconciliation(self, made: Reconciliation) -> PrintOutcome:
        """Print a day compared with the centre."""
        return self._spooled(self.pages.print_reconciliation(made))

    def print_report(self, report: Report, language: str) -> PrintOutcome:
        """Print a report; one too long is not sent."""
        return self._spooled(self.pages.print_report(report, language))

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        """Print a test page."""
        return self._spooled(self.pages.print_trial(page))

    def open_drawer(self) -> PrintOutcome:
        """There is none; nothing was sent and nothing went wrong."""
        return PrintOutcome(PrintState.NOT_SENT)

    def picture(self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool) -> bytes:
        """The copy as PNG."""
        return self.pages.picture(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)

    def _spooled(self, made: PrintOutcome) -> PrintOutcome:
        """Hand over what was made; what could not be made was not sent."""
        if made.state is not PrintState.PRINTED:
            return made
        path = Path(made.saved_as)
        try:
            return replace(self.spooler.print_file(path), saved_as="")
        finally:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                _log.warning("a printed paper stays in %s: %s", path.name, error)
