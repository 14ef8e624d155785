"""Check a receipt that somebody brings: scan its code, or type its number or check code. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.errors import Refusal, RefusalCode
from ui.changes import Change
from ui.receipt_check_card import VerdictCard
from ui.scanner import is_receipt_code
from ui.screen import Screen
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, row
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from counter_app.domain.receipt_verdict import ReceiptVerdict
    from ui.seat import Seat


class CodeField(TextField):
    """What is typed of a receipt; a whole code that is pasted is handed over, since no field holds so much."""

    code_pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A pasted code of a receipt is no text for the field."""
        pasted = QGuiApplication.clipboard().text().strip()
        if event.matches(QKeySequence.StandardKey.Paste) and is_receipt_code(pasted):
            self.code_pasted.emit(pasted)
            return
        super().keyPressEvent(event)


class ReceiptCheckScreen(Screen):
    """One field, one verdict. A look that was overtaken by the next one shows nothing."""

    open_asked = Signal(object)
    """ProvenReceipt of our own: to be seen among the receipts."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._asked = ""
        self._verdict: ReceiptVerdict | None = None
        self._title = Label("", as_="title")
        self._text = Label("", as_="muted", wraps=True)
        self.field = CodeField()
        self.field.setProperty("scale", "find")
        self.field.setFrame(False)
        self.field.returnPressed.connect(self._entered)
        self.field.code_pasted.connect(self.check)
        self.field.card_number_refused.connect(
            lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
        )
        self._empty = EmptyState("scan")
        self.card = VerdictCard()
        self.open_button = KeyButton(self._open, key="Alt+O", icon_name="receipt")
        page = QWidget()
        page.setLayout(
            column(
                row(1, self.card, 1),
                row(1, self.open_button, 1),
                1,
                gap=3,
            )
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        box = framed(
            row(IconLabel("scan", "text_muted", 22), self.field, gap=2, margins=(4, 1, 3, 1)),
            ground="find",
        )
        layout = column(
            column(self._title, self._text, gap=0),
            box,
            self.notice,
            gap=3,
            margins=(4, 3, 4, 3),
        )
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        seat.changes.changed.connect(self._heard)
        self.retranslate()

    @property
    def verdict(self) -> ReceiptVerdict | None:
        """What stands on the card; None before the first look."""
        return self._verdict

    def enter(self) -> None:
        """The field waits; the last verdict stays until the next look."""
        self.field.setFocus()

    def seat_cashier(self) -> None:
        """Another person sits down: nothing of the one before stays."""
        self._asked, self._verdict = "", None
        self.field.fill("")
        self.notice.hush()
        self._show()

    def check(self, code: str) -> None:
        """Look at what was scanned or typed."""
        text = code.strip()
        if not text:
            return
        self.notice.hush()
        if is_receipt_code(text):
            self.field.fill("")
        self._ask(text)

    def _entered(self) -> None:
        """Enter: what was typed; an empty field looks once more at what was scanned last."""
        self.check(self.field.text() or self._asked)

    def _ask(self, text: str) -> None:
        self._asked = text
        check = self.seat.desk.check_receipt
        self.ask(
            self.seat.lanes.ledger,
            lambda: check(text),
            lambda verdict: self._checked(text, verdict),
        )

    def _checked(self, text: str, verdict: ReceiptVerdict) -> None:
        if text != self._asked:
            return
        self._verdict = verdict
        self._show()
        self.field.selectAll()

    def _heard(self, changes: frozenset[Change]) -> None:
        """After a round the list may be newer: the same look again."""
        if self.isVisible() and self._asked and Change.SERVER in changes:
            self._ask(self._asked)

    def _open(self) -> None:
        if self._verdict is not None and self._verdict.receipt is not None:
            self.open_asked.emit(self._verdict.receipt)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Verify a receipt"))
        self._title.setText(self.tr("Verify a receipt"))
        self._text.setText(
            self.tr(
                "Is a paper that somebody brings genuine? No network is needed, nothing is written."
            )
        )
        self.field.setPlaceholderText(
            self.tr("Scan the receipt's code, or type its number or check code")
        )
        self.field.setAccessibleName(self.tr("Receipt's code, number or check code"))
        self._empty.say(
            self.tr("Scan the code of the receipt"),
            self.tr(
                "Hold its QR code before the scanner. Without a scanner type the receipt number or the check code "
                "printed beside the code, then press Enter."
            ),
        )
        self.open_button.say(self.tr("Show among the receipts"))
        self._show()

    def _show(self) -> None:
        verdict = self._verdict
        self._pages.setCurrentIndex(0 if verdict is None else 1)
        is_own = verdict is not None and verdict.is_own and verdict.receipt is not None
        self.open_button.setVisible(is_own)
        if verdict is not None:
            self.card.show_verdict(verdict)
