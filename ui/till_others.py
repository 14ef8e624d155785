"""Every open shift of this counter: whose it is, since when; a supervisor closes one whose cashier is not here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.till_page import TillPage
from ui.till_words import STATE_WORDS, name_of, word
from ui.widgets.styling import column
from ui.widgets.table import Cell, Column, RowTable
from ui.words import moment_text

if TYPE_CHECKING:
    from counter_app.use_cases.custody_views import ShiftSeen


class OthersPage(TillPage):
    """A list; Enter begins the close of the one one stands on."""

    close_asked = Signal(object)
    """ShiftSeen"""

    def __init__(self) -> None:
        super().__init__("tick")
        self.shifts: tuple[ShiftSeen, ...] = ()
        self._may_close = False
        self.table = RowTable()
        self.table.entered.connect(lambda _row: self.finish())
        layout = column(self.title, self.text, self.notice, gap=2)
        layout.addWidget(self.table, 1)
        layout.addLayout(self.buttons())
        self.setLayout(layout)
        self.retranslate()

    @property
    def is_touched(self) -> bool:
        """There is nothing to lose."""
        return False

    def begin(self, shifts: tuple[ShiftSeen, ...], *, may_close: bool) -> None:
        """Show these; ``may_close`` for whoever receives cash."""
        self.shifts, self._may_close = shifts, may_close
        self.begin_anew()
        self.retranslate()
        self.table.setFocus()

    def finish(self) -> None:
        """Close the one one stands on."""
        at = self.table.chosen_row
        if self._may_close and 0 <= at < len(self.shifts):
            self.close_asked.emit(self.shifts[at])

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Other open shifts"))
        self.title.setText(self.tr("Other open shifts"))
        self.text.setText(
            self.tr("Close one only when its cashier cannot: count the drawer, and say why.")
            if self._may_close
            else self.tr("A head cashier or a supervisor can close a shift whose cashier is away.")
        )
        self.table.setAccessibleName(self.tr("Other open shifts"))
        self.done_button.say(self.tr("Close this shift"))
        self.done_button.setHidden(not self._may_close)
        self.back_button.say(self.tr("Back"))
        columns = (
            Column(self.tr("Shift")),
            Column(self.tr("Cashier"), stretches=True),
            Column(self.tr("Drawer")),
            Column(self.tr("Open since")),
            Column(self.tr("State")),
        )
        self.table.fill(columns, tuple(self._row(seen) for seen in self.shifts))

    def _row(self, seen: ShiftSeen) -> tuple[Cell, ...]:
        shift = seen.shift
        return (
            Cell(str(shift.shift_no)),
            Cell(f"{name_of(seen)} ({shift.cashier_id})"),
            Cell(str(shift.drawer_no)),
            Cell(moment_text(shift.opened_at)),
            Cell(word(STATE_WORDS[seen.state])),
        )
