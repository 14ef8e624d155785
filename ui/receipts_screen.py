"""Today's receipts: whether each is on paper and at the centre; print again, answer what is uncertain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import ReceiptNo
from counter_app.domain.receipt import PaperAnswer, PrintAttempt, PrintState
from ui.changes import Change
from ui.paper import drawer_news
from ui.receipt_copies import ReceiptCopies
from ui.receipt_picture import ReceiptPicture
from ui.receipt_rows import receipt_cells, summary_text
from ui.reversal_panel import ReversalPanel
from ui.screen import Screen
from ui.sentences import print_reason_text
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.styling import column, row
from ui.widgets.table import Column, RowTable
from ui.words import day_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.identity import CashierId
    from counter_app.domain.receipt import PrintOutcome, ReceiptRow
    from ui.paper import Paper
    from ui.seat import Seat

_PICTURE_NEEDS_PX = 1180
"""Narrower windows show the list alone."""


class ReceiptsScreen(Screen):
    """The list, newest first, and the chosen receipt as it is on paper."""

    def __init__(
        self, seat: Seat, paper: Paper, cashier_now: Callable[[], CashierId | None]
    ) -> None:
        """``cashier_now`` tells who asks for a copy."""
        super().__init__(seat)
        self._paper = paper
        self._cashier_now = cashier_now
        self._day: date | None = None
        self._is_today = True
        self._wanted: tuple[str, date] | None = None
        self.receipts: tuple[ReceiptRow, ...] = ()
        self._picture_of = ""
        self._title = Label("", as_="title")
        self._summary = ElidedLabel("", as_="muted")
        self.table = RowTable()
        self.table.chosen.connect(lambda _row: self._show_chosen())
        self.table.entered.connect(lambda _row: self._print_again())
        self._empty = EmptyState("receipt")
        self.again_button = KeyButton(self._print_again, key="Alt+P", icon_name="printer")
        self.yes_button = KeyButton(
            lambda: self._answer(PaperAnswer.WHOLE), key="Alt+Y", icon_name="tick"
        )
        self.torn_button = KeyButton(
            lambda: self._answer(PaperAnswer.TORN), key="Alt+R", icon_name="caution"
        )
        self.no_button = KeyButton(
            lambda: self._answer(PaperAnswer.NOTHING), key="Alt+N", icon_name="close"
        )
        self.other_button = KeyButton(self._print_elsewhere, key="Alt+Z", icon_name="printer")
        self._picture = ReceiptPicture()
        self.reverse_button = KeyButton(self._begin_reversal, key="Alt+X", icon_name="stop")
        self.reversing = ReversalPanel(seat, cashier_now)
        self.copies = ReceiptCopies(seat, cashier_now)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        head = row(
            column(self._title, self._summary, gap=0),
            1,
            self.yes_button,
            self.torn_button,
            self.no_button,
            self.reverse_button,
            self.other_button,
            self.again_button,
            gap=2,
        )
        body = row(gap=3)
        body.addWidget(self._pages, 1)
        body.addWidget(self._picture)
        listing, self._places = QWidget(), QStackedWidget()
        list_layout = column(head, gap=3)
        list_layout.addLayout(body, 1)
        list_layout.addWidget(self.copies)
        listing.setLayout(list_layout)
        self._places.addWidget(listing)
        self._places.addWidget(self.reversing)
        layout = column(self.notice, gap=3, margins=(4, 3, 4, 3))
        layout.addWidget(self._places, 1)
        self.setLayout(layout)
        self._hear_reversal()
        seat.changes.changed.connect(self._heard)
        paper.printers_told.connect(self._show_buttons)
        self.retranslate()

    def enter(self) -> None:
        """Look at the books: at today, or once at the day of the receipt that is wanted."""
        self._is_today = self._wanted is None
        self.copies.show_receipt(None)
        self._show_list()
        self._load()

    def want(self, receipt_no: str, day: date) -> None:
        """At the next visit show this receipt, among those of its day."""
        self._wanted = (receipt_no, day)

    def _hear_reversal(self) -> None:
        panel = self.reversing
        panel.opened.connect(lambda: self._places.setCurrentWidget(panel))
        panel.opened.connect(self.notice.hush)
        panel.left.connect(self._show_list)
        panel.told.connect(self.tell)
        panel.slip_printed.connect(self._slip_printed)
        panel.drawer_ended.connect(self._drawer_ended)
        panel.card_number_refused.connect(
            lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
        )
        self.copies.told.connect(self.tell)
        self.copies.queued.connect(lambda said: self.notice.tell("positive", said))
        for ended in (self.copies.queued, self.copies.left):
            ended.connect(lambda *_: self.table.setFocus())

    def _begin_reversal(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.notice.hush()
            self.reversing.begin(ReceiptNo.from_text(chosen.receipt_no))

    def _show_list(self) -> None:
        self.notice.hush()
        self._places.setCurrentIndex(0)
        self.table.setFocus()

    def _drawer_ended(self, outcome: PrintOutcome) -> None:
        if (news := drawer_news(outcome)).is_shut:
            said, todo = self.tr("The drawer did not open"), self.tr("Open it with its key.")
            self.notice.tell("caution", said, f"{print_reason_text(news.reason)} {todo}".strip())

    def _slip_printed(self, outcome: PrintOutcome) -> None:
        is_out = outcome.state is PrintState.PRINTED
        said = self.tr("The slip is printed") if is_out else self.tr("The slip was not printed")
        self.notice.tell(
            "positive" if is_out else "caution", said, print_reason_text(outcome.reason)
        )

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Receipts"))
        self.reversing.retranslate()
        self.reverse_button.say(
            self.tr("Reverse"), self.tr("Undo the chosen payment, with a second person")
        )
        self._empty.say(
            self.tr("No receipt yet today"), self.tr("Each payment taken is listed here at once.")
        )
        self.again_button.say(self.tr("Print again"), self.tr("Print the chosen receipt again"))
        self.yes_button.say(self.tr("It came out"), self.tr("The receipt came out whole"))
        self.torn_button.say(
            self.tr("Torn"),
            self.tr("It came out torn, in part or illegible: print a duplicate"),
        )
        self.other_button.say(self.tr("Other printer"), self.tr("Print on the other printer"))
        self.no_button.say(
            self.tr("It did not"), self.tr("The receipt did not come out: print it again")
        )
        self.table.setAccessibleName(self.tr("Receipts of today"))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window leaves out the picture."""
        super().resizeEvent(event)
        self._picture.setVisible(self._shows_picture())
        self._show_chosen()

    def _shows_picture(self) -> bool:
        return self.width() >= _PICTURE_NEEDS_PX and bool(self.receipts)

    def _heard(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & {Change.RECEIPTS, Change.OUTBOX}:
            self._picture_of = ""
            self._load()

    def _load(self) -> None:
        desk, wanted, is_today, shown = self.seat.desk, self._wanted, self._is_today, self._day

        def work() -> tuple[date, tuple[ReceiptRow, ...]]:
            day = wanted[1] if wanted is not None else shown
            day = desk.business_date() if is_today or day is None else day
            return day, desk.list_receipts(day)

        self.ask(self.seat.lanes.ledger, work, self._loaded)

    def _loaded(self, listed: tuple[date, tuple[ReceiptRow, ...]]) -> None:
        self._day, receipts = listed
        self.receipts = tuple(reversed(receipts))
        self._show()
        wanted, self._wanted = self._wanted, None
        numbers = [receipt.receipt_no for receipt in self.receipts]
        if wanted is not None and wanted[0] in numbers:
            self.table.selectRow(numbers.index(wanted[0]))

    def _show(self) -> None:
        columns = (
            Column(self.tr("Receipt no.")),
            Column(self.tr("Time")),
            Column(self.tr("Account no.")),
            Column(self.tr("Consumer"), stretches=True),
            Column(self.tr("Tender")),
            Column(self.tr("Amount paid"), is_figure=True),
            Column(self.tr("Paper")),
            Column(self.tr("Centre")),
        )
        title = self.tr("Receipts of today")
        if not self._is_today and self._day is not None:
            title = self.tr("Receipts of {day}").format(day=day_text(self._day))
        self._title.setText(title)
        self.table.fill(columns, tuple(receipt_cells(receipt) for receipt in self.receipts))
        self._pages.setCurrentIndex(0 if self.receipts else 1)
        self._picture.setVisible(self._shows_picture())
        self._summary.setText(summary_text(self._day, self.receipts))
        self._show_chosen()

    @property
    def chosen(self) -> ReceiptRow | None:
        """The receipt the cashier stands on."""
        place = self.table.chosen_row
        return self.receipts[place] if 0 <= place < len(self.receipts) else None

    def _may_answer(self, answer: PaperAnswer) -> bool:
        """Whether this may be said of the chosen receipt's paper."""
        chosen = self.chosen
        if chosen is None or chosen.print_state is None:
            return False
        last = PrintAttempt(0, 0, chosen.print_state, chosen.print_reason)
        return last.may_be_answered(answer)

    def _show_buttons(self) -> None:
        chosen, is_uncertain = self.chosen, self._may_answer(PaperAnswer.WHOLE)
        self.yes_button.setVisible(is_uncertain)
        self.torn_button.setVisible(self._may_answer(PaperAnswer.TORN))
        self.no_button.setVisible(is_uncertain)
        self.again_button.setVisible(chosen is not None and not is_uncertain)
        self.other_button.setVisible(chosen is not None and self._paper.has_other)
        self.reverse_button.setVisible(chosen is not None and not is_uncertain)
        if chosen is not None and chosen.print_reason and is_uncertain:
            self.again_button.setToolTip(print_reason_text(chosen.print_reason))

    def _show_chosen(self) -> None:
        self._show_buttons()
        chosen = self.chosen
        self.copies.show_receipt(chosen)
        if chosen is None or chosen.receipt_no == self._picture_of or not self._shows_picture():
            return
        self._picture_of = chosen.receipt_no
        number = ReceiptNo.from_text(chosen.receipt_no)
        picture = self.seat.desk.picture_receipt
        self.ask(
            self.seat.lanes.printer,
            lambda: (chosen.receipt_no, picture(number)),
            self._show_picture,
        )

    def _show_picture(self, made: tuple[str, bytes]) -> None:
        receipt_no, png = made
        if receipt_no != self._picture_of:
            return
        self._picture.show_png(png, self.tr("Receipt {number}").format(number=receipt_no))

    def _print_again(self) -> None:
        chosen, cashier_id = self.chosen, self._cashier_now()
        if chosen is not None and cashier_id is not None and self.again_button.isVisible():
            self._paper.reprint(chosen.receipt_no, cashier_id)

    def _print_elsewhere(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            is_uncertain = chosen.print_state is PrintState.UNCERTAIN
            self._paper.print_elsewhere(chosen.receipt_no, is_uncertain=is_uncertain)

    def _answer(self, answer: PaperAnswer) -> None:
        chosen = self.chosen
        if chosen is not None and self._may_answer(answer):
            self._paper.answer(chosen.receipt_no, answer)
