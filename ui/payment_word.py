"""A supervisor's word, asked for beside the payment: why it is needed, who gives it, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.domain.errors import RefusalCode
from ui.caveat_sentences import caveat_text
from ui.payment_scroll import TallScroll
from ui.sentences import refusal_text
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, role, row
from ui.widgets.text_field import PinField, TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.caveat import Caveat
    from counter_app.domain.errors import Refusal

SUPERVISOR, PIN, REASON = "supervisor", "pin", "reason"

_FIELD_OF_CODE: Mapping[RefusalCode, str] = {
    RefusalCode.WORD_NOT_FROM_SUPERVISOR: SUPERVISOR,
    RefusalCode.WORD_FROM_ONESELF: SUPERVISOR,
    RefusalCode.CASHIER_UNKNOWN: SUPERVISOR,
    RefusalCode.PIN_WRONG: PIN,
    RefusalCode.PIN_LOCKED: PIN,
    RefusalCode.REASON_MISSING: REASON,
    RefusalCode.REASON_TOO_LONG: REASON,
}


class WordPanel(QFrame):
    """Stands where the tenders stood; what was typed of the payment stays behind it."""

    given = Signal(str, str, str)
    """Supervisor's number, PIN, reason, as typed."""

    left = Signal()
    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self._caveats: tuple[Caveat, ...] = ()
        self._title = Label("", as_="heading", wraps=True)
        self._why = Label("", wraps=True)
        self._hint = Label("", as_="muted", wraps=True)
        self.fields = {
            SUPERVISOR: Field(TextField()),
            PIN: Field(PinField()),
            REASON: Field(TextField()),
        }
        self.give_button = KeyButton(self._give, icon_name="tick", kind="primary", hint="Enter")
        self.back_button = KeyButton(self.left.emit, hint="Esc")
        why = row(IconLabel("caution", "on_caution_soft"), gap=2, margins=(3, 2, 3, 2))
        why.addWidget(self._why, 1)
        body = QWidget()
        who = row(gap=2)
        for name in (SUPERVISOR, PIN):
            who.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        body.setLayout(
            column(
                self._title,
                framed(why, tone="caution"),
                self._hint,
                who,
                self.fields[REASON],
                1,
                gap=2,
                margins=(0, 0, 1, 0),
            )
        )
        layout = column(gap=2, margins=(3, 3, 3, 3))
        layout.addWidget(TallScroll(body), 1)
        layout.addWidget(self.give_button)
        layout.addWidget(self.back_button)
        self.setLayout(layout)
        for field in self.fields.values():
            editor = field.editor
            editor.installEventFilter(self)
            assert isinstance(editor, TextField)
            editor.card_number_refused.connect(self.card_number_refused)

    @property
    def said(self) -> str:
        """Why a word is needed."""
        return self._why.text()

    def ask(self, caveats: tuple[Caveat, ...]) -> None:
        """Ask for a word for these."""
        self._caveats = caveats
        for name in self.fields:
            self._editor(name).fill("")
            self.fields[name].complain("")
        self.wait(is_waiting=False)
        self.retranslate()
        self._editor(SUPERVISOR).setFocus()

    def refuse(self, refusal: Refusal) -> None:
        """Say below its field why it is no word; the PIN is typed anew."""
        self.wait(is_waiting=False)
        self._editor(PIN).fill("")
        name = _FIELD_OF_CODE.get(refusal.code, REASON)
        for each, field in self.fields.items():
            field.complain(refusal_text(refusal) if each == name else "")
        self._editor(name).setFocus()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is given twice."""
        for field in self.fields.values():
            field.editor.setEnabled(not is_waiting)
        self.give_button.setEnabled(not is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("A supervisor's word is needed"))
        self._why.setText("\n".join(caveat_text(caveat) for caveat in self._caveats))
        self._why.setAccessibleName(self._why.text())
        self._hint.setText(
            self.tr("Nothing was taken yet. The supervisor types number, PIN and reason here.")
        )
        self.fields[SUPERVISOR].say(self.tr("Supervisor's number"))
        self.fields[PIN].say(self.tr("Supervisor's PIN"))
        self.fields[REASON].say(self.tr("Reason"))
        self.give_button.say(self.tr("Give the word and take the payment"))
        self.back_button.say(self.tr("Back to the payment"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field, and gives the word from the last."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            names = list(self.fields)
            for place, name in enumerate(names):
                is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
                if watched is self.fields[name].editor and is_enter:
                    if name == REASON:
                        self._give()
                    elif self._editor(name).text().strip():
                        self._editor(names[place + 1]).setFocus()
                    return True
        return False

    def _give(self) -> None:
        empty = [name for name in (SUPERVISOR, PIN) if not self._editor(name).text().strip()]
        if empty:
            self._editor(empty[0]).setFocus()
            return
        self.wait(is_waiting=True)
        texts = [self._editor(name).text() for name in (SUPERVISOR, PIN, REASON)]
        self.given.emit(*texts)

    def _editor(self, name: str) -> TextField:
        editor = self.fields[name].editor
        assert isinstance(editor, TextField)
        return editor
