"""The ledger refuses every bad write by itself, whoever holds the pen."""

# ruff: noqa: S608 - table names of our own schema

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from local_db.rows import TABLES
from tests.local_db.bad_bank_writes import BAD_BANK_WRITES
from tests.local_db.bad_copy_writes import BAD_COPY_WRITES
from tests.local_db.bad_office_writes import BAD_OFFICE_WRITES
from tests.local_db.bad_people_writes import BAD_PEOPLE_WRITES
from tests.local_db.bad_writes import BAD_WRITES
from tests.local_db.bank_day import a_bank_ledger
from tests.local_db.next_rows import ENTRY, OPENED, SEAL, message, shift
from tests.local_db.raw import a_small_ledger, an_office_ledger, behind_the_books

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local_db.cipher import Connection

REFUSED = dbapi2.IntegrityError


@pytest.fixture(scope="module")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rules") / "ledger.db"
    a_small_ledger(path)
    return path


@pytest.fixture(scope="module")
def office_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("office") / "ledger.db"
    an_office_ledger(path)
    return path


@pytest.fixture
def office(office_file: Path) -> Iterator[Connection]:
    """The same of a ledger with a row in every table."""
    connection = behind_the_books(office_file)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.execute("ROLLBACK")
    connection.close()


@pytest.fixture(scope="module")
def bank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bank") / "ledger.db"
    a_bank_ledger(path)
    return path


@pytest.fixture
def bank(bank_file: Path) -> Iterator[Connection]:
    """The same of a ledger with all that goes from the drawer to the bank."""
    connection = behind_the_books(bank_file)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.execute("ROLLBACK")
    connection.close()


@pytest.fixture
def ledger(ledger_file: Path) -> Iterator[Connection]:
    """Plain SQL in a transaction that is rolled back."""
    connection = behind_the_books(ledger_file)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.execute("ROLLBACK")
    connection.close()


@pytest.mark.parametrize(("statements", "reason"), BAD_WRITES.values(), ids=BAD_WRITES.keys())
def test_the_ledger_refuses_when(ledger: Connection, statements: list[str], reason: str) -> None:
    for statement in statements[:-1]:
        ledger.execute(statement)
    with pytest.raises(REFUSED, match=reason):
        ledger.execute(statements[-1])


@pytest.mark.parametrize(
    ("statements", "reason"),
    [*BAD_OFFICE_WRITES.values(), *BAD_PEOPLE_WRITES.values(), *BAD_COPY_WRITES.values()],
    ids=[*BAD_OFFICE_WRITES, *BAD_PEOPLE_WRITES, *BAD_COPY_WRITES],
)
def test_the_ledger_of_an_office_refuses_when(
    office: Connection, statements: list[str], reason: str
) -> None:
    for statement in statements[:-1]:
        office.execute(statement)
    with pytest.raises(REFUSED, match=reason):
        office.execute(statements[-1])


def test_a_whole_entry_is_taken(ledger: Connection) -> None:
    for statement in (*ENTRY, SEAL):
        ledger.execute(statement)
    for statement in (message(epoch="5", sequence="1"), SEAL):
        ledger.execute(statement)
    for statement in (OPENED.replace("1, max(link) + 1", "5, 2"), shift(), SEAL):
        ledger.execute(statement)


@pytest.mark.parametrize(
    ("statements", "reason"), BAD_BANK_WRITES.values(), ids=BAD_BANK_WRITES.keys()
)
def test_the_ledger_of_a_day_at_the_bank_refuses_when(
    bank: Connection, statements: list[str], reason: str
) -> None:
    for statement in statements[:-1]:
        bank.execute(statement)
    with pytest.raises(REFUSED, match=reason):
        bank.execute(statements[-1])


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_no_row_of_a_table_changes_or_disappears(
    office: Connection, bank: Connection, table: str
) -> None:
    if not office.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
        office = bank
    column = office.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
    for statement in (
        f"UPDATE {table} SET {column} = {column}",
        f"DELETE FROM {table}",
        f"REPLACE INTO {table} SELECT * FROM {table}",
    ):
        with pytest.raises(REFUSED, match=f"{table}: |outbox"):
            office.execute(statement)


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_a_column_holds_only_its_kind(ledger: Connection, table: str) -> None:
    (is_strict,) = ledger.execute(
        "SELECT strict FROM pragma_table_list WHERE name = ?", (table,)
    ).fetchone()
    assert is_strict == 1
