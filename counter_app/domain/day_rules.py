"""The rules in force on one business date, read from the policy into what decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.consumer import ConsumerFlag
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.part_payment import PartPaymentRule
from counter_app.domain.policy import PURPOSE_RULE, RuleName
from counter_app.domain.purpose import USUAL_PURPOSES, Asks, Purpose, Settles

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.consumer import Consumer
    from counter_app.domain.policy import Policy, Rule, RuleRef


@dataclass(frozen=True, slots=True)
class DayRules:
    """What the policy says on ``day``."""

    policy: Policy
    day: date

    def rule(self, name: RuleName) -> Rule:
        """The rule of this name."""
        return self.policy.in_force(name, self.day)

    def part_payment(self, consumer: Consumer) -> tuple[PartPaymentRule, RuleRef]:
        """The least part this consumer may pay; disconnected counts before lifeline."""
        if consumer.is_disconnected:
            name = RuleName.PART_DISCONNECTED
        elif ConsumerFlag.LIFELINE in consumer.flags:
            name = RuleName.PART_LIFELINE
        else:
            name = RuleName.PART_OTHERS
        rule = self.rule(name)
        least = Money(rule.number("least_paise"))
        return PartPaymentRule(rule.number("share_percent"), least), rule.ref

    def purposes(self) -> tuple[Purpose, ...]:
        """Every head offered, the usual ones in their order, then those of the office by name."""
        changed = {
            name.removeprefix(PURPOSE_RULE): self.policy.in_force(name, self.day)
            for name in sorted({rule.name for rule in self.policy.rules})
            if name.startswith(PURPOSE_RULE) and self.policy.rule(name, self.day)
        }
        usual = {purpose.code: purpose for purpose in USUAL_PURPOSES}
        heads = {
            **usual,
            **{code: _purpose_of(code, rule) for code, rule in changed.items()},
        }
        return tuple(
            head
            for code, head in heads.items()
            if code not in changed or changed[code].number("is_offered")
        )

    def purpose(self, code: str) -> tuple[Purpose, tuple[RuleRef, ...]]:
        """A head by its code, with the rule that set it if one did. Raises Refusal PURPOSE_NOT_OFFERED."""
        for purpose in self.purposes():
            if purpose.code == code:
                rule = self.policy.rule(PURPOSE_RULE + code, self.day)
                return purpose, (rule.ref,) if rule else ()
        raise Refusal(RefusalCode.PURPOSE_NOT_OFFERED, purpose=code)

    def accepted_denominations(self) -> tuple[Money, ...]:
        """Notes and coins that are accepted, the largest first."""
        text = self.rule(RuleName.DENOMINATIONS).text("accepted_paise")
        return tuple(sorted((Money(int(paise)) for paise in text.split(",")), reverse=True))


def likely_given(amount: Money, accepted: tuple[Money, ...], most: int = 3) -> tuple[Money, ...]:
    """Sums a payer is likely to hand over for this amount: the next round ones of a single kind of note, rising."""
    sums = {Money(-(-amount.paise // one.paise) * one.paise) for one in accepted}
    return tuple(sorted(one for one in sums if one > amount))[:most]


_FOR = {"all": None, "prepaid": True, "postpaid": False}


def _purpose_of(code: str, rule: Rule) -> Purpose:
    return Purpose(
        code=code,
        name_en=rule.text("name_en"),
        name_hi=rule.text("name_hi"),
        settles=Settles(rule.text("settles")),
        asks=Asks(rule.text("asks")),
        account=LedgerAccount(rule.text("account")),
        needs_reference=bool(rule.number("needs_reference")),
        note_en=rule.text("note_en"),
        note_hi=rule.text("note_hi"),
        is_for_prepaid=_FOR[rule.text("is_for")],
        is_certificate=bool(rule.number("is_certificate")),
        is_bank_paper_taken=bool(rule.number("is_bank_paper_taken")),
    )
