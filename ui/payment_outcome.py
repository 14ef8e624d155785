"""After the payment: the change in large figures, and what became of the receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from counter_app.domain.receipt import PrintReason, PrintState
from counter_app.domain.tender import CashTender, kind_of
from ui.copy_line import queued_text
from ui.language import in_language
from ui.payment_receipts import ReceiptsTaken
from ui.sentences import print_reason_text
from ui.theme import GRID_PX
from ui.widgets.amounts import AmountLabel
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, role, row, rule
from ui.words import rupees, tender_word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from counter_app.domain.consumer import Consumer
    from counter_app.domain.money import Money
    from counter_app.domain.receipt_copy import CopyRequest
    from counter_app.domain.tender import TenderKind
    from counter_app.use_cases.views import Taken
    from ui.copy_line import CopyLine
    from ui.paper import PaperNews, SummaryNews

_CARD_WIDTH_PX, _WIDE_CARD_PX = 560, 720


class OutcomePanel(QStackedWidget):
    """The last payment, or what to do first."""

    def __init__(self, copy_line: CopyLine) -> None:
        """``copy_line`` stands at its foot, to ask for a copy by SMS or e-mail."""
        super().__init__()
        self.copy_line = copy_line
        self.copy_button = KeyButton(self._begin_copy, key="Alt+M", icon_name="outbox")
        self._copies: tuple[CopyRequest, ...] = ()
        copy_line.asked.connect(self._copy_queued)
        copy_line.left.connect(self._show_foot)
        self._taken: Taken | None = None
        self._news: dict[str, PaperNews] = {}
        self._summary: SummaryNews | None = None
        self._empty = EmptyState("scan")
        self._title = Label("", as_="heading", wraps=True)
        self._caption = Label("")
        self.figure = AmountLabel(as_="figure")
        self.receipts = ReceiptsTaken()
        self._print_icon = IconLabel("printer", "text_muted")
        self._print_text = Label("", wraps=True)
        self._next = Label("", as_="muted")
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(6 * GRID_PX)
        self._facts.setVerticalSpacing(GRID_PX)
        self._facts.setColumnStretch(1, 1)
        self._build()

    def _build(self) -> None:
        self._change_frame = framed(
            column(self._caption, self.figure, gap=0, margins=(4, 2, 4, 1)), tone="positive"
        )
        paper = row(self._print_icon, gap=2)
        paper.addWidget(self._print_text, 1)
        title = row(IconLabel("tick", "positive", 24), gap=2)
        title.addWidget(self._title, 1)
        card = framed(
            column(
                title,
                self._change_frame,
                self._facts,
                self.receipts,
                rule(),
                paper,
                self._foot(),
                self.copy_line,
                gap=2,
                margins=(6, 3, 6, 3),
            ),
            ground="card",
        )
        card.setFixedWidth(_CARD_WIDTH_PX)
        self._card = card
        page = QWidget()
        page.setLayout(column(1, row(1, card, 1), 2))
        self.addWidget(self._empty)
        self.addWidget(page)

    def _foot(self) -> QHBoxLayout:
        """What is next, and beside it the key for a copy; the line for its address takes their place."""
        self._next.setWordWrap(True)
        foot = row(gap=2)
        foot.addWidget(self._next, 1)
        foot.addWidget(self.copy_button)
        return foot

    @property
    def taken(self) -> Taken | None:
        """The last payment of this sitting."""
        return self._taken

    def show_taken(self, taken: Taken) -> None:
        """A payment was committed."""
        self._taken, self._news, self._summary = taken, {}, None
        self._copies = ()
        self.copy_line.leave()
        self.setCurrentIndex(1)
        self.retranslate()

    def hear(self, news: PaperNews) -> None:
        """What became of its paper."""
        if self._taken is not None and news.receipt_no in self._numbers:
            self._news[news.receipt_no] = news
            self._show_paper()

    def hear_summary(self, news: SummaryNews) -> None:
        """What became of the paper over all of them."""
        if self._taken is not None:
            self._summary = news
            self._show_paper()

    def forget(self) -> None:
        """Another cashier sits down."""
        self._taken, self._news, self._summary = None, {}, None
        self._copies = ()
        self.copy_line.leave()
        self.setCurrentIndex(0)

    @property
    def _numbers(self) -> list[str]:
        receipts = self._taken.receipts if self._taken is not None else ()
        return [str(receipt.payment.receipt_no) for receipt in receipts]

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._empty.say(
            self.tr("Ready for the next consumer"),
            self.tr("Scan the bill, or type a number or name above. Enter opens the account."),
        )
        self.copy_button.say(
            self.tr("Send a copy"), self.tr("Ask for a copy of the receipt by SMS or e-mail")
        )
        self.copy_line.retranslate()
        self._show_foot()
        self.receipts.retranslate()
        if self._taken is None:
            return
        if self._taken.was_taken_before:
            title = self.tr("This payment had been taken before: it was not taken twice")
        elif len(self._taken.receipts) > 1:
            title = self.tr("Payment taken: {count} receipts").format(
                count=len(self._taken.receipts)
            )
        else:
            title = self.tr("Payment taken")
        self._title.setText(title)
        is_several = len(self._taken.receipts) > 1
        self._card.setFixedWidth(_WIDE_CARD_PX if is_several else _CARD_WIDTH_PX)
        handed = _handed_over(self._taken)
        change = self._taken.change
        if change:
            self._caption.setText(self.tr("Change to give"))
        elif len(handed) > 1 or "cash" in handed:
            self._caption.setText(self.tr("Paid exactly, no change"))
        else:
            words = self.tr("Paid by {tender}").format(tender=tender_word(next(iter(handed))))
            self._caption.setText(words)
        self.figure.show_amount(change or self._taken.receipt.payment.group.amount)
        role(self._change_frame, tone="positive" if change else "plain")
        self._show_facts(handed)
        self.receipts.show_taken(self._taken)
        self._show_paper()

    def _begin_copy(self) -> None:
        if self._taken is None:
            return
        payments = [receipt.payment for receipt in self._taken.receipts]
        self.copy_button.setHidden(True)
        self._next.setHidden(True)
        self.copy_line.begin(
            tuple(payment.receipt_no for payment in payments),
            payments[0].cashier_id,
            payments[0].consumer.mobile,
        )

    def _copy_queued(self, asked: tuple[CopyRequest, ...]) -> None:
        self._copies = asked
        self._show_foot()

    def _show_foot(self) -> None:
        is_open = self.copy_line.is_open
        self._next.setText(
            queued_text(self._copies)
            if self._copies
            else self.tr("Scan or type the next bill to go on.")
        )
        self._next.setHidden(is_open)
        self.copy_button.setHidden(is_open or bool(self._copies))

    def _show_facts(self, handed: dict[TenderKind, Money]) -> None:
        assert self._taken is not None, "called after a payment"
        payment = self._taken.receipt.payment
        tenders = ", ".join(f"{tender_word(kind)} {rupees(sum_)}" for kind, sum_ in handed.items())
        facts = [
            (self.tr("Amount paid"), rupees(payment.group.amount)),
            (self.tr("Handed over"), tenders),
        ]
        if payment.payer:
            facts.append((self.tr("Payer"), payment.payer))
        if len(self._taken.receipts) == 1:
            name = in_language(payment.consumer.name_en, payment.consumer.name_hi)
            facts.insert(0, (self.tr("Receipt no."), str(payment.receipt_no)))
            facts.append((self.tr("Consumer"), name))
            facts.append((self.tr("Account no."), self._account_text(payment.consumer)))
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

    def _account_text(self, consumer: Consumer) -> str:
        if not consumer.legacy_account_no:
            return consumer.account_no
        old = self.tr("Old no. {number}").format(number=consumer.legacy_account_no)
        return f"{consumer.account_no} · {old}"

    def _show_paper(self) -> None:
        """The worst that is known of the papers; all printed only when the last one is."""
        numbers = self._numbers
        news = [self._news.get(number) for number in numbers]
        outcomes = [one.outcome for one in news if one is not None and one.outcome is not None]
        bad = next((one for one in outcomes if one.state is not PrintState.PRINTED), None)
        is_lost = any(one is not None and one.fault is not None for one in news)
        if is_lost:
            icon_name, tone = "caution", "negative"
            words = self.tr("The receipt was not printed.")
        elif bad is not None and bad.state is PrintState.UNCERTAIN:
            icon_name, tone = "caution", "caution"
            words = self.tr("It is not certain that the receipt was printed.")
        elif bad is not None:
            icon_name, tone = "caution", "negative"
            words = self.tr("The receipt was not printed.") + " " + print_reason_text(bad.reason)
        elif len(outcomes) < len(numbers):
            icon_name, tone = "printer", "text_muted"
            words = self.tr("Printing…")
        else:
            icon_name, tone = "tick", "positive"
            words = self._printed_words(outcomes[-1].reason, len(numbers))
        self._print_icon.show_icon(icon_name, tone)
        self._print_text.setText(f"{words} {self._summary_words()}".strip())

    def _printed_words(self, reason: str, papers: int) -> str:
        if reason == PrintReason.SAVED_AS_FILE:
            return self.tr("Receipt saved as PDF, since no printer is set.")
        if papers > 1:
            return self.tr("{count} receipts printed.").format(count=papers)
        return self.tr("Receipt printed.")

    def _summary_words(self) -> str:
        news = self._summary
        if news is None or (news.outcome is None and news.fault is None):
            return ""
        if news.outcome is not None and news.outcome.state is PrintState.PRINTED:
            return self.tr("Summary printed.")
        return self.tr("The summary was not printed; the receipts are what counts.")


def _handed_over(taken: Taken) -> dict[TenderKind, Money]:
    """Kind of tender to what was handed over of it, change included."""
    handed: dict[TenderKind, Money] = {}
    for receipt in taken.receipts:
        for tender in receipt.payment.tenders:
            kind = kind_of(tender)
            amount = tender.given if isinstance(tender, CashTender) else tender.amount
            handed[kind] = handed[kind] + amount if kind in handed else amount
    return handed
