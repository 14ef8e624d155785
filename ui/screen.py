"""What all screens share: words that follow the language, and questions to the desk that never block."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.errors import Fault, Refusal
from ui.sentences import sentence_of
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import role

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.lanes import Lane
    from ui.seat import Seat

Answer = TypeVar("Answer")


class Screen(QWidget):
    """One place of the window. Subclasses build widgets once and put all words in ``retranslate``."""

    def __init__(self, seat: Seat, *, is_narrow: bool = False) -> None:
        super().__init__()
        role(self, ground="canvas")
        self.seat = seat
        self.notice = NoticeBar(is_narrow=is_narrow)

    def enter(self) -> None:
        """The cashier comes here: show what is true now and put the focus where typing belongs."""

    def retranslate(self) -> None:
        """Put every word in the language spoken."""

    def ask(
        self,
        lane: Lane,
        work: Callable[[], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Refusal | Fault], None] | None = None,
    ) -> None:
        """Call the desk on a lane. A refusal or fault is told in the notice bar; a bug is raised."""

        def sort_out(error: Exception) -> None:
            if not isinstance(error, Refusal | Fault):
                raise error
            (failed or self.tell)(error)

        lane.run(self, work, then=then, failed=sort_out)

    def tell(self, error: Refusal | Fault) -> None:
        """Show a refusal or fault beside the work; what was typed stays."""
        sentence = sentence_of(error)
        tone = "caution" if isinstance(error, Refusal) else "negative"
        self.notice.tell(tone, sentence.title, sentence.text)

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
