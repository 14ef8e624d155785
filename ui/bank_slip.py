"""Pages on which a bank slip is made: cash by denomination, or the marked cheques and drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter_app.domain.money import Money
from ui.instrument_words import bank_text, kind_text, number_text
from ui.widgets.buttons import KeyButton
from ui.widgets.count_grid import CountGrid
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.table import Cell, Column, RowTable
from ui.widgets.text_field import TextField
from ui.words import day_text, rupees

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.domain.instrument import HeldInstrument


class _SlipPage(QWidget):
    """Head, the bank's account, and what the slip is of."""

    left = Signal()
    made = Signal()
    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._what = Label("", as_="title"), Label("", as_="muted")
        self._remembered = ""
        self._account = TextField()
        self.account = Field(self._account)
        self._account.card_number_refused.connect(self.card_number_refused)
        self._account.returnPressed.connect(self._make)
        self.back_button = KeyButton(self.left.emit, key="Escape", hint="Esc", icon_name="close")
        self.make_button = KeyButton(
            self._make, hint="Ctrl+Enter", icon_name="tick", kind="primary"
        )
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.make_button.click)

    @property
    def bank_account(self) -> str:
        """What was typed; left empty, the account of the last slip."""
        return self._account.text().strip() or self._remembered

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is made twice."""
        self.make_button.setEnabled(not is_waiting)

    def complain_of_account(self, text: str) -> None:
        """What is wrong with the account."""
        self.account.complain(text)
        if text:
            self.account.setFocus()

    def _head(self) -> QWidget:
        head = row(gap=2)
        head.addLayout(column(self._title, self._what, gap=0), 1)
        head.addWidget(self.back_button)
        head.addWidget(self.make_button)
        widget = QWidget()
        widget.setLayout(head)
        return widget

    def _begin(self, bank_account: str) -> None:
        self._remembered = bank_account
        self._account.fill("")
        self._account.setPlaceholderText(bank_account)
        self.account.complain("")
        self.wait(is_waiting=False)

    def _name_parts(self) -> None:
        self.account.say(self.tr("Utility's bank account; left empty, the one shown"))
        self.back_button.say(self.tr("Back"), self.tr("Back to the list, no slip is made"))
        self.make_button.say(self.tr("Make the slip"))

    def _make(self) -> None:
        if self.make_button.isEnabled():
            self.made.emit()


class CashSlipPage(_SlipPage):
    """Cash that goes to the bank, counted."""

    def __init__(self) -> None:
        super().__init__()
        self._cash = Money(0)
        self.grid = CountGrid()
        self.grid.entered.connect(self._account.setFocus)
        self.grid.card_number_refused.connect(self.card_number_refused)
        layout = column(self._head(), self.grid, self.account, gap=3)
        layout.addStretch(1)
        self.setLayout(layout)

    def begin(self, cash: Money, bank_account: str, accepted: Iterable[Money]) -> None:
        """Count what goes to the bank, at most what the head cashier holds."""
        self._cash = cash
        self._begin(bank_account)
        self.grid.accept(accepted)
        self.grid.clear()
        self.retranslate()
        self.grid.take_keys()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Cash slip"))
        self._what.setText(
            self.tr("With the head cashier: {amount}").format(amount=rupees(self._cash))
        )
        self._name_parts()

    def _make(self) -> None:
        if not self.grid.complain():
            super()._make()


class PaperSlipPage(_SlipPage):
    """The chosen cheques and drafts, by bank, before the slip is made of them."""

    def __init__(self) -> None:
        super().__init__()
        self.papers: tuple[HeldInstrument, ...] = ()
        self.table = RowTable()
        self.table.entered.connect(lambda _row: self._account.setFocus())
        listed = column(gap=2, margins=(3, 3, 3, 3))
        listed.addWidget(self.table, 1)
        layout = column(self._head(), gap=3)
        layout.addWidget(framed(listed, ground="card"), 1)
        layout.addWidget(self.account, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)

    def begin(self, papers: tuple[HeldInstrument, ...], bank_account: str) -> None:
        """These go on one slip."""
        self.papers = tuple(sorted(papers, key=lambda one: bank_text(one).casefold()))
        self._begin(bank_account)
        self.retranslate()
        self.account.setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Slip of cheques and drafts"))
        total = Money.total(one.face for one in self.papers)
        self._what.setText(
            self.tr("{count} papers, {total}").format(count=len(self.papers), total=rupees(total))
        )
        self._name_parts()
        self.table.setAccessibleName(self.tr("Papers on the slip"))
        columns = (
            Column(self.tr("Bank"), stretches=True),
            Column(self.tr("Kind")),
            Column(self.tr("Number")),
            Column(self.tr("Received")),
            Column(self.tr("Amount"), is_figure=True),
        )
        rows = tuple(
            (
                Cell(bank_text(one)),
                Cell(kind_text(one)),
                Cell(number_text(one)),
                Cell(day_text(one.received_on), tone="text_muted"),
                Cell(rupees(one.face)),
            )
            for one in self.papers
        )
        self.table.fill(columns, rows)
