"""Preview a rule: what it would mean, and would have meant for the payments this counter took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.identity import ReceiptNo
from counter_app.domain.rule_preview import PastPayments, RulePreview, preview
from counter_app.domain.rule_replay import can_be_replayed
from counter_app.domain.rule_values import refuse_wrong_rule

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.payment import Payment
    from counter_app.domain.policy import Rule
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import Clock

PAST_DAYS = 30
"""So many business dates are looked back on, today included."""

MOST_PAYMENTS = 3_000
"""The newest so many are looked at and no more: a supervisor waits for the answer, and the books are shared."""

READ_AT_ONCE = 100
"""Receipts a unit of work: whoever waits for the books gets them in between."""


@dataclass(frozen=True, slots=True)
class PreviewRule:
    """The verb. Nothing is written."""

    ledger: Ledger
    clock: Clock
    most_payments: int = MOST_PAYMENTS

    def __call__(self, rule: Rule) -> RulePreview:
        """Examples, and the past as far as receipts keep it.

        Raises Refusal RULE_UNKNOWN, RULE_VALUE_WRONG, RULE_DATES_WRONG.
        """
        refuse_wrong_rule(rule)
        today = self.clock.now().date()
        with self.ledger.open_books() as books:
            policy = books.rules.policy()
        looked_at = PastPayments(today, today, (), is_all=True)
        if can_be_replayed(rule.name):
            looked_at = self._look_back(today)
        return preview(policy, rule, today, looked_at)

    def _look_back(self, today: date) -> PastPayments:
        """The newest payments of the last days, the newest day first."""
        payments: list[Payment] = []
        first_day = today
        for days in range(PAST_DAYS):
            day = today - timedelta(days=days)
            numbers = self._numbers_of(day)
            room = self.most_payments - len(payments)
            payments += self._read(numbers[:room])
            if len(numbers) > room:
                return PastPayments(
                    day if room else first_day, today, tuple(payments), is_all=False
                )
            first_day = day
        return PastPayments(first_day, today, tuple(payments), is_all=True)

    def _numbers_of(self, day: date) -> list[ReceiptNo]:
        """Newest first."""
        with self.ledger.open_books() as books:
            rows = books.payments.rows_of(day)
        return [ReceiptNo.from_text(row.receipt_no) for row in reversed(rows)]

    def _read(self, numbers: list[ReceiptNo]) -> list[Payment]:
        payments = []
        for start in range(0, len(numbers), READ_AT_ONCE):
            with self.ledger.open_books() as books:
                for number in numbers[start : start + READ_AT_ONCE]:
                    receipt = books.payments.receipt(number)
                    assert receipt is not None, "receipts are never taken out"
                    payments.append(receipt.payment)
        return payments
