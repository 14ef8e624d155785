"""Last page of a reversal: what to give back, large; and the slip that both sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.money import ZERO
from counter_app.domain.reversal import GoesWhere
from counter_app.domain.reversal_rules import cash_back_of, held_of
from ui.widgets.amounts import AmountLabel
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.reversal import Reversal


class ReversalDone(QWidget):
    """It only says what was done."""

    left = Signal()
    slip_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.made: Reversal | None = None
        self._title = Label("", as_="title", wraps=True)
        self._order = Label("", as_="heading", wraps=True)
        self.figure = AmountLabel(as_="figure")
        self._rest = Label("", wraps=True)
        self.slip_button = KeyButton(self.slip_asked.emit, key="Alt+P", icon_name="printer")
        self.back_button = KeyButton(
            self.left.emit, key="Escape", hint="Esc", icon_name="tick", kind="primary"
        )
        said = column(self._order, self.figure, self._rest, 1, gap=2, margins=(4, 4, 4, 4))
        layout = column(self._title, gap=3)
        layout.addWidget(framed(said, ground="card"), 1)
        layout.addLayout(row(1, self.slip_button, self.back_button, gap=2))
        self.setLayout(layout)

    @property
    def said(self) -> str:
        """The large sentence."""
        return self._order.text()

    def show_made(self, made: Reversal) -> None:
        """A reversal was made."""
        self.made = made
        self.retranslate()
        self.back_button.setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.slip_button.say(self.tr("Print the slip"), self.tr("Print the slip that both sign"))
        self.back_button.say(self.tr("Done"))
        made = self.made
        if made is None:
            return
        cash, held = cash_back_of(made.tenders), held_of(made.tenders)
        self._title.setText(self.tr("Receipt {number} is reversed").format(number=made.receipt_no))
        self.figure.setHidden(cash == ZERO)
        self.figure.setText(rupees(cash))
        self._order.setText(
            self.tr("Pay back {amount} from the drawer").format(amount=rupees(cash))
            if cash != ZERO
            else self.tr("No cash goes back")
        )
        said = []
        if any(one.where is GoesWhere.GIVEN_BACK for one in made.tenders):
            said.append(self.tr("Hand the cheque or draft back to the payer."))
        if held != ZERO:
            said.append(
                self.tr("{amount} waits in suspense for the right account.").format(
                    amount=rupees(held)
                )
            )
        said.append(self.tr("Print the slip and let both sign it."))
        self._rest.setText("\n".join(said))
