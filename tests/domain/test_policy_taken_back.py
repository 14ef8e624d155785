"""A rule set for this counter: it goes before the centre's as long as it lasts, and can be taken back."""

from __future__ import annotations

from datetime import date, timedelta

from counter_app.domain.policy import RuleName
from counter_app.domain.usual_policy import USUAL_POLICY
from tests.builders import TODAY, a_rule

STAMP = RuleName.STAMP
DAY = timedelta(days=1)


def test_a_rule_of_this_counter_goes_before_a_newer_one_of_the_centre() -> None:
    here = a_rule(STAMP, valid_from=TODAY, version=2, is_local=True, above_paise=1)
    centre = a_rule(STAMP, valid_from=TODAY, version=3, above_paise=2)
    assert USUAL_POLICY.with_rules((here, centre)).rule(STAMP, TODAY) == here


def test_the_last_day_counts_and_then_the_centre_s_holds_again() -> None:
    here = a_rule(STAMP, valid_from=TODAY, valid_to=TODAY + DAY, is_local=True, above_paise=1)
    policy = USUAL_POLICY.with_rules((here,))
    usual = USUAL_POLICY.rule(STAMP, TODAY)
    assert [policy.rule(STAMP, TODAY + n * DAY) for n in (-1, 0, 1, 2)] == [
        usual,
        here,
        here,
        usual,
    ]


def test_an_override_without_end_is_taken_back_by_giving_it_a_last_day() -> None:
    open_end = a_rule(STAMP, valid_from=date(2026, 1, 1), version=2, is_local=True, above_paise=1)
    ended = a_rule(STAMP, valid_from=TODAY, valid_to=TODAY, version=3, is_local=True, above_paise=1)
    policy = USUAL_POLICY.with_rules((open_end, ended))
    assert policy.rule(STAMP, TODAY - DAY) == open_end
    assert policy.rule(STAMP, TODAY) == ended
    assert policy.rule(STAMP, TODAY + DAY) == USUAL_POLICY.rule(STAMP, TODAY)


def test_of_two_that_begin_on_one_day_the_newer_version_counts() -> None:
    first = a_rule(STAMP, valid_from=TODAY, version=2, is_local=True, above_paise=1)
    second = a_rule(STAMP, valid_from=TODAY, version=3, is_local=True, above_paise=2)
    assert USUAL_POLICY.with_rules((second, first)).rule(STAMP, TODAY) == second
