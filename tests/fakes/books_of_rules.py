"""The policy and supervisors' words in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.rules import policy_of, rule_told
from tests.fakes.books_of_custody import FakeApprovalBook

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from counter_app.domain.caveat import CaveatCode, Word
    from counter_app.domain.policy import Policy, Rule
    from counter_app.wire.messages import SealedMessage
    from counter_app.wire.rules import PolicyTold
    from tests.fakes.pages import Pages


@dataclass(frozen=True, slots=True)
class FakeRuleBook:
    """The centre's policies as they were told, and the rules set here."""

    pages: Callable[[], Pages]

    def policy(self) -> Policy:
        pages = self.pages()
        newest = pages.policies[-1] if pages.policies else None
        told = newest.rules if newest else ()
        here = [rule_told(rule) for rule in pages.rules.values()]
        return policy_of(USUAL_POLICY, [*told, *here], newest.version if newest else 0)

    def keep_policy(self, told: PolicyTold, at: datetime) -> None:
        pages = self.pages()
        if not pages.policies or told.version > pages.policies[-1].version:
            pages.policies.append(told)

    def post_rule(self, rule: Rule, told_by: SealedMessage) -> None:
        pages = self.pages()
        pages.rules[pages.link_of(told_by)] = rule


@dataclass(frozen=True, slots=True)
class FakeWordBook:
    """Words with their shift and time."""

    pages: Callable[[], Pages]

    def post(self, word: Word, shift_id: UUID, at: datetime, told_by: SealedMessage) -> None:
        pages = self.pages()
        if FakeApprovalBook(self.pages).is_challenge_used(word.challenge):
            message = f"the challenge of {word} was answered before"
            raise ValueError(message)
        pages.words[pages.link_of(told_by)] = (word, shift_id, at)

    def given_in(self, shift_id: UUID) -> tuple[tuple[datetime, frozenset[CaveatCode]], ...]:
        return tuple(
            (at, word.codes)
            for word, given_in, at in self.pages().words.values()
            if given_in == shift_id
        )
