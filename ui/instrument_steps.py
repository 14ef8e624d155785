"""The next step of the marked cheques or credits: its day, the bank's reference, and a key for each step there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.money import Money
from ui.instrument_words import STEP_WORDS, day_problem_text, word
from ui.instruments_form import can_be_returned, day_problem, next_steps
from ui.rule_form import day_typed
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, role, row
from ui.widgets.text_field import TextField
from ui.words import rupees

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.instrument import HeldInstrument


class InstrumentSteps(QFrame):
    """A card below the list."""

    stepped = Signal(object, str, str)
    """InstrumentState, the day as typed, the bank's reference."""

    return_asked = Signal()
    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self._state = InstrumentState.RECEIVED
        self._chosen: tuple[HeldInstrument, ...] = ()
        self._today: date | None = None
        self._day, self._reference = TextField(), TextField()
        self.day = Field(self._day)
        self.reference = Field(self._reference)
        self._summary = Label("", as_="strong")
        self._hint = Label("", as_="muted")
        self.first_button = KeyButton(
            lambda: self._step(0), hint="Ctrl+Enter", icon_name="tick", kind="primary"
        )
        self.second_button = KeyButton(lambda: self._step(1), key="Alt+U", icon_name="stop")
        self.return_button = KeyButton(self.return_asked.emit, key="Alt+R", icon_name="close")
        self._usual = {
            self.first_button: InstrumentState.LISTED,
            self.second_button: InstrumentState.UNMATCHED,
        }
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.first_button.click)
        for editor in (self._day, self._reference):
            editor.card_number_refused.connect(self.card_number_refused)
        self._day.textChanged.connect(lambda _text: self.day.complain(""))
        self._day.returnPressed.connect(self._reference.setFocus)
        self._reference.returnPressed.connect(self.first_button.click)
        fields = row(gap=2)
        fields.addWidget(self.day, 2)
        fields.addWidget(self.reference, 5)
        buttons = row(gap=2)
        buttons.addLayout(column(self._summary, self._hint, gap=0), 1)
        for button in (self.return_button, self.second_button, self.first_button):
            buttons.addWidget(button)
        self.setLayout(column(fields, buttons, gap=2, margins=(3, 2, 3, 2)))

    def begin(self, today: date) -> None:
        """A new visit: steps are of today, and nothing is typed."""
        self._today = today
        self._day.fill(day_typed(today))
        self._reference.fill("")

    def forget_reference(self) -> None:
        """What was typed has been used."""
        self._reference.fill("")

    def show_chosen(self, state: InstrumentState, chosen: tuple[HeldInstrument, ...]) -> None:
        """Which ones a step would be of; none for an empty list."""
        self._state, self._chosen = state, chosen
        self.retranslate()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is marked twice."""
        for button in (self.first_button, self.second_button, self.return_button):
            button.setEnabled(not is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.day.say(self.tr("On which day"))
        self.reference.say(self.tr("Bank's reference (slip, UTR)"))
        steps = next_steps(self._state)
        for place, (button, usual) in enumerate(self._usual.items()):
            button.setHidden(len(steps) <= place or not self._chosen)
            button.say(word(STEP_WORDS[steps[place] if len(steps) > place else usual]))
        self.return_button.say(self.tr("Given back"), self.tr("The bank gave it back"))
        is_returnable = can_be_returned(self._state) and len(self._chosen) == 1
        self.return_button.setHidden(not is_returnable)
        total = Money.total(one.face for one in self._chosen)
        self._summary.setText(
            self.tr("{count} chosen, {total}").format(count=len(self._chosen), total=rupees(total))
        )
        self._hint.setText(self.tr("Space marks, Ctrl+A marks all"))
        self.setHidden(not self._chosen or not (steps or can_be_returned(self._state)))

    def _step(self, place: int) -> None:
        steps = next_steps(self._state)
        if self._today is None or not self._chosen or len(steps) <= place:
            return
        problem = day_problem(self._day.text(), self._chosen, self._today)
        self.day.complain(day_problem_text(problem))
        if problem is not None:
            self._day.setFocus()
            return
        self.stepped.emit(steps[place], self._day.text(), self._reference.text())
