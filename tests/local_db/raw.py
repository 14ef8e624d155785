"""A ledger for tests that go behind the books' back: written by the books, then opened as plain SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.wire.exchange import Fate
from local_db.engine import ledger_connection, open_ledger
from tests.builders import NOW, a_card_slip
from tests.local_db.year import Scribe

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.cipher import Connection

KEY = bytes(range(32))


def a_small_ledger(path: Path) -> None:
    """Link 1 a shift, 2 a cash payment, 3 a card payment; 1 and 2 are acknowledged; one print."""
    ledger = open_ledger(path, KEY)
    scribe = Scribe()
    with ledger.open_books() as books:
        scribe.enrol(books)
        scribe.open_shift(books)
        cash = scribe.enter(books, scribe.receipt(books))
        by_card = scribe.receipt(books, slip=a_card_slip())
        scribe.enter(books, by_card)
        books.commit()
    with ledger.open_books() as books:
        scribe.acknowledge(books, cash, fate=Fate.UNKNOWN_ACCOUNT)
        books.prints.note_attempt(by_card.payment.receipt_no, 0, NOW)
        books.commit()
    ledger.close()


def behind_the_books(path: Path) -> Connection:
    """The file as plain SQL, with the ledger's own settings."""
    return ledger_connection(path, KEY)


def without_rules(path: Path, *statements: str) -> None:
    """Do what no book would: drop every trigger, change the file, and put the triggers back."""
    connection = behind_the_books(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()
