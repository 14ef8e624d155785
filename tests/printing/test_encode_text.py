"""The bytes of a paper in a printer's own type, read back by the decoder of the tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.printing.encode import Raster, encode_end
from counter_app.printing.encode_text import encode_text
from counter_app.printing.lines import Big, Box, BoxKind, Centre, Left, Line, Pair, QrCode, Tone
from counter_app.printing.qr import NOT_SHOWN, qr_matrix
from counter_app.printing.text_paper import TextPaper
from tests.printing.paper_decoder import (
    Code,
    Letters,
    Paper,
    Picture,
    TextLine,
    commands,
    decode,
    real_time_commands_in,
)
from tests.printing.test_text_rows import LINES
from tests.qr_reader import qr_texts

PAPER = TextPaper(
    width_dots=384,
    columns=32,
    has_native_qr=True,
    doubles_pictures=True,
    module_dots=4,
    band_rows=128,
)
NO_NATIVE = replace(PAPER, has_native_qr=False)
END = encode_end(has_cutter=True, feed_lines=3)
STRIP = Raster(16, (b"\x00\xff", b"\xff\x00"))
CODE = QrCode("https://check.kesco.co.in/r#", "1234567890" * 28)


def job_of(*lines: Line, paper: TextPaper = PAPER) -> bytes:
    return encode_text(lines, paper, lambda _: STRIP, END)


def paper_of(*lines: Line, paper: TextPaper = PAPER) -> Paper:
    return decode(job_of(*lines, paper=paper), paper.width_dots)


def code_seen(paper: Paper) -> list[str]:
    """What a reader that is not ours finds on the dots, with the paper's unprinted edge around them."""
    edge = bytes([255] * 32)
    rows = [
        edge + bytes(0 if byte & 0x80 >> bit else 255 for byte in row for bit in range(8)) + edge
        for row in paper.rows
    ]
    blank = [bytes([255] * len(rows[0]))] * 32
    return qr_texts(b"".join(blank + rows + blank), len(rows[0]))


@given(st.lists(LINES, max_size=6), st.booleans(), st.sampled_from([8, 24, 128, 255]))
def test_nothing_in_a_line_can_give_the_printer_a_command(
    lines: list[Line],
    has_native_qr: bool,  # noqa: FBT001 - drawn
    band_rows: int,
) -> None:
    made_for = replace(PAPER, has_native_qr=has_native_qr, band_rows=band_rows)
    job = job_of(*lines, paper=made_for)
    paper = decode(job, PAPER.width_dots)
    assert real_time_commands_in(job) == []
    assert (paper.pulses, paper.resets, paper.lines_fed) == ([], 1, 3)
    assert len(paper.cuts_after_row) == 1
    assert job.endswith(END)


def test_the_printer_is_left_as_it_was_found_and_told_only_what_changes() -> None:
    job = job_of(
        Box(("DUPLICATE",), BoxKind.FILLED), Left("a", Tone.STRONG), Left("b", Tone.STRONG)
    )
    assert job.count(b"\x1b!") == 3
    assert job.count(b"\x1dB") == 2
    after = decode(job + b"x\n", PAPER.width_dots).prints[-1]
    assert after == TextLine((Letters("x"),))


def test_white_on_black_reaches_from_edge_to_edge_and_other_blank_ends_cost_nothing() -> None:
    paper = paper_of(Box(("DUPLICATE",), BoxKind.FILLED), Pair("Reason", (" ",)), Left("plain"))
    loud, pair, plain = paper.prints
    assert isinstance(loud, TextLine)
    (letters,) = loud.parts
    assert (letters.is_reversed, letters.is_wide, letters.is_high) == (True, True, True)
    assert loud.columns == 32
    assert isinstance(pair, TextLine)
    assert pair.text == "Reason"
    assert plain == TextLine((Letters("plain"),))


