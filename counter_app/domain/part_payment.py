"""The least part of a bill that may be paid (domain, section 4; UPPCL order of November 2024)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.consumer import ConsumerFlag
from counter_app.domain.money import Money

if TYPE_CHECKING:
    from counter_app.domain.consumer import Consumer

PERCENT = 100


@dataclass(frozen=True, slots=True)
class PartPaymentRule:
    """A share of what is due, in percent, and a least sum; the larger counts."""

    share_percent: int
    least: Money

    def minimum_of(self, due: Money) -> Money:
        """The least part payment, whole paise rounded up, never above what is due."""
        share = -(-due.paise * self.share_percent // PERCENT)
        return min(due, max(Money(share), self.least))


@dataclass(frozen=True, slots=True)
class PartPaymentRules:
    """The rule for each kind of consumer."""

    lifeline: PartPaymentRule = PartPaymentRule(10, Money.rupees(250))
    others: PartPaymentRule = PartPaymentRule(25, Money.rupees(1000))
    disconnected: PartPaymentRule = PartPaymentRule(25, Money(0))

    def rule_for(self, consumer: Consumer) -> PartPaymentRule:
        """Disconnected counts before lifeline."""
        if consumer.is_disconnected:
            return self.disconnected
        return self.lifeline if ConsumerFlag.LIFELINE in consumer.flags else self.others
