"""The two sides of an open payment: what is owed and paid for, and how it is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.payment_account import AccountCard
from ui.payment_line import LineEditor
from ui.payment_lines import LinesTable
from ui.payment_suspense import SuspensePanel
from ui.payment_tender import TenderPanel
from ui.payment_word import WordPanel
from ui.widgets.styling import column, row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.errors import Refusal
    from ui.payment_form import PaymentForm
    from ui.payment_parts import Part
    from ui.widgets.field import Field

NARROW_PX = 1070
LOW_PX = 520


class PaymentSides(QWidget):
    """A small window gives both sides the same room and a smaller figure."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = LinesTable()
        self.account = AccountCard()
        self.suspense = SuspensePanel()
        self.editor = LineEditor()
        self.tender = TenderPanel()
        self.word = WordPanel()
        self.panels = (self.suspense, self.editor, self.tender)
        self._right = QStackedWidget()
        self._right.addWidget(self.tender)
        self._right.addWidget(self.word)
        left = column(self.lines, gap=2)
        left.addWidget(self.account, 1)
        left.addWidget(self.suspense, 1)
        left.addWidget(self.editor)
        self._layout = row(gap=3)
        self._layout.addLayout(left, 11)
        self._layout.addWidget(self._right, 9)
        self.setLayout(self._layout)
        self.lines.setHidden(True)
        self.suspense.setHidden(True)

    @property
    def fields(self) -> Mapping[Part, Field]:
        """Every field of a payment."""
        return {**self.suspense.fields, **self.editor.fields, **self.tender.fields}

    @property
    def is_word_asked(self) -> bool:
        """Whether a supervisor's word is waited for."""
        return self._right.currentWidget() is self.word

    def show_form(self, form: PaymentForm, now: datetime) -> None:
        """Fill both sides from a form."""
        is_several = len(form.lines) > 1
        self.lines.show_form(form)
        if form.line.account is not None:
            self.account.show_line(form.line, now, is_brief=is_several)
        self.account.setHidden(form.line.account is None)
        self.suspense.setHidden(form.line.account is not None)
        for panel in self.panels:
            panel.show_form(form)

    def follow(self, form: PaymentForm) -> None:
        """Something was typed: what is shown of it follows."""
        if len(form.lines) > 1:
            self.lines.show_form(form)
        self.account.follow(form.line)
        self.editor.follow(form)
        self.tender.show_figure(form)

    def show_problems(self, problems: Mapping[Part, Refusal]) -> None:
        """Say below each field what is wrong with it."""
        for panel in self.panels:
            panel.show_problems(problems)

    def focus(self, part: Part) -> None:
        """Put the cashier into this field."""
        next(panel for panel in self.panels if part in panel.fields).focus(part)

    def ask_for_word(self, *, is_asked: bool) -> None:
        """Set the supervisor's panel in place of the tenders, or take it away."""
        self._right.setCurrentWidget(self.word if is_asked else self.tender)

    def wait(self, *, is_waiting: bool) -> None:
        """While the books write, nothing changes under them."""
        for panel in self.panels:
            panel.wait(is_waiting=is_waiting)
        self.lines.setEnabled(not is_waiting)

    def retranslate(self, form: PaymentForm | None, *, is_unknown: bool) -> None:
        """Put every word in the language spoken."""
        self.lines.retranslate(form)
        self.account.retranslate()
        self.suspense.retranslate()
        self.editor.retranslate()
        self.tender.retranslate(is_unknown=is_unknown)
        self.word.retranslate()
        if form is not None:
            self.tender.show_figure(form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window changed its size."""
        super().resizeEvent(event)
        is_low = self.height() < LOW_PX
        self._layout.setStretch(0, 11 if self.width() >= NARROW_PX else 12)
        for part in (self.account, self.editor, self.tender):
            part.compact(is_compact=is_low)
