"""The bytes of a job, read back by a decoder that knows only the command reference."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counter_app.printing.encode import (
    BAND_ROWS,
    Raster,
    encode_pulse,
    encode_receipt,
    encode_whole,
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


@given(RASTERS, st.booleans(), st.sampled_from([1, 8, 24, 128, 255]))
def test_what_comes_out_is_the_picture_dot_by_dot(
    raster: Raster,
    has_cutter: bool,  # noqa: FBT001 - drawn
    band_rows: int,
) -> None:
    job = encode_receipt(raster, has_cutter=has_cutter, feed_lines=3, band_rows=band_rows)
    paper = decode(job, raster.width_dots)
    assert tuple(paper.rows) == raster.rows
    assert paper.cuts_after_row == ([len(raster.rows)] if has_cutter else [])
    assert paper.pulses == []
    assert paper.resets == 1
    assert paper.lines_fed == 3


@given(RASTERS)
def test_nothing_of_a_job_speaks_to_the_printer_neither_dots_nor_what_stands_before_them(
    raster: Raster,
) -> None:
    assert real_time_commands_in(encode_receipt(raster, has_cutter=True, feed_lines=16)) == []
    assert real_time_commands_in(encode_receipt(raster, has_cutter=False, feed_lines=4)) == []


@given(RASTERS, st.booleans(), st.sampled_from([8, 24, 128, 255]))
def test_a_picture_in_the_middle_has_bands_of_one_width_and_is_doubled_if_told(
    raster: Raster,
    is_doubled: bool,  # noqa: FBT001 - drawn
    band_rows: int,
) -> None:
    job = encode_whole(raster, band_rows, is_doubled=is_doubled)
    sent = list(commands(job))
    assert {command.arguments[1] for command in sent} == {raster.bytes_a_row}
    assert max(command.arguments[3] for command in sent) <= band_rows
    dots = decode(job, raster.width_dots * 2).rows
    times = 2 if is_doubled else 1
    assert len(dots) == len(raster.rows) * times
    for place, row in enumerate(dots):
        bits = "".join(dot * times for byte in raster.rows[place // times] for dot in f"{byte:08b}")
        assert "".join(f"{byte:08b}" for byte in row) == bits.ljust(raster.width_dots * 2, "0")


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
