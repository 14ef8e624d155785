"""What was asked for of one receipt, to be seen beside it before somebody asks again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.receipt_copy import CopyRequest
    from counter_app.use_cases.book_ports import Ledger


@dataclass(frozen=True, slots=True)
class CopiesAsked:
    """The verb."""

    ledger: Ledger

    def __call__(self, receipt_no: ReceiptNo) -> tuple[CopyRequest, ...]:
        """All of them, the oldest first."""
        with self.ledger.open_books() as books:
            return books.copies.of_receipt(receipt_no)
