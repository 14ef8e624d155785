"""Print a receipt: note the attempt, print, note the outcome. Paper never decides whether a payment happened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.receipt import ANSWERED, PrintOutcome, PrintState
from counter_app.use_cases.prove_receipt import prove
from counter_app.wire.bodies import ReceiptReprinted

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.identity import CashierId, ReceiptNo
    from counter_app.domain.receipt import PaperAnswer, Receipt
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import ReceiptPrinter
    from counter_app.use_cases.telling import Telling


def receipt_of(books: Books, receipt_no: ReceiptNo) -> Receipt:
    """The frozen receipt. Raises Refusal RECEIPT_UNKNOWN."""
    receipt = books.payments.receipt(receipt_no)
    if receipt is None:
        raise Refusal(RefusalCode.RECEIPT_UNKNOWN, receipt_no=str(receipt_no))
    return receipt


def receipt_as_it_stands(books: Books, receipt_no: ReceiptNo) -> Receipt:
    """The frozen receipt, marked where it was reversed since. Raises Refusal RECEIPT_UNKNOWN."""
    receipt = receipt_of(books, receipt_no)
    made = books.reversals.of_payment(receipt.payment.payment_id)
    return receipt if made is None else replace(receipt, reversed_on=made.business_date)


def no_page() -> str:
    """Where nobody said which page checks receipts: the code then says its proof alone."""
    return ""


def no_other() -> None:
    """Where there is one printer only."""


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """The verb. The ledger is never held while a printer works.

    ``other`` is the other printer, None where there is none; ``check_page`` the address of the page that checks
    receipts, as the list of keys names it.
    """

    ledger: Ledger
    printer: ReceiptPrinter
    telling: Telling
    other: Callable[[], ReceiptPrinter | None] = no_other
    check_page: Callable[[], str] = no_page

    def __call__(self, receipt_no: ReceiptNo) -> PrintOutcome:
        """Print the original if none is out, else the next DUPLICATE.

        Raises Refusal RECEIPT_UNKNOWN, and PRINT_ANSWER_NEEDED while the last attempt is uncertain.
        """
        return self._print(self.printer, receipt_no, None)

    def print_elsewhere(self, receipt_no: ReceiptNo) -> PrintOutcome:
        """The same on the other printer; the next one is printed on the first again.

        Raises Refusal NO_OTHER_PRINTER too; then nothing was noted.
        """
        other = self.other()
        if other is None:
            raise Refusal(RefusalCode.NO_OTHER_PRINTER)
        return self._print(other, receipt_no, None)

    def reprint(self, receipt_no: ReceiptNo, cashier_id: CashierId) -> PrintOutcome:
        """Print a further copy for a person who asks; the centre is told who."""
        return self._print(self.printer, receipt_no, cashier_id)

    def _print(
        self, printer: ReceiptPrinter, receipt_no: ReceiptNo, asked_by: CashierId | None
    ) -> PrintOutcome:
        page = self.check_page()
        with self.ledger.open_books() as books:
            receipt = receipt_as_it_stands(books, receipt_no)
            last = books.prints.last(receipt_no)
            if last is not None and last.state is PrintState.UNCERTAIN:
                raise Refusal(RefusalCode.PRINT_ANSWER_NEEDED, receipt_no=str(receipt_no))
            copy_no = books.prints.copies_out(receipt_no)
            acknowledged = books.payments.is_acknowledged(receipt_no)
            proof = prove(books, receipt.payment, copy_no, self.telling)
            receipt = replace(receipt, proof=proof, check_page=page)
            attempt = books.prints.note_attempt(receipt_no, copy_no, self.telling.clock.now())
            if copy_no:
                told = ReceiptReprinted(
                    str(receipt_no), copy_no, asked_by or receipt.payment.cashier_id
                )
                books.messages.close_entry(self.telling.append(books, told, ""))
            books.commit()
        outcome = replace(
            printer.print_receipt(receipt, copy_no=copy_no, is_acknowledged=acknowledged),
            copy_no=copy_no,
        )
        with self.ledger.open_books() as books:
            books.prints.note_outcome(attempt, outcome, self.telling.clock.now())
            books.commit()
        return outcome


@dataclass(frozen=True, slots=True)
class AnswerUncertain:
    """A person looked at the paper and says what there is."""

    ledger: Ledger
    telling: Telling

    def __call__(self, receipt_no: ReceiptNo, answer: PaperAnswer) -> None:
        """Note the answer to an uncertain copy, or that a printed one is torn; said twice it is once.

        Raises Refusal RECEIPT_UNKNOWN, PRINT_NOT_UNCERTAIN.
        """
        with self.ledger.open_books() as books:
            receipt_of(books, receipt_no)
            last = books.prints.last(receipt_no)
            if last is None or not last.may_be_answered(answer):
                raise Refusal(RefusalCode.PRINT_NOT_UNCERTAIN, receipt_no=str(receipt_no))
            outcome = PrintOutcome(*ANSWERED[answer], copy_no=last.copy_no)
            books.prints.note_outcome(last.attempt, outcome, self.telling.clock.now())
            books.commit()


@dataclass(frozen=True, slots=True)
class PictureReceipt:
    """The receipt as it is on paper, for the screen."""

    ledger: Ledger
    printer: ReceiptPrinter
    check_page: Callable[[], str] = no_page

    def __call__(self, receipt_no: ReceiptNo) -> bytes:
        """PNG of the latest copy. Raises Refusal RECEIPT_UNKNOWN."""
        page = self.check_page()
        with self.ledger.open_books() as books:
            receipt = receipt_as_it_stands(books, receipt_no)
            copy_no = max(0, books.prints.copies_out(receipt_no) - 1)
            acknowledged = books.payments.is_acknowledged(receipt_no)
            proof = books.proofs.find(receipt_no, copy_no) or b""
            receipt = replace(receipt, proof=proof, check_page=page)
        return self.printer.picture(receipt, copy_no=copy_no, is_acknowledged=acknowledged)
