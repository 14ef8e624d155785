"""What the steps of setting up a printer share: where one is, what to do, a way on, back, and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.sentences import sentence_of
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import column, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QLayout

    from counter_app.domain.errors import Fault, Refusal

STEPS = 5


class PrinterPage(QWidget):
    """Subclasses lay out their middle and say their words; they decide nothing and keep nothing."""

    went_on = Signal()
    went_back = Signal()
    left = Signal()
    """Esc: all stays as it was."""

    card_number_refused = Signal()

    def __init__(self, step_no: int, *, icon_name: str = "tick") -> None:
        super().__init__()
        self._step_no = step_no
        self._title = Label("", as_="title")
        self._where = Label("", as_="muted")
        self._text = Label("", as_="muted", wraps=True)
        self.notice = NoticeBar()
        self.on_button = KeyButton(self.go_on, icon_name=icon_name, kind="primary", hint="Enter")
        self.back_button = KeyButton(self._go_back, key="Alt+B", hint="Alt+B")
        self.leave_button = KeyButton(self.left.emit, key="Escape", hint="Esc", icon_name="close")
        self.is_waiting = False

    def lay_out(self, middle: QLayout | QWidget, *between: QWidget) -> None:
        """Title, sentence, notice, the middle, and the buttons."""
        head = row(gap=3)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._where)
        layout = column(head, self._text, self.notice, gap=2)
        if isinstance(middle, QWidget):
            layout.addWidget(middle, 1)
        else:
            layout.addLayout(middle, 1)
        layout.addLayout(self._buttons(*between))
        self.setLayout(layout)

    def _buttons(self, *between: QWidget) -> QHBoxLayout:
        return row(self.leave_button, self.back_button, 1, *between, self.on_button, gap=2)

    def say(self, title: str, text: str, on: str) -> None:
        """Words of this step, and those that every step has."""
        self._title.setText(title)
        self._text.show_text(text)
        self._where.setText(
            self.tr("Step {step} of {steps}").format(step=self._step_no, steps=STEPS)
        )
        self.on_button.say(on)
        self.back_button.say(self.tr("Back"))
        self.leave_button.say(self.tr("Leave"), self.tr("Leave: everything stays as it was"))

    def begin(self) -> None:
        """One comes to this step."""
        raise NotImplementedError

    def go_on(self) -> None:
        """The large button, or Enter."""
        if not self.is_waiting:
            self.went_on.emit()

    def wait(self, *, is_waiting: bool) -> None:
        """While somebody is asked, nothing is asked twice.

        No button is disabled for it: one that has the keys would hand them on, and a second Enter press what gets them.
        """
        self.is_waiting = is_waiting

    def tell(self, error: Refusal | Fault) -> None:
        """A refusal or fault, above the work; all of it stays."""
        sentence = sentence_of(error)
        self.notice.tell("caution", sentence.title, sentence.text)

    def take_keys(self) -> None:
        """Put the focus where this step begins."""
        self.on_button.setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        raise NotImplementedError

    def _go_back(self) -> None:
        self.went_back.emit()
