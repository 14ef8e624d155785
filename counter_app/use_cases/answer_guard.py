"""Wrong answers by telephone: counted for each approver while the program runs, and too many make one wait."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.use_cases.ports import Clock

TRIES_BEFORE_WAIT = 5
FIRST_WAIT_SECONDS = 60
LONGEST_WAIT_SECONDS = 900
_MICROSECONDS_PER_SECOND = 1_000_000


@dataclass(slots=True)
class WrongAnswers:
    """Of one approver since the last right one, and when the last was on the monotonic clock."""

    count: int = 0
    last_us: int = 0


@dataclass(frozen=True, slots=True)
class AnswerGuard:
    """Beside the guard of PINs: a cashier who guesses answers must not lock the approver out of the counter."""

    clock: Clock
    wrong: dict[CashierId, WrongAnswers] = field(default_factory=dict)

    def refuse_waiting(self, approver_id: CashierId) -> None:
        """Raise Refusal APPROVAL_LOCKED (wait_seconds) while too many were wrong; each further one doubles the wait."""
        wrong = self.wrong.get(approver_id, WrongAnswers())
        above = wrong.count - TRIES_BEFORE_WAIT
        if above < 0:
            return
        wait_seconds = min(FIRST_WAIT_SECONDS << above, LONGEST_WAIT_SECONDS)
        waited_seconds = (self._monotonic_us() - wrong.last_us) // _MICROSECONDS_PER_SECOND
        if waited_seconds < wait_seconds:
            raise Refusal(
                RefusalCode.APPROVAL_LOCKED,
                cashier_id=approver_id,
                wait_seconds=wait_seconds - waited_seconds,
            )

    def judge(self, approver_id: CashierId, *, fits: bool) -> None:
        """Forget the wrong answers before a right one; raise Refusal APPROVAL_ANSWER_WRONG (tries_left) else."""
        if fits:
            self.wrong.pop(approver_id, None)
            return
        wrong = self.wrong.setdefault(approver_id, WrongAnswers())
        wrong.count += 1
        wrong.last_us = self._monotonic_us()
        raise Refusal(
            RefusalCode.APPROVAL_ANSWER_WRONG, tries_left=max(0, TRIES_BEFORE_WAIT - wrong.count)
        )

    def _monotonic_us(self) -> int:
        return self.clock.evidence(0).monotonic_us
