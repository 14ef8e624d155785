"""The bytes of a job, read back by a decoder that knows only the command reference."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counter_app.printing.encode import (
    BAND_ROWS,
    Raster,
    encode_pulse,
    encode_receipt,
    without_real_time_commands,
)
from tests.printing.paper_decoder import commands, decode, real_time_commands_in

BYTES_A_ROW = 6
LIKELY = st.one_of(st.sampled_from([0, 0, 0, 4, 5, 0x10, 0x14]), st.integers(0, 255))
ROW = st.one_of(
    st.just(bytes(BYTES_A_ROW)),
    st.lists(LIKELY, min_size=BYTES_A_ROW, max_size=BYTES_A_ROW).map(bytes),
)
RASTERS = st.lists(ROW, min_size=1, max_size=300).map(
    lambda rows: Raster(8 * BYTES_A_ROW, tuple(without_real_time_commands(row) for row in rows))
)


@given(RASTERS, st.booleans())
def test_what_comes_out_is_the_picture_dot_by_dot(raster: Raster, has_cutter: bool) -> None:  # noqa: FBT001 - drawn
    job = encode_receipt(raster, has_cutter=has_cutter, feed_lines=3)
    paper = decode(job, raster.width_dots)
    assert tuple(paper.rows) == raster.rows
    assert paper.cuts_after_row == ([len(raster.rows)] if has_cutter else [])
    assert paper.pulses == []
    assert paper.resets == 1
    assert paper.lines_fed == 3


@given(RASTERS)
def test_no_dots_of_a_receipt_speak_to_the_printer(raster: Raster) -> None:
    job = encode_receipt(raster, has_cutter=True, feed_lines=3)
    pictures = [command.data for command in commands(job)]
    assert not any(real_time_commands_in(picture) for picture in pictures)


@given(st.binary(max_size=80))
def test_taming_a_row_only_adds_dots_and_does_it_once(row: bytes) -> None:
    tame = without_real_time_commands(row)
    assert len(tame) == len(row)
    assert all(before & after == before for before, after in zip(row, tame, strict=True))
    assert without_real_time_commands(tame) == tame


def test_dots_that_would_kick_the_drawer_are_changed() -> None:
    assert b"\x10\x14" not in without_real_time_commands(b"\x00\x10\x14\x01\x00\x01")


def test_no_band_is_higher_than_a_small_printers_buffer_likes() -> None:
    job = encode_receipt(Raster(8, (b"\xff",) * 1000), has_cutter=True, feed_lines=0)
    heights = [command.arguments[3] for command in commands(job) if command.code == b"\x1dv0"]
    assert sum(heights) == 1000
    assert max(heights) == BAND_ROWS


def test_blank_paper_costs_one_byte_a_row() -> None:
    job = encode_receipt(Raster(576, (bytes(72),) * 100), has_cutter=False, feed_lines=0)
    assert len(job) < 120


def test_the_pulse_names_the_pin_of_the_drawer() -> None:
    assert encode_pulse(2) == b"\x1bp\x0022"
    assert encode_pulse(5) == b"\x1bp\x0122"
