"""The last step of a close: what is handed over, what stays, what the centre has, and the Z report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.money import ZERO, Money
from ui.widgets.amounts import AmountLabel
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import IconLabel, Label
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import column, framed, row
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.shift_close import ShiftClose


class CloseDone(QWidget):
    """Says what is true now. Nothing here can be undone or done twice."""

    handed_over = Signal()
    """The next cashier signs in."""

    stayed = Signal()
    print_asked = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.close_made: ShiftClose | None = None
        self._title = Label("", as_="title")
        self.notice = NoticeBar()
        self._takings_word, self._float_word = Label("", as_="muted"), Label("", as_="muted")
        self._takings, self._float = AmountLabel(as_="figure"), AmountLabel()
        self._numbers = Label("", wraps=True)
        self._proof = Label("", wraps=True)
        self._variance = Label("", wraps=True)
        self.print_button = KeyButton(self.print_asked.emit, key="Alt+P", icon_name="printer")
        self.save_button = KeyButton(self.save_asked.emit, key="Alt+V", icon_name="save")
        self.next_button = KeyButton(
            self.handed_over.emit, icon_name="consumer", kind="primary", hint="Enter"
        )
        self.stay_button = KeyButton(
            self.stayed.emit, key="Escape", hint="Esc", icon_name="shift", kind="quiet"
        )
        card = framed(
            column(
                row(
                    column(self._takings_word, self._takings, gap=0),
                    1,
                    column(self._float_word, self._float, 1, gap=0),
                    1,
                    gap=6,
                ),
                self._variance,
                self._numbers,
                self._proof,
                gap=3,
                margins=(5, 4, 5, 4),
            ),
            ground="card",
        )
        self.setLayout(
            column(
                row(IconLabel("tick", "positive", 28), self._title, 1),
                self.notice,
                card,
                row(self.print_button, self.save_button, 1),
                row(1, self.stay_button, self.next_button),
                1,
                gap=3,
            )
        )
        self.retranslate()

    def show_close(self, close: ShiftClose) -> None:
        """A shift was closed."""
        self.close_made = close
        self.notice.hush()
        self.retranslate()
        self.next_button.setFocus()

    @property
    def proof(self) -> str:
        """What the centre had signed for."""
        return self._proof.text()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._takings_word.setText(self.tr("Takings to hand over"))
        self._float_word.setText(self.tr("Float left in the drawer"))
        self.print_button.say(self.tr("Print Z report"))
        self.save_button.say(self.tr("Save Z report"))
        self.next_button.say(self.tr("Sign out: next cashier"))
        self.stay_button.say(self.tr("Stay signed in"))
        close = self.close_made
        if close is None:
            return
        title = self.tr("Shift {number} is closed").format(number=close.shift_no)
        self.setAccessibleName(title)
        self._title.setText(title)
        self._takings.show_amount(close.parted.takings)
        self._float.show_amount(close.parted.float_left)
        self._variance.show_text(self._variance_text(close))
        self._numbers.setText(self._numbers_text(close))
        proof = close.proof
        self._proof.setText(
            self.tr(
                "The centre has {acknowledged} of these payments; {unsent} are unsent, {amount}. "
                "They go out by themselves as soon as the centre is reached."
            ).format(
                acknowledged=proof.acknowledged,
                unsent=proof.unsent,
                amount=rupees(proof.unsent_amount),
            )
            if proof.unsent
            else self.tr("The centre has all {acknowledged} payments of this shift.").format(
                acknowledged=proof.acknowledged
            )
        )

    def _numbers_text(self, close: ShiftClose) -> str:
        if not close.receipts:
            return self.tr("No receipt was written in it.")
        return self.tr("Receipts: {count}, {first} to {last}.").format(
            count=close.receipts, first=close.first_receipt_no, last=close.last_receipt_no
        )

    def _variance_text(self, close: ShiftClose) -> str:
        short = Money.total(max(-line.variance, ZERO) for line in close.lines)
        excess = Money.total(max(line.variance, ZERO) for line in close.lines)
        if not short and not excess:
            return ""
        return self.tr("Noted with its reason: short {short}, excess {excess}.").format(
            short=rupees(short), excess=rupees(excess)
        )
