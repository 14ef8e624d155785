"""The ledger takes a whole reversal, and refuses by itself one that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from tests.local_db.bad_reversal_writes import BAD_REVERSAL_WRITES, WHOLE
from tests.local_db.raw import a_small_ledger, behind_the_books

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local_db.cipher import Connection


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Connection]:
    """Plain SQL in a transaction that is rolled back."""
    a_small_ledger(tmp_path / "ledger.db")
    connection = behind_the_books(tmp_path / "ledger.db")
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.execute("ROLLBACK")
    connection.close()


def test_a_whole_reversal_is_taken(ledger: Connection) -> None:
    for statement in WHOLE:
        ledger.execute(statement)


@pytest.mark.parametrize(
    ("statements", "reason"), BAD_REVERSAL_WRITES.values(), ids=BAD_REVERSAL_WRITES.keys()
)
def test_the_ledger_refuses_when(ledger: Connection, statements: list[str], reason: str) -> None:
    for statement in statements[:-1]:
        ledger.execute(statement)
    with pytest.raises(dbapi2.IntegrityError, match=reason):
        ledger.execute(statements[-1])
