"""Money as people type it and as paper shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import (
    LARGEST_PAISE,
    ZERO,
    Money,
    indian_grouping,
    money_typed,
    western_digits,
)

amounts = st.integers(1, LARGEST_PAISE).map(Money)
HINDI = str.maketrans("0123456789", "०१२३४५६७८९")


def refused(text: str) -> RefusalCode:
    with pytest.raises(Refusal) as caught:
        money_typed(text)
    return caught.value.code


@given(amounts)
def test_what_is_shown_can_be_typed_again(amount: Money) -> None:
    assert money_typed(str(amount)) == amount


@given(amounts, st.sampled_from(["", "₹", "₹ ", "Rs ", "Rs. ", "rs.", "  ", "RS\u00a0"]))
def test_hindi_digits_and_a_rupee_sign_change_nothing(amount: Money, sign: str) -> None:
    assert money_typed(f"{sign}{amount} ".translate(HINDI)) == amount


@given(amounts)
def test_western_commas_are_understood(amount: Money) -> None:
    rupees, paise = divmod(amount.paise, 100)
    assert money_typed(f"{rupees:,}.{paise:02d}") == amount


@given(st.integers(0, 99_99_99_999), st.integers(1, 99))
def test_no_float_has_a_part_in_it(rupees: int, paise: int) -> None:
    typed = money_typed(f"{rupees}.{paise:02d}")
    assert typed.paise == rupees * 100 + paise
    assert type(typed.paise) is int


@pytest.mark.parametrize(
    ("text", "paise"),
    [
        ("1", 100),
        ("1.", 100),
        (".5", 50),
        ("0.01", 1),
        ("1.50", 150),
        ("1.500", 150),
        ("1.5000000", 150),
        ("12,34,567.5", 1_234_567_50),
        ("1,234,567.5", 1_234_567_50),
        ("١٢٣", 12_300),
        ("0" * 5000 + "7", 700),
        ("99,99,99,999.99", LARGEST_PAISE),
    ],
)
def test_what_people_type(text: str, paise: int) -> None:
    assert money_typed(text) == Money(paise)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", RefusalCode.AMOUNT_MISSING),
        ("  \u00a0", RefusalCode.AMOUNT_MISSING),
        ("₹", RefusalCode.AMOUNT_MISSING),
        ("Rs.", RefusalCode.AMOUNT_MISSING),
        ("abc", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("12a", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("1e3", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("1.2.3", RefusalCode.AMOUNT_NOT_A_NUMBER),
        (".", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("1 000", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("NaN", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("1,,000", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("1,50", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("10,00,00", RefusalCode.AMOUNT_NOT_A_NUMBER),
        (",500", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("1.000,50", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("-", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("-5", RefusalCode.AMOUNT_NEGATIVE),
        ("\u22125.50", RefusalCode.AMOUNT_NEGATIVE),
        ("₹ -5", RefusalCode.AMOUNT_NEGATIVE),
        ("(500)", RefusalCode.AMOUNT_NEGATIVE),
        ("0", RefusalCode.AMOUNT_ZERO),
        ("0.00", RefusalCode.AMOUNT_ZERO),
        ("०.०", RefusalCode.AMOUNT_ZERO),
        ("1.234", RefusalCode.AMOUNT_TOO_FINE),
        ("0.001", RefusalCode.AMOUNT_TOO_FINE),
        (".999", RefusalCode.AMOUNT_TOO_FINE),
        ("1,00,00,00,000", RefusalCode.AMOUNT_TOO_LARGE),
        ("9" * 5000, RefusalCode.AMOUNT_TOO_LARGE),
    ],
)
def test_each_mistake_has_its_own_answer(text: str, code: RefusalCode) -> None:
    assert refused(text) is code


@given(amounts)
def test_a_minus_before_any_amount_is_refused_as_negative(amount: Money) -> None:
    assert refused(f"-{amount}") is RefusalCode.AMOUNT_NEGATIVE


@given(st.text(max_size=40))
def test_no_text_at_all_makes_money_without_being_positive_or_a_bug(text: str) -> None:
    try:
        amount = money_typed(text)
    except Refusal:
        return
    assert ZERO < amount <= Money(LARGEST_PAISE)


@given(st.integers())
def test_indian_grouping_keeps_the_number_and_groups_three_then_pairs(number: int) -> None:
    grouped = indian_grouping(number)
    assert int(grouped.replace(",", "")) == number
    first, *rest = grouped.lstrip("-").split(",")
    assert [len(group) for group in rest] == [2] * (len(rest) - 1) + [3] * bool(rest)
    assert 1 <= len(first) <= (2 if rest else 3)


@pytest.mark.parametrize(
    ("money", "shown"),
    [
        (Money.rupees(1_234_567, 50), "12,34,567.50"),
        (Money.rupees(100_000), "1,00,000.00"),
        (Money.rupees(999), "999.00"),
        (Money(-5), "-0.05"),
        (Money(-123_456), "-1,234.56"),
        (ZERO, "0.00"),
    ],
)
def test_money_is_shown_the_indian_way(money: Money, shown: str) -> None:
    assert str(money) == shown


@given(st.lists(st.integers().map(Money)))
def test_a_total_is_what_adding_one_by_one_gives(parts: list[Money]) -> None:
    together = ZERO
    for part in parts:
        together = together + part
    assert Money.total(parts) == together
    assert together - together == ZERO
    assert ZERO - (-together) == together
    assert bool(together) == (together != ZERO)


@given(st.text())
def test_western_digits_touch_nothing_but_digits(text: str) -> None:
    western = western_digits(text)
    assert len(western) == len(text)
    assert all(new == old or new in "0123456789" for new, old in zip(western, text, strict=True))
