"""Where a rule stands on a day: what holds, who says so, what holds next, and every version there was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.policy import PURPOSE_RULE, Rule, values_of
from counter_app.domain.purpose import USUAL_PURPOSES
from counter_app.domain.usual_policy import BEGINNING, FIELDS, USUAL_POLICY

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.policy import Policy, Value
    from counter_app.domain.purpose import Purpose

_DAY = timedelta(days=1)
_IS_FOR = {None: "all", True: "prepaid", False: "postpaid"}


class Source(StrEnum):
    """Who says so."""

    USUAL = "usual"
    """What every counter begins with."""
    CENTRE = "centre"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Change:
    """From ``day`` on another rule holds; None: no rule of that name any more (a head that ends)."""

    day: date
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One rule on one day. ``now`` is None for a head that has not begun or has ended; ``versions`` newest first."""

    name: str
    now: Rule | None
    then: Change | None
    versions: tuple[Rule, ...]

    @property
    def shown(self) -> Rule:
        """What to show of it: the rule that holds, else the one that comes, else the last there was."""
        if self.now is not None:
            return self.now
        return self.then.rule if self.then and self.then.rule else self.versions[0]


def source_of(rule: Rule) -> Source:
    """Who says so."""
    if rule.is_local:
        return Source.COUNTER
    is_usual = rule in USUAL_POLICY.rules or rule == _usual_head(rule.name)
    return Source.USUAL if is_usual else Source.CENTRE


def rule_names(policy: Policy) -> tuple[str, ...]:
    """Every rule there is in the order of the trade, then the usual heads, then those of the office by name."""
    usual = (*FIELDS, *(PURPOSE_RULE + purpose.code for purpose in USUAL_PURPOSES))
    added = sorted({rule.name for rule in policy.rules} - set(usual))
    return (*(str(name) for name in usual), *added)


def standing(policy: Policy, name: str, day: date) -> Standing:
    """Where the rule of this name stands."""
    now = rule_on(policy, name, day)
    named = [rule for rule in policy.rules if rule.name == name]
    usual = _usual_head(name)
    if usual is not None:
        named.append(usual)
    newest_first = sorted(named, key=lambda rule: (rule.valid_from, rule.version), reverse=True)
    return Standing(name, now, _then(policy, name, day, now), tuple(newest_first))


def rule_on(policy: Policy, name: str, day: date) -> Rule | None:
    """The rule in force; for a usual head that nobody changed, what it always was."""
    return policy.rule(name, day) or _usual_head(name)


def _then(policy: Policy, name: str, day: date, now: Rule | None) -> Change | None:
    turns: set[date] = set()
    for rule in policy.rules:
        if rule.name == name:
            turns.add(rule.valid_from)
            if rule.valid_to is not None:
                turns.add(rule.valid_to + _DAY)
    for turn in sorted(turn for turn in turns if turn > day):
        holding = rule_on(policy, name, turn)
        if holding != now:
            return Change(turn, holding)
    return None


def _usual_head(name: str) -> Rule | None:
    for purpose in USUAL_PURPOSES:
        if name == PURPOSE_RULE + purpose.code:
            return Rule(name, 0, BEGINNING, None, head_values(purpose), "")
    return None


def head_values(purpose: Purpose) -> tuple[tuple[str, Value], ...]:
    """A head as the values of its rule: the other way of ``day_rules``."""
    return values_of(
        {
            "is_offered": True,
            "name_en": purpose.name_en,
            "name_hi": purpose.name_hi,
            "settles": str(purpose.settles),
            "asks": str(purpose.asks),
            "account": str(purpose.account),
            "needs_reference": purpose.needs_reference,
            "note_en": purpose.note_en,
            "note_hi": purpose.note_hi,
            "is_for": _IS_FOR[purpose.is_for_prepaid],
            "is_certificate": purpose.is_certificate,
            "is_bank_paper_taken": purpose.is_bank_paper_taken,
        }
    )
