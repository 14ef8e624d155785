"""What an import found wrong: every row by file, row and column, and files that could not be read at all."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Fact = str | int


class BadRowKind(StrEnum):
    """Every way in which a row is bad. Facts besides ``found`` stand in the comment."""

    COLUMN_MISSING = "column_missing"  # headings
    COLUMN_TWICE = "column_twice"
    ROW_BROKEN = "row_broken"  # cells, headings
    QUOTE_OPEN = "quote_open"
    BYTES_DAMAGED = "bytes_damaged"
    CELL_EMPTY = "cell_empty"
    SPREADSHEET_ERROR = "spreadsheet_error"
    DIGITS_WRONG = "digits_wrong"  # digits
    ZEROS_LOST = "zeros_lost"  # digits
    SCIENTIFIC = "scientific"
    ROUNDED = "rounded"
    MOBILE_WRONG = "mobile_wrong"
    DATE_WRONG = "date_wrong"
    MONTH_WRONG = "month_wrong"
    DUE_BEFORE_BILL = "due_before_bill"  # bill_date
    AMOUNT_WRONG = "amount_wrong"
    AMOUNT_TOO_FINE = "amount_too_fine"
    AMOUNT_TOO_LARGE = "amount_too_large"
    AMOUNT_NEGATIVE = "amount_negative"
    PARTS_DO_NOT_ADD = "parts_do_not_add"  # sum
    AFTER_DUE_LESS = "after_due_less"  # by_due
    WORD_UNKNOWN = "word_unknown"  # words
    TEXT_TOO_LONG = "text_too_long"  # limit
    CARD_NUMBER = "card_number"
    ACCOUNT_TWICE = "account_twice"  # first_row
    BILL_TWICE = "bill_twice"  # first_row
    ACCOUNT_UNKNOWN = "account_unknown"
    ACCOUNT_ROW_BAD = "account_row_bad"


@dataclass(frozen=True, slots=True)
class BadRow:
    """One cell or row that was not taken. ``column`` is the heading as the file has it, empty for the whole row.

    ``found`` holds no card number: such digits are struck out before it is made.
    """

    file: str
    row: int
    column: str
    kind: BadRowKind
    found: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


class NoteKind(StrEnum):
    """What the importer did that a person should know, though no row is bad."""

    READ_AS_WINDOWS_1252 = "read_as_windows_1252"
    COLUMNS_IGNORED = "columns_ignored"  # found
    SHEETS_IGNORED = "sheets_ignored"  # found


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about a file."""

    file: str
    kind: NoteKind
    found: str = ""


class UnreadableKind(StrEnum):
    """Why a file could not be read at all."""

    NOT_THERE = "not_there"
    EMPTY = "empty"
    OLD_EXCEL = "old_excel"
    DAMAGED = "damaged"
    NOT_TEXT = "not_text"


class UnreadableFileError(Exception):
    """Nothing of this file was read."""

    def __init__(self, file: str, kind: UnreadableKind, detail: str = "") -> None:
        super().__init__(file, kind, detail)
        self.file = file
        self.kind = kind
        self.detail = detail


class BadCellError(Exception):
    """A cell that cannot be read; the importer knows where it stands."""

    def __init__(self, kind: BadRowKind, found: str = "", **facts: Fact) -> None:
        super().__init__(kind, found)
        self.kind = kind
        self.found = found
        self.facts = facts


_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
REPORT_HEADINGS: Final = (
    "File", "Row", "Column", "Found", "What is wrong", "क्या गलत है", "Code",
)  # fmt: skip


def write_bad_rows(path: Path, bad_rows: Iterable[BadRow]) -> None:
    """The report as CSV that a spreadsheet opens well: UTF-8 with BOM, nothing that runs as a formula.

    Raises OSError.
    """
    from billing_server.book.sentences import sentence  # noqa: PLC0415 - sentences know the kinds here

    with path.open("w", encoding="utf-8-sig", newline="") as lines:
        report = csv.writer(lines)
        report.writerow(REPORT_HEADINGS)
        for bad in bad_rows:
            report.writerow(
                (
                    _plain(bad.file),
                    bad.row,
                    _plain(bad.column),
                    _plain(bad.found),
                    sentence(bad, "en"),
                    sentence(bad, "hi"),
                    bad.kind.value,
                )
            )


def _plain(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA_SIGNS) else text
