"""The fault table: what a printer in trouble is told as, what came out, and what the next copy is called.

Out of paper, open, offline, stalled and without power by the emulator that others wrote, before a job and in the
middle of it; garbage and late answers, which it cannot make, by the tests' own.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.receipt_verdict import Verdict
from counter_app.printing.connect import connect_printer
from counter_app.printing.layout import lay_out
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.raster import paint
from counter_app.printing.trust import Trust
from counter_app.wire.receipt_keys import judge_receipt
from tests.day.emupos import LOOPBACK, Emupos, running
from tests.day.paper_codes import KEYS
from tests.day.paper_prints import LINES, PRINTED, a_printer, difference
from tests.printing.emulator import PaperFault, PaperPrinter
from tests.printing.faults_told import BEFORE, DURING
from tests.printing.papers import a_receipt, proven
from tests.printing.serial_emulator import SerialPaperPrinter
from tests.qr_reader import TwoReaders, greys_of_image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from counter_app.domain.receipt import Receipt
    from counter_app.printing.links import Link
    from tests.day.paper_facts import Proof

MODEL, WIDTH = "epson-tm-t20", 576
MIDDLE_BYTES = 30_000
SHORT_SECONDS = 3.0
"""How long a job may take whose printer will not end it."""

NOT_SENT, UNCERTAIN = PrintState.NOT_SENT, PrintState.UNCERTAIN
HELD = (
    ("paper-out", PrintReason.PAPER_OUT),
    ("cover-open", PrintReason.COVER_OPEN),
    ("offline", PrintReason.PRINTER_OFFLINE),
)
OF_OTHERS = {PaperFault.PAPER_OUT, PaperFault.COVER_OPEN, PaperFault.OFFLINE}
"""Emupos makes these itself."""

OURS = tuple(one for one in (*BEFORE, *DURING) if one[0] not in OF_OTHERS)


@dataclass(slots=True)
class Interrupted:
    """A link to which something happens when so many bytes of a job have gone out."""

    link: Link
    happens: Callable[[], None]
    left: int = MIDDLE_BYTES
    can_read: bool = True

    def hurry(self, seconds: float) -> None:
        """As the link."""
        self.link.hurry(seconds)

    def open(self) -> None:
        """As the link."""
        self.link.open()

    def send(self, chunk: bytes, timeout_seconds: float) -> None:
        """As the link; once in the middle of it, it happens."""
        self.link.send(chunk, timeout_seconds)
        if 0 < self.left <= len(chunk):
            self.happens()
        self.left -= len(chunk)

    def receive(self, timeout_seconds: float) -> bytes:
        """As the link."""
        return self.link.receive(timeout_seconds)

    def settle(self, timeout_seconds: float) -> None:
        """As the link."""
        self.link.settle(timeout_seconds)

    def finish(self, timeout_seconds: float) -> None:
        """As the link."""
        self.link.finish(timeout_seconds)

    def seconds_for(self, count_bytes: int) -> float:
        """Nothing: the emulator's line is as fast as it can."""
        return 0.0

    def close(self) -> None:
        """As the link."""
        self.link.close()


def interrupted(printer: ThermalPrinter, happens: Callable[[], None]) -> ThermalPrinter:
    """The printer, to which this happens in the middle of each job."""
    return replace(
        printer, new_link=lambda: Interrupted(printer.new_link(), happens), trust=Trust()
    )


def print_copy(printer: ThermalPrinter, copy_no: int = 0) -> PrintOutcome:
    """One copy of the usual receipt, with its own proof."""
    return printer.print_receipt(the_receipt(copy_no), copy_no=copy_no, is_acknowledged=True)


def the_receipt(copy_no: int) -> Receipt:
    """The usual receipt."""
    return proven(a_receipt(), copy_no)


def prove_faults(proof: Proof, emupos: Emupos, readers: TwoReaders) -> None:
    """Faults that the emulator makes and survives."""
    for line in LINES:
        proof.begin(f"faults of the emulator over {line}")
        printer = replace(a_printer(emupos, "front", MODEL, line), prints_text=False)
        _prove_before(proof, emupos, printer)
        short = replace(
            a_printer(emupos, "front", MODEL, line, job_seconds=SHORT_SECONDS), prints_text=False
        )
        for fault, reason in HELD:
            _prove_during(proof, emupos, short, printer, (fault, reason), readers)
        _prove_stall(proof, emupos, short, printer, line)


def prove_power(proof: Proof, folder: Path, command: Path) -> None:
    """Power lost in the middle of a job, and the printer off after that: an emulator of its own for each line."""
    proof.begin("power of the emulator")
    for line in LINES:
        with running(folder / f"power-{line}", command) as emupos:
            printer = replace(a_printer(emupos, "front", MODEL, line), prints_text=False)
            lost = print_copy(interrupted(printer, emupos.lose_power))
            told(proof, f"power lost during, {line}", lost, UNCERTAIN, PrintReason.CUT_SHORT)
            off = print_copy(replace(printer, trust=Trust()))
            told(proof, f"off, {line}", off, NOT_SENT, PrintReason.PRINTER_NOT_FOUND)


def told(
    proof: Proof, what: str, seen: PrintOutcome, state: PrintState, reason: PrintReason
) -> None:
    """It ended as it should."""
    expected = PrintOutcome(state, reason)
    proof.check(f"{what}: told as it is", seen == expected, f"{seen.state} {seen.reason}")


