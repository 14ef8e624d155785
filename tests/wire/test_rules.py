"""Rules travel whole: what was told is what is read, and what cannot be applied is named and left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.policy import Policy, RuleName, RuleRef, values_of
from counter_app.domain.usual_policy import CASH_OF_LAW_PAISE, USUAL_POLICY
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.rules import (
    PolicyTold,
    RuleApplied,
    RuleTold,
    applied_of,
    applied_told,
    policy_of,
    policy_told,
    rule_of,
    rule_told,
)
from tests.builders import TODAY, a_rule
from tests.domain.drawn_rules import good_rules

if TYPE_CHECKING:
    from counter_app.domain.policy import Rule

days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def over_the_wire(told: RuleTold) -> RuleTold:
    return msgspec.json.decode(canonical_bytes(told), type=RuleTold)


@given(good_rules(), st.booleans())
def test_a_rule_told_is_the_rule(rule: Rule, is_local: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    is_above_law = rule.name == RuleName.CASH_OF_PAYER and (
        rule.number("refuse_from_paise") > CASH_OF_LAW_PAISE
    )
    assume(not (is_local and is_above_law))
    sent = replace(rule, is_local=is_local, set_by="S201" * is_local, reason="why" * is_local)
    assert rule_of(over_the_wire(rule_told(sent))) == sent


@given(st.lists(good_rules(), max_size=5), st.integers(0, 99))
def test_a_policy_told_is_the_policy(rules: list[Rule], version: int) -> None:
    policy = Policy(tuple(rules), version)
    raw = canonical_bytes(policy_told(policy))
    told = msgspec.json.decode(raw, type=PolicyTold)
    assert policy_of(Policy(()), told.rules, told.version) == policy
    assert canonical_bytes(told) == raw


@given(st.lists(good_rules(), max_size=3), st.integers(1, 99))
def test_under_what_was_told_stand_the_usual_rules(rules: list[Rule], version: int) -> None:
    policy = policy_of(USUAL_POLICY, map(rule_told, rules), version)
    assert policy == replace(USUAL_POLICY.with_rules(rules), version=version)


@given(st.text(min_size=1, max_size=9), st.integers(1, 99), days, st.booleans())
def test_the_rule_of_a_payment_is_told_in_four_words(
    name: str,
    version: int,
    day: date,
    is_local: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    ref = RuleRef(name, version, day, is_local)
    raw = canonical_bytes(applied_told(ref))
    told = msgspec.json.decode(raw, type=RuleApplied)
    assert applied_of(told) == ref
    assert msgspec.json.decode(raw) == [name, version, day.isoformat(), is_local]


GOOD = rule_told(a_rule(RuleName.PART_OTHERS, valid_from=TODAY))
OTHERS = {
    "of_tomorrow": msgspec.structs.replace(GOOD, name="of_tomorrow"),
    "drawer": msgspec.structs.replace(GOOD, name="drawer"),
    "part_count": msgspec.structs.replace(GOOD, name="part_count", valid_from="tomorrow"),
    "part_lifeline": msgspec.structs.replace(GOOD, name="part_lifeline", valid_to="2026-01-01"),
}


def test_rules_of_a_newer_centre_are_named_and_left_out() -> None:
    policy = policy_of(USUAL_POLICY, (*OTHERS.values(), GOOD), 7)
    assert policy.not_understood == tuple(OTHERS)
    assert policy.rules == (*USUAL_POLICY.rules, rule_of(GOOD))
    assert policy.in_force(RuleName.DRAWER, TODAY) == USUAL_POLICY.in_force("drawer", TODAY)


def test_a_rule_that_cannot_be_applied_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        rule_of(OTHERS["of_tomorrow"])
    assert caught.value.code is RefusalCode.RULE_UNKNOWN
    with pytest.raises(ValueError, match="tomorrow"):
        rule_of(OTHERS["part_count"])


def test_values_are_told_as_what_they_are() -> None:
    rule = a_rule(RuleName.SAME_PAYMENT, is_word_needed=True)
    assert b'"values":{"is_word_needed":true}' in canonical_bytes(rule_told(rule))
    assert rule_of(over_the_wire(rule_told(rule))).values == values_of({"is_word_needed": True})


def test_a_rule_from_before_there_was_a_field_means_what_it_meant_then() -> None:
    told = rule_told(a_rule(RuleName.DRAWER, word_paise=9_00_000_00))
    older = msgspec.structs.replace(
        told, values={name: value for name, value in told.values.items() if name != "drop_paise"}
    )
    rule = rule_of(over_the_wire(older))
    assert (rule.number("drop_paise"), rule.number("word_paise")) == (0, 9_00_000_00)
    del older.values["warn_paise"]
    with pytest.raises(Refusal) as caught:
        rule_of(older)
    assert caught.value.code is RefusalCode.RULE_VALUE_WRONG
