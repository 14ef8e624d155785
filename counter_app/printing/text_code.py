"""A QR code between rows of type: the printer's own, or a picture of half the size that the printer doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.printing.encode import DOTS_A_BYTE, Raster, encode_whole
from counter_app.printing.qr import fitting_code, native_module

if TYPE_CHECKING:
    from counter_app.printing.lines import QrCode
    from counter_app.printing.text_paper import TextPaper
    from counter_app.use_cases.views import QrMatrix

TO_THE_MIDDLE, TO_THE_LEFT = b"\x1ba\x01", b"\x1ba\x00"
"""ESC a. A printer that does not move pictures by it prints the code at the left, where it is read as well."""

CODE = b"\x1d(k"
"""GS ( k, then the length of what follows in two bytes, low first."""

MODEL_2 = b"\x04\x001A2\x00"
MODULE = b"\x03\x001C"
LEVEL_M = b"\x03\x001E1"
STORE = b"1P0"
PRINT = b"\x03\x001Q0"


def encode_code(code: QrCode, paper: TextPaper) -> bytes:
    """The code in the middle; empty when it does not fit in any form (``qr.NOT_SHOWN`` is to be said then)."""
    text = code.text + code.numeral
    if paper.has_native_qr and (module := native_module(text, paper.width_dots, paper.module_dots)):
        return _native(text, module)
    fitting = fitting_code(code.text, code.numeral, paper.width_dots, paper.module_dots)
    if fitting is None:
        return b""
    matrix, size = fitting
    is_doubled = paper.doubles_pictures and not size % 2
    picture = _picture(matrix, round(size) // 2 if is_doubled else round(size))
    dots = encode_whole(picture, paper.band_rows, is_doubled=is_doubled)
    return TO_THE_MIDDLE + dots + TO_THE_LEFT


def _native(text: str, module: int) -> bytes:
    stored = STORE + text.encode("ascii")
    return b"".join(
        (
            TO_THE_MIDDLE,
            CODE + MODEL_2,
            CODE + MODULE + bytes([module]),
            CODE + LEVEL_M,
            CODE + len(stored).to_bytes(2, "little") + stored,
            CODE + PRINT,
            TO_THE_LEFT,
        )
    )


def _picture(matrix: QrMatrix, module: int) -> Raster:
    """The code as dots, no wider than it must be: what is blank at its left would be half of its bytes.

    Runs of two dots and more that begin at whole modules are never the byte DLE, so no row needs taming.
    """
    width = -(-len(matrix) * module // DOTS_A_BYTE) * DOTS_A_BYTE
    rows: list[bytes] = []
    for modules in matrix:
        row = "".join(("1" if is_dark else "0") * module for is_dark in modules)
        rows += [int(row.ljust(width, "0"), 2).to_bytes(width // DOTS_A_BYTE, "big")] * module
    return Raster(width, tuple(rows))
