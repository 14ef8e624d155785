"""Payments, receipts and shifts in memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.bill import PaidHere
from counter_app.domain.identity import ReceiptNo
from counter_app.domain.ledger import totals_by_kind
from counter_app.domain.money import Money
from counter_app.domain.order_checks import instrument_used, slip_used
from counter_app.domain.payment import Settlement, Toward
from counter_app.domain.receipt import ReceiptRow
from counter_app.domain.reversal_rules import cash_back_of
from counter_app.domain.tender import CardTender, CashTender, identity_of
from counter_app.domain.unusual import PaidBefore, payer_key
from counter_app.use_cases.views import Exposure
from counter_app.wire.check_code import check_code
from tests.fakes.books_of_people import FakePrintBook
from tests.fakes.books_of_results import FakeResultBook
from tests.fakes.drawers import drawer_of
from tests.fakes.pages import moment_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from counter_app.domain.identity import AccountNo, BookYear, CashierId, PaymentId
    from counter_app.domain.ledger import Entry
    from counter_app.domain.payment import Group, Payment
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.shift import Shift
    from counter_app.domain.tender import Instrument
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

    def instrument_used_by(self, tender: Instrument) -> tuple[bool, ReceiptNo] | None:
        used = [
            (other, receipt.payment.receipt_no)
            for receipt in self.pages().receipts.values()
            for other in receipt.payment.tenders
            if not isinstance(other, CashTender)
        ]
        for other, receipt_no in used:
            if identity_of(other) == identity_of(tender):
                return (False, receipt_no)
        for other, receipt_no in used:
            if isinstance(other, CardTender) and isinstance(tender, CardTender):
                ours, theirs = tender.slip, other.slip
                if (ours.tid, ours.batch, ours.invoice) == (
                    theirs.tid,
                    theirs.batch,
                    theirs.invoice,
                ):
                    return (True, receipt_no)
        return None

    def group(self, group_id: PaymentId) -> tuple[Receipt, ...]:
        receipts = self.pages().receipts.values()
        return tuple(one for one in receipts if one.payment.group.group_id == group_id)

    def paid_here(self, account_nos: tuple[AccountNo, ...]) -> tuple[PaidHere, ...]:
        return tuple(
            part for number in account_nos if number for part in self._paid(number, account_nos)
        )

    def _paid(self, account_no: AccountNo, account_nos: tuple[AccountNo, ...]) -> list[PaidHere]:
        pages = self.pages()
        link_of = {
            receipt.payment.payment_id: link
            for link, receipt in pages.receipts.items()
            if receipt.payment.consumer.account_no == account_no
        }
        taken = [(link, pages.receipts[link].payment.allocations, 0) for link in link_of.values()]
        reversed_ids = {one.payment_id for one in pages.reversals.values()}
        parts = [
            (link, part)
            for link, one in pages.returns.items()
            for part in one.parts
            if part.payment_id not in reversed_ids
        ]
        parts += [(link, one.undone) for link, one in pages.reversals.items()]
        undone = [
            (link, part.allocations, link_of[part.payment_id])
            for link, part in parts
            if part.payment_id in link_of and not self._went_elsewhere(part.receipt_no, account_nos)
        ]
        return [
            PaidHere(
                part.bill_no,
                *self._told_at(link),
                -part.amount if undoes else part.amount,
                undoes=self._told_at(undoes) if undoes else None,
            )
            for link, allocations, undoes in sorted(taken + undone, key=lambda one: one[0])
            for part in allocations
            if part.toward is not Toward.HEAD
        ]

    def _went_elsewhere(self, receipt_no: ReceiptNo, account_nos: tuple[AccountNo, ...]) -> bool:
        told = FakeResultBook(self.pages).matched(receipt_no)
        return told is not None and told.account_no not in account_nos

    def _told_at(self, link: int) -> tuple[int, int]:
        told = self.pages().messages[link - 1].message
        return told.epoch, told.sequence

    def paid_before(self, account_nos: frozenset[AccountNo], payer: str, day: date) -> PaidBefore:
        payments = [receipt.payment for receipt in self.pages().receipts.values()]
        ours = [one for one in payments if one.consumer.account_no in account_nos]
        today = [one for one in ours if one.business_date == day]
        returned = {part.payment_id for one in self.pages().returns.values() for part in one.parts}
        reversals = {one.payment_id: one for one in self.pages().reversals.values()}
        parts = Counter(
            one.consumer.account_no
            for one in ours
            if one.settlement is Settlement.PART
            and one.payment_id not in {*returned, *reversals}
            and (one.business_date.year, one.business_date.month) == (day.year, day.month)
        )
        cash: dict[AccountNo, Money] = {}
        for one in today:
            account_no = one.consumer.account_no
            cash[account_no] = cash.get(account_no, Money(0)) + self._cash_kept(one)
        by_payer = {
            one.payment_id: self._cash_kept(one)
            for one in payments
            if one.business_date == day
            and (one in today or (payer_key(payer) and payer_key(one.payer) == payer_key(payer)))
        }
        return PaidBefore(
            cash=cash,
            amounts=frozenset(
                (one.consumer.account_no, one.amount)
                for one in today
                if one.payment_id not in reversals
            ),
            part_payments=dict(parts),
            payer_cash=Money.total(by_payer.values()),
        )

    def _cash_kept(self, payment: Payment) -> Money:
        reversals = self.pages().reversals.values()
        back = next((one for one in reversals if one.payment_id == payment.payment_id), None)
        return _cash_in(payment) - (cash_back_of(back.tenders) if back else Money(0))

    def exposure(self, shift_id: UUID) -> Exposure:
        pages = self.pages()
        unsent = pages.messages[pages.acknowledged_link :]
        return Exposure(
            unsent=Money.total(
                one.payment.amount
                for link, one in pages.receipts.items()
                if link > pages.acknowledged_link
            ),
            oldest_unsent_at=moment_of(unsent[0].message.clock.utc_us) if unsent else None,
            drawer=drawer_of(pages, shift_id),
        )

    def post(self, receipt: Receipt, told_by: SealedMessage) -> None:
        pages, payment = self.pages(), receipt.payment
        link = pages.link_of(told_by)
        for tender in payment.tenders:
            if not isinstance(tender, CashTender):
                self._refuse_used(tender, payment)
        last = self.last_receipt_no(payment.receipt_no.series, payment.receipt_no.book_year)
        first = ReceiptNo(payment.receipt_no.series, payment.receipt_no.book_year, 1)
        shifts = {shift.shift_id: shift for shift in pages.shifts.values()}
        shift = shifts.get(payment.shift_id)
        fits = (
            link not in pages.receipts
            and self.find(payment.payment_id) is None
            and payment.receipt_no == (last.following if last else first)
            and _follows(pages.receipts.get(link - 1), payment.group)
            and shift is not None
            and shift.cashier_id == payment.cashier_id
            and all(one.shift_id != shift.shift_id for one in pages.closes.values())
            and not pages.stops
        )
        if not fits:
            message = f"the books do not take {payment.receipt_no}"
            raise ValueError(message)
        pages.receipts[link] = replace(receipt, check_code=check_code(told_by.hash))
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

    def _refuse_used(self, tender: Instrument, payment: Payment) -> None:
        used = self.instrument_used_by(tender)
        if used is None:
            return
        is_slip, receipt_no = used
        holder = self.receipt(receipt_no)
        assert holder is not None
        if holder.payment.group.group_id == payment.group.group_id:
            return
        if is_slip and isinstance(tender, CardTender):
            raise slip_used(tender, str(receipt_no))
        raise instrument_used(tender, str(receipt_no))

    def _row(self, link: int, receipt: Receipt) -> ReceiptRow:
        pages, payment = self.pages(), receipt.payment
        prints = FakePrintBook(self.pages)
        last = prints.last(payment.receipt_no)
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
            print_state=last.state if last else None,
            print_reason=last.reason if last else "",
            copies=prints.copies_out(payment.receipt_no),
            is_acknowledged=link <= pages.acknowledged_link,
            fate=fate.fate if fate else "",
            purpose=payment.purpose.code,
            purpose_name_en=payment.purpose.name_en,
            purpose_name_hi=payment.purpose.name_hi,
            settlement=payment.settlement,
            advance_paise=payment.advance.paise,
            stamp=receipt.stamp.how if receipt.stamp else "",
            reversed_on=next(
                (
                    one.business_date
                    for one in pages.reversals.values()
                    if one.payment_id == payment.payment_id
                ),
                None,
            ),
        )


def _follows(before: Receipt | None, group: Group) -> bool:
    """The payments of an order stand one after another."""
    if group.place == 1:
        return True
    expected = replace(group, place=group.place - 1)
    return before is not None and before.payment.group == expected


def _cash_in(payment: Payment) -> Money:
    return Money.total(one.amount for one in payment.tenders if isinstance(one, CashTender))


@dataclass(frozen=True, slots=True)
class FakeShiftBook:
    """Shifts and the entries of their floats."""

    pages: Callable[[], Pages]

    def open_shift_of(self, cashier_id: CashierId) -> Shift | None:
        shifts = [one for one in self.open_shifts() if one.cashier_id == cashier_id]
        return shifts[-1] if shifts else None

    def open_shifts(self) -> tuple[Shift, ...]:
        pages = self.pages()
        closed = {one.shift_id for one in pages.closes.values()}
        return tuple(one for one in pages.shifts.values() if one.shift_id not in closed)

    def find(self, shift_id: UUID) -> Shift | None:
        shifts = self.pages().shifts.values()
        return next((one for one in shifts if one.shift_id == shift_id), None)

    def last_shift_no(self) -> int:
        return max((shift.shift_no for shift in self.pages().shifts.values()), default=0)

    def post(self, shift: Shift, entry: Entry | None, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        fits = (
            link not in pages.shifts
            and shift.shift_no == self.last_shift_no() + 1
            and self.open_shift_of(shift.cashier_id) is None
            and all(one.drawer_no != shift.drawer_no for one in self.open_shifts())
            and self._may_take_over(shift.taken_over_from)
            and (entry is not None) == bool(shift.opening_float)
        )
        if not fits:
            message = f"the books do not take shift {shift.shift_no}"
            raise ValueError(message)
        pages.shifts[link] = shift
        if entry is not None:
            pages.entries[link] = entry

    def _may_take_over(self, shift_id: UUID | None) -> bool:
        pages = self.pages()
        if shift_id is None:
            return True
        is_closed = any(one.shift_id == shift_id for one in pages.closes.values())
        return is_closed and all(one.taken_over_from != shift_id for one in pages.shifts.values())
