"""Receipt numbers and book years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.identity import BookYear, ReceiptNo

book_years = st.integers(2000, 2099).map(BookYear)
receipt_nos = st.builds(
    ReceiptNo,
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1, max_size=8),
    book_years,
    st.integers(1, 99_999_999),
)


@given(receipt_nos)
def test_a_receipt_number_reads_back_from_paper(number: ReceiptNo) -> None:
    assert ReceiptNo.from_text(str(number)) == number


@given(receipt_nos)
def test_the_following_number_is_the_next_of_the_same_series(number: ReceiptNo) -> None:
    following = number.following
    assert following > number
    assert (following.series, following.book_year) == (number.series, number.book_year)
    assert following.serial == number.serial + 1


def test_a_receipt_number_is_printed_with_six_digits() -> None:
    assert str(ReceiptNo("KID07", BookYear(2026), 123)) == "KID07/2627/000123"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "KID07",
        "KID07/2627/123",
        "kid07/2627/000123",
        "KID07/2627/000123 ",
        "KID07/2627/000000",
        "KID07/2628/000123",
        "KID07/२६२७/०००१२३",
        "KID07/2627/0000123",
    ],
)
def test_anything_else_is_no_receipt_number(text: str) -> None:
    with pytest.raises(ValueError, match="receipt"):
        ReceiptNo.from_text(text)


def test_a_receipt_serial_starts_at_one() -> None:
    with pytest.raises(ValueError, match="serial 0"):
        ReceiptNo("KID07", BookYear(2026), 0)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 3, 31), "2526"),
        (date(2026, 4, 1), "2627"),
        (date(2026, 12, 31), "2627"),
        (date(2027, 1, 1), "2627"),
        (date(2100, 3, 31), "9900"),
    ],
)
def test_the_book_year_turns_on_the_first_of_april(day: date, year: str) -> None:
    assert str(BookYear.of(day)) == year


@given(st.dates(date(2000, 4, 1), date(2099, 12, 30)))
def test_the_book_year_changes_on_no_other_day(day: date) -> None:
    tomorrow = day + timedelta(days=1)
    turns = BookYear.of(tomorrow) != BookYear.of(day)
    assert turns == ((tomorrow.month, tomorrow.day) == (4, 1))
    assert BookYear.of(tomorrow) >= BookYear.of(day)
