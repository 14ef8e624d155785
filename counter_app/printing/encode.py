"""A picture in one bit a dot, and the ESC/POS bytes that put it on paper.

Own bytes instead of python-escpos' ``image()``: 3.1 dithers, prints a black band beside centred pictures over
960 rows, and sends blank paper as full rows. Source of the commands: Epson's ESC/POS command reference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

INITIALIZE = b"\x1b@"
RASTER = b"\x1dv0\x00"
"""GS v 0, normal size; then bytes a row and rows, each in two bytes, low first."""

RASTER_DOUBLED = b"\x1dv0\x03"
"""GS v 0, printed twice as wide and twice as high: a quarter of the bytes for what has no finer parts."""

FEED_LINES = b"\x1bd"
CUT_AFTER_FEED = b"\x1dVB\x00"
"""GS V 66 0: feed until the end of the print stands at the knife, then cut."""

PULSE = b"\x1bp"
PULSE_ON_TIMES_2_MS = 50
PULSE_OFF_TIMES_2_MS = 50

BAND_ROWS = 128
"""Rows a command, usually: small enough for small buffers, and a job cut short eats at most one band of the next."""

MOST_BAND_ROWS = 255
"""What one byte of a band's height holds, so that no height can begin with what speaks to the printer."""

DOTS_A_BYTE = 8
REAL_TIME_SECONDS = (b"\x04", b"\x05", b"\x14")
"""After DLE (10): EOT (tell status), ENQ (recover, clear the buffer), DC4 (kick the drawer, power off)."""

NEIGHBOUR_OF_DLE = b"\x30"
NEIGHBOUR_BIT = 0x08
_BEFORE_SECOND = re.compile(rb"\x10(?=[\x04\x05\x14])")


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture: rows of whole bytes, first dot in the highest bit, 1 is black."""

    width_dots: int
    rows: tuple[bytes, ...]

    @property
    def bytes_a_row(self) -> int:
        """Eight dots a byte; every head is a whole number of bytes wide."""
        return self.width_dots // DOTS_A_BYTE


def without_real_time_commands(row: bytes) -> bytes:
    """The row with one dot added wherever it would speak to the printer.

    A printer obeys DLE EOT, DLE ENQ and DLE DC4 even in the middle of a picture: the dots 10 14 01 00 01
    would open the drawer. No row keeps 10 before 04, 05 or 14, and none begins with the latter.
    """
    safe = _BEFORE_SECOND.sub(NEIGHBOUR_OF_DLE, row)
    if safe[:1] in REAL_TIME_SECONDS:
        safe = bytes([safe[0] | NEIGHBOUR_BIT]) + safe[1:]
    return safe


def encode_receipt(
    raster: Raster, *, has_cutter: bool, feed_lines: int, band_rows: int = BAND_ROWS
) -> bytes:
    """One job: start afresh, the picture in bands, feed, cut. Never a drawer pulse."""
    end = encode_end(has_cutter=has_cutter, feed_lines=feed_lines)
    return INITIALIZE + encode_picture(raster, band_rows) + end


def encode_picture(raster: Raster, band_rows: int = BAND_ROWS) -> bytes:
    """The picture in bands of at most so many rows, up to MOST_BAND_ROWS."""
    assert 0 < band_rows <= MOST_BAND_ROWS, "a profile was read that was not checked"
    return b"".join(_band_command(band) for band in _bands(raster.rows, band_rows))


def encode_whole(raster: Raster, band_rows: int, *, is_doubled: bool) -> bytes:
    """The same with nothing cropped, for a printer that puts each band in the middle; doubled in size if so told."""
    command = RASTER_DOUBLED if is_doubled else RASTER
    starts = range(0, len(raster.rows), band_rows)
    bands = [raster.rows[start : start + band_rows] for start in starts]
    return b"".join(command + _size(raster.bytes_a_row, band) + b"".join(band) for band in bands)


def encode_end(*, has_cutter: bool, feed_lines: int) -> bytes:
    """Feed the last line up to the knife or the tear bar, and cut."""
    fed = FEED_LINES + bytes([feed_lines])
    return fed + CUT_AFTER_FEED if has_cutter else fed


def encode_pulse(pin: int) -> bytes:
    """The job that opens the drawer on connector pin 2 or 5."""
    connector = {2: 0, 5: 1}[pin]
    return PULSE + bytes([connector, PULSE_ON_TIMES_2_MS, PULSE_OFF_TIMES_2_MS])


def _bands(rows: tuple[bytes, ...], band_rows: int) -> Iterator[list[bytes]]:
    """Runs of blank and of printed rows, none longer than a band."""
    for _, run in groupby(rows, key=any):
        alike = list(run)
        for start in range(0, len(alike), band_rows):
            yield alike[start : start + band_rows]


def _band_command(band: list[bytes]) -> bytes:
    """One band, cut at its last black byte; a blank band is one byte wide, exact to the dot on any printer."""
    width = max(1, *(len(row.rstrip(b"\x00")) for row in band))
    return RASTER + _size(width, band) + b"".join(row[:width] for row in band)


def _size(bytes_a_row: int, band: Sequence[bytes]) -> bytes:
    return bytes_a_row.to_bytes(2, "little") + len(band).to_bytes(2, "little")
