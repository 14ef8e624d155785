"""What the payment screen is built of, and which of its pages is seen."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.errors import Refusal, RefusalCode
from ui.copy_line import CopyLine
from ui.payment_bar import PaymentBar
from ui.payment_charge import CardCharging
from ui.payment_facing import Facing
from ui.payment_find import ConsumerFinder
from ui.payment_held import HeldPanel
from ui.payment_list import ListPanel
from ui.payment_open_charges import OpenChargesPanel
from ui.payment_opening import AccountOpening
from ui.payment_outcome import OutcomePanel
from ui.payment_sides import PaymentSides
from ui.payment_taking import PaymentTaking
from ui.payment_weighing import Weighing
from ui.print_bar import PrintBar
from ui.screen import Screen
from ui.widgets.styling import column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.paper import Paper
    from ui.payment_form import PaymentForm
    from ui.payment_held import HeldPayment
    from ui.payment_parts import Part
    from ui.seat import Seat
    from ui.widgets.field import Field


class Page(IntEnum):
    """What fills the screen below the find box."""

    OUTCOME = 0
    FOUND = 1
    SIDES = 2
    LIST = 3
    HELD = 4
    CHARGES = 5


class PaymentStage(Screen):
    """Widgets and pages; what they do is said by those built on it."""

    def __init__(self, seat: Seat, paper: Paper) -> None:
        super().__init__(seat)
        self._paper = paper
        self._form: PaymentForm | None = None
        self._held: tuple[HeldPayment, ...] = ()
        self.finder = ConsumerFinder(seat, self)
        self.bar = PaymentBar()
        self.sides = PaymentSides()
        self.account, self.tender, self.word = (
            self.sides.account,
            self.sides.tender,
            self.sides.word,
        )
        self.copy_line = CopyLine(seat)
        self.outcome = OutcomePanel(self.copy_line)
        self.list = ListPanel(seat)
        self.held_panel = HeldPanel()
        self.charges = OpenChargesPanel(seat)
        self.print_bar = PrintBar(paper)
        self.opening = AccountOpening(seat, self)
        self.taking = PaymentTaking(seat, self)
        self.charging = CardCharging(seat, self)
        self.weighing = Weighing(seat, self)
        self.facing = Facing(seat, self)
        self.facing.asked.connect(self.tender.show_upi)
        self.facing.refused.connect(self.tell)
        paper.told.connect(self.outcome.hear)
        paper.summary_told.connect(self.outcome.hear_summary)
        self.copy_line.told.connect(self.tell)
        self.copy_line.asked.connect(lambda _: self._copy_ended())
        self.copy_line.left.connect(self._copy_ended)
        self._build()

    def _copy_ended(self) -> None:
        """Back to where the next payment begins, unless it has begun."""
        if self._form is None:
            self.notice.hush()
            self.finder.box.setFocus()

    @property
    def fields(self) -> Mapping[Part, Field]:
        """Every field of a payment."""
        return self.sides.fields

    @property
    def form(self) -> PaymentForm | None:
        """What was typed so far; None while no account is open. The seam for what fills in a tender by itself."""
        return self._form

    @property
    def is_paying(self) -> bool:
        """An account is open: leaving now would drop what was typed."""
        return self._form is not None

    @property
    def is_under_way(self) -> bool:
        """The books or the terminal are at it, or it is not certain what they did: nothing may change."""
        return self.taking.is_under_way or self.charging.is_under_way

    @property
    def page(self) -> Page:
        """What is seen."""
        return Page(self._pages.currentIndex())

    def _build(self) -> None:
        self._pages = QStackedWidget()
        lists = (self.list, self.held_panel, self.charges)
        for page in (self.outcome, self.finder.table, self.sides, *lists):
            self._pages.addWidget(page)
        head = row(gap=2)
        head.addWidget(self.finder.frame(), 1)
        head.addWidget(self.bar)
        layout = column(head, self.print_bar, self.notice, gap=2, margins=(4, 3, 4, 3))
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        for panel in (*self.sides.panels, self.word):
            panel.card_number_refused.connect(
                lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
            )

    def _key(self, key: str, pressed: Callable[[], None]) -> None:
        QShortcut(
            QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(pressed)

    def _show_page(self, page: Page | None = None) -> None:
        """A page that was asked for, else what the moment asks for."""
        finder = self.finder
        is_searching = bool(finder.box.text().strip()) and not self.opening.is_busy
        if page is None and is_searching:
            page = Page.FOUND
        elif page is None:
            page = Page.OUTCOME if self._form is None else Page.SIDES
        self._pages.setCurrentIndex(page)
        self.bar.offer(
            is_paying=self._form is not None,
            is_nothing_found=is_searching and finder.is_nothing_found,
            held=len(self._held),
            listed=len(self.list.accounts.lines),
            charges=len(self.charges.notes),
        )

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Payment"))
        self.finder.retranslate()
        self.bar.retranslate()
        self.sides.retranslate(self._form, is_unknown=self.taking.is_uncertain)
        self.list.retranslate()
        self.held_panel.retranslate()
        self.charges.retranslate()
        self.outcome.retranslate()
