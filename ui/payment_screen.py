"""The payment screen: find, see what is owed, take the money, give the change. No dialog on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.tender import CashTender, TenderKind
from ui.changes import Change
from ui.complaints import Complaints
from ui.payment_find import ConsumerFinder
from ui.payment_form import PART_OF_CODE, Part, begin, reopened
from ui.payment_outcome import OutcomePanel
from ui.payment_sides import PaymentSides
from ui.print_bar import PrintBar
from ui.screen import Screen
from ui.widgets.styling import column

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.identity import AccountNo, CashierId, PaymentId
    from counter_app.domain.payment import PaymentOrder
    from counter_app.use_cases.views import Taken
    from ui.paper import Paper
    from ui.payment_form import PaymentForm
    from ui.seat import Seat


class PaymentScreen(Screen):
    """Where the cashier is all day. One payment at a time: typed, in flight, or not certain."""

    def __init__(self, seat: Seat, paper: Paper) -> None:
        super().__init__(seat)
        self._paper = paper
        self._cashier_id: CashierId | None = None
        self._form: PaymentForm | None = None
        self._last_card: PaymentForm | None = None
        self._in_flight: PaymentOrder | None = None
        self._is_unknown = False
        self._is_touched = False
        self._complaints = Complaints()
        self._opening = ""
        self._wants_to_leave = False
        self.finder = ConsumerFinder(seat, self)
        self._sides = PaymentSides()
        self.account, self.tender = self._sides.account, self._sides.tender
        self.outcome = OutcomePanel()
        self.print_bar = PrintBar(paper)
        paper.told.connect(self.outcome.hear)
        self._connect()
        self._build()
        self.retranslate()

    def _connect(self) -> None:
        self.finder.account_wanted.connect(self._open)
        self.finder.searching.connect(lambda _is: self._show_page())
        self.finder.nothing_found.connect(self._nothing_found)
        self.finder.failed.connect(self.tell)
        self.finder.left.connect(self._leave)
        self.tender.typed.connect(self._typed)
        self.tender.left_part.connect(self._left_part)
        self.tender.kind_chosen.connect(self._choose)
        self.tender.submitted.connect(self._submit)
        self.tender.card_number_refused.connect(
            lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
        )
        QShortcut(
            QKeySequence("Escape"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self._leave)

    def _build(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.outcome, self.finder.table, self._sides):
            self._pages.addWidget(page)
        layout = column(
            self.finder.frame(), self.print_bar, self.notice, gap=3, margins=(4, 3, 4, 3)
        )
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)

    def seat_cashier(self, cashier_id: CashierId) -> None:
        """Another person sits down: nothing of the one before stays."""
        self._cashier_id = cashier_id
        self._last_card = None
        self._drop()
        self.outcome.forget()
        self.notice.hush()

    def enter(self) -> None:
        """Back to where typing belongs."""
        if self._form is None:
            self.finder.box.setFocus()
        elif self.focusWidget() is not None:
            self.focusWidget().setFocus()

    @property
    def is_paying(self) -> bool:
        """An account is open: leaving now would drop what was typed."""
        return self._form is not None

    def scan(self, code: str) -> None:
        """A scanner read something: the next bill, unless this payment is half done."""
        if self._in_flight is not None or (self._form is not None and self._is_touched):
            self.notice.tell(
                "caution",
                self.tr("Finish this payment first"),
                self.tr("Take it with Enter, or leave it with Esc; then scan again."),
            )
            return
        self.finder.scan(code)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Payment"))
        self.finder.retranslate()
        self.account.retranslate()
        self.tender.retranslate(is_unknown=self._is_unknown)
        self.outcome.retranslate()
        if self._form is not None:
            self.tender.show_figure(self._form)
            self._show_problems()

    def _show_page(self) -> None:
        if self.finder.box.text().strip() and not self._opening:
            self._pages.setCurrentIndex(1)
        else:
            self._pages.setCurrentIndex(0 if self._form is None else 2)

    def _nothing_found(self, text: str) -> None:
        self.notice.tell(
            "caution",
            self.tr("Nothing found for “{text}”").format(text=text),
            self.tr("Check the number, or try a name, meter or mobile number."),
        )

    def _open(self, account_no: AccountNo) -> None:
        """Open an account; the payment's id is made with it and stays through every try."""
        if self._in_flight is not None or self._cashier_id is None or self._opening:
            return
        self._opening = account_no
        desk = self.seat.desk

        def work() -> tuple[ConsumerAccount, PaymentId, date]:
            return desk.open_account(account_no), desk.fresh_payment_id(), desk.business_date()

        self.ask(self.seat.lanes.ledger, work, self._opened, self._could_not_open)

    def _could_not_open(self, error: Refusal | Fault) -> None:
        self._opening = ""
        self.tell(error)

    def _opened(self, opened: tuple[ConsumerAccount, PaymentId, date]) -> None:
        self._opening = ""
        account, payment_id, today = opened
        assert self._cashier_id is not None, "accounts are opened for a cashier"
        self._form = begin(account, payment_id, self._cashier_id, today, self._last_card)
        self._forget_complaints()
        self.notice.hush()
        self.finder.box.fill("")
        self._show_account(today)
        self.tender.focus(Part.AMOUNT)

    def _show_account(self, today: date) -> None:
        assert self._form is not None, "there is an account to show"
        self.account.show_account(self._form.account, today, self.seat.now())
        self.tender.show_form(self._form)
        self._show_problems()
        self._show_page()

    def _typed(self, part: Part, text: str) -> None:
        if self._form is None:
            return
        self._form = self._form.with_text(part, text)
        self._is_touched = True
        self._wants_to_leave = False
        self._complaints.typed(part)
        self.tender.show_figure(self._form)
        self._show_problems()

    def _left_part(self, part: Part) -> None:
        if self._form is not None and self._form.text(part).strip():
            self._complaints.left(part)
            self._show_problems()

    def _choose(self, kind: TenderKind) -> None:
        if self._form is None or self._in_flight is not None:
            return
        self._form = self._form.with_kind(kind)
        self.tender.show_form(self._form)
        self._show_problems()
        self.tender.focus(Part.GIVEN if kind is TenderKind.CASH else Part.NETWORK)

    def _show_problems(self) -> None:
        if self._form is not None:
            self.tender.show_problems(self._complaints.of(self._form))

    def _submit(self) -> None:
        """Take the payment; while it is under way or not certain, only the same order goes out again."""
        if self._form is None or (self._in_flight is not None and not self._is_unknown):
            return
        if self._in_flight is None:
            order = self._form.order
            if order is None:
                self._complaints.tried(self._form)
                self._show_problems()
                self.tender.focus(next(iter(self._form.problems)))
                return
            self._in_flight = order
        order, take = self._in_flight, self.seat.desk.take_payment
        self._is_unknown = False
        self.notice.hush()
        self.tender.wait(is_waiting=True)
        self.ask(self.seat.lanes.ledger, lambda: take(order), self._taken, self._not_taken)

    def _taken(self, taken: Taken) -> None:
        if self._form is not None and self._form.kind is TenderKind.CARD:
            self._last_card = self._form
        self._drop()
        self.outcome.show_taken(taken)
        self.seat.changes.announce(Change.BILLS, Change.TILL, Change.OUTBOX, Change.RECEIPTS)
        payment = taken.receipt.payment
        is_cash = any(isinstance(tender, CashTender) for tender in payment.tenders)
        self._paper.print_receipt(
            str(payment.receipt_no), opens_drawer=is_cash and not taken.was_taken_before
        )

    def _not_taken(self, error: Refusal | Fault) -> None:
        self.tell(error)
        if isinstance(error, Fault):
            self._is_unknown = True
            self.tender.take_button.setEnabled(True)
            self.tender.take_button.setFocus()
            self.tender.retranslate(is_unknown=True)
            return
        self._in_flight = None
        self.tender.wait(is_waiting=False)
        if error.code is RefusalCode.ACCOUNT_CHANGED:
            self._reopen()
            return
        part = PART_OF_CODE.get(error.code)
        if part is not None:
            self._complaints.refused(part, error)
            self._show_problems()
        self.tender.focus(part or Part.AMOUNT)

    def _reopen(self) -> None:
        """What is due changed: show it anew, keep what was typed and the payment's id."""
        assert self._form is not None, "an order was refused"
        account_no, open_account = (
            self._form.account.consumer.account_no,
            self.seat.desk.open_account,
        )
        self.ask(self.seat.lanes.ledger, lambda: open_account(account_no), self._reopened)

    def _reopened(self, account: ConsumerAccount) -> None:
        if self._form is not None:
            self._form = reopened(self._form, account)
            self._show_account(self._form.business_date)
            self.tender.focus(Part.AMOUNT)

    def _leave(self) -> None:
        """Escape: first the search, then the account; what was typed asks once more."""
        if self.finder.box.text():
            self.finder.box.fill("")
            if self._form is not None:
                self.tender.focus(Part.AMOUNT)
        elif self._in_flight is not None and not self._is_unknown:
            return
        elif self._form is not None and self._is_touched and not self._wants_to_leave:
            self._wants_to_leave = True
            self.notice.tell(
                "caution",
                self.tr("Leave this payment?"),
                self.tr("Nothing was taken. Press Esc again to leave it, or go on typing."),
            )
        else:
            self.notice.hush()
            self._drop()

    def _drop(self) -> None:
        """No account is open; the find box waits for the next."""
        self._form = self._in_flight = None
        self._is_unknown = False
        self._forget_complaints()
        self.tender.wait(is_waiting=False)
        self.tender.retranslate()
        self.finder.clear()
        self._show_page()

    def _forget_complaints(self) -> None:
        self._is_touched = self._wants_to_leave = False
        self._complaints.forget()
