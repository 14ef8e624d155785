"""What the rules of the day put on a receipt: decided at the moment of payment, and frozen with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.policy import RuleName
from counter_app.domain.receipt import RuleOrder, StampMark
from counter_app.domain.usual_policy import BEGINNING, NONE

if TYPE_CHECKING:
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.payment import Payment

_PART_RULES = (RuleName.PART_DISCONNECTED, RuleName.PART_LIFELINE, RuleName.PART_OTHERS)


def stamp_of(amount: Money, rules: DayRules) -> StampMark | None:
    """The stamp a receipt of this sum bears; None up to the rule's limit, and where no duty is asked for.

    Source: Indian Stamp Act 1899, article 53. How the money was handed over makes no difference to the rule.
    """
    rule = rules.rule(RuleName.STAMP)
    how, above = rule.text("how"), Money(rule.number("above_paise"))
    return StampMark(how, above, rule.ref) if how != NONE and amount > above else None


def part_order_of(payment: Payment, rules: DayRules) -> RuleOrder | None:
    """The order whose least part was asked of this payment; None when it is no part payment."""
    applied = {ref.name for ref in payment.rules}
    for name in _PART_RULES:
        if name in applied:
            rule = rules.rule(name)
            since = rule.valid_from if rule.valid_from > BEGINNING else None
            return RuleOrder(rule.authority, since)
    return None
