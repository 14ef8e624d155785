"""The thermal printer: a paper painted, encoded and delivered. Never raises for what a printer does."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.report_form import fits_thermal
from counter_app.printing.delivery import DEFAULT_DEADLINES, deliver
from counter_app.printing.encode import DOTS_A_BYTE, encode_end, encode_pulse, encode_receipt
from counter_app.printing.encode_text import encode_text
from counter_app.printing.layout import DEFAULT_STYLE, lay_out
from counter_app.printing.layout_reconciliation import lay_out_reconciliation
from counter_app.printing.layout_report import lay_out_report
from counter_app.printing.layout_reversal import lay_out_reversal
from counter_app.printing.layout_summary import lay_out_summary
from counter_app.printing.layout_trial import lay_out_trial
from counter_app.printing.links import escpos_printer
from counter_app.printing.profiles import COLUMN_DOTS, TEXT_ROW_DOTS
from counter_app.printing.raster import paint, paint_strip, png_of
from counter_app.printing.text_paper import TextPaper
from counter_app.printing.text_rows import set_in_columns
from counter_app.printing.tongue import Tongue
from counter_app.printing.trust import Trust

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
    from counter_app.printing.raster import Painted
    from counter_app.printing.text_rows import PictureRow

ENGLISH = "en"
"""The language of reports in a printer's own type, as the vocabulary names it."""

PATIENCE = 1.5
"""How much longer than its paper takes at full speed a job may take: dark pictures and low voltage are slower."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ThermalPrinter:
    """Implements ports.ReceiptPrinter. ``new_link`` gives a fresh link for each job.

    ``prints_text``: in the printer's own type and in English, for a line too slow for pictures; the consumer is named
    in Hindi too, painted.
    """

    profile: PrinterProfile
    new_link: Callable[[], Link]
    deadlines: Deadlines = DEFAULT_DEADLINES
    style: ReceiptStyle = DEFAULT_STYLE
    trust: Trust = field(default_factory=Trust, compare=False)
    prints_text: bool = False

    def print_receipt(
        self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool
    ) -> PrintOutcome:
        """Print and cut one copy; the drawer stays shut."""
        lines = self._lines(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
        return self._print(lines, _about(receipt))

    def print_summary(self, receipts: tuple[Receipt, ...]) -> PrintOutcome:
        """Print and cut one paper over all of them; the drawer stays shut."""
        return self._print(lay_out_summary(receipts, self._tongue), _about(receipts[0]))

    def print_reversal(self, receipt: Receipt, made: Reversal) -> PrintOutcome:
        """Print and cut the slip of a reversal; the drawer stays shut."""
        lines = lay_out_reversal(receipt, made, self._tongue)
        return self._print(lines, f"reversal of {made.receipt_no}")

    def print_reconciliation(self, made: Reconciliation) -> PrintOutcome:
        """Print and cut a day compared with the centre; the drawer stays shut."""
        about = f"reconciliation of {made.business_date.isoformat()}"
        return self._print(lay_out_reconciliation(made, self._tongue), about)

    def print_report(self, report: Report, language: str) -> PrintOutcome:
        """Print and cut a report; one too long for a receipt printer is not sent."""
        if not fits_thermal(report):
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.TOO_LONG)
        said_in = ENGLISH if self.prints_text else language
        lines = lay_out_report(report, said_in, self._tongue)
        return self._print(lines, f"report {report.kind}")

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        """Print and cut the test page; the drawer stays shut."""
        return self._print(lay_out_trial(page, self._tongue), "test page")

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
        style = self.style
        if self.prints_text:
            style = replace(style, tongue=Tongue.ENGLISH, consumer_in=Tongue.BOTH)
        return lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=style)

    @property
    def _tongue(self) -> Tongue:
        return Tongue.ENGLISH if self.prints_text else self.style.tongue

    def _print(self, lines: tuple[Line, ...], about: str) -> PrintOutcome:
        try:
            job, rows_dots = self._job(lines, about)
        except Fault as fault:
            _log.error("paper not painted: %s", fault)
            return PrintOutcome(PrintState.NOT_SENT, fault.code)
        return self._delivered(job, self.profile.seconds_for(rows_dots))

    def _job(self, lines: tuple[Line, ...], about: str) -> tuple[bytes, int]:
        """All bytes of a paper, and how long it is in rows of dots. Raises Fault PRINTER_FAILED."""
        profile = self.profile
        if not self.prints_text:
            raster = self._painted(lines, about)
            job = encode_receipt(
                raster,
                has_cutter=profile.has_cutter,
                feed_lines=profile.feed_lines,
                band_rows=profile.band_rows,
            )
            return job, len(raster.rows)
        end = encode_end(has_cutter=profile.has_cutter, feed_lines=profile.feed_lines)
        paper = TextPaper(
            profile.width_dots,
            profile.text_columns,
            profile.has_native_qr,
            profile.doubles_pictures,
            profile.qr_module_dots,
            profile.band_rows,
        )
        job = encode_text(lines, paper, lambda row: self._strip(row, about), end)
        return job, len(set_in_columns(lines, profile.text_columns)) * TEXT_ROW_DOTS

    def _strip(self, row: PictureRow, about: str) -> Raster:
        """One line as a picture between rows of type."""
        profile, indent_dots = self.profile, row.indent_columns * COLUMN_DOTS
        return _told(
            paint_strip(row.line, profile.width_dots, indent_dots, profile.qr_module_dots), about
        )

    def _painted(self, lines: tuple[Line, ...], about: str) -> Raster:
        return _told(paint(lines, self.profile.width_dots, self.profile.qr_module_dots), about)

    def _delivered(self, job: bytes, paper_seconds: float = 0.0) -> PrintOutcome:
        """Sent, and waited for: a long paper longer than others, since the printer answers when it is out."""
        seconds = max(self.deadlines.job_seconds, paper_seconds * PATIENCE)
        deadlines = replace(self.deadlines, job_seconds=seconds)
        return deliver(
            job,
            self.new_link(),
            deadlines,
            asks_status=self.profile.reads_status,
            trust=self.trust,
            band_bytes=self.profile.width_dots // DOTS_A_BYTE * self.profile.band_rows,
        )


def _told(painted: Painted, about: str) -> Raster:
    """The picture; characters that no font of ours has are told to the log, by number alone."""
    if painted.missing:
        named = ", ".join(f"U+{ord(character):04X}" for character in sorted(painted.missing))
        _log.warning("%s: no glyph for %s", about, named)
    return painted.raster


def _about(receipt: Receipt) -> str:
    """What the log calls it."""
    return f"receipt {receipt.payment.receipt_no}"
