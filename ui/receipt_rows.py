"""How the receipts of a day are listed: a row each, and a line over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.money import Money
from ui.fate_words import fate_cell
from ui.paper_words import paper_cell
from ui.widgets.table import Cell
from ui.words import clock_text, day_text, name_in_lists, rupees, tenders_text

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.receipt import ReceiptRow


def summary_text(day: date | None, receipts: tuple[ReceiptRow, ...]) -> str:
    """Day, how many, the sum taken; and what of it was reversed."""
    if day is None:
        return ""
    total = Money(sum(receipt.amount_paise for receipt in receipts))
    text = QCoreApplication.translate(
        "ReceiptsScreen", "{day} · receipts: {count} · {total}"
    ).format(day=day_text(day), count=len(receipts), total=rupees(total))
    gone = [one.amount_paise for one in receipts if one.reversed_on is not None]
    if not gone:
        return text
    said = QCoreApplication.translate(
        "ReceiptsScreen", "of these cancelled: {count} · {sum}"
    ).format(count=len(gone), sum=rupees(Money(sum(gone))))
    return f"{text} · {said}"


def receipt_cells(receipt: ReceiptRow) -> tuple[Cell, ...]:
    """One receipt, in the order of the columns."""
    gone = ("stop", "negative") if receipt.reversed_on is not None else ()
    word = QCoreApplication.translate("ReceiptsScreen", "CANCELLED")
    cancelled = Cell(word, "stop", "negative")
    return (
        Cell(receipt.receipt_no, *gone),
        Cell(clock_text(receipt.taken_at), tone="text_muted"),
        Cell(receipt.account_no),
        Cell(name_in_lists(receipt.consumer_name_en, receipt.consumer_name_hi)),
        Cell(tenders_text(receipt.tender_paise)),
        Cell(rupees(Money(receipt.amount_paise))),
        paper_cell(receipt) if receipt.reversed_on is None else cancelled,
        fate_cell(receipt.fate, is_acknowledged=receipt.is_acknowledged),
    )
