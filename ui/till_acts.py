"""What the till asks the desk for: cash that moves, the drawer opened, the shift suspended and resumed.

Each act is one call on the ledger lane; a refusal goes to the page it was asked from, which keeps what was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.receipt import PrintState
from ui.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.cash_move import CashMove, DrawerOpening, MoveWhy, OpeningWhy
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.domain.shift import Pause, Shift
    from ui.seat import Seat

Answer = TypeVar("Answer")
NEWS = (Change.TILL, Change.OUTBOX)


class TillActs(QObject):
    """The talk with the desk. It shows nothing."""

    moved = Signal(object)
    """CashMove"""

    opened = Signal(object)
    """PrintOutcome of the drawer, or the Fault that kept it shut; the opening is noted either way."""

    paused = Signal(object)
    """Pause"""

    refused = Signal(object)
    """Refusal or Fault"""

    approval_asked = Signal(object, str, object)
    """ApprovalCode, about, Money: a second person has to say yes; then ``approve``."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._waiting: Callable[[Approval], None] | None = None

    def drop(self, cashier_id: CashierId, count: CashCount, receiver: CashierId, pin: str) -> None:
        """Cash to the head cashier."""
        drop = self._seat.desk.drop_cash
        self._ask(lambda: drop(cashier_id, count, receiver, pin), self._moved)

    def pay(
        self,
        shift: Shift,
        why: MoveWhy,
        amount: Money,
        reason: str,
        approval: Approval | None = None,
    ) -> None:
        """Cash in or out; where the books ask for a second person, that is told and this is asked again."""
        pay, cashier_id = self._seat.desk.pay_in_or_out, shift.cashier_id

        def failed(error: Refusal | Fault) -> None:
            if approval is None and error.code is RefusalCode.APPROVAL_NEEDED:
                self._waiting = lambda given: self.pay(shift, why, amount, reason, given)
                self.approval_asked.emit(ApprovalCode.PAID_OUT, str(shift.shift_id), amount)
                return
            self.refused.emit(error)

        self._ask(lambda: pay(cashier_id, why, amount, reason, approval), self._moved, failed)

    def approve(self, approval: Approval) -> None:
        """A second person said yes to what waits."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting(approval)

    def forget(self) -> None:
        """Nobody said yes."""
        self._waiting = None

    def open_drawer(self, by: CashierId, why: OpeningWhy, reason: str) -> None:
        """Note it first; only then the drawer opens, on the printer lane."""
        note, kick = self._seat.desk.note_drawer_opening, self._seat.desk.open_drawer

        def noted(_opening: DrawerOpening) -> None:
            self._seat.changes.announce(*NEWS)
            self._seat.lanes.printer.run(
                self, kick, then=self.opened.emit, failed=self._drawer_failed
            )

        self._ask(lambda: note(by, why, reason), noted)

    def pause(self, cashier_id: CashierId, *, is_resumed: bool) -> None:
        """Suspend the shift, or go on with it."""
        desk = self._seat.desk
        verb = desk.resume_shift if is_resumed else desk.suspend_shift

        def then(pause: Pause) -> None:
            self._seat.changes.announce(*NEWS)
            self.paused.emit(pause)

        self._ask(lambda: verb(cashier_id), then)

    def _moved(self, move: CashMove) -> None:
        self._seat.changes.announce(*NEWS)
        self.moved.emit(move)

    def _drawer_failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self.opened.emit(error)

    def _ask(
        self,
        work: Callable[[], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Refusal | Fault], None] | None = None,
    ) -> None:
        def sort_out(error: Exception) -> None:
            if not isinstance(error, Refusal | Fault):
                raise error
            (failed or self.refused.emit)(error)

        self._seat.lanes.ledger.run(self, work, then=then, failed=sort_out)


def is_drawer_open(outcome: PrintOutcome | Fault) -> bool:
    """Whether the printer took the kick."""
    return not isinstance(outcome, Fault) and outcome.state is PrintState.PRINTED
