"""Begin a shift: count the float, type it, go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.language import in_language
from ui.screen import Screen
from ui.sentences import refusal_text
from ui.sign_in_form import FloatForm
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, row
from ui.widgets.text_field import MoneyField

if TYPE_CHECKING:
    from counter_app.domain.errors import Fault, Refusal
    from counter_app.domain.shift import Cashier, Shift
    from ui.seat import Seat

_CARD_WIDTH_PX = 460


class ShiftScreen(Screen):
    """One field: the counted float."""

    opened = Signal(object)
    """Shift"""

    left = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, is_narrow=True)
        self._cashier: Cashier | None = None
        self._title = Label("", as_="title", wraps=True)
        self._text = Label("", as_="muted", wraps=True)
        self._editor = MoneyField()
        self.counted = Field(self._editor)
        self.open_button = KeyButton(self._open, icon_name="shift", kind="primary", hint="Enter")
        self._leave_button = KeyButton(
            self.left.emit, key="Escape", hint="Esc", icon_name="sign_out", kind="quiet"
        )
        self._editor.returnPressed.connect(self._open)
        self._editor.textChanged.connect(lambda _text: self.counted.complain(""))
        card = framed(
            column(
                row(IconLabel("shift", "accent", 32), 1),
                self._title,
                self._text,
                self.notice,
                self.counted,
                self.open_button,
                self._leave_button,
                gap=4,
                margins=(6, 6, 6, 5),
            ),
            ground="card",
        )
        card.setFixedWidth(_CARD_WIDTH_PX)
        self.setLayout(column(1, row(1, card, 1), 2, margins=(4, 4, 4, 4)))
        self.retranslate()

    def seat_cashier(self, cashier: Cashier) -> None:
        """Who opens it."""
        self._cashier = cashier
        self.notice.hush()
        self._editor.fill("")
        self._wait(is_waiting=False)
        self.retranslate()

    def enter(self) -> None:
        """Type the float."""
        self._editor.setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Open shift"))
        name = in_language(self._cashier.name_en, self._cashier.name_hi) if self._cashier else ""
        self._title.setText(self.tr("Welcome, {name}").format(name=name))
        self._text.setText(
            self.tr(
                "Count the cash in the drawer before the first consumer. Type 0 for an empty drawer."
            )
        )
        self.counted.say(self.tr("Counted float"))
        self.open_button.say(self.tr("Open shift"))
        self._leave_button.say(self.tr("Sign out"))

    def _open(self) -> None:
        form = FloatForm(self._editor.text())
        if form.problem is not None:
            self.counted.complain(refusal_text(form.problem))
        counted, cashier = form.counted, self._cashier
        if counted is None or cashier is None or not self.open_button.isEnabled():
            self._editor.setFocus()
            return
        self._wait(is_waiting=True)
        open_shift = self.seat.desk.open_shift
        self.ask(
            self.seat.lanes.ledger,
            lambda: open_shift(cashier.cashier_id, counted),
            self._opened,
            self._not_opened,
        )

    def _opened(self, shift: Shift) -> None:
        self.opened.emit(shift)

    def _not_opened(self, error: Refusal | Fault) -> None:
        self._wait(is_waiting=False)
        self.tell(error)
        self._editor.setFocus()

    def _wait(self, *, is_waiting: bool) -> None:
        self.open_button.setEnabled(not is_waiting)
        self._editor.setReadOnly(is_waiting)
