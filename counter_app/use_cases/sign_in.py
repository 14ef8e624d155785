"""Sign in: a personal PIN against the roster and those made here, with no network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.use_cases.people import person_of
from counter_app.use_cases.pin_guard import PinFor
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
        """The person, whatever the role, and the shift left open.

        Raises Refusal CASHIER_UNKNOWN, CASHIER_LEFT, PIN_WRONG, PIN_LOCKED, COUNTER_NOT_ENROLLED.
        """
        with self.ledger.open_books() as books:
            certificate_of(books)
            cashier = person_of(books, cashier_id)
            shift = books.shifts.open_shift_of(cashier_id)
        self.guard.check(cashier, pin, PinFor.SIGN_IN)
        return SignedIn(cashier, shift)
