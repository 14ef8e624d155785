"""Messages of shift and till with their exact bytes: each begins a chain, so that none waits for another to be kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.approval import Approval, ApprovalCode
from counter_app.domain.cash_count import CashCount
from counter_app.domain.cash_move import CashMove, DrawerOpening, MoveWhy, OpeningWhy, move_entry
from counter_app.domain.money import Money
from counter_app.domain.shift import Pause, ShiftState
from counter_app.domain.shift_close import (
    CloseLine,
    InHand,
    Parting,
    ProofOfSync,
    ShiftClose,
    close_entry,
)
from counter_app.domain.tender import TenderKind
from counter_app.wire.tell_custody import tell_close, tell_move, tell_opening, tell_pause
from tests.builders import (
    CASHIER_ID,
    FLOAT,
    NOW,
    SHIFT_ID,
    SUPERVISOR_ID,
    TODAY,
    a_receipt_no,
)

if TYPE_CHECKING:
    from counter_app.wire.bodies import Body

_APPROVAL = Approval(
    UUID(int=5),
    ApprovalCode.CLOSE_VARIANCE,
    SUPERVISOR_ID,
    CASHIER_ID,
    str(SHIFT_ID),
    Money.rupees(150),
    "counted twice",
)


def bodies_of_tills() -> dict[str, Body]:
    """A body of each kind, as full as it can be."""
    count = CashCount.of({Money.rupees(500): 4, Money(50): 1})
    drop = CashMove(
        move_id=UUID(int=1),
        shift_id=SHIFT_ID,
        why=MoveWhy.DROP,
        amount=count.total,
        count=count,
        reason="",
        cashier_id=CASHIER_ID,
        receiver_id=SUPERVISOR_ID,
        business_date=TODAY,
        at=NOW,
    )
    why, reason = OpeningWhy.OTHER, "the tray was stuck"
    opening = DrawerOpening(UUID(int=2), SHIFT_ID, CASHIER_ID, why, reason, TODAY, NOW)
    pause = Pause(SHIFT_ID, ShiftState.SUSPENDED, CASHIER_ID, TODAY, NOW + timedelta(hours=2))
    close = _close()
    return {
        "cash_dropped": tell_move(drop, move_entry(drop.why, drop.amount)),
        "drawer_opened": tell_opening(opening),
        "shift_paused": tell_pause(pause),
        "shift_closed": tell_close(close, close_entry(close.lines, close.parted)),
    }


def _close() -> ShiftClose:
    rupees = Money.rupees
    return ShiftClose(
        shift_id=SHIFT_ID,
        shift_no=1,
        cashier_id=CASHIER_ID,
        closed_by=CASHIER_ID,
        business_date=TODAY,
        at=NOW + timedelta(hours=6),
        lines=(
            CloseLine(TenderKind.CASH, InHand(0, rupees(2500)), InHand(0, rupees(2350))),
            CloseLine(TenderKind.CHEQUE, InHand(2, rupees(900)), InHand(2, rupees(900))),
        ),
        count=CashCount.of({rupees(500): 4, rupees(100): 3, rupees(50): 1}),
        parted=Parting(FLOAT, rupees(1850)),
        reason="a note of Rs 100 and one of Rs 50 are missing",
        approval=_APPROVAL,
        first_receipt_no=str(a_receipt_no(1)),
        last_receipt_no=str(a_receipt_no(4)),
        receipts=4,
        proof=ProofOfSync(3, rupees(2400), 1, rupees(500)),
        counts=2,
        chain_head=bytes(32),
    )
