"""A list in which rows can be marked with the space bar, to do one thing with all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.widgets.table import RowTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class MarkTable(RowTable):
    """Space marks the row one stands on and goes to the next; Ctrl+A marks all."""

    marked = Signal(int)
    """The row to mark, or to mark no longer."""

    all_marked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Ctrl+A; everything else is the list's."""
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space and self.chosen_row >= 0:
            row = self.chosen_row
            self.marked.emit(row)
            if row + 1 < len(self.rows):
                self.selectRow(row + 1)
        elif event.key() == Qt.Key.Key_A and is_control:
            self.all_marked.emit()
        else:
            super().keyPressEvent(event)
