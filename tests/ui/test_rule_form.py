"""The rule form: what was typed read as a rule, all mistakes at once, dates at both ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.domain.money import Money
from counter_app.domain.policy import PURPOSE_RULE, RuleName
from counter_app.domain.rule_standing import rule_names, standing
from counter_app.domain.usual_policy import USUAL_POLICY
from tests.builders import SUPERVISOR_ID, TODAY, a_rule
from ui.rule_form import (
    AUTHORITY,
    CODE,
    FROM,
    NO,
    PIN,
    REASON,
    SUPERVISOR,
    TO,
    YES,
    Problem,
    RuleForm,
    change,
    day_typed,
    end,
    new_head,
    withdraw,
)

DAY = timedelta(days=1)
METER_TEST = {
    CODE: "Meter test", "name_en": "Meter test fee", "name_hi": "मीटर जाँच शुल्क", "account": "fee_collection",
    AUTHORITY: "UPPCL order 7/2026",
}  # fmt: skip


def changed(name: str, **texts: str) -> RuleForm:
    form = change(standing(USUAL_POLICY, name, TODAY), TODAY)
    return replace(form, texts={**form.texts, **texts})


def a_new_head(**texts: str) -> RuleForm:
    form = new_head(frozenset({PURPOSE_RULE + "bill"}), TODAY)
    return replace(form, texts={**form.texts, **METER_TEST, **texts})


@pytest.mark.parametrize("name", rule_names(USUAL_POLICY))
def test_every_rule_is_read_back_as_it_stands(name: str) -> None:
    stands = standing(USUAL_POLICY, name, TODAY)
    form = changed(name, authority="UPPCL order 7/2026")
    assert form.problems == {}
    assert form.rule is not None
    assert form.rule.values == stands.shown.values
    assert (form.rule.valid_from, form.rule.valid_to) == (TODAY, None)
    assert form.rule.authority == "UPPCL order 7/2026"


def test_an_order_is_needed_to_set_a_rule_but_not_to_see_what_it_would_mean() -> None:
    form = changed(RuleName.PART_OTHERS, share_percent="40")
    assert form.problems == {AUTHORITY: Problem.TEXT_MISSING}
    assert form.rule is None
    assert form.draft is not None
    assert form.draft.number("share_percent") == 40


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_fields() -> None:
    form = changed(
        RuleName.PART_OTHERS,
        share_percent="101",
        least_paise="many",
        valid_from="yesterday",
        valid_to="1-1-2026",
    )
    assert list(form.problems.items()) == [
        ("share_percent", Problem.NOT_A_PERCENTAGE),
        ("least_paise", Problem.NOT_A_SUM),
        (FROM, Problem.NOT_A_DATE),
        (TO, Problem.ENDS_BEFORE_IT_BEGINS),
        (AUTHORITY, Problem.TEXT_MISSING),
    ]
    assert form.draft is None


@pytest.mark.parametrize(
    ("first", "last", "problems"),
    [
        (TODAY, TODAY, {}),
        (TODAY - DAY, None, {FROM: Problem.DATE_PAST}),
        (TODAY + 2 * DAY, TODAY + DAY, {TO: Problem.ENDS_BEFORE_IT_BEGINS}),
        (TODAY + 2 * DAY, TODAY + 2 * DAY, {}),
    ],
)
def test_both_ends_count_and_the_first_is_today_or_later(
    first: object, last: object, problems: object
) -> None:
    texts = {FROM: f"{first:%d/%m/%y}", TO: f"{last:%d.%m.%Y}" if last else ""}
    form = changed(RuleName.STAMP, authority="order", **texts)
    assert form.problems == problems


def test_a_last_day_that_is_no_date_is_told() -> None:
    assert changed(RuleName.STAMP, authority="order", valid_to="soon").problems == {
        TO: Problem.NOT_A_DATE
    }


def test_hindi_figures_are_read_alike() -> None:
    form = changed(RuleName.PART_COUNT, most_a_month="३", valid_from="२५-११-२०२६", authority="आदेश")
    assert form.rule is not None
    assert form.rule.number("most_a_month") == 3
    assert form.rule.valid_from == TODAY + 2 * DAY


def test_no_note_chosen_and_no_choice_made_are_told() -> None:
    form = changed(RuleName.DENOMINATIONS, accepted_paise="")
    assert form.problems["accepted_paise"] is Problem.NOT_NOTES
    assert changed(RuleName.STAMP, how="").problems["how"] is Problem.NOT_CHOSEN
    assert changed(RuleName.CHEQUE, oldest_months="x").problems == {
        "oldest_months": Problem.NOT_A_NUMBER,
        AUTHORITY: Problem.TEXT_MISSING,
    }


def test_no_supervisor_lifts_a_limit_of_the_law() -> None:
    name, field = RuleName.CASH_OF_PAYER, "refuse_from_paise"
    assert changed(name, refuse_from_paise="2,00,000.01").problems[field] is Problem.ABOVE_LAW
    assert changed(name, refuse_from_paise="two lakh").problems[field] is Problem.NOT_A_SUM
    assert field not in changed(name, refuse_from_paise="1,50,000").problems


def test_an_order_longer_than_the_books_keep_is_told() -> None:
    assert changed(RuleName.STAMP, authority="x" * 161).problems == {
        AUTHORITY: Problem.TEXT_TOO_LONG
    }


def test_a_new_head_gets_its_code_and_its_place_in_the_accounts() -> None:
    form = a_new_head()
    assert form.problems == {}
    assert form.rule is not None
    assert form.rule.name == PURPOSE_RULE + "meter_test"
    assert form.rule.text("account") == "fee_collection"


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("", Problem.CODE_WRONG),
        ("7", Problem.CODE_WRONG),
        ("suspense", Problem.CODE_WRONG),
        ("bill", Problem.CODE_TAKEN),
    ],
)
def test_a_code_that_cannot_be_or_is_there_already(code: str, problem: Problem) -> None:
    assert a_new_head(**{CODE: code}).problems == {CODE: problem}


def test_a_head_needs_names_and_asks_what_its_kind_can() -> None:
    assert a_new_head(name_en=" ", name_hi="").problems == {
        "name_en": Problem.TEXT_MISSING,
        "name_hi": Problem.TEXT_MISSING,
    }
    assert a_new_head(settles="bills").problems == {"asks": Problem.SUM_NOT_OF_KIND}
    assert a_new_head(is_certificate=YES).problems == {"is_certificate": Problem.CERTIFIES_LESS}
    assert a_new_head(note_en="x" * 161).problems == {"note_en": Problem.TEXT_TOO_LONG}
    assert a_new_head(account="cash_drawer").problems == {"account": Problem.NOT_CHOSEN}


def test_a_head_is_withdrawn_by_offering_it_no_longer() -> None:
    form = withdraw(standing(USUAL_POLICY, PURPOSE_RULE + "compounding_fee", TODAY), TODAY)
    assert form.text("is_offered") == NO
    assert form.draft is not None
    assert not form.draft.number("is_offered")


def test_a_rule_of_this_counter_is_ended_with_today() -> None:
    here = a_rule(RuleName.STAMP, valid_from=TODAY - DAY, is_local=True, above_paise=1_00)
    form = end(standing(USUAL_POLICY.with_rules((here,)), RuleName.STAMP, TODAY), TODAY)
    assert form.text(TO) == form.text(FROM) == day_typed(TODAY)
    assert form.rule is not None
    assert form.rule.values == here.values
    assert form.rule.authority == here.authority


def test_the_word_of_the_supervisor_lacks_all_of_its_parts_at_first() -> None:
    form = changed(RuleName.STAMP)
    assert set(form.signing_problems) == {REASON, SUPERVISOR, PIN}
    signed = (
        form.with_text(REASON, "month end").with_text(SUPERVISOR, " s२०१ ").with_text(PIN, "४७११")
    )
    assert signed.signing_problems == {}
    assert (signed.supervisor_id, signed.pin) == (SUPERVISOR_ID, "4711")


def test_leaving_asks_only_when_something_was_typed() -> None:
    form = changed(RuleName.PART_OTHERS)
    assert not form.is_touched
    assert form.with_text("least_paise", "900").is_touched
    assert not form.with_text("least_paise", str(Money.rupees(1_000))).is_touched
    assert form.with_text(PIN, "4").is_touched
