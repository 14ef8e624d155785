"""Whatever is closed, handed over, put on slips and answered: the accounts say what the lists say, to the paisa."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import BankDifference, BankWhy, SlipKind
from counter_app.domain.remittance_rules import at_stake, explained
from counter_app.domain.shift_close import InHand
from counter_app.domain.tender import TenderKind
from tests.builders import CASHIER_ID, SUPERVISOR_ID
from tests.use_cases.at_the_bank import HEAD_ID, AtTheBank

if TYPE_CHECKING:
    from counter_app.domain.remittance import SlipSeen

ACCOUNTS = 60
HALF_RUPEE = 50
portions = st.integers(1, 20)


class AnyRemittance(RuleBasedStateMachine):
    """One counter over some days, with a head cashier who takes all to the bank."""

    @initialize()
    def begin(self) -> None:
        self.bank = AtTheBank()
        self.bank.begins(ACCOUNTS)
        self.paid = 0

    @property
    def waiting(self) -> list[SlipSeen]:
        return [one for one in self.bank.view_remittance().slips if one.answer is None]

    @precondition(lambda self: self.paid < ACCOUNTS)
    @rule(amount=portions)
    def somebody_pays_cash(self, amount: int) -> None:
        self.paid += 1
        self.bank.pays_for(self.paid, amount=Money(amount * HALF_RUPEE * 20))

    @precondition(lambda self: self.paid < ACCOUNTS)
    @rule(amount=portions)
    def somebody_pays_by_cheque(self, amount: int) -> None:
        self.paid += 1
        self.bank.pays_by_cheque(self.paid, f"{self.paid:06d}", Money(amount * HALF_RUPEE * 20))

    @rule(share=portions)
    def cash_is_dropped(self, share: int) -> None:
        (seen,) = self.bank.open_shifts()
        with self.bank.ledger.open_books() as books:
            expected = books.tills.standing(seen.shift.shift_id).expected
        cash = expected.get(TenderKind.CASH, InHand(0, ZERO)).amount
        part = Money(cash.paise * share // 20 // HALF_RUPEE * HALF_RUPEE)
        if part and cash - part >= Money.rupees(500):
            self.bank.drops(part)

    @rule(days=st.integers(0, 2))
    def the_shift_is_closed(self, days: int) -> None:
        self.bank.closes()
        self.bank.clock.passes(timedelta(days=days, minutes=1))
        self.bank.opens()

    @precondition(lambda self: self.bank.takings_waiting())
    @rule(differs=st.sampled_from([-1, 0, 0, 1]), of=st.integers(1, 3))
    def takings_are_handed(self, differs: int, of: int) -> None:
        waiting = self.bank.takings_waiting()[:of]
        amount = Money.total(one.amount for one in waiting)
        counted = amount + Money(differs * HALF_RUPEE)
        order = self.bank.handing_order(*(one.shift_id for one in waiting), counted=counted)
        if differs:
            about = str(min(waiting, key=lambda one: one.shift_no).shift_id)
            approval = self.bank.approved(
                ApprovalCode.HANDING_DIFFERS, about, Money(HALF_RUPEE), CASHIER_ID
            )
            order = replace(order, reason="counted twice", approval=approval)
        self.bank.hand_takings(order)

    @rule(share=portions)
    def cash_goes_on_a_slip(self, share: int) -> None:
        held = self.bank.view_remittance().cash_with_head
        part = Money(held.paise * share // 20 // HALF_RUPEE * HALF_RUPEE)
        if part:
            self.bank.make_cash_slip(self.bank.cash_order(part))

    @precondition(lambda self: self.bank.view_remittance().papers)
    @rule(most=st.integers(1, 4))
    def papers_go_on_a_slip(self, most: int) -> None:
        papers = self.bank.view_remittance().papers[:most]
        self.bank.make_paper_slip(self.bank.paper_order(*(one.identity for one in papers)))

    @precondition(lambda self: self.waiting)
    @rule(whys=st.lists(st.sampled_from(BankWhy), max_size=3))
    def the_bank_answers(self, whys: list[BankWhy]) -> None:
        seen = self.waiting[-1]
        today = self.bank.clock.now().date()
        differences = tuple(
            BankDifference(
                why,
                Money.rupees(10) if why is BankWhy.COUNTERFEIT else Money(HALF_RUPEE),
                "10 8AB 1",
            )
            for why in whys
        )
        accepted = explained(seen.slip, differences)
        if seen.slip.kind is SlipKind.PAPERS or accepted < ZERO:
            differences, accepted = (), seen.slip.amount
        approval = None
        if differences:
            approval = self.bank.approved(
                ApprovalCode.BANK_DIFFERS, str(seen.slip.slip_no), at_stake(differences), HEAD_ID
            )
        order = self.bank.answer_order(
            seen, *differences, accepted=accepted, on=today, approval=approval
        )
        self.bank.answer_slip(order)

    @rule(is_paid=st.booleans())
    def a_cheque_comes_to_its_end(self, *, is_paid: bool) -> None:
        deposited = self.bank.list_instruments(frozenset({InstrumentState.DEPOSITED}))
        today = self.bank.clock.now().date()
        if deposited and is_paid:
            self.bank.move_instrument(
                deposited[0].identity, InstrumentState.CLEARED, today, "", HEAD_ID
            )
        elif deposited:
            self.bank.return_instrument(
                deposited[0].identity, today, "funds insufficient", SUPERVISOR_ID
            )

    @invariant()
    def the_accounts_are_the_lists(self) -> None:
        balance = self.bank.balance
        view = self.bank.view_remittance()
        held = self.bank.list_instruments(frozenset(InstrumentState))
        slips = [one.slip for one in view.slips if one.answer is None]
        lists = {
            LedgerAccount.CASH_TO_HAND_OVER: [one.amount for one in view.takings],
            LedgerAccount.CASH_WITH_HEAD: [view.cash_with_head],
            LedgerAccount.CASH_AT_BANK: [one.amount for one in slips if one.kind is SlipKind.CASH],
            LedgerAccount.CHEQUES_IN_HAND: [one.face for one in view.papers],
            LedgerAccount.CHEQUES_AT_BANK: [
                one.face for one in held if one.state is InstrumentState.DEPOSITED
            ],
        }
        for account, amounts in lists.items():
            assert balance(account) == Money.total(amounts), account
            assert balance(account) >= ZERO, account
        assert balance(LedgerAccount.BANK) >= ZERO

    @invariant()
    def what_is_undeposited_is_what_stands_before_the_bank(self) -> None:
        lines = self.bank.undeposited()
        cash = Money.total(one.amount for one in lines if one.kind is TenderKind.CASH)
        before = (
            LedgerAccount.CASH_TO_HAND_OVER,
            LedgerAccount.CASH_WITH_HEAD,
            LedgerAccount.CASH_AT_BANK,
        )
        assert cash == Money.total(map(self.bank.balance, before))

    @invariant()
    def all_entries_balance(self) -> None:
        for entry in self.bank.pages.entries.values():
            assert Money.total(one.amount for one in entry.postings) == ZERO


AnyRemittance.TestCase.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
TestAnyRemittance = AnyRemittance.TestCase
