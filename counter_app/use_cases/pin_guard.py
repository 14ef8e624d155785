"""Checking a PIN: wrong tries are counted for as long as the program runs, and too many make one wait."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Cashier
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
class PinGuard:
    """One for the whole counter: signing in and giving a word count together."""

    pins: PinCheck
    clock: Clock
    tries: dict[CashierId, Tries] = field(default_factory=dict)

    def check(self, cashier: Cashier, pin: str) -> None:
        """Raise Refusal PIN_WRONG or PIN_LOCKED unless this is the person's PIN; slow on purpose."""
        tries = self.tries.setdefault(cashier.cashier_id, Tries())
        self._refuse_locked(tries)
        if not self.pins.fits(cashier.pin_hash, pin):
            tries.wrong += 1
            tries.last_us = self._monotonic_us()
            raise Refusal(RefusalCode.PIN_WRONG, tries_left=max(0, TRIES_BEFORE_LOCK - tries.wrong))
        del self.tries[cashier.cashier_id]

    def _refuse_locked(self, tries: Tries) -> None:
        """After five wrong PINs each further try waits a minute from the last, however the clock is set."""
        if tries.wrong < TRIES_BEFORE_LOCK:
            return
        waited_seconds = (self._monotonic_us() - tries.last_us) // _MICROSECONDS_PER_SECOND
        if waited_seconds < LOCK_SECONDS:
            raise Refusal(RefusalCode.PIN_LOCKED, wait_seconds=LOCK_SECONDS - waited_seconds)

    def _monotonic_us(self) -> int:
        return self.clock.evidence(0).monotonic_us
