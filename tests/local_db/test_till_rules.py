"""The ledger takes a whole drop and close, and refuses by itself those that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from tests.local_db.bad_till_writes import BAD_TILL_WRITES, WHOLE, WHOLE_CLOSE, shift
from tests.local_db.next_rows import OPENED, SEAL
from tests.local_db.raw import a_small_ledger, behind_the_books

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local_db.cipher import Connection


@pytest.fixture(scope="module")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tills") / "ledger.db"
    a_small_ledger(path)
    return path


@pytest.fixture
def ledger(ledger_file: Path) -> Iterator[Connection]:
    """Plain SQL in a transaction that is rolled back."""
    connection = behind_the_books(ledger_file)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.execute("ROLLBACK")
    connection.close()


def test_a_whole_drop_and_close_are_taken(ledger: Connection) -> None:
    for statement in WHOLE:
        ledger.execute(statement)


def test_a_closed_shift_is_taken_over_on_its_drawer(ledger: Connection) -> None:
    for statement in (*WHOLE_CLOSE, OPENED, shift(taken_over="1"), SEAL):
        ledger.execute(statement)


@pytest.mark.parametrize(
    ("statements", "reason"), BAD_TILL_WRITES.values(), ids=BAD_TILL_WRITES.keys()
)
def test_the_ledger_refuses_when(ledger: Connection, statements: list[str], reason: str) -> None:
    for statement in statements[:-1]:
        ledger.execute(statement)
    with pytest.raises(dbapi2.IntegrityError, match=reason):
        ledger.execute(statements[-1])
