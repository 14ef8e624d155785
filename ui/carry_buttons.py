"""Carry the outbox on a stick where no line is: write a file for the centre, read the one that comes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.changes import Change
from ui.widgets.buttons import KeyButton
from ui.widgets.styling import row

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.errors import Fault, Refusal
    from counter_app.use_cases.views import CarriedOut
    from ui.screen import Screen

Answer = TypeVar("Answer")


class CarryButtons(QWidget):
    """The two buttons of a screen; what became of it is told in the screen's notice."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.out_button = KeyButton(self._choose_folder, key="Alt+C", icon_name="save")
        self.in_button = KeyButton(self._choose_file, key="Alt+R", icon_name="receipt")
        self.setLayout(row(self.out_button, self.in_button, gap=2))
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.out_button.say(self.tr("Onto a stick"))
        self.in_button.say(self.tr("Read the answer"))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to write the file for the centre"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, self.carry_out)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("The answer of the centre"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Files of the centre (*.kesco)"), self.tr("All files (*)")])
        self._open(dialog, self.carry_in)

    def _open(self, dialog: QFileDialog, chosen: Callable[[str], object]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def carry_out(self, folder: str) -> None:
        """Write the file there, on the sync lane: a stick is slow."""
        carry = self._screen.seat.desk.carry_out
        self._ask(lambda: carry(Path(folder)), self._carried_out)

    def carry_in(self, path: str) -> None:
        """Read what came back."""
        carry = self._screen.seat.desk.carry_in
        self._ask(lambda: carry(Path(path)), self._carried_in)

    def _carried_out(self, out: CarriedOut) -> None:
        self._wait(is_waiting=False)
        text = self.tr(
            "Messages in {file}: {count}. They stay listed here until the centre's answer is read. "
            "Take the file to the head office."
        ).format(count=out.messages, file=out.path)
        if out.left:
            rest = self.tr("Left for another file, after the answer: {count}.")
            text = f"{text} {rest.format(count=out.left)}"
        self._screen.notice.tell("positive", self.tr("Written for the centre"), text)

    def _carried_in(self, closed: int) -> None:
        self._wait(is_waiting=False)
        text = self.tr("Messages acknowledged with the centre's signature: {count}.")
        self._screen.notice.tell("positive", self.tr("Answer read"), text.format(count=closed))
        self._screen.seat.changes.announce(Change.OUTBOX)

    def _not_carried(self, error: Refusal | Fault) -> None:
        self._wait(is_waiting=False)
        self._screen.tell(error)

    def _ask(self, work: Callable[[], Answer], then: Callable[[Answer], None]) -> None:
        self._wait(is_waiting=True)
        self._screen.notice.hush()
        self._screen.ask(self._screen.seat.lanes.sync, work, then, self._not_carried)

    def _wait(self, *, is_waiting: bool) -> None:
        for button in (self.out_button, self.in_button):
            button.setEnabled(not is_waiting)
