"""Receipts on A5 and on A4 across: the size of each page, what stands on each half, and what is copied from them."""

from __future__ import annotations

import logging
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import FaultCode
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.marks import Bar, Frame, Run
from counter_app.printing.pdf_paper import A5, A5_OF_RECEIPT, HALF
from counter_app.printing.pdf_receipt import PdfPrinter
from counter_app.printing.receipt_pages import ReceiptPage, page_of, receipt_paper, save_receipt
from counter_app.printing.receipt_pages import halves_of as both_halves
from counter_app.printing.sheet import Sheet
from counter_app.printing.tongue import Tongue
from counter_app.use_cases.views import QR_QUIET_ZONE_MODULES
from counter_app.wire.check_code import spaced_code
from tests.days_compared import all_compared
from tests.printing.all_papers import (
    a_chain_of_receipts,
    a_receipt_of_many_bills,
    a_split_receipt,
    all_receipts,
)
from tests.printing.odd_names import ODD_NAMES, an_odd_receipt
from tests.printing.papers import CONSUMER, a_receipt, proven
from tests.printing.pdf_tools import greys_of, halves_of, page_sizes_of, pages_of, words_of
from tests.printing.texts import bare, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.receipt import Receipt
    from counter_app.printing.marks import Set

A5_SIZE, A4_SIZE, A4_ACROSS_SIZE = (420, 595), (595, 842), (842, 595)
CONSUMERS = {
    Tongue.BOTH: "उपभोक्ता प्रति / Consumer's copy",
    Tongue.ENGLISH: "Consumer's copy",
    Tongue.HINDI: "उपभोक्ता प्रति",
}
OFFICES = {
    Tongue.BOTH: "कार्यालय प्रति / Office copy",
    Tongue.ENGLISH: "Office copy",
    Tongue.HINDI: "कार्यालय प्रति",
}
COPIED = ("cash-offline", "largest", "split-stamped", "suspense", "final-bill", "cancelled")


def saved(
    receipt: Receipt, folder: Path, page: ReceiptPage, tongue: Tongue = Tongue.BOTH
) -> tuple[Path, list[str]]:
    """The file, and every text that is drawn in it, bare."""
    path = folder / "receipt.pdf"
    style = ReceiptStyle(tongue=tongue)
    save_receipt(receipt, path, page, copy_no=1, is_acknowledged=False, style=style)
    lines = lay_out(receipt, copy_no=1, is_acknowledged=False, style=style)
    return path, [bare(text) for line in lines for text in texts_of(line)]


@pytest.mark.parametrize("tongue", Tongue)
def test_no_kind_of_receipt_can_be_half_lost_for_each_is_one_page(
    tongue: Tongue, tmp_path: Path
) -> None:
    """At 6.5 points or more, on A5 and on either half of A4."""
    style = ReceiptStyle(tongue=tongue)
    sheet = Sheet(tmp_path / "measure.pdf", A5.width, A5.height, "")
    pages = {}
    for name, (receipt, copy_no, is_acknowledged) in all_receipts().items():
        lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=style)
        paper = receipt_paper(lines, str(receipt.payment.receipt_no), tongue)
        on_a5 = [*paper.pages(sheet, A5_OF_RECEIPT)]
        on_a4 = [*both_halves(paper, tongue)[1].pages(sheet, HALF)]
        pages[name] = (len(on_a5), len(on_a4))
        assert smallest_type(on_a5 + on_a4) > 5.8
    assert pages == dict.fromkeys(pages, (1, 1))
    assert A5.sizes.body * min(HALF.scales) > 6.5


def smallest_type(pages: list[Set]) -> float:
    return min(mark.size for page in pages for mark in page.marks if isinstance(mark, Run))


def test_a_stamp_box_stands_beside_the_code_and_touches_neither_it_nor_a_word(
    tmp_path: Path,
) -> None:
    sheet = Sheet(tmp_path / "measure.pdf", A5.width, A5.height, "")
    receipt = proven(a_split_receipt())
    lines = lay_out(receipt, copy_no=0, is_acknowledged=True)
    (page,) = receipt_paper(lines, "").pages(sheet, A5_OF_RECEIPT)
    (stamp,) = (mark for mark in page.marks if isinstance(mark, Frame) and mark.is_dashed)
    modules = [mark for mark in page.marks if isinstance(mark, Bar) and mark.width < 20]
    assert min(mark.y for mark in modules) == stamp.y
    quiet = QR_QUIET_ZONE_MODULES * min(mark.height for mark in modules)
    assert min(mark.x for mark in modules) - (stamp.x + stamp.width) >= quiet - 0.01
    beside = [
        mark
        for mark in page.marks
        if isinstance(mark, Run) and stamp.y < mark.y < stamp.y + stamp.height
    ]
    said = " ".join(mark.text for mark in beside)
    assert spaced_code(receipt.check_code) in said
    assert "REVENUE STAMP" in said
    ends = [mark.x + sheet.width(mark.text, mark.size, mark.is_bold) for mark in beside]
    assert max(ends) < stamp.x


