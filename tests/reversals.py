"""Reversals as tests ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.approval import Approval, ApprovalCode
from counter_app.domain.reversal import (
    GoesTo,
    GoesWhere,
    PaperState,
    Reversal,
    ReversalOrder,
    ReversalWhy,
)
from counter_app.domain.reversal_rules import (
    Ground,
    cash_back_of,
    reversal_entry,
    tenders_undone,
    undone_of,
)
from counter_app.domain.tender import CardTender, CashTender, first_state_of, identity_of
from tests.builders import CASHIER_ID, NOW, SUPERVISOR_ID

if TYPE_CHECKING:
    from counter_app.domain.bank_paper import InstrumentState
    from counter_app.domain.identity import CashierId
    from counter_app.domain.payment import Payment

VOID = "V4711"
CASH_BACK = GoesTo(GoesWhere.CASH_BACK)
VOIDED = GoesTo(GoesWhere.VOIDED, VOID)
GIVEN_BACK = GoesTo(GoesWhere.GIVEN_BACK)
HELD = GoesTo(GoesWhere.HELD)


def an_approval_of(payment: Payment, *, by: CashierId = CASHIER_ID, number: int = 1) -> Approval:
    """A supervisor's yes to the reversal of this payment."""
    return Approval(
        UUID(f"01930000-0000-7000-8000-0000000a{number:04x}"),
        ApprovalCode.REVERSAL,
        SUPERVISOR_ID,
        by,
        str(payment.receipt_no),
        payment.amount,
        "the consumer showed another bill",
    )


def a_reversal_order(
    payment: Payment,
    *goes: GoesTo,
    why: ReversalWhy = ReversalWhy.WRONG_AMOUNT,
    right_account: str = "",
    by: CashierId = CASHIER_ID,
    number: int = 1,
    approval: Approval | None = None,
) -> ReversalOrder:
    """A reversal, every tender held unless the test says otherwise, approved."""
    return ReversalOrder(
        reversal_id=UUID(f"01930000-0000-7000-8000-0000000b{number:04x}"),
        receipt_no=payment.receipt_no,
        why=why,
        reason="typed the wrong sum",
        goes=goes or (HELD,) * len(payment.tenders),
        paper=PaperState.RECOVERED,
        by=by,
        right_account=right_account,
        approval=approval or an_approval_of(payment, by=by, number=number),
    )


def ground_of(payment: Payment, **states: InstrumentState) -> Ground:
    """A payment nothing became of since; its papers stand where they began."""
    began = {
        identity_of(one): state
        for one in payment.tenders
        if not isinstance(one, CashTender | CardTender) and (state := first_state_of(one))
    }
    return Ground(
        payment, is_reversed=False, is_bounced=False, is_handed=False, states=began | states
    )


def a_reversal(payment: Payment, *goes: GoesTo, number: int = 1) -> Reversal:
    """As ``ReversePayment`` would make it, out of the drawer of the shift that took it."""
    order = a_reversal_order(payment, *goes, number=number)
    tenders = tenders_undone(ground_of(payment), order.goes, payment.business_date)
    assert order.approval is not None
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
        reason=order.reason,
        paper=order.paper,
        right_account=order.right_account,
        by=order.by,
        approval=order.approval,
        shift_id=payment.shift_id if cash_back_of(tenders) else None,
        business_date=payment.business_date,
        at=NOW,
    )
