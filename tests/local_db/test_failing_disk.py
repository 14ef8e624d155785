"""What a failing or full disk does to the ledger, and what the ledger says then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from counter_app.domain.errors import Fault, FaultCode
from local_db.engine import open_ledger
from local_db.faults import BrokenRuleError, meant_by
from tests.builders import a_payment_id
from tests.local_db.raw import KEY, a_small_ledger
from tests.local_db.year import Scribe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local_db.cipher import Connection
    from local_db.ledger import EncryptedLedger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[EncryptedLedger]:
    a_small_ledger(tmp_path / "ledger.db")
    opened = open_ledger(tmp_path / "ledger.db", KEY)
    yield opened
    opened.close()


class FailingConnection:
    """A connection whose disk fails at one statement, before or after it is done."""

    def __init__(
        self, real: Connection, statement: str, error: Exception, *, is_done: bool
    ) -> None:
        self._real, self._statement = real, statement
        self._error, self._is_done = error, is_done

    def execute(self, statement: str, *binds: object) -> object:
        if statement != self._statement:
            return self._real.execute(statement, *binds)
        if self._is_done:
            self._real.execute(statement)
        raise self._error

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


def a_driver_error(code: int, words: str) -> Exception:
    error: Exception = dbapi2.OperationalError(words)
    error.sqlite_errorcode = code  # type: ignore[attr-defined] # as the driver does
    return error


def let_the_disk_fail(
    ledger: EncryptedLedger,
    statement: str,
    code: int = dbapi2.SQLITE_IOERR,
    *,
    is_done: bool = False,
) -> None:
    error = a_driver_error(code, "disk I/O error")
    ledger._connection = FailingConnection(  # noqa: SLF001 - the disk is behind it
        ledger._connection,  # noqa: SLF001 - the same
        statement,
        error,
        is_done=is_done,
    )


@pytest.mark.parametrize("is_done", [False, True], ids=["lost", "kept"])
def test_an_error_at_commit_means_unknown_and_looking_tells(
    ledger: EncryptedLedger, *, is_done: bool
) -> None:
    scribe = Scribe(number=500)
    let_the_disk_fail(ledger, "COMMIT", is_done=is_done)
    with pytest.raises(Fault) as fault, ledger.open_books() as books:  # noqa: PT012 - one unit of work
        receipt = scribe.receipt(books)
        scribe.enter(books, receipt)
        books.commit()
    assert fault.value.code is FaultCode.COMMIT_UNKNOWN
    ledger.reopen()
    with ledger.open_books() as books:
        found = books.payments.find(receipt.payment.payment_id)
    assert found == (receipt if is_done else None)
    assert ledger.check().problem == ""


def test_books_after_an_unknown_commit_are_opened_from_the_file(ledger: EncryptedLedger) -> None:
    let_the_disk_fail(ledger, "COMMIT")
    with pytest.raises(Fault), ledger.open_books() as books:
        books.commit()
    with ledger.open_books() as books:
        assert books.messages.head().sequence == 3
    assert ledger.check().problem == ""


def test_a_rollback_that_fails_opens_the_file_again(ledger: EncryptedLedger) -> None:
    let_the_disk_fail(ledger, "ROLLBACK")
    with ledger.open_books() as books:
        assert books.payments.find(a_payment_id(99)) is None
    with ledger.open_books() as books:
        assert books.messages.head().sequence == 3


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        (dbapi2.SQLITE_FULL, FaultCode.DISK_FULL),
        (dbapi2.SQLITE_BUSY, FaultCode.LEDGER_IN_USE),
        (dbapi2.SQLITE_CORRUPT, FaultCode.LEDGER_DAMAGED),
        (dbapi2.SQLITE_IOERR | (4 << 8), FaultCode.LEDGER_DAMAGED),
    ],
)
def test_an_error_before_commit_says_what_failed(
    ledger: EncryptedLedger, code: int, meant: FaultCode
) -> None:
    let_the_disk_fail(ledger, "BEGIN IMMEDIATE", code)
    with pytest.raises(Fault) as fault, ledger.open_books():
        pass
    assert fault.value.code is meant


def test_an_error_we_do_not_know_is_a_bug() -> None:
    misuse = a_driver_error(dbapi2.SQLITE_ERROR, "near x: syntax error")
    assert meant_by(misuse) is misuse  # type: ignore[arg-type] # the driver ships no hints
    rule = a_driver_error(dbapi2.SQLITE_CONSTRAINT, "message: epoch falls")
    assert isinstance(meant_by(rule), BrokenRuleError)  # type: ignore[arg-type] # the same


def test_nothing_is_committed_on_a_disk_that_is_nearly_full(ledger: EncryptedLedger) -> None:
    scribe = Scribe(number=500)
    ledger.least_free_bytes = 1 << 60
    with pytest.raises(Fault) as fault, ledger.open_books() as books:  # noqa: PT012 - one unit of work
        scribe.enter(books, scribe.receipt(books))
        books.commit()
    assert fault.value.code is FaultCode.DISK_FULL
    ledger.least_free_bytes = 0
    with ledger.open_books() as books:
        assert books.messages.head().sequence == 3


def test_a_file_that_does_not_close_cleanly_stops_nobody(ledger: EncryptedLedger) -> None:
    class Stubborn:
        def close(self) -> None:
            raise a_driver_error(dbapi2.SQLITE_IOERR, "disk I/O error")

    held = ledger._held  # noqa: SLF001 - what is closed
    ledger._held = Stubborn()  # type: ignore[assignment] # noqa: SLF001 - the same
    ledger.close()
    assert held is not None
    held.close()
    held.engine.dispose()
