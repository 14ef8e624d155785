"""The heads and notes of one day, and the sums a payer is likely to hand over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.consumer import Connection
from counter_app.domain.day_rules import likely_given
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.purpose import (
    LONGEST_REFERENCE,
    PREPAID_ARREAR,
    RECHARGE,
    SUSPENSE,
    USUAL_PURPOSES,
    reference_typed,
    refuse_wrong_reference,
    usual_purpose_for,
)
from tests.builders import TODAY, a_consumer, rules_on
from tests.domain.cases.rules_told import a_head, values_of_head

DAY = timedelta(days=1)
BY_CODE = {purpose.code: purpose for purpose in USUAL_PURPOSES}
notes = st.lists(st.integers(1, 200_000), min_size=1, max_size=8, unique=True).map(
    lambda sums: tuple(Money(one) for one in sorted(sums, reverse=True))
)


FEE = values_of_head(BY_CODE["reconnection_fee"])


def test_the_usual_heads_are_offered_in_their_order() -> None:
    assert rules_on().purposes() == USUAL_PURPOSES
    assert SUSPENSE not in BY_CODE


def test_a_head_set_as_it_is_stays_as_it_is() -> None:
    for head in USUAL_PURPOSES:
        rule = a_head(head.code, values_of_head(head))
        assert rules_on(TODAY, rule).purposes() == USUAL_PURPOSES
        assert rules_on(TODAY, rule).purpose(head.code) == (head, (rule.ref,))


def test_heads_of_the_office_stand_last_by_name_and_withdrawn_ones_nowhere() -> None:
    rules = (
        a_head("zone_fee", FEE),
        a_head("camp_fee", FEE),
        a_head("old_fee", FEE | {"is_offered": False}),
        a_head(RECHARGE, values_of_head(BY_CODE[RECHARGE]) | {"is_offered": False}),
    )
    offered = [purpose.code for purpose in rules_on(TODAY, *rules).purposes()]
    usual = [code for code in BY_CODE if code != RECHARGE]
    assert offered == [*usual, "camp_fee", "zone_fee"]


def test_a_head_is_offered_on_its_days_only() -> None:
    rule = a_head("camp_fee", FEE, valid_from=TODAY, valid_to=TODAY)
    assert rules_on(TODAY, rule).purpose("camp_fee")[1] == (rule.ref,)
    for day in (TODAY - DAY, TODAY + DAY):
        with pytest.raises(Refusal) as caught:
            rules_on(day, rule).purpose("camp_fee")
        assert caught.value.code is RefusalCode.PURPOSE_NOT_OFFERED


@pytest.mark.parametrize("is_for", ["all", "prepaid", "postpaid"])
def test_a_head_may_be_for_some_connections_only(is_for: str) -> None:
    rule = a_head("camp_fee", FEE | {"is_for": is_for})
    head, _ = rules_on(TODAY, rule).purpose("camp_fee")
    assert head.is_for_prepaid is {"all": None, "prepaid": True, "postpaid": False}[is_for]


@given(st.integers(1, 10**9), notes)
def test_likely_sums_are_round_rising_and_enough(paise: int, accepted: tuple[Money, ...]) -> None:
    likely = likely_given(Money(paise), accepted)
    assert list(likely) == sorted(set(likely))
    assert len(likely) <= 3
    for one in likely:
        assert one > Money(paise)
        rounds = [note for note in accepted if one.paise % note.paise == 0]
        assert any(one.paise - paise < note.paise for note in rounds)


@given(st.integers(1, 10**9), notes)
def test_the_nearest_round_sum_is_never_left_out(paise: int, accepted: tuple[Money, ...]) -> None:
    tops = {-(-paise // note.paise) * note.paise for note in accepted} - {paise}
    likely = likely_given(Money(paise), accepted)
    assert [one.paise for one in likely] == sorted(tops)[:3]


def test_a_consumer_comes_for_the_bill_and_a_prepaid_one_for_the_arrear() -> None:
    assert usual_purpose_for(a_consumer()) == "bill"
    assert usual_purpose_for(a_consumer(connection=Connection.PREPAID)) == PREPAID_ARREAR


def test_a_reference_is_kept_in_capitals_and_western_digits() -> None:
    assert reference_typed("  sd/२०२६  /117 ") == "SD/2026 /117"


@given(st.text(max_size=LONGEST_REFERENCE + 3))
def test_whatever_is_typed_is_a_good_reference_or_refused(text: str) -> None:
    typed = reference_typed(text)
    try:
        refuse_wrong_reference(BY_CODE["security_deposit"], typed)
    except Refusal as refusal:
        codes = {
            RefusalCode.REFERENCE_MISSING,
            RefusalCode.REFERENCE_WRONG,
            RefusalCode.CARD_NUMBER_IN_TEXT,
        }
        assert refusal.code in codes  # noqa: PT017 - either way is right
    else:
        assert typed.isascii()
        assert 1 <= len(typed) <= LONGEST_REFERENCE
