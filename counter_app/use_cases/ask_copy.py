"""Ask for a copy of a receipt by SMS or e-mail: told to the centre, which sends it. The counter sends nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.receipt_copy import CopyRequest, copy_address
from counter_app.use_cases.print_receipt import receipt_of
from counter_app.use_cases.sure import surely
from counter_app.wire.tell import tell_copy

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId, ReceiptNo
    from counter_app.domain.receipt_copy import CopyWay
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class AskCopy:
    """The verb."""

    ledger: Ledger
    telling: Telling

    def __call__(
        self, receipt_no: ReceiptNo, way: CopyWay, typed: str, by: CashierId
    ) -> CopyRequest:
        """Queue it once for each number or address; it goes out with the next round.

        Raises Refusal COPY_ADDRESS_WRONG, RECEIPT_UNKNOWN, COPY_ASKED_BEFORE, COUNTER_NOT_ENROLLED; Fault
        COMMIT_UNKNOWN when even a second look could not tell.
        """
        now = self.telling.clock.now()
        asked = CopyRequest(receipt_no, way, copy_address(way, typed), by, now.date(), now)
        return surely(self.ledger, lambda: self._ask(asked), lambda books: _found(books, asked))

    def _ask(self, asked: CopyRequest) -> CopyRequest:
        with self.ledger.open_books() as books:
            receipt_of(books, asked.receipt_no)
            if _found(books, asked) is not None:
                raise Refusal(
                    RefusalCode.COPY_ASKED_BEFORE,
                    receipt_no=str(asked.receipt_no),
                    address=asked.address,
                )
            told_by = self.telling.append(books, tell_copy(asked), "")
            books.copies.post(asked, told_by)
            books.messages.close_entry(told_by)
            books.commit()
        return asked


def _found(books: Books, asked: CopyRequest) -> CopyRequest | None:
    """What was asked for before: the same receipt to the same number or address."""
    for one in books.copies.of_receipt(asked.receipt_no):
        if (one.way, one.address) == (asked.way, asked.address):
            return one
    return None
