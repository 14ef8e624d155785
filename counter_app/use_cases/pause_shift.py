"""Suspend a shift, its drawer locked away, and resume it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.shift import Pause, ShiftState
from counter_app.use_cases.shifts_at_hand import shift_of
from counter_app.use_cases.sure import surely
from counter_app.wire.tell_custody import tell_pause

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class SuspendShift:
    """The verb: from now on no payment is taken in it, until it is resumed."""

    ledger: Ledger
    telling: Telling

    def __call__(self, cashier_id: CashierId) -> Pause:
        """The pause. Raises Refusal SHIFT_NOT_OPEN, SHIFT_SUSPENDED; Fault COMMIT_UNKNOWN when nothing came of it."""
        return _paused(self.ledger, self.telling, cashier_id, ShiftState.SUSPENDED)


@dataclass(frozen=True, slots=True)
class ResumeShift:
    """The verb: the shift goes on."""

    ledger: Ledger
    telling: Telling

    def __call__(self, cashier_id: CashierId) -> Pause:
        """The end of the pause. Raises Refusal SHIFT_NOT_OPEN, SHIFT_NOT_SUSPENDED; Fault as ``SuspendShift``."""
        return _paused(self.ledger, self.telling, cashier_id, ShiftState.OPEN)


def _paused(ledger: Ledger, telling: Telling, cashier_id: CashierId, state: ShiftState) -> Pause:
    now = telling.clock.now()

    def act() -> Pause:
        with ledger.open_books() as books:
            shift = shift_of(books, cashier_id)
            if books.tills.state_of(shift.shift_id) is state:
                is_suspended = state is ShiftState.SUSPENDED
                code = (
                    RefusalCode.SHIFT_SUSPENDED if is_suspended else RefusalCode.SHIFT_NOT_SUSPENDED
                )
                raise Refusal(code, shift_no=shift.shift_no)
            pause = Pause(shift.shift_id, state, cashier_id, shift.day_at(now), now)
            told_by = telling.append(books, tell_pause(pause), "")
            books.tills.post_pause(pause, told_by)
            books.messages.close_entry(told_by)
            books.commit()
            return pause

    def find(books: Books) -> Pause | None:
        pauses = books.tills.pauses_of(shift_of(books, cashier_id).shift_id)
        return pauses[-1] if pauses and pauses[-1].state is state else None

    return surely(ledger, act, find)
