"""Every receipt as a picture, to be looked at: ``python -m tests.printing.pictures FOLDER``.

A sheet for each kind of paper and tongue, with all kinds of receipts beside each other: in dots as a head of 576, 512
or 384 burns them, and pages as poppler draws the PDFs. Odd names have sheets of their own.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.raster import SIZES_BY_WIDTH_DOTS, paint, png_of
from counter_app.printing.receipt_pages import ReceiptPage, save_receipt
from counter_app.printing.tongue import Tongue
from tests.printing.all_papers import all_receipts
from tests.printing.odd_names import ODD_NAMES, an_odd_receipt
from tests.printing.pdf_tools import pictures_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from counter_app.domain.receipt import Receipt

    Look = tuple[Receipt, int, bool]

KINDS = (
    *("cash-offline", "card", "part-offline", "split-stamped", "duplicate", "cancelled", "largest"),
    *("upi-claimed", "draft-consolidated", "over", "final-bill", "deposit", "suspense", "allowed"),
    *("long-name", "cheque-last-of-5"),
)
ACROSS, PAGES_ACROSS = 4, 2
BETWEEN, CAPTION = 16, 24
PAGE_DOTS_AN_INCH = 100


def odd_looks() -> dict[str, Look]:
    """The odd names, each on a duplicate that the centre does not know yet."""
    return {f"odd-{name}": (an_odd_receipt(name), 1, False) for name in ODD_NAMES}


def in_dots(look: Look, tongue: Tongue, width_dots: int) -> list[QImage]:
    """As it leaves the printer."""
    receipt, copy_no, is_acknowledged = look
    style = ReceiptStyle(tongue=tongue)
    lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=style)
    return [QImage.fromData(png_of(paint(lines, width_dots).raster))]


def on_pages(look: Look, tongue: Tongue, page: ReceiptPage) -> list[QImage]:
    """As a page printer would bring it out, a picture a page."""
    receipt, copy_no, is_acknowledged = look
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "receipt.pdf"
        style = ReceiptStyle(tongue=tongue)
        save_receipt(
            receipt, path, page, copy_no=copy_no, is_acknowledged=is_acknowledged, style=style
        )
        return [QImage.fromData(data) for data in pictures_of(path, PAGE_DOTS_AN_INCH)]


def painters() -> dict[str, Callable[[Look, Tongue], list[QImage]]]:
    """The four prints, 80 mm on both of its heads."""
    dots = {f"{width}-dots": partial(in_dots, width_dots=width) for width in SIZES_BY_WIDTH_DOTS}
    return {**dots, **{str(page): partial(on_pages, page=page) for page in ReceiptPage}}


def sheet_of(pictures: list[tuple[str, QImage]]) -> QImage:
    """All of them, with what each is called above it."""
    width = sum(image.width() + BETWEEN for _, image in pictures) + BETWEEN
    height = max(image.height() for _, image in pictures) + CAPTION + 2 * BETWEEN
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#9aa0a6"))
    painter, x = QPainter(sheet), BETWEEN
    painter.setPen(Qt.GlobalColor.black)
    for name, image in pictures:
        painter.drawText(QPointF(x, CAPTION), name)
        painter.drawImage(x, CAPTION + BETWEEN, image)
        x += image.width() + BETWEEN
    painter.end()
    return sheet


def matrix() -> Iterator[tuple[str, QImage]]:
    """Name of file to sheet, so many receipts on each that they can be read."""
    receipts = all_receipts()
    looks = {name: receipts[name] for name in KINDS} | odd_looks()
    names = list(looks)
    for paper, made in painters().items():
        across = PAGES_ACROSS if paper == ReceiptPage.A4 else ACROSS
        for tongue in Tongue:
            for first in range(0, len(names), across):
                shown = [
                    (name, image)
                    for name in names[first : first + across]
                    for image in made(looks[name], tongue)
                ]
                yield f"{paper}-{tongue}-{first // across + 1}.png", sheet_of(shown)


def main(folder: Path) -> int:
    """Write every sheet; answers with how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, sheet in matrix():
        assert sheet.save(str(folder / name)), f"{name} cannot be written"
        count += 1
    return count


if __name__ == "__main__":
    app = QGuiApplication(sys.argv[:1])
    print(f"{main(Path(sys.argv[1]))} sheets in {sys.argv[1]}")  # noqa: T201 - a program for people
