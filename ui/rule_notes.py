"""Notes and coins to choose from: typed in a row, their sums would look like a card number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.domain.errors import Refusal
from counter_app.domain.money import Money, money_typed
from counter_app.domain.rule_questions import NOTES_PAISE
from counter_app.domain.rule_values import BETWEEN_SUMS
from ui.rule_texts import note_text
from ui.theme import GRID_PX
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.styling import column

_COLUMNS = 3


class NotesField(QWidget):
    """A label, a button for each note and coin, and what is wrong with the choice below."""

    changed = Signal(str)
    """The sums accepted, as they are typed."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", as_="label")
        self._problem = Label("", as_="problem", wraps=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(GRID_PX)
        self._notes: dict[Money, KeyButton] = {}
        for paise in NOTES_PAISE:
            self._add(Money(paise))
        self.setLayout(column(self._label, self._grid, self._problem, gap=1))
        self._problem.setHidden(True)
        self.setFocusProxy(self.buttons[0])

    @property
    def buttons(self) -> tuple[KeyButton, ...]:
        """One a note."""
        return tuple(self._notes.values())

    @property
    def problem(self) -> str:
        """What is said to be wrong; empty for nothing."""
        return self._problem.text()

    @property
    def text(self) -> str:
        """The sums accepted, as they are typed."""
        return BETWEEN_SUMS.join(
            str(note) for note, button in self._notes.items() if button.isChecked()
        )

    def fill(self, text: str) -> None:
        """Choose the notes of this text; what is no sum is left out, another note gets its button."""
        chosen = set()
        for part in text.split(BETWEEN_SUMS):
            try:
                chosen.add(money_typed(part))
            except Refusal:
                continue
        for note in sorted(chosen - set(self._notes), reverse=True):
            self._add(note)
        for note, button in self._notes.items():
            button.setChecked(note in chosen)

    def say(self, label: str) -> None:
        """Set the label; each button says what it is worth."""
        self._label.setText(label)
        for note, button in self._notes.items():
            words = note_text(note)
            name = QCoreApplication.translate("RuleFields", "{note} is accepted").format(note=words)
            button.say(words, name)

    def complain(self, problem: str) -> None:
        """Show what is wrong; an empty text takes it back."""
        self._problem.show_text(problem)
        for button in self.buttons:
            button.setAccessibleDescription(problem)

    def _add(self, note: Money) -> None:
        button = KeyButton(lambda: self.changed.emit(self.text), kind="tender")
        button.setCheckable(True)
        button.toggled.connect(
            lambda is_chosen, button=button: button.show_icon("tick" if is_chosen else "close")
        )
        button.show_icon("close")
        line, at = divmod(len(self._notes), _COLUMNS)
        self._grid.addWidget(button, line, at)
        self._notes[note] = button
