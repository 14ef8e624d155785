"""Orders of a scripted day: full payments in exact cash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.identity import CashierId
from counter_app.domain.payment import PaymentOrder
from counter_app.domain.tender import CashTender

if TYPE_CHECKING:
    from counter_app.domain.identity import AccountNo, PaymentId
    from counter_app.domain.money import Money


def exact_cash(
    payment_id: PaymentId, account_no: AccountNo, due: Money, cashier_id: str
) -> PaymentOrder:
    """All that is due, in exact cash."""
    return PaymentOrder(
        payment_id=payment_id,
        cashier_id=CashierId(cashier_id),
        account_no=account_no,
        shown=due,
        amount=due,
        tenders=(CashTender(due, due),),
    )
