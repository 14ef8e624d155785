"""The people of this counter in a list, and what can be done with the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.use_cases.people_views import PersonState
from ui.language import in_language
from ui.people_words import role_text, state_cell, until_text
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.styling import column, row
from ui.widgets.table import Cell, Column, RowTable

if TYPE_CHECKING:
    from counter_app.use_cases.people_views import PersonSeen


class PeopleList(QWidget):
    """Shows, and tells what is asked for."""

    new_asked = Signal()
    end_asked = Signal(object)
    """PersonSeen"""

    unlock_asked = Signal(object)
    """PersonSeen"""

    own_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[PersonSeen, ...] = ()
        self._title = Label("", as_="title")
        self._count = Label("", as_="muted")
        self.table = RowTable()
        self.new_button = KeyButton(
            self.new_asked.emit, key="Ctrl+N", icon_name="consumer", kind="primary"
        )
        self.end_button = KeyButton(self._end, key="Ctrl+E", icon_name="stop")
        self.unlock_button = KeyButton(self._unlock, key="Alt+U", icon_name="tick")
        self.own_button = KeyButton(self.own_asked.emit, key="Alt+M", icon_name="rules")
        self.table.chosen.connect(lambda _: self._offer())
        head = row(self._title, self._count, 1, self.own_button)
        acts = row(self.unlock_button, self.end_button, 1, self.new_button)
        layout = column(head, gap=3)
        layout.addWidget(self.table, 1)
        layout.addLayout(acts)
        self.setLayout(layout)
        self._offer()

    @property
    def chosen(self) -> PersonSeen | None:
        """The person one stands on."""
        place = self.table.currentIndex().row()
        return self.people[place] if 0 <= place < len(self.people) else None

    def fill(self, people: tuple[PersonSeen, ...]) -> None:
        """Show these; one stands where one stood."""
        before = self.chosen.cashier_id if self.chosen else None
        self.people = people
        self.table.fill(
            (
                Column(self.tr("Number")),
                Column(self.tr("Name"), stretches=True),
                Column(self.tr("Role")),
                Column(self.tr("Until")),
                Column(self.tr("Sign-in")),
            ),
            tuple(
                (
                    Cell(one.cashier_id),
                    Cell(in_language(one.name_en, one.name_hi)),
                    Cell(role_text(one)),
                    Cell(until_text(one)),
                    state_cell(one),
                )
                for one in people
            ),
        )
        numbers = [one.cashier_id for one in people]
        self.table.selectRow(numbers.index(before) if before and before in numbers else 0)
        locked = sum(one.state is PersonState.LOCKED for one in people)
        self._count.setText(
            self.tr("{count} people, {locked} locked").format(count=len(people), locked=locked)
        )
        self._offer()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("People of this counter"))
        self.table.setAccessibleName(self.tr("People of this counter"))
        self.new_button.say(self.tr("New temporary cashier"))
        self.end_button.say(self.tr("End"), self.tr("End a temporary cashier"))
        self.unlock_button.say(self.tr("Unlock"), self.tr("Unlock who typed wrong PINs"))
        self.own_button.say(self.tr("My PIN"))
        self.fill(self.people)

    def _offer(self) -> None:
        one = self.chosen
        is_ended = one is not None and one.state in (PersonState.ENDED, PersonState.EXPIRED)
        self.end_button.setEnabled(
            one is not None and one.is_local and one.state is not PersonState.ENDED
        )
        self.unlock_button.setEnabled(one is not None and one.wrong_pins > 0 and not is_ended)

    def _end(self) -> None:
        if self.chosen is not None:
            self.end_asked.emit(self.chosen)

    def _unlock(self) -> None:
        if self.chosen is not None:
            self.unlock_asked.emit(self.chosen)
