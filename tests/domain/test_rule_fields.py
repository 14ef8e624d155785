"""What is wrong with a rule as typed, all of it at once; and where a head may credit what it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import PAID_FOR, LedgerAccount
from counter_app.domain.policy import PURPOSE_RULE, RuleName
from counter_app.domain.rule_questions import NOTES_PAISE
from counter_app.domain.rule_values import rule_typed, value_text, wrong_fields
from counter_app.domain.usual_policy import FIELDS, PURPOSE_FIELDS, USUAL_POLICY
from tests.builders import TODAY

CHEQUE_TEXTS = {"is_taken": "yes", "oldest_months": "3", "is_from_disconnected_taken": "no"}
HEAD_TEXTS = {
    "is_offered": "yes", "name_en": "Meter test fee", "name_hi": "मीटर जाँच शुल्क", "settles": "head",
    "asks": "any_sum", "account": "fee_collection", "needs_reference": "no", "note_en": "", "note_hi": "",
    "is_for": "all", "is_certificate": "no", "is_bank_paper_taken": "no",
}  # fmt: skip
HEAD = PURPOSE_RULE + "meter_test"


@pytest.mark.parametrize("name", FIELDS)
def test_a_rule_that_is_in_force_reads_as_it_is_shown(name: str) -> None:
    values = dict(USUAL_POLICY.in_force(name, TODAY).values)
    texts = {field.name: value_text(field, values[field.name]) for field in FIELDS[name]}
    assert wrong_fields(name, texts) == ()


def test_a_field_left_empty_is_wrong() -> None:
    assert wrong_fields(RuleName.PART_OTHERS, {"share_percent": "25"}) == ("least_paise",)


def test_all_wrong_fields_are_named_at_once() -> None:
    assert wrong_fields(RuleName.PART_OTHERS, {"share_percent": "101", "least_paise": "x"}) == (
        "share_percent",
        "least_paise",
    )


@pytest.mark.parametrize("months", ["3.5", "-1", "three", "", "10001"])
def test_months_are_a_whole_number_that_is_not_too_large(months: str) -> None:
    texts = CHEQUE_TEXTS | {"oldest_months": months}
    assert wrong_fields(RuleName.CHEQUE, texts) == ("oldest_months",)


def test_digits_of_any_script_are_read() -> None:
    assert wrong_fields(RuleName.CHEQUE, CHEQUE_TEXTS | {"oldest_months": "३"}) == ()


@given(st.lists(st.sampled_from(NOTES_PAISE), min_size=1, unique=True))
def test_no_set_of_notes_looks_like_a_card_number(notes: list[int]) -> None:
    """The usual ones in a row with blanks between do: 500.00 200.00 100.00 passes Luhn."""
    kept = ",".join(map(str, notes))
    typed = {"accepted_paise": value_text(FIELDS[RuleName.DENOMINATIONS][0], kept)}
    rule = rule_typed(
        RuleName.DENOMINATIONS,
        typed,
        version=2,
        valid_from=TODAY,
        valid_to=None,
        authority="Reserve Bank",
    )
    assert rule.text("accepted_paise") == kept


def test_a_choice_nobody_offered_is_wrong() -> None:
    assert wrong_fields(HEAD, HEAD_TEXTS | {"settles": "rent"}) == ("settles",)


def test_a_rule_of_a_name_nobody_knows_has_no_fields() -> None:
    with pytest.raises(Refusal) as refused:
        wrong_fields("purpose:Not A Code", HEAD_TEXTS)
    assert refused.value.code is RefusalCode.RULE_UNKNOWN


@pytest.mark.parametrize("account", LedgerAccount)
def test_a_head_credits_a_collection_and_never_a_drawer(account: LedgerAccount) -> None:
    wrong = wrong_fields(HEAD, HEAD_TEXTS | {"account": account})
    assert wrong == (() if account in PAID_FOR else ("account",))
    assert set(HEAD_TEXTS) == {field.name for field in PURPOSE_FIELDS}
