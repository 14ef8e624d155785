"""Rules as people type them and as the wire brings them: read whole, or refused by name and field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import PAID_FOR, LedgerAccount
from counter_app.domain.money import LARGEST_PAISE, western_digits
from counter_app.domain.policy import Rule, RuleName, values_of
from counter_app.domain.purpose import USUAL_PURPOSES
from counter_app.domain.rule_values import (
    LARGEST_COUNT,
    LONGEST_TEXT,
    refuse_wrong_rule,
    rule_typed,
    value_text,
)
from counter_app.domain.usual_policy import USUAL_POLICY, fields_of
from tests.builders import TODAY, a_rule
from tests.domain.cases.rules_told import a_head, values_of_head
from tests.domain.drawn_rules import FIRST, HEAD, LAST, good_rules

if TYPE_CHECKING:
    from counter_app.domain.policy import Value
    from counter_app.domain.purpose import Purpose


@given(good_rules())
def test_a_rule_typed_as_it_is_shown_is_the_rule(rule: Rule) -> None:
    refuse_wrong_rule(rule)
    shown = {
        field.name: value_text(field, dict(rule.values)[field.name])
        for field in fields_of(rule.name)
    }
    typed = rule_typed(
        rule.name,
        shown,
        version=rule.version,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
        authority=rule.authority,
    )
    assert typed == rule


@given(good_rules(), st.data())
def test_a_rule_with_a_field_missing_or_one_more_is_refused(
    rule: Rule, data: st.DataObject
) -> None:
    values = dict(rule.values)
    if data.draw(st.booleans()):
        del values[data.draw(st.sampled_from(sorted(values)))]
    else:
        values["of_tomorrow"] = 1
    with pytest.raises(Refusal) as caught:
        refuse_wrong_rule(replace(rule, values=values_of(values)))
    assert caught.value.code is RefusalCode.RULE_VALUE_WRONG
    assert caught.value.facts == {"name": rule.name, "field": ""}


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        (RuleName.PART_OTHERS, "share_percent", -1),
        (RuleName.PART_OTHERS, "share_percent", 101),
        (RuleName.PART_OTHERS, "share_percent", True),
        (RuleName.PART_OTHERS, "share_percent", "25"),
        (RuleName.PART_OTHERS, "least_paise", LARGEST_PAISE + 1),
        (RuleName.PART_COUNT, "most_a_month", LARGEST_COUNT + 1),
        (RuleName.SAME_PAYMENT, "is_word_needed", 1),
        (RuleName.SAME_PAYMENT, "is_word_needed", "yes"),
        (RuleName.STAMP, "how", "sometimes"),
        (RuleName.STAMP, "how", 0),
        (RuleName.DENOMINATIONS, "accepted_paise", ""),
        (RuleName.DENOMINATIONS, "accepted_paise", "50000,0"),
        (RuleName.DENOMINATIONS, "accepted_paise", "50000;20000"),
        (RuleName.DENOMINATIONS, "accepted_paise", 50000),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_refused_by_name_and_field(
    name: RuleName, field: str, value: Value
) -> None:
    with pytest.raises(Refusal) as caught:
        refuse_wrong_rule(changed(a_rule(name), {field: value}))
    assert caught.value.code is RefusalCode.RULE_VALUE_WRONG
    assert caught.value.facts == {"name": name, "field": field}


def changed(rule: Rule, values: dict[str, Value]) -> Rule:
    return replace(rule, values=values_of(dict(rule.values) | values))


def meter_rent() -> Rule:
    (usual,) = (purpose for purpose in USUAL_PURPOSES if purpose.code == "reconnection_fee")
    return a_head("meter_rent", values_of_head(usual))


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name_en", {"name_en": " "}),
        ("name_hi", {"name_hi": ""}),
        ("note_en", {"note_en": "a" * (LONGEST_TEXT + 1)}),
        ("account", {"account": "pocket"}),
        *(("account", {"account": str(one)}) for one in LedgerAccount if one not in PAID_FOR),
        ("asks", {"asks": "all_due"}),
        ("asks", {"settles": "bills", "asks": "any_sum"}),
        ("is_certificate", {"is_certificate": True}),
        (
            "is_certificate",
            {"settles": "bills", "asks": "up_to_due", "is_certificate": True},
        ),
    ],
)
def test_a_head_that_hides_money_or_certifies_what_is_not_paid_is_refused(
    field: str, changes: dict[str, Value]
) -> None:
    with pytest.raises(Refusal) as caught:
        refuse_wrong_rule(changed(meter_rent(), changes))
    assert caught.value.code is RefusalCode.RULE_VALUE_WRONG
    assert caught.value.facts == {"name": HEAD, "field": field}


@pytest.mark.parametrize("head", USUAL_PURPOSES, ids=lambda head: head.code)
def test_every_usual_head_could_be_set_as_it_is(head: Purpose) -> None:
    refuse_wrong_rule(a_head(head.code, values_of_head(head)))


@pytest.mark.parametrize("one", USUAL_POLICY.rules, ids=lambda rule: str(rule.name))
def test_every_usual_rule_can_be_applied(one: Rule) -> None:
    refuse_wrong_rule(one)


@pytest.mark.parametrize(
    "name", ["tea_money", "purpose:", "purpose:suspense", "purpose:Meter", "purpose:a", "meter"]
)
def test_a_rule_nobody_knows_is_refused(name: str) -> None:
    with pytest.raises(Refusal) as caught:
        refuse_wrong_rule(replace(meter_rent(), name=name))
    assert caught.value.code is RefusalCode.RULE_UNKNOWN
    with pytest.raises(Refusal) as caught:
        typed(name, {})
    assert caught.value.code is RefusalCode.RULE_UNKNOWN


def test_a_rule_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        refuse_wrong_rule(a_rule(RuleName.DRAWER, valid_from=LAST, valid_to=FIRST))
    assert caught.value.code is RefusalCode.RULE_DATES_WRONG
    refuse_wrong_rule(a_rule(RuleName.DRAWER, valid_from=FIRST, valid_to=FIRST))


def typed(name: str, fields: dict[str, str], *, authority: str = "by telephone") -> Rule:
    return rule_typed(name, fields, version=2, valid_from=TODAY, valid_to=None, authority=authority)


def test_no_rule_of_one_counter_lifts_the_limit_of_the_law() -> None:
    at_law = a_rule(RuleName.CASH_OF_PAYER, is_local=True)
    below = changed(at_law, {"refuse_from_paise": 1_99_999_99})
    above = changed(at_law, {"refuse_from_paise": 2_00_000_01})
    for rule in (at_law, below, replace(above, is_local=False)):
        refuse_wrong_rule(rule)
    with pytest.raises(Refusal) as caught:
        refuse_wrong_rule(above)
    assert caught.value.code is RefusalCode.RULE_VALUE_WRONG
    assert caught.value.facts == {"name": "cash_of_payer", "field": "refuse_from_paise"}


def test_a_note_may_be_as_long_as_any_text() -> None:
    refuse_wrong_rule(changed(meter_rent(), {"note_en": "a" * LONGEST_TEXT}))


def test_the_usual_notes_and_coins_can_be_set_again_as_they_are_shown() -> None:
    usual = USUAL_POLICY.in_force(RuleName.DENOMINATIONS, TODAY)
    (field,) = fields_of(RuleName.DENOMINATIONS)
    shown = value_text(field, usual.text(field.name))
    assert typed("denominations", {field.name: shown}).values == usual.values


def test_sums_counts_and_flags_are_read_as_people_type_them() -> None:
    rule = typed("part_others", {"share_percent": " ३० ", "least_paise": "₹ १,२००"})
    assert dict(rule.values) == {"share_percent": 30, "least_paise": 1200_00}
    assert dict(typed("cash_of_consumer", {"warn_above_paise": "0.00"}).values) == {
        "warn_above_paise": 0
    }
    assert dict(typed("same_payment", {"is_word_needed": "YES"}).values) == {"is_word_needed": True}
    assert dict(typed("same_payment", {}).values) == {"is_word_needed": False}
    listed = typed("denominations", {"accepted_paise": "500 200  0.50"})
    assert listed.text("accepted_paise") == "50000,20000,50"


@pytest.mark.parametrize(
    ("name", "field", "text"),
    [
        ("part_others", "share_percent", ""),
        ("part_others", "share_percent", "a quarter"),
        ("part_others", "share_percent", "101"),
        ("part_others", "least_paise", "much"),
        ("part_others", "least_paise", ""),
        ("denominations", "accepted_paise", "500 and 200"),
        ("denominations", "accepted_paise", ""),
        ("stamp", "how", "sometimes"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_and_field(name: str, field: str, text: str) -> None:
    usual = {
        one.name: value_text(one, dict(USUAL_POLICY.in_force(name, TODAY).values)[one.name])
        for one in fields_of(name)
    }
    with pytest.raises(Refusal) as caught:
        typed(name, usual | {field: text})
    assert caught.value.code is RefusalCode.RULE_VALUE_WRONG
    assert caught.value.facts == {"name": name, "field": field}


@pytest.mark.parametrize("where", ["authority", "note_en"])
def test_a_card_number_in_a_rule_is_refused(where: str) -> None:
    number = "4111 1111 1111 1111"
    fields = {"note_en": number} if where == "note_en" else {}
    with pytest.raises(Refusal) as caught:
        typed(HEAD, fields, authority=number if where == "authority" else "by telephone")
    assert caught.value.code is RefusalCode.CARD_NUMBER_IN_TEXT


@given(st.integers(0, 100))
def test_a_share_may_be_typed_in_hindi(share: int) -> None:
    text = "".join("०१२३४५६७८९"[int(digit)] for digit in str(share))
    assert western_digits(text) == str(share)
    assert (
        typed("part_others", {"share_percent": text, "least_paise": "0"}).number("share_percent")
        == share
    )
