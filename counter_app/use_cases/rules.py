"""The rules in force, and a rule that a supervisor sets for this counter alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.caveat import reason_typed
from counter_app.domain.day_rules import DayRules
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.policy import next_version
from counter_app.domain.rule_values import refuse_wrong_rule
from counter_app.use_cases.give_word import supervisor_of
from counter_app.use_cases.pin_guard import PinFor
from counter_app.wire.tell import tell_rule

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.domain.policy import Policy, Rule
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class RulesToday:
    """The verb: what the screens show of purposes, limits and notes."""

    ledger: Ledger
    clock: Clock

    def __call__(self) -> DayRules:
        """The rules of this business date."""
        with self.ledger.open_books() as books:
            return DayRules(books.rules.policy(), self.clock.now().date())


@dataclass(frozen=True, slots=True)
class ViewPolicy:
    """The verb."""

    ledger: Ledger

    def __call__(self) -> Policy:
        """Every rule known, in force or not."""
        with self.ledger.open_books() as books:
            return books.rules.policy()


@dataclass(frozen=True, slots=True)
class SetRule:
    """The verb: a local override, told to the centre like everything else."""

    ledger: Ledger
    guard: PinGuard
    telling: Telling

    def __call__(self, rule: Rule, supervisor_id: CashierId, pin: str, reason: str) -> Rule:
        """The rule as it is kept. It begins today at the earliest: what was taken stays as it was decided.

        Raises Refusal RULE_UNKNOWN, RULE_VALUE_WRONG, RULE_DATES_WRONG, RULE_IN_THE_PAST, WORD_NOT_FROM_SUPERVISOR,
        PIN_WRONG, PIN_LOCKED, REASON_MISSING, REASON_TOO_LONG, CARD_NUMBER_IN_TEXT.
        """
        refuse_wrong_rule(replace(rule, is_local=True))
        said = reason_typed(reason)
        today = self.telling.clock.now().date()
        if rule.valid_from < today:
            raise Refusal(RefusalCode.RULE_IN_THE_PAST, name=rule.name, day=today.isoformat())
        with self.ledger.open_books() as books:
            supervisor = supervisor_of(books, supervisor_id)
        self.guard.check(supervisor, pin, PinFor.RULE)
        with self.ledger.open_books() as books:
            kept = replace(
                rule,
                version=next_version(books.rules.policy().rules, rule.name),
                is_local=True,
                set_by=supervisor_id,
                reason=said,
            )
            told_by = self.telling.append(books, tell_rule(kept), "")
            books.rules.post_rule(kept, told_by)
            books.messages.close_entry(told_by)
            books.commit()
        return kept
