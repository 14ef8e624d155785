"""Checking a PIN: every try is kept in the books, and too many wrong ones make one wait, longer each time.

The comparison is slow on purpose and stands outside any transaction; each try is kept in a unit of work of its own,
before anybody learns how it ended.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Cashier
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.people_ports import WrongTries
    from counter_app.use_cases.ports import Clock, PinCheck

TRIES_BEFORE_LOCK = 5
LOCK_MINUTES = (1, 2, 5, 15, 60)
"""How long one waits after the fifth wrong PIN, the sixth ...; the last holds from then on."""

_MICROSECOND = timedelta(microseconds=1)
_SECOND = timedelta(seconds=1)


class PinFor(StrEnum):
    """What a PIN was typed for, as the books note it."""

    ACT = "act"
    SIGN_IN = "sign_in"
    WORD = "word"
    RULE = "rule"
    MATTER = "matter"
    APPROVE = "approve"
    RECEIVE = "receive"
    PEOPLE = "people"


def lock_after(wrong: int) -> timedelta:
    """How long one waits after so many wrong PINs in a row."""
    if wrong < TRIES_BEFORE_LOCK:
        return timedelta()
    return timedelta(minutes=LOCK_MINUTES[min(wrong - TRIES_BEFORE_LOCK, len(LOCK_MINUTES) - 1)])


@dataclass(frozen=True, slots=True)
class Wait:
    """What was left of a wait when this run of the program first saw it, on the monotonic clock."""

    last_at: datetime
    from_us: int
    left: timedelta


@dataclass(frozen=True, slots=True)
class PinGuard:
    """One for the whole counter: whatever a person's PIN is asked for counts together."""

    ledger: Ledger
    pins: PinCheck
    clock: Clock
    waits: dict[CashierId, Wait] = field(default_factory=dict)

    def check(self, cashier: Cashier, pin: str, what: PinFor = PinFor.ACT) -> None:
        """Return if this is the person's PIN; slow on purpose, so never call it in a unit of work.

        Raises Refusal PIN_WRONG, PIN_LOCKED, CASHIER_LEFT (made here for a while that is over).
        """
        cashier_id, now = cashier.cashier_id, self.clock.now()
        if cashier.valid_to is not None and now.date() > cashier.valid_to:
            raise Refusal(RefusalCode.CASHIER_LEFT, cashier_id=cashier_id)
        with self.ledger.open_books() as books:
            tries = books.pin_tries.wrong_tries(cashier_id)
        left = self.left_of(cashier_id, tries)
        if left:
            raise Refusal(RefusalCode.PIN_LOCKED, wait_seconds=-(-left // _SECOND))
        is_right = self.pins.fits(cashier.pin_hash, pin)
        with self.ledger.open_books() as books:
            books.pin_tries.note(cashier_id, what, self.clock.now(), is_right=is_right)
            tries = books.pin_tries.wrong_tries(cashier_id)
            books.commit()
        if not is_right:
            self._begin_wait(cashier_id, tries)
            raise Refusal(RefusalCode.PIN_WRONG, tries_left=max(0, TRIES_BEFORE_LOCK - tries.count))

    def left_of(self, cashier_id: CashierId, tries: WrongTries) -> timedelta:
        """What is left of a person's wait.

        Within a run it is counted on the monotonic clock. After a restart the wall clock says what was waited
        before: set back, it takes nothing off; set forward, it can at most end the wait.
        """
        full = lock_after(tries.count)
        if not full or tries.last_at is None:
            return timedelta()
        wait = self.waits.get(cashier_id)
        if wait is None or wait.last_at != tries.last_at:
            waited = max(self.clock.now() - tries.last_at, timedelta())
            wait = Wait(tries.last_at, self._monotonic_us(), full - waited)
            self.waits[cashier_id] = wait
        gone = (self._monotonic_us() - wait.from_us) * _MICROSECOND
        return max(wait.left - gone, timedelta())

    def _begin_wait(self, cashier_id: CashierId, tries: WrongTries) -> None:
        assert tries.last_at is not None, "a wrong PIN was noted"
        full = lock_after(tries.count)
        self.waits[cashier_id] = Wait(tries.last_at, self._monotonic_us(), full)

    def _monotonic_us(self) -> int:
        return self.clock.evidence(0).monotonic_us
