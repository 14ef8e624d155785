"""The billing department's files: good rows are taken, every bad row is named, nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.book import sheets
from billing_server.book.bad_rows import BadRowKind, NoteKind
from billing_server.book.columns import (
    BILL_COLUMNS,
    CONSUMER_COLUMNS,
    FLAG_COLUMNS,
    Column,
)
from billing_server.book.flags import heading_key
from billing_server.book.importer import BookImport
from counter_app.wire.exchange import BillTold, ConsumerTold
from tests.billing_server.book.files import (
    BILL,
    CONSUMER,
    bill,
    consumer,
    only_bad_row,
    read_texts,
    table,
    told,
)

if TYPE_CHECKING:
    from pathlib import Path

K = BadRowKind
GOOD_CONSUMER = ConsumerTold(
    "3100000001", "RAM KUMAR GUPTA", "राम कुमार गुप्ता", "12345678", "KES1234567", "9876543210", "SHYAM LAL GUPTA",
    "128/45 H BLOCK KIDWAI NAGAR KANPUR", "KIDWAI NAGAR", "KIDWAI NAGAR", "KIDWAI NAGAR 33/11", "LMV-1", "postpaid",
    (),
)  # fmt: skip
GOOD_BILL = BillTold(
    "261100000001", "3100000001", "2026-10", "2026-11-04", "2026-11-25", "", 50_000, 10_000, 500, 0, 500, 60_000,
    60_750, 0, "2026-11-23",
)  # fmt: skip


def test_a_good_book_is_taken_whole(tmp_path: Path) -> None:
    book = read_texts(tmp_path)
    assert book.consumers == (GOOD_CONSUMER,)
    assert book.bills == (GOOD_BILL,)
    assert (book.bad_rows, book.notes) == ((), ())
    assert [(count.read, count.taken, count.bad) for count in book.counts] == [(1, 1, 0)] * 2


def test_columns_stand_in_the_order_of_the_contract() -> None:
    assert tuple(column.field for column in CONSUMER_COLUMNS) == ConsumerTold.__struct_fields__
    assert tuple(column.field for column in BILL_COLUMNS) == BillTold.__struct_fields__


@pytest.mark.parametrize("columns", [(*CONSUMER_COLUMNS, *FLAG_COLUMNS), BILL_COLUMNS])
def test_no_heading_means_two_columns(columns: tuple[Column, ...]) -> None:
    owner: dict[str, str] = {}
    for column in columns:
        for heading in (column.title, column.field, *column.aliases):
            assert owner.setdefault(heading_key(heading), column.field) == column.field, heading


@pytest.mark.parametrize(
    "heading", ["ACCT_NO", "Acct. No.", "account number", "A/C NO", "खाता संख्या", " Account  No "]
)
def test_an_account_column_is_known_by_its_usual_headings(tmp_path: Path, heading: str) -> None:
    text = table([CONSUMER]).replace("Account No,Name", f"{heading},Name", 1)
    assert read_texts(tmp_path, text).consumers == (GOOD_CONSUMER,)


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    consumers = table([dict(reversed(list(CONSUMER.items())))])
    bills = table([dict(sorted(BILL.items()))])
    book = read_texts(tmp_path, consumers, bills)
    assert (book.consumers, book.bills) == ((GOOD_CONSUMER,), (GOOD_BILL,))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_separator_and_unicode_encoding_is_read(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    consumers = table([CONSUMER], separator).encode(encoding)
    book = read_texts(tmp_path, consumers, table([BILL], separator).encode(encoding))
    assert (book.consumers, book.bills, book.notes) == ((GOOD_CONSUMER,), (GOOD_BILL,), ())


def test_a_windows_1252_file_is_read_and_that_is_said(tmp_path: Path) -> None:
    row = consumer(Name="JOSÉ D\u2019SOUZA") | {"Name (Hindi)": ""}
    book = read_texts(tmp_path, table([row]).encode("cp1252"))
    assert book.consumers[0].name_en == "JOSÉ D\u2019SOUZA"
    assert [(note.file, note.kind) for note in book.notes] == [
        ("consumers.csv", NoteKind.READ_AS_WINDOWS_1252)
    ]


def test_damaged_bytes_in_a_hindi_file_spoil_their_row_only(tmp_path: Path) -> None:
    damaged = table([CONSUMER, consumer(Account_No="3100000002", Name="RAJ@")]).encode()
    book = read_texts(tmp_path, damaged.replace(b"RAJ@", b"RAJ\xe9"))
    assert book.consumers == (GOOD_CONSUMER,)
    assert told(book) == [("consumers.csv", 3, "Name", K.BYTES_DAMAGED, "RAJ\ufffd")]


def test_titles_above_the_headings_and_empty_rows_are_passed_over(tmp_path: Path) -> None:
    text = f"KESCO,,\nConsumers of division 7,,\n\n{table([CONSUMER])}\n,,,\n"
    book = read_texts(tmp_path, text)
    assert (book.consumers, book.bad_rows) == ((GOOD_CONSUMER,), ())
    assert book.counts[0].read == 1


def test_columns_nobody_knows_are_left_out_and_named(tmp_path: Path) -> None:
    book = read_texts(tmp_path, table([{**CONSUMER, "Feeder": "F7", "Pole": "12"}]))
    assert book.consumers == (GOOD_CONSUMER,)
    assert [(note.kind, note.found) for note in book.notes] == [
        (NoteKind.COLUMNS_IGNORED, "Feeder, Pole")
    ]


def test_optional_columns_may_be_missing(tmp_path: Path) -> None:
    needed = [column.title for column in BILL_COLUMNS if column.is_required]
    bills = table(
        [{title: bill(Payable_by_Due_Date="500", Bill_No="77")[title] for title in needed}]
    )
    book = read_texts(tmp_path, "Account No,Name\n3100000001,RAM\n", bills)
    assert book.bad_rows == ()
    assert (book.consumers[0].connection, book.consumers[0].flags) == ("postpaid", ())
    assert (book.bills[0].payable_by_due_paise, book.bills[0].credits_paise) == (50_000, 0)


def test_a_missing_required_column_is_named_and_nothing_is_taken(tmp_path: Path) -> None:
    rows = [{name: cell for name, cell in BILL.items() if name not in {"Due Date", "As On"}}]
    book = read_texts(tmp_path, bills=table(rows))
    assert (book.consumers, book.bills) == ((), ())
    assert told(book) == [
        ("bills.csv", 1, "Due Date", K.COLUMN_MISSING, ""),
        ("bills.csv", 1, "As On", K.COLUMN_MISSING, ""),
    ]
    assert "देय तिथि" in str(book.bad_rows[0].facts["headings"])


def test_a_column_that_is_there_twice_is_named(tmp_path: Path) -> None:
    book = read_texts(tmp_path, "Account No,Name,Acct No\n3100000001,RAM,3100000009\n")
    assert told(book) == [("consumers.csv", 1, "Account No", K.COLUMN_TWICE, "Acct No")]
    assert book.consumers[0].account_no == "3100000001"


def test_every_bad_row_is_named_and_the_good_ones_are_taken(tmp_path: Path) -> None:
    consumers = table(
        [
            CONSUMER,
            consumer(Account_No="310000002"),
            consumer(Account_No="3.1E+09"),
            consumer(Account_No="", Mobile="12"),
            consumer(Account_No="3100000005", Flags="TD;??;XY", Old_Account_No="1234567"),
            consumer(Account_No="3100000006", Address="card 4111 1111 1111 1111"),
            consumer(Account_No="3100000001", Name="SOMEBODY ELSE"),
            consumer(Account_No="3100000008"),
        ]
    )
    book = read_texts(tmp_path, consumers)
    assert [taken.account_no for taken in book.consumers] == ["3100000001", "3100000008"]
    assert told(book) == [
        ("consumers.csv", 3, "Account No", K.ZEROS_LOST, "310000002"),
        ("consumers.csv", 4, "Account No", K.SCIENTIFIC, "3.1E+09"),
        ("consumers.csv", 5, "Account No", K.CELL_EMPTY, ""),
        ("consumers.csv", 5, "Mobile", K.MOBILE_WRONG, "12"),
        ("consumers.csv", 6, "Old Account No", K.ZEROS_LOST, "1234567"),
        ("consumers.csv", 6, "Flags", K.WORD_UNKNOWN, "TD;??;XY"),
        ("consumers.csv", 7, "Address", K.CARD_NUMBER, "card XXXX XXXX XXXX XXXX"),
        ("consumers.csv", 8, "Account No", K.ACCOUNT_TWICE, "3100000001"),
    ]
    count = book.counts[0]
    assert (count.read, count.taken, count.bad) == (8, 2, 6)


@pytest.mark.parametrize(
    ("changed", "column", "kind", "found"),
    [
        (bill(Bill_No=""), "Bill No", K.CELL_EMPTY, ""),
        (bill(Bill_No="2.61E+11"), "Bill No", K.SCIENTIFIC, "2.61E+11"),
        (bill(Due_Date="25/13/2026"), "Due Date", K.DATE_WRONG, "25/13/2026"),
        (bill(Due_Date="2026-11-03"), "Due Date", K.DUE_BEFORE_BILL, "2026-11-03"),
        (bill(Bill_Month="Smarch"), "Bill Month", K.MONTH_WRONG, "Smarch"),
        (bill(Current_Demand="5OO"), "Current Demand", K.AMOUNT_WRONG, "5OO"),
        (bill(Current_Demand=" "), "Current Demand", K.CELL_EMPTY, ""),
        (bill(Arrears="100.001"), "Arrears", K.AMOUNT_TOO_FINE, "100.001"),
        (bill(Credits="-5"), "Credits", K.AMOUNT_NEGATIVE, "-5"),
        (bill(Arrears="101.00"), "Payable by Due Date", K.PARTS_DO_NOT_ADD, "600.00"),
        (bill(Payable_after_Due_Date="1"), "Payable after Due Date", K.AFTER_DUE_LESS, "1"),
        (bill(Account_No="3100000009"), "Account No", K.ACCOUNT_UNKNOWN, "3100000009"),
    ],
)
def test_a_bad_bill_is_named(
    tmp_path: Path, changed: dict[str, str], column: str, kind: BadRowKind, found: str
) -> None:
    book = read_texts(tmp_path, bills=table([changed, bill(Bill_No="261100000002")]))
    assert [taken.bill_no for taken in book.bills] == ["261100000002"]
    assert told(book) == [("bills.csv", 2, column, kind, found)]


def test_a_bill_that_does_not_add_up_says_what_its_parts_make(tmp_path: Path) -> None:
    book = read_texts(tmp_path, bills=table([bill(Current_Demand="1,23,456.50")]))
    assert only_bad_row(book).facts["sum"] == "1,23,556.50"


def test_a_bill_told_twice_is_taken_once(tmp_path: Path) -> None:
    book = read_texts(tmp_path, bills=table([BILL, BILL, bill(Received="1.00")]))
    assert book.bills == (GOOD_BILL,)
    assert [(bad.row, bad.kind, bad.facts["first_row"]) for bad in book.bad_rows] == [
        (3, K.BILL_TWICE, 2),
        (4, K.BILL_TWICE, 2),
    ]


def test_a_credit_balance_is_taken(tmp_path: Path) -> None:
    changed = bill(
        Credits="1,000.00 Cr", Payable_by_Due_Date="395.00 Cr", Payable_after_Due_Date="(395.00)"
    )
    book = read_texts(tmp_path, bills=table([changed]))
    assert book.bad_rows == ()
    assert book.bills[0].payable_by_due_paise == -39_500


def test_a_bill_of_a_consumer_whose_row_is_bad_says_so(tmp_path: Path) -> None:
    book = read_texts(tmp_path, table([consumer(Mobile="1")]))
    assert [bad.kind for bad in book.bad_rows] == [K.MOBILE_WRONG, K.ACCOUNT_ROW_BAD]
    assert book.bills == ()


def test_a_bill_of_an_account_the_server_has_already_is_taken(tmp_path: Path) -> None:
    other = consumer(Account_No="3100000002")
    book = read_texts(tmp_path, table([other]), known_accounts=frozenset({"3100000001"}))
    assert book.bills == (GOOD_BILL,)


def test_flags_may_have_columns_of_their_own(tmp_path: Path) -> None:
    row = {**consumer(Flags="Lifeline"), "TD": "Y", "PD": "n", "Cheque Barred": "YES"}
    book = read_texts(tmp_path, table([row]))
    assert book.consumers[0].flags == ("temporarily_disconnected", "lifeline", "cheque_barred")
    book = read_texts(tmp_path, table([{**row, "TD": "maybe"}]))
    assert told(book)[0] == ("consumers.csv", 2, "TD", K.WORD_UNKNOWN, "maybe")


def test_progress_is_told_every_so_many_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "ROWS_BETWEEN_PROGRESS", 50)
    consumers, bills = tmp_path / "consumers.csv", tmp_path / "bills.csv"
    rows = "".join(f"{number},R\n" for number in range(3_100_000_000, 3_100_000_101))
    consumers.write_text("Account No,Name\n" + rows)
    bills.write_text(table([BILL]), encoding="utf-8")
    heard: list[tuple[str, int]] = []
    book = BookImport(consumers, bills, progress=lambda file, rows: heard.append((file, rows)))
    assert sum(1 for _ in book.consumers()) == 101
    assert heard == [("consumers.csv", 50), ("consumers.csv", 100)]
