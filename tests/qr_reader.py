"""Reads QR codes with ZXing, which knows nothing of us: dark on light and upright, no help for bad painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import zxingcpp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.use_cases.views import QrMatrix

BLACK, WHITE = 0, 255


def qr_texts(grey: bytes, width: int) -> list[str]:
    """The text of every QR code in a picture of one grey byte a pixel, row after row."""
    picture = memoryview(grey).cast("B", shape=(len(grey) // width, width))
    found = zxingcpp.read_barcodes(
        picture,
        formats=zxingcpp.barcode_formats_from_str("QRCode"),
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
    )
    return [code.text for code in found]


def pixels_of(matrix: QrMatrix, *, module_px: int, quiet_px: int) -> Sequence[bytes]:
    """The matrix as rows of grey bytes, painted by hand."""
    side = len(matrix) * module_px
    blank = bytes([WHITE]) * (side + 2 * quiet_px)
    rows = [blank] * quiet_px
    for row in matrix:
        dots = b"".join(bytes([BLACK if is_dark else WHITE]) * module_px for is_dark in row)
        rows += [blank[:quiet_px] + dots + blank[:quiet_px]] * module_px
    return rows + [blank] * quiet_px
