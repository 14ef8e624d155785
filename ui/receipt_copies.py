"""Below the list of receipts: what was asked for of the chosen one by SMS or e-mail, and the line to ask for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.identity import AccountNo, ReceiptNo
from ui.copy_line import CopyLine, asked_text, queued_text
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.styling import column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.identity import CashierId
    from counter_app.domain.receipt import ReceiptRow
    from counter_app.domain.receipt_copy import CopyRequest
    from ui.seat import Seat


class ReceiptCopies(QWidget):
    """Follows the list: an answer that is of another receipt by now shows nothing."""

    queued = Signal(str)
    """What happens now, in words."""

    told = Signal(object)
    """Refusal or Fault."""

    left = Signal()

    def __init__(self, seat: Seat, cashier_now: Callable[[], CashierId | None]) -> None:
        super().__init__()
        self._seat, self._cashier_now = seat, cashier_now
        self._chosen: ReceiptRow | None = None
        self._copies: tuple[CopyRequest, ...] = ()
        self._asked = ElidedLabel("", as_="muted")
        self.button = KeyButton(self._begin, key="Alt+M", icon_name="outbox")
        self.line = CopyLine(seat)
        self.line.asked.connect(self._queued)
        self.line.told.connect(self.told)
        self.line.left.connect(self._left)
        above = row(gap=2)
        above.addWidget(self._asked, 1)
        above.addWidget(self.button)
        self.setLayout(column(above, self.line, gap=1))
        self.retranslate()

    @property
    def said(self) -> str:
        """What was asked for, in words."""
        return self._asked.text()

    def show_receipt(self, chosen: ReceiptRow | None) -> None:
        """The cashier stands on another one, or on none; the books are asked once for each."""
        if chosen is not None and chosen == self._chosen:
            return
        number = chosen.receipt_no if chosen is not None else ""
        if self._chosen is None or self._chosen.receipt_no != number:
            self.line.setHidden(True)
            self._copies = ()
        self._chosen = chosen
        self.setHidden(chosen is None)
        self._show()
        if chosen is not None:
            asked_of = ReceiptNo.from_text(chosen.receipt_no)
            copies_asked = self._seat.desk.copies_asked
            self._seat.lanes.ledger.run(
                self,
                lambda: copies_asked(asked_of),
                then=lambda copies: self._known(chosen.receipt_no, copies),
                failed=self._failed,
            )

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.button.say(
            self.tr("Send a copy"), self.tr("Ask for a copy of the receipt by SMS or e-mail")
        )
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self) -> None:
        self._asked.setText(asked_text(self._copies))
        self.button.setHidden(self.line.is_open)

    def _known(self, receipt_no: str, copies: tuple[CopyRequest, ...]) -> None:
        if self._chosen is not None and self._chosen.receipt_no == receipt_no:
            self._copies = copies
            self._show()

    def _begin(self) -> None:
        """First what the bills know of the consumer's mobile; without an answer the field is empty."""
        chosen, open_account = self._chosen, self._seat.desk.open_account
        if chosen is None:
            return
        self._seat.lanes.ledger.run(
            self,
            lambda: open_account(AccountNo(chosen.account_no)).consumer.mobile,
            then=lambda mobile: self._ask(chosen, mobile),
            failed=lambda error: self._ask_without(chosen, error),
        )

    def _ask_without(self, chosen: ReceiptRow, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self._ask(chosen, "")

    def _ask(self, chosen: ReceiptRow, mobile: str) -> None:
        by = self._cashier_now()
        if by is not None and self._chosen is not None and self._chosen == chosen:
            self.line.begin((ReceiptNo.from_text(chosen.receipt_no),), by, mobile)
            self._show()

    def _queued(self, asked: tuple[CopyRequest, ...]) -> None:
        self._copies = (*self._copies, *asked)
        self._show()
        self.queued.emit(queued_text(asked))

    def _left(self) -> None:
        self._show()
        self.left.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self.told.emit(error)
