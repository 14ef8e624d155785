"""A field with its label above and what is wrong with it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.labels import Label
from ui.widgets.styling import column, role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QLineEdit


class Field(QWidget):
    """Label, editor, problem. The problem takes no room while there is none."""

    def __init__(self, editor: QLineEdit | QComboBox) -> None:
        super().__init__()
        self.editor = editor
        self._label = Label("", as_="label")
        self._label.setBuddy(editor)
        self._problem = Label("", as_="problem", wraps=True)
        self._problem.setVisible(False)
        self.setLayout(column(self._label, editor, self._problem, gap=0))
        self.setFocusProxy(editor)

    @property
    def problem(self) -> str:
        """What is said to be wrong; empty for nothing."""
        return self._problem.text()

    def say(self, label: str) -> None:
        """Set the label, which is also what a screen reader says."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def complain(self, problem: str) -> None:
        """Show what is wrong; an empty text takes it back."""
        self._problem.show_text(problem)
        self.editor.setAccessibleDescription(problem)
        role(self.editor, wrong="true" if problem else "false")
