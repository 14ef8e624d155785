"""After the payment: the change in large figures, and what became of the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from counter_app.domain.receipt import PrintReason, PrintState
from counter_app.domain.tender import CashTender, kind_of
from ui.language import in_language
from ui.sentences import print_reason_text
from ui.theme import GRID_PX
from ui.widgets.amounts import AmountLabel
from ui.widgets.empty import EmptyState
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, role, row, rule
from ui.words import rupees, tender_word

if TYPE_CHECKING:
    from counter_app.domain.tender import Tender
    from counter_app.use_cases.views import Taken
    from ui.paper import PaperNews

_CARD_WIDTH_PX = 560


class OutcomePanel(QStackedWidget):
    """The last payment, or what to do first."""

    def __init__(self) -> None:
        super().__init__()
        self._taken: Taken | None = None
        self._news: PaperNews | None = None
        self._empty = EmptyState("scan")
        self._title = Label("", as_="heading")
        self._caption = Label("")
        self.figure = AmountLabel(as_="figure")
        self._print_icon = IconLabel("printer", "text_muted")
        self._print_text = Label("", wraps=True)
        self._next = Label("", as_="muted")
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(6 * GRID_PX)
        self._facts.setVerticalSpacing(GRID_PX)
        self._facts.setColumnStretch(1, 1)
        change = framed(
            column(self._caption, self.figure, gap=0, margins=(4, 2, 4, 1)), tone="positive"
        )
        self._change_frame = change
        paper = row(self._print_icon, gap=2)
        paper.addWidget(self._print_text, 1)
        card = framed(
            column(
                row(IconLabel("tick", "positive", 24), self._title, 1, gap=2),
                change,
                self._facts,
                rule(),
                paper,
                self._next,
                gap=3,
                margins=(6, 5, 6, 5),
            ),
            ground="card",
        )
        card.setFixedWidth(_CARD_WIDTH_PX)
        page = QWidget()
        page.setLayout(column(1, row(1, card, 1), 2))
        self.addWidget(self._empty)
        self.addWidget(page)

    @property
    def taken(self) -> Taken | None:
        """The last payment of this sitting."""
        return self._taken

    def show_taken(self, taken: Taken) -> None:
        """A payment was committed."""
        self._taken, self._news = taken, None
        self.setCurrentIndex(1)
        self.retranslate()

    def hear(self, news: PaperNews) -> None:
        """What became of its paper."""
        if self._taken is not None and news.receipt_no == str(
            self._taken.receipt.payment.receipt_no
        ):
            self._news = news
            self._show_paper()

    def forget(self) -> None:
        """Another cashier sits down."""
        self._taken = self._news = None
        self.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._empty.say(
            self.tr("Ready for the next consumer"),
            self.tr("Scan the bill, or type a number or name above. Enter opens the account."),
        )
        self._next.setText(self.tr("Scan or type the next bill to go on."))
        if self._taken is None:
            return
        payment = self._taken.receipt.payment
        self._title.setText(
            self.tr("This payment had been taken before: it was not taken twice")
            if self._taken.was_taken_before
            else self.tr("Payment taken")
        )
        is_cash = any(isinstance(tender, CashTender) for tender in payment.tenders)
        if payment.change:
            self._caption.setText(self.tr("Change to give"))
            self.figure.show_amount(payment.change)
        else:
            self._caption.setText(
                self.tr("Paid exactly, no change") if is_cash else self.tr("Paid by card")
            )
            self.figure.show_amount(payment.amount)
        role(self._change_frame, tone="positive" if payment.change else "plain")
        self._show_facts()
        self._show_paper()

    def _show_facts(self) -> None:
        assert self._taken is not None, "called after a payment"
        payment = self._taken.receipt.payment
        tenders = ", ".join(_handed_over(tender) for tender in payment.tenders)
        facts = [
            (self.tr("Receipt no."), str(payment.receipt_no)),
            (self.tr("Amount paid"), rupees(payment.amount)),
            (self.tr("Handed over"), tenders),
            (self.tr("Consumer"), in_language(payment.consumer.name_en, payment.consumer.name_hi)),
            (self.tr("Account no."), payment.consumer.account_no),
        ]
        if payment.balance:
            facts.append((self.tr("Balance"), rupees(payment.balance)))
        while (item := self._facts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for line, (name, fact) in enumerate(facts):
            self._facts.addWidget(Label(name, as_="muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Label(fact, as_="strong", wraps=True), line, 1)

    def _show_paper(self) -> None:
        outcome = self._news.outcome if self._news is not None else None
        if outcome is None:
            is_lost = self._news is not None and self._news.fault is not None
            words = self.tr("The receipt was not printed.") if is_lost else self.tr("Printing…")
            icon_name, tone = ("caution", "negative") if is_lost else ("printer", "text_muted")
        elif outcome.state is PrintState.PRINTED:
            icon_name, tone = "tick", "positive"
            words = self.tr("Receipt printed.")
            if outcome.reason == PrintReason.SAVED_AS_FILE:
                words = self.tr("Receipt saved as PDF, since no printer is set.")
        elif outcome.state is PrintState.UNCERTAIN:
            icon_name, tone = "caution", "caution"
            words = self.tr("It is not certain that the receipt was printed.")
        else:
            icon_name, tone = "caution", "negative"
            reason = print_reason_text(outcome.reason)
            words = self.tr("The receipt was not printed.") + " " + reason
        self._print_icon.show_icon(icon_name, tone)
        self._print_text.setText(words)


def _handed_over(tender: Tender) -> str:
    amount = tender.given if isinstance(tender, CashTender) else tender.amount
    return f"{tender_word(kind_of(tender))} {rupees(amount)}"
