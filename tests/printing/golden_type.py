"""Golden receipts in a printer's own type: ``python -m tests.printing.golden_type`` writes them anew.

They are what the decoder read from the bytes. Before a line stands how it looks where it is not plain: ``H`` high,
``W`` wide and high, ``R`` white on black.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.profiles import profile_named
from tests.printing.paper_decoder import Code, Paper, Picture, TextLine, decode
from tests.printing.wire import Wire, proven

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).parents[1] / "data" / "receipts_in_type"
MODELS = {"48": "epson-tm-t82", "32": "generic-58"}
NAMES = ("cash", "duplicate", "split-stamped", "long-name", "largest", "suspense", "final-bill")


@cache
def sent(model: str, name: str) -> bytes:
    """The bytes of a receipt as they go out on a slow line."""
    receipt, copy_no, is_acknowledged = proven(name)
    wire = Wire()
    printer = ThermalPrinter(profile_named(model), lambda: wire, prints_text=True)
    printer.print_receipt(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
    return wire.sent


def golden_texts() -> dict[str, str]:
    """File name to what came out."""
    return {
        f"{name}-{columns}.txt": _read(decode(sent(model, name), profile_named(model).width_dots))
        for name in NAMES
        for columns, model in MODELS.items()
    }


def _read(paper: Paper) -> str:
    lines = []
    for is_picture, run in groupby(paper.prints, lambda one: isinstance(one, Picture)):
        prints = list(run)
        lines += [_rows_of(prints)] if is_picture else [_line(one) for one in prints]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _rows_of(bands: Iterable[TextLine | Code | Picture]) -> str:
    """How high a picture is, whatever its bands."""
    return (
        f"  [picture of {sum(len(band.rows) for band in bands if isinstance(band, Picture))} rows]"
    )


def _line(one: TextLine | Code | Picture) -> str:
    if isinstance(one, Code):
        return f"  [QR code of {len(one.text)} characters, {one.module_dots} dots a module]"
    assert isinstance(one, TextLine), "pictures were put together"
    parts = one.parts
    marks = (
        ("R", any(part.is_reversed for part in parts)),
        ("W", any(part.is_wide for part in parts)),
        ("H", any(part.is_high and not part.is_wide for part in parts)),
    )
    look = next((mark for mark, is_so in marks if is_so), " ")
    return f"{look} {one.text}"


def main() -> None:
    """Write them all."""
    application = QGuiApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in golden_texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    del application


if __name__ == "__main__":
    main()
