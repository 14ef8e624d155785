"""What is noted of a consumer whom the local copy does not know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.suspense import (
    LONGEST_NOTE,
    NO_ACCOUNT,
    account_no_of,
    as_consumer,
    noted_problems,
    noted_typed,
)

FIELDS = ("name", "account_no", "meter_no", "bill_no", "mobile", "address")
TYPED = {
    "name": " राम  लाल ",
    "meter_no": "k २०४५",
    "mobile": "98390 12345",
    "address": " 128 / 45 ",
}


def test_notes_are_kept_tidy() -> None:
    noted = noted_typed(TYPED)
    assert (noted.name, noted.address) == ("राम लाल", "128 / 45")
    assert (noted.meter_no, noted.mobile) == ("K2045", "9839012345")


def test_without_an_account_number_the_payment_stands_under_suspense() -> None:
    assert account_no_of(noted_typed(TYPED)) == NO_ACCOUNT
    assert account_no_of(noted_typed(TYPED | {"account_no": "७४१२००९९९९"})) == "7412009999"


def test_the_receipt_shows_what_was_told_and_nothing_else() -> None:
    consumer = as_consumer(noted_typed(TYPED | {"account_no": "7412009999"}))
    assert (consumer.account_no, consumer.name_en, consumer.name_hi) == (
        "7412009999",
        "राम लाल",
        "",
    )
    assert (consumer.meter_no, consumer.legacy_account_no, consumer.category) == ("K2045", "", "")


def test_a_cashier_hears_of_all_that_is_missing() -> None:
    assert noted_problems({}) == {
        "name": RefusalCode.NOTED_NAME_MISSING,
        "account_no": RefusalCode.NOTED_NUMBER_MISSING,
    }
    assert noted_problems(TYPED) == {}


@pytest.mark.parametrize("field", FIELDS)
def test_a_note_may_be_so_long_and_no_longer(field: str) -> None:
    longest = "A" * LONGEST_NOTE
    assert noted_problems(TYPED | {field: longest}) == {}
    assert noted_problems(TYPED | {field: longest + "A"}) == {field: RefusalCode.NOTED_TOO_LONG}
    with pytest.raises(Refusal) as caught:
        noted_typed(TYPED | {field: longest + "A"})
    assert caught.value.code is RefusalCode.NOTED_TOO_LONG
    assert caught.value.facts == {"most": LONGEST_NOTE}


@pytest.mark.parametrize("field", FIELDS)
def test_a_card_number_in_any_note_is_refused_first(field: str) -> None:
    with pytest.raises(Refusal) as caught:
        noted_typed({field: "4111 1111 1111 1111"})
    assert caught.value.code is RefusalCode.CARD_NUMBER_IN_TEXT


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=LONGEST_NOTE + 5)))
def test_whatever_is_noted_is_good_or_refused(texts: dict[str, str]) -> None:
    problems = noted_problems(texts)
    try:
        noted = noted_typed(texts)
    except Refusal as refusal:
        assert refusal.code in {*problems.values(), RefusalCode.CARD_NUMBER_IN_TEXT}  # noqa: PT017 - either way
        return
    assert not problems
    assert noted.name
    assert noted.account_no or noted.meter_no or noted.bill_no
