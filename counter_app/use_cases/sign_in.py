"""Sign in: a personal PIN against the roster, with no network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.shift import MAY_TAKE_MONEY
from counter_app.use_cases.telling import certificate_of
from counter_app.use_cases.views import SignedIn

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.pin_guard import PinGuard


@dataclass(frozen=True, slots=True)
class SignIn:
    """The verb."""

    ledger: Ledger
    guard: PinGuard

    def __call__(self, cashier_id: CashierId, pin: str) -> SignedIn:
        """The cashier and the shift left open.

        Raises Refusal CASHIER_UNKNOWN, PIN_WRONG, PIN_LOCKED, COUNTER_NOT_ENROLLED.
        """
        with self.ledger.open_books() as books:
            certificate_of(books)
            cashier = books.enrolment.cashier(cashier_id)
            shift = books.shifts.open_shift_of(cashier_id)
        if cashier is None or cashier.role not in MAY_TAKE_MONEY:
            raise Refusal(RefusalCode.CASHIER_UNKNOWN, cashier_id=cashier_id)
        self.guard.check(cashier, pin)
        return SignedIn(cashier, shift)
