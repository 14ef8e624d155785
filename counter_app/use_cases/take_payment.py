"""Take a payment: the moment of truth (design, section 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.acceptance import payment_of
from counter_app.domain.caveat import refuse_without_word
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.receipt import Receipt
from counter_app.domain.receipt_marks import part_order_of, stamp_of
from counter_app.use_cases.give_word import supervisor_of
from counter_app.use_cases.place import place_of
from counter_app.use_cases.prove_receipt import prove_original
from counter_app.use_cases.shifts_at_hand import open_shift_of
from counter_app.use_cases.telling import certificate_of, refuse_if_stopped
from counter_app.use_cases.views import Taken
from counter_app.use_cases.weigh_order import weigh
from counter_app.wire.check_code import check_code
from counter_app.wire.tell import tell_payment, tell_word

if TYPE_CHECKING:
    from datetime import date, datetime

    from counter_app.domain.caveat import Word
    from counter_app.domain.payment import Payment, PaymentOrder
    from counter_app.domain.shift import Shift
    from counter_app.use_cases.book_ports import Books, Ledger, PaymentBook
    from counter_app.use_cases.ports import BillsAsTold
    from counter_app.use_cases.telling import Telling
    from counter_app.use_cases.weigh_order import Weighed
    from counter_app.wire.exchange import Certificate


@dataclass(frozen=True, slots=True)
class TakePayment:
    """The verb."""

    ledger: Ledger
    bills: BillsAsTold
    telling: Telling

    def __call__(self, order: PaymentOrder) -> Taken:
        """Commit every line of the order once, whatever is clicked twice; answer with the receipts.

        Raises Refusal for all that the domain or the books decline, WordNeededError for what needs a
        supervisor's word (nothing is written, no receipt number is burnt), Fault COMMIT_UNKNOWN only when
        the disk failed and even a second look could not tell.
        """
        try:
            return self._take(order)
        except Fault as fault:
            if fault.code is not FaultCode.COMMIT_UNKNOWN:
                raise
            return self._look_again(order, fault)

    def _take(self, order: PaymentOrder) -> Taken:
        with self.ledger.open_books() as books:
            before = books.payments.group(order.group_id)
            if before:
                return Taken(before, was_taken_before=True)
            refuse_if_stopped(books)
            certificate = certificate_of(books)
            shift = open_shift_of(books, order.cashier_id)
            now = self.telling.clock.now()
            weighed = weigh(order, books, self.bills, shift, now)
            word = self._word_needed(order, weighed, books)
            if word is not None:
                self._post_word(word, order, shift, books, now)
            receipts = []
            for place in range(len(order.lines)):
                number = _next_number(books.payments, certificate, shift.day_at(now))
                account, accepted = weighed.accounts[place], weighed.consideration.lines[place]
                payment = payment_of(order, place, accepted, account, shift, number, now, word)
                receipt = _receipt_of(payment, weighed, place, books, certificate)
                version = payment.snapshot_version
                told_by = self.telling.append(books, tell_payment(payment), version)
                books.payments.post(receipt, told_by)
                prove_original(books, payment, told_by, certificate, self.telling)
                books.messages.close_entry(told_by)
                receipts.append(replace(receipt, check_code=check_code(told_by.hash)))
            books.commit()
            return Taken(tuple(receipts), was_taken_before=False)

    def _word_needed(self, order: PaymentOrder, weighed: Weighed, books: Books) -> Word | None:
        """The order's word if a caveat asks for one; one that nothing asks for is not told."""
        caveats = weighed.consideration.caveats
        refuse_without_word(caveats, order.word)
        if order.word is None or not any(caveat.needs_word for caveat in caveats):
            return None
        supervisor_of(books, order.word.supervisor_id)
        return order.word

    def _post_word(
        self, word: Word, order: PaymentOrder, shift: Shift, books: Books, now: datetime
    ) -> None:
        body = tell_word(word, shift, shift.day_at(now), str(order.group_id))
        told_by = self.telling.append(books, body, "")
        books.words.post(word, shift.shift_id, now, told_by)
        books.messages.close_entry(told_by)

    def _look_again(self, order: PaymentOrder, fault: Fault) -> Taken:
        """After an error at COMMIT: open the books again and look for the payment's id."""
        self.ledger.reopen()
        with self.ledger.open_books() as books:
            receipts = books.payments.group(order.group_id)
        if not receipts:
            raise fault
        return Taken(receipts, was_taken_before=False)


def _next_number(payments: PaymentBook, certificate: Certificate, day: date) -> ReceiptNo:
    year = BookYear.of(day)
    last = payments.last_receipt_no(certificate.receipt_series, year)
    return ReceiptNo(certificate.receipt_series, year, 1) if last is None else last.following


def _receipt_of(
    payment: Payment, weighed: Weighed, place: int, books: Books, certificate: Certificate
) -> Receipt:
    cashier = books.enrolment.cashier(payment.cashier_id)
    word, account = payment.word, weighed.accounts[place]
    supervisor = supervisor_of(books, word.supervisor_id) if word else None
    return Receipt(
        payment=payment,
        place=place_of(certificate),
        cashier_name_en=cashier.name_en if cashier else payment.cashier_id,
        cashier_name_hi=cashier.name_hi if cashier else "",
        bill=account.positions[-1].bill if account and account.positions else None,
        told_at=account.told_at if account else None,
        supervisor_name_en=supervisor.name_en if supervisor else "",
        supervisor_name_hi=supervisor.name_hi if supervisor else "",
        stamp=stamp_of(payment.amount, weighed.rules),
        part_order=part_order_of(payment, weighed.rules),
    )
