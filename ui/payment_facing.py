"""What the consumer is told while a payment is typed: the sum, and the code to be scanned when UPI is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import CashTender, TenderKind
from ui.payment_parts import Part
from ui.payment_tender_form import read_money

if TYPE_CHECKING:
    from counter_app.domain.identity import PaymentId
    from counter_app.use_cases.views import Taken, UpiAsk
    from ui.payment_form import PaymentForm
    from ui.seat import Seat

REST_MS = 250
"""Without a key for so long, a code is made: a half typed sum is not shown to a payer."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    amount: Money
    payment_id: PaymentId


class Facing(QObject):
    """Follows the form; an answer that comes too late shows nothing."""

    asked = Signal(object)
    """UpiAsk to be shown beside the fields of UPI; None for none."""

    refused = Signal(object)
    """Refusal: no code can be shown, and a technician can mend it."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._wanted: _Wanted | None = None
        self._is_set_up = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._ask)

    def follow(self, form: PaymentForm | None) -> None:
        """What was typed changed, or no account is open any more."""
        wanted = _wanted_of(form) if form is not None and self._is_set_up else None
        if wanted is not None:
            if wanted != self._wanted:
                self._forget()
                self._wanted = wanted
                self._timer.start()
                self._show_sum(form)
            return
        self._forget()
        self._show_sum(form)

    def paid(self, taken: Taken) -> None:
        """The payment is committed."""
        self._forget()
        self._seat.customer.show_change(taken.change, _cash_given(taken))

    def _show_sum(self, form: PaymentForm | None) -> None:
        if form is None:
            self._seat.customer.show_idle()
            return
        consumer, customer = form.lines[0].consumer, self._seat.customer
        amount, given = max(form.remaining, ZERO), _given_of(form)
        if given is None:
            customer.show_to_pay(consumer.name_en, amount, name_hi=consumer.name_hi)
        else:
            customer.show_counting(consumer.name_en, amount, given, name_hi=consumer.name_hi)

    def _forget(self) -> None:
        self._timer.stop()
        if self._wanted is not None:
            self._wanted = None
            self.asked.emit(None)

    def _ask(self) -> None:
        wanted, upi_qr = self._wanted, self._seat.desk.upi_qr
        if wanted is None:
            return
        self._seat.lanes.ledger.run(
            self,
            lambda: upi_qr(wanted.amount, wanted.payment_id),
            then=lambda ask: self._answered(wanted, ask),
            failed=self._failed,
        )

    def _answered(self, wanted: _Wanted, ask: UpiAsk) -> None:
        if wanted == self._wanted:
            self._seat.customer.show_qr(ask)
            self.asked.emit(ask)

    def _failed(self, error: Exception) -> None:
        """Where no payee is set, the bank's own code is used and nothing is said; a wrong one is told once."""
        if not isinstance(error, Refusal | Fault):
            raise error
        if isinstance(error, Refusal):
            self._is_set_up = False
            if error.code is not RefusalCode.UPI_NOT_SET_UP:
                self.refused.emit(error)


def _given_of(form: PaymentForm) -> Money | None:
    """The cash typed as given; None before anything readable of it is typed, and for other tenders."""
    text = form.tender.text(Part.GIVEN)
    if form.kind is not TenderKind.CASH or form.is_settled or not text.strip():
        return None
    given = read_money(text)
    return given if isinstance(given, Money) and given > ZERO else None


def _cash_given(taken: Taken) -> Money:
    """All cash handed over for this payment."""
    return Money.total(
        tender.given
        for receipt in taken.receipts
        for tender in receipt.payment.tenders
        if isinstance(tender, CashTender)
    )


def _wanted_of(form: PaymentForm) -> _Wanted | None:
    """The sum a code asks for: what this UPI tender is to pay; None for another tender or no readable sum."""
    if form.kind is not TenderKind.UPI or form.is_settled or form.remaining <= ZERO:
        return None
    pays = form.tender.pays(form.remaining)
    return _Wanted(pays, form.lines[0].payment_id) if isinstance(pays, Money) else None
