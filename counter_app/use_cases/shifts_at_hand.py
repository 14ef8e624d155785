"""Which shift a verb acts in: found in the books, and refused where it may not be acted in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.shift import ShiftState

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Shift
    from counter_app.use_cases.book_ports import Books


def shift_of(books: Books, cashier_id: CashierId) -> Shift:
    """The cashier's shift that is not closed, suspended or not. Raises Refusal SHIFT_NOT_OPEN."""
    shift = books.shifts.open_shift_of(cashier_id)
    if shift is None:
        raise Refusal(RefusalCode.SHIFT_NOT_OPEN)
    return shift


def open_shift_of(books: Books, cashier_id: CashierId) -> Shift:
    """The cashier's open shift. Raises Refusal SHIFT_NOT_OPEN, SHIFT_SUSPENDED."""
    shift = shift_of(books, cashier_id)
    if books.tills.state_of(shift.shift_id) is ShiftState.SUSPENDED:
        raise Refusal(RefusalCode.SHIFT_SUSPENDED, shift_no=shift.shift_no)
    return shift


def shift_not_closed(books: Books, shift_id: UUID) -> Shift:
    """A shift by its id. Raises Refusal SHIFT_UNKNOWN, SHIFT_CLOSED."""
    shift = books.shifts.find(shift_id)
    if shift is None:
        raise Refusal(RefusalCode.SHIFT_UNKNOWN)
    if books.tills.state_of(shift_id) is ShiftState.CLOSED:
        raise Refusal(RefusalCode.SHIFT_CLOSED, shift_no=shift.shift_no)
    return shift
