"""Policy: the rules of the counter as dated data. A payment uses the rule in force on its business date.

The centre signs a policy; a supervisor may override a rule at one counter, with a reason. What stands here is
only the form of rules and which one holds; what they decide stands in ``day_rules``, ``acceptance``, ``order_checks``
and ``unusual``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

Value = int | str | bool


class RuleName(StrEnum):
    """Every rule (domain, section 4). Heads are rules too: ``purpose:CODE`` with the fields of a purpose."""

    PART_LIFELINE = "part_lifeline"
    PART_OTHERS = "part_others"
    PART_DISCONNECTED = "part_disconnected"
    PART_COUNT = "part_count"
    CASH_OF_CONSUMER = "cash_of_consumer"
    CASH_OF_PAYER = "cash_of_payer"
    SAME_PAYMENT = "same_payment"
    CHEQUE = "cheque"
    CHEQUE_BARRED = "cheque_barred"
    DRAFT = "draft"
    STAMP = "stamp"
    OFFLINE = "offline"
    DRAWER = "drawer"
    DENOMINATIONS = "denominations"
    ADVANCE = "advance"
    SHIFT_CLOSE = "shift_close"


PURPOSE_RULE = "purpose:"
"""A rule named ``purpose:CODE`` adds a head, changes one, or withdraws it."""


class FieldKind(StrEnum):
    """What a value of a rule is, so that an editor can ask for it and refuse nonsense."""

    PAISE = "paise"
    PERCENT = "percent"
    COUNT = "count"
    DAYS = "days"
    MONTHS = "months"
    HOURS = "hours"
    FLAG = "flag"
    TEXT = "text"
    CHOICE = "choice"
    PAISE_LIST = "paise_list"


@dataclass(frozen=True, slots=True)
class RuleField:
    """One value of a rule: its name, what it is, and for a choice what may be chosen.

    ``if_missing`` is what a rule told before there was such a field means; None for one that no rule may lack.
    """

    name: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    if_missing: Value | None = None


@dataclass(frozen=True, slots=True)
class RuleRef:
    """Which rule was applied: kept with the payment, so that an accountant can tell why for ever."""

    name: str
    version: int
    valid_from: date
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of one rule. ``valid_to`` is its last day, None for no end; both ends count.

    ``authority`` is the order it comes from. ``set_by`` and ``reason`` are a supervisor's, for a local one.
    """

    name: str
    version: int
    valid_from: date
    valid_to: date | None
    values: tuple[tuple[str, Value], ...]
    authority: str
    is_local: bool = False
    set_by: str = ""
    reason: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def ref(self) -> RuleRef:
        """What a payment keeps of it."""
        return RuleRef(self.name, self.version, self.valid_from, self.is_local)

    def number(self, field: str) -> int:
        """The value of a field that is a number or a flag."""
        value = dict(self.values)[field]
        assert not isinstance(value, str), f"{self.name}.{field} is a text"
        return value

    def text(self, field: str) -> str:
        """The value of a field that is a text or a choice."""
        value = dict(self.values)[field]
        assert isinstance(value, str), f"{self.name}.{field} is no text"
        return value


@dataclass(frozen=True, slots=True)
class Policy:
    """All rules known: of the centre, of this counter, and the usual ones under them.

    ``version`` is the centre's. ``not_understood`` names rules of a newer centre that this program cannot apply:
    those in force before stay so.
    """

    rules: tuple[Rule, ...]
    version: int = 0
    not_understood: tuple[str, ...] = ()

    def rule(self, name: str, day: date) -> Rule | None:
        """The rule in force: this counter's that began last, as long as it lasts; else the centre's that began last.

        A rule of this counter replaces the one before it for good: when it ends, the centre's holds again, so a
        supervisor can take an override back by giving it a last day. The newer version counts where days are equal.
        """
        begun = [rule for rule in self.rules if rule.name == name and rule.valid_from <= day]
        local = _begun_last(rule for rule in begun if rule.is_local)
        if local is not None and local.holds_on(day):
            return local
        return _begun_last(rule for rule in begun if not rule.is_local and rule.holds_on(day))

    def in_force(self, name: str, day: date) -> Rule:
        """As ``rule``, for one that the usual policy has. Raises KeyError when none is in force."""
        rule = self.rule(name, day)
        if rule is None:
            raise KeyError(name)
        return rule

    def with_rules(self, rules: Iterable[Rule]) -> Policy:
        """The policy with more rules in it."""
        return replace(self, rules=(*self.rules, *rules))


def _begun_last(rules: Iterable[Rule]) -> Rule | None:
    return max(rules, key=lambda rule: (rule.valid_from, rule.version), default=None)


def next_version(rules: Iterable[Rule], name: str) -> int:
    """The version a new rule of this name gets."""
    return max((rule.version for rule in rules if rule.name == name), default=0) + 1


def values_of(fields: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
    """A rule's values in one order, whatever order they came in."""
    return tuple(sorted(fields.items()))
