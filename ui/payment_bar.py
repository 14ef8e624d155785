"""Beside the find box: what can be done with the payment as a whole, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import KeyButton
from ui.widgets.styling import row


class PaymentBar(QWidget):
    """Only what can be done now is seen."""

    add_asked = Signal()
    list_asked = Signal()
    hold_asked = Signal()
    held_asked = Signal()
    suspense_asked = Signal()
    charges_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.suspense_button = KeyButton(self.suspense_asked.emit, key="Alt+S")
        self.add_button = KeyButton(self.add_asked.emit, key="Alt+A")
        self.list_button = KeyButton(self.list_asked.emit, key="Alt+I")
        self.hold_button = KeyButton(self.hold_asked.emit, key="Alt+H")
        self.held_button = KeyButton(self.held_asked.emit, key="Alt+J")
        self.charges_button = KeyButton(self.charges_asked.emit, key="Alt+Q", icon_name="caution")
        self.setLayout(
            row(
                self.suspense_button,
                self.add_button,
                self.list_button,
                self.hold_button,
                self.held_button,
                self.charges_button,
                gap=1,
            )
        )
        self._held = self._listed = self._charges = 0
        self.offer(is_paying=False, is_nothing_found=False, held=0, listed=0, charges=0)

    def offer(
        self, *, is_paying: bool, is_nothing_found: bool, held: int, listed: int, charges: int
    ) -> None:
        """Show what fits the moment."""
        self._held, self._listed, self._charges = held, listed, charges
        self.suspense_button.setHidden(not is_nothing_found)
        self.add_button.setHidden(not is_paying or is_nothing_found)
        self.list_button.setHidden(is_nothing_found)
        self.hold_button.setHidden(not is_paying or is_nothing_found)
        self.held_button.setHidden(not held)
        self.charges_button.setHidden(not charges)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.suspense_button.say(self.tr("Take without account"))
        self.add_button.say(self.tr("Add account"), self.tr("Add another account to this payment"))
        listed = self.tr("List: {count}").format(count=self._listed)
        words = listed if self._listed else self.tr("List")
        self.list_button.say(words, self.tr("Pay a list of accounts"))
        self.hold_button.say(self.tr("Set aside"), self.tr("Set this payment aside"))
        held = self.tr("Held: {count}").format(count=self._held)
        self.held_button.say(held, self.tr("Payments set aside: {count}").format(count=self._held))
        charges = self.tr("Card: {count}").format(count=self._charges)
        name = self.tr("Card charges on no receipt: {count}").format(count=self._charges)
        self.charges_button.say(charges, name)
