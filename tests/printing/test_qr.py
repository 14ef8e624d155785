"""A QR code holds what it was made of, and a reader that is not ours gets it back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.upi import UpiPayee, UpiRequest, tr_of
from counter_app.printing.qr import (
    LEAST_MODULE_DOTS,
    MASK_OF_PROOFS,
    fitting_code,
    native_module,
    qr_matrix,
)
from counter_app.use_cases.views import QR_QUIET_ZONE_MODULES, QrMatrix
from tests.builders import COUNTER_ID, PAYABLE, TODAY, a_payment_id
from tests.qr_reader import pixels_of, qr_texts

MODULE_PX = 4
FINDER = (
    (1, 1, 1, 1, 1, 1, 1),
    (1, 0, 0, 0, 0, 0, 1),
    (1, 0, 1, 1, 1, 0, 1),
    (1, 0, 1, 1, 1, 0, 1),
    (1, 0, 1, 1, 1, 0, 1),
    (1, 0, 0, 0, 0, 0, 1),
    (1, 1, 1, 1, 1, 1, 1),
)
LEVEL_M = (False, False)
"""The level's two bits in the format information, after its mask of 1 0 is taken off."""


def read(matrix: QrMatrix) -> list[str]:
    rows = pixels_of(matrix, module_px=MODULE_PX, quiet_px=QR_QUIET_ZONE_MODULES * MODULE_PX)
    return qr_texts(b"".join(rows), len(rows[0]))


def test_an_ordinary_upi_request_is_read_back() -> None:
    tr = tr_of(COUNTER_ID, TODAY, a_payment_id())
    uri = UpiRequest(
        UpiPayee("kesco.c07@sbi", "KESCO Kidwai Nagar"), PAYABLE, tr, "Counter C07"
    ).uri
    matrix = qr_matrix(uri)
    assert read(matrix) == [uri]
    assert (
        len(matrix) == 49
    )  # version 8: 57 modules with the quiet zone, 228 dots of 58 mm paper's 384


@settings(max_examples=40)
@given(
    st.text(st.characters(max_codepoint=126, exclude_categories=["C"]), min_size=1, max_size=300)
)
def test_any_plain_text_is_read_back(text: str) -> None:
    assert read(qr_matrix(text)) == [text]


@pytest.mark.parametrize("text", ["केस्को", "₹", "KESCO é"])
def test_what_readers_would_have_to_guess_is_our_mistake(text: str) -> None:
    with pytest.raises(ValueError, match="plain ASCII"):
        qr_matrix(text)


@given(st.integers(1, 900))
def test_a_code_is_square_with_its_finders_in_three_corners(length: int) -> None:
    matrix = qr_matrix("u" * length)
    assert {len(row) for row in matrix} == {len(matrix)}
    corners = [(0, 0), (0, len(matrix) - 7), (len(matrix) - 7, 0)]
    for top, left in corners:
        seen = tuple(tuple(map(int, row[left : left + 7])) for row in matrix[top : top + 7])
        assert seen == FINDER


@given(st.integers(1, 200))
def test_the_level_is_always_m_and_never_a_micro_code(length: int) -> None:
    matrix = qr_matrix("1" * length)
    assert len(matrix) >= 21
    assert (matrix[8][0] ^ True, matrix[8][1] ^ False) == LEVEL_M


@settings(max_examples=30)
@given(st.text(st.sampled_from("0123456789"), min_size=1, max_size=400))
def test_a_code_with_figures_behind_its_page_has_the_mask_of_proofs_and_is_read_back(
    figures: str,
) -> None:
    page = "https://pay.kesco.example/check#"
    matrix = qr_matrix(page, figures)
    bits = "".join(str(int(is_dark)) for is_dark in matrix[8][2:5])
    assert int(bits, 2) ^ 0b101 == MASK_OF_PROOFS
    assert read(matrix) == [page + figures]


def test_a_text_that_no_code_holds_is_our_mistake() -> None:
    assert len(qr_matrix("u" * 2331)) == 177
    with pytest.raises(ValueError, match="too large"):
        qr_matrix("u" * 2332)


@settings(max_examples=30)
@given(st.integers(1, 2_500), st.sampled_from([576, 512, 384]), st.integers(3, 8))
def test_a_code_fits_its_paper_in_the_largest_modules_or_is_not_shown(
    length: int, width: int, most: int
) -> None:
    found = fitting_code("u" * length, "", width, most)
    if found is None:
        assert length > 2_331 or len(qr_matrix("u" * length)) * LEAST_MODULE_DOTS > width
        return
    matrix, module = found
    quiet = 2 * QR_QUIET_ZONE_MODULES
    assert LEAST_MODULE_DOTS <= module <= most
    assert len(matrix) * module <= width
    assert module == LEAST_MODULE_DOTS or (len(matrix) + quiet) * module <= width
    assert module == most or (len(matrix) + quiet) * (module + 1) > width


def test_on_a_page_a_code_may_be_a_quarter_smaller_in_points() -> None:
    modules = len(qr_matrix("u" * 300)) + 2 * QR_QUIET_ZONE_MODULES
    assert fitting_code("u" * 300, "", modules * 1.42, 1.42) == (qr_matrix("u" * 300), 1.42)
    smaller = fitting_code("u" * 300, "", modules * 1.1, 1.42)
    assert smaller is not None
    assert smaller[1] == 1.42 * 0.75
    assert fitting_code("u" * 300, "", modules * 0.8, 1.42) is None


@pytest.mark.parametrize("text", ["केस्को", "KESCO é", "u" * 2_332])
def test_what_no_code_holds_is_not_shown_where_a_receipt_must_come_out(text: str) -> None:
    assert fitting_code(text, "", 576, 4) is None
    assert native_module(text, 576, 4) == 0


@given(st.integers(1, 2_331), st.sampled_from([576, 512, 384]))
def test_a_printers_own_code_fits_even_if_it_codes_figures_as_bytes(
    length: int, width: int
) -> None:
    module = native_module("1" * length, width, 4)
    if module:
        assert len(qr_matrix("u" * length)) * module <= width


@pytest.mark.parametrize("text", ["a\x10\x04\x01", "a\x1b@", "a\n", "a\x7f"])
def test_a_control_character_never_reaches_a_printers_own_code(text: str) -> None:
    assert native_module(text, 576, 4) == 0
