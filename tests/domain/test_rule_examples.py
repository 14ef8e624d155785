"""Examples in the editor: what the rule as it is and the rule as typed say to round dues and to their own limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.money import Money
from counter_app.domain.policy import PURPOSE_RULE, Rule, RuleName, Value, values_of
from counter_app.domain.purpose import BILL, FINAL_BILL, PREPAID_ARREAR
from counter_app.domain.rule_examples import Answer, Told
from counter_app.domain.rule_preview import PastPayments, RulePreview, preview
from counter_app.domain.rule_questions import Asked, Question
from counter_app.domain.rule_standing import standing
from counter_app.domain.rule_trial import Verdict
from counter_app.domain.usual_policy import USUAL_POLICY
from tests.builders import TODAY, a_rule

NOTHING_PAID = PastPayments(TODAY, TODAY, (), is_all=True)
TAKEN, CAUTION, WORD, REFUSED = (
    Verdict.TAKEN,
    Verdict.CAUTION,
    Verdict.WORD,
    Verdict.REFUSED,
)


def previewed(name: str, **changed: Value) -> RulePreview:
    """The rule as it is, with these values instead, from today."""
    usual = USUAL_POLICY.in_force(name, TODAY)
    typed = replace(usual, valid_from=TODAY, values=values_of(dict(usual.values) | changed))
    return preview(USUAL_POLICY, typed, TODAY, NOTHING_PAID)


def answers(found: RulePreview, asked: Asked) -> dict[int, tuple[str, str]]:
    """Sum in whole rupees, or number, to what the two rules say."""
    return {
        one.question.number or one.question.amount.paise // 100: (
            one.as_it_is.told,
            one.as_typed.told,
        )
        for one in found.examples
        if one.question.asked is asked
    }


@pytest.mark.parametrize(
    ("name", "now", "typed"),
    [
        (RuleName.PART_LIFELINE, (250, 250, 1_000, 5_000), (500, 500, 2_000, 10_000)),
        (RuleName.PART_OTHERS, (500, 1_000, 2_500, 12_500), (500, 500, 2_000, 10_000)),
        (RuleName.PART_DISCONNECTED, (125, 500, 2_500, 12_500), (500, 500, 2_000, 10_000)),
    ],
)
def test_the_least_part_of_round_dues(
    name: str, now: tuple[int, ...], typed: tuple[int, ...]
) -> None:
    found = previewed(name, share_percent=20, least_paise=500_00)
    assert [one.question for one in found.examples] == [
        Question(Asked.LEAST_PART, Money.rupees(due)) for due in (500, 2_000, 10_000, 50_000)
    ]
    assert [one.as_it_is for one in found.examples] == [
        Answer(Told.LEAST, Money.rupees(part)) for part in now
    ]
    assert [one.as_typed for one in found.examples] == [
        Answer(Told.LEAST, Money.rupees(part)) for part in typed
    ]


def test_the_first_part_payment_beyond_the_count_needs_a_word() -> None:
    found = previewed(RuleName.PART_COUNT, most_a_month=3)
    assert answers(found, Asked.PART_OF_MONTH) == {
        1: (TAKEN, TAKEN),
        2: (WORD, TAKEN),
        3: (WORD, TAKEN),
        4: (WORD, WORD),
    }


def test_an_advance_up_to_the_limit() -> None:
    found = previewed(RuleName.ADVANCE, most_paise=5_000_00)
    assert answers(found, Asked.ABOVE_DUE) == {
        100: (TAKEN, TAKEN),
        5_000: (TAKEN, TAKEN),
        1_00_000: (TAKEN, REFUSED),
        5_00_000: (TAKEN, REFUSED),
    }


def test_cash_of_a_consumer_is_cautioned_above_the_limit_and_the_law_refuses_all_the_same() -> None:
    found = previewed(RuleName.CASH_OF_CONSUMER, warn_above_paise=50_000_00)
    assert answers(found, Asked.CASH) == {
        10_000: (TAKEN, TAKEN),
        20_000: (TAKEN, TAKEN),
        50_000: (CAUTION, TAKEN),
        1_00_000: (CAUTION, CAUTION),
        2_00_000: (REFUSED, REFUSED),
    }


def test_cash_of_a_payer_is_refused_from_the_limit_on() -> None:
    found = previewed(RuleName.CASH_OF_PAYER, refuse_from_paise=50_000_00)
    assert answers(found, Asked.CASH) == {
        10_000: (TAKEN, TAKEN),
        50_000: (TAKEN, REFUSED),
        1_00_000: (TAKEN, REFUSED),
        2_00_000: (REFUSED, REFUSED),
    }


def test_the_same_again_needs_a_word_or_only_a_caution() -> None:
    found = previewed(RuleName.SAME_PAYMENT, is_word_needed=False)
    (example,) = found.examples
    assert (example.as_it_is.told, example.as_typed.told) == (WORD, CAUTION)
    assert example.is_changed


def test_a_cheque_of_round_ages_and_of_one_who_is_disconnected() -> None:
    found = previewed(RuleName.CHEQUE, oldest_months=2, is_from_disconnected_taken=True)
    assert answers(found, Asked.PAPER_AGE) == {
        1: (TAKEN, TAKEN),
        2: (TAKEN, TAKEN),
        3: (TAKEN, REFUSED),
        6: (REFUSED, REFUSED),
    }
    assert answers(found, Asked.CHEQUE_DISCONNECTED) == {1: (REFUSED, TAKEN)}


def test_a_cheque_of_three_months_is_taken_at_the_end_of_a_longer_month_too() -> None:
    last_of_may = date(2026, 5, 31)
    typed = replace(a_rule(RuleName.CHEQUE, valid_from=last_of_may), valid_to=None)
    found = preview(USUAL_POLICY, typed, last_of_may, NOTHING_PAID)
    assert answers(found, Asked.PAPER_AGE) == {
        1: (TAKEN, TAKEN),
        3: (TAKEN, TAKEN),
        6: (REFUSED, REFUSED),
    }


def test_a_draft_not_taken_at_all() -> None:
    found = previewed(RuleName.DRAFT, is_taken=False)
    assert answers(found, Asked.PAPER_AGE)[1] == (TAKEN, REFUSED)


def test_stamps_to_affix_or_duty_paid_above_the_limit_only() -> None:
    found = previewed(RuleName.STAMP, how="consolidated", above_paise=10_000_00)
    assert answers(found, Asked.RECEIPT) == {
        1_000: (Told.NO_STAMP, Told.NO_STAMP),
        5_000: (Told.NO_STAMP, Told.NO_STAMP),
        5_001: (Told.STAMP_BOX, Told.NO_STAMP),
        10_000: (Told.STAMP_BOX, Told.NO_STAMP),
        20_000: (Told.STAMP_BOX, Told.DUTY_PAID),
    }


def test_a_counter_long_alone_or_with_much_unsent() -> None:
    found = previewed(RuleName.OFFLINE, warn_hours=24, word_hours=48)
    assert answers(found, Asked.HOURS_ALONE) == {
        24: (TAKEN, TAKEN),
        48: (TAKEN, CAUTION),
        72: (TAKEN, WORD),
        96: (CAUTION, WORD),
        168: (CAUTION, WORD),
        240: (WORD, WORD),
    }
    assert answers(found, Asked.UNSENT)[1_50_00_000] == (CAUTION, CAUTION)
    assert found.past is None, "no receipt keeps what was unsent then"


def test_a_drawer_that_grows_heavy() -> None:
    found = previewed(RuleName.DRAWER, word_paise=3_00_000_00)
    assert answers(found, Asked.DRAWER) == {
        1_00_000: (TAKEN, TAKEN),
        2_00_000: (TAKEN, TAKEN),
        3_00_000: (CAUTION, CAUTION),
        5_00_000: (CAUTION, WORD),
        6_00_000: (WORD, WORD),
        10_00_000: (WORD, WORD),
    }


def test_a_drawer_that_may_never_hold_so_much() -> None:
    found = previewed(RuleName.DRAWER, drop_paise=6_00_000_00)
    assert answers(found, Asked.DRAWER)[10_00_000] == (WORD, REFUSED)
    assert answers(found, Asked.DRAWER)[6_00_000] == (WORD, WORD)


def test_a_close_at_which_something_is_missing() -> None:
    found = previewed(RuleName.SHIFT_CLOSE, variance_word_paise=1_000_00, pieces_word=1)
    reason, approval = Told.CLOSED_WITH_REASON, Told.CLOSED_WITH_APPROVAL
    assert answers(found, Asked.VARIANCE) == {
        10: (reason, reason),
        100: (reason, reason),
        101: (approval, reason),
        1_000: (approval, reason),
    }
    assert answers(found, Asked.PIECES_DIFFER) == {1: (approval, reason), 2: (approval, approval)}
    assert found.past is None, "no receipt keeps what was counted"


def test_notes_and_coins_that_are_accepted() -> None:
    found = previewed(RuleName.DENOMINATIONS, accepted_paise="200000,50000,10000")
    told = answers(found, Asked.NOTE)
    assert told[2_000] == (Told.NOT_ACCEPTED, Told.ACCEPTED)
    assert told[500] == (Told.ACCEPTED, Told.ACCEPTED)
    assert told[10] == (Told.ACCEPTED, Told.NOT_ACCEPTED)


def head(code: str, **changed: Value) -> Rule:
    shown = standing(USUAL_POLICY, PURPOSE_RULE + code, TODAY).shown
    return Rule(
        name=shown.name,
        version=1,
        valid_from=TODAY,
        valid_to=None,
        values=values_of(dict(shown.values) | changed),
        authority="office order 7",
    )


def of_head(found: RulePreview) -> dict[Asked, tuple[str, str]]:
    return {one.question.asked: (one.as_it_is.told, one.as_typed.told) for one in found.examples}


def test_the_bill_taken_whole_only_and_from_prepaid_consumers_too() -> None:
    found = preview(USUAL_POLICY, head(BILL, asks="all_due", is_for="all"), TODAY, NOTHING_PAID)
    assert of_head(found) == {
        Asked.HEAD_POSTPAID: (TAKEN, TAKEN),
        Asked.HEAD_PREPAID: (REFUSED, TAKEN),
        Asked.HEAD_HALF: (TAKEN, REFUSED),
        Asked.HEAD_MORE: (TAKEN, REFUSED),
        Asked.HEAD_BANK_PAPER: (TAKEN, TAKEN),
        Asked.HEAD_NO_REFERENCE: (TAKEN, TAKEN),
    }


def test_an_arrear_of_prepaid_consumers_is_asked_of_prepaid_consumers() -> None:
    typed = head(PREPAID_ARREAR, is_bank_paper_taken=False, needs_reference=True)
    told = of_head(preview(USUAL_POLICY, typed, TODAY, NOTHING_PAID))
    assert told[Asked.HEAD_POSTPAID] == (REFUSED, REFUSED)
    assert told[Asked.HEAD_BANK_PAPER] == (TAKEN, REFUSED)
    assert told[Asked.HEAD_NO_REFERENCE] == (TAKEN, REFUSED)


def test_a_final_bill_is_asked_of_one_who_is_disconnected_for_good() -> None:
    typed = head(FINAL_BILL, is_offered=False)
    told = of_head(preview(USUAL_POLICY, typed, TODAY, NOTHING_PAID))
    assert told[Asked.HEAD_POSTPAID] == (TAKEN, REFUSED)
    assert told[Asked.HEAD_HALF] == (REFUSED, REFUSED)


def test_a_new_head_is_refused_as_it_is_and_taken_as_typed() -> None:
    fee = head("reconnection_fee", name_en="Meter test fee")
    typed = replace(fee, name=PURPOSE_RULE + "meter_test")
    found = preview(USUAL_POLICY, typed, TODAY, NOTHING_PAID)
    assert found.now is None
    assert of_head(found) == {
        Asked.HEAD_POSTPAID: (REFUSED, TAKEN),
        Asked.HEAD_PREPAID: (REFUSED, TAKEN),
        Asked.HEAD_BANK_PAPER: (REFUSED, REFUSED),
        Asked.HEAD_NO_REFERENCE: (REFUSED, TAKEN),
    }


def test_a_rule_that_begins_later_is_compared_on_its_first_day() -> None:
    first = TODAY + timedelta(days=9)
    ordered = a_rule(RuleName.STAMP, valid_from=TODAY + timedelta(days=5), above_paise=100_00)
    typed = a_rule(
        RuleName.STAMP, valid_from=first, valid_to=first + timedelta(days=1), above_paise=1
    )
    policy = USUAL_POLICY.with_rules((ordered,))
    found = preview(policy, typed, TODAY, NOTHING_PAID)
    assert (found.day, found.now) == (first, ordered)
    assert found.then is not None
    assert (found.then.day, found.then.rule) == (first + timedelta(days=2), ordered)
    assert (found.rule.is_local, found.rule.version) == (True, 3)


@given(share=st.integers(0, 100), least=st.integers(0, 10_000_00))
def test_the_same_rule_again_changes_no_example(share: int, least: int) -> None:
    rule = a_rule(RuleName.PART_OTHERS, version=2, share_percent=share, least_paise=least)
    policy = USUAL_POLICY.with_rules((rule,))
    typed = a_rule(RuleName.PART_OTHERS, valid_from=TODAY, share_percent=share, least_paise=least)
    found = preview(policy, typed, TODAY, NOTHING_PAID)
    assert not any(one.is_changed for one in found.examples)
