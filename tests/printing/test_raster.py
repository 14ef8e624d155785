"""The receipt in dots."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from counter_app.printing.encode import Raster, encode_receipt
from counter_app.printing.glyphs import REPLACEMENT
from counter_app.printing.layout import lay_out
from counter_app.printing.lines import Centre, Left, QrCode, Tone
from counter_app.printing.qr import NOT_SHOWN, qr_matrix
from counter_app.printing.raster import SIZES_BY_WIDTH_DOTS, paint, png_of
from tests.printing.all_papers import all_receipts
from tests.printing.paper_decoder import commands, decode, real_time_commands_in
from tests.printing.papers import a_receipt
from tests.qr_reader import qr_texts

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

pytestmark = pytest.mark.usefixtures("qapp")

REPOSITORY = Path(__file__).parents[2]
FIRST_BYTE_WITHIN_SECONDS = 0.060
"""The issue's aim; here for painting and encoding alone, warm, in this thread's time on the processor."""


def ink(raster: Raster) -> int:
    """How many dots are black."""
    return sum(row.count(0) and int.from_bytes(row, "big").bit_count() for row in raster.rows)


@pytest.mark.parametrize("width_dots", SIZES_BY_WIDTH_DOTS)
@pytest.mark.parametrize("name", all_receipts())
def test_the_bytes_bring_the_painted_picture_to_paper_dot_by_dot(
    name: str, width_dots: int
) -> None:
    receipt, copy_no, is_acknowledged = all_receipts()[name]
    lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
    painted = paint(lines, width_dots)
    job = encode_receipt(painted.raster, has_cutter=True, feed_lines=3)
    paper = decode(job, width_dots)
    assert tuple(paper.rows) == painted.raster.rows
    assert paper.cuts_after_row == [len(painted.raster.rows)]
    assert paper.pulses == []
    assert painted.missing == frozenset()
    assert not any(real_time_commands_in(command.data) for command in commands(job))


def test_no_line_of_type_is_under_twenty_dots() -> None:
    for sizes in SIZES_BY_WIDTH_DOTS.values():
        assert min(sizes.small, sizes.body, sizes.title, sizes.head, sizes.figure) >= 20


def test_a_character_without_glyph_is_shown_as_a_dotted_circle_and_named() -> None:
    with_chinese = paint([Left("Ram 中 Lal 😀")], 576)
    with_circles = paint([Left(f"Ram {REPLACEMENT} Lal {REPLACEMENT}")], 576)
    assert with_chinese.missing == {"中", "😀"}
    assert with_chinese.raster == with_circles.raster
    assert ink(with_chinese.raster) > ink(paint([Left("Ram  Lal ")], 576).raster)


@pytest.mark.parametrize("width_dots", SIZES_BY_WIDTH_DOTS)
@pytest.mark.parametrize(
    ("letters", "module_dots"), [(0, 4), (150, 4), (330, 4), (400, 3), (600, 3)]
)
def test_a_code_with_a_long_address_has_smaller_modules_and_is_read(
    letters: int, module_dots: int, width_dots: int
) -> None:
    code = QrCode("u" * letters, "1234567890" * 28)
    raster = paint([code], width_dots).raster
    matrix = qr_matrix(code.text, code.numeral)
    if width_dots == 384:
        assert raster.rows[0] == bytes(48)
        assert len(raster.rows) == (len(matrix) + 8) * module_dots + 8
    edge = bytes([255] * 40)
    rows = [
        edge + bytes(0 if byte & 0x80 >> bit else 255 for byte in row for bit in range(8)) + edge
        for row in raster.rows
    ]
    assert qr_texts(b"".join(rows), len(rows[0])) == [code.text + code.numeral]


def test_a_code_too_wide_for_any_reader_is_said_to_be_missing_and_the_rest_is_printed() -> None:
    beside = (Left("Check code"), Left("7KQ2-M8XA", Tone.TITLE))
    painted = paint([QrCode("u" * 1_500, "1" * 280, beside)], 384)
    said = [Centre(text, Tone.SMALL) for text in NOT_SHOWN]
    assert painted == paint([*said, Centre("Check code"), Centre("7KQ2-M8XA", Tone.TITLE)], 384)


def test_hindi_is_shaped_so_that_a_conjunct_is_narrower_than_its_letters() -> None:
    assert paint([Centre("क्षत्रिय")], 576).raster != paint([Centre("क\u200cष\u200cत")], 576).raster
    joined = ink(paint([Left("क्ष")], 576).raster)
    apart = ink(paint([Left("क ् ष")], 576).raster)
    assert joined < apart


def test_threads_paint_the_same_picture_at_the_same_time(qapp: QGuiApplication) -> None:
    lines = lay_out(a_receipt(), copy_no=0, is_acknowledged=True)
    expected = paint(lines, 576).raster
    painted: list[Raster] = []
    threads = [
        threading.Thread(target=lambda: painted.extend(paint(lines, 576).raster for _ in range(5)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert painted == [expected] * 15


def test_the_picture_file_is_the_receipt_in_one_bit_a_dot() -> None:
    raster = paint(lay_out(a_receipt(), copy_no=0, is_acknowledged=True), 576).raster
    image = QImage.fromData(png_of(raster))
    assert (image.width(), image.height()) == (576, len(raster.rows))
    for y in range(0, len(raster.rows), 97):
        row = int.from_bytes(raster.rows[y], "big")
        shown = sum((image.pixelColor(x, y).value() == 0) << (575 - x) for x in range(576))
        assert shown == row


def test_painting_and_encoding_leave_the_counter_most_of_its_sixty_milliseconds() -> None:
    took = []
    for _ in range(5):
        start = time.thread_time()
        lines = lay_out(a_receipt(), copy_no=0, is_acknowledged=False)
        encode_receipt(paint(lines, 576).raster, has_cutter=True, feed_lines=3)
        took.append(time.thread_time() - start)
    assert min(took) < FIRST_BYTE_WITHIN_SECONDS


def test_without_a_screen_program_painting_is_a_fault_and_nothing_is_sent() -> None:
    program = (
        "from pathlib import Path; from counter_app.printing.connect import *;"
        "from counter_app.domain.printer import *;"
        "from tests.printing.papers import a_receipt;"
        "settings = PrinterPlan(PrinterKind.NETWORK, host='127.0.0.1', port=9);"
        "printer = connect_printer(settings, Path());"
        "print(printer.print_receipt(a_receipt(), copy_no=0, is_acknowledged=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, cwd=REPOSITORY, capture_output=True, text=True
    )
    assert "not_sent" in done.stdout
    assert "printer_failed" in done.stdout
