"""Makes the verbs of the way from the closed drawer to the bank: a part of the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counter_app.use_cases.answer_slip import AnswerSlip
from counter_app.use_cases.bank_papers import PaperOfHanding, PaperOfSlip
from counter_app.use_cases.hand_takings import HandTakings, TakingsWaiting
from counter_app.use_cases.make_slip import MakeCashSlip, MakePaperSlip
from counter_app.use_cases.view_remittance import ViewRemittance, ViewUndeposited

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.telling import Telling


def bank_verbs(
    ledger: Ledger, guard: PinGuard, telling: Telling, bank_account: str
) -> dict[str, Any]:
    """By the names of the desk's fields. ``bank_account`` is the one that is set here, empty for none."""
    return {
        "takings_waiting": TakingsWaiting(ledger),
        "hand_takings": HandTakings(ledger, guard, telling),
        "view_remittance": ViewRemittance(ledger, telling.clock, bank_account),
        "make_cash_slip": MakeCashSlip(ledger, telling),
        "make_paper_slip": MakePaperSlip(ledger, telling),
        "answer_slip": AnswerSlip(ledger, telling),
        "undeposited": ViewUndeposited(ledger),
        "slip_paper": PaperOfSlip(ledger, telling.clock),
        "handing_paper": PaperOfHanding(ledger, telling.clock),
    }