@pytest.mark.parametrize("bills", [1, 90])
def test_every_page_is_of_exactly_the_size_the_spooler_is_told(bills: int, tmp_path: Path) -> None:
    receipt = proven(a_receipt_of_many_bills(bills))
    pages = 1 if bills == 1 else 4
    path, _ = saved(receipt, tmp_path, ReceiptPage.A5)
    assert page_sizes_of(path) == [A5_SIZE] * pages
    path, _ = saved(receipt, tmp_path, ReceiptPage.A4)
    assert page_sizes_of(path) == [A4_ACROSS_SIZE] * pages


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("name", COPIED)
def test_what_is_copied_from_either_half_of_a4_is_what_was_drawn(
    name: str, tongue: Tongue, tmp_path: Path
) -> None:
    path, drawn = saved(all_receipts()[name][0], tmp_path, ReceiptPage.A4, tongue)
    left, right = map(bare, halves_of(path))
    for half in (left, right):
        assert [text for text in drawn if text not in half] == []
    assert bare(CONSUMERS[tongue]) in left
    assert bare(CONSUMERS[tongue]) not in right
    assert bare(OFFICES[tongue]) in right
    assert bare(OFFICES[tongue]) not in left


@pytest.mark.parametrize("name", ["cash-offline", "long-name"])
def test_all_of_a4_copied_at_once_has_one_half_after_the_other(name: str, tmp_path: Path) -> None:
    path, drawn = saved(all_receipts()[name][0], tmp_path, ReceiptPage.A4)
    copied = bare(words_of(path, "-raw"))
    consumers, offices = copied.split(bare(OFFICES[Tongue.BOTH]))
    for half in (consumers, offices):
        assert [text for text in drawn if text not in half] == []


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_is_copied_as_it_was_drawn_with_a_circle_for_what_is_missing(
    name: str, tmp_path: Path
) -> None:
    receipt = an_odd_receipt(name)
    path = tmp_path / "receipt.pdf"
    missing = save_receipt(receipt, path, copy_no=1, is_acknowledged=False)
    circles = str.maketrans(dict.fromkeys(missing, "\u25cc"))
    read = bare(words_of(path))
    for line in lay_out(receipt, copy_no=1, is_acknowledged=False):
        for text in texts_of(line):
            assert bare(text).translate(circles) in read


def test_a_dashed_line_to_cut_along_stands_between_the_halves(tmp_path: Path) -> None:
    path, _ = saved(a_receipt(), tmp_path, ReceiptPage.A4)
    width, height, greys = greys_of(path)
    middle = width // 2
    dark = [
        any(grey < 200 for grey in greys[y * width + middle - 2 : y * width + middle + 2])
        for y in range(height)
    ]
    dashes = sum(now and not before for before, now in pairwise(dark))
    assert dashes > 50
    assert 0.3 < sum(dark) / height < 0.9


def test_a_receipt_of_two_pages_has_its_number_on_each_half_of_each(tmp_path: Path) -> None:
    receipt = proven(a_receipt_of_many_bills(10))
    path, _ = saved(receipt, tmp_path, ReceiptPage.A4)
    number = str(receipt.payment.receipt_no)
    assert [page.count(number) for page in pages_of(path)] == [2, 2]


def test_a_plan_names_its_page_and_a_model_of_receipt_printer_means_a5() -> None:
    assert page_of("a4") is ReceiptPage.A4
    assert page_of("a5") is ReceiptPage.A5
    assert page_of("generic-80") is ReceiptPage.A5


def test_a_printer_of_a4_saves_all_its_papers_on_a4(tmp_path: Path) -> None:
    printer = PdfPrinter(tmp_path, page=ReceiptPage.A4)
    receipts = a_chain_of_receipts(5)
    kept = printer.print_receipt(receipts[0], copy_no=0, is_acknowledged=True)
    assert page_sizes_of(tmp_path / kept.saved_as)[0] == A4_ACROSS_SIZE
    for made in (
        printer.print_summary(receipts),
        printer.print_reconciliation(all_compared()["equal"]),
    ):
        assert page_sizes_of(tmp_path / made.saved_as) == [A4_SIZE]


def test_a_tray_of_a5_is_given_nothing_but_a5(tmp_path: Path) -> None:
    long = a_chain_of_receipts(40)
    filed = PdfPrinter(tmp_path / "filed").print_summary(long)
    assert set(page_sizes_of(tmp_path / filed.saved_as)) == {A4_SIZE}
    printed = PdfPrinter(tmp_path / "printed", keeps_page=True).print_summary(long)
    sizes = page_sizes_of(tmp_path / printed.saved_as)
    assert set(sizes) == {A5_SIZE}
    assert len(sizes) > 1


def test_a_printers_tongue_is_spoken_by_its_other_papers_too(tmp_path: Path) -> None:
    printer = PdfPrinter(tmp_path, ReceiptStyle(tongue=Tongue.ENGLISH))
    made = printer.print_reconciliation(all_compared()["differs"])
    assert "EQUAL" not in words_of(tmp_path / made.saved_as)
    assert "DIFFERS" in words_of(tmp_path / made.saved_as)
    assert "अंतर" not in words_of(tmp_path / made.saved_as)


def test_characters_no_font_has_are_named_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        PdfPrinter(tmp_path).print_receipt(
            an_odd_receipt("bengali"), copy_no=0, is_acknowledged=True
        )
    assert "no glyph for" in caplog.text
    assert f"U+{ord('র'):04X}" in caplog.text
    assert CONSUMER.name_en not in caplog.text


def test_a_disk_that_fails_on_a4_is_not_sent(tmp_path: Path) -> None:
    blocked = tmp_path / "receipts"
    blocked.write_text("a file where the folder should be")
    printer = PdfPrinter(blocked, page=ReceiptPage.A4)
    outcome = printer.print_receipt(a_receipt(), copy_no=0, is_acknowledged=True)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, FaultCode.FILE_NOT_WRITTEN)
