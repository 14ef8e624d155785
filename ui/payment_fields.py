"""What the panels of a payment share: fields that tell what was typed and show what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame

from ui.sentences import refusal_text
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.errors import Refusal
    from ui.payment_form import PaymentForm
    from ui.payment_parts import Part
    from ui.widgets.field import Field


class PartPanel(QFrame):
    """A panel of fields. It shows a form and tells what was typed; it decides nothing."""

    typed = Signal(object, str)
    """Part and its text."""

    left_part = Signal(object)
    """The cashier is done with a part: now it may complain."""

    entered = Signal(object)
    """Enter was pressed in a part."""

    card_number_refused = Signal()

    def __init__(self, fields: Mapping[Part, Field]) -> None:
        super().__init__()
        self.fields = dict(fields)
        self._is_filling = False
        for part, field in self.fields.items():
            editor = field.editor
            editor.installEventFilter(self)
            if isinstance(editor, TextField):
                editor.textChanged.connect(lambda _text, part=part: self._typed(part))
                editor.editingFinished.connect(lambda part=part: self.left_part.emit(part))
                editor.card_number_refused.connect(self.card_number_refused)
            elif isinstance(editor, QComboBox):
                editor.currentIndexChanged.connect(lambda _at, part=part: self._typed(part))

    def fill(self, form: PaymentForm) -> None:
        """Put what was typed into every field."""
        self._is_filling = True
        for part, field in self.fields.items():
            editor, text = field.editor, form.text(part)
            if isinstance(editor, TextField) and editor.text() != text:
                editor.fill(text)
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(editor.findData(text))
        self._is_filling = False

    def offer(self, part: Part, choices: Mapping[str, str]) -> None:
        """What can be chosen in a list: value to its words; the choice stays."""
        editor = self.fields[part].editor
        assert isinstance(editor, QComboBox), "only lists offer something"
        now = {editor.itemData(at): editor.itemText(at) for at in range(editor.count())}
        if now == dict(choices):
            return
        self._is_filling = True
        chosen = editor.currentData()
        editor.clear()
        for value, words in choices.items():
            editor.addItem(words, value)
        editor.setCurrentIndex(editor.findData(chosen))
        self._is_filling = False

    def show_problems(self, problems: Mapping[Part, Refusal]) -> None:
        """Say below each field what is wrong with it, and take back what is mended."""
        for part, field in self.fields.items():
            refusal = problems.get(part)
            field.complain(refusal_text(refusal) if refusal else "")

    def focus(self, part: Part) -> None:
        """Put the cashier into this field; typing replaces what stands there, even if the cashier was in it."""
        editor = self.fields[part].editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, TextField):
            editor.selectAll()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books write, nothing changes under them."""
        for field in self.fields.values():
            field.editor.setEnabled(not is_waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field; the screen knows which."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            for part, field in self.fields.items():
                if watched is field.editor and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self.left_part.emit(part)
                    self.entered.emit(part)
                    return True
        return False

    def _typed(self, part: Part) -> None:
        if self._is_filling:
            return
        editor = self.fields[part].editor
        text = editor.currentData() if isinstance(editor, QComboBox) else editor.text()
        self.typed.emit(part, text or "")
