"""Reverse a payment: a new entry that undoes it, with a reason, a second person, and what became of the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode, refuse_without_approval
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_move import refuse_above_drawer
from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Fault, FaultCode, Refusal
from counter_app.domain.instrument import InstrumentStep
from counter_app.domain.people import Act, refuse_not_allowed
from counter_app.domain.reversal import GoesWhere, Reversal
from counter_app.domain.reversal_rules import (
    Ground,
    cash_back_of,
    refuse_undone,
    reversal_entry,
    right_account_typed,
    tenders_undone,
    undone_of,
    ways_of,
)
from counter_app.domain.tender import CardTender, CashTender, identity_of
from counter_app.use_cases.approving import keep_approval
from counter_app.use_cases.print_receipt import receipt_of
from counter_app.use_cases.shifts_at_hand import open_shift_of
from counter_app.use_cases.telling import refuse_if_stopped
from counter_app.use_cases.views import ReversalWeighed
from counter_app.wire.tell_reversal import tell_reversal

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.payment import Payment
    from counter_app.domain.reversal import ReversalOrder, TenderUndone
    from counter_app.domain.shift import Shift
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.telling import Telling
    from counter_app.wire.messages import SealedMessage


@dataclass(frozen=True, slots=True)
class WeighReversal:
    """The verb: what a reversal of this receipt may do, or why there is none; nothing is written."""

    ledger: Ledger
    clock: Clock

    def __call__(self, receipt_no: ReceiptNo) -> ReversalWeighed:
        """The ways of each tender, and what is in the way of all. Raises Refusal RECEIPT_UNKNOWN."""
        with self.ledger.open_books() as books:
            receipt = receipt_of(books, receipt_no)
            ground = _ground_of(books, receipt.payment)
            made = books.reversals.of_payment(receipt.payment.payment_id)
            copies = books.prints.copies_out(receipt_no)
        refusal = None
        try:
            refuse_undone(ground)
        except Refusal as said:
            refusal = said
        ways = ways_of(ground, self.clock.now().date())
        return ReversalWeighed(receipt, ways, refusal, made, is_paper_out=copies > 0)


@dataclass(frozen=True, slots=True)
class ReversePayment:
    """The verb."""

    ledger: Ledger
    telling: Telling

    def __call__(self, order: ReversalOrder) -> Reversal:
        """Undo the payment once, whatever is clicked twice; then the drawer may give back what it says.

        Cash comes out of the drawer of whoever gives it back: the open shift of ``order.by``, whoever took it.
        Raises Refusal RECEIPT_UNKNOWN, COUNTER_STOPPED, NOT_ALLOWED, REASON_MISSING, REASON_TOO_LONG,
        CARD_NUMBER_IN_TEXT, APPROVAL_NEEDED, APPROVAL_NOT_OF_THIS, WORD_FROM_ONESELF, SHIFT_NOT_OPEN, SHIFT_SUSPENDED,
        ABOVE_DRAWER, and what ``domain.reversal_rules`` refuses; Fault COMMIT_UNKNOWN when even a second look could
        not tell.
        """
        try:
            return self._reverse(order)
        except Fault as fault:
            if fault.code is not FaultCode.COMMIT_UNKNOWN:
                raise
            return self._look_again(order, fault)

    def _reverse(self, order: ReversalOrder) -> Reversal:
        with self.ledger.open_books() as books:
            before = books.reversals.find(order.reversal_id)
            if before is not None:
                return before
            refuse_if_stopped(books)
            refuse_not_allowed(books.enrolment.cashier(order.by), Act.TAKE_MONEY, order.by)
            payment = receipt_of(books, order.receipt_no).payment
            ground = _ground_of(books, payment)
            refuse_undone(ground)
            day = self.telling.clock.now().date()
            tenders = tenders_undone(ground, order.goes, day)
            shift = _shift_that_pays(books, order, tenders)
            made = self._made(order, payment, tenders, shift, _approval(order, payment))
            keep_approval(
                books, self.telling, made.approval, made.shift_id, made.business_date, made.at
            )
            told_by = self.telling.append(books, tell_reversal(made), "")
            books.reversals.post(made, told_by)
            _give_back(books, made, told_by)
            books.messages.close_entry(told_by)
            books.commit()
            return made

    def _made(
        self,
        order: ReversalOrder,
        payment: Payment,
        tenders: tuple[TenderUndone, ...],
        shift: Shift | None,
        approval: Approval,
    ) -> Reversal:
        now = self.telling.clock.now()
        return Reversal(
            reversal_id=order.reversal_id,
            payment_id=payment.payment_id,
            receipt_no=payment.receipt_no,
            account_no=payment.consumer.account_no,
            amount=payment.amount,
            undone=undone_of(payment),
            tenders=tenders,
            entry=reversal_entry(payment, tenders),
            why=order.why,
            reason=reason_typed(order.reason),
            paper=order.paper,
            right_account=right_account_typed(order.right_account, payment),
            by=order.by,
            approval=approval,
            shift_id=shift.shift_id if shift else None,
            business_date=_not_before(now.date(), shift),
            at=now,
        )

    def _look_again(self, order: ReversalOrder, fault: Fault) -> Reversal:
        """After an error at COMMIT: open the books again and look for the reversal's id."""
        self.ledger.reopen()
        with self.ledger.open_books() as books:
            made = books.reversals.find(order.reversal_id)
        if made is None:
            raise fault
        return made


def _ground_of(books: Books, payment: Payment) -> Ground:
    states: dict[str, InstrumentState] = {}
    for tender in payment.tenders:
        if isinstance(tender, CashTender | CardTender):
            continue
        held = books.instruments.find(identity_of(tender))
        assert held is not None, "a payment's instrument is in the books"
        states[held.identity] = held.state
    return Ground(
        payment=payment,
        is_reversed=books.reversals.of_payment(payment.payment_id) is not None,
        is_bounced=books.reversals.is_bounced(payment.payment_id),
        is_handed=books.reversals.is_handed(payment.payment_id),
        states=states,
    )


def _approval(order: ReversalOrder, payment: Payment) -> Approval:
    """The second person's yes to just this."""
    return refuse_without_approval(
        order.approval, ApprovalCode.REVERSAL, str(order.receipt_no), payment.amount, order.by
    )


def _shift_that_pays(
    books: Books, order: ReversalOrder, tenders: tuple[TenderUndone, ...]
) -> Shift | None:
    """The open shift whose drawer gives cash back; None when none goes back."""
    cash = cash_back_of(tenders)
    if not cash:
        return None
    shift = open_shift_of(books, order.by)
    refuse_above_drawer(cash, books.payments.exposure(shift.shift_id).drawer)
    return shift


def _not_before(today: date, shift: Shift | None) -> date:
    return today if shift is None else max(today, shift.business_date)


def _give_back(books: Books, made: Reversal, told_by: SealedMessage) -> None:
    """The papers that go back to the payer have reached their end."""
    for one in made.tenders:
        if one.where is GoesWhere.GIVEN_BACK:
            step = InstrumentStep(
                InstrumentState.GIVEN_BACK, made.at.date(), made.at, made.by, reason=made.reason
            )
            books.instruments.post_step(one.identity, step, told_by)
