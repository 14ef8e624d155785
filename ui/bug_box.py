"""What a cashier sees of a bug: that it is ours, that the books are safe, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def bug_box(window: QWidget) -> QMessageBox:
    """The only dialog of this program; the window closes behind it."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(QCoreApplication.translate("Bug", "KESCO Counter"))
    box.setText(QCoreApplication.translate("Bug", "The program made a mistake and must stop"))
    box.setInformativeText(
        QCoreApplication.translate(
            "Bug",
            "Every payment that was taken is safe in the books. Start the counter again and look at "
            "Receipts before you take the last payment anew. If it happens again, call the technician.",
        )
    )
    return box
