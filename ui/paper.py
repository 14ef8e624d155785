"""Printing, and what is known of the last papers. A jam never undoes a payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.identity import ReceiptNo
from counter_app.domain.printer import NO_PRINTER
from counter_app.domain.receipt import (
    ANSWERED,
    PaperAnswer,
    PrintOutcome,
    PrintReason,
    PrintState,
)
from ui.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.identity import CashierId, PaymentId
    from counter_app.domain.printer import PrintersAtHand
    from counter_app.domain.receipt import ReceiptRow
    from ui.seat import Seat


SWAP_AFTER_FAILURES = 3
"""So often in a row the first printer has to fail before the other one is offered in its place."""


@dataclass(frozen=True, slots=True)
class PaperNews:
    """What is known of one receipt's paper: no outcome while it prints; a fault when the books failed."""

    receipt_no: str
    outcome: PrintOutcome | None = None
    fault: Fault | None = None

    @property
    def asks_for_a_person(self) -> bool:
        """Somebody has to look, answer or print again."""
        if self.fault is not None or self.outcome is None:
            return self.fault is not None
        is_out = self.outcome.state is PrintState.PRINTED
        return not is_out or self.outcome.reason == PrintReason.TORN

    @property
    def is_uncertain(self) -> bool:
        """Somebody has to look first."""
        return self.outcome is not None and self.outcome.state is PrintState.UNCERTAIN


@dataclass(frozen=True, slots=True)
class SummaryNews:
    """What is known of the paper over all receipts of an order: no outcome while it prints."""

    group_id: PaymentId
    outcome: PrintOutcome | None = None
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class DrawerNews:
    """Whether the drawer opened; ``reason`` is a PrintReason or a fault's code, empty when all is well."""

    is_shut: bool
    reason: str = ""


def drawer_news(outcome: PrintOutcome) -> DrawerNews:
    """How a kick ended; one that was not sent without a reason says that there is no drawer."""
    is_shut = outcome.state is not PrintState.PRINTED and bool(outcome.reason)
    return DrawerNews(is_shut, outcome.reason if is_shut else "")


