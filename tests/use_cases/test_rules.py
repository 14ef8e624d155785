"""The policy at the counter, and a rule that a supervisor sets for it alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.policy import Rule, RuleName
from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.bodies import RuleSetHere
from counter_app.wire.rules import PolicyTold, rule_told
from tests.builders import CASHIER_ID, PIN, SUPERVISOR_ID, TODAY, a_rule
from tests.use_cases.counter import Counter, an_open_counter

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId

STRICTER = a_rule(RuleName.PART_OTHERS, valid_from=TODAY, share_percent=50)


def refused(
    counter: Counter,
    rule: Rule = STRICTER,
    supervisor_id: CashierId = SUPERVISOR_ID,
    pin: str = PIN,
    reason: str = "order of the day",
) -> RefusalCode:
    before = counter.pages.copy()
    with pytest.raises(Refusal) as caught:
        counter.set_rule(rule, supervisor_id, pin, reason)
    assert replace(counter.pages, pin_tries=before.pin_tries) == before
    return caught.value.code


def test_a_rule_set_here_holds_at_once_and_is_told() -> None:
    counter = an_open_counter()
    kept = counter.set_rule(STRICTER, SUPERVISOR_ID, PIN, " order of  the day ")
    assert (kept.version, kept.is_local, kept.set_by, kept.reason) == (
        2,
        True,
        SUPERVISOR_ID,
        "order of the day",
    )
    assert counter.view_policy().rule(RuleName.PART_OTHERS, TODAY) == kept
    assert counter.rules_today().rule(RuleName.PART_OTHERS) == kept
    assert counter.messages[-1].message.body == RuleSetHere(rule_told(kept))
    again = counter.set_rule(STRICTER, SUPERVISOR_ID, PIN, "once more")
    assert again.version == 3


def test_a_rule_begins_today_at_the_earliest() -> None:
    yesterday = TODAY - timedelta(days=1)
    code = refused(an_open_counter(), a_rule(RuleName.PART_OTHERS, valid_from=yesterday))
    assert code is RefusalCode.RULE_IN_THE_PAST


def test_a_rule_is_set_by_a_supervisor_with_pin_and_reason() -> None:
    counter = an_open_counter()
    assert refused(counter, reason="") is RefusalCode.REASON_MISSING
    assert refused(counter, supervisor_id=CASHIER_ID) is RefusalCode.WORD_NOT_FROM_SUPERVISOR
    assert refused(counter, pin="1") is RefusalCode.PIN_WRONG
    wrong = a_rule(RuleName.PART_OTHERS, valid_from=TODAY, share_percent=101)
    assert refused(counter, wrong) is RefusalCode.RULE_VALUE_WRONG


def test_no_supervisor_lifts_the_limit_of_the_law() -> None:
    above = a_rule(RuleName.CASH_OF_PAYER, valid_from=TODAY, refuse_from_paise=2_00_000_01)
    assert refused(an_open_counter(), above) is RefusalCode.RULE_VALUE_WRONG


def test_the_policy_of_the_centre_comes_with_the_bills() -> None:
    counter = an_open_counter()
    counter.server.policy = PolicyTold(3, (rule_told(STRICTER),))
    counter.pull_bills()
    policy = counter.view_policy()
    assert policy.version == 3
    assert policy.rule(RuleName.PART_OTHERS, TODAY) == STRICTER
    assert policy.rules[: len(USUAL_POLICY.rules)] == USUAL_POLICY.rules
