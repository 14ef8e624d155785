"""Amounts in words, English and Hindi."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.money import Money
from counter_app.domain.words import (
    ENGLISH_STEPS,
    ENGLISH_TENS,
    ENGLISH_TO_NINETEEN,
    HINDI_STEPS,
    HINDI_TO_NINETY_NINE,
    amount_in_english,
    amount_in_hindi,
    number_in_english,
    number_in_hindi,
)

LARGEST_TRIED = 10**12


def read_back(words: list[str], values: dict[str, int], steps: dict[str, int]) -> int:
    """Read words as a person does: what stands before the largest step counts so often."""
    for name, size in steps.items():
        if name in words:
            place = len(words) - 1 - words[::-1].index(name)
            before = read_back(words[:place], values, steps)
            after = read_back(words[place + 1 :], values, steps)
            return before * size + after
    return sum(values[word] for word in words)


HINDI_VALUES = {word: number for number, word in enumerate(HINDI_TO_NINETY_NINE)}
ENGLISH_VALUES = {word: number for number, word in enumerate(ENGLISH_TO_NINETEEN)} | {
    word: number * 10 for number, word in enumerate(ENGLISH_TENS) if word
}


def test_the_example_of_the_trade_reads_as_on_paper() -> None:
    amount = Money.rupees(12_34_567, 50)
    assert amount_in_english(amount) == (
        "Rupees Twelve Lakh Thirty Four Thousand Five Hundred Sixty Seven and Paise Fifty Only"
    )
    assert amount_in_hindi(amount) == "रुपये बारह लाख चौंतीस हज़ार पाँच सौ सड़सठ और पचास पैसे मात्र"


@pytest.mark.parametrize(
    ("paise", "english", "hindi"),
    [
        (0, "Rupees Zero Only", "रुपये शून्य मात्र"),
        (1, "Paise One Only", "एक पैसे मात्र"),
        (100, "Rupees One Only", "रुपये एक मात्र"),
        (10_000, "Rupees One Hundred Only", "रुपये एक सौ मात्र"),
        (
            1_00_00_001_00,
            "Rupees One Crore One Only",
            "रुपये एक करोड़ एक मात्र",
        ),
        (
            99_99_99_999_99,
            (
                "Rupees Ninety Nine Crore Ninety Nine Lakh Ninety Nine Thousand Nine Hundred"
                " Ninety Nine and Paise Ninety Nine Only"
            ),
            "रुपये निन्यानवे करोड़ निन्यानवे लाख निन्यानवे हज़ार नौ सौ निन्यानवे और निन्यानवे पैसे मात्र",
        ),
    ],
)
def test_edges_read_as_a_cashier_would_write_them(paise: int, english: str, hindi: str) -> None:
    assert amount_in_english(Money(paise)) == english
    assert amount_in_hindi(Money(paise)) == hindi


def test_every_hindi_number_below_a_hundred_is_a_word_of_its_own() -> None:
    assert len(HINDI_TO_NINETY_NINE) == len(set(HINDI_TO_NINETY_NINE)) == 100


def test_a_credit_has_no_words() -> None:
    with pytest.raises(ValueError, match="negative"):
        amount_in_hindi(Money(-1))


@given(st.integers(min_value=0, max_value=LARGEST_TRIED))
def test_words_read_back_as_the_same_number_in_both_languages(number: int) -> None:
    english = {name: size for size, name in ENGLISH_STEPS}
    hindi = {name: size for size, name in HINDI_STEPS}
    assert read_back(number_in_english(number).split(), ENGLISH_VALUES, english) == number
    assert read_back(number_in_hindi(number).split(), HINDI_VALUES, hindi) == number
