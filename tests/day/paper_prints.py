"""Every paper over every line to the emulator: its picture is ours dot by dot, its type says what ours says."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.connect import connect_printer
from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.layout_summary import lay_out_summary
from counter_app.printing.lines import QrCode
from counter_app.printing.plain_letters import typed
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.raster import paint
from counter_app.printing.text_rows import TextRow, set_in_columns
from counter_app.printing.tongue import Tongue
from tests.day.emupos import LOOPBACK, Emupos
from tests.printing.all_papers import all_receipts, all_summaries
from tests.qr_reader import TwoReaders, greys_of_image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.printing.lines import Line
    from tests.day.paper_facts import Proof

PRINTERS = (("front", "epson-tm-t20", 576), ("small", "generic-58", 384))
LINES = ("tcp", "serial")
BAUD = 9_600
BLACK_BELOW = 128
PRINTED = PrintOutcome(PrintState.PRINTED, PrintReason.NONE)
IN_ENGLISH = ReceiptStyle(tongue=Tongue.ENGLISH, consumer_in=Tongue.BOTH)


@dataclass(frozen=True, slots=True)
class Case:
    """One paper for one printer: what prints it, and what must come out."""

    device: str
    what: str
    name: str
    lines: tuple[Line, ...]
    print_it: Callable[[], PrintOutcome]
    printer: ThermalPrinter

    @property
    def width(self) -> int:
        """Of the head, in dots."""
        return self.printer.profile.width_dots


def a_printer(
    emupos: Emupos, device: str, profile: str, line: str, *, job_seconds: float = 60.0
) -> ThermalPrinter:
    """Our printer at one of the emulator's lines; it waits long, since this computer may be busy."""
    plan = PrinterPlan(
        PrinterKind.NETWORK if line == "tcp" else PrinterKind.SERIAL,
        profile=profile,
        host=LOOPBACK,
        port=emupos.ports[device],
        device=str(emupos.serial[device]),
        baud_rate=BAUD,
        answer_timeout_seconds=min(10.0, job_seconds),
        job_timeout_seconds=job_seconds,
    )
    printer = connect_printer(plan, emupos.log.parent)
    assert isinstance(printer, ThermalPrinter)
    return printer


def prove_prints(proof: Proof, emupos: Emupos, readers: TwoReaders, out: Path) -> None:
    """Pictures, then type, over both lines and on both widths."""
    for device, profile, width in PRINTERS:
        for line in LINES:
            proof.begin(f"pictures of {width} dots over {line}")
            printer = replace(a_printer(emupos, device, profile, line), prints_text=False)
            for case in _cases(printer, device):
                _prove_picture(proof, emupos, case, out if line == "tcp" else None)
            _prove_drawer(proof, emupos, printer, device)
            proof.begin(f"type and native codes, {width} dots, over {line}")
            model = replace(printer.profile, has_native_qr=True)
            in_type = replace(printer, profile=model, prints_text=True)
            for case in _cases(in_type, device):
                _prove_type(proof, emupos, case, readers, out if line == "tcp" else None)


def _cases(printer: ThermalPrinter, device: str) -> list[Case]:
    style = IN_ENGLISH if printer.prints_text else ReceiptStyle()
    cases = []
    for name, (receipt, copy_no, is_acknowledged) in all_receipts().items():
        lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=style)
        print_it = partial(
            printer.print_receipt, receipt, copy_no=copy_no, is_acknowledged=is_acknowledged
        )
        cases.append(Case(device, name, name, lines, print_it, printer))
    for name, receipts in all_summaries().items():
        lines = lay_out_summary(receipts, style.tongue)
        print_it = partial(printer.print_summary, receipts)
        cases.append(Case(device, name, name, lines, print_it, printer))
    return cases


def came_out(proof: Proof, emupos: Emupos, case: Case) -> tuple[dict[str, object], bytes]:
    """Print it, and what the emulator has of it. Notes that it was printed, cut, and the drawer stayed shut."""
    before = len(emupos.receipts(case.device))
    start = time.perf_counter()
    outcome = case.print_it()
    took_ms = (time.perf_counter() - start) * 1_000
    proof.check(f"{case.what}: printed", outcome == PRINTED, f"{took_ms:.0f} ms {outcome.reason}")
    came, picture = emupos.new_receipt(case.device, before)
    if case.printer.profile.has_cutter:
        proof.check(f"{case.what}: ended by a cut", came["boundary"] == "cut")
    is_shut = not emupos.drawer_is_open(case.device)
    proof.check(f"{case.what}: the drawer stayed shut", is_shut)
    return came, picture


def _prove_picture(proof: Proof, emupos: Emupos, case: Case, out: Path | None) -> None:
    _, picture = came_out(proof, emupos, case)
    if out is not None:
        (out / f"emupos-{case.name}-{case.width}.png").write_bytes(picture)
    module = case.printer.profile.qr_module_dots
    rows = paint(case.lines, case.width, module).raster.rows
    differing, fed = difference(QImage.fromData(picture), rows, case.width)
    seen = f"{len(rows) * case.width} dots, {differing} differ, then {fed} blank rows"
    proof.check(f"{case.what}: the emulator's picture is ours", differing == 0, seen)


def difference(image: QImage, rows: tuple[bytes, ...], width: int) -> tuple[int, int]:
    """How many dots differ from our rows, and how many blank rows follow; a dot after them counts as differing.

    Blank rows at the end of ours may be missing in the emulator's, which keeps no feed.
    """
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.width() != width:
        return width * len(rows), 0
    greys, stride = bytes(grey.constBits()), grey.bytesPerLine()
    differing = 0
    for y in range(max(grey.height(), len(rows))):
        line = greys[y * stride : y * stride + width] if y < grey.height() else b"\xff" * width
        seen = int("".join("1" if dot < BLACK_BELOW else "0" for dot in line), 2)
        meant = int.from_bytes(rows[y], "big") if y < len(rows) else 0
        differing += (seen ^ meant).bit_count()
    return differing, max(0, grey.height() - len(rows))


def _prove_type(
    proof: Proof, emupos: Emupos, case: Case, readers: TwoReaders, out: Path | None
) -> None:
    came, picture = came_out(proof, emupos, case)
    if out is not None:
        (out / f"emupos-type-{case.name}-{case.width}.png").write_bytes(picture)
    said = "".join(emupos.text(case.device, came).split())
    rows = set_in_columns(case.lines, case.printer.profile.text_columns)
    meant = [row for row in rows if isinstance(row, TextRow)]
    missing = [text for row in meant if (text := _bare(row)) not in said]
    proof.check(f"{case.what}: its type says what ours says", not missing, missing or len(meant))
    for code in (line for line in case.lines if isinstance(line, QrCode)):
        for reader, read in readers.read(greys_of_image(QImage.fromData(picture))).items():
            is_read = read == [code.text + code.numeral]
            proof.check(f"{case.what}: {reader} reads the native code", is_read)


def _bare(row: TextRow) -> str:
    return "".join("".join(typed(piece.text).decode("ascii") for piece in row.pieces).split())


def _prove_drawer(proof: Proof, emupos: Emupos, printer: ThermalPrinter, device: str) -> None:
    before = len(emupos.receipts(device))
    outcome = printer.open_drawer()
    is_open = emupos.drawer_is_open(device)
    proof.check(f"{device}: the drawer opens for its own job", is_open, outcome.state)
    proof.check(f"{device}: and no paper comes with it", len(emupos.receipts(device)) == before)
    emupos.ask("POST", f"/devices/{device}/drawer/close")
