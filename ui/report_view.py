"""A report on screen: facts at its head, then one part at a time: a table with its total, or the picture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QStackedWidget, QWidget

from counter_app.domain.report_text import ReportText
from resources.vocabulary import words_in
from ui.language import language_now
from ui.report_picture import ReportPicture
from ui.report_table import ReportTable
from ui.theme import GRID_PX
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.styling import column, framed, row

if TYPE_CHECKING:
    from counter_app.domain.report import Report, Section

FACTS_A_LINE, FACTS_A_LINE_NARROW = 3, 2
NARROW_PX = 820
LOW_PX, MOST_LINES_LOW = 700, 5
"""A lower window shows so many lines of facts at once; the arrow keys move on."""


def text_now() -> ReportText:
    """The reports' words in the language spoken."""
    language = str(language_now())
    return ReportText(words_in(language), is_hindi=language == "hi")


class ReportView(QWidget):
    """Ctrl+Page Down and Ctrl+Page Up go from part to part."""

    def __init__(self) -> None:
        super().__init__()
        self.report: Report | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4 * GRID_PX)
        self._grid.setVerticalSpacing(0)
        self._facts: QFrame = framed(self._grid, ground="card")
        self._fold = QScrollArea()
        self._fold.setWidgetResizable(True)
        self._fold.setWidget(self._facts)
        self._fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grid.setContentsMargins(3 * GRID_PX, GRID_PX, 3 * GRID_PX, GRID_PX)
        self.parts = QComboBox()
        self._part_label = Label("", as_="label")
        self._part_label.setBuddy(self.parts)
        self._keys = Label("Ctrl+PgUp / PgDn", as_="key")
        self.parts.setMinimumHeight(7 * GRID_PX)
        self.parts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._bar = QWidget()
        self._bar.setLayout(row(self._part_label, self.parts, self._keys, 1, gap=2))
        self.table, self.picture = ReportTable(), ReportPicture()
        self._nothing = EmptyState("report")
        self._pages = QStackedWidget()
        for page in (self.table, self.picture, self._nothing):
            self._pages.addWidget(page)
        layout = column(self._fold, self._bar, gap=2)
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)
        self.parts.currentIndexChanged.connect(self._show_part)
        for key, steps in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.turn, steps))

    def say(self, part: str, nothing: str, facts: str) -> None:
        """Put every word in the language spoken; the report stays at the part that is shown."""
        self._part_label.setText(part)
        self.parts.setAccessibleName(part)
        self.table.view.setAccessibleName(part)
        self._fold.setAccessibleName(facts)
        self._nothing.say(nothing, "")
        if self.report is not None:
            at = self.parts.currentIndex()
            self.show_report(self.report)
            self.parts.setCurrentIndex(at)

    def show_report(self, report: Report) -> None:
        """All of it; its first part is seen."""
        self.report, text = report, text_now()
        self._fill_facts(report, text)
        self.parts.blockSignals(True)
        self.parts.clear()
        titles = [
            text.word(one.title) if one.title else text.title(report) for one in report.sections
        ]
        if report.bars:
            titles.append(text.words["by_hour_and_tender"])
        total = len(titles)
        for place, title in enumerate(titles, start=1):
            self.parts.addItem(f"{place}/{total}  {title}" if total > 1 else title)
        self.parts.setCurrentIndex(0)
        self.parts.blockSignals(False)
        self._bar.setHidden(total <= 1)
        self._show_part(0)

    def turn(self, steps: int) -> None:
        """The part after or before."""
        place = self.parts.currentIndex() + steps
        if 0 <= place < self.parts.count():
            self.parts.setCurrentIndex(place)

    def _show_part(self, place: int) -> None:
        report = self.report
        if report is None or place < 0:
            return
        text = text_now()
        if place >= len(report.sections):
            self.picture.show_bars(report.bars, text)
            self._pages.setCurrentWidget(self.picture)
            return
        section: Section = report.sections[place]
        if section.rows:
            self._pages.setCurrentWidget(self.table)
            self.table.show_section(section, text)
        else:
            said = text.word(section.when_empty) if section.when_empty else ""
            self._nothing.say(said or text.words["page.nothing"], "")
            self._pages.setCurrentWidget(self._nothing)

    def _fill_facts(self, report: Report, text: ReportText) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        a_line = FACTS_A_LINE if self.width() >= NARROW_PX else FACTS_A_LINE_NARROW
        for place, (word, cell) in enumerate(report.about):
            line, side = divmod(place, a_line)
            label, value = Label(text.word(word), as_="muted"), ElidedLabel("", as_="strong")
            value.setText(text.fact(cell))
            value.setAccessibleName(f"{text.word(word)} {text.fact(cell)}")
            self._grid.addWidget(label, line, 2 * side)
            self._grid.addWidget(value, line, 2 * side + 1)
        lines = -(-len(report.about) // a_line)
        is_low = self.window().height() < LOW_PX
        shown = min(lines, MOST_LINES_LOW) if is_low else lines
        high = self._facts.fontMetrics().height() + 2
        self._fold.setFixedHeight(shown * high + 3 * GRID_PX)
        for side in range(FACTS_A_LINE):
            self._grid.setColumnStretch(2 * side + 1, 1 if side < a_line else 0)
