"""No card number is ever stored, however it is typed; the counter's own numbers are let through."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.card_guard import holds_card_number, passes_luhn, refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode

SEPARATORS = ["", " ", "-", "  ", " - ", "\u00a0", "\u2013", ".", "/", "_", "\u200b", "\t"]
SCRIPTS = ["0123456789", "०१२३४५६७८९", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９"]


def check_digit(digits: str) -> str:
    """Luhn's, worked out apart from the guard: double every second digit from the right, cast out nines."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit)
        total += value if place % 2 else value * 2 - 9 * (value > 4)
    return str(-total % 10)


@st.composite
def card_numbers(draw: st.DrawFn) -> str:
    length = draw(st.integers(13, 19))
    digits = draw(st.text("0123456789", min_size=length - 1, max_size=length - 1))
    number = digits + check_digit(digits)
    assume(len(set(number)) > 1)
    return number


@st.composite
def grouped(draw: st.DrawFn, number: str) -> str:
    sizes = draw(st.lists(st.integers(1, 6), min_size=len(number), max_size=len(number)))
    ends = list(accumulate(sizes))
    groups = [number[end - size : end] for size, end in zip(sizes, ends, strict=True)]
    separator = draw(st.sampled_from(SEPARATORS))
    return separator.join(group for group in groups if group)


@given(card_numbers(), st.data())
def test_a_card_number_in_any_grouping_and_script_is_caught(
    number: str, data: st.DataObject
) -> None:
    typed = data.draw(grouped(number))
    script = data.draw(st.sampled_from(SCRIPTS))
    assert holds_card_number(typed.translate(str.maketrans("0123456789", script)))


@given(card_numbers(), st.data())
def test_a_card_number_inside_a_sentence_is_caught(number: str, data: st.DataObject) -> None:
    typed = data.draw(grouped(number))
    assert holds_card_number(f"paid by son, card {typed}, expiry later")


@given(st.text("0123456789", min_size=1, max_size=4), card_numbers())
def test_a_short_number_beside_a_card_number_does_not_hide_it(other: str, number: str) -> None:
    assert holds_card_number(f"{other} {number}")
    assert holds_card_number(f"{number} {other}")


@given(card_numbers(), st.text("0123456789", min_size=7, max_size=12))
def test_a_card_number_inside_a_longer_unbroken_run_is_caught(number: str, other: str) -> None:
    assume(len(number + other) > 19)
    assert holds_card_number(other + number)
    assert holds_card_number(number + other)


@given(st.integers(13, 19), st.data())
def test_a_run_with_a_wrong_check_digit_is_let_through(length: int, data: st.DataObject) -> None:
    digits = data.draw(st.text("0123456789", min_size=length - 1, max_size=length - 1))
    wrong = str((int(check_digit(digits)) + data.draw(st.integers(1, 9))) % 10)
    assert not holds_card_number(digits + wrong)


@given(
    st.from_regex(r"[1-9][0-9]{9}", fullmatch=True), st.from_regex(r"[6-9][0-9]{9}", fullmatch=True)
)
def test_a_mobile_beside_an_account_number_is_no_card_number(account: str, mobile: str) -> None:
    assert not holds_card_number(f"{account} {mobile}")
    assert not holds_card_number(f"mobile {mobile}, account {account}")


@given(st.text("0123456789", min_size=1, max_size=12))
def test_an_rrn_or_an_account_number_is_no_card_number(number: str) -> None:
    assert not holds_card_number(number)


@pytest.mark.parametrize("digit", "0123456789")
@pytest.mark.parametrize("length", range(13, 26))
def test_one_digit_repeated_is_no_card_number(digit: str, length: int) -> None:
    assert not holds_card_number(digit * length)


@pytest.mark.parametrize(
    "number", ["4111111111111111", "378282246310005", "6011111111111117", "30569309025904"]
)
def test_the_published_test_numbers_pass_luhn(number: str) -> None:
    assert passes_luhn(number)
    assert holds_card_number(number)


@pytest.mark.parametrize(
    "text",
    ["", "राम प्रसाद", "128/45 H BLOCK KIDWAI NAGAR 208011", "KID07/2627/000123", "12.50, 13.75"],
)
def test_ordinary_text_is_let_through(text: str) -> None:
    assert not holds_card_number(text)


def test_a_long_paste_is_judged_at_once() -> None:
    assert not holds_card_number("1 1 " * 20_000)


def test_any_of_several_fields_is_enough_to_refuse() -> None:
    refuse_card_number("KSC00071", "000032")
    with pytest.raises(Refusal) as caught:
        refuse_card_number("KSC00071", "4111 1111 1111 1111")
    assert caught.value.code is RefusalCode.CARD_NUMBER_IN_TEXT
    assert "4111" not in str(caught.value)
