"""The printers of this counter as they are set, and what can be done about them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.domain.printer import NO_PRINTER, PrinterPlace
from ui.printer_words import facts_of
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, row

if TYPE_CHECKING:
    from counter_app.domain.printer import PrintersAtHand

_FACTS = 3


class PrinterOverview(QWidget):
    """Two cards, one a place, each with its key."""

    asked = Signal(PrinterPlace)
    """Set up the printer of this place."""

    swap_asked = Signal()
    page_asked = Signal(PrinterPlace)
    """Print a test page as it is set."""

    def __init__(self) -> None:
        super().__init__()
        self.at_hand: PrintersAtHand | None = None
        self._title = Label("", as_="title")
        self._text = Label("", as_="muted", wraps=True)
        self._names = {place: Label("", as_="heading") for place in PrinterPlace}
        self._facts = {
            place: tuple(Label("", wraps=True) for _ in range(_FACTS)) for place in PrinterPlace
        }
        self.set_buttons = {
            place: KeyButton(
                partial(self.asked.emit, place),
                key=f"Alt+{number}",
                icon_name="printer",
                kind="primary" if place is PrinterPlace.FIRST else "plain",
            )
            for number, place in enumerate(PrinterPlace, start=1)
        }
        self.page_buttons = {
            place: KeyButton(partial(self.page_asked.emit, place), key=key, icon_name="receipt")
            for place, key in ((PrinterPlace.FIRST, "Alt+T"), (PrinterPlace.OTHER, "Alt+O"))
        }
        self.swap_button = KeyButton(self.swap_asked.emit, key="Alt+S", icon_name="sync")
        cards = row(gap=3)
        for place in PrinterPlace:
            cards.addWidget(self._card(place), 1)
        layout = column(self._title, self._text, gap=1)
        layout.addLayout(cards)
        layout.addLayout(row(self.swap_button, 1))
        layout.addStretch(1)
        layout.setSpacing(12)
        self.setLayout(layout)

    def _card(self, place: PrinterPlace) -> QFrame:
        head = row(IconLabel("printer", "text"), self._names[place], 1, gap=2)
        inside = column(head, gap=2, margins=(5, 4, 5, 4))
        for fact in self._facts[place]:
            inside.addWidget(fact)
        inside.addStretch(1)
        inside.addWidget(self.set_buttons[place])
        inside.addWidget(self.page_buttons[place])
        return framed(inside, ground="card")

    @property
    def said(self) -> dict[PrinterPlace, str]:
        """What stands on each card."""
        return {
            place: " | ".join(fact.text() for fact in facts if fact.text())
            for place, facts in self._facts.items()
        }

    def fill(self, at_hand: PrintersAtHand) -> None:
        """Show what is set now."""
        self.at_hand = at_hand
        self.retranslate()

    def take_keys(self) -> None:
        """On the first printer."""
        self.set_buttons[PrinterPlace.FIRST].setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Printers"))
        self._text.setText(
            self.tr(
                "Receipts come from the first printer. The other one is there for the day the first"
                " one jams. Whoever works here may change them."
            )
        )
        self._names[PrinterPlace.FIRST].setText(self.tr("First printer"))
        self._names[PrinterPlace.OTHER].setText(self.tr("Other printer"))
        self.set_buttons[PrinterPlace.FIRST].say(
            self.tr("Set up"), self.tr("Set up the first printer")
        )
        self.set_buttons[PrinterPlace.OTHER].say(
            self.tr("Set up"), self.tr("Set up the other printer")
        )
        for place, button in self.page_buttons.items():
            name = self._names[place].text()
            button.say(
                self.tr("Test page"), self.tr("Print a test page: {printer}").format(printer=name)
            )
        self.swap_button.say(
            self.tr("Change places"), self.tr("The other printer becomes the first")
        )
        if self.at_hand is not None:
            self._show(self.at_hand)

    def _show(self, at_hand: PrintersAtHand) -> None:
        plans = {PrinterPlace.FIRST: at_hand.first, PrinterPlace.OTHER: at_hand.other}
        for place, plan in plans.items():
            said = facts_of(plan, at_hand)
            if place is PrinterPlace.OTHER and plan == NO_PRINTER:
                said = (self.tr("None is set."),)
            for label, text in zip(
                self._facts[place], (*said, *[""] * (_FACTS - len(said))), strict=True
            ):
                label.show_text(text)
        for button in (self.page_buttons[PrinterPlace.OTHER], self.swap_button):
            button.setEnabled(at_hand.other != NO_PRINTER)
