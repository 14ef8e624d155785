"""The bank gave one back: why, when, at what charge; and beside it which receipts and accounts are undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from counter_app.domain.errors import Refusal
from counter_app.domain.money import Money
from counter_app.domain.return_reasons import reasons_for
from ui.instrument_words import day_problem_text, reason_text, settled_text, whole_text
from ui.instruments_form import ReturnForm
from ui.rule_form import day_typed
from ui.sentences import refusal_text
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.table import Cell, Column, RowTable
from ui.widgets.text_field import TextField
from ui.words import rupees

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.instrument import HeldInstrument

PARTS = ("day", "reason", "words", "charge")


class InstrumentReturn(QWidget):
    """Second page of the screen. It shows a form and tells when it is complete; it decides nothing."""

    left = Signal()
    returned = Signal(object)
    """ReturnForm, with nothing missing."""

    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form: ReturnForm | None = None
        self._is_filling = False
        self._title = Label("", as_="title")
        self._what = Label("", as_="muted")
        self._reason = QComboBox()
        editors = {"day": TextField(), "words": TextField(), "charge": TextField()}
        self.fields = {
            "day": Field(editors["day"]),
            "reason": Field(self._reason),
            "words": Field(editors["words"]),
            "charge": Field(editors["charge"]),
        }
        for part, editor in editors.items():
            editor.textChanged.connect(lambda text, part=part: self._typed(part, text))
            editor.card_number_refused.connect(self.card_number_refused)
        editors["day"].returnPressed.connect(self._reason.setFocus)
        editors["words"].returnPressed.connect(editors["charge"].setFocus)
        editors["charge"].returnPressed.connect(self._return)
        self._reason.currentIndexChanged.connect(
            lambda _place: self._typed("reason", str(self._reason.currentData() or ""))
        )
        self._undone_title = Label("", as_="heading")
        self._undone_text = Label("", wraps=True)
        self.table = RowTable()
        self.back_button = KeyButton(self.left.emit, key="Escape", hint="Esc", icon_name="close")
        self.return_button = KeyButton(
            self._return, hint="Ctrl+Enter", icon_name="stop", kind="primary"
        )
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.return_button.click)
        self._build()

    def _build(self) -> None:
        head = row(gap=2)
        head.addLayout(column(self._title, self._what, gap=0), 1)
        head.addWidget(self.back_button)
        head.addWidget(self.return_button)
        fields = column(*(self.fields[part] for part in PARTS), gap=2, margins=(3, 3, 3, 3))
        fields.addStretch(1)
        undone = column(self._undone_title, self._undone_text, gap=2, margins=(3, 3, 3, 3))
        undone.addWidget(self.table, 1)
        body = row(gap=3)
        body.addWidget(framed(fields, ground="card"), 3)
        body.addWidget(framed(undone, ground="card"), 5)
        layout = column(head, gap=3)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def begin(self, held: HeldInstrument, today: date) -> None:
        """Show what a return of this one would undo, and ask why."""
        self.form = ReturnForm(held, today, day_typed(today))
        self._is_filling = True
        self._reason.clear()
        for code in reasons_for(held.kind):
            self._reason.addItem(code, code)
        self._reason.setCurrentIndex(-1)
        for part, field in self.fields.items():
            if isinstance(field.editor, TextField):
                field.editor.fill(self.form.day_text if part == "day" else "")
            field.complain("")
        self._is_filling = False
        self.wait(is_waiting=False)
        self.retranslate()
        self._reason.setFocus()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is returned twice."""
        self.return_button.setEnabled(not is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Given back by the bank"))
        self.fields["day"].say(self.tr("On which day"))
        self.fields["reason"].say(self.tr("Reason on the bank's memo"))
        self.fields["words"].say(self.tr("Further words of the memo"))
        self.fields["charge"].say(self.tr("Bank's charge (₹, empty for none)"))
        self.back_button.say(self.tr("Back"), self.tr("Back to the list, nothing is undone"))
        self.return_button.say(self.tr("Undo its payments"))
        self._undone_title.setText(self.tr("What is undone"))
        self.table.setAccessibleName(self.tr("Receipts and accounts that are undone"))
        self._is_filling = True
        for place in range(self._reason.count()):
            self._reason.setItemText(place, reason_text(str(self._reason.itemData(place))))
        self._is_filling = False
        if self.form is not None:
            self._show(self.form)

    def _show(self, form: ReturnForm) -> None:
        self._what.setText(whole_text(form.held))
        undone = form.undone
        accounts = {part.account_no for part in undone}
        self._undone_text.setText(
            self.tr(
                "{total} is taken back. Receipts: {receipts}, accounts: {accounts}. "
                "The receipts stay as they are; a new entry undoes what this paid of them."
            ).format(
                total=rupees(Money.total(part.amount for part in undone)),
                receipts=len(undone),
                accounts=len(accounts),
            )
        )
        columns = (
            Column(self.tr("Receipt no.")),
            Column(self.tr("Account no.")),
            Column(self.tr("It had settled"), stretches=True),
            Column(self.tr("Undone"), is_figure=True),
        )
        rows = tuple(
            (
                Cell(str(part.receipt_no)),
                Cell(part.account_no),
                Cell(settled_text(allocation), tone="text_muted"),
                Cell(rupees(-allocation.amount), tone="negative"),
            )
            for part in undone
            for allocation in part.allocations
        )
        self.table.fill(columns, rows)

    def _typed(self, part: str, text: str) -> None:
        if self.form is not None and not self._is_filling:
            self.form = self.form.with_text(part, text)
            self.fields[part].complain("")
            if part == "words":
                self.fields["reason"].complain("")

    def _return(self) -> None:
        form = self.form
        if form is None or not self.return_button.isEnabled():
            return
        charge = form.charge
        told = {
            "day": day_problem_text(form.day_problem),
            "reason": "" if form.said else self.tr("Choose the reason, or type it below."),
            "charge": refusal_text(charge) if isinstance(charge, Refusal) else "",
        }
        for part, problem in told.items():
            self.fields[part].complain(problem)
        wrong = next((part for part in PARTS if told.get(part)), "")
        if wrong:
            self.fields[wrong].setFocus()
            return
        self.wait(is_waiting=True)
        self.returned.emit(form)