def test_label_and_figure_stand_on_one_line_in_two_sizes() -> None:
    (line,) = paper_of(Big("PAID", "₹ 5.00")).prints
    assert isinstance(line, TextLine)
    label, figure = line.parts
    assert (label.text.rstrip(), figure.text) == ("PAID", "Rs. 5.00")
    assert (label.is_wide, figure.is_wide, figure.is_high) == (False, True, True)
    assert line.columns == 32


def test_a_picture_stands_between_its_neighbours() -> None:
    before, picture, after = paper_of(Left("a"), Left("क"), Left("b")).prints
    assert isinstance(picture, Picture)
    assert [row[:2] for row in picture.rows] == list(STRIP.rows)
    assert [before, after] == [TextLine((Letters("a"),)), TextLine((Letters("b"),))]


def test_a_printer_that_can_makes_the_code_by_itself_in_the_middle_with_a_quiet_zone() -> None:
    above, code, below, beside = paper_of(replace(CODE, beside=(Left("Check"),))).prints
    assert code == Code(CODE.text + CODE.numeral, 4, "M", is_centred=True)
    assert above == below == TextLine(())
    assert isinstance(beside, TextLine)
    assert beside.text.strip() == "Check"


@pytest.mark.parametrize("band_rows", [8, 24, 128])
@pytest.mark.parametrize("doubles", [True, False])
def test_a_printer_that_cannot_is_sent_a_picture_of_the_code_that_others_read(
    band_rows: int,
    doubles: bool,  # noqa: FBT001 - drawn
) -> None:
    made_for = replace(NO_NATIVE, doubles_pictures=doubles, band_rows=band_rows)
    job = job_of(CODE, paper=made_for)
    paper = decode(job, made_for.width_dots)
    assert paper.codes == []
    assert code_seen(paper) == [CODE.text + CODE.numeral]
    assert len(paper.rows) == len(qr_matrix(CODE.text, CODE.numeral)) * 4
    assert (len(job) < 2_000) == doubles
    assert any(command.code == b"\x1dv0" for command in commands(job))


def test_modules_of_an_odd_size_are_not_doubled() -> None:
    paper = paper_of(CODE, paper=replace(NO_NATIVE, module_dots=3))
    assert len(paper.rows) == len(qr_matrix(CODE.text, CODE.numeral)) * 3
    assert code_seen(paper) == [CODE.text + CODE.numeral]


@pytest.mark.parametrize("length", [0x0410 - 3, 0x0510 - 3])
def test_a_code_whose_length_would_speak_to_the_printer_is_sent_as_a_picture(length: int) -> None:
    wide = replace(PAPER, width_dots=576, columns=48, module_dots=3)
    code = QrCode("", "1" * length)
    job = job_of(code, paper=wide)
    assert real_time_commands_in(job) == []
    assert decode(job, 576).codes == []
    assert code_seen(decode(job, 576)) == [code.numeral]
    (native,) = decode(job_of(QrCode("", "1" * (length + 1)), paper=wide), 576).codes
    assert native.text == "1" * (length + 1)


def test_a_longer_code_has_smaller_modules() -> None:
    longer = QrCode("https://check.kesco.co.in/" + "x" * 200, CODE.numeral)
    (code,) = paper_of(longer).codes
    assert code.module_dots == 3
    pictured = paper_of(longer, paper=NO_NATIVE)
    assert code_seen(pictured) == [longer.text + longer.numeral]


@pytest.mark.parametrize("code", [QrCode("x" * 1_500), QrCode("x" * 3_000), QrCode("केस्को")])
def test_a_code_that_no_phone_could_read_is_said_to_be_missing(code: QrCode) -> None:
    for made_for in (PAPER, NO_NATIVE):
        paper = paper_of(Centre("KESCO", Tone.HEAD), code, Left("after"), paper=made_for)
        assert paper.codes == []
        assert paper.rows == []
        assert " ".join(NOT_SHOWN[-1].split()) in " ".join(paper.text.split())
        assert "after" in paper.text
