"""The independent proof of paper: ``python -m tests.day.paper --out DIR``.

Receipts and summaries go through our printer to ``emupos``, which others wrote from the printers' manuals. Its
pictures must equal ours dot by dot, its drawer open only for the drawer's own job, its faults end as we say; and
``tesseract`` must read the Hindi in its picture. Exit code 0: all held; 1: something did not; 2: not proven, a tool
is missing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.connect import connect_printer
from counter_app.printing.encode import encode_receipt
from counter_app.printing.layout import lay_out
from counter_app.printing.layout_summary import lay_out_summary
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.raster import paint
from tests.day.emupos import LOOPBACK, OLDEST_PYTHON, Emupos, NoPython, running
from tests.printing.all_papers import all_receipts, all_summaries
from tests.printing.papers import a_receipt

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.printing.lines import Line

PRINTERS = (("front", "epson-tm-t20", 576), ("small", "generic-58", 384))
FAULTS = (
    ("paper-out", PrintState.NOT_SENT, PrintReason.PAPER_OUT),
    ("cover-open", PrintState.NOT_SENT, PrintReason.COVER_OPEN),
    ("offline", PrintState.NOT_SENT, PrintReason.PRINTER_OFFLINE),
    ("paper-near-end", PrintState.PRINTED, PrintReason.LOW_PAPER),
)
BLACK_BELOW = 128
READ_SCALE = 4
READ_MARGIN_DOTS = 60
COLUMN_OF_TEXT = "4"
"""Tesseract's page segmentation for a column of text of various sizes."""

READ_TIMEOUT_SECONDS = 120
NOT_PROVEN = 2
TO_READ = {
    "hin+eng": ("रसीद", "उपभोक्ता", "खाता संख्या", "श्री क्षेत्रपाल ज्ञानेश्वर मिश्र", "पूर्ण भुगतान"),
    "eng": ("KID07/2627/000123", "7412036985", "AMOUNT PAID", "2,663.55"),
}


@dataclass(slots=True)
class Proof:
    """What was looked at, and whether it held."""

    failed: list[str] = field(default_factory=list)
    held: int = 0

    def check(self, what: str, fact: bool, seen: object = "") -> None:  # noqa: FBT001 - a fact is a yes or no
        """Note one fact and print it."""
        print(
            f"{'held  ' if fact else 'FAILED'}  {what}{f': {seen}' if seen != '' else ''}",
            flush=True,
        )
        if fact:
            self.held += 1
        else:
            self.failed.append(what)


def main() -> int:
    """Run the proof."""
    parser = argparse.ArgumentParser(
        description="Proves receipts on a printer emulator we did not write."
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for the emulator's pictures"
    )
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    proof = Proof()
    with tempfile.TemporaryDirectory(prefix="paper-proof-") as folder:
        try:
            with running(Path(folder)) as emupos:
                _prove(proof, emupos, out)
        except NoPython:
            oldest = ".".join(map(str, OLDEST_PYTHON))
            print(
                f"Not proven: emupos needs Python {oldest} or later, and none was found on this computer."
            )
            return NOT_PROVEN
    del application
    if shutil.which("tesseract") is None:
        print("Not proven: tesseract is missing (Debian: tesseract-ocr tesseract-ocr-hin).")
        return NOT_PROVEN
    _prove_reading(proof, out)
    print(f"\n{proof.held} facts held, {len(proof.failed)} failed")
    return 1 if proof.failed else 0


def _prove(proof: Proof, emupos: Emupos, out: Path) -> None:
    for device, profile, width in PRINTERS:
        printer = _printer(emupos.ports[device], profile)
        is_cut = printer.profile.has_cutter
        for name, (receipt, copy_no, is_acknowledged) in all_receipts().items():
            lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
            print_it = partial(
                printer.print_receipt, receipt, copy_no=copy_no, is_acknowledged=is_acknowledged
            )
            _prove_paper(proof, emupos, _Case(device, name, width, lines, print_it, is_cut), out)
        for name, receipts in all_summaries().items():
            print_it = partial(printer.print_summary, receipts)
            lines = lay_out_summary(receipts)
            case = _Case(device, name, width, lines, print_it, is_cut)
            _prove_paper(proof, emupos, case, out)
        _prove_drawer(proof, emupos, printer, device)
    _prove_faults(proof, emupos)
    _tell_times()


def _printer(port: int, profile: str) -> ThermalPrinter:
    settings = PrinterPlan(PrinterKind.NETWORK, profile=profile, host=LOOPBACK, port=port)
    printer = connect_printer(settings, Path())
    assert isinstance(printer, ThermalPrinter)
    return printer


@dataclass(frozen=True, slots=True)
class _Case:
    """One paper for one printer: its lines, and what prints it."""

    device: str
    name: str
    width: int
    lines: tuple[Line, ...]
    print_it: Callable[[], PrintOutcome]
    is_cut: bool


