"""The receipt as a PDF, for a counter without a printer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.layout import lay_out
from counter_app.printing.pdf_paper import A5, A5_OF_RECEIPT
from counter_app.printing.pdf_receipt import PdfPrinter
from counter_app.printing.receipt_pages import receipt_paper
from counter_app.printing.sheet import Sheet
from counter_app.printing.whole_file import write_whole
from tests.printing.all_papers import a_receipt_of_many_bills, all_receipts
from tests.printing.papers import CONSUMER, a_receipt
from tests.printing.pdf_tools import fonts_of, greys_of, pages_of, words_of
from tests.printing.texts import texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.printing.lines import Line

PALE = 200
DARK = 100


def save_receipt(lines: tuple[Line, ...], path: Path, receipt_no: str) -> frozenset[str]:
    return receipt_paper(lines, receipt_no).save(path, A5_OF_RECEIPT)


@pytest.mark.parametrize("name", all_receipts())
def test_every_text_of_the_receipt_can_be_copied_as_it_was_drawn(name: str, tmp_path: Path) -> None:
    receipt, copy_no, is_acknowledged = all_receipts()[name]
    lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
    save_receipt(lines, tmp_path / "receipt.pdf", name)
    read = words_of(tmp_path / "receipt.pdf").replace(" ", "")
    for line in lines:
        for text in texts_of(line):
            assert "".join(text.split()) in read


def test_hindi_after_english_is_shaped_too(tmp_path: Path) -> None:
    """A text that begins in English must not leave the vowel signs of its Hindi words unmoved."""
    sheet = Sheet(tmp_path / "mixed.pdf", 200, 60, "mixed")
    alone = sheet.width("दैनिक", 12, False)
    assert sheet.width("KESCO दैनिक", 12, False) == pytest.approx(
        sheet.width("KESCO ", 12, False) + alone
    )
    left = drawn(tmp_path, "दैनिक", 20.0)
    after_english = drawn(tmp_path, "A दैनिक", 20.0 - width_of(tmp_path, "A "))
    assert left == after_english


def width_of(folder: Path, text: str) -> float:
    return Sheet(folder / "measure.pdf", 10, 10, "").width(text, 12, False)


def drawn(folder: Path, text: str, x: float) -> bytes:
    """The picture of a word, with whatever stands left of x = 20 covered."""
    sheet = Sheet(folder / "drawn.pdf", 200, 60, text)
    sheet.text(x, 30, text, 12)
    sheet.bar(0, 0, 19.5, 60, grey=1.0)
    return greys_of(sheet.save())[2]


def test_letters_are_vectors_of_our_own_embedded_fonts(tmp_path: Path) -> None:
    lines = lay_out(a_receipt(), copy_no=0, is_acknowledged=True)
    save_receipt(lines, tmp_path / "receipt.pdf", "receipt")
    fonts = fonts_of(tmp_path / "receipt.pdf")
    assert fonts
    assert all("CounterDeva" in font[0] and font[-5:-2] == ["yes"] * 3 for font in fonts)


def test_the_same_receipt_is_the_same_file_byte_by_byte(tmp_path: Path) -> None:
    lines = lay_out(a_receipt(), copy_no=0, is_acknowledged=True)
    save_receipt(lines, tmp_path / "one.pdf", "receipt")
    save_receipt(lines, tmp_path / "two.pdf", "receipt")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_page_is_a5_with_white_margins_and_the_duplicate_mark_is_a_dark_band(
    tmp_path: Path,
) -> None:
    path = tmp_path / "receipt.pdf"
    save_receipt(lay_out(a_receipt(), copy_no=1, is_acknowledged=True), path, "receipt")
    width, height, greys = greys_of(path)
    assert (width, height) == (583, 827)
    rows = [greys[start : start + width] for start in range(0, len(greys), width)]
    assert min(min(row[:40]) for row in rows) > PALE
    assert min(min(row[-40:]) for row in rows) > PALE
    assert max(sum(grey < DARK for grey in row) for row in rows[100:250]) > width // 2


def test_a_payment_over_many_bills_goes_over_pages_and_loses_none(tmp_path: Path) -> None:
    many = a_receipt_of_many_bills(90)
    path = tmp_path / "receipt.pdf"
    lines = lay_out(many, copy_no=0, is_acknowledged=True)
    save_receipt(lines, path, str(many.payment.receipt_no))
    pages = pages_of(path)
    assert len(pages) > 1
    assert all(page.count(str(many.payment.receipt_no)) == 1 for page in pages)
    assert all(f"7412036{n:05d}" in "".join(pages) for n in range(90))


def test_a_name_longer_than_a_page_ends_all_the_same(tmp_path: Path) -> None:
    consumer = replace(CONSUMER, name_en="Ram " * 4_000)
    lines = lay_out(a_receipt(consumer=consumer), copy_no=0, is_acknowledged=True)
    save_receipt(lines, tmp_path / "receipt.pdf", "KID07/2627/000123")
    assert "Helpline 1912" in words_of(tmp_path / "receipt.pdf")


def test_a_missing_glyph_is_named(tmp_path: Path) -> None:
    consumer = replace(CONSUMER, name_en="Zhang 中", name_hi="")
    lines = lay_out(a_receipt(consumer=consumer), copy_no=0, is_acknowledged=True)
    assert save_receipt(lines, tmp_path / "receipt.pdf", "receipt") == {"中"}


def test_receipts_are_saved_by_date_and_number_and_copies_beside_them(tmp_path: Path) -> None:
    printer = PdfPrinter(tmp_path)
    original = printer.print_receipt(a_receipt(), copy_no=0, is_acknowledged=False)
    copy = printer.print_receipt(a_receipt(), copy_no=2, is_acknowledged=True)
    day = tmp_path / "2026-11-23"
    path = day / "KID07-2627-000123.pdf"
    expected = PrintOutcome(PrintState.PRINTED, PrintReason.SAVED_AS_FILE, saved_as=str(path))
    assert original == expected
    assert copy.saved_as == str(day / "KID07-2627-000123-DUPLICATE-2.pdf")
    assert sorted(file.name for file in day.iterdir()) == [
        "KID07-2627-000123-DUPLICATE-2.pdf",
        "KID07-2627-000123.pdf",
    ]
    assert "OFFLINE RECEIPT" in words_of(path)


def test_a_disk_that_cannot_be_written_is_not_sent_and_leaves_no_half_file(tmp_path: Path) -> None:
    blocked = tmp_path / "receipts"
    blocked.write_text("a file where the folder should be")
    outcome = PdfPrinter(blocked).print_receipt(a_receipt(), copy_no=0, is_acknowledged=True)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, FaultCode.FILE_NOT_WRITTEN)


def test_a_file_that_cannot_be_put_in_its_place_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "full").touch()
    with pytest.raises(Fault):
        write_whole(tmp_path / "taken", b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_drawer_without_a_printer_is_nothing_sent_and_nothing_wrong(tmp_path: Path) -> None:
    assert PdfPrinter(tmp_path).open_drawer() == PrintOutcome(PrintState.NOT_SENT)


@pytest.mark.usefixtures("qapp")
def test_the_picture_is_that_of_an_80_mm_printer(tmp_path: Path) -> None:
    picture = PdfPrinter(tmp_path).picture(a_receipt(), copy_no=0, is_acknowledged=True)
    assert QImage.fromData(picture).width() == 576


def test_a_name_too_long_for_its_place_ends_in_whole_syllables(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "name.pdf", 100, 100, "name")
    shown = sheet.fitted("त्रिविक्रमनारायण", 40, 10, False)
    assert shown.endswith("…")
    assert sheet.width(shown, 10, False) <= 40
    assert "त्रिविक्रमनारायण".startswith(shown[:-1])
    assert sheet.fitted("राम", 40, 10, False) == "राम"
    assert A5.width < A5.height
