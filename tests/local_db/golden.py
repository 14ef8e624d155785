"""Makes ``tests/data/ledger_0001.db``, a ledger as version 0001 left it. Run once when 0001 was new.

``python -m tests.local_db.golden`` refuses to write over the file: a golden file that is made anew proves nothing.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from local_db.books import LedgerBooks
from local_db.engine import ledger_engine
from local_db.migrate import bring_up_to_date
from tests.builders import a_card_slip
from tests.local_db.raw import KEY
from tests.local_db.year import Scribe

GOLDEN = Path(__file__).parents[1] / "data" / "ledger_0001.db"
PAYMENTS = 12
ACKNOWLEDGED_PAYMENTS = 9


@dataclass(frozen=True)
class Content:
    """What the golden file holds."""

    payments: int = PAYMENTS
    messages: int = PAYMENTS + 1
    unsent: int = PAYMENTS - ACKNOWLEDGED_PAYMENTS
    last_receipt_no: str = f"KID07/2627/{PAYMENTS:06d}"


def make(path: Path) -> None:
    """Twelve payments, one by card, nine of them acknowledged."""
    engine = ledger_engine(path, KEY)
    held = engine.connect()
    bring_up_to_date(held, path, KEY, target="0001")
    connection = held.connection.driver_connection
    assert connection is not None
    connection.execute("BEGIN IMMEDIATE")
    books = LedgerBooks(connection, lambda: connection.execute("COMMIT"))
    scribe = Scribe()
    scribe.enrol(books)
    scribe.open_shift(books)
    for number in range(1, PAYMENTS + 1):
        slip = a_card_slip() if number == PAYMENTS else None
        told = scribe.enter(books, scribe.receipt(books, account=number, slip=slip))
        if number == ACKNOWLEDGED_PAYMENTS:
            scribe.acknowledge(books, told, first=2)
    books.commit()
    held.close()
    engine.dispose()


if __name__ == "__main__":
    if GOLDEN.exists():
        sys.exit(f"{GOLDEN.name} is there already")
    make(GOLDEN)
