"""A made book, written as the billing department exports it and imported again, is the same book."""

from __future__ import annotations

import tempfile
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from billing_server.book import writer
from billing_server.book.bad_rows import BadRowKind, NoteKind, UnreadableFileError, UnreadableKind
from billing_server.book.columns import BILL_COLUMNS, CONSUMER_COLUMNS
from billing_server.book.generator import make_book
from billing_server.book.importer import read_book
from billing_server.book.writer import write_book
from tests.billing_server.book.files import BILL, CONSUMER, table, told

if TYPE_CHECKING:
    from billing_server.book.writer import Form


def _comes_back(form: Form, consumers: int, seed: int, as_on: date) -> None:
    accounts = list(make_book(consumers, seed, as_on))
    with tempfile.TemporaryDirectory() as folder:
        paths = write_book(Path(folder), accounts, form)
        book = read_book(*paths)
    assert book.bad_rows == ()
    assert book.consumers == tuple(account.consumer for account in accounts)
    assert book.bills == tuple(bill for account in accounts for bill in account.bills)


@given(st.integers(0, 80), st.integers(0, 2**40), st.dates(date(2001, 1, 1), date(2099, 6, 30)))
@settings(max_examples=40, deadline=None)
def test_any_made_book_comes_back_from_csv(consumers: int, seed: int, as_on: date) -> None:
    _comes_back("csv", consumers, seed, as_on)


@given(st.integers(0, 25), st.integers(0, 2**40))
@settings(max_examples=12, deadline=None)
def test_any_made_book_comes_back_from_xlsx(consumers: int, seed: int) -> None:
    _comes_back("xlsx", consumers, seed, date(2026, 11, 23))


def test_five_thousand_consumers_come_back_from_csv() -> None:
    _comes_back("csv", 5_000, 5, date(2026, 11, 23))


def test_the_same_book_is_written_byte_for_byte(tmp_path: Path) -> None:
    first = write_book(tmp_path / "a", make_book(300))
    second = write_book(tmp_path / "b", make_book(300))
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes()
        assert one.read_bytes().startswith(b"\xef\xbb\xbf"), "so that a spreadsheet shows Hindi"


def test_a_sheet_never_has_more_rows_than_a_spreadsheet_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "MOST_XLSX_ROWS", 10)
    with pytest.raises(ValueError, match="more rows than a sheet can hold"):
        write_book(tmp_path, make_book(10), "xlsx")


def _workbook(path: Path, *sheets: list[list[object]]) -> Path:
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet(f"Sheet {number}")
        assert sheet is not None
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_numbers_and_dates_of_a_spreadsheet_are_read(tmp_path: Path) -> None:
    consumers = _workbook(
        tmp_path / "consumers.xlsx",
        [
            ["KESCO consumers"],
            ["खाता संख्या", "नाम", "पुरानी खाता संख्या", "मोबाइल", None],
            [3_100_000_001, "RAM", 12_345_678, 9_876_543_210, None],
        ],
    )
    bills = _workbook(
        tmp_path / "bills.xlsx",
        [
            [column.title for column in BILL_COLUMNS],
            [
                261_100_000_001, 3_100_000_001.0, datetime(2026, 10, 1), date(2026, 11, 4), "25-Nov-2026", None,  # noqa: DTZ001 - a sheet knows no zone
                500, 100.1, 0.2, None, 0.3, 600, 607.5, None, 46_349,
            ],
        ],
    )  # fmt: skip
    book = read_book(consumers, bills)
    assert book.bad_rows == ()
    assert (book.consumers[0].legacy_account_no, book.consumers[0].mobile) == (
        "12345678",
        "9876543210",
    )
    bill = book.bills[0]
    assert (bill.bill_no, bill.bill_month, bill.bill_date) == (
        "261100000001",
        "2026-10",
        "2026-11-04",
    )
    assert (bill.due_date, bill.disconnection_date, bill.as_on) == ("2026-11-25", "", "2026-11-23")
    assert (bill.arrear_principal_paise, bill.payable_by_due_paise) == (10_010, 60_000)


def test_what_a_spreadsheet_spoilt_is_told(tmp_path: Path) -> None:
    consumers = _workbook(
        tmp_path / "consumers.xlsx",
        [
            [column.title for column in CONSUMER_COLUMNS],
            [12_345_678, "LOST ZEROS"],
            ["3.1E+09", "SHORTENED"],
            [3_100_000_003, "#N/A"],
            [3_100_000_004, "ROUNDED", "", "", 1.23e17],
        ],
        [["another sheet"]],
    )
    bills = tmp_path / "bills.csv"
    bills.write_text(table([BILL]), encoding="utf-8")
    book = read_book(consumers, bills)
    kinds = [(bad.row, bad.kind) for bad in book.bad_rows if bad.file == "consumers.xlsx"]
    assert kinds == [
        (2, BadRowKind.ZEROS_LOST),
        (3, BadRowKind.SCIENTIFIC),
        (4, BadRowKind.SPREADSHEET_ERROR),
        (5, BadRowKind.ROUNDED),
    ]
    assert [note.kind for note in book.notes] == [NoteKind.SHEETS_IGNORED]
    assert told(book)[-1][3] is BadRowKind.ACCOUNT_UNKNOWN


def test_an_empty_or_cut_off_workbook_says_why(tmp_path: Path) -> None:
    bills = tmp_path / "bills.csv"
    bills.write_text(table([BILL]), encoding="utf-8")
    with pytest.raises(UnreadableFileError) as error:
        read_book(_workbook(tmp_path / "empty.xlsx", []), bills)
    assert error.value.kind is UnreadableKind.EMPTY
    whole = _workbook(tmp_path / "whole.xlsx", [list(CONSUMER), list(CONSUMER.values())])
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(whole.read_bytes()[:-400])
    with pytest.raises(UnreadableFileError) as error:
        read_book(cut, bills)
    assert error.value.kind is UnreadableKind.DAMAGED


def test_a_workbook_damaged_inside_says_so_and_is_not_half_loaded(tmp_path: Path) -> None:
    bills = tmp_path / "bills.csv"
    bills.write_text(table([BILL]), encoding="utf-8")
    whole = _workbook(tmp_path / "whole.xlsx", [list(CONSUMER), list(CONSUMER.values())])
    damaged = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(damaged, "w") as copy:
        for name in parts.namelist():
            content = parts.read(name)
            copy.writestr(name, content[:-60] if name.startswith("xl/worksheets/") else content)
    with pytest.raises(UnreadableFileError) as error:
        read_book(damaged, bills)
    assert error.value.kind is UnreadableKind.DAMAGED
