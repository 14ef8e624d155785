"""First run: tell the counter where the centre is and the one-time code it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.screen import Screen
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, row
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from counter_app.domain.errors import Fault, Refusal
    from ui.seat import Seat

_CARD_WIDTH_PX = 520


class EnrolmentScreen(Screen):
    """Server address and one-time code."""

    enrolled = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, is_narrow=True)
        self._title = Label("", as_="title", wraps=True)
        self._text = Label("", as_="muted", wraps=True)
        self._address, self._code = TextField(), TextField()
        self.address, self.code = Field(self._address), Field(self._code)
        self._waiting = Label("", as_="muted")
        self.enrol_button = KeyButton(self._enrol, icon_name="server", kind="primary", hint="Enter")
        self._address.returnPressed.connect(self._code.setFocus)
        self._code.returnPressed.connect(self._enrol)
        for field, editor in ((self.address, self._address), (self.code, self._code)):
            editor.textChanged.connect(lambda _text, field=field: field.complain(""))
        card = framed(
            column(
                row(IconLabel("bolt", "accent", 32), 1),
                self._title,
                self._text,
                self.notice,
                self.address,
                self.code,
                self.enrol_button,
                self._waiting,
                gap=4,
                margins=(6, 6, 6, 5),
            ),
            ground="card",
        )
        card.setFixedWidth(_CARD_WIDTH_PX)
        self.setLayout(column(1, row(1, card, 1), 2, margins=(4, 4, 4, 4)))
        self.retranslate()

    def enter(self) -> None:
        """Type the address."""
        self._address.setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Enrol this counter"))
        self._title.setText(self.tr("Enrol this counter"))
        self._text.setText(
            self.tr(
                "The head office gives the server's address and a one-time code for this counter. "
                "With them come the bills, the cashiers and the receipt series."
            )
        )
        self.address.say(self.tr("Server address"))
        self._address.setPlaceholderText("https://")
        self.code.say(self.tr("One-time code"))
        self.enrol_button.say(self.tr("Enrol"))

    def _enrol(self) -> None:
        address, code = self._address.text().strip(), self._code.text().strip()
        self.address.complain("" if address else self.tr("Type the server's address."))
        self.code.complain("" if code else self.tr("Type the one-time code."))
        for field in (self.address, self.code):
            if field.problem:
                field.editor.setFocus()
                return
        if not self.enrol_button.isEnabled():
            return
        self.notice.hush()
        self._wait(self.tr("Asking the centre…"))
        enrol = self.seat.desk.enrol
        self.ask(
            self.seat.lanes.sync,
            lambda: enrol(address, code),
            self._enrolled,
            self._not_enrolled,
        )

    def _enrolled(self, _: None) -> None:
        self._wait("")
        self.enrolled.emit()

    def _not_enrolled(self, error: Refusal | Fault) -> None:
        self._wait("")
        self.tell(error)
        self._code.setFocus()

    def _wait(self, text: str) -> None:
        self._waiting.setText(text)
        self.enrol_button.setEnabled(not text)
