"""The least part of a bill that may be paid (domain, section 4; UPPCL order of November 2024)."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.money import Money

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
