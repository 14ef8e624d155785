"""What may happen at the tills, and payments that are reversed: by whoever, whosever, before and after their close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import rule

from counter_app.domain.tender import TenderKind, kind_of
from tests.reversals import CASH_BACK, GIVEN_BACK, HELD, VOIDED, a_reversal_order
from tests.use_cases.any_till import TillsAtWork, anyone
from tests.use_cases.proved import every_receipt_proves_itself

if TYPE_CHECKING:
    from counter_app.domain.reversal import GoesTo
    from counter_app.domain.tender import Tender

_OUT = {
    TenderKind.CASH: CASH_BACK,
    TenderKind.CARD: VOIDED,
    TenderKind.UPI: HELD,
    TenderKind.CHEQUE: GIVEN_BACK,
    TenderKind.DRAFT: GIVEN_BACK,
}


class TillsWithReversals(TillsAtWork):
    """One more step; what the rules refuse leaves nothing behind."""

    @rule(who=anyone, place=st.integers(0, 60), is_held=st.booleans())
    def reverses(self, who: int, place: int, is_held: bool) -> None:  # noqa: FBT001 - drawn
        """A payment is undone: its money goes back, or is held."""
        receipts = self.counter.receipts
        if not receipts:
            return
        payment = receipts[place % len(receipts)].payment
        goes = [HELD if is_held else _way_out(tender) for tender in payment.tenders]
        self.numbers += 1
        order = a_reversal_order(payment, *goes, by=self.someone(who), number=self.numbers)
        self.do(lambda counter: counter.reverse_payment(order))

    def teardown(self) -> None:
        """Every receipt proves itself, and those that were reversed say so."""
        self.counter.ledger.next_commit_fault = None
        every_receipt_proves_itself(self.counter)
        super().teardown()


def _way_out(tender: Tender) -> GoesTo:
    return _OUT[kind_of(tender)]
