"""The money side of the fake desk: accounts, orders weighed and taken by the real domain, words and rules."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.acceptance import consider
from counter_app.domain.caveat import Word, held, reason_typed, refuse_without_word
from counter_app.domain.day_rules import DayRules
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.order_checks import instrument_used
from counter_app.domain.payment import Toward
from counter_app.domain.tender import CashTender, TenderKind, identity_of
from counter_app.domain.unusual import Known, PaidBefore
from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.use_cases.views import Taken
from tests.builders import (
    NOW,
    PIN,
    SUPERVISOR_ID,
    TODAY,
    a_receipt,
    a_receipt_no,
    a_shift,
    payments_of,
)
from tests.ui.consumers import ACCOUNTS
from tests.ui.fake_paper import FakePaper

if TYPE_CHECKING:
    import threading

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.caveat import CaveatCode
    from counter_app.domain.identity import AccountNo, CashierId, PaymentId
    from counter_app.domain.payment import Consideration, PaymentOrder
    from counter_app.domain.policy import Policy
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.shift import Shift

FIRST_SERIAL = 123
SECONDS_BETWEEN = 25


@dataclass
class FakeTill(FakePaper):
    """What is owed, what was taken, and what the rules say; tests set what was paid before."""

    accounts: dict[str, ConsumerAccount] = field(default_factory=lambda: dict(ACCOUNTS))
    shift: Shift | None = field(default_factory=a_shift)
    policy: Policy = USUAL_POLICY
    before: PaidBefore = field(default_factory=PaidBefore)
    holding: frozenset[CaveatCode] = frozenset()
    takes_then_fails: list[Exception] = field(default_factory=list)
    """take_payment writes the payment and raises: the answer is lost, the payment is not."""

    receipts: dict[PaymentId, Receipt] = field(default_factory=dict)
    gate: threading.Event | None = None
    """While it is there and not set, take_payment waits: a slow disk."""

    def open_account(self, account_no: AccountNo) -> ConsumerAccount:
        self.noted("open_account", account_no)
        return self._account(account_no)

    def _account(self, account_no: AccountNo) -> ConsumerAccount:
        if account_no not in self.accounts:
            raise Refusal(RefusalCode.ACCOUNT_UNKNOWN, account_no=account_no)
        account = self.accounts[account_no]
        positions = list(account.positions)
        for receipt in self.receipts.values():
            if receipt.payment.consumer.account_no != account_no:
                continue
            for part in receipt.payment.allocations:
                if part.toward in (Toward.BILL, Toward.ADVANCE) and positions:
                    numbers = [position.bill.bill_no for position in positions]
                    at = numbers.index(part.bill_no) if part.bill_no in numbers else -1
                    paid_here = positions[at].paid_here + part.amount
                    positions[at] = replace(positions[at], paid_here=paid_here)
        return replace(account, positions=tuple(positions))

    def rules_today(self) -> DayRules:
        self.noted("rules_today")
        return DayRules(self.policy, TODAY)

    def give_word(
        self,
        supervisor_id: CashierId,
        pin: str,
        reason: str,
        cashier_id: CashierId,
        codes: frozenset[CaveatCode],
    ) -> Word:
        self.noted("give_word", (supervisor_id, reason, codes))
        said = reason_typed(reason)
        if supervisor_id == cashier_id:
            raise Refusal(RefusalCode.WORD_FROM_ONESELF)
        self._check(supervisor_id, pin)
        return Word(UUID(int=900 + len(self.calls)), supervisor_id, said, codes)

    def _check(self, supervisor_id: CashierId, pin: str) -> None:
        if supervisor_id != SUPERVISOR_ID:
            raise Refusal(RefusalCode.WORD_NOT_FROM_SUPERVISOR, cashier_id=supervisor_id)
        if pin != PIN:
            raise Refusal(RefusalCode.PIN_WRONG, tries_left=4)

    def consider_payment(self, order: PaymentOrder) -> Consideration:
        self.noted("consider_payment", order)
        return self._weigh(order)[1]

    def _weigh(
        self, order: PaymentOrder
    ) -> tuple[tuple[ConsumerAccount | None, ...], Consideration]:
        if self.shift is None:
            raise Refusal(RefusalCode.SHIFT_NOT_OPEN)
        for tender in order.tenders:
            if not isinstance(tender, CashTender):
                used = self._used_by(identity_of(tender))
                if used:
                    raise instrument_used(tender, used)
        accounts = tuple(
            None if line.noted is not None else self._account(line.account_no)
            for line in order.lines
        )
        for line in order.lines:
            if line.noted is not None and line.account_no in self.accounts:
                raise Refusal(RefusalCode.NOTED_ACCOUNT_KNOWN, account_no=line.account_no)
        rules = DayRules(self.policy, TODAY)
        considered = consider(order, accounts, Known(rules, self.before))
        return accounts, replace(considered, caveats=held(considered.caveats, self.holding))

    def take_payment(self, order: PaymentOrder) -> Taken:
        self.noted("take_payment", order)
        if self.gate is not None:
            assert self.gate.wait(10), "the test opens the gate"
        before = tuple(
            receipt
            for receipt in self.receipts.values()
            if receipt.payment.group.group_id == order.group_id
        )
        if before:
            return Taken(before, was_taken_before=True)
        accounts, considered = self._weigh(order)
        refuse_without_word(considered.caveats, order.word)
        first_no = a_receipt_no(FIRST_SERIAL + len(self.receipts))
        taken_at = NOW + timedelta(seconds=SECONDS_BETWEEN * len(self.receipts))
        payments = payments_of(
            order, *accounts, first_no=first_no, shift=self.shift, taken_at=taken_at
        )
        taken = tuple(
            a_receipt(payment, account) for payment, account in zip(payments, accounts, strict=True)
        )
        self.receipts.update({one.payment.payment_id: one for one in taken})
        if self.takes_then_fails:
            raise self.takes_then_fails.pop(0)
        return Taken(taken, was_taken_before=False)

    def slip_used(self, rrn: str) -> str | None:
        """The receipt this slip is on."""
        return self._used_by(f"{TenderKind.CARD}:{rrn}") or None

    def _used_by(self, identity: str) -> str:
        for receipt in self.receipts.values():
            for tender in receipt.payment.tenders:
                if not isinstance(tender, CashTender) and identity_of(tender) == identity:
                    return str(receipt.payment.receipt_no)
        return ""
