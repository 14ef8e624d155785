"""What a cheque or draft must say, and the steps of its life."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.bank_paper import (
    InstrumentState,
    months_after,
    paper_problems,
    paper_typed,
    refuse_step,
    refuse_step_by_hand,
    steps_from,
)
from counter_app.domain.errors import Refusal, RefusalCode
from tests.builders import a_paper

FIELDS = ("number", "bank", "branch", "dated", "ifsc", "micr", "drawer")
GOOD = {
    "number": "004512",
    "bank": "Punjab National Bank",
    "branch": "Kidwai Nagar",
    "dated": "23-11-2026",
    "ifsc": "PUNB0123400",
    "micr": "208024005",
}


def test_a_paper_typed_as_written_is_the_paper() -> None:
    assert paper_problems(GOOD) == {}
    assert paper_typed(GOOD) == a_paper()


def test_it_may_be_typed_small_with_hindi_digits_and_spaces() -> None:
    typed = {
        "number": " ००४ ५१२ ",
        "bank": "  Punjab   National Bank ",
        "branch": "Kidwai  Nagar",
        "dated": "२३/११/२६",
        "ifsc": "punb 0123400",
        "micr": "208 024 005",
    }
    assert paper_typed(typed) == a_paper()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1-2-2026", date(2026, 2, 1)),
        ("01.02.26", date(2026, 2, 1)),
        ("01/02/2026", date(2026, 2, 1)),
        ("29 02 2024", date(2024, 2, 29)),
        (" 01 - 02 - 2026 ", date(2026, 2, 1)),
    ],
)
def test_a_date_is_day_month_year_however_it_is_parted(text: str, day: date) -> None:
    assert paper_typed(GOOD | {"dated": text}).dated == day


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("number", "", RefusalCode.PAPER_NUMBER_WRONG),
        ("number", "00451", RefusalCode.PAPER_NUMBER_WRONG),
        ("number", "0045123", RefusalCode.PAPER_NUMBER_WRONG),
        ("number", "00451A", RefusalCode.PAPER_NUMBER_WRONG),
        ("bank", " ", RefusalCode.PAPER_BANK_MISSING),
        ("bank", "B" * 61, RefusalCode.PAPER_BANK_MISSING),
        ("branch", "B" * 61, RefusalCode.PAPER_TEXT_TOO_LONG),
        ("drawer", "B" * 61, RefusalCode.PAPER_TEXT_TOO_LONG),
        ("ifsc", "PUNB1123400", RefusalCode.PAPER_IFSC_WRONG),
        ("ifsc", "PUN00123400", RefusalCode.PAPER_IFSC_WRONG),
        ("ifsc", "PUNB012340", RefusalCode.PAPER_IFSC_WRONG),
        ("micr", "20802400", RefusalCode.PAPER_MICR_WRONG),
        ("micr", "2080240055", RefusalCode.PAPER_MICR_WRONG),
        ("dated", "", RefusalCode.PAPER_DATE_WRONG),
        ("dated", "30-02-2026", RefusalCode.PAPER_DATE_WRONG),
        ("dated", "2026-11-23", RefusalCode.PAPER_DATE_WRONG),
        ("dated", "23-11-026", RefusalCode.PAPER_DATE_WRONG),
    ],
)
def test_each_wrong_field_is_named(field: str, text: str, code: RefusalCode) -> None:
    assert paper_problems(GOOD | {field: text}) == {field: code}
    with pytest.raises(Refusal) as caught:
        paper_typed(GOOD | {field: text})
    assert caught.value.code is code


def test_bank_branch_and_drawer_may_have_sixty_letters() -> None:
    long = dict.fromkeys(("bank", "branch", "drawer"), "B" * 60)
    assert paper_typed(GOOD | long).drawer == "B" * 60


def test_a_cashier_hears_of_all_mistakes_at_once() -> None:
    assert set(paper_problems({})) == {"number", "bank", "ifsc", "dated"}


@pytest.mark.parametrize("field", FIELDS)
def test_a_card_number_in_any_field_is_refused_first(field: str) -> None:
    with pytest.raises(Refusal) as caught:
        paper_typed({"number": "1", field: "4111 1111 1111 1111"})
    assert caught.value.code is RefusalCode.CARD_NUMBER_IN_TEXT


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=20)))
def test_whatever_is_typed_is_a_good_paper_or_a_refusal(fields: dict[str, str]) -> None:
    try:
        paper = paper_typed(GOOD | fields)
    except Refusal:
        return
    again = {name: str(getattr(paper, name)) for name in FIELDS if name != "dated"}
    assert paper_typed(again | {"dated": f"{paper.dated:%d-%m-%Y}"}) == paper


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.integers(0, 120))
def test_months_on_from_a_day_end_on_the_day_of_the_same_number_or_the_last(
    day: date, months: int
) -> None:
    after = months_after(day, months)
    assert after.year * 12 + after.month == day.year * 12 + day.month + months
    assert after.day <= day.day
    if after.day < day.day:
        assert date.fromordinal(after.toordinal() + 1).day == 1


@given(st.sampled_from(InstrumentState), st.sampled_from(InstrumentState))
def test_a_step_is_offered_or_refused(now: InstrumentState, then: InstrumentState) -> None:
    if then in steps_from(now):
        refuse_step_by_hand(now, then)
    else:
        with pytest.raises(Refusal) as caught:
            refuse_step_by_hand(now, then)
        assert caught.value.code is RefusalCode.INSTRUMENT_STEP_WRONG


@pytest.mark.parametrize("then", [InstrumentState.DEPOSITED, InstrumentState.GIVEN_BACK])
def test_a_slip_or_a_reversal_takes_a_cheque_that_no_hand_could_move(then: InstrumentState) -> None:
    refuse_step(InstrumentState.RECEIVED, then)
    with pytest.raises(Refusal):
        refuse_step_by_hand(InstrumentState.RECEIVED, then)


def test_steps_are_offered_in_the_order_of_the_trade() -> None:
    assert steps_from(InstrumentState.DEPOSITED) == (
        InstrumentState.CLEARED,
        InstrumentState.RETURNED,
    )
    assert steps_from(InstrumentState.RETURNED) == ()
