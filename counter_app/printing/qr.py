"""QR codes as modules, for paper and screen alike; nothing is painted here."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import segno

from counter_app.use_cases.views import QR_QUIET_ZONE_MODULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.use_cases.views import QrMatrix

ERROR_CORRECTION = "m"
"""Level M: read with 15 % of the code hidden, and small enough for 58 mm paper."""

LEAST_MODULE_DOTS = 3
"""At two dots no reader forgives a blur, a turn or a white line (printing notes, 5)."""

SMALLER_BY = 0.75
"""In a unit that is no dots (points of a page), what the one smaller size is of the usual one."""

REAL_TIME_LENGTHS = frozenset({0x0410, 0x0510, 0x1410})
"""Lengths whose two bytes, low first, would speak to the printer (DLE EOT, DLE ENQ, DLE DC4)."""

STORED_BEFORE_TEXT = 3
"""Bytes that the printer's command counts beside the text."""

NOT_SHOWN = (
    "क्यूआर कोड इस काग़ज़ पर नहीं समाता।",
    "The QR code does not fit on this paper.",
)
"""Stands in the place of a code that nobody could read."""


MASK_OF_PROOFS = 6
"""Finding the best of eight masks is five sixths of the work, on the way of every receipt. Proofs are signed, so their
modules lie as if thrown; two readers found no difference on 400 worn proofs (decision 0028)."""

CODES_KEPT = 8
"""A page tries several sizes of type with the same code, and prints it twice."""


@lru_cache(maxsize=CODES_KEPT)
def qr_matrix(text: str, numeral: str = "") -> QrMatrix:
    """The smallest QR code of level M that holds the text, and figures behind it, without its quiet zone.

    Figures are denser than text by more than half, so they are coded apart; whoever reads the code gets both as one.
    Behind figures nothing is tried out: their mask is always the same.

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
        mask=MASK_OF_PROOFS if numeral else None,
        boost_error=False,
        micro=False,
    )
    return tuple(tuple(module == 1 for module in row) for row in code.matrix)


def fitting_code(
    text: str, numeral: str, width: float, module: float
) -> tuple[QrMatrix, float] | None:
    """The code, and the largest module up to ``module`` with which it fits, in the unit of the width.

    Where not even the smallest module leaves room for the quiet zone, the paper's own unprinted edge is that zone.
    None when the code is wider than the paper then, or no QR code holds the text: nothing readable can be printed.
    """
    try:
        matrix = qr_matrix(text, numeral)
    except ValueError:
        return None
    fitting = _module(len(matrix), width, module)
    return (matrix, fitting) if fitting else None


def native_module(text: str, width_dots: int, module_dots: int) -> int:
    """Dots a module of a code that the printer makes by itself; 0 when it is better sent as a picture.

    A printer may code every character as a byte, so that its code can be larger than ours, but is no larger than
    reckoned here. Only printable ASCII is ever given to it.
    """
    length = len(text) + STORED_BEFORE_TEXT
    if not (text.isascii() and text.isprintable()) or length in REAL_TIME_LENGTHS:
        return 0
    try:
        # Only its size is asked for: with a mask given, none is looked for, which takes most of the time.
        code = segno.make(
            text, error=ERROR_CORRECTION, mode="byte", mask=0, boost_error=False, micro=False
        )
    except ValueError:
        return 0
    return int(_module(len(code.matrix), width_dots, module_dots))


def _module(modules: int, width: float, most: float) -> float:
    """The size of a module for a code of so many, 0 for none."""
    tried: list[float] = (
        [*range(most, LEAST_MODULE_DOTS - 1, -1)]
        if isinstance(most, int)
        else [most, most * SMALLER_BY]
    )
    with_quiet_zone = modules + 2 * QR_QUIET_ZONE_MODULES
    least = tried[-1] if modules * tried[-1] <= width else 0
    return next((module for module in tried if with_quiet_zone * module <= width), least)


def dark_runs(matrix: QrMatrix) -> Iterator[tuple[int, int, int]]:
    """Row, first module and count of every run of dark modules, from the top: what a painter fills."""
    for number, row in enumerate(matrix):
        place = 0
        for is_dark, run in groupby(row):
            count = len(list(run))
            if is_dark:
                yield number, place, count
            place += count
