"""The QR code of a receipt and its check code, where they stand and who can read them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from counter_app.domain.receipt_verdict import Verdict
from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.lines import QrCode
from counter_app.printing.marks import Bar, Run, Sizes
from counter_app.printing.raster import SIZES_BY_WIDTH_DOTS, paint, png_of
from counter_app.printing.receipt_pages import ReceiptPage, save_receipt
from counter_app.printing.setting import Setter
from counter_app.printing.text_form import as_text
from counter_app.printing.tongue import Tongue
from counter_app.use_cases.views import QR_QUIET_ZONE_MODULES
from counter_app.wire.canonical import text_of
from counter_app.wire.check_code import spaced_code
from counter_app.wire.receipt_keys import ReceiptKey, ReceiptKeys, judge_receipt
from counter_app.wire.receipt_proof import proof_digits
from tests.printing.all_papers import a_split_receipt
from tests.printing.papers import CHECK_PAGE, COUNTER_KEY, a_receipt, proven
from tests.printing.pdf_tools import greys_of
from tests.qr_reader import qr_texts

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.receipt import Receipt
    from counter_app.printing.encode import Raster
    from counter_app.printing.lines import Line

KEYS = ReceiptKeys("1", 1, "", (ReceiptKey(text_of(COUNTER_KEY.public_key), "KID07", 1),), (), "")
A5_SIZES = Sizes(419.53, 32, 20, 1.34, 8.2, 9.2, 12, 17, 16, 0.5, 1.2, 68, 62, 1.42)
PAGE_DOTS_AN_INCH = 203
LONG_PAGE = f"https://pay.kesco.example/{'receipts/' * 12}check#"


def lines_of(receipt: Receipt, copy_no: int = 0, tongue: Tongue = Tongue.BOTH) -> tuple[Line, ...]:
    style = ReceiptStyle(tongue=tongue)
    return lay_out(receipt, copy_no=copy_no, is_acknowledged=True, style=style)


def code_in(lines: tuple[Line, ...]) -> QrCode:
    (code,) = (line for line in lines if isinstance(line, QrCode))
    return code


def read_from(raster: Raster) -> list[str]:
    picture = QImage.fromData(png_of(raster)).convertToFormat(QImage.Format.Format_Grayscale8)
    width, stride = picture.width(), picture.bytesPerLine()
    greys = bytes(picture.constBits())
    rows = (greys[start : start + width] for start in range(0, len(greys), stride))
    return qr_texts(b"".join(rows), width)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("page", ["", CHECK_PAGE, LONG_PAGE], ids=["no page", "page", "long page"])
@pytest.mark.parametrize("width_dots", SIZES_BY_WIDTH_DOTS)
def test_what_a_phone_reads_from_the_paper_is_judged_genuine(width_dots: int, page: str) -> None:
    receipt = proven(a_split_receipt(), page=page)
    (read,) = read_from(paint(lines_of(receipt), width_dots).raster)
    assert read == page + proof_digits(receipt.proof)
    assert judge_receipt(read, KEYS).verdict is Verdict.GENUINE


@pytest.mark.parametrize("tongue", Tongue)
def test_both_halves_of_a4_and_the_page_of_a5_carry_the_same_proof(
    tongue: Tongue, tmp_path: Path
) -> None:
    receipt = proven(a_receipt(), copy_no=1)
    for page, codes in ((ReceiptPage.A5, 1), (ReceiptPage.A4, 2)):
        path = tmp_path / f"{page}.pdf"
        style = ReceiptStyle(tongue=tongue)
        save_receipt(receipt, path, page, copy_no=1, is_acknowledged=True, style=style)
        width, _, greys = greys_of(path, PAGE_DOTS_AN_INCH)
        read = qr_texts(greys, width)
        assert read == [CHECK_PAGE + proof_digits(receipt.proof)] * codes
        assert judge_receipt(read[0], KEYS).verdict is Verdict.DUPLICATE


@pytest.mark.parametrize("sizes", [*SIZES_BY_WIDTH_DOTS.values(), A5_SIZES])
@pytest.mark.parametrize("page", ["", CHECK_PAGE, LONG_PAGE], ids=["no page", "page", "long page"])
def test_the_code_keeps_its_quiet_zone_from_everything_and_stays_on_the_paper(
    sizes: Sizes, page: str
) -> None:
    code = code_in(lines_of(proven(a_receipt(), page=page)))
    placed = Setter(sizes, lambda text, size, _: len(text) * size * 0.5).set_all([code])
    bars = [mark for mark in placed.marks if isinstance(mark, Bar)]
    module = min(bar.height for bar in bars)
    assert module in {sizes.qr_module, 3}
    quiet = QR_QUIET_ZONE_MODULES * module
    left, top = min(bar.x for bar in bars), min(bar.y for bar in bars)
    right = max(bar.x + bar.width for bar in bars)
    bottom = max(bar.y + bar.height for bar in bars)
    assert left >= quiet
    assert right + quiet <= sizes.width + 0.01
    for run in (mark for mark in placed.marks if isinstance(mark, Run)):
        is_above = run.y < top - quiet
        is_below = run.y - run.size * 0.78 >= bottom + quiet - sizes.body
        assert run.x + len(run.text) * run.size * 0.5 <= left - quiet or is_above or is_below


def test_a_receipt_without_a_proof_has_no_code_and_one_of_old_has_its_check_code_alone() -> None:
    receipt = proven(a_receipt())
    old = replace(receipt, proof=b"")
    assert not any(isinstance(line, QrCode) for line in lines_of(old))
    said = f"Check\u00a0code: {spaced_code(receipt.check_code)}"
    assert said in as_text(lines_of(old), 80)
    assert said in as_text(lines_of(receipt), 80)
    assert as_text(lines_of(receipt), 80).count(said) == 1
    none = replace(old, check_code="")
    assert "code" not in as_text(lines_of(none), 80)
    assert not code_in(lines_of(replace(receipt, check_code=""))).beside[0].text.startswith("जाँच")


def test_how_to_check_it_is_said_in_the_papers_tongue_and_is_another_thing_without_a_page() -> None:
    by_page, alone = proven(a_receipt()), proven(a_receipt(), page="")
    english = as_text(lines_of(by_page, tongue=Tongue.ENGLISH), 80)
    assert "Scan with a phone's camera to check" in english
    assert "स्कैन" not in english
    assert "फोन के कैमरे से स्कैन कर जाँचें" in as_text(lines_of(by_page, tongue=Tongue.HINDI), 80)
    assert "Any KESCO counter checks this" in as_text(lines_of(alone), 80)
    assert "camera" not in as_text(lines_of(alone), 80)


@pytest.mark.parametrize("page", ["https://केस्को.भारत/", "https://x/" + "y" * 200, "https://x/\n"])
def test_an_address_no_camera_could_follow_is_left_out_and_the_proof_is_printed(page: str) -> None:
    code = code_in(lines_of(proven(a_receipt(), page=page)))
    assert code.text == ""
    assert code.numeral


def test_the_readable_text_shows_the_code_by_its_address_and_the_count_of_its_figures() -> None:
    receipt = proven(a_receipt())
    said = f"[QR: {CHECK_PAGE} + {len(proof_digits(receipt.proof))} figures]"
    assert said in as_text(lines_of(receipt), 80)
    assert as_text([QrCode("https://x/")], 40).strip() == "[QR: https://x/]"


@given(st.integers(min_value=1, max_value=400), st.text("abc/", max_size=150))
def test_any_code_at_all_stands_on_any_paper(digits: int, page: str) -> None:
    for sizes in (*SIZES_BY_WIDTH_DOTS.values(), A5_SIZES):
        placed = Setter(sizes, lambda text, size, _: len(text) * size * 0.5).set_all(
            [QrCode(page, "7" * digits)]
        )
        for bar in placed.marks:
            assert isinstance(bar, Bar)
            assert bar.x >= 0
            assert bar.x + bar.width <= sizes.width
            assert bar.y + bar.height <= placed.height
