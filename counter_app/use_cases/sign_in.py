"""Sign in: a personal PIN against the roster, with no network."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.shift import MAY_TAKE_MONEY
from counter_app.use_cases.telling import certificate_of
from counter_app.use_cases.views import SignedIn

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import Clock, PinCheck

TRIES_BEFORE_LOCK = 5
LOCK_SECONDS = 60
_MICROSECONDS_PER_SECOND = 1_000_000


@dataclass(slots=True)
class Tries:
    """Wrong PINs of one person since the last right one, and when the last was on the monotonic clock."""

    wrong: int = 0
    last_us: int = 0


@dataclass(frozen=True, slots=True)
class SignIn:
    """The verb. Wrong tries are counted for as long as the program runs."""

    ledger: Ledger
    pins: PinCheck
    clock: Clock
    tries: dict[CashierId, Tries] = field(default_factory=dict)

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
        tries = self.tries.setdefault(cashier_id, Tries())
        self._refuse_locked(tries)
        if not self.pins.fits(cashier.pin_hash, pin):
            tries.wrong += 1
            tries.last_us = self._monotonic_us()
            raise Refusal(RefusalCode.PIN_WRONG, tries_left=max(0, TRIES_BEFORE_LOCK - tries.wrong))
        del self.tries[cashier_id]
        return SignedIn(cashier, shift)

    def _refuse_locked(self, tries: Tries) -> None:
        """After five wrong PINs each further try waits a minute from the last, however the clock is set."""
        if tries.wrong < TRIES_BEFORE_LOCK:
            return
        waited_seconds = (self._monotonic_us() - tries.last_us) // _MICROSECONDS_PER_SECOND
        if waited_seconds < LOCK_SECONDS:
            raise Refusal(RefusalCode.PIN_LOCKED, wait_seconds=LOCK_SECONDS - waited_seconds)

    def _monotonic_us(self) -> int:
        return self.clock.evidence(0).monotonic_us
