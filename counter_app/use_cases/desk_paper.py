"""What is asked of paper: receipts, their proofs and copies, the printers they come from. A part of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.domain.day_report import DayReport
    from counter_app.domain.identity import CashierId, PaymentId, ReceiptNo
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.printer import FoundPrinter, PrinterPlace, PrinterPlan, PrintersAtHand
    from counter_app.domain.receipt import PaperAnswer, PrintOutcome
    from counter_app.domain.receipt_copy import CopyRequest, CopyWay
    from counter_app.domain.receipt_verdict import ReceiptVerdict
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.report import Report


@dataclass(frozen=True, slots=True)
class PaperVerbs:
    """The desk's fields of paper."""

    # ledger lane: receipts that are asked about
    check_receipt: Callable[[str], ReceiptVerdict]
    """What was scanned or typed of a receipt's QR code: is it genuine. Our own are compared with the books too."""
    ask_copy: Callable[[ReceiptNo, CopyWay, str, CashierId], CopyRequest]
    """Queue an SMS or e-mail with this receipt for the centre to send: to which number or address, by whom."""
    copies_asked: Callable[[ReceiptNo], tuple[CopyRequest, ...]]
    """What was asked for of this receipt, the oldest first."""
    # printer lane
    warm_printer: Callable[[], None]
    """Load what the first receipt needs, so that its consumer does not wait for it."""
    print_receipt: Callable[[ReceiptNo], PrintOutcome]
    """Print the original, or the next DUPLICATE when one is out. Refuses PRINT_ANSWER_NEEDED after UNCERTAIN."""
    reprint_receipt: Callable[[ReceiptNo, CashierId], PrintOutcome]
    """Print a further copy marked DUPLICATE n, and tell the centre."""
    print_summary: Callable[[PaymentId], PrintOutcome]
    """One paper over all receipts of an order, for the payer of many accounts; by the id of the first."""
    print_reversal: Callable[[ReceiptNo], PrintOutcome]
    """The slip of a reversal, to be signed by both; as often as it is wanted."""
    answer_uncertain: Callable[[ReceiptNo, PaperAnswer], None]
    """What the cashier saw of an uncertain copy, or that a printed one is TORN: it is out, and what follows is a
    DUPLICATE. Nothing is printed by it. Raises Refusal PRINT_NOT_UNCERTAIN."""
    open_drawer: Callable[[], PrintOutcome]
    print_elsewhere: Callable[[ReceiptNo], PrintOutcome]
    """As ``print_receipt``, on the other printer; the next receipt is printed on the first again."""
    printers_at_hand: Callable[[], PrintersAtHand]
    swap_printers: Callable[[], PrintersAtHand]
    """The other printer becomes the first from now on. Raises Refusal NO_OTHER_PRINTER."""
    find_printers: Callable[[], tuple[FoundPrinter, ...]]
    """What is connected to this computer and may be a printer; takes seconds, opens nothing."""
    try_printer: Callable[[PrinterPlan], PrintOutcome]
    """Print the test page by this plan; nothing is kept. Raises Refusal PRINTER_PLAN_WRONG."""
    try_drawer: Callable[[PrinterPlan, CashierId], PrintOutcome]
    """Note an opening of the drawer as a test by this person, then kick it once by this plan; nothing is kept."""
    keep_printer: Callable[[PrinterPlace, PrinterPlan, CashierId], PrintersAtHand]
    """From the next paper on; the log says who. Raises Refusal PRINTER_PLAN_WRONG, Fault FILE_NOT_WRITTEN."""
    picture_receipt: Callable[[ReceiptNo], bytes]
    save_day_report: Callable[[DayReport, str], Path]
    save_instruments: Callable[[tuple[HeldInstrument, ...], str], Path]
    """The list of these by bank and state as A4 PDF."""
    save_reconciliation: Callable[[Reconciliation, str], Path]
    """A day compared with the centre as A4 PDF (``en`` or ``hi``)."""
    print_reconciliation: Callable[[Reconciliation], PrintOutcome]
    """The same on the receipt printer, in short."""
    print_file: Callable[[Path], PrintOutcome]
    print_report: Callable[[Report, str], PrintOutcome]
    """As narrow as the receipt printer's paper."""
