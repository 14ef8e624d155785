"""Previewing a rule at a counter that has taken payments: how far back, how many, and nothing written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.caveat import CaveatCode
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.policy import Policy, Rule, RuleName
from counter_app.domain.rule_replay import Counted, PastCount
from counter_app.use_cases.preview_rule import MOST_PAYMENTS, PAST_DAYS, READ_AT_ONCE, PreviewRule
from tests.builders import PIN, SUPERVISOR_ID, TODAY, a_rule, a_word
from tests.use_cases.counter import Counter, an_open_counter

if TYPE_CHECKING:
    from counter_app.domain.rule_preview import Past

DAY = timedelta(days=1)
STAMP = a_rule(RuleName.STAMP, valid_from=TODAY, above_paise=100_00)
WORD = a_word(CaveatCode.PART_BELOW_MINIMUM, CaveatCode.PART_COUNT)


def a_counter_that_took(*payments_a_day: int) -> Counter:
    """So many part payments of some Rs 200 each a day, the last day today."""
    counter = an_open_counter(Money.rupees(90_000), since=DAY * len(payments_a_day))
    counter.clock.passes(-DAY * (len(payments_a_day) - 1))
    for place, payments in enumerate(payments_a_day):
        if place:
            counter.clock.passes(DAY)
        for number in range(payments):
            counter.takes(Money.rupees(200 + number), word=WORD)
    return counter


def past_of(counter: Counter, *, most: int = MOST_PAYMENTS) -> Past:
    past = PreviewRule(counter.ledger, counter.clock, most)(STAMP).past
    assert past is not None
    return past


def test_a_counter_that_took_nothing_is_told_so() -> None:
    past = past_of(an_open_counter())
    assert (past.first_day, past.last_day) == (TODAY - (PAST_DAYS - 1) * DAY, TODAY)
    assert (past.replay.payments, past.replay.counts, past.is_all) == (0, (), True)


def test_the_payments_of_the_last_days_are_counted_and_none_before() -> None:
    counter = a_counter_that_took(1, 0, 2)
    assert past_of(counter).replay.counts == (PastCount(Counted.STAMP_BOX, 0, 3),)
    counter.clock.passes((PAST_DAYS - 2) * DAY)
    assert past_of(counter).replay.payments == 2
    counter.clock.passes(2 * DAY)
    assert past_of(counter).replay.payments == 0


def test_only_the_newest_so_many_are_looked_at_and_it_is_told() -> None:
    counter = a_counter_that_took(2, 2, 1)
    past = past_of(counter, most=4)
    assert (past.replay.payments, past.is_all, past.first_day) == (4, False, TODAY - 2 * DAY)
    past = past_of(counter, most=3)
    assert (past.replay.payments, past.is_all, past.first_day) == (3, False, TODAY - DAY)
    past = past_of(counter, most=5)
    assert (past.replay.payments, past.is_all) == (5, True)


def test_many_receipts_of_a_day_are_read_a_few_at_a_time() -> None:
    counter = a_counter_that_took(READ_AT_ONCE + 1)
    assert past_of(counter).replay.payments == READ_AT_ONCE + 1


def test_a_rule_whose_facts_no_receipt_keeps_is_told_by_examples_alone() -> None:
    counter = a_counter_that_took(1)
    preview = PreviewRule(counter.ledger, counter.clock)(
        a_rule(RuleName.DRAWER, valid_from=TODAY, word_paise=1)
    )
    assert preview.past is None
    assert any(example.is_changed for example in preview.examples)


def test_nothing_is_written() -> None:
    counter = a_counter_that_took(1)
    commits, messages = counter.ledger.commits, len(counter.messages)
    past_of(counter)
    assert (counter.ledger.commits, len(counter.messages)) == (commits, messages)


def test_what_is_previewed_is_what_is_set() -> None:
    counter = a_counter_that_took(1)
    previewed = PreviewRule(counter.ledger, counter.clock)(STAMP).rule
    kept = counter.set_rule(STAMP, SUPERVISOR_ID, PIN, "ordered by telephone")
    assert previewed == replace(kept, set_by=previewed.set_by, reason=previewed.reason)
    now: Policy = counter.view_policy()
    assert now.rule(RuleName.STAMP, TODAY) == kept


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (replace(STAMP, name="rent"), RefusalCode.RULE_UNKNOWN),
        (replace(STAMP, valid_to=TODAY - DAY), RefusalCode.RULE_DATES_WRONG),
        (replace(STAMP, values=()), RefusalCode.RULE_VALUE_WRONG),
    ],
)
def test_a_rule_that_is_none_is_refused(rule: Rule, code: RefusalCode) -> None:
    counter = an_open_counter()
    with pytest.raises(Refusal) as refused:
        PreviewRule(counter.ledger, counter.clock)(rule)
    assert refused.value.code is code
