"""Asks the books what would happen, once the fingers rest; an answer that comes too late is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.errors import Fault, Refusal

if TYPE_CHECKING:
    from counter_app.domain.payment import Consideration, PaymentOrder
    from ui.seat import Seat

REST_MS = 250
"""Without a key for so long, the books are asked: typing never waits for them."""


class Weighing(QObject):
    """One question at a time; the last order counts."""

    weighed = Signal(object)
    """Consideration of the order last given."""

    refused = Signal(object)
    """Refusal of the order last given."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._order: PaymentOrder | None = None
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._ask)

    def weigh(self, order: PaymentOrder | None) -> None:
        """Weigh this order when the fingers rest; None when there is nothing to weigh."""
        if order == self._order:
            return
        self._order = order
        if order is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _ask(self) -> None:
        order, consider = self._order, self._seat.desk.consider_payment
        if order is None or self._is_asking:
            return
        self._is_asking = True
        self._seat.lanes.ledger.run(
            self,
            lambda: consider(order),
            then=lambda considered: self._answered(order, considered),
            failed=lambda error: self._failed(order, error),
        )

    def _answered(self, order: PaymentOrder, considered: Consideration) -> None:
        if self._is_current(order):
            self.weighed.emit(considered)

    def _failed(self, order: PaymentOrder, error: Exception) -> None:
        """A fault is told when the payment is taken; here it would only distract."""
        if not isinstance(error, Refusal | Fault):
            raise error
        if self._is_current(order) and isinstance(error, Refusal):
            self.refused.emit(error)

    def _is_current(self, order: PaymentOrder) -> bool:
        self._is_asking = False
        if order == self._order:
            return True
        self._ask()
        return False
