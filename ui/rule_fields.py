"""The fields of one rule: a box to type in, a list to choose from, or a row of notes, as the kind of each asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from counter_app.domain.policy import FieldKind, RuleField
from counter_app.domain.rule_values import LONGEST_TEXT
from ui.rule_field_words import choice_text, choices_of, field_text, problem_text
from ui.rule_form import AUTHORITY, PIN, REASON
from ui.rule_notes import NotesField
from ui.theme import GRID_PX
from ui.widgets.field import Field
from ui.widgets.styling import role
from ui.widgets.text_field import PinField, TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.rule_form import Problem, RuleForm

_WIDE = frozenset({AUTHORITY, REASON})
"""These take two columns."""

_SHORTEST_CHOICE = 6
"""Letters of a list's choice that are always seen."""


class RuleFields(QWidget):
    """Fields in a grid. It shows a form and tells what was typed; it decides nothing."""

    typed = Signal(str, str)
    """Field and its text."""

    left_part = Signal(str)
    """The supervisor is done with a field: now it may complain."""

    passed = Signal(str)
    """Enter in a field."""

    card_number_refused = Signal()

    def __init__(
        self, parts: tuple[str, ...], kinds: Mapping[str, RuleField], *, columns: int = 2
    ) -> None:
        """``kinds`` are the fields of a rule by name; all other parts are text."""
        super().__init__()
        role(self, ground="clear")
        self._kinds = kinds
        self.fields: dict[str, Field | NotesField] = {}
        self._is_filling = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, GRID_PX, 0)
        grid.setHorizontalSpacing(2 * GRID_PX)
        grid.setVerticalSpacing(2 * GRID_PX)
        place = 0
        for part in parts:
            field = self.fields[part] = self._field(part)
            is_wide = part in _WIDE or isinstance(field, NotesField)
            width = 2 if is_wide else 1
            if place % columns + width > columns:
                place += columns - place % columns
            line, at = divmod(place, columns)
            field.setMinimumWidth(1)
            grid.addWidget(field, line, at, 1, width, Qt.AlignmentFlag.AlignTop)
            place += width
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        grid.setRowStretch(-(-place // columns), 1)
        self.retranslate()

    def _field(self, part: str) -> Field | NotesField:
        kind = self._kinds.get(part)
        if kind is not None and kind.kind is FieldKind.PAISE_LIST:
            notes = NotesField()
            notes.changed.connect(lambda text: self._typed(part, text))
            return notes
        if kind is not None and choices_of(kind):
            box = QComboBox()
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(_SHORTEST_CHOICE)
            for choice in choices_of(kind):
                box.addItem(choice, choice)
            box.currentIndexChanged.connect(
                lambda _place: self._typed(part, str(box.currentData() or ""))
            )
            self._watch(box, part)
            return Field(box)
        editor = PinField() if part == PIN else TextField()
        editor.setMaxLength(LONGEST_TEXT)
        editor.textChanged.connect(lambda text: self._typed(part, text))
        editor.editingFinished.connect(lambda: self.left_part.emit(part))
        editor.card_number_refused.connect(self.card_number_refused)
        self._watch(editor, part)
        return Field(editor)

    def _watch(self, editor: QWidget, part: str) -> None:
        editor.setProperty("rule_part", part)
        editor.installEventFilter(self)

    def fill(self, form: RuleForm) -> None:
        """Show what stands in the form."""
        self._is_filling = True
        for part, field in self.fields.items():
            text = form.text(part)
            if isinstance(field, NotesField):
                field.fill(text)
                for button in field.buttons:
                    self._watch(button, part)
            elif isinstance(field.editor, QComboBox):
                field.editor.setCurrentIndex(field.editor.findData(text))
            elif isinstance(field.editor, TextField):
                field.editor.fill(text)
                field.editor.setCursorPosition(0)
        self._is_filling = False

    def clear(self, part: str) -> None:
        """Empty a field that is typed anew."""
        field = self.fields[part]
        if isinstance(field, Field) and isinstance(field.editor, TextField):
            field.editor.fill("")

    def complain(self, problems: Mapping[str, Problem], told: Mapping[str, str]) -> None:
        """What is wrong below each field; ``told`` are sentences of the books."""
        for part, field in self.fields.items():
            field.complain(told.get(part) or problem_text(problems.get(part)))

    def go(self, part: str) -> None:
        """The keys go to this field."""
        self.fields[part].setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._is_filling = True
        for part, field in self.fields.items():
            field.say(field_text(part))
            kind = self._kinds.get(part)
            if (
                kind is not None
                and isinstance(field, Field)
                and isinstance(field.editor, QComboBox)
            ):
                for place in range(field.editor.count()):
                    words = choice_text(kind, str(field.editor.itemData(place)))
                    field.editor.setItemText(place, words)
        self._is_filling = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to the next field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.passed.emit(str(watched.property("rule_part")))
            return True
        return super().eventFilter(watched, event)

    def _typed(self, part: str, text: str) -> None:
        if not self._is_filling:
            self.typed.emit(part, text)
