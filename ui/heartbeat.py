"""One timer: asks for rounds with the server, and keeps what came of them for the status strip."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from counter_app.domain.errors import Fault, FaultCode, Refusal
from counter_app.use_cases.round_watch import RoundStoppedError
from ui.changes import Change
from ui.round_ear import RoundEar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.use_cases.desk import Round
    from counter_app.use_cases.round_watch import RoundProgress
    from counter_app.use_cases.views import RoundOutcome
    from ui.changes import ChangeBus
    from ui.lanes import Lane

BETWEEN_ROUNDS_SECONDS = 30.0
AFTER_A_PAYMENT_SECONDS = 2.0
"""So that a burst of payments goes out in one batch."""
AFTER_A_STOP_SECONDS = 300.0
"""A person stopped the round: it goes on by itself only after the longest wait of the protocol."""
SLEPT_SECONDS = 10.0
"""Ticks further apart than this: the computer slept, or somebody set its clock."""
SHOWN_AFTER_SECONDS = 0.7
"""A round that ends sooner shows no progress."""

TICK_MS = 1000

NEEDS_A_PERSON = frozenset(
    {FaultCode.SERVER_REFUSED_COUNTER, FaultCode.SERVER_WANTS_UPGRADE, FaultCode.SERVER_FORK}
)
"""Trying again by itself cannot mend these (protocol, section 5): stop and say so."""

NO_SKEW = timedelta(0)


@dataclass(frozen=True, slots=True)
class ServerReach:
    """What is known of the way to the server. ``reached_at`` comes from a signed answer, never from a cable.

    ``is_stopped``: only a person can start it again. ``is_held``: a person stopped a round. ``skew`` is signed
    server time less this computer's clock.
    """

    is_talking: bool = False
    reached_at: datetime | None = None
    fault: FaultCode | None = None
    is_stopped: bool = False
    is_held: bool = False
    skew: timedelta = NO_SKEW


def system_clocks() -> tuple[float, float]:
    """Seconds of the clock nobody sets, which may stand still in sleep, and of the one on the wall."""
    return time.monotonic(), time.time()


class Heartbeat(QObject):
    """Asks for one push and one pull now and then, later after failures, at once when a person says so."""

    told = Signal(object)
    """ServerReach: whenever it or the progress changes."""

    ticked = Signal()
    """Time has passed: ages on the screen may have grown."""

    _overheard = Signal()

    def __init__(
        self,
        lane: Lane,
        changes: ChangeBus,
        run_round: Round,
        wait_after_failures: Callable[[int], float],
        *,
        clock_skew: Callable[[], timedelta] = lambda: NO_SKEW,
        parent: QObject | None = None,
        tick_ms: int = TICK_MS,
        clocks: Callable[[], tuple[float, float]] = system_clocks,
    ) -> None:
        """``wait_after_failures`` gives seconds for so many failures in a row (protocol, section 5)."""
        super().__init__(parent)
        self.reach = ServerReach()
        self._lane = lane
        self._changes = changes
        self._run_round = run_round
        self._clock_skew = clock_skew
        self._wait_after_failures = wait_after_failures
        self._clocks = clocks
        self._failures = 0
        self._is_wanted_again = False
        self._due_at: float | None = None
        self._ear: RoundEar | None = None
        self._begun_at = 0.0
        self._ticked_at = clocks()
        self._timer = QTimer(self)
        self._timer.setInterval(tick_ms)
        self._timer.timeout.connect(self._tick)
        self._overheard.connect(self._look_again, Qt.ConnectionType.QueuedConnection)
        changes.changed.connect(self._heard)

    @property
    def progress(self) -> RoundProgress | None:
        """How far the round under way is, once it has taken long enough to be worth a look."""
        is_long = self._now() - self._begun_at >= SHOWN_AFTER_SECONDS
        if self._ear is None or not self.reach.is_talking or not is_long:
            return None
        return self._ear.latest

    @property
    def seconds_to_next(self) -> int | None:
        """When the next round begins by itself; None when none is due."""
        return None if self._due_at is None else max(0, math.ceil(self._due_at - self._now()))

    def start(self) -> None:
        """Begin with a round at once."""
        self._ticked_at = self._clocks()
        self._timer.start()
        self._beat()

    def stop(self) -> None:
        """Ask no more; a round under way ends at its next step."""
        self._timer.stop()
        self._due_at = None
        if self._ear is not None:
            self._ear.stop()

    def sync_now(self) -> None:
        """A person asks: forget earlier failures and go."""
        self._failures = 0
        if self.reach.is_talking:
            self._is_wanted_again = True
        else:
            self._beat()

    def stop_round(self) -> None:
        """A person asks: end the round at its next step. What was acknowledged stays so."""
        if self.reach.is_talking and self._ear is not None:
            self._ear.stop()
            self._is_wanted_again = False
            self._tell(replace(self.reach, is_held=True))

    def _tick(self) -> None:
        self._notice_sleep()
        self.ticked.emit()
        if self._due_at is not None and self._now() >= self._due_at:
            self._beat()

    def _notice_sleep(self) -> None:
        """After sleep, or a clock that was set, what was waited for means nothing: one round, soon, not at once.

        All counters of an office wake at the same hour; the first wait's jitter keeps them apart.
        """
        (then, wall_then), (now, wall) = self._ticked_at, self._clocks()
        self._ticked_at = (now, wall)
        if max(now - then, abs(wall - wall_then)) < SLEPT_SECONDS:
            return
        if self.reach.is_talking or self.reach.is_stopped or self._due_at is None:
            return
        self._failures = 0
        self._due_at = min(self._due_at, now + self._wait_after_failures(1))

    def _heard(self, changes: frozenset[Change]) -> None:
        if Change.TILL not in changes or self._failures or self.reach.is_held:
            return
        if self.reach.is_talking:
            self._is_wanted_again = True
        elif self._due_at is not None:
            self._due_at = min(self._due_at, self._now() + AFTER_A_PAYMENT_SECONDS)

    def _beat(self) -> None:
        if self.reach.is_talking:
            return
        self._due_at, self._begun_at = None, self._now()
        QTimer.singleShot(round(SHOWN_AFTER_SECONDS * 1000), self, self._look_again)
        ear = self._ear = RoundEar(self._overheard.emit)
        self._tell(replace(self.reach, is_talking=True, is_stopped=False, is_held=False))
        self._lane.run(
            self,
            lambda: self._run_round(ear),
            then=self._went_well,
            failed=self._went_wrong,
        )

    @Slot()
    def _look_again(self) -> None:
        """There is news of the round on its lane, or it has lasted long enough to be shown."""
        if self.progress is not None:
            self.told.emit(self.reach)

    def _went_well(self, outcome: RoundOutcome) -> None:
        self._failures = 0
        self._tell(ServerReach(reached_at=outcome.reached_at, skew=self._clock_skew()))
        news = [Change.SERVER]
        if outcome.acknowledged:
            news += [Change.OUTBOX, Change.RECEIPTS]
        if outcome.changed:
            news.append(Change.BILLS)
        self._changes.announce(*news)
        self._again_in(BETWEEN_ROUNDS_SECONDS)

    def _went_wrong(self, error: Exception) -> None:
        rests = ServerReach(reached_at=self.reach.reached_at, skew=self._clock_skew())
        if isinstance(error, RoundStoppedError):
            self._again_in(AFTER_A_STOP_SECONDS)
            self._tell(replace(rests, is_held=True))
            self._changes.announce(Change.SERVER, Change.OUTBOX, Change.RECEIPTS)
            return
        if not isinstance(error, Fault):
            self._tell(replace(rests, is_stopped=True))
            if isinstance(error, Refusal):  # a counter not enrolled, or stopped: nothing to push
                return
            raise error
        self._failures += 1
        stops = error.code in NEEDS_A_PERSON
        if not stops:
            asked = error.retry_after_seconds or 0.0
            self._again_in(max(asked, self._wait_after_failures(self._failures)))
        self._tell(replace(rests, fault=error.code, is_stopped=stops))
        self._changes.announce(Change.SERVER)

    def _again_in(self, seconds: float) -> None:
        self._due_at = self._now() + (0.0 if self._is_wanted_again else seconds)
        self._is_wanted_again = False

    def _now(self) -> float:
        return self._clocks()[0]

    def _tell(self, reach: ServerReach) -> None:
        self.reach = reach
        self.told.emit(reach)
