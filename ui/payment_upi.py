"""The page of UPI: its fields, and beside them the code that stands on the customer display too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.domain.tender import TenderKind
from ui.payment_tender_fields import grid_of
from ui.widgets.qr_view import QrView
from ui.widgets.styling import row
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.use_cases.views import UpiAsk
    from ui.payment_parts import Part
    from ui.widgets.field import Field


class UpiPage(QWidget):
    """Without a code the fields have all the room."""

    def __init__(self, fields: Mapping[Part, Field]) -> None:
        super().__init__()
        self.qr = QrView()
        self.qr.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = row(gap=2)
        line.addWidget(grid_of(fields, TenderKind.UPI), 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.qr.setHidden(True)

    def show_ask(self, ask: UpiAsk | None) -> None:
        """The code of this tender, or none."""
        if ask is None:
            self.qr.forget()
        else:
            name = self.tr("QR code for {amount} by UPI").format(amount=rupees(ask.amount))
            self.qr.show_matrix(ask.matrix, name, ask.payee.address)
            self.qr.setFixedSize(self.qr.minimumSizeHint())
        self.qr.setHidden(ask is None)
