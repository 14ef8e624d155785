"""Payments. The only writer of payment, allocation, applied_rule, suspense, place and receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.wire.messages import microseconds
from local_db import paid, receipt_rows, receipt_shelf
from local_db.entry_book import post_entry
from local_db.receipt_facts import facts_text, noted_text, place_text
from local_db.receipt_link import link_of_receipt, numbers_of
from local_db.rows import (
    acknowledgement,
    allocation,
    applied_rule,
    payment,
    place,
    receipt,
    suspense,
)
from local_db.shift_link import SHIFT_LINK
from local_db.statements import NOUGHT, Statement
from local_db.tender_pen import TenderPen, used_by
from local_db.word_book import link_of as word_link_of

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from counter_app.domain.bill import PaidHere
    from counter_app.domain.identity import AccountNo, PaymentId
    from counter_app.domain.payment import Payment
    from counter_app.domain.receipt import CounterPlace, Receipt, ReceiptRow
    from counter_app.domain.tender import Instrument
    from counter_app.domain.unusual import PaidBefore
    from counter_app.use_cases.views import Exposure
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen
    from local_db.running import Running

_ADD_PAYMENT = Statement(
    insert(payment).values(shift_link=SHIFT_LINK),
    columns=payment.columns.keys(),
)
_ADD_ALLOCATION = Statement(insert(allocation))
_ADD_PLACE = Statement(insert(place))
_ADD_RECEIPT = Statement(insert(receipt))
_LINK_OF_ID = Statement(
    select(payment.c.link).where(payment.c.payment_id == bindparam("payment_id"))
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
_GROUP = Statement(
    select(payment.c.link).where(payment.c.group_link == bindparam("link")).order_by(payment.c.link)
)
_ADD_APPLIED = Statement(insert(applied_rule))
_ADD_SUSPENSE = Statement(insert(suspense))
_PLACE_NO = Statement(select(place.c.place_no).where(place.c.facts == bindparam("facts")))
_LAST_PLACE_NO = Statement(select(func.coalesce(func.max(place.c.place_no), NOUGHT)))


class LedgerPaymentBook:
    """Port ``PaymentBook``."""

    __slots__ = ("_entry", "_group_link", "_pen", "_running", "_tenders")

    def __init__(self, pen: Pen, entry: OpenEntry, running: Running) -> None:
        self._pen, self._entry, self._running = pen, entry, running
        self._group_link = 0
        self._tenders = TenderPen(pen)

    def find(self, payment_id: PaymentId) -> Receipt | None:
        """The receipt of this payment if it was taken."""
        row = self._pen.row(_LINK_OF_ID, payment_id=payment_id.bytes)
        return None if row is None else receipt_shelf.receipt_at(self._pen, row[0])

    def group(self, group_id: PaymentId) -> tuple[Receipt, ...]:
        """The receipts of one order in their order, by the id of the first; none if it was not taken."""
        row = self._pen.row(_LINK_OF_ID, payment_id=group_id.bytes)
        if row is None:
            return ()
        links = [link for (link,) in self._pen.rows(_GROUP, link=row[0])] or [row[0]]
        return tuple(receipt_shelf.receipt_at(self._pen, link) for link in links)

    def last_receipt_no(self, series: str, book_year: BookYear) -> ReceiptNo | None:
        """The highest number issued."""
        serial = self._pen.value(_LAST_SERIAL, series=series, book_year=book_year.first)
        return None if serial is None else ReceiptNo(series, book_year, serial)

    def instrument_used_by(self, tender: Instrument) -> tuple[bool, ReceiptNo] | None:
        """The receipt that holds this instrument; True when only the slip's TID, batch and invoice are the same."""
        return used_by(self._pen, tender)

    def paid_here(self, account_nos: tuple[AccountNo, ...]) -> tuple[PaidHere, ...]:
        """Every part of our payments that lessens the bills of an account, with the message that tells it."""
        return paid.paid_here(self._pen, account_nos)

    def paid_before(self, account_nos: frozenset[AccountNo], payer: str, day: date) -> PaidBefore:
        """What rules ask of these accounts and this payer on a day."""
        return paid.paid_before(self._pen, account_nos, payer, day)

    def exposure(self, shift_id: UUID) -> Exposure:
        """What is unsent, since when, and the cash of this shift's drawer; asked before anything is appended."""
        assert not self._entry.is_begun, "sums are of what is committed"
        return self._running.exposure(self._pen, shift_id)

    def post(self, receipt: Receipt, told_by: SealedMessage) -> None:
        """Write payment, tenders, allocations, entry and receipt. The message is appended already.

        Raises Refusal as ``domain.order_checks.instrument_used`` or ``slip_used``; BrokenRuleError for what
        the books do not take.
        """
        taken = receipt.payment
        link = self._entry.link_of(told_by)
        if taken.group.place == 1:
            self._group_link = link
            self._tenders.begin_group()
        self._post_payment(taken, link)
        self._tenders.post(taken, link)
        self._pen.write_many(
            _ADD_ALLOCATION,
            [
                {
                    "link": link,
                    "line": line,
                    "bill_no": part.bill_no or part.toward.value,
                    "amount_paise": part.amount.paise,
                    "toward": part.toward.value,
                }
                for line, part in enumerate(taken.allocations, start=1)
            ],
        )
        post_entry(self._pen, link, taken.entry)
        self._post_rules(taken, link)
        if taken.noted is not None:
            self._pen.write(_ADD_SUSPENSE, link=link, facts=noted_text(taken.noted))
        self._pen.write(
            _ADD_RECEIPT,
            link=link,
            place_no=self._place_no(receipt.place),
            facts=facts_text(receipt),
        )

    def receipt(self, receipt_no: ReceiptNo) -> Receipt | None:
        """One receipt as it was frozen."""
        link = link_of_receipt(self._pen, receipt_no)
        return None if link is None else receipt_shelf.receipt_at(self._pen, link)

    def is_acknowledged(self, receipt_no: ReceiptNo) -> bool:
        """Whether the centre has signed for this payment."""
        return self._pen.row(_ACKNOWLEDGED, **numbers_of(receipt_no)) is not None

    def rows_of(self, business_date: date) -> tuple[ReceiptRow, ...]:
        """The receipts of a day in number order."""
        return receipt_rows.rows_of(self._pen, business_date)

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
            purpose=taken.purpose.code,
            reference=taken.reference,
            group_link=self._group_link if taken.group.size > 1 else None,
            group_place=taken.group.place,
            group_size=taken.group.size,
            group_paise=taken.group.amount.paise if taken.group.size > 1 else None,
            word_link=word_link_of(self._pen, taken.word),
        )

    def _post_rules(self, taken: Payment, link: int) -> None:
        if taken.rules:
            self._pen.write_many(
                _ADD_APPLIED,
                [
                    {
                        "link": link,
                        "line": line,
                        "rule": str(ref.name),
                        "version": ref.version,
                        "valid_from": ref.valid_from.isoformat(),
                        "is_local": int(ref.is_local),
                    }
                    for line, ref in enumerate(taken.rules, start=1)
                ],
            )

    def _place_no(self, at: CounterPlace) -> int:
        facts = place_text(at)
        row = self._pen.row(_PLACE_NO, facts=facts)
        if row is not None:
            return int(row[0])
        place_no = int(self._pen.value(_LAST_PLACE_NO)) + 1
        self._pen.write(_ADD_PLACE, place_no=place_no, facts=facts)
        return place_no
