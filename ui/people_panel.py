"""A few fields about a person, each Enter going on to the next; the last one gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.domain.errors import RefusalCode
from ui.sentences import refusal_text
from ui.theme import GRID_PX
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.text_field import PinField, TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.errors import Refusal

NUMBER, NAME_EN, NAME_HI, LAST_DAY = "number", "name_en", "name_hi", "last_day"
NEW_PIN, AGAIN, OWN_PIN, REASON = "new_pin", "again", "own_pin", "reason"
PINS = frozenset({NEW_PIN, AGAIN, OWN_PIN})

_FIELD_OF_CODE: Mapping[RefusalCode, str] = {
    RefusalCode.CASHIER_ID_WRONG: NUMBER,
    RefusalCode.CASHIER_ID_TAKEN: NUMBER,
    RefusalCode.NAME_MISSING: NAME_EN,
    RefusalCode.NAME_TOO_LONG: NAME_EN,
    RefusalCode.VALID_TO_WRONG: LAST_DAY,
    RefusalCode.PIN_TOO_SHORT: NEW_PIN,
    RefusalCode.PIN_TOO_LONG: NEW_PIN,
    RefusalCode.PIN_TOO_EASY: NEW_PIN,
    RefusalCode.PIN_IS_THE_OLD: NEW_PIN,
    RefusalCode.PIN_NOT_REPEATED: AGAIN,
    RefusalCode.PIN_WRONG: OWN_PIN,
    RefusalCode.PIN_LOCKED: OWN_PIN,
    RefusalCode.REASON_MISSING: REASON,
    RefusalCode.REASON_TOO_LONG: REASON,
}
COLUMNS = 2


class PeoplePanel(QWidget):
    """Shows fields and tells what was typed; it decides nothing."""

    given = Signal(object)
    """What was typed, by field."""

    left = Signal()
    card_number_refused = Signal()

    def __init__(self, *parts: str) -> None:
        super().__init__()
        self.fields = {part: Field(PinField() if part in PINS else TextField()) for part in parts}
        self._title = Label("", as_="title", wraps=True)
        self._text = Label("", as_="muted", wraps=True)
        self.give_button = KeyButton(self._give, icon_name="tick", kind="primary", hint="Enter")
        self.back_button = KeyButton(self.left.emit, hint="Esc", icon_name="close")
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.back_button.click)
        self._parts = parts
        self._refusal: Refusal | None = None
        for place, part in enumerate(parts):
            editor = self._editor(part)
            following = parts[place + 1] if place + 1 < len(parts) else ""
            editor.returnPressed.connect(
                self._editor(following).setFocus if following else self._give
            )
            editor.card_number_refused.connect(self.card_number_refused)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * GRID_PX)
        grid.setVerticalSpacing(2 * GRID_PX)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // COLUMNS, place % COLUMNS, Qt.AlignmentFlag.AlignTop)
        for place in range(COLUMNS):
            grid.setColumnStretch(place, 1)
        inside = column(self._title, self._text, gap=2, margins=(5, 4, 5, 4))
        inside.addLayout(grid)
        inside.addLayout(row(1, self.back_button, self.give_button))
        layout = column(framed(inside, ground="card"), gap=0)
        layout.addStretch(1)
        self.setLayout(layout)

    def begin(self, **texts: str) -> None:
        """Fields as said, the others empty; the first empty one has the focus."""
        self._refusal = None
        for part, field in self.fields.items():
            self._editor(part).fill(texts.get(part, ""))
            field.complain("")
        self.wait(is_waiting=False)
        self._focus_first_empty()

    def say(self, title: str, text: str, give: str, back: str, **labels: str) -> None:
        """Set the words: title, sentence, both buttons, and the label of each field."""
        self._title.setText(title)
        self._text.show_text(text)
        self.give_button.say(give)
        self.back_button.say(back)
        if self._refusal is not None:
            self._complain_of(self._refusal)
        for part, field in self.fields.items():
            field.say(labels[part])

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is given twice."""
        self.give_button.setEnabled(not is_waiting)

    def refuse(self, refusal: Refusal) -> bool:
        """Say beside its field what is wrong, and wipe the PINs that have to be typed anew; False for no such field."""
        self.wait(is_waiting=False)
        part = self._part_of(refusal)
        if part not in self.fields:
            return False
        if part == AGAIN:
            self._editor(NEW_PIN).fill("")
            self._editor(AGAIN).fill("")
            self._editor(NEW_PIN).setFocus()
        elif part == OWN_PIN:
            self._editor(part).fill("")
        self._refusal = refusal
        self._complain_of(refusal)
        if part != AGAIN:
            self._editor(part).setFocus()
        return True

    def complain(self, part: str, problem: str) -> None:
        """Say what is wrong with one field before anybody is asked."""
        for name, field in self.fields.items():
            field.complain(problem if name == part else "")
        self._editor(part).setFocus()

    def _part_of(self, refusal: Refusal) -> str:
        part = _FIELD_OF_CODE.get(refusal.code, "")
        is_name = refusal.code is RefusalCode.NAME_TOO_LONG
        if is_name and len(self._editor(NAME_HI).text()) > len(self._editor(NAME_EN).text()):
            return NAME_HI
        return part

    def _complain_of(self, refusal: Refusal) -> None:
        for name, field in self.fields.items():
            field.complain(refusal_text(refusal) if name == self._part_of(refusal) else "")

    def _editor(self, part: str) -> TextField:
        editor = self.fields[part].editor
        assert isinstance(editor, TextField)
        return editor

    def _focus_first_empty(self) -> None:
        for part in self._parts:
            if not self._editor(part).text():
                self._editor(part).setFocus()
                return

    def _give(self) -> None:
        if self.give_button.isEnabled():
            self.given.emit({part: self._editor(part).text() for part in self._parts})