def _prove_before(proof: Proof, emupos: Emupos, printer: ThermalPrinter) -> None:
    for fault, reason in (*HELD, ("paper-near-end", PrintReason.LOW_PAPER)):
        state = PrintState.PRINTED if reason is PrintReason.LOW_PAPER else NOT_SENT
        before = len(emupos.receipts("front"))
        emupos.set_fault("front", fault, is_on=True)
        try:
            outcome = print_copy(replace(printer, trust=Trust()))
            drawer = printer.open_drawer()
        finally:
            emupos.set_fault("front", fault, is_on=False)
        told(proof, f"{fault} before", outcome, state, reason)
        came = len(emupos.receipts("front")) - before
        proof.check(
            f"{fault} before: receipts that came out", came == (state is PrintState.PRINTED), came
        )
        is_open = emupos.drawer_is_open("front")
        kicked = drawer.state is PrintState.PRINTED
        proof.check(f"{fault} before: drawer as told", is_open == kicked, drawer.state)
        if is_open:
            emupos.ask("POST", "/devices/front/drawer/close")


def _prove_during(
    proof: Proof,
    emupos: Emupos,
    short: ThermalPrinter,
    patient: ThermalPrinter,
    fault: tuple[str, PrintReason],
    readers: TwoReaders,
) -> None:
    """It is held and comes out later by itself: so the cashier is asked, and the next copy is a DUPLICATE."""
    name, reason = fault
    before = len(emupos.receipts("front"))
    try:
        begins = interrupted(short, lambda: emupos.set_fault("front", name, is_on=True))
        outcome = print_copy(begins)
    finally:
        is_nothing_out = len(emupos.receipts("front")) == before
        emupos.set_fault("front", name, is_on=False)
    told(proof, f"{name} during", outcome, UNCERTAIN, reason)
    proof.check(f"{name} during: nothing came out while it lasted", is_nothing_out)
    _, held = emupos.new_receipt("front", before)
    _is_copy(proof, f"{name} during: set right, the held job came out", held, 0, readers)
    again = print_copy(replace(patient, trust=Trust()), 1)
    proof.check(f"{name} during: the next copy is printed", again == PRINTED, again.reason)
    _, second = emupos.new_receipt("front", before + 1)
    _is_copy(proof, f"{name} during: and is the DUPLICATE", second, 1, readers)


def _is_copy(proof: Proof, what: str, picture: bytes, copy_no: int, readers: TwoReaders) -> None:
    image = QImage.fromData(picture)
    lines = lay_out(the_receipt(copy_no), copy_no=copy_no, is_acknowledged=True)
    differing, _ = difference(image, paint(lines, WIDTH).raster.rows, WIDTH)
    proof.check(f"{what}, whole", differing == 0, f"{differing} dots differ")
    meant = Verdict.DUPLICATE if copy_no else Verdict.GENUINE
    for reader, texts in readers.read(greys_of_image(image)).items():
        verdicts = [judge_receipt(text, KEYS).verdict for text in texts]
        proof.check(f"{what}, by its code ({reader})", verdicts == [meant], *verdicts[:1])


def _prove_stall(
    proof: Proof, emupos: Emupos, short: ThermalPrinter, patient: ThermalPrinter, line: str
) -> None:
    before = len(emupos.receipts("front"))
    emupos.stall()
    try:
        outcome = print_copy(replace(short, trust=Trust()))
    finally:
        emupos.go_on()
    told(proof, "stalled before", outcome, NOT_SENT, PrintReason.NO_ANSWER)
    try:
        outcome = print_copy(interrupted(short, emupos.stall))
    finally:
        emupos.go_on()
    told(proof, "stalled during", outcome, UNCERTAIN, PrintReason.NO_ANSWER)
    emupos.new_receipt("front", before)
    time.sleep(SHORT_SECONDS / 2)
    # The emulator ends a piece of paper when nothing came for a while too: only what was cut off is a whole receipt.
    pieces = emupos.receipts("front")
    ends = [one["boundary"] for one in pieces[: len(pieces) - before]]
    is_once = bool(ends) and ends.count("cut") <= 1
    proof.check("stalled during: it came out afterwards, once at the most", is_once, ends)
    # A serial line has no end: the emulator still waits for the rest of a picture, and is given it.
    again = print_copy(replace(patient, trust=Trust(may_be_owed=True)), 1)
    proof.check("stalled during: the next copy is printed", again == PRINTED, again.reason)
    emupos.new_receipt("front", len(pieces))


def prove_own_faults(proof: Proof) -> None:
    """Faults no emulator of others makes: noise, answers that come late or never."""
    for line in LINES:
        proof.begin(f"faults of our own emulator over {line}")
        for fault, state, reason in OURS:
            with _our_printer(line) as (emulator, printer):
                emulator.fault = fault
                told(proof, fault, print_copy(printer), state, reason)
                proof.check(f"{fault}: nothing came out", not emulator.jobs, len(emulator.jobs))


@contextmanager
def _our_printer(line: str) -> Iterator[tuple[PaperPrinter, ThermalPrinter]]:
    with PaperPrinter() if line == "tcp" else SerialPaperPrinter() as emulator:
        plan = PrinterPlan(
            PrinterKind.NETWORK if line == "tcp" else PrinterKind.SERIAL,
            profile=MODEL,
            host=LOOPBACK,
            port=emulator.port,
            device=emulator.device if isinstance(emulator, SerialPaperPrinter) else "",
            answer_timeout_seconds=0.5,
            job_timeout_seconds=SHORT_SECONDS,
        )
        printer = connect_printer(plan, Path())
        assert isinstance(printer, ThermalPrinter)
        yield emulator, printer
