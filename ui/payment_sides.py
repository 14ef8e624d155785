"""The two sides of an open account: what is owed, and how it is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.payment_account import AccountCard
from ui.payment_tender import TenderPanel
from ui.widgets.styling import row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROW_PX = 1070
LOW_PX = 520


class PaymentSides(QWidget):
    """A small window gives both sides the same room and a smaller figure."""

    def __init__(self) -> None:
        super().__init__()
        self.account = AccountCard()
        self.tender = TenderPanel()
        self._layout = row(gap=3)
        self._layout.addWidget(self.account, 11)
        self._layout.addWidget(self.tender, 9)
        self.setLayout(self._layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window changed its size."""
        super().resizeEvent(event)
        self._layout.setStretch(0, 11 if self.width() >= NARROW_PX else 9)
        self.tender.compact(is_compact=self.height() < LOW_PX)
