"""The only text field of this program: it never holds a card number (domain, section 5)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

MOST_CHARACTERS = 120
"""Of one line; no field of the trade is longer."""


def _holds_card_number(text: str) -> bool:
    from counter_app.domain.card_guard import (  # noqa: PLC0415 - with the first key, not before the first window
        holds_card_number,
    )

    return holds_card_number(text)


class _NoCardNumber(QValidator):
    """Refuses the key or paste that would complete a card number."""

    seen = Signal()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Qt asks this before any change of the field."""
        if _holds_card_number(text):
            self.seen.emit()
            return QValidator.State.Invalid, text, position
        return QValidator.State.Acceptable, text, position


class TextField(QLineEdit):
    """A line of text. What looks like a card number is not let in, and what led up to it is wiped."""

    card_number_refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MOST_CHARACTERS)
        guard = _NoCardNumber(self)
        guard.seen.connect(self._wipe, Qt.ConnectionType.QueuedConnection)
        self.setValidator(guard)

    def fill(self, text: str) -> None:
        """Set the text from the program; a card number leaves the field empty."""
        self.setText("" if _holds_card_number(text) else text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what stands there, as cashiers expect."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _wipe(self) -> None:
        self.setText("")
        self.card_number_refused.emit()


class MoneyField(TextField):
    """A sum as typed; the form that reads it says what is wrong with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setProperty("scale", "money")
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)


class PinField(TextField):
    """A PIN: shown as dots, not remembered by the input method."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
