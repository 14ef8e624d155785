"""A day compared with the centre as tables: by tender, by fate, and every payment that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.matter_words import title_of
from ui.reconciliation_words import advice_text, kind_text, side_text
from ui.widgets.labels import Label
from ui.widgets.styling import column, row
from ui.widgets.table import ROW_PX, Cell, Column, RowTable
from ui.words import rupees, tender_word

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.day_report import Counted
    from counter_app.domain.reconciliation import Difference, Line, Reconciliation

_BESIDE_NEEDS_PX = 1120
"""Narrower windows set the fates below the tenders, and leave them to the paper when something differs."""


_LEAST_ROWS = 3
_FRAME_PX = 4


class ReconciliationTables(QWidget):
    """Empty until a day was compared; the lower half is there only when something differs."""

    def __init__(self) -> None:
        super().__init__()
        self._made: Reconciliation | None = None
        self.tenders, self.fates, self.differences = RowTable(), RowTable(), RowTable()
        self._title = Label("", as_="heading")
        self.advice = Label("", as_="muted", wraps=True)
        self.differences.chosen.connect(self._advise)
        self._sums = row(gap=3)
        top = Qt.AlignmentFlag.AlignTop
        self._sums.addWidget(self.tenders, 3, top)
        self._sums.addWidget(self.fates, 2, top)
        layout = column(gap=2)
        layout.addLayout(self._sums)
        layout.addWidget(self._title)
        layout.addWidget(self.differences, 1)
        layout.addWidget(self.advice)
        layout.addStretch()
        self.setLayout(layout)

    def show_made(self, made: Reconciliation | None) -> None:
        """What came of it; None for a day that was not compared."""
        self._made = made
        are_differences = bool(made and made.differences)
        for part in (self.differences, self.advice):
            part.setHidden(not are_differences)
        self._show_tenders(made)
        self._show_fates(made)
        self._show_differences(made.differences if made is not None else ())
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide window has room for the fates beside the tenders."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The sums keep all their rows in sight; what is left belongs to the differences."""
        is_wide, made = self.width() >= _BESIDE_NEEDS_PX, self._made
        are_differences = bool(made and made.differences)
        direction = (
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        self._sums.setDirection(direction)
        self.fates.setHidden(not is_wide and are_differences)
        self._title.setHidden(not (is_wide and are_differences))
        self.tenders.setFixedHeight(_height_px(self.tenders, len(self.tenders.rows)))
        self.fates.setMinimumHeight(_height_px(self.fates, _LEAST_ROWS))
        self.fates.setMaximumHeight(_height_px(self.fates, len(self.fates.rows)))

    def retranslate(self) -> None:
        """Put every word in the language spoken; the tables are filled anew by ``show_made``."""
        self.tenders.setAccessibleName(self.tr("By tender"))
        self.fates.setAccessibleName(self.tr("By what the centre did"))
        self.differences.setAccessibleName(self.tr("Payments that differ"))
        self._title.setText(self.tr("Payments that differ"))

    def _show_tenders(self, made: Reconciliation | None) -> None:
        centre = self.tr("Centre")
        if made is not None and not made.is_reached:
            centre = self.tr("Acknowledged")
        columns = (
            Column(self.tr("Tender"), stretches=True),
            Column(self.tr("This counter"), is_figure=True),
            Column(self.tr("Not sent yet"), is_figure=True),
            Column(centre, is_figure=True),
            Column(self.tr("Difference"), is_figure=True),
        )
        rows = (
            [_tender_row(tender_word(line.name), line) for line in made.by_tender] if made else []
        )
        if made is not None:
            rows.append(_tender_row(self.tr("Total"), made.total))
        self.tenders.fill(columns, tuple(rows))

    def _show_fates(self, made: Reconciliation | None) -> None:
        columns = (
            Column(self.tr("What the centre did"), stretches=True),
            Column(self.tr("Here"), is_figure=True),
            Column(self.tr("Centre"), is_figure=True),
        )
        unanswered = self.tr("No answer yet")
        rows = tuple(
            (
                Cell(title_of(line.name) if line.name else unanswered),
                Cell(_side(line.here)),
                Cell(_side(line.centre)),
            )
            for line in (made.by_fate if made else ())
        )
        self.fates.fill(columns, rows)

    def _show_differences(self, differences: tuple[Difference, ...]) -> None:
        columns = (
            Column(self.tr("Receipt no.")),
            Column(self.tr("Why"), stretches=True),
            Column(self.tr("Here"), is_figure=True),
            Column(self.tr("Centre"), is_figure=True),
            Column(self.tr("Difference"), is_figure=True),
        )
        rows = tuple(
            (
                Cell(one.receipt_no),
                Cell(kind_text(one.kind), "stop", "negative"),
                Cell(side_text(one, one.here)),
                Cell(side_text(one, one.there)),
                Cell(rupees(one.amount)),
            )
            for one in differences
        )
        self.differences.fill(columns, rows)

    def _advise(self, place: int) -> None:
        """What to do about the one the supervisor stands on."""
        differences = self._made.differences if self._made is not None else ()
        if 0 <= place < len(differences):
            self.advice.setText(advice_text(differences[place].kind))


def _tender_row(name: str, line: Line) -> tuple[Cell, ...]:
    is_equal = not line.difference
    return (
        Cell(name),
        Cell(_side(line.here)),
        Cell(_side(line.unsent), tone="text_muted"),
        Cell(_side(line.centre)),
        Cell(
            "" if is_equal else rupees(line.difference),
            "tick" if is_equal else "stop",
            "positive" if is_equal else "negative",
        ),
    )


def _side(side: Counted) -> str:
    return f"{side.count} · {rupees(side.amount)}" if side.count else "–"


def _height_px(table: RowTable, rows: int) -> int:
    """Of so many rows with their heading, and no fewer than the least."""
    heading_px = table.horizontalHeader().sizeHint().height()
    return heading_px + ROW_PX * max(rows, _LEAST_ROWS) + _FRAME_PX
