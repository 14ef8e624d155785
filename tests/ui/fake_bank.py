"""A counter on which nothing waits for the bank; the Bank place itself is tested over real verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO
from counter_app.use_cases.remittance_orders import RemittanceView
from tests.builders import TODAY

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.ageing import Undeposited
    from counter_app.domain.remittance import Handing, SlipSeen, Takings
    from counter_app.domain.report import Report
    from counter_app.use_cases.remittance_orders import (
        AnswerOrder,
        CashSlipOrder,
        HandingOrder,
        PaperSlipOrder,
    )


class FakeBank:
    """No takings, no cash with the head cashier, no papers, no slips."""

    def takings_waiting(self) -> tuple[Takings, ...]:
        return ()

    def view_remittance(self) -> RemittanceView:
        return RemittanceView(TODAY, (), ZERO, (), (), (), None, "")

    def undeposited(self) -> tuple[Undeposited, ...]:
        return ()

    def slip_paper(self, slip_id: UUID) -> Report:
        raise AssertionError(slip_id)

    def handing_paper(self, handing_id: UUID) -> Report:
        raise AssertionError(handing_id)

    def hand_takings(self, order: HandingOrder) -> Handing:
        raise AssertionError(order)

    def make_cash_slip(self, order: CashSlipOrder) -> SlipSeen:
        raise AssertionError(order)

    def make_paper_slip(self, order: PaperSlipOrder) -> SlipSeen:
        raise AssertionError(order)

    def answer_slip(self, order: AnswerOrder) -> SlipSeen:
        raise AssertionError(order)
