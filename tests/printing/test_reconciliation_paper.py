"""A day compared with the centre on the receipt printer, and as a file where there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app.domain.errors import FaultCode
from counter_app.domain.receipt import PrintReason, PrintState
from counter_app.printing.layout_reconciliation import lay_out_reconciliation
from counter_app.printing.pdf_receipt import PdfPrinter
from counter_app.printing.text_form import as_text
from tests.days_compared import a_day_that_differs, a_reconciliation, taken
from tests.printing.pdf_tools import words_of

if TYPE_CHECKING:
    from pathlib import Path


def test_every_difference_stands_with_its_receipt_and_reason() -> None:
    made = a_day_that_differs()
    text = as_text(lay_out_reconciliation(made), 48)
    assert "DIFFERS FROM THE CENTRE: 7 PAYMENTS" in text
    for one in made.differences:
        assert one.receipt_no in text
    assert text.count("\n") > len(made.differences)


def test_a_tender_we_have_no_word_for_is_shown_as_it_is() -> None:
    text = as_text(lay_out_reconciliation(a_reconciliation(taken(2, ("voucher", 5_00)))), 48)
    assert "voucher" in text


def test_without_a_printer_it_is_saved_and_a_full_disk_is_told(tmp_path: Path) -> None:
    made = a_day_that_differs()
    outcome = PdfPrinter(tmp_path).print_reconciliation(made)
    assert outcome == replace(outcome, state=PrintState.PRINTED, reason=PrintReason.SAVED_AS_FILE)
    assert outcome.saved_as.endswith("2026-11-23/RECONCILIATION-C07.pdf")
    assert "RECONCILIATION" in words_of(tmp_path / "2026-11-23" / "RECONCILIATION-C07.pdf")
    (tmp_path / "file").touch()
    failed = PdfPrinter(tmp_path / "file").print_reconciliation(made)
    assert (failed.state, failed.reason) == (PrintState.NOT_SENT, FaultCode.FILE_NOT_WRITTEN)
