"""Asks about a paper that did not simply come out: beside the next payment, never before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame

from counter_app.domain.errors import FaultCode
from counter_app.domain.receipt import PaperAnswer, PrintReason, PrintState
from ui.sentences import print_reason_text, sentence_of
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import role, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.paper import DrawerNews, Paper, PaperNews

WORDS_OF_WIDTH = 0.42
"""What the words need beside the keys, of the whole bar: with less they get a row of their own."""


class PrintBar(QFrame):
    """Shows the oldest paper that needs a person; the others wait behind it. It never takes the focus."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        self._open: dict[str, PaperNews] = {}
        self._drawer: DrawerNews | None = None
        self._icon = IconLabel("printer", "text")
        self._text = Label("", wraps=True)
        self.yes_button = KeyButton(self._whole, key="Alt+Y", icon_name="tick")
        self.torn_button = KeyButton(self._torn, key="Alt+R", icon_name="caution")
        self.no_button = KeyButton(self._nothing, key="Alt+N", icon_name="printer")
        self.again_button = KeyButton(self._again, key="Alt+P", icon_name="printer")
        self.other_button = KeyButton(self._elsewhere, key="Alt+Z", icon_name="printer")
        self.later_button = KeyButton(self._later, key="Alt+L", icon_name="close")
        self._buttons = (
            self.yes_button,
            self.torn_button,
            self.no_button,
            self.again_button,
            self.other_button,
            self.later_button,
        )
        words = row(self._icon, gap=2)
        words.addWidget(self._text, 1)
        keys = row(1, gap=2)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keys.addWidget(button)
        self._layout = row(gap=2, margins=(3, 1, 2, 1))
        self._layout.addLayout(words, 1)
        self._layout.addLayout(keys)
        self.setLayout(self._layout)
        paper.told.connect(self.hear)
        paper.drawer_told.connect(self.hear_drawer)
        paper.printers_told.connect(self._show)
        self.retranslate()

    def hear(self, news: PaperNews) -> None:
        """Something is known of a paper."""
        self._open.pop(news.receipt_no, None)
        is_low = news.outcome is not None and news.outcome.reason == PrintReason.LOW_PAPER
        if news.asks_for_a_person or is_low:
            self._open[news.receipt_no] = news
        self._show()

    def hear_drawer(self, news: DrawerNews) -> None:
        """The drawer opened, or it did not."""
        self._drawer = news if news.is_shut else None
        self._show()

    @property
    def said(self) -> str:
        """What stands in the bar, empty when it is away."""
        return "" if self.isHidden() else self._text.text()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.yes_button.say(self.tr("Yes"), self.tr("Yes, the receipt came out whole"))
        self.torn_button.say(
            self.tr("Torn"),
            self.tr("It came out torn, in part or illegible: print a duplicate"),
        )
        self.no_button.say(
            self.tr("Nothing"), self.tr("Nothing came out: print it again, marked duplicate")
        )
        self.later_button.say(self.tr("Later"), self.tr("Later: it stays in Receipts"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow bar gives its words a row of their own."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        keys = sum(one.sizeHint().width() for one in self._buttons if not one.isHidden())
        is_narrow = keys > self.width() * (1 - WORDS_OF_WIDTH)
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _show(self) -> None:
        news = next(iter(self._open.values()), None)
        self.setVisible(news is not None or self._drawer is not None)
        outcome = news.outcome if news is not None else None
        state = outcome.state if outcome is not None else None
        is_question, is_printed = state is PrintState.UNCERTAIN, state is PrintState.PRINTED
        is_low = outcome is not None and outcome.reason == PrintReason.LOW_PAPER
        tone = "caution" if is_question or is_printed else "negative"
        role(self, tone=tone)
        self._icon.show_icon("printer", f"on_{tone}_soft")
        said = [] if news is None else [self._sentence(news)]
        self._text.setText(" ".join([*said, *self._drawer_sentence()]))
        self.setAccessibleName(self._text.text())
        self.yes_button.setVisible(is_question)
        self.torn_button.setVisible(is_question or is_low)
        self.no_button.setVisible(is_question)
        may_print = news is not None and not is_question and not is_low
        self.again_button.setVisible(may_print)
        self.other_button.setVisible(self._paper.has_other and (may_print or is_question))
        self._say_printers()
        self._arrange()

    def _say_printers(self) -> None:
        count = len(self._to_print())
        if count > 1:
            self.again_button.say(self.tr("Print all {count}").format(count=count))
        else:
            self.again_button.say(self.tr("Print again"))
        if self._paper.offers_swap:
            self.other_button.say(
                self.tr("Change printer"),
                self.tr("From now on print on the other printer, this receipt first"),
            )
        else:
            self.other_button.say(self.tr("Other printer"), self.tr("Print on the other printer"))

    def _sentence(self, news: PaperNews) -> str:
        if news.fault is not None:
            sentence = sentence_of(news.fault)
            return f"{sentence.title}. {sentence.text}"
        assert news.outcome is not None, "a paper under way is not shown"
        reason = print_reason_text(news.outcome.reason)
        if news.outcome.reason == PrintReason.LOW_PAPER:
            return reason
        if news.outcome.state is PrintState.UNCERTAIN:
            sentence_text = self.tr(
                "Did receipt {receipt_no} come out of the printer whole? {reason}"
            )
        elif news.outcome.state is PrintState.PRINTED:
            sentence_text = self.tr("Receipt {receipt_no}: {reason} Print the duplicate.")
        else:
            sentence_text = self.tr(
                "Receipt {receipt_no} was not printed. {reason} The payment is safe."
            )
        said = sentence_text.format(receipt_no=news.receipt_no, reason=reason)
        return said.replace("  ", " ").strip()

    def _drawer_sentence(self) -> tuple[str, ...]:
        """Why it stayed shut is said once: the receipt before it mostly failed for the same reason."""
        if self._drawer is None:
            return ()
        if self._open:
            return (self.tr("The drawer did not open either: open it with its key."),)
        is_printers = self._drawer.reason not in set(FaultCode)
        reason = print_reason_text(self._drawer.reason) if is_printers else ""
        said = self.tr(
            "The drawer did not open. {reason} Open it with its key; the payment is safe."
        )
        return (said.format(reason=reason).replace("  ", " "),)

    def _first(self) -> str:
        return next(iter(self._open), "")

    def _to_print(self) -> tuple[str, ...]:
        """Every paper that only has to be printed, in its order."""
        return tuple(
            number
            for number, one in self._open.items()
            if one.asks_for_a_person and not one.is_uncertain
        )

    def _whole(self) -> None:
        self._answer(PaperAnswer.WHOLE)

    def _torn(self) -> None:
        self._answer(PaperAnswer.TORN)

    def _nothing(self) -> None:
        self._answer(PaperAnswer.NOTHING)

    def _answer(self, answer: PaperAnswer) -> None:
        if self._open:
            self._paper.answer(self._first(), answer)

    def _again(self) -> None:
        for receipt_no in self._to_print():
            self._paper.print_receipt(receipt_no, opens_drawer=False)

    def _elsewhere(self) -> None:
        """The question that is asked, or all that only have to be printed."""
        first = self._open.get(self._first())
        if first is None:
            return
        asked = (first.receipt_no,) if first.is_uncertain else self._to_print()
        if self._paper.offers_swap:
            self._paper.swap_and_print(asked)
            return
        for receipt_no in asked:
            self._paper.print_elsewhere(receipt_no, is_uncertain=first.is_uncertain)

    def _later(self) -> None:
        """All that is said now; of papers the first."""
        self._open.pop(self._first(), None)
        self._drawer = None
        self._show()
