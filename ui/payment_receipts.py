"""The receipts of a payment of many accounts, in the order they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from ui.language import in_language
from ui.theme import GRID_PX
from ui.widgets.table import ROW_PX, Cell, Column, RowTable
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.consumer import Consumer
    from counter_app.use_cases.views import Taken

MOST_SEEN = 5
_HEADER_PX = 9 * GRID_PX


class ReceiptsTaken(RowTable):
    """Hidden while there is only one: then the facts name it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHidden(True)

    def show_taken(self, taken: Taken) -> None:
        """A row a receipt."""
        self.setHidden(len(taken.receipts) == 1)
        columns = (
            Column(self.tr("Receipt no.")),
            Column(self.tr("Account no., old no.")),
            Column(self.tr("Name"), stretches=True),
            Column(self.tr("Amount"), is_figure=True),
        )
        payments = [receipt.payment for receipt in taken.receipts]
        self.fill(
            columns,
            tuple(
                (
                    Cell(str(payment.receipt_no)),
                    Cell(_numbers(payment.consumer)),
                    Cell(in_language(payment.consumer.name_en, payment.consumer.name_hi)),
                    Cell(rupees(payment.amount)),
                )
                for payment in payments
            ),
        )
        self.setFixedHeight(_HEADER_PX + min(len(payments), MOST_SEEN) * ROW_PX + 4)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Receipts of this payment"))


def _numbers(consumer: Consumer) -> str:
    return " · ".join(filter(None, (consumer.account_no, consumer.legacy_account_no)))
