"""What the payments looked at so far tell of those that follow: ``PaidBefore`` without the books."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.payment import Settlement
from counter_app.domain.suspense import NO_ACCOUNT
from counter_app.domain.tender import CashTender
from counter_app.domain.unusual import PaidBefore, payer_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.domain.identity import AccountNo
    from counter_app.domain.payment import Payment, PaymentOrder


@dataclass(slots=True)
class PaidSoFar:
    """Sums of one day, and part payments of every month, in paise and counts; days come in their order."""

    day: date = date.min
    cash: Counter[AccountNo] = field(default_factory=Counter)
    cash_of_payer: Counter[str] = field(default_factory=Counter)
    cash_of_both: Counter[tuple[AccountNo, str]] = field(default_factory=Counter)
    amounts: set[tuple[AccountNo, Money]] = field(default_factory=set)
    parts: Counter[tuple[AccountNo, int, int]] = field(default_factory=Counter)

    def turn_to(self, day: date) -> None:
        """What follows is of this day: sums of another are past."""
        if day != self.day:
            self.day = day
            self.cash.clear()
            self.cash_of_payer.clear()
            self.cash_of_both.clear()
            self.amounts.clear()

    def before(self, order: PaymentOrder) -> PaidBefore:
        """What the rules ask of this order's accounts and payer."""
        accounts = {line.account_no for line in order.lines} - {NO_ACCOUNT}
        payer_cash = sum(self.cash[each] for each in accounts)
        payer = payer_key(next(filter(None, order.payers), ""))
        if payer:
            counted_already = sum(self.cash_of_both[each, payer] for each in accounts)
            payer_cash += self.cash_of_payer[payer] - counted_already
        asked = {(line.account_no, line.amount) for line in order.lines}
        month = self.day.year, self.day.month
        return PaidBefore(
            cash={each: Money(self.cash[each]) for each in accounts},
            amounts=frozenset(asked & self.amounts),
            part_payments={each: self.parts[each, *month] for each in accounts},
            payer_cash=Money(payer_cash),
        )

    def note(self, payments: Iterable[Payment]) -> None:
        """These were taken on the day."""
        for one in payments:
            account_no = one.consumer.account_no
            cash = sum(part.amount.paise for part in one.tenders if isinstance(part, CashTender))
            self.cash[account_no] += cash
            payer = payer_key(one.payer)
            self.cash_of_payer[payer] += cash
            self.cash_of_both[account_no, payer] += cash
            self.amounts.add((account_no, one.amount))
            if one.settlement is Settlement.PART:
                self.parts[account_no, self.day.year, self.day.month] += 1
