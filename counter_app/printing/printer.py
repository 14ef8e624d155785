"""The thermal printer: a paper painted, encoded and delivered. Never raises for what a printer does."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.report_form import fits_thermal
from counter_app.printing.delivery import DEFAULT_DEADLINES, deliver
from counter_app.printing.encode import encode_pulse, encode_receipt
from counter_app.printing.layout import DEFAULT_STYLE, lay_out
from counter_app.printing.layout_reconciliation import lay_out_reconciliation
from counter_app.printing.layout_report import lay_out_report
from counter_app.printing.layout_reversal import lay_out_reversal
from counter_app.printing.layout_summary import lay_out_summary
from counter_app.printing.layout_trial import lay_out_trial
from counter_app.printing.links import escpos_printer
from counter_app.printing.raster import paint, png_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.printer import TrialPage
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.report import Report
    from counter_app.domain.reversal import Reversal
    from counter_app.printing.delivery import Deadlines
    from counter_app.printing.encode import Raster
    from counter_app.printing.layout import ReceiptStyle
    from counter_app.printing.lines import Line
    from counter_app.printing.links import Link
    from counter_app.printing.profiles import PrinterProfile

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ThermalPrinter:
    """Implements ports.ReceiptPrinter. ``new_link`` gives a fresh link for each job."""

    profile: PrinterProfile
    new_link: Callable[[], Link]
    deadlines: Deadlines = DEFAULT_DEADLINES
    style: ReceiptStyle = DEFAULT_STYLE

    def print_receipt(
        self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool
    ) -> PrintOutcome:
        """Print and cut one copy; the drawer stays shut."""
        lines = self._lines(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
        return self._print(lines, _about(receipt))

    def print_summary(self, receipts: tuple[Receipt, ...]) -> PrintOutcome:
        """Print and cut one paper over all of them; the drawer stays shut."""
        return self._print(lay_out_summary(receipts), _about(receipts[0]))

    def print_reversal(self, receipt: Receipt, made: Reversal) -> PrintOutcome:
        """Print and cut the slip of a reversal; the drawer stays shut."""
        return self._print(lay_out_reversal(receipt, made), f"reversal of {made.receipt_no}")

    def print_reconciliation(self, made: Reconciliation) -> PrintOutcome:
        """Print and cut a day compared with the centre; the drawer stays shut."""
        about = f"reconciliation of {made.business_date.isoformat()}"
        return self._print(lay_out_reconciliation(made), about)

    def print_report(self, report: Report, language: str) -> PrintOutcome:
        """Print and cut a report; one too long for a receipt printer is not sent."""
        if not fits_thermal(report):
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.TOO_LONG)
        return self._print(lay_out_report(report, language), f"report {report.kind}")

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        """Print and cut the test page; the drawer stays shut."""
        return self._print(lay_out_trial(page), "test page")

    def open_drawer(self) -> PrintOutcome:
        """Only the pulse. A printer in trouble is not sent one: it would open the drawer at some later moment."""
        if not self.profile.drawer_pin:
            return PrintOutcome(PrintState.NOT_SENT)
        return self._delivered(encode_pulse(self.profile.drawer_pin))

    def picture(self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool) -> bytes:
        """The copy as it comes out, as PNG. Raises Fault PRINTER_FAILED when our fonts are missing."""
        lines = self._lines(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
        return png_of(self._painted(lines, _about(receipt)))

    def warm_up(self) -> None:
        """Load fonts and the printer library before the first consumer waits for them."""
        paint((), self.profile.width_dots)
        escpos_printer("network")

    def _lines(self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool) -> tuple[Line, ...]:
        return lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=self.style)

    def _print(self, lines: tuple[Line, ...], about: str) -> PrintOutcome:
        try:
            raster = self._painted(lines, about)
        except Fault as fault:
            _log.error("paper not painted: %s", fault)
            return PrintOutcome(PrintState.NOT_SENT, fault.code)
        job = encode_receipt(
            raster, has_cutter=self.profile.has_cutter, feed_lines=self.profile.feed_lines
        )
        return self._delivered(job)

    def _painted(self, lines: tuple[Line, ...], about: str) -> Raster:
        painted = paint(lines, self.profile.width_dots)
        if painted.missing:
            named = ", ".join(f"U+{ord(character):04X}" for character in sorted(painted.missing))
            _log.warning("%s: no glyph for %s", about, named)
        return painted.raster

    def _delivered(self, job: bytes) -> PrintOutcome:
        return deliver(job, self.new_link(), self.deadlines, asks_status=self.profile.reads_status)


def _about(receipt: Receipt) -> str:
    """What the log calls it."""
    return f"receipt {receipt.payment.receipt_no}"
