"""Ask for a copy of a receipt by SMS or e-mail: one line, one field. The centre sends it, never this counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.receipt_copy import CopyWay
from ui.changes import Change
from ui.copy_form import CopyForm, masked_address
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.styling import column, row
from ui.widgets.text_field import TextField
from ui.words import clock_text, day_text

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId, ReceiptNo
    from counter_app.domain.receipt_copy import CopyRequest
    from ui.seat import Seat

LEAST_FIELD_PX = 160

_WAYS = {
    CopyWay.SMS: QT_TRANSLATE_NOOP("CopyLine", "SMS"),
    CopyWay.EMAIL: QT_TRANSLATE_NOOP("CopyLine", "E-mail"),
}


class CopyField(TextField):
    """Esc leaves the line and nothing else, whatever the screen around it does with that key."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Take Esc before a shortcut of the screen does."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if is_escape and event.type() is QEvent.Type.KeyPress:
            self.left.emit()
            return True
        return super().event(event)


class CopyLine(QWidget):
    """Hidden until it is begun; hidden again when all is asked for, or when it is left."""

    asked = Signal(object)
    """tuple[CopyRequest, ...]: queued for the centre."""

    told = Signal(object)
    """Refusal or Fault; the line stays as it was typed."""

    left = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._form = CopyForm()
        self._numbers: tuple[ReceiptNo, ...] = ()
        self._by: CashierId | None = None
        self._is_asking = False
        self._label = Label("", as_="label")
        self.field = CopyField()
        self.field.setMinimumWidth(LEAST_FIELD_PX)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._submit)
        self.field.left.connect(self.leave)
        self.field.card_number_refused.connect(
            lambda: self.told.emit(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
        )
        self.ask_button = KeyButton(self._submit, hint="Enter", kind="primary")
        self.leave_button = KeyButton(self.leave, hint="Esc")
        line = row(gap=2)
        line.addWidget(self.field, 1)
        line.addWidget(self.ask_button)
        line.addWidget(self.leave_button)
        self.setLayout(column(self._label, line, gap=0))
        self.setHidden(True)
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Somebody types an address."""
        return not self.isHidden()

    def begin(self, numbers: tuple[ReceiptNo, ...], by: CashierId, mobile: str) -> None:
        """Ask where to send these receipts; ``mobile`` is what the bills know, empty for nothing."""
        self._numbers, self._by = numbers, by
        self._form = CopyForm(mobile)
        self.field.fill(self._form.shown)
        self.setHidden(False)
        self.field.setFocus()
        self.field.selectAll()

    def leave(self) -> None:
        """Nothing is asked for."""
        if self.is_open:
            self.setHidden(True)
            self.left.emit()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        name = self.tr("Mobile number or e-mail for the copy")
        self._label.setText(self.tr("Send a copy to"))
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self.tr("10-digit mobile number, or e-mail address"))
        self.ask_button.say(self.tr("Ask for it"), self.tr("Ask the centre to send the copy"))
        self.leave_button.say(self.tr("Leave"), self.tr("Ask for no copy"))

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _typed(self, text: str) -> None:
        self._form = self._form.with_text(text)

    def _submit(self) -> None:
        """Each receipt by itself: what was queued before a refusal stays queued."""
        numbers, by, ask = self._numbers, self._by, self._seat.desk.ask_copy
        if self._is_asking or by is None:
            return
        self._is_asking = True
        way, address = self._form.way, self._form.address
        self._seat.lanes.ledger.run(
            self,
            lambda: tuple(ask(number, way, address, by) for number in numbers),
            then=self._queued,
            failed=self._failed,
        )

    def _queued(self, asked: tuple[CopyRequest, ...]) -> None:
        self._is_asking = False
        self.setHidden(True)
        self.asked.emit(asked)
        self._seat.changes.announce(Change.OUTBOX)

    def _failed(self, error: Exception) -> None:
        self._is_asking = False
        if not isinstance(error, Refusal | Fault):
            raise error
        self.told.emit(error)
        if self.is_open:
            self.field.setFocus()


def queued_text(asked: tuple[CopyRequest, ...]) -> str:
    """What happens now."""
    return QCoreApplication.translate(
        "CopyLine", "Copy queued for {address}: the centre sends it when it has this payment."
    ).format(address=masked_address(asked[0]))


def asked_text(asked: tuple[CopyRequest, ...]) -> str:
    """``Copies asked for: SMS XXXXXXX345, 23 Nov 2026 11:30``; empty for none."""
    if not asked:
        return ""
    each = [
        f"{QCoreApplication.translate('CopyLine', _WAYS[one.way])} {masked_address(one)}, "
        f"{day_text(one.business_date)} {clock_text(one.at)}"
        for one in asked
    ]
    words = QCoreApplication.translate("CopyLine", "Copies asked for: {copies}")
    return words.format(copies="; ".join(each))
