"""What was done with the cash of a drawer, from the float to the bank, as the bodies that tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.wire.custody_bodies import (
    CashMoved,
    CloseLineTold,
    DrawerOpened,
    ShiftClosed,
    ShiftPaused,
)
from counter_app.wire.tell import tell_count, tell_entry

if TYPE_CHECKING:
    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_move import CashMove, DrawerOpening
    from counter_app.domain.ledger import Entry
    from counter_app.domain.shift import Pause
    from counter_app.domain.shift_close import ShiftClose


def tell_move(move: CashMove, entry: Entry) -> CashMoved:
    """The message body of cash that moved beside payments."""
    return CashMoved(
        move_id=str(move.move_id),
        shift_id=str(move.shift_id),
        why=move.why,
        amount_paise=move.amount.paise,
        cashier_id=move.cashier_id,
        business_date=move.business_date.isoformat(),
        postings=tell_entry(entry),
        receiver_id=move.receiver_id or "",
        reason=move.reason,
        count=tell_count(move.count),
        approval_id=_id_of(move.approval),
    )


def tell_opening(opening: DrawerOpening) -> DrawerOpened:
    """The message body of a drawer opened without a payment."""
    return DrawerOpened(
        opening_id=str(opening.opening_id),
        by=opening.by,
        why=opening.why,
        business_date=opening.business_date.isoformat(),
        shift_id=str(opening.shift_id) if opening.shift_id else "",
        reason=opening.reason,
    )


def tell_pause(pause: Pause) -> ShiftPaused:
    """The message body of a shift suspended or resumed."""
    return ShiftPaused(
        shift_id=str(pause.shift_id),
        state=pause.state,
        by=pause.by,
        business_date=pause.business_date.isoformat(),
    )


def tell_close(close: ShiftClose, entry: Entry | None) -> ShiftClosed:
    """The message body of a shift's end; no entry when nothing was to be moved."""
    proof = close.proof
    return ShiftClosed(
        shift_id=str(close.shift_id),
        shift_no=close.shift_no,
        cashier_id=close.cashier_id,
        closed_by=close.closed_by,
        business_date=close.business_date.isoformat(),
        lines=tuple(
            CloseLineTold(
                kind=line.kind,
                expected_paise=line.expected.amount.paise,
                expected_pieces=line.expected.pieces,
                counted_paise=line.counted.amount.paise,
                counted_pieces=line.counted.pieces,
            )
            for line in close.lines
        ),
        count=tell_count(close.count),
        float_left_paise=close.parted.float_left.paise,
        takings_paise=close.parted.takings.paise,
        receipts=close.receipts,
        postings=tell_entry(entry) if entry else (),
        first_receipt_no=close.first_receipt_no,
        last_receipt_no=close.last_receipt_no,
        acknowledged=proof.acknowledged,
        acknowledged_paise=proof.acknowledged_amount.paise,
        unsent=proof.unsent,
        unsent_paise=proof.unsent_amount.paise,
        counts=close.counts,
        reason=close.reason,
        approval_id=_id_of(close.approval),
    )


def _id_of(approval: Approval | None) -> str:
    return str(approval.approval_id) if approval else ""
