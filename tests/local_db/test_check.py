"""The check at start names what is wrong, whatever somebody did to the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from local_db.cipher import PAGE_BYTES
from local_db.engine import open_ledger
from tests.local_db.raw import (
    KEY,
    a_small_ledger,
    an_office_ledger,
    behind_the_books,
    without_rules,
)
from tests.local_db.year import write_year

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "ledger.db"
    a_small_ledger(file)
    return file


def problem(path: Path) -> str:
    ledger = open_ledger(path, KEY)
    try:
        return ledger.check().problem
    finally:
        ledger.close()


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (
            "UPDATE message SET body = CAST('{}' AS BLOB) WHERE link = 2",
            "chain: link 2 does not hold",
        ),
        ("UPDATE message SET hash = zeroblob(32) WHERE link = 3", "chain: link 3 does not hold"),
        ("UPDATE message SET sequence = 9 WHERE link = 3", "chain: link 3 does not hold"),
        ("UPDATE message SET link = 9 WHERE link = 3", "chain: link 9 does not hold"),
        ("DELETE FROM message WHERE link = 2", "chain: link 3 does not hold"),
        ("UPDATE message SET signature = zeroblob(64) WHERE link = 3", "signature: the head"),
        ("DELETE FROM certificate", "signature: no certificate"),
        ("UPDATE acknowledgement SET head = zeroblob(32)", "acknowledgement: its head"),
        (
            "UPDATE payment SET amount_paise = amount_paise + 1, balance_paise = balance_paise - 1 WHERE link = 2",
            "books: ",
        ),
        ("UPDATE tender SET amount_paise = 5 WHERE link = 2", "books: "),
        ("UPDATE allocation SET amount_paise = 5 WHERE link = 2", "books: "),
        ("UPDATE posting SET amount_paise = 5 WHERE link = 2 AND line = 1", "books: "),
        ("UPDATE payment SET serial = 7 WHERE link = 3", "receipts: a number of KID07 2026"),
        ("DELETE FROM receipt WHERE link = 3", "receipts: 1 payments without"),
        ("DELETE FROM outbox WHERE link = 3", "outbox: 1 messages"),
    ],
)
def test_the_check_names_what_was_changed(path: Path, damage: str, found: str) -> None:
    assert problem(path) == ""
    without_rules(path, damage)
    assert problem(path).startswith(found)


@pytest.mark.parametrize("table", ["posting", "receipt_proof"])
def test_the_check_finds_one_flipped_bit(tmp_path: Path, table: str) -> None:
    path = tmp_path / "year.db"
    ledger = open_ledger(path, KEY)
    write_year(ledger, 300)
    ledger.close()
    connection = behind_the_books(path)
    (page,) = connection.execute(
        "SELECT max(rootpage) FROM sqlite_schema WHERE name = ?", (table,)
    ).fetchone()
    connection.close()
    raw = bytearray(path.read_bytes())
    raw[(page - 1) * PAGE_BYTES + 4000] ^= 4
    path.write_bytes(raw)
    assert problem(path).startswith("integrity: ")


def test_a_ledger_with_a_row_in_every_table_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    an_office_ledger(path)
    ledger = open_ledger(path, KEY)
    check = ledger.check()
    ledger.close()
    assert check.problem == ""
    assert (check.messages, check.payments, check.unsent) == (22, 3, 21)


def test_a_row_that_a_table_cannot_hold_is_found(path: Path) -> None:
    without_rules(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'opening_float_paise >= 0', "
        "'opening_float_paise > 9000000') WHERE name = 'shift'",
        "PRAGMA writable_schema = RESET",
    )
    assert problem(path).startswith("integrity: ")


def test_a_year_in_small_is_sound(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "year.db", KEY)
    write_year(ledger, 700, in_one_commit=50)
    check = ledger.check()
    ledger.close()
    assert check.problem == ""
    assert (check.payments, check.messages, check.unsent) == (700, 701, 10)
    assert check.last_receipt_no == "KID07/2627/000700"
