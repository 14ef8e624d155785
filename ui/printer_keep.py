"""Last step: what will hold, and as which of the two printers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from counter_app.domain.printer import NO_PRINTER, PrinterPlace
from ui.printer_page import PrinterPage
from ui.printer_words import connection_text, facts_of
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed

if TYPE_CHECKING:
    from ui.printer_form import PrinterForm


class KeepPage(PrinterPage):
    """The one page whose Enter keeps something."""

    keep_asked = Signal(PrinterPlace)

    def __init__(self, form: PrinterForm) -> None:
        super().__init__(5, icon_name="save")
        self._form = form
        self._facts = Label("", as_="heading", wraps=True)
        self._as = Label("", as_="label")
        self.places: ChoiceRow[PrinterPlace] = ChoiceRow(PrinterPlace, a_row=2)
        self._replaced = Label("", as_="muted", wraps=True)
        self.places.chosen.connect(self.retranslate)
        inside = column(
            self._facts, self._as, self.places, self._replaced, gap=3, margins=(5, 4, 5, 4)
        )
        inside.addStretch(1)
        self.lay_out(framed(inside, ground="card"))

    def begin(self) -> None:
        """As it was begun."""
        self.notice.hush()
        self.wait(is_waiting=False)
        self.places.choose(self._form.place)
        self.retranslate()

    def go_on(self) -> None:
        """Keep it."""
        place = self.places.value
        if not self.is_waiting and place is not None:
            self.notice.hush()
            self.wait(is_waiting=True)
            self.keep_asked.emit(place)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.say(
            self.tr("Keep it?"),
            self.tr("It holds from the next paper on. The log notes who set it."),
            self.tr("Keep"),
        )
        at_hand = self._form.at_hand
        self._facts.setText("\n".join(facts_of(self._form.plan, at_hand)))
        self._as.setText(self.tr("Use it as"))
        self.places.say(
            {
                PrinterPlace.FIRST: self.tr("First printer"),
                PrinterPlace.OTHER: self.tr("Other printer"),
            }
        )
        is_first = self.places.value is not PrinterPlace.OTHER
        before = at_hand.first if is_first else at_hand.other
        if before in (NO_PRINTER, self._form.plan):
            self._replaced.show_text("")
        else:
            self._replaced.show_text(
                self.tr("It takes the place of: {printer}").format(printer=connection_text(before))
            )
