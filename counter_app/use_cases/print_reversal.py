"""Print the slip of a reversal: what both sign, kept with the receipt that came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.use_cases.print_receipt import receipt_of

if TYPE_CHECKING:
    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import ReceiptPrinter


@dataclass(frozen=True, slots=True)
class PrintReversal:
    """The verb. A slip is no receipt: it may be printed as often as it is wanted."""

    ledger: Ledger
    printer: ReceiptPrinter

    def __call__(self, receipt_no: ReceiptNo) -> PrintOutcome:
        """Print it. Raises Refusal RECEIPT_UNKNOWN for a receipt that is not there, or was not reversed."""
        with self.ledger.open_books() as books:
            receipt = receipt_of(books, receipt_no)
            made = books.reversals.of_payment(receipt.payment.payment_id)
        if made is None:
            raise Refusal(RefusalCode.RECEIPT_UNKNOWN, receipt_no=str(receipt_no))
        return self.printer.print_reversal(receipt, made)
