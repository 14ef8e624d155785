"""The printer of a counter that has none: papers as PDF files, on A5 or A4."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault
from counter_app.domain.identity import IST
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.report_form import fits_thermal
from counter_app.printing import (
    reconciliation_wording,
    reversal_wording,
    trial_wording,
    wording,
)
from counter_app.printing.layout import DEFAULT_STYLE, lay_out
from counter_app.printing.layout_reconciliation import lay_out_reconciliation
from counter_app.printing.layout_report import lay_out_report
from counter_app.printing.layout_reversal import lay_out_reversal
from counter_app.printing.layout_summary import first_to_last, lay_out_summary
from counter_app.printing.layout_trial import lay_out_trial
from counter_app.printing.lines import Centre, Left, Pair, Tone
from counter_app.printing.pdf_paper import A4, A5, Paper
from counter_app.printing.raster import paint, png_of
from counter_app.printing.receipt_pages import ReceiptPage, save_receipt
from counter_app.printing.sheet import load_fonts
from resources.vocabulary import words_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.domain.printer import TrialPage
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.report import Report
    from counter_app.domain.reversal import Reversal
    from counter_app.printing.layout import ReceiptStyle
    from counter_app.printing.pdf_paper import PageFormat

PICTURE_WIDTH_DOTS = 576
LEAST_OF_SUMMARY = 0.9
"""The scale of type under which a summary is too small for one page of A5."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PdfPrinter:
    """Implements ports.ReceiptPrinter when no printer is set: papers are saved under ``folder``/date/number.

    ``page`` is the size of every receipt, and of the other papers where one page of it holds them. A receipt on A4
    is two, side by side; any other paper stands on A4 once, upright.
    """

    folder: Path
    style: ReceiptStyle = DEFAULT_STYLE
    page: ReceiptPage = ReceiptPage.A5
    keeps_page: bool = False
    """A printer has no other paper in its tray: a long summary goes over pages of A5, and not on A4."""

    def warm_up(self) -> None:
        """Load the fonts. Raises Fault."""
        load_fonts()

    def print_receipt(
        self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool
    ) -> PrintOutcome:
        """Save one copy as PDF; a disk that fails is NOT_SENT with the fault's code as reason."""
        path = self.path_of(receipt, copy_no)
        return _saved(
            path,
            lambda: save_receipt(
                receipt,
                path,
                self.page,
                copy_no=copy_no,
                is_acknowledged=is_acknowledged,
                style=self.style,
            ),
        )

    def print_summary(self, receipts: tuple[Receipt, ...]) -> PrintOutcome:
        """Save it as one page of A5 if it fits, else as A4 where that may be; a disk that fails is NOT_SENT."""
        first, tongue = receipts[0].payment, self.style.tongue
        heading = Pair(tongue.say(wording.SUMMARY_TITLE), (first_to_last(receipts),), Tone.STRONG)
        paper = Paper(lay_out_summary(receipts, tongue), f"Summary {first.receipt_no}", heading)
        path = self.folder / first.business_date.isoformat() / f"SUMMARY-{_named(receipts[0])}.pdf"
        is_small = self._format is A5 and (
            self.keeps_page or paper.fits(path, A5, LEAST_OF_SUMMARY)
        )
        return _saved(path, lambda: paper.save(path, A5 if is_small else A4))

    def print_reversal(self, receipt: Receipt, made: Reversal) -> PrintOutcome:
        """Save the slip; a disk that fails is NOT_SENT."""
        number, tongue = str(made.receipt_no), self.style.tongue
        heading = Pair(tongue.say(reversal_wording.TITLE), (number,), Tone.STRONG)
        path = self.folder / made.business_date.isoformat() / f"REVERSAL-{_named(receipt)}.pdf"
        paper = Paper(lay_out_reversal(receipt, made, tongue), f"Reversal {number}", heading)
        return _saved(path, lambda: paper.save(path, self._format))

    def print_reconciliation(self, made: Reconciliation) -> PrintOutcome:
        """Save it, on further pages where it must; a disk that fails is NOT_SENT."""
        day, tongue = made.business_date, self.style.tongue
        said = tongue.say(reconciliation_wording.TITLE)
        heading = Pair(said, (wording.day_text(day),), Tone.STRONG)
        title = f"Reconciliation {day.isoformat()} {made.place.counter_id}"
        path = self.folder / day.isoformat() / f"RECONCILIATION-{made.place.counter_id}.pdf"
        paper = Paper(lay_out_reconciliation(made, tongue), title, heading)
        return _saved(path, lambda: paper.save(path, self._format))

    def print_report(self, report: Report, language: str) -> PrintOutcome:
        """Save it, on further pages where it must; a disk that fails, or a long report, is NOT_SENT."""
        if not fits_thermal(report):
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.TOO_LONG)
        named = f"{report.kind.upper()}-{report.place.counter_id}"
        moment = report.made_at.astimezone(IST)
        heading = Left(words_in(language)[f"report.{report.kind}"], Tone.STRONG)
        path = self.folder / moment.date().isoformat() / f"{named}-{moment:%H%M%S}.pdf"
        paper = Paper(lay_out_report(report, language), named, heading)
        return _saved(path, lambda: paper.save(path, self._format))

    @property
    def _format(self) -> PageFormat:
        """For all that is no receipt."""
        return A4 if self.page is ReceiptPage.A4 else A5

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        """Save the test page on A5, or A4 where the plan says so; a disk that fails is NOT_SENT."""
        moment = page.made_at.astimezone(IST)
        tongue = self.style.tongue
        heading = Centre(tongue.say(trial_wording.TITLE), Tone.STRONG)
        path = self.folder / moment.date().isoformat() / f"TEST-{moment:%H%M%S}.pdf"
        paper = Paper(lay_out_trial(page, tongue), f"Test page {page.counter_id}".strip(), heading)
        form = A4 if page.model.name == "a4" else A5
        return _saved(path, lambda: paper.save(path, form))

    def open_drawer(self) -> PrintOutcome:
        """There is no drawer without a printer; nothing was sent and nothing went wrong."""
        return PrintOutcome(PrintState.NOT_SENT)

    def picture(self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool) -> bytes:
        """The copy as an 80 mm printer would bring it out, as PNG."""
        lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=self.style)
        return png_of(paint(lines, PICTURE_WIDTH_DOTS).raster)

    def path_of(self, receipt: Receipt, copy_no: int) -> Path:
        """``2026-11-23/KID07-2627-000123.pdf``, with ``-DUPLICATE-1`` and so on for further copies."""
        number = _named(receipt)
        name = f"{number}-DUPLICATE-{copy_no}" if copy_no else number
        return self.folder / receipt.payment.business_date.isoformat() / f"{name}.pdf"


def _named(receipt: Receipt) -> str:
    return str(receipt.payment.receipt_no).replace("/", "-")


def _saved(path: Path, save: Callable[[], frozenset[str]]) -> PrintOutcome:
    try:
        missing = save()
    except Fault as fault:
        _log.error("paper not saved: %s", fault)
        return PrintOutcome(PrintState.NOT_SENT, fault.code)
    if missing:
        named = ", ".join(f"U+{ord(character):04X}" for character in sorted(missing))
        _log.warning("%s: no glyph for %s", path.name, named)
    return PrintOutcome(PrintState.PRINTED, PrintReason.SAVED_AS_FILE, saved_as=str(path))
