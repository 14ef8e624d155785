"""Open the drawer without a payment: why is noted first, then it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from counter_app.domain.cash_move import OpeningWhy
from counter_app.domain.errors import Refusal, RefusalCode
from ui.sentences import refusal_text
from ui.till_page import TillPage, empty, go_to
from ui.till_words import OPENING_WORDS, word
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from counter_app.domain.errors import Fault

_OF_REASON = frozenset({RefusalCode.REASON_MISSING, RefusalCode.REASON_TOO_LONG})


class OpeningPage(TillPage):
    """Why, and a few words where they are needed."""

    ordered = Signal(object, str)
    """OpeningWhy, reason."""

    def __init__(self) -> None:
        super().__init__("outbox")
        self.ways: ChoiceRow[OpeningWhy] = ChoiceRow(OpeningWhy)
        self._why = Label("", as_="label")
        self._why_problem = Label("", as_="problem")
        self._reason = TextField()
        self.reason = Field(self._reason)
        card = framed(
            column(
                column(self._why, self.ways, self._why_problem, gap=1),
                self.reason,
                gap=4,
                margins=(4, 4, 4, 4),
            ),
            ground="card",
        )
        self.setLayout(column(self.title, self.text, self.notice, card, self.buttons(), 1, gap=3))
        self._why_problem.setHidden(True)
        self.ways.chosen.connect(self._chosen)
        self._reason.returnPressed.connect(self.finish)
        self._reason.textEdited.connect(lambda _text: self._typed())
        self._reason.card_number_refused.connect(self.card_number_refused)
        self.retranslate()

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed."""
        return bool(self._reason.text())

    def begin(self) -> None:
        """A new opening."""
        self.ways.choose(None)
        self._why_problem.show_text("")
        empty(self.reason)
        self.begin_anew()
        next(iter(self.ways.buttons.values())).setFocus()

    def finish(self) -> None:
        """Note it, if it was said why."""
        if self.is_waiting:
            return
        why = self.ways.value
        if why is None:
            self._why_problem.show_text(self.tr("Choose one."))
            next(iter(self.ways.buttons.values())).setFocus()
            return
        self.notice.hush()
        self.wait(is_waiting=True)
        self.ordered.emit(why, self._reason.text())

    def refuse(self, error: Refusal | Fault) -> None:
        """Say why it is not opened."""
        self.wait(is_waiting=False)
        if isinstance(error, Refusal) and error.code in _OF_REASON:
            self.reason.complain(refusal_text(error))
        else:
            self.tell(error)
        go_to(self.reason)

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, it is not noted twice."""
        super().wait(is_waiting=is_waiting)
        self._reason.setReadOnly(is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Open the drawer without a payment"))
        self.title.setText(self.tr("Open the drawer without a payment"))
        self.text.setText(
            self.tr("It is noted with your number and the time, and told to the centre.")
        )
        self._why.setText(self.tr("Why"))
        self.ways.setAccessibleName(self.tr("Why"))
        self.ways.say({why: word(OPENING_WORDS[why]) for why in OpeningWhy})
        self.reason.say(self.tr("In a few words (needed for another reason)"))
        self.done_button.say(self.tr("Note it and open"))
        self.back_button.say(self.tr("Back"))

    def _chosen(self) -> None:
        self._why_problem.show_text("")
        self.typed()
        go_to(self.reason)

    def _typed(self) -> None:
        self.reason.complain("")
        self.typed()
