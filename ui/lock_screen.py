"""The locked seat: who sits here unlocks with the PIN; somebody else may sign in instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from ui.people_words import person_text
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import column, framed, role, row
from ui.widgets.text_field import PinField

if TYPE_CHECKING:
    from counter_app.domain.shift import Cashier

_CARD_PX = 440
_ICON_PX = 40


class LockScreen(QWidget):
    """Hides what is behind it, and shows nothing of it."""

    unlock_asked = Signal(str)
    """The PIN as typed."""

    other_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="canvas")
        self._cashier: Cashier | None = None
        self._title = Label("", as_="title", wraps=True)
        self._text = Label("", as_="muted", wraps=True)
        self.notice = NoticeBar(is_narrow=True)
        self._pin_editor = PinField()
        self.pin = Field(self._pin_editor)
        self.unlock_button = KeyButton(self._ask, icon_name="tick", kind="primary", hint="Enter")
        self.other_button = KeyButton(self.other_asked.emit, key="Ctrl+L", icon_name="sign_out")
        self._pin_editor.returnPressed.connect(self._ask)
        inside = column(
            row(1, IconLabel("lock", "text_muted", _ICON_PX), 1),
            self._title,
            self._text,
            self.notice,
            self.pin,
            self.unlock_button,
            self.other_button,
            gap=3,
            margins=(6, 5, 6, 5),
        )
        card = framed(inside, ground="card")
        card.setFixedWidth(_CARD_PX)
        self.setLayout(column(1, row(1, card, 1), 2))
        self.retranslate()

    def lock(self, cashier: Cashier) -> None:
        """This person's seat is locked."""
        self._cashier = cashier
        self.notice.hush()
        self.wait(is_waiting=False)
        self.forget()
        self.retranslate()

    def forget(self) -> None:
        """The PIN is typed anew."""
        self._pin_editor.fill("")
        self._pin_editor.setFocus()

    def wait(self, *, is_waiting: bool) -> None:
        """While the PIN is checked, nothing is asked twice."""
        self.unlock_button.setEnabled(not is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("The seat is locked"))
        self._title.setText(self.tr("The seat is locked"))
        name = person_text(self._cashier) if self._cashier else ""
        self._text.setText(
            self.tr("{name}: what you typed is still there. Type your PIN to go on.").format(
                name=name
            )
        )
        self.pin.say(self.tr("PIN"))
        self.unlock_button.say(self.tr("Unlock"))
        self.other_button.say(self.tr("Somebody else signs in"))

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _ask(self) -> None:
        if self.unlock_button.isEnabled() and self._pin_editor.text():
            self.unlock_asked.emit(self._pin_editor.text())
