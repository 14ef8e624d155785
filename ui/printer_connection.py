"""First step: how the printer is connected. What was found stands first, then what can be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from counter_app.domain.printer import PrinterKind
from ui.printer_form import Typed
from ui.printer_page import PrinterPage
from ui.printer_sentences import plan_field_text
from ui.printer_words import HINTS, address_text, way_text, word
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.table import Cell, Column, RowTable
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame, QVBoxLayout

    from ui.printer_form import PrinterForm, Way

_NUMBERED = frozenset({PrinterKind.NETWORK, PrinterKind.SERIAL})
_ADDRESSED = frozenset(PrinterKind) - {PrinterKind.NONE, PrinterKind.USB}
_NUMBER_FIELDS = frozenset({"port", "baud_rate"})


class ConnectionPage(PrinterPage):
    """A list of ways, and beside it the few fields of the one that is chosen."""

    search_asked = Signal()

    def __init__(self, form: PrinterForm) -> None:
        super().__init__(1, icon_name="printer")
        self._form = form
        self._typed: dict[Way, Typed] = {}
        self._wrong: tuple[Way, str] | None = None
        self._ways: tuple[Way, ...] = ()
        self._is_filling = self._is_searching = self._is_moved = False
        self.table = RowTable()
        self._name = Label("", as_="heading", wraps=True)
        self._hint = Label("", as_="muted", wraps=True)
        self._address, self._number = TextField(), TextField()
        self.address, self.number = Field(self._address), Field(self._number)
        self.search_button = KeyButton(self._search, key="Alt+F", icon_name="find")
        self._count = Label("", as_="muted", wraps=True)
        self.table.chosen.connect(lambda _row: self._choose())
        self.table.entered.connect(lambda _row: self._enter_row())
        self._address.returnPressed.connect(self._enter_address)
        self._number.returnPressed.connect(self.go_on)
        for editor in (self._address, self._number):
            editor.textEdited.connect(lambda _text: self._keep_typed())
            editor.card_number_refused.connect(self.card_number_refused)
        middle = row(gap=3)
        middle.addLayout(self._list(), 3)
        middle.addWidget(self._card(), 2)
        self.lay_out(middle, self.search_button)

    def _list(self) -> QVBoxLayout:
        listed = column(gap=1)
        listed.addWidget(self.table, 1)
        listed.addWidget(self._count)
        return listed

    def _card(self) -> QFrame:
        inside = column(
            self._name, self._hint, self.address, self.number, gap=2, margins=(4, 3, 4, 3)
        )
        inside.addStretch(1)
        return framed(inside, ground="card")

    @property
    def way(self) -> Way | None:
        """The one chosen."""
        place = self.table.chosen_row
        return self._ways[place] if 0 <= place < len(self._ways) else None

    def start_anew(self) -> None:
        """Another set-up: what was typed before is forgotten."""
        self._typed.clear()
        self._wrong = None
        self._is_searching = self._is_moved = False
        self.fill()

    def begin(self) -> None:
        """With what was typed when one was here before."""
        self.notice.hush()
        self.fill()

    def fill(self) -> None:
        """The ways as they are known now; one stands where one stood."""
        before = self.way
        self._is_filling = True
        self._ways = self._form.ways
        self.retranslate()
        self._is_filling = False
        if self._is_moved and before is not None and before in self._ways:
            self.table.selectRow(self._ways.index(before))
        elif self._ways:
            self.table.selectRow(0)
        self._show_way()

    def wait(self, *, is_waiting: bool) -> None:
        """While it is looked for printers, every way can be taken already."""
        super().wait(is_waiting=False)
        self._is_searching = is_waiting
        self._say_count()

    def take_keys(self) -> None:
        """Into the list."""
        self.table.setFocus()

    def go_on(self) -> None:
        """With the fields as they stand, if they can be so."""
        way = self.way
        if way is None:
            return
        wrong = self._form.take(way, self._typed_now(way))
        self._wrong = (way, wrong) if wrong else None
        self._complain()
        if not wrong:
            self.went_on.emit()
        elif wrong in _NUMBER_FIELDS:
            self._number.setFocus()
        elif way.kind in _ADDRESSED:
            self._address.setFocus()
        else:
            self.notice.tell("caution", self.tr("Not possible"), plan_field_text(wrong))

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.say(
            self.tr("How is it connected?"),
            self.tr(
                "Choose with the arrow keys, then Enter. Nothing is kept before the last step."
            ),
            self.tr("Go on"),
        )
        self.search_button.say(self.tr("Look again"), self.tr("Look for printers again"))
        self.table.setAccessibleName(self.tr("Ways to a printer"))
        self.table.fill(
            (Column(self.tr("Connection")), Column(self.tr("Found"), stretches=True)),
            tuple(self._row(way) for way in self._ways),
        )
        self._say_count()
        self._label_fields(PrinterKind.NETWORK)
        self._show_way()

    def _row(self, way: Way) -> tuple[Cell, Cell]:
        if way.found is None:
            return Cell(way_text(way)), Cell(self._typed_text(way), tone="text_muted")
        if way.is_now:
            said = self.tr("as it is set now: {address}").format(
                address=address_text(way.found.plan)
            )
            return Cell(way_text(way), "tick", "positive"), Cell(said)
        found = " · ".join(part for part in (way.found.label, way.found.detail) if part)
        return Cell(way_text(way), "find"), Cell(found)

    def _typed_text(self, way: Way) -> str:
        match way.kind:
            case PrinterKind.NETWORK:
                return self.tr("type its address")
            case PrinterKind.SERIAL | PrinterKind.FILE:
                return self.tr("type the name of the port")
            case PrinterKind.SYSTEM:
                return self.tr("type its name, or take the default printer")
            case _:
                return self.tr("paper can follow later")

    def _say_count(self) -> None:
        count = len(self._form.found)
        if self._is_searching:
            text = self.tr("Looking for printers …")
        elif count:
            text = self.tr("{count} found by itself. A network printer is not: type its address.")
        else:
            text = self.tr(
                "Nothing was found by itself. Is the printer switched on and plugged in? A network"
                " printer is never found: type its address."
            )
        self._count.setText(text.format(count=count))

    def _choose(self) -> None:
        """Whoever went to a row stays there, whatever is found."""
        self._is_moved = self._is_moved or (not self._is_filling and self.table.chosen_row > 0)
        self._show_way()

    def _show_way(self) -> None:
        way = self.way
        if way is None or self._is_filling:
            return
        typed = self._typed_now(way)
        self._name.setText(way_text(way))
        self._hint.show_text(word(HINTS[way.kind]))
        self.address.setHidden(way.kind not in _ADDRESSED)
        self.number.setHidden(way.kind not in _NUMBERED)
        self._label_fields(way.kind)
        if self._address.text() != typed.address:
            self._address.fill(typed.address)
        if self._number.text() != typed.number:
            self._number.fill(typed.number)
        self._complain()

    def _label_fields(self, kind: PrinterKind) -> None:
        labels = {
            PrinterKind.NETWORK: self.tr("Address"),
            PrinterKind.SYSTEM: self.tr("Printer's name"),
            PrinterKind.WINDOWS: self.tr("Printer's name"),
        }
        self.address.say(labels.get(kind, self.tr("Port's name")))
        is_network = kind is PrinterKind.NETWORK
        self.number.say(self.tr("Port") if is_network else self.tr("Speed (baud)"))

    def _complain(self) -> None:
        wrong = self._wrong[1] if self._wrong and self._wrong[0] == self.way else ""
        is_number = wrong in _NUMBER_FIELDS
        self.address.complain(plan_field_text(wrong) if wrong and not is_number else "")
        self.number.complain(plan_field_text(wrong) if is_number else "")

    def _typed_now(self, way: Way) -> Typed:
        return self._typed.get(way) or self._form.typed_of(way)

    def _keep_typed(self) -> None:
        way = self.way
        if way is not None:
            self._typed[way] = Typed(self._address.text(), self._number.text())
            self._wrong = None
            self._complain()

    def _enter_row(self) -> None:
        """A way that is known goes on; one that must be typed leads to its first field."""
        way = self.way
        is_to_type = way is not None and way.found is None and way.kind in _ADDRESSED
        if is_to_type:
            self._address.setFocus()
        else:
            self.go_on()

    def _enter_address(self) -> None:
        way = self.way
        if way is not None and way.kind in _NUMBERED:
            self._number.setFocus()
        else:
            self.go_on()

    def _search(self) -> None:
        if not self._is_searching:
            self.search_asked.emit()
