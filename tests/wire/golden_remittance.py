"""Bodies of the way from the closed drawer to the bank, each as full as it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.approval import Approval, ApprovalCode
from counter_app.domain.cash_count import NO_CASH, CashCount
from counter_app.domain.money import Money
from counter_app.domain.remittance import (
    BankAnswer,
    BankDifference,
    BankWhy,
    Handing,
    Slip,
    SlipItem,
    SlipKind,
    handing_entry,
)
from counter_app.domain.remittance_rules import amounts_of, answer_entry, slip_entry
from counter_app.domain.tender import TenderKind, identity_of
from counter_app.wire.tell_remittance import tell_answer, tell_handing, tell_slip
from tests.builders import CASHIER_ID, NOW, SHIFT_ID, SUPERVISOR_ID, TODAY, a_paper, cheque, draft

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.wire.bodies import Body

HEAD_ID: CashierId = SUPERVISOR_ID
ACCOUNT = "PNB Kidwai Nagar 0123002100"


def _approval(code: ApprovalCode, about: str, amount: Money) -> Approval:
    return Approval(UUID(int=7), code, SUPERVISOR_ID, CASHIER_ID, about, amount, "looked at it")


def bodies_of_remittance() -> dict[str, Body]:
    """One of each kind."""
    rupees = Money.rupees
    handing = Handing(
        handing_id=UUID(int=11),
        shift_ids=(SHIFT_ID, UUID(int=12)),
        amount=rupees(2000),
        count=CashCount.of({rupees(500): 3, rupees(100): 4, rupees(50): 1}),
        by=CASHIER_ID,
        receiver_id=HEAD_ID,
        reason="a note of Rs 50 is missing",
        business_date=TODAY,
        at=NOW,
        approval=_approval(ApprovalCode.HANDING_DIFFERS, str(SHIFT_ID), rupees(50)),
    )
    cash = Slip(
        slip_id=UUID(int=13),
        slip_no=1,
        kind=SlipKind.CASH,
        amount=rupees(1500),
        count=CashCount.of({rupees(500): 3}),
        items=(),
        bank_account=ACCOUNT,
        by=HEAD_ID,
        business_date=TODAY,
        at=NOW,
    )
    papers = Slip(
        slip_id=UUID(int=14),
        slip_no=2,
        kind=SlipKind.PAPERS,
        amount=rupees(1700),
        count=NO_CASH,
        items=(
            SlipItem(
                identity_of(cheque(rupees(1000))),
                TenderKind.CHEQUE,
                rupees(1000),
                a_paper().number,
                a_paper().bank,
                a_paper().branch,
            ),
            SlipItem(
                identity_of(draft(rupees(700))),
                TenderKind.DRAFT,
                rupees(700),
                "778812",
                a_paper().bank,
                a_paper().branch,
            ),
        ),
        bank_account=ACCOUNT,
        by=HEAD_ID,
        business_date=TODAY,
        at=NOW,
    )
    differences = (
        BankDifference(BankWhy.COUNTERFEIT, rupees(500), "500 8AB 123456"),
        BankDifference(BankWhy.EXCESS, rupees(10), "a ten too much"),
    )
    answer = BankAnswer(
        answer_id=UUID(int=15),
        slip_id=cash.slip_id,
        slip_no=1,
        reference="PNB 000088",
        on=TODAY,
        accepted=rupees(1010),
        differences=differences,
        by=HEAD_ID,
        business_date=TODAY,
        at=NOW,
        approval=_approval(ApprovalCode.BANK_DIFFERS, "1", rupees(510)),
    )
    entry = answer_entry(cash, answer.accepted, differences)
    return {
        "takings_handed": tell_handing(handing, handing_entry(handing.amount, handing.count.total)),
        "remittance_made": tell_slip(cash, slip_entry(amounts_of(cash))),
        "remittance_made_papers": tell_slip(papers, slip_entry(amounts_of(papers))),
        "bank_answered": tell_answer(answer, entry),
    }
