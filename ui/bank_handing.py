"""Page on which the takings of a closed shift are taken over: counted, and confirmed by both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from ui.widgets.buttons import KeyButton
from ui.widgets.count_grid import CountGrid
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, row
from ui.widgets.text_field import PinField, TextField
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.domain.remittance import Takings

GIVER, GIVER_PIN, RECEIVER_PIN, REASON = "giver", "giver_pin", "receiver_pin", "reason"
PARTS = (GIVER, GIVER_PIN, RECEIVER_PIN, REASON)


class HandingPage(QWidget):
    """Count grid above, who gives and who receives below. It decides nothing."""

    left = Signal()
    confirmed = Signal()
    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.takings: tuple[Takings, ...] = ()
        self._receiver: CashierId | None = None
        self._title, self._what = Label("", as_="title"), Label("", as_="muted")
        self.grid = CountGrid()
        self._editors = {
            GIVER: TextField(),
            GIVER_PIN: PinField(),
            RECEIVER_PIN: PinField(),
            REASON: TextField(),
        }
        self.fields = {part: Field(editor) for part, editor in self._editors.items()}
        self.back_button = KeyButton(self.left.emit, key="Escape", hint="Esc", icon_name="close")
        self.confirm_button = KeyButton(
            self._confirm, hint="Ctrl+Enter", icon_name="tick", kind="primary"
        )
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.confirm_button.click)
        self.grid.entered.connect(self._editors[GIVER_PIN].setFocus)
        self.grid.changed.connect(self._show_difference)
        self.grid.card_number_refused.connect(self.card_number_refused)
        for part, editor in self._editors.items():
            editor.card_number_refused.connect(self.card_number_refused)
            editor.textChanged.connect(lambda _text, part=part: self.fields[part].complain(""))
        self._editors[GIVER].returnPressed.connect(self._editors[GIVER_PIN].setFocus)
        self._editors[GIVER_PIN].returnPressed.connect(self._editors[RECEIVER_PIN].setFocus)
        self._editors[RECEIVER_PIN].returnPressed.connect(self._after_pins)
        self._editors[REASON].returnPressed.connect(self._confirm)
        self._build()

    def _build(self) -> None:
        head = row(gap=2)
        head.addLayout(column(self._title, self._what, gap=0), 1)
        head.addWidget(self.back_button)
        head.addWidget(self.confirm_button)
        people = row(gap=2)
        for part, share in ((GIVER, 2), (GIVER_PIN, 2), (RECEIVER_PIN, 2), (REASON, 4)):
            people.addWidget(self.fields[part], share, Qt.AlignmentFlag.AlignTop)
        layout = column(head, self.grid, gap=2)
        layout.addLayout(people)
        layout.addStretch(1)
        self.setLayout(layout)

    def begin(
        self,
        takings: tuple[Takings, ...],
        receiver: CashierId,
        accepted: Iterable[Money],
    ) -> None:
        """Count the takings of these shifts; the person who sits here receives them."""
        self.takings, self._receiver = takings, receiver
        for part, editor in self._editors.items():
            editor.fill(takings[0].cashier_id if part == GIVER else "")
            self.fields[part].complain("")
        self.grid.accept(accepted)
        self.grid.clear()
        self.wait(is_waiting=False)
        self.retranslate()
        self.grid.take_keys()

    @property
    def amount(self) -> Money:
        """What the closes say."""
        return Money.total(one.amount for one in self.takings)

    @property
    def difference(self) -> Money:
        """Counted less what the closes say."""
        return self.grid.form.total - self.amount

    @property
    def giver(self) -> CashierId:
        """Who gives."""
        return CashierId(self._editors[GIVER].text().strip().upper())

    def text(self, part: str) -> str:
        """What was typed."""
        return self._editors[part].text()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is handed twice."""
        self.confirm_button.setEnabled(not is_waiting)

    def complain(self, part: str, text: str) -> None:
        """What the books declined, at its field; a PIN is typed anew."""
        if part in {GIVER_PIN, RECEIVER_PIN}:
            self._editors[part].fill("")
        self.fields[part].complain(text)
        self.fields[part].setFocus()

    def forget_pins(self) -> None:
        """They have been used."""
        for part in (GIVER_PIN, RECEIVER_PIN):
            self._editors[part].fill("")

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Receive takings"))
        self.back_button.say(self.tr("Back"), self.tr("Back to the list, nothing is handed over"))
        self.confirm_button.say(self.tr("Take over"))
        self.fields[GIVER].say(self.tr("Given by"))
        self.fields[GIVER_PIN].say(self.tr("PIN of the giver"))
        receiver = self._receiver or ""
        self.fields[RECEIVER_PIN].say(self.tr("PIN of {receiver}").format(receiver=receiver))
        self.fields[REASON].say(self.tr("Reason, if the sum is another"))
        self._show_difference()

    def _show_difference(self) -> None:
        shifts = ", ".join(str(one.shift_no) for one in self.takings)
        text = self.tr("Shift {shifts}: the close says {amount}")
        if not self.grid.form.is_blank and self.difference:
            if self.difference < Money(0):
                text = self.tr("Shift {shifts}: the close says {amount}, {difference} is missing")
            else:
                text = self.tr("Shift {shifts}: the close says {amount}, {difference} too much")
        self._what.setText(
            text.format(
                shifts=shifts,
                amount=rupees(self.amount),
                difference=rupees(Money(abs(self.difference.paise))),
            )
        )

    def _after_pins(self) -> None:
        """Another sum needs a reason."""
        if self.difference and not self.text(REASON).strip():
            self.fields[REASON].setFocus()
        else:
            self._confirm()

    def _confirm(self) -> None:
        if not self.confirm_button.isEnabled() or self.grid.complain():
            return
        missing = [part for part in (GIVER, GIVER_PIN, RECEIVER_PIN) if not self.text(part).strip()]
        if self.difference and not self.text(REASON).strip():
            missing.append(REASON)
        if missing:
            text = self.tr("Please fill this in.")
            for part in missing:
                self.fields[part].complain(text)
            self.fields[missing[0]].setFocus()
            return
        self.confirmed.emit()