class Paper(QObject):
    """Asks for receipts on the printer lane and tells how each ended. What is under way is not asked for again."""

    told = Signal(object)
    """PaperNews"""

    summary_told = Signal(object)
    """SummaryNews"""

    drawer_told = Signal(object)
    """DrawerNews, whenever the drawer should have opened."""

    printers_told = Signal()
    """Another printer came or went, or is offered in place of the first."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._under_way: set[str] = set()
        self._waiting: dict[str, PaperNews] = {}
        self._failures = 0
        self._is_swapping = False
        self.has_other = False
        """There is another printer."""

    @property
    def offers_swap(self) -> bool:
        """The first printer failed again and again, and there is another."""
        return self.has_other and self._failures >= SWAP_AFTER_FAILURES

    def print_receipt(self, receipt_no: str, *, opens_drawer: bool) -> None:
        """Print after a payment; the drawer follows when cash was taken."""
        number = ReceiptNo.from_text(receipt_no)
        is_begun = self._print(receipt_no, lambda: self._seat.desk.print_receipt(number))
        if is_begun and opens_drawer:
            self._seat.lanes.printer.run(
                self,
                self._seat.desk.open_drawer,
                then=self._drawer_ended,
                failed=self._drawer_failed,
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
        self._ask_printers()

    def _recalled(self, rows: tuple[ReceiptRow, ...]) -> None:
        for row in rows:
            state = row.print_state or PrintState.NOT_SENT
            reason = row.print_reason or PrintReason.INTERRUPTED
            is_ended = state is PrintState.PRINTED and reason != PrintReason.TORN
            if not is_ended and row.receipt_no not in self._under_way:
                self._emit(PaperNews(row.receipt_no, PrintOutcome(state, reason)))

    def _not_recalled(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self._seat.changes.announce(Change.RECEIPTS)

    def reprint(self, receipt_no: str, cashier_id: CashierId) -> None:
        """Print a further copy, marked DUPLICATE."""
        number = ReceiptNo.from_text(receipt_no)
        self._print(receipt_no, lambda: self._seat.desk.reprint_receipt(number, cashier_id))

    def answer(self, receipt_no: str, answer: PaperAnswer) -> None:
        """Somebody looked. Torn or not come out: the next copy is printed at once."""
        number, desk = ReceiptNo.from_text(receipt_no), self._seat.desk

        def note() -> PrintOutcome:
            desk.answer_uncertain(number, answer)
            if answer is PaperAnswer.WHOLE:
                return PrintOutcome(*ANSWERED[answer])
            return desk.print_receipt(number)

        self._print(receipt_no, note, counts=answer is not PaperAnswer.WHOLE)

    def print_elsewhere(self, receipt_no: str, *, is_uncertain: bool) -> None:
        """Print on the other printer. Of an uncertain copy that says as well that nobody has it whole."""
        number, desk = ReceiptNo.from_text(receipt_no), self._seat.desk

        def elsewhere() -> PrintOutcome:
            if is_uncertain and desk.printers_at_hand().other != NO_PRINTER:
                desk.answer_uncertain(number, PaperAnswer.NOTHING)
            return desk.print_elsewhere(number)

        self._print(receipt_no, elsewhere, counts=False)

    def swap_and_print(self, receipt_nos: tuple[str, ...]) -> None:
        """From now on the other printer is the first: then these again."""
        if self._is_swapping:
            return
        self._is_swapping = True

        def swapped(printers: PrintersAtHand) -> None:
            self._is_swapping = False
            self._failures = 0
            self._know(printers)
            for receipt_no in receipt_nos:
                if (waiting := self._waiting.get(receipt_no)) is not None and waiting.is_uncertain:
                    self.answer(receipt_no, PaperAnswer.NOTHING)
                else:
                    self.print_receipt(receipt_no, opens_drawer=False)

        def failed(error: Exception) -> None:
            self._is_swapping = False
            for receipt_no in receipt_nos:
                self._failed(receipt_no, error)

        self._seat.lanes.printer.run(
            self, self._seat.desk.swap_printers, then=swapped, failed=failed
        )

    def _print(
        self, receipt_no: str, work: Callable[[], PrintOutcome], *, counts: bool = True
    ) -> bool:
        """Whether it was begun. ``counts``: how it ends says something of the first printer."""
        if receipt_no in self._under_way:
            return False
        self._under_way.add(receipt_no)
        self.told.emit(PaperNews(receipt_no))

        def ended(outcome: PrintOutcome) -> None:
            self._under_way.discard(receipt_no)
            is_out = outcome.state is PrintState.PRINTED
            if counts:
                self._failures = 0 if is_out else self._failures + 1
            if not is_out:
                self._ask_printers()
            self._tell(receipt_no, outcome)

        def failed(error: Exception) -> None:
            self._under_way.discard(receipt_no)
            self._failed(receipt_no, error)

        self._seat.lanes.printer.run(self, work, then=ended, failed=failed)
        return True

    def _emit(self, news: PaperNews) -> None:
        self._waiting.pop(news.receipt_no, None)
        if news.asks_for_a_person:
            self._waiting[news.receipt_no] = news
        self.told.emit(news)

    def _tell(self, receipt_no: str, outcome: PrintOutcome) -> None:
        self._emit(PaperNews(receipt_no, outcome))
        self._seat.changes.announce(Change.RECEIPTS, Change.PRINTER)

    def _failed(self, receipt_no: str, error: Exception) -> None:
        if isinstance(error, Fault):
            self._emit(PaperNews(receipt_no, fault=error))
            return
        if not isinstance(error, Refusal):
            raise error
        match error.code:
            case RefusalCode.PRINT_ANSWER_NEEDED:
                self._tell(receipt_no, PrintOutcome(PrintState.UNCERTAIN))
            case RefusalCode.PRINT_NOT_UNCERTAIN:
                self._tell(receipt_no, PrintOutcome(PrintState.PRINTED))
            case RefusalCode.NO_OTHER_PRINTER:
                self._know_other(has_other=False)
                self._emit(self._waiting.get(receipt_no) or PaperNews(receipt_no))
            case _:
                raise error

    def _ask_printers(self) -> None:
        self._seat.lanes.printer.run(
            self,
            self._seat.desk.printers_at_hand,
            then=self._know,
            failed=self._printers_unknown,
        )

    def _know(self, printers: PrintersAtHand) -> None:
        self._know_other(has_other=printers.other != NO_PRINTER)

    def _printers_unknown(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self._know_other(has_other=False)

    def _know_other(self, *, has_other: bool) -> None:
        self.has_other = has_other
        self.printers_told.emit()

    def _drawer_ended(self, outcome: PrintOutcome) -> None:
        self.drawer_told.emit(drawer_news(outcome))

    def _drawer_failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self.drawer_told.emit(DrawerNews(is_shut=True, reason=error.code))
        self._seat.changes.announce(Change.PRINTER)
