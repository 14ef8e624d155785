"""Payments undone at the counter. The only writer of reversal and tender_undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, insert, select

from counter_app.domain.identity import (
    AccountNo,
    BillNo,
    BookYear,
    CashierId,
    PaymentId,
    ReceiptNo,
)
from counter_app.domain.instrument import TakenBack
from counter_app.domain.money import Money
from counter_app.domain.payment import NO_BILL, Allocation, Toward
from counter_app.domain.reversal import (
    GoesWhere,
    PaperState,
    Reversal,
    ReversalWhy,
    TenderUndone,
)
from counter_app.domain.tender import TenderKind
from counter_app.wire.messages import microseconds
from local_db.approval_book import approval_at, link_of_approval
from local_db.custody_rows import handed_shift, reversal, tender_undone
from local_db.entry_book import entry_of, post_entry
from local_db.instrument_book import post_undone
from local_db.rows import payment, returned_part, shift
from local_db.shift_link import SHIFT_LINK
from local_db.statements import Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen, Row

_ADD = Statement(
    insert(reversal).values(shift_link=SHIFT_LINK),
    columns=[column.name for column in reversal.columns if column.name != "shift_link"],
)
_ADD_TENDER = Statement(insert(tender_undone))
_LINK_OF_PAYMENT = Statement(
    select(payment.c.link).where(payment.c.payment_id == bindparam("payment_id"))
)
_REVERSALS = (
    select(
        reversal.c.link,
        reversal.c.reversal_id,
        reversal.c.why,
        reversal.c.reason,
        reversal.c.paper,
        reversal.c.right_account,
        reversal.c.by_id,
        reversal.c.approval_link,
        reversal.c.business_date,
        reversal.c.at_us,
        shift.c.shift_id,
        payment.c.payment_id,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.account_no,
        payment.c.amount_paise,
    )
    .select_from(reversal)
    .join(payment, payment.c.link == reversal.c.payment_link)
    .outerjoin(shift, shift.c.link == reversal.c.shift_link)
)
_BY_ID = Statement(_REVERSALS.where(reversal.c.reversal_id == bindparam("reversal_id")))
_OF_PAYMENT = Statement(_REVERSALS.where(payment.c.payment_id == bindparam("payment_id")))
_ON_DAYS = Statement(
    _REVERSALS.where(
        reversal.c.business_date >= bindparam("first_day"),
        reversal.c.business_date <= bindparam("last_day"),
    ).order_by(reversal.c.link)
)
_PARTS = Statement(
    select(returned_part.c.bill_no, returned_part.c.toward, returned_part.c.amount_paise)
    .where(returned_part.c.link == bindparam("link"))
    .order_by(returned_part.c.line)
)
_TENDERS = Statement(
    select(
        tender_undone.c.kind,
        tender_undone.c.amount_paise,
        tender_undone.c.goes,
        tender_undone.c.identity,
        tender_undone.c.reference,
    )
    .where(tender_undone.c.link == bindparam("link"))
    .order_by(tender_undone.c.line)
)
_RETURNED = Statement(
    select(returned_part.c.link)
    .select_from(returned_part)
    .join(payment, payment.c.link == returned_part.c.payment_link)
    .outerjoin(reversal, reversal.c.link == returned_part.c.link)
    .where(payment.c.payment_id == bindparam("payment_id"), reversal.c.link.is_(None))
)
_HANDED = Statement(
    select(handed_shift.c.link)
    .select_from(payment)
    .join(handed_shift, handed_shift.c.shift_link == payment.c.shift_link)
    .where(payment.c.payment_id == bindparam("payment_id"))
)


class LedgerReversalBook:
    """Port ``ReversalBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def find(self, reversal_id: UUID) -> Reversal | None:
        """The reversal of this id, if it was made."""
        row = self._pen.row(_BY_ID, reversal_id=reversal_id.bytes)
        return None if row is None else self._reversal(row)

    def of_payment(self, payment_id: PaymentId) -> Reversal | None:
        """The reversal of this payment, None while it stands."""
        row = self._pen.row(_OF_PAYMENT, payment_id=payment_id.bytes)
        return None if row is None else self._reversal(row)

    def on_days(self, first: date, last: date) -> tuple[Reversal, ...]:
        """Those made on these business dates, in the order they were made."""
        rows = self._pen.rows(_ON_DAYS, first_day=first.isoformat(), last_day=last.isoformat())
        return tuple(map(self._reversal, rows))

    def is_bounced(self, payment_id: PaymentId) -> bool:
        """Whether a returned instrument undid this payment, or a part of it, or what its reversal held."""
        return self._pen.row(_RETURNED, payment_id=payment_id.bytes) is not None

    def is_handed(self, payment_id: PaymentId) -> bool:
        """Whether the takings of its shift were handed over."""
        return self._pen.row(_HANDED, payment_id=payment_id.bytes) is not None

    def post(self, made: Reversal, told_by: SealedMessage) -> None:
        """Write a reversal, what it undoes, where each tender goes, and its entry.

        Raises BrokenRuleError for a payment that was undone before, and for a shift that is closed.
        """
        link = self._entry.link_of(told_by)
        payment_link = int(self._pen.value(_LINK_OF_PAYMENT, payment_id=made.payment_id.bytes))
        self._pen.write(
            _ADD,
            link=link,
            reversal_id=made.reversal_id.bytes,
            payment_link=payment_link,
            shift_id=None if made.shift_id is None else made.shift_id.bytes,
            why=made.why.value,
            reason=made.reason,
            paper=made.paper.value,
            right_account=made.right_account,
            by_id=made.by,
            approval_link=link_of_approval(self._pen, made.approval),
            business_date=made.business_date.isoformat(),
            at_us=microseconds(made.at),
        )
        self._pen.write_many(
            _ADD_TENDER,
            [
                {
                    "link": link,
                    "line": line,
                    "kind": one.kind.value,
                    "amount_paise": one.amount.paise,
                    "goes": one.where.value,
                    "identity": one.identity,
                    "reference": one.reference,
                }
                for line, one in enumerate(made.tenders, start=1)
            ],
        )
        post_undone(self._pen, link, [(payment_link, one) for one in made.undone.allocations])
        post_entry(self._pen, link, made.entry)

    def _reversal(self, row: Row) -> Reversal:
        link, reversal_id, why, reason, paper, right_account, by_id, approval_link = row[:8]
        day, at_us, shift_id, payment_id, series, year, serial, account_no, paise = row[8:]
        given = approval_at(self._pen, approval_link)
        assert given is not None, link
        number, amount = ReceiptNo(series, BookYear(year), serial), Money(paise)
        taken = PaymentId(UUID(bytes=payment_id))
        return Reversal(
            reversal_id=UUID(bytes=reversal_id),
            payment_id=taken,
            receipt_no=number,
            account_no=AccountNo(account_no),
            amount=amount,
            undone=TakenBack(taken, number, AccountNo(account_no), amount, self._parts(link)),
            tenders=tuple(
                TenderUndone(TenderKind(kind), Money(sum_), GoesWhere(goes), identity, reference)
                for kind, sum_, goes, identity, reference in self._pen.rows(_TENDERS, link=link)
            ),
            entry=entry_of(self._pen, link),
            why=ReversalWhy(why),
            reason=reason,
            paper=PaperState(paper),
            right_account=right_account,
            by=CashierId(by_id),
            approval=given,
            shift_id=None if shift_id is None else UUID(bytes=shift_id),
            business_date=date.fromisoformat(day),
            at=moment_of(at_us),
        )

    def _parts(self, link: int) -> tuple[Allocation, ...]:
        return tuple(
            Allocation(
                BillNo(bill_no) if toward == Toward.BILL else NO_BILL, Money(paise), Toward(toward)
            )
            for bill_no, toward, paise in self._pen.rows(_PARTS, link=link)
        )
