"""Amounts as they are spoken in Hindi."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.money import LARGEST_PAISE, Money
from counter_app.domain.spoken import change_spoken, total_spoken
from counter_app.domain.words import HINDI_STEPS, HINDI_TO_NINETY_NINE

UNITS = {"रुपये", "रुपया", "पैसे", "पैसा"}


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (Money.rupees(1450, 50), "कुल जमा राशि एक हज़ार चार सौ पचास रुपये पचास पैसे"),
        (Money.rupees(1200), "कुल जमा राशि एक हज़ार दो सौ रुपये"),
        (Money.rupees(1), "कुल जमा राशि एक रुपया"),
        (Money(1), "कुल जमा राशि एक पैसा"),
        (Money(75), "कुल जमा राशि पचहत्तर पैसे"),
        (Money(0), "कुल जमा राशि शून्य रुपये"),
    ],
)
def test_the_sum_to_pay(amount: Money, said: str) -> None:
    assert total_spoken(amount) == said


def test_the_change() -> None:
    assert change_spoken(Money.rupees(549, 50)) == "वापस पाँच सौ उनचास रुपये पचास पैसे"


def test_a_negative_amount_is_never_spoken() -> None:
    for speak in (total_spoken, change_spoken):
        with pytest.raises(ValueError, match="negative"):
            speak(Money(-1))


@given(st.integers(min_value=0, max_value=LARGEST_PAISE))
def test_every_word_of_every_amount_is_a_number_or_its_unit(paise: int) -> None:
    words = change_spoken(Money(paise)).split()[1:]
    assert set(words) <= {*HINDI_TO_NINETY_NINE, *(name for _, name in HINDI_STEPS), *UNITS}
    assert words[-1] in UNITS
