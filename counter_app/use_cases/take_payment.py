"""Take a payment: the moment of truth (design, section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.payment import Payment, accept
from counter_app.domain.receipt import Receipt
from counter_app.domain.tender import CardTender
from counter_app.use_cases.open_account import account_now
from counter_app.use_cases.place import place_of
from counter_app.use_cases.telling import certificate_of, refuse_if_stopped
from counter_app.use_cases.views import Taken
from counter_app.wire.messages import tell_payment

if TYPE_CHECKING:
    from datetime import date, datetime

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.payment import Acceptance, PaymentOrder
    from counter_app.domain.shift import Shift
    from counter_app.domain.tender import CardSlip, Tender
    from counter_app.use_cases.book_ports import Books, Ledger, PaymentBook
    from counter_app.use_cases.ports import BillsAsTold
    from counter_app.use_cases.telling import Telling
    from counter_app.wire.exchange import Certificate


@dataclass(frozen=True, slots=True)
class TakePayment:
    """The verb."""

    ledger: Ledger
    bills: BillsAsTold
    telling: Telling

    def __call__(self, order: PaymentOrder) -> Taken:
        """Commit the payment once, whatever is clicked twice; answer with its receipt.

        Raises Refusal for all that the domain or the books decline (nothing is written, no receipt number
        is burnt), Fault COMMIT_UNKNOWN only when the disk failed and even a second look could not tell.
        """
        try:
            return self._take(order)
        except Fault as fault:
            if fault.code is not FaultCode.COMMIT_UNKNOWN:
                raise
            return self._look_again(order, fault)

    def _take(self, order: PaymentOrder) -> Taken:
        with self.ledger.open_books() as books:
            before = books.payments.find(order.payment_id)
            if before is not None:
                return Taken(before, was_taken_before=True)
            refuse_if_stopped(books)
            certificate = certificate_of(books)
            shift = books.shifts.open_shift_of(order.cashier_id)
            if shift is None:
                raise Refusal(RefusalCode.SHIFT_NOT_OPEN)
            _refuse_used_slips(books.payments, order.tenders)
            account = account_now(self.bills, books, order.account_no)
            taken_at = self.telling.clock.now()
            acceptance = accept(order, account, taken_at.date())
            number = _next_number(books.payments, certificate, taken_at.date())
            payment = _payment_of(order, account, acceptance, shift, number, taken_at)
            receipt = _receipt_of(payment, account, books, certificate)
            told_by = self.telling.append(books, tell_payment(payment), account.snapshot_version)
            books.payments.post(receipt, told_by)
            books.messages.close_entry(told_by)
            books.commit()
            return Taken(receipt, was_taken_before=False)

    def _look_again(self, order: PaymentOrder, fault: Fault) -> Taken:
        """After an error at COMMIT: open the books again and look for the payment's id."""
        self.ledger.reopen()
        with self.ledger.open_books() as books:
            receipt = books.payments.find(order.payment_id)
        if receipt is None:
            raise fault
        return Taken(receipt, was_taken_before=False)


def _refuse_used_slips(payments: PaymentBook, tenders: tuple[Tender, ...]) -> None:
    """Neither in the books nor twice in this order, which has no receipt number yet."""
    seen: list[CardSlip] = []
    for slip in (tender.slip for tender in tenders if isinstance(tender, CardTender)):
        used = payments.slip_used_by(slip)
        if used is not None:
            raise _slip_used(slip, used[0], str(used[1]))
        for other in seen:
            if other.rrn == slip.rrn:
                raise _slip_used(slip, "rrn", "")
            if (other.tid, other.batch, other.invoice) == (slip.tid, slip.batch, slip.invoice):
                raise _slip_used(slip, "slip", "")
        seen.append(slip)


def _slip_used(slip: CardSlip, what: str, receipt_no: str) -> Refusal:
    if what == "rrn":
        return Refusal(RefusalCode.CARD_RRN_USED, rrn=slip.rrn, receipt_no=receipt_no)
    return Refusal(
        RefusalCode.CARD_SLIP_USED,
        tid=slip.tid,
        batch=slip.batch,
        invoice=slip.invoice,
        receipt_no=receipt_no,
    )


def _next_number(payments: PaymentBook, certificate: Certificate, day: date) -> ReceiptNo:
    year = BookYear.of(day)
    last = payments.last_receipt_no(certificate.receipt_series, year)
    return ReceiptNo(certificate.receipt_series, year, 1) if last is None else last.following


def _payment_of(
    order: PaymentOrder,
    account: ConsumerAccount,
    acceptance: Acceptance,
    shift: Shift,
    number: ReceiptNo,
    taken_at: datetime,
) -> Payment:
    return Payment(
        payment_id=order.payment_id,
        receipt_no=number,
        consumer=account.consumer,
        amount=order.amount,
        tenders=order.tenders,
        settlement=acceptance.settlement,
        allocations=acceptance.allocations,
        entry=acceptance.entry,
        outstanding_before=acceptance.outstanding_before,
        balance=acceptance.balance,
        payer=order.payer,
        cashier_id=order.cashier_id,
        shift_id=shift.shift_id,
        shift_no=shift.shift_no,
        taken_at=taken_at,
        business_date=taken_at.date(),
        snapshot_version=account.snapshot_version,
    )


def _receipt_of(
    payment: Payment, account: ConsumerAccount, books: Books, certificate: Certificate
) -> Receipt:
    cashier = books.enrolment.cashier(payment.cashier_id)
    return Receipt(
        payment=payment,
        place=place_of(certificate),
        cashier_name_en=cashier.name_en if cashier else payment.cashier_id,
        cashier_name_hi=cashier.name_hi if cashier else "",
        bill=account.positions[-1].bill,
        told_at=account.told_at,
    )
