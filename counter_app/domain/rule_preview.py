"""What would happen: a rule as it is beside the rule as a supervisor typed it, before it is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.day_rules import DayRules
from counter_app.domain.rule_examples import examples
from counter_app.domain.rule_replay import can_be_replayed, replay
from counter_app.domain.rule_standing import rule_on, standing
from counter_app.domain.rule_trial import as_set_here

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.payment import Payment
    from counter_app.domain.policy import Policy, Rule
    from counter_app.domain.rule_examples import Example
    from counter_app.domain.rule_replay import Replay
    from counter_app.domain.rule_standing import Change


@dataclass(frozen=True, slots=True)
class PastPayments:
    """Payments to look back on, of whole days. ``is_all`` is False when there were more than could be looked at."""

    first_day: date
    last_day: date
    payments: tuple[Payment, ...]
    is_all: bool


@dataclass(frozen=True, slots=True)
class Past:
    """What the rule would have meant for them."""

    first_day: date
    last_day: date
    is_all: bool
    replay: Replay


@dataclass(frozen=True, slots=True)
class RulePreview:
    """A typed rule as it would be kept, on ``day``, the first on which it would decide.

    ``now`` is the rule of that day without it (None for a new head), ``then`` what would follow it. ``past`` is
    None for a rule whose facts no receipt keeps.
    """

    rule: Rule
    day: date
    now: Rule | None
    then: Change | None
    examples: tuple[Example, ...]
    past: Past | None


def preview(policy: Policy, typed: Rule, today: date, looked_at: PastPayments) -> RulePreview:
    """Compare. The rule must be one that ``refuse_wrong_rule`` lets through."""
    rule, day = as_set_here(typed, policy), max(today, typed.valid_from)
    with_it = policy.with_rules((rule,))
    now = rule_on(policy, rule.name, day)
    past = None
    if can_be_replayed(rule.name):
        found = replay(looked_at.payments, policy, rule.name, now, rule)
        past = Past(looked_at.first_day, looked_at.last_day, looked_at.is_all, found)
    return RulePreview(
        rule=rule,
        day=day,
        now=now,
        then=standing(with_it, rule.name, day).then,
        examples=examples(rule, DayRules(policy, day), DayRules(with_it, day)),
        past=past,
    )
