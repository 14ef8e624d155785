"""Signing out with a shift open: leave it open, suspend it, or close it. One key each, and nothing is lost by any."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import KeyButton
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, row

_CARD_PX = 560


class LeavingPage(QWidget):
    """A question with three answers and a way back."""

    stayed_open = Signal()
    suspended = Signal()
    closed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shift_no = 0
        self._reminder = ""
        self._title = Label("", as_="title", wraps=True)
        self._text = Label("", as_="muted", wraps=True)
        self._remind = Label("", wraps=True)
        self.open_button = KeyButton(
            self.stayed_open.emit, icon_name="shift", kind="primary", hint="Enter"
        )
        self.suspend_button = KeyButton(self.suspended.emit, key="Alt+S", icon_name="pending")
        self.close_button = KeyButton(self.closed.emit, key="Alt+C", icon_name="tick")
        self.back_button = KeyButton(
            self.left.emit, key="Escape", hint="Esc", icon_name="close", kind="quiet"
        )
        card = framed(
            column(
                row(IconLabel("sign_out", "accent", 32), 1),
                self._title,
                self._text,
                self._remind,
                self.open_button,
                self.suspend_button,
                self.close_button,
                self.back_button,
                gap=3,
                margins=(6, 5, 6, 5),
            ),
            ground="card",
        )
        card.setFixedWidth(_CARD_PX)
        self.setLayout(column(1, row(1, card, 1), 2))
        self.retranslate()

    def begin(self, shift_no: int, *, is_suspended: bool, reminder: str) -> None:
        """Of this shift; ``reminder`` is what else the evening asks for."""
        self._shift_no, self._reminder = shift_no, reminder
        self.suspend_button.setHidden(is_suspended)
        self.retranslate()

    def take_keys(self) -> None:
        """Enter leaves the shift open."""
        self.open_button.setFocus()

    @property
    def said(self) -> str:
        """The question."""
        return self._title.text()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        title = self.tr("Shift {number} is open").format(number=self._shift_no)
        self.setAccessibleName(title)
        self._title.setText(title)
        self._text.setText(
            self.tr(
                "An open shift waits for you: nobody else takes money in it. "
                "Before you go home, count and close it."
            )
        )
        self._remind.show_text(self._reminder)
        self.open_button.say(self.tr("Leave it open and sign out"))
        self.suspend_button.say(self.tr("Suspend it and sign out"))
        self.close_button.say(self.tr("Count and close it"))
        self.back_button.say(self.tr("Stay signed in"))
