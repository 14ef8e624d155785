"""Which rule is in force: exactly one, on every day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.policy import Policy, Rule, RuleName, next_version, values_of
from counter_app.domain.usual_policy import FIELDS, USUAL_POLICY, fields_of
from tests.builders import TODAY, a_rule

if TYPE_CHECKING:
    import random

FIRST = date(2026, 11, 1)
DAYS = tuple(FIRST + timedelta(days=number) for number in range(12))
NAMES = (RuleName.PART_OTHERS, RuleName.DRAWER)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    begins = draw(st.integers(0, len(DAYS) - 1))
    ends = draw(st.none() | st.integers(begins, len(DAYS) - 1))
    return Rule(
        name=draw(st.sampled_from(NAMES)),
        version=draw(st.integers(2, 5)),
        valid_from=DAYS[begins],
        valid_to=None if ends is None else DAYS[ends],
        values=(),
        authority="",
        is_local=draw(st.booleans()),
    )


policies = st.lists(
    rules(), max_size=8, unique_by=lambda rule: (rule.name, rule.is_local, rule.version)
)


def by_brute_force(found: list[Rule], name: str, day: date) -> Rule | None:
    """A knock-out of any two: the counter's that began last, while it lasts; else the centre's of those that last."""
    here: Rule | None = None
    centre: Rule | None = None
    for rule in found:
        if rule.name != name or rule.valid_from > day:
            continue
        is_over = rule.valid_to is not None and rule.valid_to < day
        if rule.is_local:
            here = rule if here is None else began_later(rule, here)
        elif not is_over:
            centre = rule if centre is None else began_later(rule, centre)
    return here if here is not None and here.holds_on(day) else centre


def began_later(one: Rule, other: Rule) -> Rule:
    if one.valid_from != other.valid_from:
        return one if one.valid_from > other.valid_from else other
    return one if one.version > other.version else other


@given(policies, st.randoms(use_true_random=False))
def test_one_rule_is_in_force_on_each_day_in_whatever_order_they_came(
    found: list[Rule], dice: random.Random
) -> None:
    turned = list(found)
    dice.shuffle(turned)
    for name in NAMES:
        for day in DAYS:
            best = by_brute_force(found, name, day)
            assert Policy(tuple(found)).rule(name, day) == best
            assert Policy(tuple(turned)).rule(name, day) == best


@given(policies)
def test_under_the_usual_rules_there_is_one_for_every_name_and_day(found: list[Rule]) -> None:
    policy = USUAL_POLICY.with_rules(found)
    for day in DAYS:
        for name in RuleName:
            best = by_brute_force(found, name, day)
            assert policy.in_force(name, day) == (best or USUAL_POLICY.in_force(name, day))


@given(policies)
def test_a_rule_holds_on_its_first_and_last_day_and_not_beyond(found: list[Rule]) -> None:
    day = timedelta(days=1)
    for rule in found:
        assert rule.holds_on(rule.valid_from)
        assert not rule.holds_on(rule.valid_from - day)
        if rule.valid_to is not None:
            assert rule.holds_on(rule.valid_to)
            assert not rule.holds_on(rule.valid_to + day)
        else:
            assert rule.holds_on(date.max)


@given(policies)
def test_a_new_version_is_newer_than_every_other_of_its_name(found: list[Rule]) -> None:
    for name in NAMES:
        new = next_version(found, name)
        assert all(rule.version < new for rule in found if rule.name == name)
        assert new == 1 or any(rule.version == new - 1 for rule in found if rule.name == name)


def test_the_usual_rules_have_a_value_for_every_field_and_no_other() -> None:
    assert {rule.name for rule in USUAL_POLICY.rules} == set(FIELDS) == set(RuleName)
    for rule in USUAL_POLICY.rules:
        assert {name for name, _ in rule.values} == {one.name for one in fields_of(rule.name)}
        assert rule.authority


def test_a_name_nobody_knows_has_no_rule() -> None:
    assert USUAL_POLICY.rule("tea_money", TODAY) is None
    with pytest.raises(KeyError):
        USUAL_POLICY.in_force("tea_money", TODAY)
    with pytest.raises(KeyError):
        fields_of("tea_money")


def test_more_rules_leave_the_version_of_the_centre() -> None:
    policy = Policy((), 7, ("of_tomorrow",)).with_rules([a_rule(RuleName.DRAWER)])
    assert (policy.version, policy.not_understood, len(policy.rules)) == (7, ("of_tomorrow",), 1)


def test_a_rule_names_itself_to_a_payment() -> None:
    ref = a_rule(RuleName.DRAWER, version=3, is_local=True).ref
    assert (ref.name, ref.version, ref.valid_from, ref.is_local) == (
        "drawer",
        3,
        date(2026, 1, 1),
        True,
    )


def test_values_stand_in_one_order() -> None:
    assert (
        values_of({"b": 1, "a": True})
        == values_of({"a": True, "b": 1})
        == (
            ("a", True),
            ("b", 1),
        )
    )
