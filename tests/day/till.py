"""Orders of a scripted day: full payments in exact cash, and a shop's accounts by one demand draft and cash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import BankPaper
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.payment import OrderLine, PaymentOrder
from counter_app.domain.tender import CashTender, DraftTender

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from counter_app.domain.identity import AccountNo, PaymentId

IFSC = "PUNB0123400"


def exact_cash(
    payment_id: PaymentId, account_no: AccountNo, due: Money, cashier_id: str
) -> PaymentOrder:
    """All that is due, in exact cash."""
    line = OrderLine(payment_id, account_no, shown=due, amount=due)
    return PaymentOrder(CashierId(cashier_id), (line,), (CashTender(due, due),))


def draft_and_cash(
    lines: Sequence[tuple[PaymentId, AccountNo, Money]], number: int, today: date, cashier_id: str
) -> PaymentOrder:
    """All that is due on several accounts: all but one rupee by one demand draft, which nobody is barred from."""
    asked = tuple(OrderLine(one, account_no, due, due) for one, account_no, due in lines)
    rupee = Money.rupees(1)
    total = Money.total(line.amount for line in asked)
    paper = BankPaper(f"{number:06d}", "Punjab National Bank", "Kanpur", today, IFSC)
    tenders = (DraftTender(total - rupee, paper), CashTender(rupee, rupee))
    return PaymentOrder(CashierId(cashier_id), asked, tenders, payer="KANPUR SHOE HOUSE")
