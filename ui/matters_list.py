"""The list of fates: filtered, found by typing, the newest news first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.matter_words import STATE_WORDS, code_of, subject_of, title_of, word
from ui.matters_form import ALL, MOST_ROWS, OPEN, filters_of, found
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.styling import column, row
from ui.widgets.table import Cell, Column, RowTable
from ui.widgets.text_field import TextField
from ui.words import rupees, short_moment_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.matter import Matter

_FILTERS_WIDTH_PX = 196
_FIND_WIDTH_PX = 260
_ALL_NEEDS_PX = 1040
"""Narrower windows leave out account and supervisor, whom the card below names."""


class MattersList(QWidget):
    """Filters at the left, the list at the right."""

    chosen = Signal(object)
    """Matter, or None."""

    entered = Signal()
    """Enter on a row: the supervisor is going to note it."""

    card_number_refused = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._matters: tuple[Matter, ...] = ()
        self.shown: tuple[Matter, ...] = ()
        self.filter = OPEN
        self._filters: tuple[str, ...] = (OPEN, ALL)
        self._is_filling = False
        self._title = Label("", as_="title")
        self._text = ElidedLabel("", as_="muted")
        self.finder = TextField()
        self.finder.setFixedWidth(_FIND_WIDTH_PX)
        self.finder.textChanged.connect(lambda _text: self._show())
        self.finder.returnPressed.connect(self.take_keys)
        self.finder.card_number_refused.connect(self.card_number_refused)
        QShortcut(QKeySequence("F2"), self).activated.connect(self.finder.setFocus)
        self.filters = RowTable()
        self.filters.setFixedWidth(_FILTERS_WIDTH_PX)
        self.filters.chosen.connect(self._choose_filter)
        self.filters.entered.connect(lambda _row: self.take_keys())
        self.table = RowTable()
        self.table.chosen.connect(lambda _row: self._tell_chosen())
        self.table.entered.connect(lambda _row: self.entered.emit())
        self._empty = EmptyState("tick")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        head = row(gap=2)
        head.addLayout(column(self._title, self._text, gap=0), 1)
        head.addWidget(self.finder)
        body = row(gap=3)
        body.addWidget(self.filters)
        body.addWidget(self._pages, 1)
        layout = column(head, gap=3)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    @property
    def chosen_matter(self) -> Matter | None:
        """The one the supervisor stands on."""
        place = self.table.chosen_row
        return self.shown[place] if 0 <= place < len(self.shown) else None

    def begin(self) -> None:
        """A new visit: what is open, and nothing typed."""
        self.filter = OPEN
        self.finder.fill("")

    def fill(self, matters: tuple[Matter, ...]) -> None:
        """All there are; the supervisor stays on the same one where it is still shown."""
        standing = self.chosen_matter
        self._matters = matters
        self._show()
        places = [one.about for one in self.shown]
        if standing is not None and standing.about in places:
            self.table.selectRow(places.index(standing.about))

    def take_keys(self) -> None:
        """The keys go to the list, or to the filters while it is empty."""
        (self.table if self.shown else self.filters).setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("To check"))
        self._text.setText(
            self.tr("What the centre did otherwise than the receipt says, or decided later.")
        )
        self.finder.setAccessibleName(self.tr("Find receipt, account or reference"))
        self.finder.setPlaceholderText(self.tr("F2  receipt, account …"))
        self.filters.setAccessibleName(self.tr("What is shown"))
        self.table.setAccessibleName(self.tr("To check"))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide window has room for account and supervisor."""
        super().resizeEvent(event)
        self._show()

    def _choose_filter(self, place: int) -> None:
        if self._is_filling or not 0 <= place < len(self._filters):
            return
        if self._filters[place] != self.filter:
            self.filter = self._filters[place]
            self._show()
            self.table.selectRow(0)

    def _show(self) -> None:
        self._is_filling = True
        self._show_filters()
        fitting = found(self._matters, self.filter, self.finder.text(), code_of)
        self.shown = fitting[:MOST_ROWS]
        self._show_rows()
        if not self.shown and self.table.hasFocus():
            self.filters.setFocus()
        self._pages.setCurrentIndex(0 if self.shown else 1)
        text = self.tr("Every payment is booked as its receipt says, or was dealt with.")
        if self.finder.text().strip():
            text = self.tr("Nothing here holds what was typed. Empty the box to see all.")
        self._empty.say(self.tr("Nothing to check"), text)
        self._is_filling = False
        self._tell_chosen()

    def _show_filters(self) -> None:
        counted = filters_of(self._matters, code_of)
        self._filters = tuple(code for code, _ in counted)
        if self.filter not in self._filters:
            self.filter = OPEN
        names = {OPEN: self.tr("Open"), ALL: self.tr("All")}
        columns = (Column(self.tr("Show"), stretches=True), Column("", is_figure=True))
        rows = tuple(
            (
                Cell(names.get(code) or title_of(code), tone="text" if count else "text_muted"),
                Cell(str(count) if count else "", tone="text_muted"),
            )
            for code, count in counted
        )
        self.filters.fill(columns, rows)
        self.filters.selectRow(self._filters.index(self.filter))

    def _show_rows(self) -> None:
        is_wide = self.width() >= _ALL_NEEDS_PX
        columns = [
            Column(self.tr("What"), stretches=True),
            Column(self.tr("Receipt no.")),
            Column(self.tr("Amount"), is_figure=True),
            Column(self.tr("Heard")),
        ]
        if is_wide:
            columns.insert(2, Column(self.tr("Account no.")))
            columns.append(Column(self.tr("Supervisor")))
        self.table.fill(tuple(columns), tuple(self._row(one, is_wide) for one in self.shown))

    def _row(self, matter: Matter, is_wide: bool) -> tuple[Cell, ...]:
        mark, tone = "tick", "text_muted"
        if matter.is_open:
            mark, tone = "caution" if matter.last_note is None else "pending", "caution"
        cells = [
            Cell(title_of(code_of(matter)), mark, tone),
            Cell(subject_of(matter)),
            Cell(rupees(matter.amount) if matter.amount is not None else ""),
            Cell(short_moment_text(matter.news_at, self._now()), tone="text_muted"),
        ]
        if is_wide:
            cells.insert(2, Cell(matter.account_no, tone="text_muted"))
            cells.append(_supervisor(matter))
        return tuple(cells)

    def _tell_chosen(self) -> None:
        if not self._is_filling:
            self.chosen.emit(self.chosen_matter)


def _supervisor(matter: Matter) -> Cell:
    """How far one is with it, and who."""
    note = matter.last_note
    if note is None:
        return Cell("–", tone="text_muted")
    text = f"{word(STATE_WORDS[note.state])} · {note.by}"
    return Cell(text, tone="text" if matter.is_open else "text_muted")
