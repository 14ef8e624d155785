"""A receipt's number and check code are read however they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.wire.check_code import check_code, spaced_code
from counter_app.wire.receipt_typed import TypedReceipt, receipt_typed
from tests.builders import a_receipt_no

A_WORD = r"\w"
NUMBER = a_receipt_no(123)
HASHES = st.binary(min_size=32, max_size=32)


@pytest.mark.parametrize(
    "typed",
    ["KID07/2627/000123", " kid07/2627/123 ", "KID07 / 2627 / 000123", "KID07/२६२७/०००१२३"],
)
def test_a_receipt_number_is_read(typed: str) -> None:
    assert receipt_typed(typed) == TypedReceipt(NUMBER, "")


@given(HASHES, st.integers(1, 10**9))
def test_a_code_is_read_alone_and_beside_its_number(message_hash: bytes, serial: int) -> None:
    code, number = check_code(message_hash), a_receipt_no(serial)
    for typed in (code, code.lower(), spaced_code(code), f" {code[:4]} {code[4:]}"):
        assert receipt_typed(typed) == TypedReceipt(None, code)
        assert receipt_typed(f"{number} {typed}") == TypedReceipt(number, code)
        assert receipt_typed(f"{typed} {number}") == TypedReceipt(number, code)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "7412001234", "KID07/2627/", "KID07/2627/0", "KID07/2628/000123", "KID07/2627/000123 X",
     "KID07/2627/000123 KID07/2627/000124", "किदवई/2627/000123", "7" * 81, "KID07/2627/1234567890123"],
)  # fmt: skip
def test_what_is_neither_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=A_WORD):
        receipt_typed(typed)


@given(st.text(max_size=100))
def test_whatever_is_typed_ends(typed: str) -> None:
    try:
        read = receipt_typed(typed)
    except ValueError:
        return
    assert read.receipt_no or read.check_code
