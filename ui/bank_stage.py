"""What all of the Bank place stands on: its pages, what the books say, a second person, and how a thing is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.errors import Refusal, RefusalCode
from ui.approval_panel import ApprovalPanel
from ui.bank_answer import BankAnswerPage
from ui.bank_handing import HandingPage
from ui.bank_overview import BankOverview
from ui.bank_papers import BankPapers
from ui.bank_slip import CashSlipPage, PaperSlipPage
from ui.changes import Change
from ui.screen import Screen
from ui.widgets.styling import column

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from counter_app.domain.approval import Approval, ApprovalCode
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money
    from counter_app.domain.report import Report
    from counter_app.use_cases.remittance_orders import RemittanceView
    from ui.seat import Seat

_HEARD = frozenset({Change.TILL, Change.OUTBOX, Change.RECEIPTS})
_NEWS = (Change.TILL, Change.OUTBOX)


class BankStage(Screen):
    """The overview, and a page in its place for each thing to do."""

    def __init__(self, seat: Seat, cashier_now: Callable[[], CashierId | None]) -> None:
        """``cashier_now`` tells who sits here: the receiver of takings, who makes the slips."""
        super().__init__(seat)
        self._cashier_now = cashier_now
        self._view: RemittanceView | None = None
        self._rules: DayRules | None = None
        self._next_id: UUID | None = None
        self._order_id: UUID | None = None
        self._handing_id: UUID | None = None
        self._approved: Callable[[Approval], None] | None = None
        self._before_approval: QWidget | None = None
        self.overview = BankOverview()
        self.handing, self.cash_slip = HandingPage(), CashSlipPage()
        self.paper_slip, self.answering = PaperSlipPage(), BankAnswerPage()
        self.approval = ApprovalPanel(seat)
        self.papers = BankPapers(self, self._paper_wanted)
        self.pages = QStackedWidget()
        for page in self._pages_of():
            self.pages.addWidget(page)
        layout = column(self.notice, gap=3, margins=(3, 3, 3, 3))
        layout.addWidget(self.pages, 1)
        self.setLayout(layout)
        self._connect()
        seat.changes.changed.connect(self._heard)
        self.retranslate()

    def _pages_of(self) -> tuple[QWidget, ...]:
        return (
            self.overview,
            self.handing,
            self.cash_slip,
            self.paper_slip,
            self.answering,
            self.approval,
        )

    def _connect(self) -> None:
        self.overview.save_asked.connect(self.papers.save)
        self.overview.print_asked.connect(self.papers.print_sheet)
        self.overview.thermal_asked.connect(self.papers.print_short)
        for page in (self.handing, self.cash_slip, self.paper_slip, self.answering):
            page.left.connect(self._show_overview)
            page.card_number_refused.connect(self._refuse_card_number)
        self.approval.left.connect(self._leave_approval)
        self.approval.approved.connect(self._was_approved)
        self.approval.faulted.connect(self.tell)
        self.approval.card_number_refused.connect(self._refuse_card_number)

    def enter(self) -> None:
        """Look at the books anew; what was begun is begun again from the overview."""
        self._handing_id = None
        self.overview.offer_handing(is_at_hand=False)
        self._show_overview()
        self._load()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Bank"))
        for page in (
            self.overview,
            self.handing,
            self.cash_slip,
            self.paper_slip,
            self.answering,
        ):
            page.retranslate()

    def _refuse_card_number(self) -> None:
        self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))

    def _paper_wanted(self) -> Callable[[], Report] | None:
        """The slip one stands on, else the handing that was just made."""
        desk, seen, handing_id = self.seat.desk, self.overview.chosen_slip, self._handing_id
        if seen is not None:
            return lambda: desk.slip_paper(seen.slip.slip_id)
        if handing_id is not None:
            return lambda: desk.handing_paper(handing_id)
        return None

    def _heard(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & _HEARD:
            self._load()

    def _load(self) -> None:
        desk = self.seat.desk
        self.ask(
            self.seat.lanes.ledger,
            lambda: (desk.view_remittance(), desk.rules_today(), desk.fresh_payment_id()),
            lambda seen: self._loaded(*seen),
        )

    def _loaded(self, view: RemittanceView, rules: DayRules, next_id: UUID) -> None:
        is_first = self._view is None
        self._view, self._rules, self._next_id = view, rules, next_id
        self.overview.fill(view)
        if is_first or self.pages.currentWidget() is self.overview:
            self.overview.take_keys()

    def _go(self, page: QWidget) -> None:
        """A page for one thing to do, with an id of its own: clicked twice, it is done once."""
        self.notice.hush()
        self._order_id = self._next_id
        self.pages.setCurrentWidget(page)

    def _show_overview(self) -> None:
        self.notice.hush()
        self.approval.forget()
        self.pages.setCurrentWidget(self.overview)
        self.overview.take_keys()

    # a second person

    def _ask_approval(
        self,
        code: ApprovalCode,
        about: tuple[str, str],
        amount: Money,
        for_id: CashierId,
        then: Callable[[Approval], None],
    ) -> None:
        self._approved, self._before_approval = then, self.pages.currentWidget()
        self.pages.setCurrentWidget(self.approval)
        self.approval.ask(code, about[0], amount, for_id, named=about[1])

    def _leave_approval(self) -> None:
        self.approval.forget()
        if self._before_approval is not None:
            self.pages.setCurrentWidget(self._before_approval)

    def _was_approved(self, approval: Approval) -> None:
        then = self._approved
        self._leave_approval()
        if then is not None:
            then(approval)

    def _done(self, title: str, text: str = "") -> None:
        """Back to the overview; every other screen looks again."""
        self._show_overview()
        self.notice.tell("positive", title, text)
        self.seat.changes.announce(*_NEWS)
        self._load()
