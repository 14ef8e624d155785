"""The ledgers that must agree: the fake in memory and the encrypted file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from local_db.engine import open_ledger
from tests.builders import PAYABLE
from tests.fakes.books import FakeLedger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.domain.money import Money
    from counter_app.domain.receipt import Receipt
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.wire.messages import SealedMessage
    from tests.local_db.year import Scribe

KEY = bytes(range(32))
A_RULE = "."
"""Any message: each ledger words its rules in its own way."""


@contextmanager
def fake_ledger(folder: Path) -> Iterator[Ledger]:
    """In memory; the folder stays empty."""
    yield FakeLedger()


@contextmanager
def real_ledger(folder: Path) -> Iterator[Ledger]:
    """The encrypted file, closed at the end."""
    ledger = open_ledger(folder / "ledger.db", KEY)
    try:
        yield ledger
    finally:
        ledger.close()


LEDGERS = {"fake": fake_ledger, "real": real_ledger}


def take(ledger: Ledger, scribe: Scribe, payable: Money = PAYABLE, *, account: int = 0) -> Receipt:
    with ledger.open_books() as books:
        receipt = scribe.receipt(books, payable, account=account)
        scribe.enter(books, receipt)
        books.commit()
    return receipt


def told(ledger: Ledger, scribe: Scribe) -> SealedMessage:
    """Take one more payment; the message that told it."""
    with ledger.open_books() as books:
        sealed = scribe.enter(books, scribe.receipt(books))
        books.commit()
    return sealed
