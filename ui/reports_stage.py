"""What the place of reports is made of: the list, of what, the report, and a button for each thing to do with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.report_form import ReportForm
from ui.report_view import ReportView, text_now
from ui.reports_form import Span
from ui.reports_list import ReportsList
from ui.reports_selection import SelectionBar
from ui.screen import Screen
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, alt_label
from ui.widgets.styling import column, row
from ui.words import moment_text

if TYPE_CHECKING:
    from ui.seat import Seat


class ReportsStage(Screen):
    """The list on the left, of what above, the report below. What its buttons ask for, ``reports_screen`` does."""

    make_asked = Signal()
    stop_asked = Signal()
    turn_asked = Signal(int)
    """To the day, days or shift so many steps later."""

    print_asked = Signal()
    open_asked = Signal()
    slip_asked = Signal()
    save_asked = Signal(object)
    """ReportForm"""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._title = ElidedLabel("", as_="heading")
        self._subtitle = ElidedLabel("", as_="muted")
        self.list = ReportsList()
        self.bar = SelectionBar()
        self.view = ReportView()
        self._empty = EmptyState("report")
        self._buttons()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        head = row(gap=2)
        head.addLayout(column(self._title, self._subtitle, gap=0), 1)
        for button in (self.stop_button, self.earlier_button, self.later_button, self.make_button):
            head.addWidget(button)
        files = row(alt_label(), *self.file_buttons, 1, gap=1)
        right = column(head, self.bar, self.notice, gap=2)
        right.addWidget(self._pages, 1)
        right.addLayout(files)
        whole = row(gap=2, margins=(2, 2, 2, 2))
        whole.addWidget(self.list)
        whole.addLayout(right, 1)
        self.setLayout(whole)
        self.list.entered.connect(self.make_asked)
        self.bar.entered.connect(self.make_asked)

    def _buttons(self) -> None:
        self.earlier_button = KeyButton(
            partial(self.turn_asked.emit, -1), key="Alt+Left", hint="Alt ‹"
        )
        self.later_button = KeyButton(
            partial(self.turn_asked.emit, 1), key="Alt+Right", hint="Alt ›"
        )
        self.make_button = KeyButton(
            self.make_asked.emit, key="Ctrl+Return", hint="Enter", kind="primary"
        )
        self.stop_button = KeyButton(self.stop_asked.emit, key="Esc", icon_name="close")
        self.stop_button.setHidden(True)
        self.print_button = KeyButton(self.print_asked.emit, key="Alt+A", hint="A")
        self.open_button = KeyButton(self.open_asked.emit, key="Alt+O", hint="O")
        self.slip_button = KeyButton(self.slip_asked.emit, key="Alt+R", hint="R")
        self.pdf_button = self._save_button(ReportForm.PDF, "P")
        self.xlsx_button = self._save_button(ReportForm.XLSX, "X")
        self.csv_button = self._save_button(ReportForm.CSV, "C")
        self.file_buttons = (
            self.print_button,
            self.open_button,
            self.slip_button,
            self.pdf_button,
            self.xlsx_button,
            self.csv_button,
        )

    def _save_button(self, form: ReportForm, key: str) -> KeyButton:
        return KeyButton(partial(self.save_asked.emit, form), key=f"Alt+{key}", hint=key)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Reports"))
        self.earlier_button.say("", self.tr("The day, days or shift before"))
        self.later_button.say("", self.tr("The day, days or shift after"))
        self.make_button.say(self.tr("Show"), self.tr("Make this report"))
        self.stop_button.say(self.tr("Stop"), self.tr("Stop making this report"))
        self.print_button.say("A4", self.tr("Print it on A4"))
        self.open_button.say(self.tr("View"), self.tr("Open it as PDF"))
        self.slip_button.say(self.tr("Slip"), self.tr("Print it on the receipt printer"))
        self.pdf_button.say("PDF", self.tr("Save as PDF"))
        self.xlsx_button.say("XLSX", self.tr("Save as a table for the accountant"))
        self.csv_button.say("CSV", self.tr("Save as plain text"))
        self._empty.say(
            self.tr("Choose a report"),
            self.tr("Up and down choose it, Enter shows it. Payments can be taken meanwhile."),
        )
        groups = {
            "shift": self.tr("Shift"),
            "day": self.tr("Day"),
            "money": self.tr("Money"),
            "control": self.tr("Control"),
        }
        self.list.say(self.tr("Reports"), groups)
        self.bar.retranslate()
        self.view.say(self.tr("Part"), self.tr("Nothing to list"), self.tr("What the report is of"))
        self._name_report()

    def _name_report(self) -> None:
        """Title and moment of what is shown, or what Enter would make."""
        form, report = self.bar.form, self.view.report
        is_shown = self._pages.currentWidget() is self.view and report is not None
        words = text_now().words
        self._title.setText(
            words[f"report.{form.kind}"] if form is not None else self.tr("Reports")
        )
        self._subtitle.setText(
            self.tr("{counter} · as of {moment}").format(
                counter=report.place.counter_name or report.place.counter_id,
                moment=moment_text(report.made_at),
            )
            if is_shown and report is not None
            else self.tr("Enter shows it")
        )
        for button in self.file_buttons:
            button.setEnabled(is_shown)
        is_shift = form is not None and form.span is Span.SHIFT
        self.later_button.setEnabled(form is not None)
        self.earlier_button.setEnabled(form is not None and (not is_shift or bool(form.shift_no)))
