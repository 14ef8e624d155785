"""Files with broken rows, and files that cannot be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.book.bad_rows import BadRowKind, UnreadableFileError, UnreadableKind
from billing_server.book.importer import read_book
from tests.billing_server.book.files import CONSUMER, consumer, only_bad_row, read_texts, table

if TYPE_CHECKING:
    from pathlib import Path

K = BadRowKind


def test_a_comma_without_quotation_marks_is_told_by_its_row(tmp_path: Path) -> None:
    text = table([consumer(Flags="TD")] * 2)
    text = "RAM, KUMAR".join(text.rsplit("RAM KUMAR", 1))
    bad = only_bad_row(read_texts(tmp_path, text))
    assert (bad.row, bad.kind, bad.facts) == (3, K.ROW_BROKEN, {"cells": 15, "headings": 14})


def test_an_open_quotation_mark_spoils_its_own_row_only(tmp_path: Path) -> None:
    rows = [consumer(Account_No=f"31000000{number:02d}") for number in range(1, 31)]
    lines = table(rows).splitlines(keepends=True)
    lines[5] = lines[5].replace("RAM KUMAR", '"RAM KUMAR')
    book = read_texts(tmp_path, "".join(lines))
    assert len(book.consumers) == 29
    assert (only_bad_row(book).row, only_bad_row(book).kind) == (6, K.QUOTE_OPEN)


def test_an_open_quotation_mark_in_the_last_row_is_told(tmp_path: Path) -> None:
    text = table([CONSUMER]) + '3100000002,"RAM'
    book = read_texts(tmp_path, text)
    assert [taken.account_no for taken in book.consumers] == ["3100000001"]
    assert only_bad_row(book).kind is K.QUOTE_OPEN


def test_a_quoted_cell_may_have_commas_quotation_marks_and_line_breaks(tmp_path: Path) -> None:
    row = consumer(Name='RAM "LALA", KUMAR', Address="128/45\nKIDWAI NAGAR,\r\nKANPUR")
    book = read_texts(tmp_path, table([row, consumer(Account_No="1")]))
    assert book.consumers[0].name_en == 'RAM "LALA", KUMAR'
    assert book.consumers[0].address == "128/45 KIDWAI NAGAR, KANPUR"
    assert only_bad_row(book).row == 5, "the row as an editor numbers it"


def test_a_cell_of_a_million_letters_is_told(tmp_path: Path) -> None:
    text = table([CONSUMER, consumer(Account_No="3100000002", Name="A" * 1_000_000)])
    book = read_texts(tmp_path, text)
    assert [taken.account_no for taken in book.consumers] == ["3100000001"]
    assert only_bad_row(book).row == 3
    assert len(only_bad_row(book).found) <= 60


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", UnreadableKind.EMPTY),
        (b"\n\n  \n", UnreadableKind.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnreadableKind.OLD_EXCEL),
        (b"PK\x03\x04 and then nothing of a workbook", UnreadableKind.DAMAGED),
        (b"\x89PNG\r\n\x1a\n\0\0\0", UnreadableKind.NOT_TEXT),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, content: bytes, kind: UnreadableKind
) -> None:
    with pytest.raises(UnreadableFileError) as told_so:
        read_texts(tmp_path, content)
    assert (told_so.value.file, told_so.value.kind) == ("consumers.csv", kind)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as told_so:
        read_book(tmp_path / "none.csv", tmp_path / "bills.csv")
    assert told_so.value.kind is UnreadableKind.NOT_THERE
