"""One timer: asks for rounds with the server, and keeps what came of them for the status strip."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.errors import Fault, FaultCode, Refusal
from ui.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.use_cases.views import RoundOutcome
    from ui.changes import ChangeBus
    from ui.lanes import Lane

BETWEEN_ROUNDS_SECONDS = 30.0
AFTER_A_PAYMENT_SECONDS = 2.0
"""So that a burst of payments goes out in one batch."""

TICK_MS = 1000

NEEDS_A_PERSON = frozenset(
    {FaultCode.SERVER_REFUSED_COUNTER, FaultCode.SERVER_WANTS_UPGRADE, FaultCode.SERVER_FORK}
)
"""Trying again by itself cannot mend these (protocol, section 5): stop and say so."""


@dataclass(frozen=True, slots=True)
class ServerReach:
    """What is known of the way to the server. ``reached_at`` comes from a signed answer, never from a cable."""

    is_talking: bool = False
    reached_at: datetime | None = None
    fault: FaultCode | None = None
    is_stopped: bool = False


class Heartbeat(QObject):
    """Asks for one push and one pull now and then, later after failures, at once when a person says so."""

    told = Signal(object)
    """ServerReach: whenever it changes."""

    ticked = Signal()
    """Time has passed: ages on the screen may have grown."""

    def __init__(
        self,
        lane: Lane,
        changes: ChangeBus,
        run_round: Callable[[], RoundOutcome],
        wait_after_failures: Callable[[int], float],
        *,
        parent: QObject | None = None,
        tick_ms: int = TICK_MS,
    ) -> None:
        """``wait_after_failures`` gives seconds for so many failures in a row (protocol, section 5)."""
        super().__init__(parent)
        self.reach = ServerReach()
        self._lane = lane
        self._changes = changes
        self._run_round = run_round
        self._wait_after_failures = wait_after_failures
        self._failures = 0
        self._is_wanted_again = False
        self._due_at: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(tick_ms)
        self._timer.timeout.connect(self._tick)
        changes.changed.connect(self._heard)

    def start(self) -> None:
        """Begin with a round at once."""
        self._timer.start()
        self._beat()

    def stop(self) -> None:
        """Ask no more; a round under way ends by itself."""
        self._timer.stop()
        self._due_at = None

    def sync_now(self) -> None:
        """A person asks: forget earlier failures and go."""
        self._failures = 0
        if self.reach.is_talking:
            self._is_wanted_again = True
        else:
            self._beat()

    def _tick(self) -> None:
        self.ticked.emit()
        if self._due_at is not None and monotonic() >= self._due_at:
            self._beat()

    def _heard(self, changes: frozenset[Change]) -> None:
        if Change.TILL not in changes or self._failures:
            return
        if self.reach.is_talking:
            self._is_wanted_again = True
        elif self._due_at is not None:
            self._due_at = min(self._due_at, monotonic() + AFTER_A_PAYMENT_SECONDS)

    def _beat(self) -> None:
        if self.reach.is_talking:
            return
        self._due_at = None
        self._tell(ServerReach(True, self.reach.reached_at, self.reach.fault))
        self._lane.run(self, self._run_round, then=self._went_well, failed=self._went_wrong)

    def _went_well(self, outcome: RoundOutcome) -> None:
        self._failures = 0
        self._tell(ServerReach(reached_at=outcome.reached_at))
        news = [Change.SERVER]
        if outcome.acknowledged:
            news += [Change.OUTBOX, Change.RECEIPTS]
        if outcome.changed:
            news.append(Change.BILLS)
        self._changes.announce(*news)
        self._again_in(BETWEEN_ROUNDS_SECONDS)

    def _went_wrong(self, error: Exception) -> None:
        if isinstance(error, Refusal):  # a counter not enrolled, or stopped: nothing to push
            self._tell(ServerReach(reached_at=self.reach.reached_at, is_stopped=True))
            return
        if not isinstance(error, Fault):
            self._tell(ServerReach(reached_at=self.reach.reached_at, is_stopped=True))
            raise error
        self._failures += 1
        stops = error.code in NEEDS_A_PERSON
        self._tell(ServerReach(False, self.reach.reached_at, error.code, stops))
        self._changes.announce(Change.SERVER)
        if not stops:
            asked = error.retry_after_seconds or 0.0
            self._again_in(max(asked, self._wait_after_failures(self._failures)))

    def _again_in(self, seconds: float) -> None:
        self._due_at = monotonic() + (0.0 if self._is_wanted_again else seconds)
        self._is_wanted_again = False

    def _tell(self, reach: ServerReach) -> None:
        self.reach = reach
        self.told.emit(reach)
