"""Payments, receipts and shifts in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.bill import PaidHere
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import ReceiptNo
from counter_app.domain.ledger import totals_by_kind
from counter_app.domain.receipt import ReceiptRow
from counter_app.domain.tender import CardTender
from tests.fakes.books_of_people import FakePrintBook

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from counter_app.domain.identity import AccountNo, BookYear, CashierId, PaymentId
    from counter_app.domain.ledger import Entry
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.shift import Shift
    from counter_app.domain.tender import CardSlip
    from counter_app.wire.messages import SealedMessage
    from tests.fakes.pages import Pages


@dataclass(frozen=True, slots=True)
class FakePaymentBook:
    """Payments with all that belongs to them."""

    pages: Callable[[], Pages]

    def find(self, payment_id: PaymentId) -> Receipt | None:
        receipts = self.pages().receipts.values()
        return next((one for one in receipts if one.payment.payment_id == payment_id), None)

    def last_receipt_no(self, series: str, book_year: BookYear) -> ReceiptNo | None:
        numbers = [one.payment.receipt_no for one in self.pages().receipts.values()]
        of_series = [one for one in numbers if (one.series, one.book_year) == (series, book_year)]
        return max(of_series, default=None)

    def slip_used_by(self, slip: CardSlip) -> tuple[str, ReceiptNo] | None:
        used = [
            (tender.slip, receipt.payment.receipt_no)
            for receipt in self.pages().receipts.values()
            for tender in receipt.payment.tenders
            if isinstance(tender, CardTender)
        ]
        for other, receipt_no in used:
            if other.rrn == slip.rrn:
                return ("rrn", receipt_no)
        for other, receipt_no in used:
            if (other.tid, other.batch, other.invoice) == (slip.tid, slip.batch, slip.invoice):
                return ("slip", receipt_no)
        return None

    def paid_here(self, account_no: AccountNo) -> tuple[PaidHere, ...]:
        pages = self.pages()
        return tuple(
            PaidHere(part.bill_no, told.epoch, told.sequence, part.amount)
            for link, receipt in pages.receipts.items()
            if receipt.payment.consumer.account_no == account_no
            for told in [pages.messages[link - 1].message]
            for part in receipt.payment.allocations
        )

    def post(self, receipt: Receipt, told_by: SealedMessage) -> None:
        pages, payment = self.pages(), receipt.payment
        link = pages.link_of(told_by)
        for tender in payment.tenders:
            if isinstance(tender, CardTender):
                self._refuse_used(tender.slip)
        last = self.last_receipt_no(payment.receipt_no.series, payment.receipt_no.book_year)
        first = ReceiptNo(payment.receipt_no.series, payment.receipt_no.book_year, 1)
        shifts = {shift.shift_id: shift for shift in pages.shifts.values()}
        shift = shifts.get(payment.shift_id)
        fits = (
            link not in pages.receipts
            and self.find(payment.payment_id) is None
            and payment.receipt_no == (last.following if last else first)
            and shift is not None
            and shift.cashier_id == payment.cashier_id
            and not pages.stops
        )
        if not fits:
            message = f"the books do not take {payment.receipt_no}"
            raise ValueError(message)
        pages.receipts[link] = receipt
        pages.entries[link] = payment.entry

    def receipt(self, receipt_no: ReceiptNo) -> Receipt | None:
        receipts = self.pages().receipts.values()
        return next((one for one in receipts if one.payment.receipt_no == receipt_no), None)

    def is_acknowledged(self, receipt_no: ReceiptNo) -> bool:
        pages = self.pages()
        return any(
            link <= pages.acknowledged_link
            for link, receipt in pages.receipts.items()
            if receipt.payment.receipt_no == receipt_no
        )

    def rows_of(self, business_date: date) -> tuple[ReceiptRow, ...]:
        of_day = [
            (link, receipt)
            for link, receipt in self.pages().receipts.items()
            if receipt.payment.business_date == business_date
        ]
        of_day.sort(key=lambda pair: pair[1].payment.receipt_no)
        return tuple(self._row(link, receipt) for link, receipt in of_day)

    def _refuse_used(self, slip: CardSlip) -> None:
        match self.slip_used_by(slip):
            case ("rrn", receipt_no):
                raise Refusal(RefusalCode.CARD_RRN_USED, rrn=slip.rrn, receipt_no=str(receipt_no))
            case (_, receipt_no):
                raise Refusal(
                    RefusalCode.CARD_SLIP_USED,
                    tid=slip.tid,
                    batch=slip.batch,
                    invoice=slip.invoice,
                    receipt_no=str(receipt_no),
                )
            case None:
                return

    def _row(self, link: int, receipt: Receipt) -> ReceiptRow:
        pages, payment = self.pages(), receipt.payment
        prints = FakePrintBook(self.pages)
        last = prints.last(payment.receipt_no)
        outcomes = pages.outcomes.get(last[0], ()) if last else ()
        fate = pages.fates.get(link)
        return ReceiptRow(
            receipt_no=str(payment.receipt_no),
            account_no=payment.consumer.account_no,
            consumer_name_en=payment.consumer.name_en,
            consumer_name_hi=payment.consumer.name_hi,
            taken_at=payment.taken_at,
            business_date=payment.business_date,
            cashier_id=payment.cashier_id,
            shift_no=payment.shift_no,
            amount_paise=payment.amount.paise,
            tender_paise=tuple(
                (kind, amount.paise)
                for kind, amount in sorted(totals_by_kind(payment.tenders).items())
            ),
            print_state=last[2] if last else None,
            print_reason=outcomes[-1].reason if outcomes else "",
            copies=prints.copies_out(payment.receipt_no),
            is_acknowledged=link <= pages.acknowledged_link,
            fate=fate.fate if fate else "",
        )


@dataclass(frozen=True, slots=True)
class FakeShiftBook:
    """Shifts and the entries of their floats."""

    pages: Callable[[], Pages]

    def open_shift_of(self, cashier_id: CashierId) -> Shift | None:
        shifts = [one for one in self.pages().shifts.values() if one.cashier_id == cashier_id]
        return shifts[-1] if shifts else None

    def last_shift_no(self) -> int:
        return max((shift.shift_no for shift in self.pages().shifts.values()), default=0)

    def post(self, shift: Shift, entry: Entry | None, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        fits = (
            link not in pages.shifts
            and shift.shift_no == self.last_shift_no() + 1
            and self.open_shift_of(shift.cashier_id) is None
            and (entry is not None) == bool(shift.opening_float)
        )
        if not fits:
            message = f"the books do not take shift {shift.shift_no}"
            raise ValueError(message)
        pages.shifts[link] = shift
        if entry is not None:
            pages.entries[link] = entry
