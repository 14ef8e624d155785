"""Cash in or out beside payments and drops: why, how much, the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.errors import RefusalCode
from ui.sentences import refusal_text
from ui.till_forms import WAYS_IN, WAYS_OUT, MoveForm
from ui.till_page import TillPage, empty, go_to
from ui.till_words import WHY_WORDS, word
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.text_field import MoneyField, TextField

if TYPE_CHECKING:
    from counter_app.domain.errors import Fault, Refusal

_OF_AMOUNT = frozenset({RefusalCode.ABOVE_DRAWER, RefusalCode.AMOUNT_ZERO})


class MovePage(TillPage):
    """Three fields. Whether a second person is needed, the books say."""

    ordered = Signal(object, object, str)
    """MoveWhy, Money, reason."""

    def __init__(self) -> None:
        super().__init__("cash")
        self._is_in = True
        self.ways: ChoiceRow[MoveWhy] = ChoiceRow(WAYS_IN)
        self._why = Label("", as_="label")
        self._why_problem = Label("", as_="problem")
        self._amount, self._reason = MoneyField(), TextField()
        self.amount, self.reason = Field(self._amount), Field(self._reason)
        fields = row(gap=3)
        fields.addWidget(self.amount, 1, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.reason, 2, Qt.AlignmentFlag.AlignTop)
        card = framed(
            column(
                column(self._why, self.ways, self._why_problem, gap=1),
                fields,
                gap=4,
                margins=(4, 4, 4, 4),
            ),
            ground="card",
        )
        self.setLayout(column(self.title, self.text, self.notice, card, self.buttons(), 1, gap=3))
        self._why_problem.setHidden(True)
        self.ways.chosen.connect(self._chosen)
        self._amount.returnPressed.connect(lambda: go_to(self.reason))
        self._reason.returnPressed.connect(self.finish)
        for editor, field in ((self._amount, self.amount), (self._reason, self.reason)):
            editor.textEdited.connect(lambda _text, field=field: self._typed(field))
            editor.card_number_refused.connect(self.card_number_refused)
        self.retranslate()

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed."""
        return bool(self._amount.text() or self._reason.text())

    def begin(self, *, is_in: bool) -> None:
        """New cash in, or out."""
        self._is_in = is_in
        self.ways.offer(WAYS_IN if is_in else WAYS_OUT)
        self.ways.choose(None)
        self._why_problem.show_text("")
        empty(self.amount)
        empty(self.reason)
        self.begin_anew()
        self.retranslate()
        next(iter(self.ways.buttons.values())).setFocus()

    def take_keys(self) -> None:
        """Back where the cashier was: at the reason."""
        go_to(self.reason)

    def finish(self) -> None:
        """Ask for it, if nothing is missing; else tell all that is and go to the first."""
        if self.is_waiting:
            return
        why = self.ways.value
        form = MoveForm(why or MoveWhy.OTHER_IN, self._amount.text(), self._reason.text())
        self._why_problem.show_text("" if why else self.tr("Choose one."))
        wrong = [
            field
            for field, problem in (
                (self.amount, form.amount_problem),
                (self.reason, form.reason_problem),
            )
            if self._complain(field, problem)
        ]
        if why is None:
            next(iter(self.ways.buttons.values())).setFocus()
        elif wrong:
            go_to(wrong[0])
        elif form.order is not None:
            self.notice.hush()
            self.wait(is_waiting=True)
            self.ordered.emit(*form.order)

    def refuse(self, error: Refusal | Fault) -> None:
        """Say why not; all that was typed stays."""
        self.wait(is_waiting=False)
        self.tell(error)
        go_to(self.amount if error.code in _OF_AMOUNT else self.reason)

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing moves twice."""
        super().wait(is_waiting=is_waiting)
        for editor in (self._amount, self._reason):
            editor.setReadOnly(is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        title = self.tr("Cash in") if self._is_in else self.tr("Cash out")
        self.setAccessibleName(title)
        self.title.setText(title)
        self.text.setText(
            self.tr("Cash that comes into the drawer and is no payment.")
            if self._is_in
            else self.tr(
                "Cash that leaves the drawer. For an expense a second person has to say yes."
            )
        )
        self._why.setText(self.tr("Why"))
        self.ways.setAccessibleName(self.tr("Why"))
        self.ways.say({why: word(WHY_WORDS[why]) for why in self.ways.buttons})
        self.amount.say(self.tr("Amount"))
        self.reason.say(self.tr("Reason"))
        self.done_button.say(self.tr("Put it in") if self._is_in else self.tr("Take it out"))
        self.back_button.say(self.tr("Back"))

    def _complain(self, field: Field, problem: Refusal | None) -> bool:
        field.complain(refusal_text(problem) if problem else "")
        return problem is not None

    def _chosen(self) -> None:
        self._why_problem.show_text("")
        self.typed()
        go_to(self.amount)

    def _typed(self, field: Field) -> None:
        field.complain("")
        self.typed()
