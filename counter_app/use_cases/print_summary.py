"""Print the summary of an order: one paper for the payer of many accounts, beside the receipt of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode

if TYPE_CHECKING:
    from counter_app.domain.identity import PaymentId
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import ReceiptPrinter


@dataclass(frozen=True, slots=True)
class PrintSummary:
    """The verb. A summary is no receipt: it has no number, and may be printed as often as it is wanted."""

    ledger: Ledger
    printer: ReceiptPrinter

    def __call__(self, group_id: PaymentId) -> PrintOutcome:
        """Print it. Raises Refusal RECEIPT_UNKNOWN for an order that was not taken."""
        with self.ledger.open_books() as books:
            receipts = books.payments.group(group_id)
        if not receipts:
            raise Refusal(RefusalCode.RECEIPT_UNKNOWN, receipt_no=str(group_id))
        return self.printer.print_summary(receipts)
