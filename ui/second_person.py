"""A second person says yes: number and PIN at the counter, or an answer by telephone; and the reason.

What both panels share, of an act (``approval_panel``) and of a payment (``payment_word``). It shows and tells, and
asks the desk nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.domain.errors import RefusalCode
from ui.payment_scroll import TallScroll
from ui.sentences import refusal_text
from ui.telephone_card import TelephoneCard
from ui.theme import GRID_PX
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, role, row
from ui.widgets.text_field import PinField, TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QHideEvent

    from counter_app.domain.challenge import Challenge
    from counter_app.domain.errors import Refusal

SUPERVISOR, PIN, ANSWER, REASON = "supervisor", "pin", "answer", "reason"

_FIELD_OF_CODE: Mapping[RefusalCode, str] = {
    RefusalCode.WORD_NOT_FROM_SUPERVISOR: SUPERVISOR,
    RefusalCode.WORD_FROM_ONESELF: SUPERVISOR,
    RefusalCode.CASHIER_UNKNOWN: SUPERVISOR,
    RefusalCode.CASHIER_LEFT: SUPERVISOR,
    RefusalCode.NOT_ALLOWED: SUPERVISOR,
    RefusalCode.APPROVAL_NO_KEY: SUPERVISOR,
    RefusalCode.PIN_WRONG: PIN,
    RefusalCode.PIN_LOCKED: PIN,
    RefusalCode.APPROVAL_ANSWER_WRONG: ANSWER,
    RefusalCode.APPROVAL_ANSWER_USED: ANSWER,
    RefusalCode.APPROVAL_ANSWER_LATE: ANSWER,
    RefusalCode.APPROVAL_LOCKED: ANSWER,
    RefusalCode.REASON_MISSING: REASON,
    RefusalCode.REASON_TOO_LONG: REASON,
}
_NEEDS_NEW_CHALLENGE = frozenset(
    {RefusalCode.APPROVAL_ANSWER_USED, RefusalCode.APPROVAL_ANSWER_LATE}
)


class SecondPersonPanel(QFrame):
    """Number, PIN or answer, reason: Enter goes from one to the next, and gives it from the last."""

    given = Signal(str, str, str)
    """Supervisor's number, PIN, reason, as typed."""

    answered = Signal(str, str, str)
    """Supervisor's number, answer, reason, as typed."""

    challenge_asked = Signal()
    """Somebody is called: ``show_challenge`` is waited for."""

    left = Signal()
    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self.is_by_telephone = False
        self._title = Label("", as_="heading", wraps=True)
        self._why = Label("", wraps=True)
        self._amount = Label("", as_="amount")
        self._hint = Label("", as_="muted", wraps=True)
        self.card = TelephoneCard()
        self.fields = {
            SUPERVISOR: Field(TextField()),
            PIN: Field(PinField()),
            ANSWER: Field(TextField()),
            REASON: Field(TextField()),
        }
        self.give_button = KeyButton(self._give, icon_name="tick", kind="primary", hint="Enter")
        self.telephone_button = KeyButton(self._other_way, key="Alt+T")
        self.back_button = KeyButton(self.left.emit, hint="Esc")
        self._build()
        for field in self.fields.values():
            editor = field.editor
            editor.installEventFilter(self)
            assert isinstance(editor, TextField)
            editor.card_number_refused.connect(self.card_number_refused)

    def _build(self) -> None:
        said = column(self._why, self._amount, gap=0)
        why = row(IconLabel("caution", "on_caution_soft"), gap=2, margins=(3, 2, 3, 2))
        why.addLayout(said, 1)
        who = row(gap=2)
        for name in (SUPERVISOR, PIN, ANSWER):
            who.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        body.setLayout(
            column(
                self._title,
                framed(why, tone="caution"),
                self._hint,
                self.card,
                who,
                self.fields[REASON],
                1,
                gap=2,
                margins=(0, 0, 1, 0),
            )
        )
        layout = column(gap=2, margins=(3, 3, 3, 3))
        self._scroll = TallScroll(body)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.give_button)
        layout.addLayout(row(self.telephone_button, self.back_button, gap=2))
        self.setLayout(layout)
        self._show_way()

    @property
    def said(self) -> str:
        """What is to be allowed."""
        return self._why.text()

    @property
    def amount_text(self) -> str:
        """The sum that hangs on it, large; empty for none."""
        return self._amount.text()

    def begin(self) -> None:
        """Ask anew, at the counter."""
        self.is_by_telephone = False
        self.card.show_challenge(None)
        for name in self.fields:
            self._editor(name).fill("")
            self.fields[name].complain("")
        self._show_way()
        self.wait(is_waiting=False)
        self.retranslate()
        self._go(SUPERVISOR)

    def show_challenge(self, challenge: Challenge) -> None:
        """What to read out."""
        self.card.show_challenge(challenge)

    def refuse(self, refusal: Refusal) -> None:
        """Say below its field why it is no yes; PIN and answer are typed anew."""
        self.wait(is_waiting=False)
        for name in (PIN, ANSWER):
            self._editor(name).fill("")
        name = _FIELD_OF_CODE.get(refusal.code, REASON)
        for each, field in self.fields.items():
            field.complain(refusal_text(refusal) if each == name else "")
        self._go(name)
        if refusal.code in _NEEDS_NEW_CHALLENGE:
            self.card.show_challenge(None)
            self.challenge_asked.emit()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is given twice."""
        for field in self.fields.values():
            field.editor.setEnabled(not is_waiting)
        self.give_button.setEnabled(not is_waiting)
        self.telephone_button.setEnabled(not is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.fields[SUPERVISOR].say(self.tr("Supervisor's number"))
        self.fields[PIN].say(self.tr("Supervisor's PIN"))
        self.fields[ANSWER].say(self.tr("Answer heard"))
        self.fields[REASON].say(self.tr("Reason"))
        self.telephone_button.say(
            self.tr("At the counter") if self.is_by_telephone else self.tr("By telephone")
        )
        self.card.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field, and gives the yes from the last."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            names = self._asked_fields()
            for place, name in enumerate(names):
                is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
                if watched is self.fields[name].editor and is_enter:
                    if name == REASON:
                        self._give()
                    elif self._editor(name).text().strip():
                        self._go(names[place + 1])
                    return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves does not leave the PIN behind."""
        super().hideEvent(event)
        self._editor(PIN).fill("")

    def _asked_fields(self) -> tuple[str, str, str]:
        return (SUPERVISOR, ANSWER if self.is_by_telephone else PIN, REASON)

    def _show_way(self) -> None:
        self.fields[PIN].setHidden(self.is_by_telephone)
        self.fields[ANSWER].setHidden(not self.is_by_telephone)
        self.card.setHidden(not self.is_by_telephone)
        self._hint.setHidden(self.is_by_telephone)
        self._amount.setHidden(self.is_by_telephone or not self._amount.text())

    def _other_way(self) -> None:
        self.is_by_telephone = not self.is_by_telephone
        for name in (PIN, ANSWER):
            self._editor(name).fill("")
            self.fields[name].complain("")
        self._show_way()
        self.retranslate()
        if self.is_by_telephone:
            self.card.show_challenge(None)
            self.challenge_asked.emit()
        name = (
            SUPERVISOR if not self._editor(SUPERVISOR).text().strip() else self._asked_fields()[1]
        )
        self._go(name)

    def _give(self) -> None:
        if not self.give_button.isEnabled():
            return
        names = self._asked_fields()
        empty = [name for name in names[:2] if not self._editor(name).text().strip()]
        if empty:
            self._go(empty[0])
            return
        self.wait(is_waiting=True)
        texts = [self._editor(name).text() for name in names]
        (self.answered if self.is_by_telephone else self.given).emit(*texts)

    def _go(self, name: str) -> None:
        """To this field, wholly in sight with what is said below it, once the layout has found its room."""
        field = self.fields[name]
        self._editor(name).setFocus()
        QTimer.singleShot(0, field, lambda: self._scroll.ensureWidgetVisible(field, 0, GRID_PX))

    def _editor(self, name: str) -> TextField:
        editor = self.fields[name].editor
        assert isinstance(editor, TextField)
        return editor
