"""The independent proof of paper: ``dev.py paper --out DIR``; ``--matrix DIR`` draws every receipt to be looked at.

Receipts and summaries go through our printer to ``emupos``, which others wrote from the printers' manuals, over TCP
and over a serial line, as pictures and in type. Its pictures must equal ours dot by dot, its drawer open only for the
drawer's own job, its faults end as we say; ``zxing`` and ``zbarimg`` must read the codes, also from damaged pictures
and pages; ``tesseract`` must read the Hindi. Exit code 0: all held; 1: something did not; 2: not proven, a tool is
missing.
"""

from __future__ import annotations

import argparse
import logging
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from counter_app.printing.encode import encode_receipt
from counter_app.printing.layout import lay_out
from counter_app.printing.raster import paint
from tests.day.emupos import OLDEST_PYTHON, NoPython, install, running
from tests.day.paper_codes import prove_codes
from tests.day.paper_facts import Proof
from tests.day.paper_faults import prove_faults, prove_own_faults, prove_power
from tests.day.paper_prints import prove_prints
from tests.day.paper_reading import prove_reading
from tests.printing.all_papers import all_receipts
from tests.printing.pictures import main as draw_matrix
from tests.qr_reader import TwoReaders, has_zbar

NOT_PROVEN = 2
OWED_WHITE = re.compile(r"skipped unknown bytes (?:00 ?)+$")
"""What is left of the white that a printer is given after a job cut short; it prints nothing."""

PARTS = ("prints", "faults", "codes", "reading")
TIMED_PAPERS = 20


def main() -> int:
    """Run the proof, or draw."""
    parser = argparse.ArgumentParser(prog="dev.py paper", description=__doc__)
    parser.add_argument("--out", type=Path, help="folder for the emulator's pictures")
    parser.add_argument("--matrix", type=Path, help="only draw every receipt into this folder")
    parser.add_argument(
        "--part", choices=PARTS, action="append", help="only this part of the proof"
    )
    asked = parser.parse_args()
    if asked.out is None and asked.matrix is None:
        parser.error("say --out DIR, or --matrix DIR")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    if asked.matrix is not None:
        print(f"{draw_matrix(asked.matrix)} sheets in {asked.matrix}")
        return 0
    asked.out.mkdir(parents=True, exist_ok=True)
    logging.disable(logging.WARNING)  # each fault is told by the table
    code = _prove_all(asked.out, tuple(asked.part or PARTS))
    application.shutdown()
    return code


def _prove_all(out: Path, parts: tuple[str, ...]) -> int:
    proof, readers = Proof(), TwoReaders()
    missing = _missing(parts)
    began = time.monotonic()
    if {"prints", "faults"} & set(parts):
        try:
            _prove_with_emupos(proof, readers, out, parts)
        except NoPython:
            oldest = ".".join(map(str, OLDEST_PYTHON))
            missing.append(f"emupos needs Python {oldest} or later, and none is on this computer")
    if "codes" in parts:
        prove_codes(proof, readers, out)
    if "reading" in parts and shutil.which("tesseract"):
        prove_reading(proof, out)
    _tell_times()
    took = f"{time.monotonic() - began:.0f} s"
    print(f"\n{proof.table()}\n{took}")
    for each in missing:
        print(f"Not proven: {each}.")
    return 1 if proof.failed else NOT_PROVEN if missing else 0


def _missing(parts: tuple[str, ...]) -> list[str]:
    missing = []
    if not has_zbar():
        missing.append("zbarimg is missing (Debian: zbar-tools)")
    if "reading" in parts and shutil.which("tesseract") is None:
        missing.append("tesseract is missing (Debian: tesseract-ocr tesseract-ocr-hin)")
    return missing


def _prove_with_emupos(
    proof: Proof, readers: TwoReaders, out: Path, parts: tuple[str, ...]
) -> None:
    with tempfile.TemporaryDirectory(prefix="paper-") as folder:
        place = Path(folder)
        command = install(place)
        with running(place / "at-work", command) as emupos:
            if "prints" in parts:
                prove_prints(proof, emupos, readers, out)
            if "faults" in parts:
                prove_faults(proof, emupos, readers)
            proof.begin("what the emulator did not know")
            unknown = [
                line
                for line in emupos.log.read_text("utf-8").splitlines()
                if "unknown" in line and not OWED_WHITE.search(line)
            ]
            proof.check("no command of ours", not unknown, unknown[:3])
        if "faults" in parts:
            prove_power(proof, place, command)
            prove_own_faults(proof)


def _tell_times() -> None:
    took = []
    receipt = all_receipts()["cash"][0]
    for _ in range(TIMED_PAPERS):
        start = time.perf_counter()
        lines = lay_out(receipt, copy_no=0, is_acknowledged=False)
        encode_receipt(paint(lines, 576).raster, has_cutter=True, feed_lines=3)
        took.append((time.perf_counter() - start) * 1_000)
    took.sort()
    median = took[len(took) // 2]
    print(
        f"figure  layout, raster and bytes of 80 mm, warm: median {median:.1f} ms, worst {took[-1]:.1f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
