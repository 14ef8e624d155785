"""Page of the bank's answer: reference and date from the stamped counterfoil, the sum, and why it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from counter_app.domain.errors import Refusal
from counter_app.domain.remittance import BankWhy, SlipKind
from ui.bank_answer_form import ACCEPTED, DAY, REFERENCE, AnswerForm, difference_typed
from ui.bank_words import SLIP_WORDS, WHY_WORDS, word
from ui.rule_form import day_typed
from ui.sentences import refusal_text
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.table import Cell, Column, RowTable
from ui.widgets.text_field import MoneyField, TextField
from ui.words import day_text, rupees

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.remittance import Slip


class BankAnswerPage(QWidget):
    """It shows a form and tells when it is complete; it decides nothing."""

    left = Signal()
    answered = Signal(object)
    """AnswerForm, with nothing missing."""

    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form: AnswerForm | None = None
        self._refused: Refusal | None = None
        self._is_filling = False
        self._title, self._what = Label("", as_="title"), Label("", as_="muted")
        editors = {REFERENCE: TextField(), DAY: TextField(), ACCEPTED: MoneyField()}
        self.fields = {part: Field(editor) for part, editor in editors.items()}
        self._sums = Label("", as_="strong", wraps=True)
        self._differences_title = Label("", as_="heading")
        self._differences_text = Label("", as_="muted", wraps=True)
        self._why, self._amount, self._note = QComboBox(), MoneyField(), TextField()
        self._amount.setProperty("scale", "")
        for why in BankWhy:
            self._why.addItem("", why)
        self.why, self.amount = Field(self._why), Field(self._amount)
        self.note = Field(self._note)
        self.table = RowTable()
        self.add_button = KeyButton(self._add, key="Alt+N", icon_name="tick")
        self.drop_button = KeyButton(self._drop, key="Alt+X", icon_name="close")
        self.back_button = KeyButton(self.left.emit, key="Escape", hint="Esc", icon_name="close")
        self.note_button = KeyButton(
            self._answer, hint="Ctrl+Enter", icon_name="tick", kind="primary"
        )
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.note_button.click)
        for part, editor in editors.items():
            editor.textChanged.connect(lambda text, part=part: self._typed(part, text))
        for field in (*editors.values(), self._amount, self._note):
            field.card_number_refused.connect(self.card_number_refused)
        editors[REFERENCE].returnPressed.connect(editors[DAY].setFocus)
        editors[DAY].returnPressed.connect(editors[ACCEPTED].setFocus)
        editors[ACCEPTED].returnPressed.connect(self._after_sum)
        self._amount.returnPressed.connect(self._note.setFocus)
        self._note.returnPressed.connect(self._add)
        self._why.currentIndexChanged.connect(lambda _place: self._name_note())
        self._build()

    def _build(self) -> None:
        head = row(gap=2)
        head.addLayout(column(self._title, self._what, gap=0), 1)
        head.addWidget(self.back_button)
        head.addWidget(self.note_button)
        fields = column(
            *(self.fields[part] for part in (REFERENCE, DAY, ACCEPTED)),
            self._sums,
            1,
            gap=2,
            margins=(3, 3, 3, 3),
        )
        typed = row(gap=2)
        for field, share in ((self.why, 4), (self.amount, 3), (self.note, 6)):
            typed.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        buttons = row(1, self.drop_button, self.add_button, gap=2)
        differences = column(
            self._differences_title, self._differences_text, gap=1, margins=(3, 3, 3, 3)
        )
        differences.addLayout(typed)
        differences.addLayout(buttons)
        differences.addWidget(self.table, 1)
        self._differences = framed(differences, ground="card")
        body = row(gap=3)
        body.addWidget(framed(fields, ground="card"), 3)
        body.addWidget(self._differences, 5)
        layout = column(head, gap=3)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def begin(self, slip: Slip, today: date) -> None:
        """Ask what the bank said of this slip: its whole sum, unless typed otherwise."""
        on = day_typed(max(today, slip.business_date))
        self.form = AnswerForm(slip, today, "", on, str(slip.amount))
        self._is_filling = True
        texts = {REFERENCE: "", DAY: on, ACCEPTED: str(slip.amount)}
        for part, text in texts.items():
            editor = self.fields[part].editor
            assert isinstance(editor, TextField), "typed"
            editor.fill(text)
            self.fields[part].complain("")
        self._forget_difference()
        self._is_filling = False
        self._differences.setHidden(slip.kind is SlipKind.PAPERS)
        self.wait(is_waiting=False)
        self.retranslate()
        self.fields[REFERENCE].setFocus()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is noted twice."""
        self.note_button.setEnabled(not is_waiting)

    def complain(self, part: str, text: str) -> None:
        """What the books declined, at its field."""
        self.fields[part].complain(text)
        self.fields[part].setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("What the bank said"))
        self.fields[REFERENCE].say(self.tr("Bank's reference"))
        self.fields[DAY].say(self.tr("Day of the bank's stamp"))
        self.fields[ACCEPTED].say(self.tr("Accepted by the bank (₹)"))
        self._differences_title.setText(self.tr("Differences the bank found"))
        self._differences_text.setText(
            self.tr("One line for each; a counterfeit note is a line of its own.")
        )
        self.why.say(self.tr("What"))
        self.table.setAccessibleName(self.tr("Differences the bank found"))
        self.add_button.say(self.tr("Add the difference"))
        self.drop_button.say(self.tr("Take it out"), self.tr("Take the chosen difference out"))
        self.back_button.say(self.tr("Back"), self.tr("Back to the list, nothing is noted"))
        self.note_button.say(self.tr("Note the answer"))
        for place, why in enumerate(BankWhy):
            self._why.setItemText(place, word(WHY_WORDS[why]))
        self._name_note()
        if self.form is not None:
            self._show(self.form)
            self._complain_again(self.form)

    def _complain_again(self, form: AnswerForm) -> None:
        """What is wrong, in the other language."""
        for part, field in self.fields.items():
            problem = form.problems.get(part)
            if field.problem and problem:
                field.complain(refusal_text(problem))
        for field in (self.amount, self.note):
            if field.problem and self._refused is not None:
                field.complain(refusal_text(self._refused))

    def _name_note(self) -> None:
        is_counterfeit = self._why.currentData() == BankWhy.COUNTERFEIT
        self.amount.say(self.tr("Denomination (₹)") if is_counterfeit else self.tr("Amount (₹)"))
        self.note.say(
            self.tr("Number on the note") if is_counterfeit else self.tr("What the bank wrote")
        )

    def _show(self, form: AnswerForm) -> None:
        slip = form.slip
        self._what.setText(
            self.tr("Slip {number}, {kind}, {amount}, made on {day}").format(
                number=slip.slip_no,
                kind=word(SLIP_WORDS[slip.kind]),
                amount=rupees(slip.amount),
                day=day_text(slip.business_date),
            )
        )
        if form.is_explained and form.differences:
            said = self.tr("Sum and differences make the slip. A supervisor will be asked.")
        elif form.is_explained:
            said = self.tr("The bank accepted the whole slip.")
        else:
            text = self.tr("With these differences the bank should have accepted {amount}.")
            said = text.format(amount=rupees(form.should_be))
        self._sums.setText(said)
        columns = (
            Column(self.tr("What")),
            Column(self.tr("Amount"), is_figure=True),
            Column(self.tr("Note"), stretches=True),
        )
        rows = tuple(
            (Cell(word(WHY_WORDS[one.why])), Cell(rupees(one.amount)), Cell(one.note))
            for one in form.differences
        )
        self.table.fill(columns, rows)
        self.drop_button.setEnabled(bool(rows))

    def _typed(self, part: str, text: str) -> None:
        if self.form is not None and not self._is_filling:
            self.form = self.form.with_text(part, text)
            self.fields[part].complain("")
            self._show(self.form)

    def _after_sum(self) -> None:
        """A sum that is not explained leads to the differences."""
        if self.form is not None and not self.form.is_explained and self._why.isVisible():
            self._why.setFocus()
        else:
            self._answer()

    def _add(self) -> None:
        if self.form is None:
            return
        why = self._why.currentData()
        try:
            one = difference_typed(BankWhy(why), self._amount.text(), self._note.text())
        except Refusal as refusal:
            wrong = self.note if self._amount.text().strip() else self.amount
            self._refused = refusal
            wrong.complain(refusal_text(refusal))
            wrong.setFocus()
            return
        self.form = self.form.with_difference(one)
        self._forget_difference()
        self._show(self.form)
        self._why.setFocus()

    def _drop(self) -> None:
        if self.form is not None and self.table.chosen_row >= 0:
            self.form = self.form.without(self.table.chosen_row)
            self._show(self.form)

    def _forget_difference(self) -> None:
        self._amount.fill("")
        self._note.fill("")
        for field in (self.amount, self.note):
            field.complain("")

    def _answer(self) -> None:
        form = self.form
        if form is None or not self.note_button.isEnabled():
            return
        for part in (ACCEPTED, DAY, REFERENCE):
            problem = form.problems.get(part)
            self.fields[part].complain(refusal_text(problem) if problem else "")
            if problem:
                self.fields[part].setFocus()
        if not form.problems:
            self.answered.emit(form)
