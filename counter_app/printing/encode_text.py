"""The bytes of a paper in a printer's own type: rows of text, its own QR code, pictures only where they must be.

Source of the commands: Epson's ESC/POS command reference. Only those are used that printers of all makers know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from counter_app.printing.encode import INITIALIZE, encode_picture
from counter_app.printing.lines import Centre
from counter_app.printing.plain_letters import typed
from counter_app.printing.qr import NOT_SHOWN
from counter_app.printing.text_code import encode_code
from counter_app.printing.text_rows import USUAL, CodeRow, Look, PictureRow, TextRow, set_in_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from counter_app.printing.encode import Raster
    from counter_app.printing.lines import Line, QrCode
    from counter_app.printing.text_paper import TextPaper

LINE_FEED = b"\n"
PRINT_MODE = b"\x1b!"
BOLD_BIT, HIGH_BIT, WIDE_BIT = 0x08, 0x10, 0x20
REVERSED_ON, REVERSED_OFF = b"\x1dB\x01", b"\x1dB\x00"


def encode_text(
    lines: Iterable[Line], paper: TextPaper, paint_row: Callable[[PictureRow], Raster], end: bytes
) -> bytes:
    """One job: start afresh, the lines, and the end (``encode_end``). Never a drawer pulse."""
    job = bytearray(INITIALIZE)
    look = USUAL
    for row in set_in_columns(lines, paper.columns):
        match row:
            case TextRow():
                look = _text(job, row, look)
            case PictureRow():
                job += encode_picture(paint_row(row), paper.band_rows)
            case CodeRow(code=code):
                look = _code(job, code, paper, look)
            case _ as never:  # pragma: no cover - the type checker proves it
                assert_never(never)
    return bytes(job + _change(look, USUAL) + end)


def _text(job: bytearray, row: TextRow, look: Look) -> Look:
    """One row, what is blank at its end left out. The look it leaves the printer in."""
    pieces = list(row.pieces)
    while pieces and not pieces[-1].look.is_reversed and not pieces[-1].text.rstrip():
        pieces.pop()
    for place, piece in enumerate(pieces):
        is_cut = place == len(pieces) - 1 and not piece.look.is_reversed
        job += _change(look, piece.look) + typed(piece.text.rstrip(" ") if is_cut else piece.text)
        look = piece.look
    job += LINE_FEED
    return look


def _change(before: Look, after: Look) -> bytes:
    """What tells the printer to print otherwise from here on."""
    said = b""
    if _mode(before) != _mode(after):
        said += PRINT_MODE + bytes([_mode(after)])
    if before.is_reversed != after.is_reversed:
        said += REVERSED_ON if after.is_reversed else REVERSED_OFF
    return said


def _mode(look: Look) -> int:
    return BOLD_BIT * look.is_bold | HIGH_BIT * look.is_high | WIDE_BIT * look.is_wide


def _code(job: bytearray, code: QrCode, paper: TextPaper, look: Look) -> Look:
    """The code with an empty row above and below as its quiet zone, or that it does not fit; the look afterwards."""
    said = encode_code(code, paper)
    if said:
        job += _change(look, USUAL) + LINE_FEED + said + LINE_FEED
        return USUAL
    for row in set_in_columns((Centre(NOT_SHOWN[-1]),), paper.columns):
        assert isinstance(row, TextRow), "it is said in English"
        look = _text(job, row, look)
    return look
