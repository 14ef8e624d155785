"""One report as PDF, XLSX and CSV: the same figures in each, no formula in any, and no file written over."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.report import CellKind, Column, Names, Report, Section, Word
from counter_app.domain.report_form import ReportForm
from counter_app.printing.sheet import Sheet
from counter_app.reports.press import SystemPress
from counter_app.reports.report_csv import report_csv
from counter_app.reports.report_pdf import report_pdf
from counter_app.reports.report_xlsx import MONEY, cut_at_word, report_xlsx
from counter_app.use_cases.report_watch import ReportProgress, ReportStep, ReportStoppedError
from counter_app.workstation.carried_files import StickFiles
from tests.printing.pdf_tools import pages_of, words_of
from tests.reports.golden_reports import FOLDER, golden_texts
from tests.reports.random_reports import reports, sums_of
from tests.reports.some_reports import (
    a_collection_report,
    a_scroll,
    a_wide_register,
    a_z_report,
    all_reports,
)

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

SUM = re.compile(r"(?<![\d,.-])-?\d{1,3}(?:,\d{2,3})*\.\d\d(?![\d.])")
PLAIN_SUM = re.compile(r"-?\d+\.\d\d")
NASTY = (
    "=1+1",
    "+91",
    "-Minus Sharma",
    "@sum",
    "=HYPERLINK(A1)",
    "\t=2",
    "＝3",
    "'quoted",
    "#N/A",
    "007",
)


def a_moment(told: str) -> datetime:
    """As a workbook has it: of no zone."""
    return datetime.fromisoformat(told)


def book_of(report: Report, language: str = "en") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(report_xlsx(report, language)))


def csv_rows(report: Report, language: str = "en") -> list[list[str]]:
    text = report_csv(report, language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def sums_in_pdf(path: Path) -> list[Money]:
    found = [one for page in pages_of(path) for one in SUM.findall(page)]
    return sorted(Money(int(re.sub(r"[,.]", "", one))) for one in found)


def sums_in_csv(report: Report, language: str) -> list[Money]:
    cells = [cell for row in csv_rows(report, language) for cell in row]
    plain = [cell for cell in cells if PLAIN_SUM.fullmatch(cell)]
    return sorted(Money(int(one.replace(".", ""))) for one in plain)


def sums_in_xlsx(report: Report, language: str) -> list[Money]:
    cells = [cell for sheet in book_of(report, language) for row in sheet for cell in row]
    found = [cell.value for cell in cells if cell.number_format == MONEY and cell.value is not None]
    return sorted(Money(round(Decimal(str(one)) * 100)) for one in found)


@pytest.mark.poppler
@pytest.mark.parametrize("language", ["en", "hi"])
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(report=reports())
def test_the_same_sums_come_out_of_pdf_xlsx_and_csv(
    tmp_path: Path, language: str, report: Report
) -> None:
    path = tmp_path / "any.pdf"
    path.write_bytes(report_pdf(report, language, Sheet))
    told = sums_of(report)
    assert sums_in_csv(report, language) == told
    assert sums_in_xlsx(report, language) == told
    assert sums_in_pdf(path) == told


@pytest.mark.poppler
@pytest.mark.parametrize("name", all_reports())
@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_look_of_a_report_keeps_its_sums(tmp_path: Path, name: str, language: str) -> None:
    report = replace(all_reports()[name], bars=())
    path = tmp_path / "one.pdf"
    path.write_bytes(report_pdf(report, language, Sheet))
    unsaid = Counter(sums_of(report)) - Counter(sums_in_pdf(path))
    assert not unsaid
    assert sums_in_xlsx(report, language) == sums_of(report) == sums_in_csv(report, language)


@pytest.mark.poppler
def test_the_golden_reports_are_as_they_were(tmp_path: Path) -> None:
    for name, text in golden_texts(tmp_path).items():
        assert text == (FOLDER / name).read_text(encoding="utf-8"), name


def a_nasty_report() -> Report:
    rows = tuple((text, Names(text, text), Money(-1)) for text in NASTY)
    columns = (Column("reason"), Column("consumer"), Column("amount", CellKind.MONEY))
    return replace(
        a_scroll(0),
        about=((Word("reason"), "=cmd|calc"),),
        sections=(Section(None, columns, rows),),
    )


def test_no_text_becomes_a_formula_in_a_workbook() -> None:
    cells = [cell for sheet in book_of(a_nasty_report()) for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    texts = {cell.value for cell in cells if cell.data_type == "s"}
    assert {text.strip() for text in NASTY} | {"=cmd|calc"} <= texts
    guarded = {cell.value for cell in cells if cell.quotePrefix}
    assert guarded == {
        "=1+1",
        "+91",
        "-Minus Sharma",
        "@sum",
        "=HYPERLINK(A1)",
        "=2",
        "＝3",
        "=cmd|calc",
    }


def test_no_text_becomes_a_formula_in_csv() -> None:
    cells = [cell for row in csv_rows(a_nasty_report()) for cell in row]
    for cell in cells:
        assert cell == "-0.01" or not re.match(r"[=+\-@\t\r＝]", cell)
    assert {"'=1+1", "'+91", "'-Minus Sharma", "'@sum", "'=cmd|calc", "'quoted"} <= set(cells)


def test_a_csv_is_what_excel_opens() -> None:
    content = report_csv(a_z_report(), "hi")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") > 30
    assert ["नकद", "41", "84120.50", "84100.50", "-20.00"] in csv_rows(a_z_report(), "hi")
    assert ["Opened", "2026-11-23 09:30:00"] in csv_rows(a_z_report())


def test_a_workbook_has_a_sheet_for_each_table_with_typed_cells_and_headings_that_stay() -> None:
    book = book_of(a_z_report())
    assert book.sheetnames == [
        "Z report (shift closed)",
        "By tender",
        "Cash counted",
        "Cash moved",
        "Drawer openings",
    ]
    tenders, moves = book["By tender"], book["Cash moved"]
    assert [cell.value for cell in tenders[1]][:2] == ["Tender", "Payments"]
    assert tenders.freeze_panes == "A2"
    assert [cell.value for cell in tenders[5]] == ["Total", 50, 199865.5, 199845.5, -20]
    assert tenders["A5"].font.bold
    assert tenders["C5"].number_format == MONEY
    assert moves["A2"].value == a_moment("2026-11-23 17:45")
    assert moves["A2"].number_format == "HH:MM"
    assert moves["E2"].value == -50_000
    assert book["Drawer openings"]["A2"].value == "The drawer was not opened without a payment."
    facts = {row[0].value: row[1] for row in book.worksheets[0].iter_rows(min_row=2)}
    assert facts["Opened"].value == a_moment("2026-11-23 09:30")
    assert facts["Date of collection"].value == a_moment("2026-11-23")
    assert str(facts["Chain head"].value).startswith("9f86d0")
    assert book.properties.created == a_moment("2026-11-23 17:45")


def test_sheets_of_one_title_are_numbered_and_names_are_what_excel_allows() -> None:
    section = Section(Word("by_hour_and_tender"), (Column("hour"),), (("09",),))
    report = replace(a_scroll(0), sections=(section, section, section))
    names = book_of(report).sheetnames
    assert names[1:] == [
        "Collection by hour and tender",
        "Collection by hour and 2",
        "Collection by hour and 3",
    ]
    assert all(len(name) <= 31 for name in names)


def test_the_picture_is_a_table_in_workbook_and_csv() -> None:
    report = a_collection_report()
    sheet = book_of(report).worksheets[-1]
    assert [cell.value for cell in sheet[1]][:3] == ["Hour", "Cash (₹)", "Card (₹)"]
    assert sheet.max_row == 1 + len(report.bars)
    assert csv_rows(report)[-1][0] == "17"


def test_a_name_with_characters_no_table_may_hold_is_saved_without_them() -> None:
    section = Section(None, (Column("consumer"),), (("Ram\x07\x00 Lal",),))
    report = replace(a_scroll(0), sections=(section,))
    assert book_of(report).worksheets[1]["A2"].value == "Ram Lal"
    assert csv_rows(report)[-1] == ["Ram Lal"]


# saving


@pytest.fixture
def press(tmp_path: Path) -> SystemPress:
    return SystemPress(tmp_path / "reports", Sheet, StickFiles())


@pytest.mark.parametrize("form", ReportForm)
def test_a_file_says_kind_day_and_counter_and_none_is_written_over(
    press: SystemPress, form: ReportForm
) -> None:
    first = press.save_report(a_scroll(3), "hi", form)
    second = press.save_report(a_scroll(4), "hi", form)
    assert first.name == f"cash-scroll-2026-11-23-C07-hi.{form}"
    assert second.name == f"cash-scroll-2026-11-23-C07-hi-2.{form}"
    assert first.read_bytes() != second.read_bytes()


def test_a_report_without_a_day_is_named_by_the_day_it_was_made(press: SystemPress) -> None:
    report = replace(a_z_report(), about=())
    assert press.save_report(report, "en", ReportForm.CSV).name == "z-report-2026-11-23-C07-en.csv"


def test_a_report_of_a_period_is_named_by_its_first_day(press: SystemPress) -> None:
    facts = (("first", date(2026, 11, 1)), ("last", date(2026, 11, 30)))
    report = replace(a_wide_register(), about=((Word("period"), Word("period_from_to", facts)),))
    assert press.save_report(report, "en", ReportForm.CSV).name.startswith("cancelled-2026-11-01")


@pytest.mark.parametrize("form", ReportForm)
def test_a_folder_that_cannot_be_written_is_a_fault(
    press: SystemPress, tmp_path: Path, form: ReportForm
) -> None:
    (tmp_path / "reports").touch()
    with pytest.raises(Fault) as caught:
        press.save_report(a_scroll(1), "en", form)
    assert caught.value.code is FaultCode.FILE_NOT_WRITTEN


@pytest.mark.parametrize("form", ReportForm)
@pytest.mark.parametrize("stop_at", [1, 4])
def test_a_report_that_is_stopped_leaves_no_file(
    press: SystemPress, tmp_path: Path, form: ReportForm, stop_at: int
) -> None:
    heard: list[ReportProgress] = []

    def watch(progress: ReportProgress) -> None:
        heard.append(progress)
        if len(heard) == stop_at:
            raise ReportStoppedError

    with pytest.raises(ReportStoppedError):
        press.save_report(a_scroll(2_500), "en", form, watch)
    assert not list(tmp_path.rglob("*.*"))


def test_a_long_report_says_how_far_it_is_often_enough_to_be_stopped(press: SystemPress) -> None:
    heard: list[ReportProgress] = []
    path = press.save_report(a_scroll(1_000), "hi", ReportForm.PDF, heard.append)
    drawn = [one.done for one in heard if one.step is ReportStep.DRAW]
    pages = len(pages_of(path))
    assert drawn == list(range(pages))
    assert {one.total for one in heard if one.step is ReportStep.DRAW} == {pages}
    assert heard[-1].step is ReportStep.WRITE
    assert "Page 1" not in words_of(path)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Collection by hour and tender (₹)", "Collection by hour and tender"),
        ("Short and excess", "Short and excess"),
        ("Returned cheques, drafts and claims of UPI", "Returned cheques, drafts and"),
        ("x" * 40, "x" * 31),
        ("(" + "x" * 40, "(" + "x" * 30),
    ],
)
def test_the_name_of_a_sheet_ends_with_a_word(title: str, name: str) -> None:
    assert cut_at_word(title, 31) == name
