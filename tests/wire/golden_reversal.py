"""The reversal whose bytes are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.wire.tell_reversal import tell_reversal
from tests.builders import a_payment, an_order, card, cash, cheque
from tests.reversals import CASH_BACK, GIVEN_BACK, VOIDED, a_reversal

if TYPE_CHECKING:
    from counter_app.wire.bodies import Body


def bodies_of_reversals() -> dict[str, Body]:
    """A payment by cash, card and cheque, undone each in its own way, for another account."""
    tenders = (cash(Money(450_50)), card(Money(600_00)), cheque(Money(400_00)))
    payment = a_payment(an_order(Money(1450_50), *tenders))
    made = a_reversal(payment, CASH_BACK, VOIDED, GIVEN_BACK)
    return {"payment_reversed": tell_reversal(replace(made, right_account="7412009999"))}
