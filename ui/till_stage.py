"""The pages of the till, and which one is shown. What they ask for, ``till_screen`` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.errors import Refusal, RefusalCode
from ui.screen import Screen
from ui.till_acts import TillActs
from ui.till_closing import ApprovalPage, Closing
from ui.till_drop import DropPage
from ui.till_glance import TillGlance
from ui.till_leaving import LeavingPage
from ui.till_move import MovePage
from ui.till_opening import OpeningPage
from ui.till_others import OthersPage
from ui.till_paper import TillPaper
from ui.widgets.styling import column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.seat import Seat


class TillStage(Screen):
    """The glance, and in its place the page of what is being done."""

    stayed = Signal()
    """Whoever wanted to sign out does not."""

    open_asked = Signal()
    """A shift is to be opened."""

    sign_out_asked = Signal()
    x_asked = Signal(int)
    """The number of the shift whose X report is to be shown."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.acts, self.paper = TillActs(seat, self), TillPaper(seat, self)
        self.glance = TillGlance(seat.now)
        self.dropping, self.moving, self.opening = DropPage(), MovePage(), OpeningPage()
        self.others, self.leaving = OthersPage(), LeavingPage()
        self.approval = ApprovalPage(seat)
        self.closing = Closing(seat)
        self._acting = (self.dropping, self.moving, self.opening, self.others)
        self.pages = QStackedWidget()
        for page in (self.glance, *self._acting, self.approval, self.closing, self.leaving):
            self.pages.addWidget(page)
        for part in (*self._acting, self.closing, self.approval.panel):
            part.card_number_refused.connect(self._tell_card_number)
        layout = column(self.notice, gap=2, margins=(3, 3, 3, 3))
        layout.addWidget(self.pages, 1)
        self.setLayout(layout)

    @property
    def page(self) -> QWidget:
        """What is shown."""
        page = self.pages.currentWidget()
        assert page is not None, "one page is always shown"
        return page

    @property
    def is_counting(self) -> bool:
        """Whether a close was begun and not ended: it is not left by accident."""
        return self.page is self.closing and self.closing.is_under_way

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Till"))
        self.glance.retranslate()
        for page in (*self._acting, self.leaving):
            page.retranslate()
        self.closing.retranslate()
        self.approval.panel.retranslate()

    def _take_keys(self) -> None:
        page = self.page
        if page is self.glance:
            self.glance.take_keys()
        elif page is self.closing:
            self.closing.take_keys()
        elif page is self.dropping:
            self.dropping.grid.take_keys()
        elif page is self.leaving:
            self.leaving.take_keys()

    def _tell_card_number(self) -> None:
        self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
