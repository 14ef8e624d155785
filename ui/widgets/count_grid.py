"""Cash by denomination: how many pieces, what they come to, and the total in large figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy

from counter_app.domain.cash_count import DENOMINATIONS
from ui.count_form import CountForm
from ui.denomination_words import face_text, pieces_name, row_problem_text
from ui.theme import GRID_PX
from ui.widgets.amounts import AmountLabel
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.styling import column, role, row
from ui.widgets.text_field import TextField
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.money import Money

_ROWS = 6
"""Rows of one half; the last cell of the second holds the total."""

_PIECES_PX = 84
_AMOUNT_PX = 168
_NEXT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class _Row:
    """One denomination: its face, the field, what it comes to or what is wrong."""

    def __init__(self, denomination: Money) -> None:
        self.denomination = denomination
        self.face = Label("", as_="strong")
        self.face.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editor = TextField()
        self.editor.setFixedWidth(_PIECES_PX)
        self.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editor.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.face.setBuddy(self.editor)
        self.amount = Label("")
        self.amount.setMinimumWidth(_AMOUNT_PX)

    def retranslate(self, *, is_accepted: bool) -> None:
        self.face.setText(face_text(self.denomination))
        name = pieces_name(self.denomination)
        self.editor.setAccessibleName(name)
        self.editor.setToolTip(name)
        role(self.face, type="strong" if is_accepted else "muted")

    def show(self, form: CountForm, *, tells_all: bool, not_accepted: str) -> None:
        """What it comes to; what is wrong takes its place, in words."""
        problems = form.problems if tells_all else form.seen_problems
        problem, amount = problems.get(self.denomination), form.amount_of(self.denomination)
        if problem is not None:
            self._say(row_problem_text(problem), "problem", is_figure=False)
        elif self.denomination not in form.accepted and not amount:
            self._say(not_accepted, "muted", is_figure=False)
        else:
            self._say(rupees(amount) if amount is not None else "", "body", is_figure=True)
        self.editor.setAccessibleDescription(self.amount.text())
        role(self.editor, wrong="true" if problem is not None else "false")

    def _say(self, text: str, kind: str, *, is_figure: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
        self.amount.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        role(self.amount, type=kind)
        self.amount.setText(text)


class CountGrid(QFrame):
    """Enter and the arrows go from row to row; Alt+0 says none for every row left empty."""

    changed = Signal()
    entered = Signal()
    """Enter in the last row."""

    zeros_said = Signal()
    """The rest is none."""

    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self.form = CountForm()
        self._tells_all = False
        self._is_filling = False
        self.rows = {one: _Row(one) for one in DENOMINATIONS}
        self.total = AmountLabel()
        self.total.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._total_word = Label("", as_="label")
        self.zeros_button = KeyButton(self.say_zeros, key="Alt+0", icon_name="tick", kind="quiet")
        self.zeros_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(self._laid_out())
        for each in self.rows.values():
            each.editor.installEventFilter(self)
            each.editor.textChanged.connect(lambda _text, each=each: self._typed(each))
            each.editor.card_number_refused.connect(self.card_number_refused)
        self.retranslate()

    def _laid_out(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(4 * GRID_PX, 2 * GRID_PX, 4 * GRID_PX, 2 * GRID_PX)
        grid.setHorizontalSpacing(2 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        for place, each in enumerate(self.rows.values()):
            at, half = place % _ROWS, place // _ROWS * 5
            grid.addWidget(each.face, at, half)
            grid.addWidget(_times(), at, half + 1)
            grid.addWidget(each.editor, at, half + 2)
            grid.addWidget(each.amount, at, half + 3)
        grid.setColumnMinimumWidth(4, 4 * GRID_PX)
        grid.setColumnStretch(3, 1)
        grid.setColumnStretch(8, 1)
        below = row(self.zeros_button, 1, column(1, self._total_word, 1, gap=0), gap=3)
        below.addWidget(self.total)
        grid.addLayout(below, _ROWS, 0, 1, 9)
        return grid

    @property
    def count(self) -> CashCount | None:
        """The count; None while anything is wrong or missing."""
        return self.form.count

    def accept(self, accepted: Iterable[Money]) -> None:
        """Which notes and coins the office takes; the others are marked, and counted if there are any."""
        self.form = self.form.with_accepted(frozenset(accepted))
        self.retranslate()

    def fill(self, form: CountForm) -> None:
        """Show a form whole: nothing complains of what is still empty."""
        self._tells_all = False
        self.form = form
        self._fill_fields()

    def clear(self) -> None:
        """A new count, under the same rules."""
        self.fill(CountForm(accepted=self.form.accepted))

    def say_zeros(self) -> None:
        """None of every denomination left empty."""
        if self.zeros_button.isEnabled():
            self.form = self.form.with_zeros()
            self._fill_fields()
            self.changed.emit()
            self.zeros_said.emit()

    def complain(self) -> bool:
        """Tell all that is wrong or missing and go there; whether there was anything."""
        self._tells_all = True
        self._show()
        wrong = next(iter(self.form.problems), None)
        if wrong is not None:
            self.take_keys(wrong)
        return wrong is not None

    def take_keys(self, denomination: Money | None = None) -> None:
        """Put the cashier into a row; the first accepted one if none is said."""
        first = next((one for one in DENOMINATIONS if one in self.form.accepted), DENOMINATIONS[0])
        editor = self.rows[denomination or first].editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.selectAll()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing changes under them; the cashier stays in the row."""
        for each in self.rows.values():
            each.editor.setReadOnly(is_waiting)
        self.zeros_button.setEnabled(not is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Cash by notes and coins"))
        self._total_word.setText(self.tr("Counted"))
        self.zeros_button.say(self.tr("The rest is 0"), self.tr("Say 0 for every row left empty"))
        for one, each in self.rows.items():
            each.retranslate(is_accepted=one in self.form.accepted)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down go to the next row, Up to the one before."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        at = next((p for p, one in enumerate(self.rows.values()) if one.editor is watched), None)
        if at is None:
            return False
        if event.key() in _NEXT_KEYS:
            if at + 1 < len(DENOMINATIONS):
                self.take_keys(DENOMINATIONS[at + 1])
            elif event.key() != Qt.Key.Key_Down:
                self.entered.emit()
            return True
        if event.key() == Qt.Key.Key_Up:
            self.take_keys(DENOMINATIONS[max(at - 1, 0)])
            return True
        return False

    def _typed(self, each: _Row) -> None:
        if self._is_filling:
            return
        self.form = self.form.with_text(each.denomination, each.editor.text())
        self._show()
        self.changed.emit()

    def _fill_fields(self) -> None:
        self._is_filling = True
        for one, each in self.rows.items():
            each.editor.fill(self.form.text(one))
        self._is_filling = False
        self._show()

    def _show(self) -> None:
        not_accepted = self.tr("Not accepted")
        for each in self.rows.values():
            each.show(self.form, tells_all=self._tells_all, not_accepted=not_accepted)
        self.total.show_amount(self.form.total)
        self.total.setAccessibleName(
            self.tr("Counted {total}").format(total=rupees(self.form.total))
        )


def _times() -> QLabel:
    return Label("×", as_="muted")