def _prove_paper(proof: Proof, emupos: Emupos, case: _Case, out: Path) -> None:
    device, width = case.device, case.width
    before = len(emupos.receipts(device))
    start = time.perf_counter()
    outcome = case.print_it()
    took_ms = (time.perf_counter() - start) * 1_000
    what = f"{case.name}, {width} dots"
    proof.check(
        f"{what}: printed", outcome == PrintOutcome(PrintState.PRINTED, ""), f"{took_ms:.0f} ms"
    )
    came, picture = emupos.new_receipt(device, before)
    (out / f"emupos-{case.name}-{width}.png").write_bytes(picture)
    rows = paint(case.lines, width).raster.rows
    differing, fed = _difference(QImage.fromData(picture), rows, width)
    seen = f"{len(rows) * width} dots, {differing} differ, then {fed} blank rows"
    proof.check(f"{what}: the emulator's picture is ours", differing == 0, seen)
    if case.is_cut:
        proof.check(f"{what}: ended by a cut", came["boundary"] == "cut")
    proof.check(f"{what}: the drawer stayed shut", not emupos.drawer_is_open(device))


def _difference(image: QImage, rows: tuple[bytes, ...], width: int) -> tuple[int, int]:
    """How many dots differ from our rows, and how many blank rows follow; a dot after them counts as differing."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.width() != width or grey.height() < len(rows):
        return width * len(rows), 0
    greys, stride = bytes(grey.constBits()), grey.bytesPerLine()
    differing = 0
    for y in range(grey.height()):
        line = greys[y * stride : y * stride + width]
        seen = int("".join("1" if dot < BLACK_BELOW else "0" for dot in line), 2)
        meant = int.from_bytes(rows[y], "big") if y < len(rows) else 0
        differing += (seen ^ meant).bit_count()
    return differing, grey.height() - len(rows)


def _prove_drawer(proof: Proof, emupos: Emupos, printer: ThermalPrinter, device: str) -> None:
    before = len(emupos.receipts(device))
    outcome = printer.open_drawer()
    is_open = emupos.drawer_is_open(device)
    proof.check(f"{device}: the drawer opens for its own job", is_open, outcome.state)
    proof.check(f"{device}: and no paper comes with it", len(emupos.receipts(device)) == before)
    emupos.ask("POST", f"/devices/{device}/drawer/close")


def _prove_faults(proof: Proof, emupos: Emupos) -> None:
    printer = _printer(emupos.ports["front"], "epson-tm-t20")
    for fault, state, reason in FAULTS:
        before = len(emupos.receipts("front"))
        emupos.set_fault("front", fault, is_on=True)
        try:
            start = time.perf_counter()
            outcome = printer.print_receipt(a_receipt(), copy_no=0, is_acknowledged=True)
            took_ms = (time.perf_counter() - start) * 1_000
            drawer = printer.open_drawer()
            seen = f"{outcome.state} {outcome.reason}, {took_ms:.0f} ms"
            proof.check(f"{fault}: told as it is", outcome == PrintOutcome(state, reason), seen)
        finally:
            emupos.set_fault("front", fault, is_on=False)
        came = len(emupos.receipts("front")) - before
        proof.check(f"{fault}: receipts that came out", came == (state is PrintState.PRINTED), came)
        is_open = emupos.drawer_is_open("front")
        kicked = drawer.state is PrintState.PRINTED
        proof.check(f"{fault}: drawer as told", is_open == kicked, drawer.state)
        if is_open:
            emupos.ask("POST", "/devices/front/drawer/close")
    off = _printer(_closed_port(), "epson-tm-t20").print_receipt(
        a_receipt(), copy_no=0, is_acknowledged=True
    )
    expected = PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
    proof.check("switched off: told as it is", off == expected, f"{off.state} {off.reason}")


def _closed_port() -> int:
    """The discard port: nothing listens there on a counter."""
    return 9


def _tell_times() -> None:
    took = []
    for _ in range(20):
        start = time.perf_counter()
        lines = lay_out(a_receipt(), copy_no=0, is_acknowledged=False)
        encode_receipt(paint(lines, 576).raster, has_cutter=True, feed_lines=3)
        took.append((time.perf_counter() - start) * 1_000)
    took.sort()
    print(
        f"figure  layout, raster and bytes of 80 mm, warm: median {took[10]:.1f} ms, worst {took[-1]:.1f} ms"
    )


def _prove_reading(proof: Proof, out: Path) -> None:
    """Another program reads Hindi and figures on the emulator's picture, each with the language made for them."""
    for width in (576, 384):
        page = out / f"read-{width}.png"
        _enlarged(QImage(str(out / f"emupos-cash-{width}.png"))).save(str(page))
        for languages, words in TO_READ.items():
            text = _read(page, languages)
            (out / f"read-{width}-{languages}.txt").write_text(text, encoding="utf-8")
            for word in words:
                proof.check(f"tesseract reads at {width} dots", word in text, word)


def _enlarged(picture: QImage) -> QImage:
    """The picture four times as large on a white page with margins, as a scanner would bring it."""
    mode = Qt.TransformationMode.SmoothTransformation
    larger = picture.scaledToWidth(picture.width() * READ_SCALE, mode)
    page = QImage(
        larger.width() + 2 * READ_MARGIN_DOTS,
        larger.height() + 2 * READ_MARGIN_DOTS,
        QImage.Format.Format_Grayscale8,
    )
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(READ_MARGIN_DOTS, READ_MARGIN_DOTS, larger)
    painter.end()
    return page


def _read(page: Path, languages: str) -> str:
    done = subprocess.run(
        ["tesseract", str(page), "stdout", "-l", languages, "--psm", COLUMN_OF_TEXT],
        check=True,
        capture_output=True,
        timeout=READ_TIMEOUT_SECONDS,
    )
    return done.stdout.decode("utf-8").replace("\u200c", "").replace("\u200d", "")


if __name__ == "__main__":
    sys.exit(main())
