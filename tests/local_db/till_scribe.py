"""What a scribe writes of drawers and closes; each keeps to the contract of the books unless told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.cash_count import NO_CASH, CashCount
from counter_app.domain.cash_move import CashMove, DrawerOpening, MoveWhy, OpeningWhy, move_entry
from counter_app.domain.money import Money
from counter_app.domain.shift import Pause, ShiftState
from counter_app.domain.shift_close import (
    Counted,
    ShiftClose,
    close_entry,
    close_lines,
    parting,
)
from counter_app.wire.tell import tell_approval
from counter_app.wire.tell_custody import tell_close, tell_move, tell_opening, tell_pause
from tests.builders import CASHIER_ID, SUPERVISOR_ID, a_payment_id, a_shift

if TYPE_CHECKING:
    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import CashierId
    from counter_app.use_cases.book_ports import Books
    from tests.local_db.year import Scribe


def counted_in_coins(amount: Money) -> CashCount:
    """So much cash, all of it in coins of Rs 1 and 50 paise."""
    rupees, paise = divmod(amount.paise, 100)
    assert paise in (0, 50), "no smaller coin than 50 paise"
    return CashCount.of({Money(100): rupees, Money(50): paise // 50})


def a_move(
    scribe: Scribe,
    why: MoveWhy,
    amount: Money,
    *,
    approval: Approval | None = None,
    receiver_id: CashierId | None = None,
) -> CashMove:
    """A movement of the scribe's drawer; a drop goes to the supervisor, counted in coins."""
    is_drop = why is MoveWhy.DROP
    scribe.number += 1
    return CashMove(
        move_id=UUID(int=(9 << 76) | scribe.number),
        shift_id=scribe.shift.shift_id,
        why=why,
        amount=amount,
        count=counted_in_coins(amount) if is_drop else NO_CASH,
        reason="" if is_drop else "as the head cashier said",
        cashier_id=scribe.shift.cashier_id,
        receiver_id=receiver_id or (SUPERVISOR_ID if is_drop else None),
        business_date=scribe.at.date(),
        at=scribe.at,
        approval=approval,
    )


def move(
    books: Books,
    scribe: Scribe,
    why: MoveWhy,
    amount: Money,
    *,
    approval: Approval | None = None,
    receiver_id: CashierId | None = None,
) -> CashMove:
    """Write one."""
    made = a_move(scribe, why, amount, approval=approval, receiver_id=receiver_id)
    entry = move_entry(why, amount)
    told = scribe.sealed(books, tell_move(made, entry))
    books.tills.post_move(made, entry, told)
    books.messages.close_entry(told)
    return made


def opening(
    books: Books, scribe: Scribe, why: OpeningWhy = OpeningWhy.GIVE_CHANGE, *, in_shift: bool = True
) -> DrawerOpening:
    """The drawer is opened."""
    scribe.number += 1
    made = DrawerOpening(
        opening_id=UUID(int=(9 << 76) | scribe.number),
        shift_id=scribe.shift.shift_id if in_shift else None,
        by=scribe.shift.cashier_id,
        why=why,
        reason="change for Rs 2,000",
        business_date=scribe.at.date(),
        at=scribe.at,
    )
    told = scribe.sealed(books, tell_opening(made))
    books.tills.post_opening(made, told)
    books.messages.close_entry(told)
    return made


def pause(books: Books, scribe: Scribe, state: ShiftState) -> Pause:
    """The shift is suspended or resumed."""
    shift = scribe.shift
    made = Pause(shift.shift_id, state, shift.cashier_id, scribe.at.date(), scribe.at)
    told = scribe.sealed(books, tell_pause(made))
    books.tills.post_pause(made, told)
    books.messages.close_entry(told)
    return made


def approve(books: Books, scribe: Scribe, approval: Approval) -> None:
    """An approval in the scribe's shift."""
    shift_id, day = scribe.shift.shift_id, scribe.at.date()
    told = scribe.sealed(books, tell_approval(approval, shift_id, day))
    books.approvals.post(approval, shift_id, day, scribe.at, told)
    books.messages.close_entry(told)


def close(
    books: Books,
    scribe: Scribe,
    counted: Counted,
    *,
    reason: str = "",
    approval: Approval | None = None,
) -> ShiftClose:
    """The scribe's shift ends with this count."""
    shift = scribe.shift
    standing, receipts = (
        books.tills.standing(shift.shift_id),
        books.closes.receipts_of(shift.shift_id),
    )
    made = ShiftClose(
        shift_id=shift.shift_id,
        shift_no=shift.shift_no,
        cashier_id=shift.cashier_id,
        closed_by=shift.cashier_id,
        business_date=scribe.at.date(),
        at=scribe.at,
        lines=close_lines(standing, counted),
        count=counted.cash,
        parted=parting(standing, counted.cash.total),
        reason=reason,
        approval=approval,
        first_receipt_no=receipts.first_no,
        last_receipt_no=receipts.last_no,
        receipts=receipts.count,
        proof=receipts.proof,
        counts=2,
        chain_head=books.messages.head().hash,
    )
    entry = close_entry(made.lines, made.parted)
    told = scribe.sealed(books, tell_close(made, entry))
    books.closes.post_close(made, entry, told)
    books.messages.close_entry(told)
    return made


def a_worked_shift(books: Books, scribe: Scribe) -> ShiftClose:
    """A second shift, of the supervisor on drawer 2: a row in every table of the till. Then its own goes on."""
    own = scribe.shift
    scribe.open_shift(
        books, a_shift(2, cashier_id=SUPERVISOR_ID, shift_id=a_payment_id(702), drawer_no=2)
    )
    move(books, scribe, MoveWhy.DROP, Money.rupees(100), receiver_id=CASHIER_ID)
    opening(books, scribe)
    for state in (ShiftState.SUSPENDED, ShiftState.OPEN):
        pause(books, scribe, state)
    counted = Counted(counted_in_coins(Money.rupees(399)), {})
    closed = close(books, scribe, counted, reason="a rupee is missing")
    scribe.shift = own
    return closed
