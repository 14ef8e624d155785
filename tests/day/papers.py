"""What is on paper at the end of a scripted day: receipts as PNG and PDF, the report as it was saved."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST, ReceiptNo
from counter_app.printing.pdf_receipt import PdfPrinter
from counter_app.workstation.keys import Keys
from counter_app.workstation.secret_files import SecretFiles
from local_db.engine import open_ledger
from tests.printing.paper_decoder import commands, decode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.day.stage import Stage

RASTER = b"\x1dv0"
SCREEN_DPI = "110"


def save_papers(stage: Stage, jobs: Iterable[bytes], out: Path) -> None:
    """Write receipts and reports below ``out``."""
    paper = out / "receipts"
    paper.mkdir()
    printed = [job for job in jobs if any(command.code == RASTER for command in commands(job))]
    for place, job in enumerate(printed, start=1):
        (paper / f"printed-{place:02d}.png").write_bytes(decode(job).png())
    places = stage.places
    key = Keys([SecretFiles(places.secrets)]).ledger_key(is_ledger_there=True)
    ledger = open_ledger(places.ledger, key)
    try:
        with ledger.open_books() as books:
            numbers = [
                ReceiptNo.from_text(row.receipt_no)
                for row in books.payments.rows_of(datetime.now(IST).date())
            ]
            receipts = [
                (books.payments.receipt(number), books.proofs.find(number, 0)) for number in numbers
            ]
    finally:
        ledger.close()
    printer = PdfPrinter(paper)
    for receipt, proof in receipts:
        assert receipt is not None, "every number of the day has its receipt"
        assert proof is not None, "and its proof"
        proven = replace(receipt, proof=proof)
        printer.print_receipt(proven, copy_no=0, is_acknowledged=True)
    reports = out / "reports"
    shutil.copytree(places.reports, reports)
    if shutil.which("pdftoppm"):
        for pdf in sorted(out.rglob("*.pdf")):
            picture = str(pdf.with_suffix(""))
            subprocess.run(["pdftoppm", "-png", "-r", SCREEN_DPI, str(pdf), picture], check=True)
