"""Enrolment with files: read the invitation, take the request to the head office, read the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.buttons import KeyButton
from ui.widgets.styling import column

if TYPE_CHECKING:
    from collections.abc import Callable


class EnrolmentFiles(QWidget):
    """The two steps; which file was chosen is told as its path. ``is_ready`` is asked before a file is chosen."""

    invitation_chosen = Signal(str)
    answer_chosen = Signal(str)

    def __init__(self, is_ready: Callable[[], bool]) -> None:
        super().__init__()
        self._is_ready = is_ready
        self.invitation_button = KeyButton(
            self._choose_invitation, key="Alt+I", icon_name="receipt"
        )
        self.answer_button = KeyButton(self._choose_answer, key="Alt+A", icon_name="server")
        self.setLayout(column(self.invitation_button, self.answer_button, gap=2))

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.invitation_button.say(self.tr("1. Read the invitation"))
        self.answer_button.say(self.tr("2. Read the answer"))

    def wait(self, is_waiting: bool) -> None:
        """No second question while one is asked."""
        for button in (self.invitation_button, self.answer_button):
            button.setEnabled(not is_waiting)

    def _choose_invitation(self) -> None:
        self._choose(self.tr("The invitation from the head office"), self.invitation_chosen.emit)

    def _choose_answer(self) -> None:
        self._choose(self.tr("The answer from the head office"), self.answer_chosen.emit)

    def _choose(self, title: str, chosen: Callable[[str], object]) -> None:
        if not self._is_ready():
            return
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Files of the centre (*.kesco)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()
