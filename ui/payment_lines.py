"""The accounts of one payment: a row each, the one the cashier is at marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView

from counter_app.domain.errors import Refusal
from ui.language import in_language
from ui.theme import GRID_PX
from ui.widgets.table import Cell, Column, RowTable
from ui.words import rupees

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.payment_form import PaymentForm
    from ui.payment_line_form import LineForm

LINE_PX = 11 * GRID_PX
"""Room for two lines of text: account and old number, name and purpose."""

MOST_SEEN = 5
_HEADER_PX = 8 * GRID_PX
_BORDERS_PX = GRID_PX
"""Above and below, as wide as in the theme that has the widest."""


class LinesTable(RowTable):
    """Rows are chosen by Page Up and Page Down, from whatever field the cashier types in."""

    wanted = Signal(int)
    """The cashier wants to be at this line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.verticalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(LINE_PX)
        header.setDefaultSectionSize(LINE_PX)
        self._is_filling = False
        self.chosen.connect(self._chosen)
        for key, steps in (("PgDown", 1), ("PgUp", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(
                lambda steps=steps: self.wanted.emit(self.chosen_row + steps)
            )

    def show_form(self, form: PaymentForm) -> None:
        """A row a line; hidden while there is only one."""
        self.setHidden(len(form.lines) == 1)
        self._is_filling = True
        columns = (
            Column(self.tr("Account no.")),
            Column(self.tr("Name"), stretches=True),
            Column(self.tr("Due"), is_figure=True),
            Column(self.tr("Amount"), is_figure=True),
        )
        rows = tuple(
            self._row(line, is_wrong=place != form.chosen and bool(line.problems))
            for place, line in enumerate(form.lines)
        )
        self.fill(columns, rows)
        self.selectRow(form.chosen)
        self._is_filling = False
        seen = min(len(form.lines), MOST_SEEN)
        self.setFixedHeight(_HEADER_PX + seen * LINE_PX + _BORDERS_PX)
        self.horizontalHeader().setFixedHeight(_HEADER_PX)

    def retranslate(self, form: PaymentForm | None) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Accounts of this payment"))
        if form is not None:
            self.show_form(form)

    def _row(self, line: LineForm, *, is_wrong: bool) -> tuple[Cell, ...]:
        consumer = line.consumer
        number = str(line.account_no)
        if line.account is None:
            number = self.tr("Without account")
        elif consumer.legacy_account_no:
            old = self.tr("Old no. {number}").format(number=consumer.legacy_account_no)
            number = f"{number}\n{old}"
        purpose = line.purpose
        what_for = in_language(purpose.name_en, purpose.name_hi) if purpose is not None else "–"
        name = in_language(consumer.name_en, consumer.name_hi) or "–"
        amount = "–" if isinstance(line.amount, Refusal) else rupees(line.amount)
        return (
            Cell(number),
            Cell(f"{name}\n{what_for}"),
            Cell(rupees(line.due) if line.account is not None else "–"),
            Cell(amount, "caution" if is_wrong else "", "caution" if is_wrong else "text"),
        )

    def _chosen(self, place: int) -> None:
        if not self._is_filling and place >= 0:
            self.wanted.emit(place)
