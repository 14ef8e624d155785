"""QR codes as modules, for paper and screen alike; nothing is painted here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno

if TYPE_CHECKING:
    from counter_app.use_cases.views import QrMatrix

ERROR_CORRECTION = "m"
"""Level M: read with 15 % of the code hidden, and small enough for 58 mm paper."""


def qr_matrix(text: str) -> QrMatrix:
    """The smallest QR code of level M that holds the text, without its quiet zone.

    Raises ValueError when the text is not all ASCII (what other bytes mean is each reader's guess) or is longer
    than any QR code of this level holds (2,331 letters of both cases; more when they are capitals or digits only).
    """
    if not text.isascii():
        message = "a QR code for phones is plain ASCII"
        raise ValueError(message)
    # Never a Micro QR code, which phones do not read; always this very level, as the design has it.
    code = segno.make(text, error=ERROR_CORRECTION, boost_error=False, micro=False)
    return tuple(tuple(module == 1 for module in row) for row in code.matrix)
