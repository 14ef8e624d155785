"""What holds on a day, who says so, what holds next; and the heads there are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from counter_app.domain.day_rules import DayRules
from counter_app.domain.policy import PURPOSE_RULE, Policy, Rule, RuleName
from counter_app.domain.purpose import BILL, USUAL_PURPOSES, Purpose
from counter_app.domain.rule_standing import (
    Change,
    Source,
    head_values,
    rule_names,
    source_of,
    standing,
)
from counter_app.domain.usual_policy import BEGINNING, FIELDS, USUAL_POLICY
from tests.builders import TODAY, a_rule

DAY = timedelta(days=1)
STAMP = RuleName.STAMP
METER_TEST = PURPOSE_RULE + "meter_test"


def a_head(
    name: str = METER_TEST, *, valid_from: date = TODAY, valid_to: date | None = None
) -> Rule:
    return Rule(
        name, 1, valid_from, valid_to, head_values(USUAL_PURPOSES[3]), "UPPCL order 41/2026"
    )


def test_the_usual_rule_holds_without_end_and_was_never_another() -> None:
    found = standing(USUAL_POLICY, STAMP, TODAY)
    assert found.now == found.shown == USUAL_POLICY.rule(STAMP, TODAY)
    assert (found.then, found.versions) == (None, (found.now,))
    assert source_of(found.shown) is Source.USUAL


def test_what_the_centre_or_the_counter_says_is_told_apart() -> None:
    assert source_of(a_rule(STAMP, above_paise=1)) is Source.CENTRE
    assert source_of(a_rule(STAMP, is_local=True)) is Source.COUNTER
    assert source_of(a_head()) is Source.CENTRE


def test_a_rule_that_begins_later_is_what_holds_next() -> None:
    later = a_rule(STAMP, valid_from=TODAY + 8 * DAY, above_paise=1)
    found = standing(USUAL_POLICY.with_rules((later,)), STAMP, TODAY)
    assert found.then == Change(TODAY + 8 * DAY, later)
    assert [rule.version for rule in found.versions] == [2, 1]


def test_a_rule_that_ends_gives_way_the_day_after_its_last() -> None:
    here = a_rule(STAMP, valid_from=TODAY, valid_to=TODAY + DAY, is_local=True, above_paise=1)
    found = standing(USUAL_POLICY.with_rules((here,)), STAMP, TODAY)
    assert found.now == here
    assert found.then == Change(TODAY + 2 * DAY, USUAL_POLICY.rule(STAMP, TODAY))


def test_a_turn_that_changes_nothing_is_no_change() -> None:
    hidden = a_rule(STAMP, valid_from=TODAY + DAY, valid_to=TODAY + 3 * DAY, above_paise=1)
    here = a_rule(STAMP, valid_from=TODAY, is_local=True, above_paise=2)
    assert standing(USUAL_POLICY.with_rules((hidden, here)), STAMP, TODAY).then is None


@pytest.mark.parametrize("purpose", USUAL_PURPOSES, ids=lambda purpose: purpose.code)
def test_a_usual_head_is_the_same_head_as_a_rule(purpose: Purpose) -> None:
    name = PURPOSE_RULE + purpose.code
    rule = standing(USUAL_POLICY, name, TODAY).shown
    assert (rule.version, rule.valid_from, source_of(rule)) == (0, BEGINNING, Source.USUAL)
    ruled = DayRules(USUAL_POLICY.with_rules((rule,)), TODAY)
    assert ruled.purpose(purpose.code)[0] == purpose


def test_a_usual_head_that_is_changed_for_a_while_comes_back() -> None:
    name = PURPOSE_RULE + BILL
    changed = a_head(name, valid_to=TODAY + DAY)
    found = standing(USUAL_POLICY.with_rules((changed,)), name, TODAY)
    assert found.now == changed
    assert found.then is not None
    assert found.then.rule == standing(USUAL_POLICY, name, TODAY).now
    assert len(found.versions) == 2


def test_a_head_of_the_office_before_during_and_after_it_is_there() -> None:
    head = a_head(valid_from=TODAY, valid_to=TODAY)
    policy = USUAL_POLICY.with_rules((head,))
    before, during, after = (standing(policy, METER_TEST, TODAY + n * DAY) for n in (-1, 0, 1))
    assert (before.now, before.then, before.shown) == (None, Change(TODAY, head), head)
    assert (during.now, during.then) == (head, Change(TODAY + DAY, None))
    assert (after.now, after.then, after.shown) == (None, None, head)


def test_rules_come_in_the_order_of_the_trade_and_heads_of_the_office_last() -> None:
    names = rule_names(USUAL_POLICY.with_rules((a_head(), a_head(PURPOSE_RULE + "board_fee"))))
    assert names[: len(FIELDS)] == tuple(FIELDS)
    assert names[len(FIELDS)] == PURPOSE_RULE + BILL
    assert names[-2:] == (PURPOSE_RULE + "board_fee", METER_TEST)
    assert len(names) == len(FIELDS) + len(USUAL_PURPOSES) + 2
    assert rule_names(Policy(()))[: len(FIELDS)] == tuple(FIELDS)
