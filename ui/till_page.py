"""What the pages of the till share: a title, what to do, the large button, and a way back that asks once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.sentences import sentence_of
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import row
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from counter_app.domain.errors import Fault, Refusal
    from ui.widgets.field import Field


class TillPage(QWidget):
    """Subclasses lay out ``title``, ``text``, ``notice`` and ``buttons``; they decide nothing.

    What each page must say for itself raises here: Qt's metaclass leaves no room for an abstract class.
    """

    left = Signal()
    card_number_refused = Signal()

    def __init__(self, icon_name: str, *, done_hint: str = "Enter") -> None:
        super().__init__()
        self.title = Label("", as_="title")
        self.text = Label("", as_="muted", wraps=True)
        self.notice = NoticeBar()
        self.done_button = KeyButton(
            self.finish, icon_name=icon_name, kind="primary", hint=done_hint
        )
        self.back_button = KeyButton(self.leave, key="Escape", hint="Esc", icon_name="close")
        self.is_waiting = False
        self._is_asked_to_leave = False

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed that leaving would lose."""
        raise NotImplementedError

    def finish(self) -> None:
        """The large button, or Enter in the last field."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        raise NotImplementedError

    def buttons(self, *between: QWidget) -> QHBoxLayout:
        """Back on the left, the large button on the right."""
        return row(self.back_button, 1, *between, self.done_button, gap=2)

    def leave(self) -> None:
        """Esc: at once when nothing was typed, else at the second press."""
        if self.is_waiting:
            return
        if self.is_touched and not self._is_asked_to_leave:
            self._is_asked_to_leave = True
            self.notice.tell(
                "caution",
                self.tr("Leave this?"),
                self.tr("Press Esc again: what was typed here is forgotten. Nothing is written."),
            )
            return
        self.left.emit()

    def typed(self) -> None:
        """Something was typed: what was asked or refused before is past."""
        self._is_asked_to_leave = False
        self.notice.hush()

    def begin_anew(self) -> None:
        """A new visit."""
        self._is_asked_to_leave = False
        self.notice.hush()
        self.wait(is_waiting=False)

    def tell(self, error: Refusal | Fault, tone: str = "caution") -> None:
        """A refusal or fault, above what was typed; all of it stays."""
        sentence = sentence_of(error)
        self.notice.tell(tone, sentence.title, sentence.text)

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is done twice.

        No button is disabled for it: one that has the keys would hand them on, and a second Enter press what gets them.
        """
        self.is_waiting = is_waiting


def text_of(field: Field) -> str:
    """What stands in it."""
    editor = field.editor
    assert isinstance(editor, TextField)
    return editor.text()


def empty(field: Field) -> None:
    """Nothing typed, nothing wrong."""
    editor = field.editor
    assert isinstance(editor, TextField)
    editor.fill("")
    field.complain("")


def go_to(field: Field) -> None:
    """Put the cashier there; typing replaces what stands there."""
    editor = field.editor
    assert isinstance(editor, TextField)
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    editor.selectAll()
