"""One fate in words, what was noted of it, and a supervisor's note: below the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout

from counter_app.domain.errors import RefusalCode
from counter_app.domain.matter import NoteState
from ui.matter_words import STATE_WORDS, code_of, sentences_of, subject_of, title_of, word
from ui.sentences import refusal_text
from ui.theme import GRID_PX
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import ElidedLabel, IconLabel, Label
from ui.widgets.styling import column, role, row
from ui.widgets.text_field import PinField, TextField
from ui.words import moment_text, rupees

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.errors import Refusal
    from counter_app.domain.matter import Matter

SUPERVISOR, PIN, NOTE = "supervisor", "pin", "note"
_ICON_PX = 16
_FIELD_OF_CODE: Mapping[RefusalCode, str] = {
    RefusalCode.WORD_NOT_FROM_SUPERVISOR: SUPERVISOR,
    RefusalCode.PIN_WRONG: PIN,
    RefusalCode.PIN_LOCKED: PIN,
    RefusalCode.REASON_MISSING: NOTE,
    RefusalCode.REASON_TOO_LONG: NOTE,
}


class MatterDetail(QFrame):
    """Three sentences and a line to note on."""

    noted = Signal(object, object, str, str, str)
    """Matter, NoteState, the note, supervisor's number, PIN, as typed."""

    print_asked = Signal(object)
    """Matter: its receipt is wanted again, as a proof."""

    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self.matter: Matter | None = None
        self._title = ElidedLabel("", as_="strong")
        self._names = tuple(Label("", as_="muted") for _ in range(3))
        self.sentences = tuple(Label("", wraps=True) for _ in range(3))
        self._history = ElidedLabel("", as_="muted")
        self.fields = {
            SUPERVISOR: Field(TextField()),
            PIN: Field(PinField()),
            NOTE: Field(TextField()),
        }
        self.done_button = KeyButton(
            lambda: self._note(NoteState.DEALT_WITH),
            hint="Ctrl+Enter",
            icon_name="tick",
            kind="primary",
        )
        self.seen_button = KeyButton(lambda: self._note(NoteState.LOOKED_AT), key="Alt+S")
        self.print_button = KeyButton(self._print, key="Alt+P", icon_name="printer")
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.done_button.click)
        for name, after in ((SUPERVISOR, PIN), (PIN, NOTE)):
            self._editor(name).returnPressed.connect(self._editor(after).setFocus)
        self._editor(NOTE).returnPressed.connect(self.done_button.click)
        for name in self.fields:
            self._editor(name).card_number_refused.connect(self.card_number_refused)
        self._lay_out()

    def _lay_out(self) -> None:
        told = QGridLayout()
        told.setHorizontalSpacing(2 * GRID_PX)
        told.setVerticalSpacing(GRID_PX)
        told.setColumnStretch(2, 1)
        icons = (("info", "text_muted"), ("tick", "positive"), ("caution", "caution"))
        for line, (name, sentence) in enumerate(zip(self._names, self.sentences, strict=True)):
            top = Qt.AlignmentFlag.AlignTop
            told.addWidget(IconLabel(*icons[line], _ICON_PX), line, 0, top)
            told.addWidget(name, line, 1, top)
            told.addWidget(sentence, line, 2)
        fields = row(gap=2)
        for field, share in zip(self.fields.values(), (2, 2, 7), strict=True):
            fields.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        buttons = row(gap=2)
        buttons.addWidget(self._history, 1)
        for button in (self.print_button, self.seen_button, self.done_button):
            buttons.addWidget(button)
        layout = column(self._title, gap=2, margins=(3, 2, 3, 2))
        layout.addLayout(told)
        layout.addLayout(fields)
        layout.addLayout(buttons)
        self.setLayout(layout)

    def begin(self) -> None:
        """A new visit: nothing is typed."""
        for name in self.fields:
            self._editor(name).fill("")
            self.fields[name].complain("")

    def show_matter(self, matter: Matter | None) -> None:
        """Which one it is; without one there is nothing to say."""
        if matter is None or self.matter is None or matter.about != self.matter.about:
            self._editor(NOTE).fill("")
            for field in self.fields.values():
                field.complain("")
        self.matter = matter
        self.retranslate()

    def take_keys(self) -> None:
        """The supervisor is going to type: the first field that is empty."""
        empty = [name for name in self.fields if not self._editor(name).text().strip()]
        self._editor(empty[0] if empty else NOTE).setFocus()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is noted twice."""
        for button in (self.done_button, self.seen_button):
            button.setEnabled(not is_waiting)

    def forget(self) -> None:
        """What was typed has been noted; the PIN is asked for each time."""
        self._editor(NOTE).fill("")
        self._editor(PIN).fill("")

    def refuse(self, refusal: Refusal) -> None:
        """Say below its field why it was not noted; the PIN is typed anew."""
        self._editor(PIN).fill("")
        name = _FIELD_OF_CODE.get(refusal.code, NOTE)
        for each, field in self.fields.items():
            field.complain(refusal_text(refusal) if each == name else "")
        self._editor(name).setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        names = (self.tr("What happened"), self.tr("What is safe"), self.tr("What to do"))
        for label, text in zip(self._names, names, strict=True):
            label.setText(text)
        self.fields[SUPERVISOR].say(self.tr("Supervisor's number"))
        self.fields[PIN].say(self.tr("Supervisor's PIN"))
        self.fields[NOTE].say(self.tr("Note"))
        self.done_button.say(self.tr("Dealt with"))
        self.seen_button.say(self.tr("Looked at"))
        self.print_button.say(self.tr("Print receipt"), self.tr("Print the receipt again"))
        matter = self.matter
        self.setHidden(matter is None)
        if matter is None:
            return
        self.print_button.setHidden(not matter.receipt_no)
        amount = rupees(matter.amount) if matter.amount is not None else ""
        parts = (title_of(code_of(matter)), subject_of(matter), matter.account_no, amount)
        self._title.setText(" · ".join(filter(None, parts)))
        told = sentences_of(matter)
        for label, text in zip(
            self.sentences, (told.happened, told.safe, told.do_next), strict=True
        ):
            label.setText(text)
        self._history.setText(self._noted_text(matter))

    def _noted_text(self, matter: Matter) -> str:
        note = matter.last_note
        if note is None:
            return self.tr("No supervisor has noted anything yet.")
        return self.tr("{state} by {who}, {moment}: {note}").format(
            state=word(STATE_WORDS[note.state]),
            who=note.by,
            moment=moment_text(note.at),
            note=note.text,
        )

    def _note(self, state: NoteState) -> None:
        if self.matter is None:
            return
        empty = [name for name in self.fields if not self._editor(name).text().strip()]
        if empty:
            self._editor(empty[0]).setFocus()
            return
        texts = [self._editor(name).text() for name in (NOTE, SUPERVISOR, PIN)]
        self.noted.emit(self.matter, state, *texts)

    def _print(self) -> None:
        if self.matter is not None and self.matter.receipt_no:
            self.print_asked.emit(self.matter)

    def _editor(self, name: str) -> TextField:
        editor = self.fields[name].editor
        assert isinstance(editor, TextField)
        return editor
