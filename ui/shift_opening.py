"""How a shift begins: whose float, which drawer, and the cash counted by denomination or typed as a sum."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.sentences import refusal_text
from ui.till_forms import OpeningForm
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.count_grid import CountGrid
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.text_field import MoneyField
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.shift_close import ShiftClose

OWN_FLOAT = UUID(int=0)
"""No float is taken over."""

_MOST_FLOATS = 3
_FIRST_DRAWER_KEY = 5
_SUM_PX = 360


class ShiftOpening(QWidget):
    """Fields alone; it decides nothing."""

    typed = Signal()
    entered = Signal()
    """Enter in the last field."""

    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._floats: tuple[ShiftClose, ...] = ()
        self.floats: ChoiceRow[UUID] = ChoiceRow((), a_row=2)
        self.drawers: ChoiceRow[int] = ChoiceRow((), a_row=4, first_key=_FIRST_DRAWER_KEY)
        self._drawer_word = Label("", as_="label")
        self.grid = CountGrid()
        self._sum = MoneyField()
        self.sum = Field(self._sum)
        self.is_by_sum = False
        inside = column(self.sum, gap=2, margins=(4, 4, 4, 4))
        sum_card = framed(inside, ground="card")
        sum_card.setFixedWidth(_SUM_PX)
        sum_page = QWidget()
        sum_page.setLayout(column(row(sum_card, 1), 1))
        self._ways = QStackedWidget()
        self._ways.addWidget(self.grid)
        self._ways.addWidget(sum_page)
        drawers = row(self._drawer_word, gap=3)
        drawers.addWidget(self.drawers, 1)
        layout = column(self.floats, drawers, gap=2)
        layout.addWidget(self._ways, 1)
        self.setLayout(layout)
        for choices in (self.floats, self.drawers):
            choices.chosen.connect(self._chosen)
        self.grid.changed.connect(self.typed)
        self.grid.entered.connect(self.entered)
        self._sum.returnPressed.connect(self.entered)
        self._sum.textEdited.connect(lambda _text: self._sum_typed())
        for part in (self.grid, self._sum):
            part.card_number_refused.connect(self.card_number_refused)
        self.retranslate()

    @property
    def form(self) -> OpeningForm:
        """What is typed."""
        return OpeningForm(self.grid.form, self._sum.text(), self.is_by_sum)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was typed."""
        return self.grid.form.is_blank and not self._sum.text()

    @property
    def drawer_no(self) -> int:
        """The drawer chosen; the first if nobody had to choose."""
        return self.drawers.value or 1

    @property
    def taken_over(self) -> ShiftClose | None:
        """The shift whose float is taken over."""
        return next((one for one in self._floats if one.shift_id == self.floats.value), None)

    def clear(self) -> None:
        """Somebody else opens a shift."""
        self.grid.clear()
        self._sum.fill("")
        self.sum.complain("")
        self.offer((), ())
        self.by_sum(is_by_sum=False)

    def offer(self, floats: tuple[ShiftClose, ...], drawers: tuple[int, ...]) -> None:
        """The floats that wait in a drawer, the newest first; the drawers that are free."""
        before, had = self.floats.value, bool(self._floats)
        self._floats = tuple(reversed(floats))[:_MOST_FLOATS]
        known = [one.shift_id for one in self._floats]
        self.floats.offer([*known, OWN_FLOAT] if known else ())
        is_kept = had and (before in known or before == OWN_FLOAT)
        self.floats.choose(before if is_kept else next(iter(known), None))
        self.drawers.offer(drawers)
        if self.drawers.value is None:
            self.drawers.choose(next(iter(drawers), None))
        self.floats.setHidden(not known)
        is_choice = len(drawers) > 1
        self.drawers.setHidden(not is_choice)
        self._drawer_word.setHidden(not is_choice)
        self.retranslate()

    def by_sum(self, *, is_by_sum: bool) -> None:
        """Count by denomination, or type the sum; what was typed stays."""
        self.is_by_sum = is_by_sum
        self._ways.setCurrentIndex(1 if is_by_sum else 0)

    def take_keys(self) -> None:
        """Where the float is typed."""
        if self.is_by_sum:
            self._sum.setFocus(Qt.FocusReason.OtherFocusReason)
            self._sum.selectAll()
        else:
            self.grid.take_keys()

    def complain(self) -> bool:
        """Tell all that is missing; whether there was anything."""
        if not self.is_by_sum:
            return self.grid.complain()
        problem = self.form.sum_problem
        self.sum.complain(refusal_text(problem) if problem else "")
        if problem is not None:
            self.take_keys()
        return problem is not None

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing changes under them."""
        self.grid.wait(is_waiting=is_waiting)
        self._sum.setReadOnly(is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.sum.say(self.tr("Counted float"))
        self._drawer_word.setText(self.tr("Drawer or tray"))
        self.drawers.setAccessibleName(self.tr("Drawer or tray"))
        self.drawers.say({no: str(no) for no in self.drawers.buttons})
        for no, button in self.drawers.buttons.items():
            button.setAccessibleName(self.tr("Drawer {number}").format(number=no))
        self.floats.setAccessibleName(self.tr("Whose float"))
        words = {OWN_FLOAT: self.tr("A float of its own")}
        for one in self._floats:
            words[one.shift_id] = self.tr("Take over {amount} of shift {number}, {name}").format(
                amount=rupees(one.parted.float_left),
                number=one.shift_no,
                name=one.cashier_id,
            )
        self.floats.say(words)
        self.grid.retranslate()

    def _chosen(self) -> None:
        self.typed.emit()
        self.take_keys()

    def _sum_typed(self) -> None:
        self.sum.complain("")
        self.typed.emit()
