"""A report on the receipt printer, and as a file where there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import FaultCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.report import CellKind, Column, Report, Section, Word
from counter_app.printing.layout_report import lay_out_report
from counter_app.printing.pdf_receipt import PdfPrinter
from counter_app.printing.raster import paint
from counter_app.printing.text_form import as_text
from tests.printing.emulator import PaperPrinter
from tests.printing.paper_decoder import decode
from tests.printing.pdf_tools import pages_of, words_of
from tests.printing.test_thermal_printer import connected
from tests.reports.random_reports import sums_of
from tests.reports.some_reports import MADE_AT, a_collection_report, a_scroll, a_z_report

if TYPE_CHECKING:
    from pathlib import Path

TOO_LONG = PrintOutcome(PrintState.NOT_SENT, PrintReason.TOO_LONG)


def text_of(report: Report, columns: int = 48) -> str:
    return as_text(lay_out_report(report, "en"), columns)


def a_table(columns: tuple[Column, ...], *rows: tuple[object, ...]) -> Report:
    section = Section(None, columns, rows)  # type: ignore[arg-type]  # cells of a test
    return replace(a_scroll(0), about=(), sections=(section,), signatures=())


@pytest.mark.parametrize("columns", [48, 32])
@pytest.mark.parametrize("report", [a_z_report(), a_collection_report(), a_scroll(20)])
def test_no_sum_of_a_report_is_left_out_or_broken(report: Report, columns: int) -> None:
    rows = text_of(report, columns).split("\n")
    bars = [amount for bar in report.bars for _, amount in bar.parts]
    for amount in (*sums_of(report), *bars):
        assert any(str(amount) in row for row in rows)


def test_a_table_of_one_sum_is_a_line_a_row_with_the_rest_below() -> None:
    columns = (
        Column("receipt_no"),
        Column("consumer"),
        Column("amount", CellKind.MONEY),
        Column("tender"),
    )
    text = text_of(a_table(columns, ("KID07/1", "Ram Lal", Money(5_00), Word("tender.upi"))))
    assert f"{'KID07/1'.ljust(44)}5.00\nRam Lal · UPI\n" in text


def test_pieces_stand_beside_their_denomination() -> None:
    columns = (
        Column("denomination", CellKind.MONEY),
        Column("pieces", CellKind.COUNT),
        Column("amount", CellKind.MONEY),
    )
    assert "500.00 × 3 " in text_of(a_table(columns, (Money(500_00), 3, Money(1500_00))))


def test_a_time_takes_what_happened_onto_its_line() -> None:
    columns = (Column("time", CellKind.TIME), Column("what"), Column("amount", CellKind.MONEY))
    assert "17:45 · Expense " in text_of(a_table(columns, (MADE_AT, "Expense", Money(-1))))
    assert "17:45 " in text_of(a_table((columns[0], columns[2]), (MADE_AT, Money(-1))))


def test_a_table_without_sums_shows_its_last_column() -> None:
    counts = (Column("what"), Column("count", CellKind.COUNT), Column("reason"))
    text = text_of(a_table(counts, ("Drawer opened", 3, "to give change")))
    assert f"{'Drawer opened'.ljust(47)}3\nto give change\n" in text
    assert f"{'Ram'.ljust(44)}left\n" in text_of(
        a_table((Column("person"), Column("state")), ("Ram", "left"))
    )
    assert "\nRam\n" in text_of(a_table((Column("person"),), ("Ram",)))


def test_an_empty_table_says_so_in_its_own_words_or_in_ours() -> None:
    assert "Nothing to list." in text_of(a_table((Column("what"),)))
    assert "No receipt was issued." in text_of(a_scroll(0))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("profile", "width"), [("generic-80", 576), ("generic-58", 384)])
def test_it_comes_out_as_painted_and_cut_without_a_pulse(
    tmp_path: Path, profile: str, width: int
) -> None:
    with PaperPrinter() as emulated:
        printer = connected(emulated, tmp_path, profile)
        assert printer.print_report(a_z_report(), "hi") == PrintOutcome(PrintState.PRINTED)
        (job,) = emulated.wait_for_jobs(1)
        assert printer.print_report(a_scroll(500), "hi") == TOO_LONG
    painted = paint(lay_out_report(a_z_report(), "hi"), width)
    assert not painted.missing
    paper = decode(job, width)
    assert tuple(paper.rows) == painted.raster.rows
    assert paper.pulses == []


@pytest.mark.poppler
def test_without_a_printer_it_is_saved_and_a_full_disk_or_a_long_one_is_told(
    tmp_path: Path,
) -> None:
    outcome = PdfPrinter(tmp_path).print_report(a_scroll(100), "hi")
    path = tmp_path / "2026-11-23" / "CASH_SCROLL-C07-174500.pdf"
    assert outcome.saved_as == str(path)
    assert outcome.reason == PrintReason.SAVED_AS_FILE
    assert "KID07/2627/000100" in words_of(path)
    assert all("कैश स्क्रॉल" in page for page in pages_of(path))
    assert PdfPrinter(tmp_path).print_report(a_scroll(121), "hi") == TOO_LONG
    (tmp_path / "file").touch()
    failed = PdfPrinter(tmp_path / "file").print_report(a_z_report(), "en")
    assert (failed.state, failed.reason) == (PrintState.NOT_SENT, FaultCode.FILE_NOT_WRITTEN)
