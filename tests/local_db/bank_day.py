"""A ledger written by the verbs: a day from the drawer to the bank, then opened as plain SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.cash_move import OpeningWhy
from counter_app.domain.money import Money
from counter_app.domain.remittance import BankDifference, BankWhy
from local_db.engine import open_ledger
from tests.builders import CASHIER_ID
from tests.local_db.raw import KEY
from tests.use_cases.at_the_bank import DUE, HEAD_ID, a_bank_counter

if TYPE_CHECKING:
    from pathlib import Path


def a_bank_ledger(path: Path) -> None:
    """A row in every table of drawers and of the way to the bank.

    Shift 1 is closed and handed over, shift 2 closed with takings of Rs 1,000, shift 3 open. Slip 1 is of Rs 500 in
    cash and answered with a counterfeit, slip 2 of a cheque and unanswered; a second cheque is here.
    """
    ledger = open_ledger(path, KEY)
    counter = a_bank_counter(ledger)
    counter.pays_for(1)
    counter.pays_for(2)
    on_slip = counter.pays_by_cheque(3, "000003")
    counter.pays_by_cheque(4, "000004")
    counter.note_drawer_opening(CASHIER_ID, OpeningWhy.CHECK_CASH, "")
    counter.suspend_shift(CASHIER_ID)
    counter.resume_shift(CASHIER_ID)
    counter.drops(DUE)
    counter.closes()
    counter.hands_over()
    counter.opens()
    counter.pays_for(5)
    counter.closes()
    counter.opens()
    made = counter.make_cash_slip(counter.cash_order(Money.rupees(500)))
    note = BankDifference(BankWhy.COUNTERFEIT, Money.rupees(500), "500 8AB 123456")
    approval = counter.approved(ApprovalCode.BANK_DIFFERS, "1", Money.rupees(500), HEAD_ID)
    order = counter.answer_order(made, note, accepted=Money(0), approval=approval)
    counter.answer_slip(order)
    counter.make_paper_slip(counter.paper_order(on_slip))
    ledger.close()
