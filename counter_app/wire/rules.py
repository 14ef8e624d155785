"""Rules as they travel: in the centre's policy, and in what a counter tells of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.errors import Refusal
from counter_app.domain.policy import Policy, Rule, RuleRef, values_of
from counter_app.domain.rule_values import refuse_wrong_rule, with_missing

if TYPE_CHECKING:
    from collections.abc import Iterable


class RuleTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """One version of one rule, fields as in ``domain.policy.Rule``; dates ISO, ``valid_to`` empty for no end."""

    name: str
    version: int
    valid_from: str
    valid_to: str
    values: dict[str, bool | int | str]
    authority: str
    is_local: bool = False
    set_by: str = ""
    reason: str = ""


class PolicyTold(msgspec.Struct, frozen=True):
    """The centre's policy, whole: a higher version replaces a lower one."""

    version: int
    rules: tuple[RuleTold, ...]


class RuleApplied(msgspec.Struct, frozen=True, array_like=True):
    """``[name, version, valid_from, is_local]``: which rule decided a payment."""

    name: str
    version: int
    valid_from: str
    is_local: bool


def rule_told(rule: Rule) -> RuleTold:
    """A rule as it travels."""
    return RuleTold(
        name=str(rule.name),
        version=rule.version,
        valid_from=rule.valid_from.isoformat(),
        valid_to=rule.valid_to.isoformat() if rule.valid_to else "",
        values=dict(rule.values),
        authority=rule.authority,
        is_local=rule.is_local,
        set_by=rule.set_by,
        reason=rule.reason,
    )


def rule_of(told: RuleTold) -> Rule:
    """A rule that was told. Raises ValueError for a date that is none, Refusal as ``refuse_wrong_rule``."""
    values = with_missing(told.name, told.values)
    rule = Rule(
        name=told.name,
        version=told.version,
        valid_from=date.fromisoformat(told.valid_from),
        valid_to=date.fromisoformat(told.valid_to) if told.valid_to else None,
        values=values_of(values),
        authority=told.authority,
        is_local=told.is_local,
        set_by=told.set_by,
        reason=told.reason,
    )
    refuse_wrong_rule(rule)
    return rule


def policy_of(usual: Policy, told: Iterable[RuleTold], version: int) -> Policy:
    """The usual policy with the rules that were told; one that cannot be applied is named and left out."""
    rules: list[Rule] = []
    not_understood: list[str] = []
    for one in told:
        try:
            rules.append(rule_of(one))
        except (ValueError, Refusal):
            not_understood.append(one.name)
    return Policy((*usual.rules, *rules), version, tuple(not_understood))


def policy_told(policy: Policy) -> PolicyTold:
    """The centre's rules of a policy."""
    return PolicyTold(policy.version, tuple(map(rule_told, policy.rules)))


def applied_told(ref: RuleRef) -> RuleApplied:
    """Which rule decided, as it travels."""
    return RuleApplied(str(ref.name), ref.version, ref.valid_from.isoformat(), ref.is_local)


def applied_of(told: RuleApplied) -> RuleRef:
    """Which rule decided. Raises ValueError for a date that is none."""
    return RuleRef(told.name, told.version, date.fromisoformat(told.valid_from), told.is_local)
