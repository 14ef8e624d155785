"""Printing, and what is known of the last papers. A jam never undoes a payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.identity import ReceiptNo
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from ui.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.identity import CashierId, PaymentId
    from counter_app.domain.receipt import ReceiptRow
    from ui.seat import Seat


@dataclass(frozen=True, slots=True)
class PaperNews:
    """What is known of one receipt's paper: no outcome while it prints; a fault when the books failed."""

    receipt_no: str
    outcome: PrintOutcome | None = None
    fault: Fault | None = None

    @property
    def asks_for_a_person(self) -> bool:
        """Somebody has to look, answer or print again."""
        return self.fault is not None or (
            self.outcome is not None and self.outcome.state is not PrintState.PRINTED
        )


@dataclass(frozen=True, slots=True)
class SummaryNews:
    """What is known of the paper over all receipts of an order: no outcome while it prints."""

    group_id: PaymentId
    outcome: PrintOutcome | None = None
    fault: Fault | None = None


class Paper(QObject):
    """Asks for receipts on the printer lane and tells how each ended."""

    told = Signal(object)
    """PaperNews"""

    summary_told = Signal(object)
    """SummaryNews"""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat

    def print_receipt(self, receipt_no: str, *, opens_drawer: bool) -> None:
        """Print after a payment; the drawer follows when cash was taken."""
        number = ReceiptNo.from_text(receipt_no)
        self._print(receipt_no, lambda: self._seat.desk.print_receipt(number))
        if opens_drawer:
            self._seat.lanes.printer.run(
                self, self._seat.desk.open_drawer, then=lambda _: None, failed=self._drawer_failed
            )

    def print_summary(self, group_id: PaymentId) -> None:
        """Print one paper over all receipts of an order; it is no receipt, so nobody has to answer for it."""
        self.summary_told.emit(SummaryNews(group_id))
        print_it = self._seat.desk.print_summary

        def failed(error: Exception) -> None:
            if not isinstance(error, Fault):
                raise error
            self.summary_told.emit(SummaryNews(group_id, fault=error))

        self._seat.lanes.printer.run(
            self,
            lambda: print_it(group_id),
            then=lambda outcome: self.summary_told.emit(SummaryNews(group_id, outcome)),
            failed=failed,
        )

    def recall(self) -> None:
        """After a sign-in: ask about today's papers that did not come to an end, as after a power cut."""
        desk = self._seat.desk
        self._seat.lanes.ledger.run(
            self,
            lambda: desk.list_receipts(desk.business_date()),
            then=self._recalled,
            failed=self._not_recalled,
        )

    def _recalled(self, rows: tuple[ReceiptRow, ...]) -> None:
        for row in rows:
            if row.print_state is not PrintState.PRINTED:
                state = row.print_state or PrintState.NOT_SENT
                reason = row.print_reason or PrintReason.INTERRUPTED
                self.told.emit(PaperNews(row.receipt_no, PrintOutcome(state, reason)))

    def _not_recalled(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self._seat.changes.announce(Change.RECEIPTS)

    def reprint(self, receipt_no: str, cashier_id: CashierId) -> None:
        """Print a further copy, marked DUPLICATE."""
        number = ReceiptNo.from_text(receipt_no)
        self._print(receipt_no, lambda: self._seat.desk.reprint_receipt(number, cashier_id))

    def answer(self, receipt_no: str, *, came_out: bool) -> None:
        """The cashier looked. Not come out: print it again at once."""
        number = ReceiptNo.from_text(receipt_no)
        answer = self._seat.desk.answer_uncertain

        def answered(_: None) -> None:
            if came_out:
                self._tell(
                    receipt_no,
                    PrintOutcome(PrintState.PRINTED, PrintReason.CASHIER_SAID_PRINTED),
                )
            else:
                self.print_receipt(receipt_no, opens_drawer=False)

        self._seat.lanes.printer.run(
            self,
            lambda: answer(number, came_out),
            then=answered,
            failed=lambda error: self._failed(receipt_no, error),
        )

    def _print(self, receipt_no: str, work: Callable[[], PrintOutcome]) -> None:
        self.told.emit(PaperNews(receipt_no))
        self._seat.lanes.printer.run(
            self,
            work,
            then=lambda outcome: self._tell(receipt_no, outcome),
            failed=lambda error: self._failed(receipt_no, error),
        )

    def _tell(self, receipt_no: str, outcome: PrintOutcome) -> None:
        self.told.emit(PaperNews(receipt_no, outcome))
        self._seat.changes.announce(Change.RECEIPTS, Change.PRINTER)

    def _failed(self, receipt_no: str, error: Exception) -> None:
        if isinstance(error, Refusal) and error.code is RefusalCode.PRINT_ANSWER_NEEDED:
            self._tell(receipt_no, PrintOutcome(PrintState.UNCERTAIN))
        elif isinstance(error, Refusal) and error.code is RefusalCode.PRINT_NOT_UNCERTAIN:
            self._tell(receipt_no, PrintOutcome(PrintState.PRINTED))
        elif isinstance(error, Fault):
            self.told.emit(PaperNews(receipt_no, fault=error))
        else:
            raise error

    def _drawer_failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._seat.changes.announce(Change.PRINTER)
