"""QR codes as modules, for paper and screen alike; nothing is painted here."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import segno

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.use_cases.views import QrMatrix

ERROR_CORRECTION = "m"
"""Level M: read with 15 % of the code hidden, and small enough for 58 mm paper."""


CODES_KEPT = 8
"""A page tries several sizes of type with the same code, and prints it twice; making one takes 6 ms."""


@lru_cache(maxsize=CODES_KEPT)
def qr_matrix(text: str, numeral: str = "") -> QrMatrix:
    """The smallest QR code of level M that holds the text, and figures behind it, without its quiet zone.

    Figures are denser than text by more than half, so they are coded apart; whoever reads the code gets both as one.

    Raises ValueError when the text is not all ASCII (what other bytes mean is each reader's guess) or is longer
    than any QR code of this level holds (2,331 letters of both cases; more when they are capitals or digits only).
    """
    if not text.isascii():
        message = "a QR code for phones is plain ASCII"
        raise ValueError(message)
    # Never a Micro QR code, which phones do not read; always this very level, as the design has it.
    parts = [part for part in (text, numeral) if part]
    content = parts[0] if len(parts) == 1 else parts
    code = segno.make(
        content,  # type: ignore[arg-type]  # the stub does not know that several parts may be given
        error=ERROR_CORRECTION,
        boost_error=False,
        micro=False,
    )
    return tuple(tuple(module == 1 for module in row) for row in code.matrix)


def dark_runs(matrix: QrMatrix) -> Iterator[tuple[int, int, int]]:
    """Row, first module and count of every run of dark modules, from the top: what a painter fills."""
    for number, row in enumerate(matrix):
        place = 0
        for is_dark, run in groupby(row):
            count = len(list(run))
            if is_dark:
                yield number, place, count
            place += count
