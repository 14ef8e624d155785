"""The policy in every ledger, the fake and the real one alike (port ``RuleBook``)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.policy import RuleName
from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.rules import PolicyTold, RuleTold, rule_told
from tests.builders import NOW, TODAY, a_rule

if TYPE_CHECKING:
    from counter_app.domain.policy import Rule
    from counter_app.use_cases.book_ports import Ledger
    from tests.local_db.year import Scribe

STRICTER = a_rule(RuleName.PART_OTHERS, share_percent=50)
HERE = a_rule(RuleName.PART_OTHERS, is_local=True, version=3, share_percent=20)
UNKNOWN = RuleTold("weather", 1, "2026-01-01", "", {"rain": 1}, "nobody")


def policy(*rules: Rule, version: int = 1) -> PolicyTold:
    return PolicyTold(version, tuple(map(rule_told, rules)))


def keep(ledger: Ledger, told: PolicyTold) -> None:
    with ledger.open_books() as books:
        books.rules.keep_policy(told, NOW)
        books.commit()


def test_before_any_policy_the_usual_rules_hold(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        assert books.rules.policy() == USUAL_POLICY


def test_the_centres_policy_goes_before_the_usual_rules(ledger: Ledger, scribe: Scribe) -> None:
    keep(ledger, policy(STRICTER, version=4))
    with ledger.open_books() as books:
        kept = books.rules.policy()
    assert kept.version == 4
    assert kept.rule(RuleName.PART_OTHERS, TODAY) == STRICTER
    before = STRICTER.valid_from - timedelta(days=1)
    assert kept.in_force(RuleName.PART_OTHERS, before).number("share_percent") == 25


def test_a_policy_replaces_the_one_before_and_never_goes_back(
    ledger: Ledger, scribe: Scribe
) -> None:
    keep(ledger, policy(STRICTER, version=4))
    keep(ledger, policy(version=5))
    keep(ledger, policy(STRICTER, version=5))
    keep(ledger, policy(STRICTER, version=4))
    with ledger.open_books() as books:
        assert books.rules.policy() == USUAL_POLICY.__class__(USUAL_POLICY.rules, 5)


def test_a_rule_set_here_goes_before_the_centres(ledger: Ledger, scribe: Scribe) -> None:
    keep(ledger, policy(STRICTER))
    with ledger.open_books() as books:
        scribe.rule(books, HERE)
        assert books.rules.policy().rule(RuleName.PART_OTHERS, TODAY) == HERE
        books.commit()
    keep(ledger, policy(STRICTER, version=2))
    with ledger.open_books() as books:
        assert books.rules.policy().rule(RuleName.PART_OTHERS, TODAY) == HERE


def test_a_rule_that_was_rolled_back_does_not_hold(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        scribe.rule(books, HERE)
        assert books.rules.policy().rule(RuleName.PART_OTHERS, TODAY) == HERE
    with ledger.open_books() as books:
        assert books.rules.policy() == USUAL_POLICY
    with ledger.open_books() as books:
        books.rules.keep_policy(policy(STRICTER), NOW)
        assert books.rules.policy().version == 1
    with ledger.open_books() as books:
        assert books.rules.policy() == USUAL_POLICY


def test_a_rule_of_a_newer_centre_is_named_and_left_out(ledger: Ledger, scribe: Scribe) -> None:
    wrong = RuleTold("part_count", 2, "2026-13-01", "", {"most_a_month": 2}, "nobody")
    keep(ledger, PolicyTold(7, (UNKNOWN, rule_told(STRICTER), wrong)))
    with ledger.open_books() as books:
        kept = books.rules.policy()
    assert kept.not_understood == ("weather", "part_count")
    assert kept.rule(RuleName.PART_OTHERS, TODAY) == STRICTER
