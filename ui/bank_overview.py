"""First page of the Bank place: what is not with the bank, and where it waits."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.money import Money
from ui.bank_tables import papers_table, slips_table, takings_table, undeposited_table
from ui.bank_words import alarm_title
from ui.mark_table import MarkTable
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, Label, alt_label
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import column, row
from ui.widgets.table import Cell, Column, RowTable
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.remittance import SlipSeen, Takings
    from counter_app.use_cases.remittance_orders import RemittanceView

_SECTIONS_PX = 284


class Section(Enum):
    """What is listed."""

    UNDEPOSITED = auto()
    TAKINGS = auto()
    PAPERS = auto()
    SLIPS = auto()


SECTIONS = tuple(Section)
_TABLES = {
    Section.UNDEPOSITED: undeposited_table,
    Section.TAKINGS: takings_table,
    Section.SLIPS: slips_table,
}


class BankOverview(QWidget):
    """Sections on the left with their sums, the rows of one on the right, a key for each thing to do."""

    handing_asked = Signal()
    cash_slip_asked = Signal()
    paper_slip_asked = Signal()
    answer_asked = Signal(object)
    """SlipSeen without an answer."""

    save_asked = Signal()
    print_asked = Signal()
    thermal_asked = Signal()
    """The paper of the slip one stands on, or of the handing just made: as a file, on A4, on the receipt printer."""

    def __init__(self) -> None:
        super().__init__()
        self.section = Section.UNDEPOSITED
        self.view: RemittanceView | None = None
        self.marks: set[str] = set()
        self._is_filling = False
        self._title = Label("", as_="title")
        self._text = ElidedLabel("", as_="muted")
        self.alarm = NoticeBar()
        self.sections = RowTable()
        self.sections.setFixedWidth(_SECTIONS_PX)
        self.table = MarkTable()
        self._empty = EmptyState("bank")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        self.save_button = KeyButton(self.save_asked.emit, key="Ctrl+S", icon_name="save")
        self.print_button = KeyButton(self.print_asked.emit, key="Alt+4", icon_name="printer")
        self.thermal_button = KeyButton(self.thermal_asked.emit, key="Alt+R", icon_name="receipt")
        self._is_handing_at_hand = False

        self.handing_button = KeyButton(
            self.handing_asked.emit, key="Alt+T", hint="T", icon_name="shift"
        )
        self.cash_button = KeyButton(
            self.cash_slip_asked.emit, key="Alt+C", hint="C", icon_name="cash"
        )
        self.papers_button = KeyButton(
            self.paper_slip_asked.emit, key="Alt+P", hint="P", icon_name="bank"
        )
        self.answer_button = KeyButton(self._answer, key="Alt+A", hint="A", icon_name="tick")
        self.sections.chosen.connect(self._choose)
        self.sections.entered.connect(lambda _row: self.table.setFocus())
        self.table.chosen.connect(lambda _row: self._show_buttons())
        self.table.marked.connect(self._mark)
        self.table.all_marked.connect(self._mark_all)
        self.table.entered.connect(lambda _row: self._enter_row())
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(gap=2)
        head.addLayout(column(self._title, self._text, gap=0), 1)
        for button in (self.thermal_button, self.print_button, self.save_button):
            head.addWidget(button)
        doing = row(alt_label(), gap=2)
        for button in (
            self.handing_button,
            self.cash_button,
            self.papers_button,
            self.answer_button,
        ):
            doing.addWidget(button)
        doing.addStretch(1)
        body = row(gap=3)
        body.addWidget(self.sections)
        body.addWidget(self._pages, 1)
        layout = column(head, self.alarm, gap=3)
        layout.addLayout(body, 1)
        layout.addLayout(doing)
        self.setLayout(layout)

    def fill(self, view: RemittanceView) -> None:
        """Show what is true now; marks stay on papers that are still here."""
        self.view = view
        self.marks &= {one.identity for one in view.papers}
        self.retranslate()

    def offer_handing(self, *, is_at_hand: bool) -> None:
        """Takings were just taken over: from now on their paper can be had, or it can not any more."""
        self._is_handing_at_hand = is_at_hand
        self._show_buttons()

    def take_keys(self) -> None:
        """Into the list."""
        (self.table if self._pages.currentIndex() == 0 else self.sections).setFocus()

    def go(self, section: Section) -> None:
        """Show a section."""
        self.sections.selectRow(SECTIONS.index(section))

    @property
    def chosen_slip(self) -> SlipSeen | None:
        """The slip one stands on."""
        slips, place = self.view.slips if self.view else (), self.table.chosen_row
        is_there = self.section is Section.SLIPS and 0 <= place < len(slips)
        return slips[place] if is_there else None

    @property
    def chosen_papers(self) -> tuple[HeldInstrument, ...]:
        """The papers marked, all of them when none is."""
        papers = self.view.papers if self.view else ()
        return tuple(one for one in papers if one.identity in self.marks) or papers

    @property
    def chosen_takings(self) -> tuple[Takings, ...]:
        """The shift one stands on, else all."""
        takings, place = self.view.takings if self.view else (), self.table.chosen_row
        is_there = self.section is Section.TAKINGS and 0 <= place < len(takings)
        return (takings[place],) if is_there else takings[:1]

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("To the bank"))
        self.save_button.say(self.tr("Save PDF"))
        self.print_button.say(self.tr("Print A4"))
        self.thermal_button.say(self.tr("Short print"), self.tr("Print on the receipt printer"))
        self.handing_button.say(self.tr("Receive takings"))
        self.cash_button.say(self.tr("Cash slip"))
        self.papers_button.say(self.tr("Paper slip"))
        self.answer_button.say(self.tr("Answer"), self.tr("Note what the bank said"))
        self.sections.setAccessibleName(self.tr("What waits"))
        self.table.setAccessibleName(self.tr("What waits, one by one"))
        if self.view is not None:
            self._show(self.view)

    def _show(self, view: RemittanceView) -> None:
        self._is_filling = True
        self._text.setText(
            self.tr("With the head cashier: {amount}").format(amount=rupees(view.cash_with_head))
        )
        if view.alarm is None:
            self.alarm.hush()
        else:
            self.alarm.tell(
                "caution",
                alarm_title(view.alarm),
                self.tr("Make the slip, or note what the bank said of it."),
            )
        self._show_sections(view)
        self._show_rows(view)
        self._is_filling = False
        self._show_buttons()

    def _show_sections(self, view: RemittanceView) -> None:
        waiting = [one for one in view.slips if one.answer is None]
        sums = {
            Section.UNDEPOSITED: (None, Money.total(one.amount for one in view.undeposited)),
            Section.TAKINGS: (len(view.takings), Money.total(one.amount for one in view.takings)),
            Section.PAPERS: (len(view.papers), Money.total(one.face for one in view.papers)),
            Section.SLIPS: (len(waiting), Money.total(one.slip.amount for one in waiting)),
        }
        names = {
            Section.UNDEPOSITED: self.tr("Not with the bank"),
            Section.TAKINGS: self.tr("Takings of shifts"),
            Section.PAPERS: self.tr("Papers here"),
            Section.SLIPS: self.tr("Slips"),
        }
        columns = (Column(self.tr("What waits"), stretches=True), Column("", is_figure=True))
        rows = tuple(
            (
                Cell(names[one] if not sums[one][0] else f"{names[one]} {sums[one][0]}"),
                Cell(rupees(sums[one][1]), tone="text" if sums[one][1] else "text_muted"),
            )
            for one in SECTIONS
        )
        self.sections.fill(columns, rows)
        self.sections.selectRow(SECTIONS.index(self.section))

    def _show_rows(self, view: RemittanceView) -> None:
        if self.section is Section.PAPERS:
            columns, rows = papers_table(view, self.marks)
        else:
            columns, rows = _TABLES[self.section](view)
        self.table.fill(columns, rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        self._empty.say(self.tr("Nothing waits here"), self.tr("All of it has gone its way."))

    def _show_buttons(self) -> None:
        view = self.view
        if view is None or self._is_filling:
            return
        slip = self.chosen_slip
        self.handing_button.setEnabled(bool(view.takings))
        self.cash_button.setEnabled(bool(view.cash_with_head))
        self.papers_button.setEnabled(bool(view.papers))
        self.answer_button.setEnabled(any(one.answer is None for one in view.slips))
        for button in (self.thermal_button, self.print_button, self.save_button):
            button.setHidden(slip is None and not self._is_handing_at_hand)

    def _choose(self, place: int) -> None:
        if self._is_filling or place < 0 or self.view is None:
            return
        self.section = SECTIONS[place]
        self._show(self.view)

    def _mark(self, place: int) -> None:
        if self.section is Section.PAPERS and self.view is not None:
            self.marks ^= {self.view.papers[place].identity}
            self._show(self.view)

    def _mark_all(self) -> None:
        if self.section is Section.PAPERS and self.view is not None:
            all_of_them = {one.identity for one in self.view.papers}
            self.marks = set() if self.marks >= all_of_them else all_of_them
            self._show(self.view)

    def _answer(self) -> None:
        """The slip one stands on, else the oldest that waits."""
        waiting = [one for one in (self.view.slips if self.view else ()) if one.answer is None]
        chosen = self.chosen_slip
        if waiting:
            is_waiting = chosen is not None and chosen.answer is None
            self.answer_asked.emit(chosen if is_waiting else waiting[-1])

    def _enter_row(self) -> None:
        pressed = {
            Section.TAKINGS: self.handing_button,
            Section.PAPERS: self.papers_button,
            Section.SLIPS: self.answer_button,
        }.get(self.section)
        if pressed is not None:
            pressed.click()
