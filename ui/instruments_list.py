"""The list of cheques, drafts and UPI credits: by state, found by typing, marked to go one step on together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.bank_paper import InstrumentState
from ui.instrument_steps import InstrumentSteps
from ui.instrument_words import (
    EMPTY_WORDS,
    STATE_WORDS,
    age_text,
    bank_text,
    kind_text,
    number_text,
    receipts_text,
    word,
)
from ui.instruments_form import MOST_ROWS, STATES, WAITING, found
from ui.mark_table import MarkTable
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.styling import column, row
from ui.widgets.table import Cell, Column, RowTable
from ui.widgets.text_field import TextField
from ui.words import day_text, rupees

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.instrument import HeldInstrument

_STATES_WIDTH_PX = 188
_FIND_WIDTH_PX = 260
_LAST_STEP_NEEDS_PX = 1120
"""Narrower windows leave out the bank's reference of the last step."""


class InstrumentsList(QWidget):
    """First page of the screen."""

    state_chosen = Signal(object)
    """InstrumentState: the books are to be asked for it."""

    return_asked = Signal(object)
    """HeldInstrument"""

    paper_asked = Signal()
    """The list as shown is to be printed."""

    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = InstrumentState.RECEIVED
        self.shown: tuple[HeldInstrument, ...] = ()
        self._held: tuple[HeldInstrument, ...] = ()
        self._today: date | None = None
        self._marks: set[str] = set()
        self._is_filling = self._are_keys_due = False
        self._title = Label("", as_="title")
        self._text = ElidedLabel("", as_="muted")
        self.finder = TextField()
        self.finder.setFixedWidth(_FIND_WIDTH_PX)
        self.finder.textChanged.connect(lambda _text: self._show())
        self.finder.card_number_refused.connect(self.card_number_refused)
        QShortcut(QKeySequence("F2"), self).activated.connect(self.finder.setFocus)
        self.print_button = KeyButton(self.paper_asked.emit, key="Ctrl+P", icon_name="printer")
        self.states = RowTable()
        self.states.setFixedWidth(_STATES_WIDTH_PX)
        self.table = MarkTable()
        self.steps = InstrumentSteps()
        self.states.chosen.connect(self._choose_state)
        self.states.entered.connect(lambda _row: self.take_keys())
        self.finder.returnPressed.connect(self.take_keys)
        self.table.chosen.connect(lambda _row: self._show_chosen())
        self.table.marked.connect(self._mark)
        self.table.all_marked.connect(self._mark_all)
        self.table.entered.connect(lambda _row: self.steps.reference.setFocus())
        self._empty = EmptyState("bank")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        self.steps.return_asked.connect(lambda: self.return_asked.emit(self.chosen[0]))
        self.steps.card_number_refused.connect(self.card_number_refused)
        head = row(gap=2)
        head.addLayout(column(self._title, self._text, gap=0), 1)
        head.addWidget(self.finder)
        head.addWidget(self.print_button)
        right = column(gap=3)
        right.addWidget(self._pages, 1)
        right.addWidget(self.steps)
        body = row(gap=3)
        body.addWidget(self.states)
        body.addLayout(right, 1)
        layout = column(head, gap=3)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def begin(self, today: date) -> None:
        """A new visit: nothing is marked or typed."""
        self._today = today
        self._marks.clear()
        self.finder.fill("")
        self.steps.begin(today)

    def fill(self, held: tuple[HeldInstrument, ...], today: date) -> None:
        """All that wait, and those of the chosen state; marks stay on what is still there."""
        at = self.chosen_identity
        self._held, self._today = held, today
        self._marks &= {one.identity for one in self._of_state()}
        self._show()
        places = [one.identity for one in self.shown]
        if at in places:
            self.table.selectRow(places.index(at))
        if self._are_keys_due and self.shown and self.states.hasFocus():
            self.take_keys()

    @property
    def chosen_identity(self) -> str:
        """The one the cashier stands on; empty for none."""
        place = self.table.chosen_row
        return self.shown[place].identity if 0 <= place < len(self.shown) else ""

    @property
    def chosen(self) -> tuple[HeldInstrument, ...]:
        """The marked ones; without a mark the one the cashier stands on."""
        marked = tuple(one for one in self._of_state() if one.identity in self._marks)
        return marked or tuple(one for one in self.shown if one.identity == self.chosen_identity)

    def take_keys(self) -> None:
        """The keys go to the list; to the states while it is empty, and on to the list when the books answer."""
        self._are_keys_due = not self.shown
        (self.table if self.shown else self.states).setFocus()

    def forget_marks(self) -> None:
        """What was marked has been done."""
        self._marks.clear()
        self.steps.forget_reference()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.print_button.say(self.tr("Print list"))
        self._title.setText(self.tr("Cheques, drafts and UPI"))
        self.states.setAccessibleName(self.tr("Where they stand"))
        self.table.setAccessibleName(self.tr("Cheques, drafts and UPI"))
        self.finder.setAccessibleName(self.tr("Find number, bank, receipt or account"))
        self.finder.setPlaceholderText(self.tr("F2  number, bank, receipt …"))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide window has room for the last step's reference."""
        super().resizeEvent(event)
        self._show()

    def _of_state(self) -> tuple[HeldInstrument, ...]:
        return tuple(one for one in self._held if one.state is self.state)

    def _choose_state(self, place: int) -> None:
        if not self._is_filling and 0 <= place < len(STATES) and STATES[place] is not self.state:
            self.state = STATES[place]
            self._marks.clear()
            self._are_keys_due = False
            self._show()
            self.table.selectRow(0)
            self.state_chosen.emit(self.state)

    def _mark(self, place: int) -> None:
        self._marks ^= {self.shown[place].identity}
        self._show()

    def _mark_all(self) -> None:
        identities = {one.identity for one in self.shown}
        self._marks = set() if self._marks >= identities else identities
        self._show()

    def _show(self) -> None:
        self._is_filling = True
        self._show_states()
        of_state = self._of_state()
        fitting = found(of_state, self.finder.text())
        self.shown = fitting[:MOST_ROWS]
        self._show_rows()
        if not self.shown and self.table.hasFocus():
            self.states.setFocus()
        self._pages.setCurrentIndex(0 if self.shown else 1)
        is_left_out = len(fitting) > MOST_ROWS
        self._text.setText(
            self.tr("The newest {count} are shown: type to find others.").format(count=MOST_ROWS)
            if is_left_out
            else self.tr("Bank's paper counts only when the bank has paid it.")
        )
        text = word(EMPTY_WORDS[self.state])
        if of_state:
            text = self.tr("Nothing here holds what was typed. Empty the box to see all.")
        self._empty.say(self.tr("Nothing to show"), text)
        self._is_filling = False
        self._show_chosen()

    def _show_states(self) -> None:
        counts = dict.fromkeys(STATES, 0)
        for one in self._held:
            counts[one.state] += 1
        columns = (Column(self.tr("State"), stretches=True), Column("", is_figure=True))
        rows = tuple(
            (
                Cell(word(STATE_WORDS[state]), tone="text" if counts[state] else "text_muted"),
                Cell(
                    str(counts[state]) if state in WAITING or state is self.state else "",
                    tone="text_muted",
                ),
            )
            for state in STATES
        )
        self.states.fill(columns, rows)
        self.states.selectRow(STATES.index(self.state))

    def _show_rows(self) -> None:
        is_wide = self.width() >= _LAST_STEP_NEEDS_PX
        columns = [
            Column(self.tr("Kind")),
            Column(self.tr("Number")),
            Column(self.tr("Bank"), stretches=True),
            Column(self.tr("Amount"), is_figure=True),
            Column(self.tr("Receipts")),
            Column(self.tr("Age")),
        ]
        if is_wide:
            columns.append(Column(self.tr("Last step")))
        rows = tuple(self._row(one, is_wide=is_wide) for one in self.shown)
        self.table.fill(tuple(columns), rows)

    def _row(self, held: HeldInstrument, *, is_wide: bool) -> tuple[Cell, ...]:
        is_marked = held.identity in self._marks
        last = held.steps[-1]
        number = held.slip_no
        slip = self.tr("slip {number}").format(number=number) if number is not None else ""
        parts = (day_text(last.on), last.reference, slip, last.reason)
        said = " · ".join(part for part in parts if part)
        step = (Cell(said, tone="text_muted"),) if is_wide else ()
        return (
            Cell(
                kind_text(held), "tick" if is_marked else "bank", "accent" if is_marked else "text"
            ),
            Cell(number_text(held)),
            Cell(bank_text(held)),
            Cell(rupees(held.face)),
            Cell(receipts_text(held), tone="text_muted"),
            Cell(age_text(held, self._today) if self._today else "", tone="text_muted"),
            *step,
        )

    def _show_chosen(self) -> None:
        if not self._is_filling:
            self.steps.show_chosen(self.state, self.chosen)
