"""The golden ledgers: ``tests/data/ledger_<version>.db``, each as the program of that version wrote it.

They are never made again: a golden file that is made anew proves nothing. Each holds twelve payments, the last by
card, of which the first nine are acknowledged. That of 0003 holds a listed cheque, money in suspense, a policy, a rule
set here and a result as well; that of 0004 a second cashier's open shift, a word, a note and a reconciliation too; that
of 0005 a drop, an opening and an own PIN. To keep one of the version in use before a migration is added, write such
content with that version's own books (see the history of this file) into a new path.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from local_db.engine import ledger_engine
from local_db.migrate import bring_up_to_date
from tests.local_db.raw import KEY

GOLDEN = {
    version: Path(__file__).parents[1] / "data" / f"ledger_{version:04d}.db"
    for version in (1, 2, 3, 4, 5)
}
PAYMENTS = 12
ACKNOWLEDGED_PAYMENTS = 9


@dataclass(frozen=True)
class Content:
    """What a golden file holds."""

    payments: int = PAYMENTS
    messages: int = PAYMENTS + 1
    unsent: int = PAYMENTS - ACKNOWLEDGED_PAYMENTS
    last_receipt_no: str = f"KID07/2627/{PAYMENTS:06d}"


CONTENT = {
    1: Content(),
    2: Content(),
    3: Content(messages=PAYMENTS + 3, unsent=5),
    4: Content(messages=PAYMENTS + 6, unsent=4),
    5: Content(messages=PAYMENTS + 4, unsent=6),
}


def make_schema(path: Path, version: int) -> None:
    """An empty ledger of that version, as today's migrations make it."""
    engine = ledger_engine(path, KEY)
    held = engine.connect()
    bring_up_to_date(held, path, KEY, target=f"{version:04d}")
    held.close()
    engine.dispose()
