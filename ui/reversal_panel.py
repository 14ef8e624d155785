"""A payment reversed on the receipts screen: what is typed, a second person's approval, then what to give back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.money import ZERO
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.domain.reversal_rules import cash_back_of
from ui.approval_panel import ApprovalPanel
from ui.changes import Change
from ui.reversal_done import ReversalDone
from ui.reversal_entry import ReversalEntry
from ui.reversal_form import ReversalForm
from ui.widgets.styling import column

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import CashierId, ReceiptNo
    from counter_app.domain.reversal import Reversal
    from counter_app.use_cases.views import ReversalWeighed
    from ui.seat import Seat

Answer = TypeVar("Answer")
NEWS = (Change.RECEIPTS, Change.BILLS, Change.TILL, Change.OUTBOX)


class ReversalPanel(QWidget):
    """Three pages. It asks the desk itself; refusals and faults are the screen's to tell."""

    left = Signal()
    opened = Signal()
    """A receipt can be reversed: the panel is to be shown."""
    told = Signal(object)
    """Refusal or Fault"""
    slip_printed = Signal(object)
    """PrintOutcome"""
    drawer_ended = Signal(object)
    """PrintOutcome of the kick, when cash goes back."""
    card_number_refused = Signal()

    def __init__(self, seat: Seat, cashier_now: Callable[[], CashierId | None]) -> None:
        super().__init__()
        self._seat, self._cashier_now = seat, cashier_now
        self.entry, self.done = ReversalEntry(), ReversalDone()
        self.approval = ApprovalPanel(seat)
        self._pages = QStackedWidget()
        for page in (self.entry, self.approval, self.done):
            self._pages.addWidget(page)
        layout = column(gap=0)
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        leave = QShortcut(QKeySequence("Escape"), self.approval)
        leave.activated.connect(self._back_to_entry)
        self.entry.left.connect(self.left)
        self.entry.completed.connect(self._ask_approval)
        self.approval.left.connect(self._back_to_entry)
        self.approval.approved.connect(self._reverse)
        self.approval.faulted.connect(self.told)
        self.done.left.connect(self.left)
        self.done.slip_asked.connect(self._print_slip)
        for part in (self.entry, self.approval):
            part.card_number_refused.connect(self.card_number_refused)
        self._show(self.entry)

    @property
    def page(self) -> QWidget | None:
        """What is shown of it."""
        return self._pages.currentWidget()

    def begin(self, receipt_no: ReceiptNo) -> None:
        """Ask the books what may become of this one; ``opened`` follows, or why there is no reversal."""
        desk = self._seat.desk

        def work() -> tuple[ReversalWeighed, UUID]:
            return desk.weigh_reversal(receipt_no), desk.fresh_payment_id()

        self._run(work, self._begun)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.entry.retranslate()
        self.approval.retranslate()
        self.done.retranslate()

    def _begun(self, weighed_and_id: tuple[ReversalWeighed, UUID]) -> None:
        weighed, reversal_id = weighed_and_id
        if weighed.made is not None:
            self.done.show_made(weighed.made)
            self._show(self.done)
            self.opened.emit()
        elif weighed.refusal is not None:
            self.told.emit(weighed.refusal)
        else:
            self._show(self.entry)
            self.opened.emit()
            self.entry.begin(ReversalForm.of(weighed, reversal_id))

    def _ask_approval(self) -> None:
        form, by = self.entry.form, self._cashier_now()
        if form is None or by is None:
            return
        payment = form.weighed.receipt.payment
        number = str(payment.receipt_no)
        self._show(self.approval)
        self.approval.ask(ApprovalCode.REVERSAL, number, payment.amount, by)

    def _back_to_entry(self) -> None:
        self.approval.forget()
        self._show(self.entry)
        self.entry.next_button.setFocus()

    def _reverse(self, approval: Approval) -> None:
        form, by, reverse = self.entry.form, self._cashier_now(), self._seat.desk.reverse_payment
        if form is None or by is None:
            return
        order = form.order(by, approval)
        self._run(lambda: reverse(order), self._reversed, self._not_reversed)

    def _reversed(self, made: Reversal) -> None:
        self.approval.forget()
        self.done.show_made(made)
        self._show(self.done)
        if cash_back_of(made.tenders) != ZERO:
            self._seat.lanes.printer.run(
                self,
                self._seat.desk.open_drawer,
                then=self.drawer_ended.emit,
                failed=self._drawer_failed,
            )
        self._seat.changes.announce(*NEWS)

    def _not_reversed(self, error: Refusal | Fault) -> None:
        self._back_to_entry()
        self.told.emit(error)

    def _drawer_failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self.drawer_ended.emit(PrintOutcome(PrintState.NOT_SENT, error.code))
        self._seat.changes.announce(Change.PRINTER)

    def _print_slip(self) -> None:
        made, print_it = self.done.made, self._seat.desk.print_reversal
        assert made is not None, "its slip is asked for"

        def then(outcome: PrintOutcome) -> None:
            self.slip_printed.emit(outcome)

        self._seat.lanes.printer.run(
            self, lambda: print_it(made.receipt_no), then=then, failed=self._failed
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self.told.emit(error)

    def _run(
        self,
        work: Callable[[], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Refusal | Fault], None] | None = None,
    ) -> None:
        def sort_out(error: Exception) -> None:
            if not isinstance(error, Refusal | Fault):
                raise error
            (failed or self.told.emit)(error)

        self._seat.lanes.ledger.run(self, work, then=then, failed=sort_out)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
