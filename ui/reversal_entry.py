"""First page of a reversal: why, what becomes of each tender, the right account, and the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from counter_app.domain.money import ZERO
from counter_app.domain.reversal import PaperState, ReversalWhy
from ui.marking import QT_TRANSLATE_NOOP
from ui.payment_scroll import TallScroll
from ui.reversal_tender_row import ReversalTenderRow
from ui.sentences import refusal_text
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.text_field import TextField
from ui.words import name_in_lists, rupees, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.reversal import GoesWhere
    from ui.reversal_form import ReversalForm

WHY_WORDS: Mapping[ReversalWhy, str] = {
    ReversalWhy.WRONG_ACCOUNT: QT_TRANSLATE_NOOP("Words", "Wrong account"),
    ReversalWhy.WRONG_AMOUNT: QT_TRANSLATE_NOOP("Words", "Wrong amount"),
    ReversalWhy.TAKEN_TWICE: QT_TRANSLATE_NOOP("Words", "Taken twice"),
    ReversalWhy.CONSUMER_ASKED: QT_TRANSLATE_NOOP("Words", "The consumer asked"),
    ReversalWhy.OTHER: QT_TRANSLATE_NOOP("Words", "Another reason"),
}
PAPER_WORDS: Mapping[PaperState, str] = {
    PaperState.RECOVERED: QT_TRANSLATE_NOOP("Words", "The receipt came back"),
    PaperState.NOT_RECOVERED: QT_TRANSLATE_NOOP("Words", "The receipt did not come back"),
    PaperState.NEVER_PRINTED: QT_TRANSLATE_NOOP("Words", "It was never printed"),
}


class ReversalEntry(QWidget):
    """It holds a form and tells when it is complete; it decides nothing."""

    left = Signal()
    completed = Signal()
    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form: ReversalForm | None = None
        self.tenders: tuple[ReversalTenderRow, ...] = ()
        self._title, self._what = Label("", as_="title"), Label("", as_="muted")
        self.why, self.paper = QComboBox(), QComboBox()
        for why in ReversalWhy:
            self.why.addItem("", why.value)
        for state in PaperState:
            self.paper.addItem("", state.value)
        self.reason, self.account = TextField(), TextField()
        self.fields = {
            "why": Field(self.why),
            "reason": Field(self.reason),
            "account": Field(self.account),
            "paper": Field(self.paper),
        }
        self.why.currentIndexChanged.connect(lambda _place: self._because())
        self.paper.currentIndexChanged.connect(lambda _place: self._typed())
        for editor in (self.reason, self.account):
            editor.textChanged.connect(lambda _text: self._typed())
            editor.card_number_refused.connect(self.card_number_refused)
        self.reason.returnPressed.connect(self.account.setFocus)
        self.account.returnPressed.connect(self.paper.setFocus)
        self._money_title = Label("", as_="heading")
        self._money = Label("", wraps=True)
        self._rows = column(gap=2)
        self.back_button = KeyButton(self.left.emit, key="Escape", hint="Esc", icon_name="close")
        self.next_button = KeyButton(
            self._complete, hint="Ctrl+Enter", icon_name="tick", kind="primary"
        )
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.next_button.click)
        self._is_filling = False
        self._build()

    def _build(self) -> None:
        head = row(gap=2)
        head.addLayout(column(self._title, self._what, gap=0), 1)
        head.addWidget(self.back_button)
        head.addWidget(self.next_button)
        fields = column(*self.fields.values(), gap=2, margins=(3, 3, 3, 3))
        fields.addStretch(1)
        money = column(self._money_title, gap=2, margins=(3, 3, 3, 3))
        money.addLayout(self._rows)
        money.addWidget(self._money)
        money.addStretch(1)
        body, page = row(gap=3), QWidget()
        body.addWidget(framed(fields, ground="card"), 1)
        body.addWidget(framed(money, ground="card"), 1)
        page.setLayout(body)
        layout = column(head, gap=3)
        layout.addWidget(TallScroll(page), 1)
        self.setLayout(layout)

    def begin(self, form: ReversalForm) -> None:
        """Ask anew."""
        self.form = form
        self._is_filling = True
        for editor in (self.reason, self.account):
            editor.fill("")
        self.why.setCurrentIndex(self.why.findData(form.why.value))
        self.paper.setCurrentIndex(self.paper.findData(form.paper.value))
        for old in self.tenders:
            self._rows.removeWidget(old)
            old.deleteLater()
        self.tenders = tuple(
            ReversalTenderRow(one, goes)
            for one, goes in zip(form.weighed.ways, form.goes, strict=True)
        )
        for place, one in enumerate(self.tenders):
            one.sent.connect(lambda where, place=place: self._send(place, where))
            one.void_typed.connect(lambda code, place=place: self._void(place, code))
            one.card_number_refused.connect(self.card_number_refused)
            self._rows.addWidget(one)
        self._is_filling = False
        self._complain({})
        self.retranslate()
        self.why.setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.fields["why"].say(self.tr("Why"))
        self.fields["reason"].say(self.tr("What happened"))
        self.fields["account"].say(self.tr("Right account (empty if not known)"))
        self.fields["paper"].say(self.tr("The receipt on paper"))
        self._money_title.setText(self.tr("What becomes of the money"))
        self.back_button.say(self.tr("Back"), self.tr("Back to the list, nothing is reversed"))
        self.next_button.say(self.tr("Go on to approval"))
        for place, why in enumerate(ReversalWhy):
            self.why.setItemText(place, word(WHY_WORDS[why]))
        for place, state in enumerate(PaperState):
            self.paper.setItemText(place, word(PAPER_WORDS[state]))
        for one in self.tenders:
            one.retranslate()
        self._show()

    def _show(self) -> None:
        form = self.form
        if form is None:
            return
        payment = form.weighed.receipt.payment
        consumer = payment.consumer
        self._title.setText(self.tr("Reverse receipt {number}").format(number=payment.receipt_no))
        name = name_in_lists(consumer.name_en, consumer.name_hi)
        self._what.setText(f"{consumer.account_no} · {name} · {rupees(payment.amount)}")
        said = []
        if form.cash_back != ZERO:
            said.append(
                self.tr("{amount} goes back out of your drawer, after the approval.").format(
                    amount=rupees(form.cash_back)
                )
            )
        if form.held != ZERO:
            said.append(
                self.tr(
                    "{amount} stays here, in suspense, until the office gives it to the right account."
                ).format(amount=rupees(form.held))
            )
        said.append(self.tr("The receipt keeps its number and is marked CANCELLED."))
        self._money.setText("\n".join(said))

    def _because(self) -> None:
        if self.form is None or self._is_filling:
            return
        self.form = self.form.because(ReversalWhy(str(self.why.currentData())))
        for one, goes in zip(self.tenders, self.form.goes, strict=True):
            one.show_way(goes)
        self._typed()

    def _send(self, place: int, where: GoesWhere) -> None:
        assert self.form is not None, "its rows are shown"
        self.form = self.form.sending(place, where)
        self.tenders[place].show_way(where)
        self._typed()

    def _void(self, place: int, code: str) -> None:
        assert self.form is not None, "its rows are shown"
        self.form = self.form.voided(place, code)
        self._typed()

    def _typed(self) -> None:
        if self.form is None or self._is_filling:
            return
        self.form = self.form.with_texts(
            self.reason.text(), self.account.text(), PaperState(str(self.paper.currentData()))
        )
        self._complain({})
        self._show()

    def _complain(self, problems: Mapping[str, str]) -> None:
        for name, field in self._fields().items():
            field.complain(problems.get(name, ""))

    def _fields(self) -> dict[str, Field]:
        voids = {f"void {place}": one.void_field for place, one in enumerate(self.tenders)}
        return self.fields | voids

    def _complete(self) -> None:
        if self.form is None:
            return
        problems = {name: refusal_text(one) for name, one in self.form.problems.items()}
        self._complain(problems)
        if problems:
            self._fields()[next(iter(problems))].setFocus()
            return
        self.completed.emit()
