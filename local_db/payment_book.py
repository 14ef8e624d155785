"""Payments. The only writer of payment, tender, card_slip, allocation, place and receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.bill import PaidHere
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import BillNo, BookYear, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.tender import CardTender, CashTender, kind_of
from counter_app.wire.messages import microseconds
from local_db import receipt_shelf
from local_db.entry_book import post_entry
from local_db.faults import BrokenRuleError
from local_db.receipt_facts import facts_text, place_text
from local_db.rows import (
    acknowledgement,
    allocation,
    card_slip,
    message,
    payment,
    place,
    receipt,
    shift,
    tender,
)
from local_db.statements import NOUGHT, Statement

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.identity import AccountNo, PaymentId
    from counter_app.domain.payment import Payment
    from counter_app.domain.receipt import CounterPlace, Receipt, ReceiptRow
    from counter_app.domain.tender import CardSlip
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen

_ADD_PAYMENT = Statement(
    insert(payment).values(
        shift_link=select(shift.c.link)
        .where(shift.c.shift_id == bindparam("shift_id"))
        .scalar_subquery()
    ),
    columns=payment.columns.keys(),
)
_ADD_TENDER = Statement(insert(tender))
_ADD_SLIP = Statement(insert(card_slip))
_ADD_ALLOCATION = Statement(insert(allocation))
_ADD_PLACE = Statement(insert(place))
_ADD_RECEIPT = Statement(insert(receipt))
_LINK_OF_ID = Statement(
    select(payment.c.link).where(payment.c.payment_id == bindparam("payment_id"))
)
_LINK_OF_RECEIPT = Statement(
    select(payment.c.link).where(
        payment.c.series == bindparam("series"),
        payment.c.book_year == bindparam("book_year"),
        payment.c.serial == bindparam("serial"),
    )
)
_ACKNOWLEDGED = Statement(
    select(payment.c.link).where(
        payment.c.series == bindparam("series"),
        payment.c.book_year == bindparam("book_year"),
        payment.c.serial == bindparam("serial"),
        payment.c.link <= select(func.max(acknowledgement.c.link)).scalar_subquery(),
    )
)
_LAST_SERIAL = Statement(
    select(func.max(payment.c.serial)).where(
        payment.c.series == bindparam("series"), payment.c.book_year == bindparam("book_year")
    )
)
_NUMBERED_SLIP = select(payment.c.series, payment.c.book_year, payment.c.serial).join(
    card_slip, card_slip.c.link == payment.c.link
)
_RRN_USED = Statement(_NUMBERED_SLIP.where(card_slip.c.rrn == bindparam("rrn")))
_SLIP_USED = Statement(
    _NUMBERED_SLIP.where(
        card_slip.c.tid == bindparam("tid"),
        card_slip.c.batch == bindparam("batch"),
        card_slip.c.invoice == bindparam("invoice"),
    )
)
_PAID_HERE = Statement(
    select(allocation.c.bill_no, message.c.epoch, message.c.sequence, allocation.c.amount_paise)
    .select_from(payment)
    .join(message, message.c.link == payment.c.link)
    .join(allocation, allocation.c.link == payment.c.link)
    .where(payment.c.account_no == bindparam("account_no"))
    .order_by(allocation.c.link, allocation.c.line)
)
_PLACE_NO = Statement(select(place.c.place_no).where(place.c.facts == bindparam("facts")))
_LAST_PLACE_NO = Statement(select(func.coalesce(func.max(place.c.place_no), NOUGHT)))


class LedgerPaymentBook:
    """Port ``PaymentBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def find(self, payment_id: PaymentId) -> Receipt | None:
        """The receipt of this payment if it was taken."""
        row = self._pen.row(_LINK_OF_ID, payment_id=payment_id.bytes)
        return None if row is None else receipt_shelf.receipt_at(self._pen, row[0])

    def last_receipt_no(self, series: str, book_year: BookYear) -> ReceiptNo | None:
        """The highest number issued."""
        serial = self._pen.value(_LAST_SERIAL, series=series, book_year=book_year.first)
        return None if serial is None else ReceiptNo(series, book_year, serial)

    def slip_used_by(self, slip: CardSlip) -> tuple[str, ReceiptNo] | None:
        """The receipt that used this RRN (``rrn``) or this TID, batch and invoice (``slip``)."""
        if row := self._pen.row(_RRN_USED, rrn=slip.rrn):
            return ("rrn", ReceiptNo(row[0], BookYear(row[1]), row[2]))
        if row := self._pen.row(_SLIP_USED, tid=slip.tid, batch=slip.batch, invoice=slip.invoice):
            return ("slip", ReceiptNo(row[0], BookYear(row[1]), row[2]))
        return None

    def paid_here(self, account_no: AccountNo) -> tuple[PaidHere, ...]:
        """Every part of our payments to this account, with the message that tells it."""
        return tuple(
            PaidHere(BillNo(bill_no), epoch, sequence, Money(paise))
            for bill_no, epoch, sequence, paise in self._pen.rows(_PAID_HERE, account_no=account_no)
        )

    def post(self, receipt: Receipt, told_by: SealedMessage) -> None:
        """Write payment, tenders, allocations, entry and receipt. The message is appended already.

        Raises Refusal CARD_RRN_USED or CARD_SLIP_USED; BrokenRuleError for what the books do not take.
        """
        taken = receipt.payment
        link = self._entry.link_of(told_by)
        self._post_payment(taken, link)
        self._post_tenders(taken, link)
        self._pen.write_many(
            _ADD_ALLOCATION,
            [
                {
                    "link": link,
                    "line": line,
                    "bill_no": part.bill_no,
                    "amount_paise": part.amount.paise,
                }
                for line, part in enumerate(taken.allocations, start=1)
            ],
        )
        post_entry(self._pen, link, taken.entry)
        self._pen.write(
            _ADD_RECEIPT,
            link=link,
            place_no=self._place_no(receipt.place),
            facts=facts_text(receipt),
        )

    def receipt(self, receipt_no: ReceiptNo) -> Receipt | None:
        """One receipt as it was frozen."""
        row = self._pen.row(
            _LINK_OF_RECEIPT,
            series=receipt_no.series,
            book_year=receipt_no.book_year.first,
            serial=receipt_no.serial,
        )
        return None if row is None else receipt_shelf.receipt_at(self._pen, row[0])

    def is_acknowledged(self, receipt_no: ReceiptNo) -> bool:
        """Whether the centre has signed for this payment."""
        row = self._pen.row(
            _ACKNOWLEDGED,
            series=receipt_no.series,
            book_year=receipt_no.book_year.first,
            serial=receipt_no.serial,
        )
        return row is not None

    def rows_of(self, business_date: date) -> tuple[ReceiptRow, ...]:
        """The receipts of a day in number order."""
        return receipt_shelf.rows_of(self._pen, business_date)

    def _post_payment(self, taken: Payment, link: int) -> None:
        self._pen.write(
            _ADD_PAYMENT,
            link=link,
            payment_id=taken.payment_id.bytes,
            series=taken.receipt_no.series,
            book_year=taken.receipt_no.book_year.first,
            serial=taken.receipt_no.serial,
            account_no=taken.consumer.account_no,
            amount_paise=taken.amount.paise,
            settlement=taken.settlement.value,
            outstanding_before_paise=taken.outstanding_before.paise,
            balance_paise=taken.balance.paise,
            payer=taken.payer,
            cashier_id=taken.cashier_id,
            shift_id=taken.shift_id.bytes,
            taken_at_us=microseconds(taken.taken_at),
            business_date=taken.business_date.isoformat(),
            snapshot_version=taken.snapshot_version,
        )

    def _post_tenders(self, taken: Payment, link: int) -> None:
        for line, part in enumerate(taken.tenders, start=1):
            given = part.given.paise if isinstance(part, CashTender) else None
            self._pen.write(
                _ADD_TENDER,
                link=link,
                line=line,
                kind=kind_of(part).value,
                amount_paise=part.amount.paise,
                given_paise=given,
            )
            if isinstance(part, CardTender):
                self._post_slip(part.slip, link, line)

    def _post_slip(self, slip: CardSlip, link: int, line: int) -> None:
        try:
            self._pen.write(
                _ADD_SLIP,
                link=link,
                line=line,
                network=slip.network.value,
                last4=slip.last4,
                rrn=slip.rrn,
                approval_code=slip.approval_code,
                tid=slip.tid,
                mid=slip.mid,
                batch=slip.batch,
                invoice=slip.invoice,
            )
        except BrokenRuleError as error:
            raise _refusal_of(slip, self.slip_used_by(slip)) or error from error

    def _place_no(self, at: CounterPlace) -> int:
        facts = place_text(at)
        row = self._pen.row(_PLACE_NO, facts=facts)
        if row is not None:
            return int(row[0])
        place_no = int(self._pen.value(_LAST_PLACE_NO)) + 1
        self._pen.write(_ADD_PLACE, place_no=place_no, facts=facts)
        return place_no


def _refusal_of(slip: CardSlip, used: tuple[str, ReceiptNo] | None) -> Refusal | None:
    match used:
        case ("rrn", receipt_no):
            return Refusal(RefusalCode.CARD_RRN_USED, rrn=slip.rrn, receipt_no=str(receipt_no))
        case (_, receipt_no):
            return Refusal(
                RefusalCode.CARD_SLIP_USED,
                tid=slip.tid,
                batch=slip.batch,
                invoice=slip.invoice,
                receipt_no=str(receipt_no),
            )
        case _:
            return None
