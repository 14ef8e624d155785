"""Cash of a drawer beside payments: dropped to the head cashier, paid in, paid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode, refuse_without_approval
from counter_app.domain.cash_count import NO_CASH
from counter_app.domain.cash_move import (
    PAID_IN,
    PAID_OUT,
    CashMove,
    MoveWhy,
    move_entry,
    refuse_above_drawer,
)
from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO
from counter_app.domain.people import Act, may
from counter_app.domain.shift_close import NOTHING_IN_HAND
from counter_app.domain.tender import TenderKind
from counter_app.use_cases.approving import keep_approval
from counter_app.use_cases.pin_guard import PinFor
from counter_app.use_cases.shifts_at_hand import open_shift_of
from counter_app.use_cases.sure import surely
from counter_app.wire.tell_custody import tell_move

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money
    from counter_app.domain.shift import Shift
    from counter_app.domain.shift_close import Standing
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.telling import Telling

NEEDS_APPROVAL = frozenset({MoveWhy.EXPENSE, MoveWhy.OTHER_OUT})
"""Cash that leaves the chain of custody: a second person says yes."""


@dataclass(frozen=True, slots=True)
class DropCash:
    """The verb: a part of the drawer goes to the head cashier, who counts it and confirms with the own PIN."""

    ledger: Ledger
    telling: Telling
    guard: PinGuard

    def __call__(
        self, cashier_id: CashierId, count: CashCount, receiver_id: CashierId, receiver_pin: str
    ) -> CashMove:
        """The drop.

        Raises Refusal SHIFT_NOT_OPEN, SHIFT_SUSPENDED, AMOUNT_ZERO, ABOVE_DRAWER, RECEIVER_IS_GIVER,
        RECEIVER_MAY_NOT, PIN_WRONG, PIN_LOCKED; Fault COMMIT_UNKNOWN when nothing came of it.
        """
        with self.ledger.open_books() as books:
            shift = open_shift_of(books, cashier_id)
            refuse_above_drawer(count.total, _cash_of(books.tills.standing(shift.shift_id)))
            if receiver_id == cashier_id:
                raise Refusal(RefusalCode.RECEIVER_IS_GIVER)
            receiver = books.enrolment.cashier(receiver_id)
        if receiver is None or not may(receiver.role, Act.RECEIVE_CASH):
            raise Refusal(RefusalCode.RECEIVER_MAY_NOT, cashier_id=receiver_id)
        self.guard.check(receiver, receiver_pin, PinFor.RECEIVE)
        now, move_id = self.telling.clock.now(), self.telling.ids.fresh()

        def act() -> CashMove:
            with self.ledger.open_books() as books:
                shift = open_shift_of(books, cashier_id)
                refuse_above_drawer(count.total, _cash_of(books.tills.standing(shift.shift_id)))
                move = CashMove(
                    move_id=move_id,
                    shift_id=shift.shift_id,
                    why=MoveWhy.DROP,
                    amount=count.total,
                    count=count,
                    reason="",
                    cashier_id=cashier_id,
                    receiver_id=receiver_id,
                    business_date=shift.day_at(now),
                    at=now,
                )
                return _posted(books, self.telling, move)

        return surely(self.ledger, act, lambda books: _move_seen(books, shift.shift_id, move_id))


@dataclass(frozen=True, slots=True)
class PayInOrOut:
    """The verb: cash comes into a drawer or leaves it, for another reason than a payment or a drop."""

    ledger: Ledger
    telling: Telling

    def __call__(
        self,
        cashier_id: CashierId,
        why: MoveWhy,
        amount: Money,
        reason: str,
        approval: Approval | None = None,
    ) -> CashMove:
        """The movement. EXPENSE and OTHER_OUT need an approval PAID_OUT, about the shift's id, of the amount.

        Change that is given back is at most the float that is out. Raises Refusal SHIFT_NOT_OPEN, SHIFT_SUSPENDED,
        AMOUNT_ZERO, ABOVE_DRAWER, REASON_MISSING, REASON_TOO_LONG, CARD_NUMBER_IN_TEXT, and as
        ``refuse_without_approval`` and ``keep_approval``; ValueError for a drop, which has its own verb.
        """
        if why is MoveWhy.DROP:
            message = "a drop has a receiver"
            raise ValueError(message)
        said = reason_typed(reason)
        now, move_id = self.telling.clock.now(), self.telling.ids.fresh()

        def act() -> CashMove:
            with self.ledger.open_books() as books:
                shift = open_shift_of(books, cashier_id)
                _refuse_amount(why, amount, books.tills.standing(shift.shift_id))
                given = _approved(why, amount, shift, approval)
                day = shift.day_at(now)
                if given is not None:
                    keep_approval(books, self.telling, given, shift.shift_id, day, now)
                move = CashMove(
                    move_id=move_id,
                    shift_id=shift.shift_id,
                    why=why,
                    amount=amount,
                    count=NO_CASH,
                    reason=said,
                    cashier_id=cashier_id,
                    receiver_id=None,
                    business_date=day,
                    at=now,
                    approval=given,
                )
                return _posted(books, self.telling, move)

        def find(books: Books) -> CashMove | None:
            shift = books.shifts.open_shift_of(cashier_id)
            return None if shift is None else _move_seen(books, shift.shift_id, move_id)

        return surely(self.ledger, act, find)


def _posted(books: Books, telling: Telling, move: CashMove) -> CashMove:
    entry = move_entry(move.why, move.amount)
    told_by = telling.append(books, tell_move(move, entry), "")
    books.tills.post_move(move, entry, told_by)
    books.messages.close_entry(told_by)
    books.commit()
    return move


def _move_seen(books: Books, shift_id: UUID, move_id: UUID) -> CashMove | None:
    moves = books.tills.moves_of(shift_id)
    return next((one for one in moves if one.move_id == move_id), None)


def _cash_of(standing: Standing) -> Money:
    return standing.expected.get(TenderKind.CASH, NOTHING_IN_HAND).amount


def _refuse_amount(why: MoveWhy, amount: Money, standing: Standing) -> None:
    if why in PAID_IN:
        if amount <= ZERO:
            raise Refusal(RefusalCode.AMOUNT_ZERO)
        return
    assert why in PAID_OUT, "a drop has its own verb"
    drawer = _cash_of(standing)
    is_float = why is MoveWhy.CHANGE_LESSENED
    refuse_above_drawer(amount, min(drawer, standing.float_out) if is_float else drawer)


def _approved(
    why: MoveWhy, amount: Money, shift: Shift, approval: Approval | None
) -> Approval | None:
    if why not in NEEDS_APPROVAL:
        return None
    about = str(shift.shift_id)
    return refuse_without_approval(approval, ApprovalCode.PAID_OUT, about, amount, shift.cashier_id)
