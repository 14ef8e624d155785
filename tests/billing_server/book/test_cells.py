"""What cells of exports say, and what is told instead of guessed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_server.book.bad_rows import BadCellError, BadRowKind
from billing_server.book.cells import (
    read_date,
    read_digits,
    read_mobile,
    read_month,
    read_number_text,
    read_text,
    shown,
)
from billing_server.book.flags import read_connection, read_flags
from billing_server.book.sums import read_paise, read_paise_not_negative
from counter_app.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

    from billing_server.book.cells import Cell

K = BadRowKind


def _kind(read: Callable[[Cell], object], cell: Cell) -> BadRowKind:
    with pytest.raises(BadCellError) as told:
        read(cell)
    return told.value.kind


def _account(cell: Cell) -> str:
    return read_digits(cell, 10)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-11-23", "23/11/2026", "23-11-2026", "23.11.2026", "23-Nov-2026", "23-NOV-26", "23 November 2026",
        "2026-11-23 00:00:00", "2026-11-23T00:00:00", "२३/११/२०२६", " 23-nov-2026 ",
        date(2026, 11, 23), datetime(2026, 11, 23, 14, 5), 46_349, 46_349.0,  # noqa: DTZ001 - a sheet knows no zone
    ],
)  # fmt: skip
def test_a_date_is_read_as_exports_write_it(cell: Cell) -> None:
    assert read_date(cell) == "2026-11-23"


@pytest.mark.parametrize(
    "cell",
    [
        "11/23/2026", "23/11/26", "30-Feb-2026", "31/04/2026", "2026-13-01", "23-Foo-2026", "soon", "1/1/1900",
        "2026-11-23 10:30:00", "46349", 12, 46_349.5, float("nan"), float("inf"), True, date(1999, 12, 31),
    ],
)  # fmt: skip
def test_a_doubtful_date_is_told(cell: Cell) -> None:
    assert _kind(read_date, cell) is K.DATE_WRONG


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_way(day: date) -> None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d-%b-%Y", "%d %B %Y"):
        assert read_date(day.strftime(form)) == day.isoformat()


@pytest.mark.parametrize(
    "cell",
    ["2026-10", "202610", "10/2026", "10-2026", "Oct-2026", "OCT-26", "October 2026", "Oct'26", date(2026, 10, 1)],
)  # fmt: skip
def test_a_bill_month_is_read_as_exports_write_it(cell: Cell) -> None:
    assert read_month(cell) == "2026-10"


@pytest.mark.parametrize("cell", ["2026-13", "13/2026", "Okt-2026", "10", "2026", "x"])
def test_a_doubtful_month_is_told(cell: Cell) -> None:
    assert _kind(read_month, cell) is K.MONTH_WRONG


@pytest.mark.parametrize(
    ("cell", "paise"),
    [
        ("1234.50", 123_450),
        ("1,234.50", 123_450),
        ("12,34,567.50", 123_456_750),
        ("1,234,567", 123_456_700),
        ("₹ 1,234.5", 123_450),
        ("Rs. 500", 50_000),
        ("Rs.500.00", 50_000),
        ("INR 500", 50_000),
        ("१,२३४.५०", 123_450),
        ("500.00 Cr", -50_000),
        ("500Cr.", -50_000),
        ("500.00 DR", 50_000),
        ("(500.00)", -50_000),
        ("-500", -50_000),
        ("\u2212500", -50_000),
        ("₹ -500", -50_000),
        ("-₹500", -50_000),
        ("500-", -50_000),
        ("12.300", 1_230),
        (".5", 50),
        ("5.", 500),
        ("", 0),
        ("-", 0),
        (None, 0),
        (1234.5, 123_450),
        (0.1 + 0.2, 30),
        (1234, 123_400),
        (-0.01, -1),
    ],
)
def test_a_sum_is_read_as_exports_write_it(cell: Cell, paise: int) -> None:
    assert read_paise(cell) == paise


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("12O.50", K.AMOUNT_WRONG),
        ("123,50", K.AMOUNT_WRONG),
        ("1.234,50", K.AMOUNT_WRONG),
        ("1,23", K.AMOUNT_WRONG),
        ("--5", K.AMOUNT_WRONG),
        ("-500 Cr", K.AMOUNT_WRONG),
        ("#REF!", K.AMOUNT_WRONG),
        ("5e3", K.AMOUNT_WRONG),
        ("five", K.AMOUNT_WRONG),
        ("1.234", K.AMOUNT_TOO_FINE),
        (1.234, K.AMOUNT_TOO_FINE),
        ("1000000000", K.AMOUNT_TOO_LARGE),
        (1e12, K.AMOUNT_TOO_LARGE),
        (float("nan"), K.AMOUNT_TOO_LARGE),
        (True, K.AMOUNT_WRONG),
    ],
)
def test_a_doubtful_sum_is_told(cell: Cell, kind: BadRowKind) -> None:
    assert _kind(read_paise, cell) is kind


@given(st.integers(-(10**11) + 1, 10**11 - 1))
def test_every_sum_comes_back_from_text_and_from_a_spreadsheet_number(paise: int) -> None:
    plain = f"{'-' if paise < 0 else ''}{abs(paise) // 100}.{abs(paise) % 100:02d}"
    assert read_paise(plain) == read_paise(str(Money(paise))) == read_paise(paise / 100) == paise


def test_in_a_column_of_credits_cr_says_nothing_new() -> None:
    assert read_paise_not_negative("500 Cr") == read_paise_not_negative("500") == 50_000
    assert _kind(read_paise_not_negative, "-500") is K.AMOUNT_NEGATIVE


@pytest.mark.parametrize("cell", ["3100000001", " 3100000001 ", "'3100000001", "३१००००००१०"])
def test_an_account_number_is_read(cell: Cell) -> None:
    assert _account(cell)[:3] == "310"


@pytest.mark.parametrize("cell", [3_100_000_001, 3_100_000_001.0])
def test_a_spreadsheet_number_with_all_its_digits_is_an_account_number(cell: Cell) -> None:
    assert _account(cell) == "3100000001"


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("310000001", K.ZEROS_LOST),
        (31_000_001, K.ZEROS_LOST),
        ("310", K.DIGITS_WRONG),
        ("31000000012", K.DIGITS_WRONG),
        ("31O0000001", K.DIGITS_WRONG),
        ("3100 000 001", K.DIGITS_WRONG),
        ("3.1E+09", K.SCIENTIFIC),
        ("3.10000001E+9", K.SCIENTIFIC),
        ("3E9", K.SCIENTIFIC),
        (3_100_000_000.5, K.DIGITS_WRONG),
        (3.1e17, K.ROUNDED),
        (True, K.DIGITS_WRONG),
        (date(2026, 1, 1), K.DIGITS_WRONG),
    ],
)
def test_a_spoilt_account_number_is_told_and_never_mended(cell: Cell, kind: BadRowKind) -> None:
    assert _kind(_account, cell) is kind


@given(st.integers(0, 10**9 - 1))
def test_no_number_with_lost_zeros_is_taken(number: int) -> None:
    assert _kind(_account, number) in {K.ZEROS_LOST, K.DIGITS_WRONG}


@pytest.mark.parametrize(
    "cell", ["9876543210", "+91 98765 43210", "09876543210", "919876543210", 9_876_543_210]
)
def test_a_mobile_is_read_with_or_without_its_country(cell: Cell) -> None:
    assert read_mobile(cell) == "9876543210"


def test_a_wrong_mobile_is_told() -> None:
    assert _kind(read_mobile, "1234567890") is K.MOBILE_WRONG
    assert _kind(read_mobile, "98765") is K.MOBILE_WRONG
    assert _kind(read_mobile, "9.88E+09") is K.SCIENTIFIC
    assert read_mobile("") == ""


def test_a_meter_number_keeps_its_zeros_and_is_told_when_spoilt() -> None:
    assert read_number_text("00012345") == "00012345"
    assert read_number_text(12_345) == "12345"
    assert _kind(read_number_text, "1.2E+11") is K.SCIENTIFIC
    assert _kind(read_number_text, 10**16) is K.ROUNDED


def test_text_is_one_clean_line() -> None:
    assert read_text("  RAM \n  KUMAR\u00a0GUPTA ") == "RAM KUMAR GUPTA"
    assert read_text("अरोड\u093cा") == "अरोड\u093cा", "NFC keeps this nukta apart"
    assert read_text("r\u0101\u0301m".replace("\u0101\u0301", "a\u0304")) == "rām"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("#N/A", K.SPREADSHEET_ERROR),
        ("#ref!", K.SPREADSHEET_ERROR),
        ("R\udce9M", K.BYTES_DAMAGED),
        ("S\ufffdTA", K.BYTES_DAMAGED),
        ("A" * 121, K.TEXT_TOO_LONG),
        ("RAM 4111 1111 1111 1111", K.CARD_NUMBER),
        ("४१११११११११११११११", K.CARD_NUMBER),
    ],
)
def test_bad_text_is_told(text: str, kind: BadRowKind) -> None:
    assert _kind(read_text, text) is kind


def test_what_is_shown_of_a_cell_never_is_a_card_number() -> None:
    assert shown("PAN 4111-1111-1111-1111 X") == "PAN XXXX-XXXX-XXXX-XXXX X"
    assert shown(4_111_111_111_111_111) == "X" * 16
    assert shown("a\nb" + "c" * 100) == "a b" + "c" * 57
    assert shown("R\udce9M") == "R\ufffdM"


def test_flags_are_read_by_name_and_by_short_form() -> None:
    assert read_flags("cheque_barred; TD | Lifeline") == (
        "temporarily_disconnected",
        "lifeline",
        "cheque_barred",
    )
    assert read_flags("") == ()
    assert _kind(read_flags, "TD; LIFELIN") is K.WORD_UNKNOWN


def test_the_kind_of_connection_is_read() -> None:
    assert read_connection("PRE-PAID") == read_connection("प्रीपेड") == "prepaid"
    assert read_connection("") == read_connection("Post Paid") == "postpaid"
    assert _kind(read_connection, "solar") is K.WORD_UNKNOWN
