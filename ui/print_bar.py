"""Asks about a paper that did not simply come out: beside the next payment, never before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame

from counter_app.domain.receipt import PrintReason, PrintState
from ui.sentences import print_reason_text, sentence_of
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import role, row

if TYPE_CHECKING:
    from ui.paper import Paper, PaperNews


class PrintBar(QFrame):
    """Shows the oldest paper that needs a person; the others wait behind it."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        self._open: dict[str, PaperNews] = {}
        self._icon = IconLabel("printer", "text")
        self._text = Label("", wraps=True)
        self.yes_button = KeyButton(
            lambda: self._answer(came_out=True), key="Alt+Y", icon_name="tick"
        )
        self.no_button = KeyButton(
            lambda: self._answer(came_out=False), key="Alt+N", icon_name="printer"
        )
        self.again_button = KeyButton(self._again, key="Alt+P", icon_name="printer")
        self.later_button = KeyButton(self._later, key="Alt+L", icon_name="close")
        layout = row(self._icon, gap=2, margins=(3, 1, 2, 1))
        layout.addWidget(self._text, 1)
        for button in (self.yes_button, self.no_button, self.again_button, self.later_button):
            layout.addWidget(button)
        self.setLayout(layout)
        paper.told.connect(self.hear)
        self.retranslate()

    def hear(self, news: PaperNews) -> None:
        """Something is known of a paper."""
        self._open.pop(news.receipt_no, None)
        is_low = news.outcome is not None and news.outcome.reason == PrintReason.LOW_PAPER
        if news.asks_for_a_person or is_low:
            self._open[news.receipt_no] = news
        self._show()

    @property
    def said(self) -> str:
        """What stands in the bar, empty when it is away."""
        return "" if self.isHidden() else self._text.text()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.yes_button.say(self.tr("Yes"), self.tr("Yes, the receipt came out whole"))
        self.no_button.say(self.tr("No, print again"))
        self.again_button.say(self.tr("Print again"))
        self.later_button.say(self.tr("Later"), self.tr("Later: it stays in Receipts"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self) -> None:
        news = next(iter(self._open.values()), None)
        self.setVisible(news is not None)
        if news is None:
            return
        outcome = news.outcome
        is_question = outcome is not None and outcome.state is PrintState.UNCERTAIN
        is_printed = outcome is not None and outcome.state is PrintState.PRINTED
        tone = "caution" if is_question or is_printed else "negative"
        role(self, tone=tone)
        self._icon.show_icon("printer", f"on_{tone}_soft")
        self._text.setText(self._sentence(news))
        self.setAccessibleName(self._text.text())
        self.yes_button.setVisible(is_question)
        self.no_button.setVisible(is_question)
        self.again_button.setVisible(not is_question and not is_printed)

    def _sentence(self, news: PaperNews) -> str:
        if news.fault is not None:
            sentence = sentence_of(news.fault)
            return f"{sentence.title}. {sentence.text}"
        assert news.outcome is not None, "a paper under way is not shown"
        reason = print_reason_text(news.outcome.reason)
        if news.outcome.state is PrintState.PRINTED:
            return reason
        if news.outcome.state is PrintState.UNCERTAIN:
            sentence_text = self.tr(
                "Did receipt {receipt_no} come out of the printer whole? {reason}"
            )
        else:
            sentence_text = self.tr(
                "Receipt {receipt_no} was not printed. {reason} The payment is safe."
            )
        return (
            sentence_text.format(receipt_no=news.receipt_no, reason=reason)
            .replace("  ", " ")
            .strip()
        )

    def _answer(self, *, came_out: bool) -> None:
        self._paper.answer(next(iter(self._open)), came_out=came_out)

    def _again(self) -> None:
        self._paper.print_receipt(next(iter(self._open)), opens_drawer=False)

    def _later(self) -> None:
        self._open.pop(next(iter(self._open)))
        self._show()
