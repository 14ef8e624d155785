"""Every bad row, note and unreadable file has a sentence in English and Hindi."""

from __future__ import annotations

import csv
import string
from typing import TYPE_CHECKING

import pytest

from billing_server.book import sentences
from billing_server.book.bad_rows import (
    BadRow,
    BadRowKind,
    Note,
    NoteKind,
    UnreadableFileError,
    UnreadableKind,
    write_bad_rows,
)
from billing_server.book.sentences import note_sentence, sentence, unreadable_sentence
from tests.billing_server.book.files import CONSUMER, bill, consumer, read_texts, table

if TYPE_CHECKING:
    from pathlib import Path

FACTS: dict[str, str | int] = {
    "headings": 14, "cells": 15, "digits": 10, "bill_date": "2026-11-04", "sum": "600.00", "by_due": "600.00",
    "words": "Y, N", "limit": 120, "first_row": 2,
}  # fmt: skip


def _is_hindi(text: str) -> bool:
    return any("\u0900" <= letter <= "\u097f" for letter in text)


@pytest.mark.parametrize("kind", list(BadRowKind))
def test_every_kind_of_bad_row_has_its_sentences(kind: BadRowKind) -> None:
    bad = BadRow("bills.csv", 17, "Due Date", kind, "found so", FACTS)
    english, hindi = sentence(bad, "en"), sentence(bad, "hi")
    assert english.startswith("bills.csv, row 17, column “Due Date”: ")
    assert hindi.startswith("bills.csv, पंक्ति 17, स्तंभ “Due Date”: ")
    assert english.endswith(".")
    assert hindi.endswith("।")
    assert not _is_hindi(english)
    assert "{" not in english + hindi


@pytest.mark.parametrize("kind", list(BadRowKind))
def test_both_languages_tell_the_same_facts(kind: BadRowKind) -> None:
    english, hindi = (
        {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for text in sentences._BAD[kind]  # noqa: SLF001 - the table itself is what is tested
    )
    assert english == hindi


def test_a_bad_row_says_where_it_is_what_is_wrong_and_what_is_expected(tmp_path: Path) -> None:
    book = read_texts(tmp_path, table([CONSUMER, consumer(Account_No="31000001")]))
    assert sentence(book.bad_rows[0], "en") == (
        "consumers.csv, row 3, column “Account No”: “31000001” is too short; 10 digits are expected. A spreadsheet "
        "may have dropped zeros in front: make the column text and export again."
    )
    assert sentence(book.bad_rows[0], "hi").startswith(
        "consumers.csv, पंक्ति 3, स्तंभ “Account No”: “31000001” छोटा है; 10 अंक चाहिए।"
    )


def test_a_whole_row_has_no_column() -> None:
    bad = BadRow("bills.csv", 3, "", BadRowKind.QUOTE_OPEN, '3100,"RAM')
    assert sentence(bad, "en").startswith('bills.csv, row 3: a quotation mark opens in “3100,"RAM”')


@pytest.mark.parametrize("kind", list(NoteKind))
def test_every_note_has_its_sentences(kind: NoteKind) -> None:
    note = Note("consumers.csv", kind, "Feeder")
    assert "consumers.csv" in note_sentence(note, "en")
    assert _is_hindi(note_sentence(note, "hi"))


@pytest.mark.parametrize("kind", list(UnreadableKind))
def test_every_unreadable_file_has_its_sentences(kind: UnreadableKind) -> None:
    error = UnreadableFileError("consumers.xls", kind, "No such file")
    assert unreadable_sentence(error, "en").startswith("consumers.xls ")
    assert _is_hindi(unreadable_sentence(error, "hi"))


def test_the_report_of_bad_rows_opens_in_a_spreadsheet_and_runs_nothing(tmp_path: Path) -> None:
    bills = table([bill(Current_Demand="=HYPERLINK(1)"), bill(Bill_No="-5", Arrears="x")])
    book = read_texts(tmp_path, bills=bills)
    report = tmp_path / "bad.csv"
    write_bad_rows(report, book.bad_rows)
    assert report.read_bytes().startswith(b"\xef\xbb\xbf")
    with report.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    assert [row[:4] for row in rows] == [
        ["File", "Row", "Column", "Found"],
        ["bills.csv", "2", "Current Demand", "'=HYPERLINK(1)"],
        ["bills.csv", "3", "Arrears", "x"],
    ]
    assert rows[1][6] == "amount_wrong"
    assert _is_hindi(rows[1][5])
