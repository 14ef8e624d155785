"""Makes the verbs of paper: receipts that prove themselves, and the printers they come from; a part of ``assembly``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counter_app.use_cases.ask_copy import AskCopy
from counter_app.use_cases.check_receipt import CheckReceipt

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import ReceiptKeyShelf
    from counter_app.use_cases.telling import Telling


def paper_verbs(ledger: Ledger, telling: Telling, shelf: ReceiptKeyShelf) -> dict[str, Any]:
    """The desk's fields of this theme, by their names."""
    return {"check_receipt": CheckReceipt(ledger, shelf), "ask_copy": AskCopy(ledger, telling)}
