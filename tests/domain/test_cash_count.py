"""Cash is counted by denomination: every row is said, and the total follows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.cash_count import (
    DENOMINATIONS,
    MOST_PIECES,
    NO_CASH,
    CashCount,
    count_problems,
    count_typed,
)
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money

NOTE_500, NOTE_100, COIN_1, HALF_RUPEE = (
    Money.rupees(500),
    Money.rupees(100),
    Money.rupees(1),
    Money(50),
)
ASKED = (NOTE_500, NOTE_100, COIN_1)


def typed(*texts: str) -> dict[Money, str]:
    return dict(zip(ASKED, texts, strict=True))


def test_a_count_comes_to_its_pieces() -> None:
    counted = CashCount.of({NOTE_500: 3, HALF_RUPEE: 1, NOTE_100: 0})
    assert counted.total == Money.rupees(1500, 50)
    assert (counted.count_of(NOTE_500), counted.count_of(NOTE_100)) == (3, 0)
    assert counted.pieces == ((NOTE_500, 3), (HALF_RUPEE, 1))
    assert NO_CASH.total == ZERO


@given(st.dictionaries(st.sampled_from(DENOMINATIONS), st.integers(0, MOST_PIECES)))
def test_whatever_order_it_is_counted_in_the_count_is_one(pieces: dict[Money, int]) -> None:
    backwards = dict(reversed(pieces.items()))
    assert CashCount.of(pieces) == CashCount.of(backwards)
    assert CashCount.of(pieces).total.paise == sum(one.paise * n for one, n in pieces.items())


@pytest.mark.parametrize(
    "pieces",
    [
        ((NOTE_100, 1), (NOTE_500, 1)),
        ((NOTE_100, 1), (NOTE_100, 1)),
        ((NOTE_100, 0),),
        ((NOTE_100, -1),),
        ((NOTE_100, MOST_PIECES + 1),),
        ((Money(1), 1),),
    ],
)
def test_what_is_no_count_cannot_be_said(pieces: tuple[tuple[Money, int], ...]) -> None:
    with pytest.raises(ValueError, match="not"):
        CashCount(pieces)


def test_a_note_that_there_is_not_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="no such"):
        CashCount.of({Money.rupees(1000): 1})


def test_digits_of_any_script_are_read() -> None:
    assert count_typed(typed(" 12", "३", "0"), ASKED).total == Money.rupees(6300)


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("1", "", "0"), RefusalCode.COUNT_MISSING),
        (("1", "two", "0"), RefusalCode.COUNT_NOT_A_NUMBER),
        (("1", "-2", "0"), RefusalCode.COUNT_NOT_A_NUMBER),
        (("1", "2.5", "0"), RefusalCode.COUNT_NOT_A_NUMBER),
        (("1", "²", "0"), RefusalCode.COUNT_NOT_A_NUMBER),
        (("1", "100000", "0"), RefusalCode.COUNT_TOO_LARGE),
    ],
)
def test_a_row_that_is_no_number_is_named(texts: tuple[str, ...], code: RefusalCode) -> None:
    with pytest.raises(Refusal) as caught:
        count_typed(typed(*texts), ASKED)
    assert caught.value.code is code
    assert caught.value.facts["denomination_paise"] == NOTE_100.paise
    assert list(count_problems(typed(*texts), ASKED)) == [NOTE_100]


def test_all_rows_left_empty_are_told_at_once() -> None:
    assert list(count_problems({})) == list(DENOMINATIONS)
