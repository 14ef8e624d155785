"""The receipt as an A5 PDF: the same lines as on thermal paper, in vector text.

It is the printer of a counter that has none.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from counter_app.domain.errors import Fault
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing import wording
from counter_app.printing.layout import DEFAULT_STYLE, lay_out
from counter_app.printing.lines import Pair, Rule, Tone
from counter_app.printing.raster import paint, png_of
from counter_app.printing.setting import Bar, Frame, Run, Setter, Sizes
from counter_app.printing.sheet import Sheet, load_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.domain.receipt import Receipt
    from counter_app.printing.layout import ReceiptStyle
    from counter_app.printing.lines import Line
    from counter_app.printing.setting import Mark, Set

A5_POINTS = (419.53, 595.28)
SIZES = Sizes(A5_POINTS[0], 32, 20, 1.34, 8.2, 9.2, 12, 17, 16, 0.5, 1.2, 68, 62)
"""Points. The stamp box is 24 by 22 mm, a revenue stamp and its margin."""

SCALES = (1.2, 1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8)
"""The largest at which the receipt fits one page is taken; what fits none goes over several pages."""

PLAIN_SCALE = 1.0
LEAST_LINES = 2
"""A further page's heading and one line, however long that is: so every page brings the receipt on."""


PICTURE_WIDTH_DOTS = 576
WHITE, BLACK = 1.0, 0.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PdfPrinter:
    """Implements ports.ReceiptPrinter when no printer is set: receipts are saved under ``folder``/date/number."""

    folder: Path
    style: ReceiptStyle = DEFAULT_STYLE

    def warm_up(self) -> None:
        """Load the fonts. Raises Fault."""
        load_fonts()

    def print_receipt(
        self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool
    ) -> PrintOutcome:
        """Save one copy as PDF; a disk that fails is NOT_SENT with the fault's code as reason."""
        path = self.path_of(receipt, copy_no)
        lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=self.style)
        try:
            save_receipt(lines, path, str(receipt.payment.receipt_no))
        except Fault as fault:
            _log.error("receipt not saved: %s", fault)
            return PrintOutcome(PrintState.NOT_SENT, fault.code)
        return PrintOutcome(PrintState.PRINTED, PrintReason.SAVED_AS_FILE, saved_as=str(path))

    def open_drawer(self) -> PrintOutcome:
        """There is no drawer without a printer; nothing was sent and nothing went wrong."""
        return PrintOutcome(PrintState.NOT_SENT)

    def picture(self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool) -> bytes:
        """The copy as an 80 mm printer would bring it out, as PNG."""
        lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=self.style)
        return png_of(paint(lines, PICTURE_WIDTH_DOTS).raster)

    def path_of(self, receipt: Receipt, copy_no: int) -> Path:
        """``2026-11-23/KID07-2627-000123.pdf``, with ``-DUPLICATE-1`` and so on for further copies."""
        number = str(receipt.payment.receipt_no).replace("/", "-")
        name = f"{number}-DUPLICATE-{copy_no}" if copy_no else number
        return self.folder / receipt.payment.business_date.isoformat() / f"{name}.pdf"


def save_receipt(lines: tuple[Line, ...], path: Path, receipt_no: str) -> frozenset[str]:
    """Write the PDF; answers with the characters no font of ours has. Raises Fault FILE_NOT_WRITTEN."""
    sheet = Sheet(path, *A5_POINTS, receipt_no)
    for number, placed in enumerate(_pages(lines, sheet, receipt_no)):
        if number:
            sheet.next_page()
        for mark in placed.marks:
            _draw(sheet, mark)
    sheet.save()
    return sheet.missing


def _pages(lines: tuple[Line, ...], sheet: Sheet, receipt_no: str) -> Iterator[Set]:
    """One page where possible; further pages repeat the receipt's number."""
    for scale in SCALES:
        placed = _placed(lines, scale, sheet)
        if _fits(placed):
            yield placed
            return
    heading = Pair(wording.RECEIPT_NO, (receipt_no,), Tone.STRONG)
    rest = lines
    while rest:
        count = _fitting(rest, sheet)
        yield _placed(rest[:count], PLAIN_SCALE, sheet)
        rest = rest[count:] and (heading, *rest[count:])


def _fitting(lines: tuple[Line, ...], sheet: Sheet) -> int:
    """How many lines go on a page: all, or as many as fit, broken at a rule if one is in the lower half."""
    counts = range(len(lines), 0, -1)
    most = next((count for count in counts if _fits(_placed(lines[:count], PLAIN_SCALE, sheet))), 1)
    most = max(most, LEAST_LINES)
    if most >= len(lines):
        return most
    lower_half = range(most, most // 2, -1)
    return next((count for count in lower_half if isinstance(lines[count], Rule)), most)


def _fits(placed: Set) -> bool:
    return placed.height <= A5_POINTS[1]


def _placed(lines: tuple[Line, ...], scale: float, sheet: Sheet) -> Set:
    sizes = replace(
        SIZES,
        small=SIZES.small * scale,
        body=SIZES.body * scale,
        title=SIZES.title * scale,
        head=SIZES.head * scale,
        figure=SIZES.figure * scale,
    )
    return Setter(sizes, sheet.width).set_all(lines)


def _draw(sheet: Sheet, mark: Mark) -> None:
    match mark:
        case Run():
            grey = WHITE if mark.is_white else BLACK
            sheet.text(mark.x, mark.y, mark.text, mark.size, is_bold=mark.is_bold, grey=grey)
        case Bar():
            sheet.bar(mark.x, mark.y, mark.width, mark.height)
        case Frame():
            size = (mark.width, mark.height, mark.thickness)
            sheet.frame(mark.x, mark.y, *size, is_dashed=mark.is_dashed)
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)
