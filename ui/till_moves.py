"""What happened to a drawer beside payments: cash moved, the drawer opened, the shift suspended; the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.shift import ShiftState
from ui.till_words import OPENING_WORDS, WHY_WORDS, word
from ui.widgets.empty import EmptyState
from ui.widgets.table import Cell, Column, RowTable
from ui.words import clock_text, rupees

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.shift import Pause
    from counter_app.use_cases.custody_views import TillView


class TillMoves(QStackedWidget):
    """The list, or why there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.table = RowTable()
        self._empty = EmptyState("cash")
        self.addWidget(self.table)
        self.addWidget(self._empty)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.table.setAccessibleName(self.tr("What moved in the drawer"))
        self._empty.say(
            self.tr("No cash moved yet"),
            self.tr("Drops, cash in and out, and openings of the drawer are listed here."),
        )

    def show_view(self, view: TillView) -> None:
        """All of one shift."""
        columns = (
            Column(self.tr("Time")),
            Column(self.tr("What"), stretches=True),
            Column(self.tr("Amount"), is_figure=True),
            Column(self.tr("By")),
        )
        rows = sorted(self._rows(view), key=lambda one: one[0], reverse=True)
        self.table.fill(
            columns,
            tuple(
                (
                    Cell(clock_text(at), tone="text_muted"),
                    Cell(what),
                    Cell(amount),
                    Cell(by, tone="text_muted"),
                )
                for at, what, amount, by in rows
            ),
        )
        self.setCurrentIndex(0 if rows else 1)

    def _rows(self, view: TillView) -> list[tuple[datetime, str, str, str]]:
        opened = self.tr("Opened: {why}")
        return [
            *(
                (one.at, word(WHY_WORDS[one.why]), rupees(one.into_drawer), one.cashier_id)
                for one in view.moves
            ),
            *(
                (one.at, opened.format(why=word(OPENING_WORDS[one.why])), "", one.by)
                for one in view.openings
            ),
            *((one.at, self._pause_text(one), "", one.by) for one in view.pauses),
        ]

    def _pause_text(self, pause: Pause) -> str:
        if pause.state is ShiftState.SUSPENDED:
            return self.tr("Shift suspended")
        return self.tr("Shift resumed")
