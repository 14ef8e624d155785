"""The slips and papers counted at a close: for each tender that is no cash how many, and their sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout

from counter_app.domain.errors import RefusalCode
from counter_app.domain.tender import TenderKind
from ui.close_form import OTHERS, InHandForm
from ui.sentences import refusal_text
from ui.theme import GRID_PX
from ui.widgets.labels import Label
from ui.widgets.styling import column, role
from ui.widgets.text_field import TextField
from ui.words import tender_word

if TYPE_CHECKING:
    from counter_app.domain.errors import Refusal

_PIECES_PX = 64
_A_ROW = 2
_NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class CloseSlips(QFrame):
    """Enter goes from field to field; no slips need no sum."""

    changed = Signal()
    entered = Signal()
    """Enter in the last field."""

    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self._is_filling = False
        self._names = {kind: Label("", as_="strong") for kind in OTHERS}
        self.pieces = {kind: TextField() for kind in OTHERS}
        self.amounts = {kind: TextField() for kind in OTHERS}
        self._for = {kind: Label("", as_="muted") for kind in OTHERS}
        self.problem = Label("", as_="problem", wraps=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        for place, kind in enumerate(OTHERS):
            at, half = place // _A_ROW, place % _A_ROW * 5
            grid.addWidget(self._names[kind], at, half)
            grid.addWidget(self.pieces[kind], at, half + 1)
            grid.addWidget(self._for[kind], at, half + 2)
            grid.addWidget(self.amounts[kind], at, half + 3)
        grid.setColumnMinimumWidth(4, 4 * GRID_PX)
        grid.setColumnStretch(3, 1)
        grid.setColumnStretch(8, 1)
        self.setLayout(column(grid, self.problem, gap=1, margins=(4, 2, 4, 2)))
        self.problem.setHidden(True)
        for editor in self._fields():
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
            editor.installEventFilter(self)
            editor.textChanged.connect(lambda _text: self._typed())
            editor.card_number_refused.connect(self.card_number_refused)
        for editor in self.pieces.values():
            editor.setFixedWidth(_PIECES_PX)

    def typed_of(self, kind: TenderKind) -> InHandForm:
        """What is typed of one tender."""
        return InHandForm(self.pieces[kind].text(), self.amounts[kind].text())

    def fill(self, kind: TenderKind, typed: InHandForm) -> None:
        """Show what was typed of one tender."""
        self._is_filling = True
        self.pieces[kind].fill(typed.pieces_text)
        self.amounts[kind].fill(typed.amount_text)
        self._is_filling = False

    def hush(self) -> None:
        """Nothing complains."""
        self.problem.show_text("")
        for editor in self._fields():
            role(editor, wrong="false")
            editor.setAccessibleDescription("")

    def complain(self) -> bool:
        """Tell all that is wrong and go to the first; whether there was anything."""
        self.hush()
        told: list[str] = []
        first: TextField | None = None
        for kind in OTHERS:
            typed = self.typed_of(kind)
            for editor, problem in (
                (self.pieces[kind], typed.pieces_problem),
                (self.amounts[kind], typed.amount_problem),
            ):
                if problem is None or (told and typed.is_blank and editor is self.amounts[kind]):
                    continue
                role(editor, wrong="true")
                said = self._problem_text(problem)
                editor.setAccessibleDescription(said)
                told.append(f"{tender_word(kind)}: {said}")
                first = first or editor
        self.problem.show_text("  ".join(dict.fromkeys(told[:2])))
        if first is not None:
            _go_to(first)
        return first is not None

    def take_keys(self) -> None:
        """The first field."""
        _go_to(self.pieces[OTHERS[0]])

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing changes under them."""
        for editor in self._fields():
            editor.setReadOnly(is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Slips and papers"))
        names = {
            TenderKind.CARD: self.tr("Card slips"),
            TenderKind.UPI: self.tr("UPI credits"),
            TenderKind.CHEQUE: self.tr("Cheques"),
            TenderKind.DRAFT: self.tr("Demand drafts"),
        }
        for label in self._for.values():
            label.setText(self.tr("for ₹"))
        for kind, name in names.items():
            self._names[kind].setText(name)
            self.pieces[kind].setAccessibleName(self.tr("{name}: how many").format(name=name))
            self.amounts[kind].setAccessibleName(self.tr("{name}: their sum").format(name=name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down go to the next field, Up to the one before; the sum of no slips is left out."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        fields = self._fields()
        at = next((place for place, one in enumerate(fields) if one is watched), None)
        if at is None:
            return False
        if event.key() in _NEXT:
            is_none = at % 2 == 0 and self.typed_of(OTHERS[at // 2]).in_hand is not None
            following = at + (2 if is_none and not fields[at + 1].text().strip() else 1)
            if following < len(fields):
                _go_to(fields[following])
            elif event.key() != Qt.Key.Key_Down:
                self.entered.emit()
            return True
        if event.key() == Qt.Key.Key_Up:
            _go_to(fields[max(at - 1, 0)])
            return True
        return False

    def _problem_text(self, problem: Refusal) -> str:
        if problem.code is RefusalCode.COUNT_MISSING:
            return self.tr("how many? 0 for none.")
        if problem.code is RefusalCode.PIECES_NOT_A_NUMBER:
            return self.tr("the number in digits.")
        return refusal_text(problem)

    def _fields(self) -> list[TextField]:
        return [editor for kind in OTHERS for editor in (self.pieces[kind], self.amounts[kind])]

    def _typed(self) -> None:
        if not self._is_filling:
            self.hush()
            self.changed.emit()


def _go_to(editor: TextField) -> None:
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    editor.selectAll()
