"""Whether a printer is given time. Papers queue: behind a dead printer each must not wait out its whole deadline."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.receipt import PrintState

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.receipt import PrintOutcome

QUICK_LOOK_SECONDS = 0.3
"""A printer that is there answers within milliseconds, over a serial line too."""

QUICK_FOR_SECONDS = 10.0
"""So long after a failure that was waited for nobody waits again; then one job is given all its time."""


@dataclass(slots=True)
class Trust:
    """What the last jobs of one printer came to. Used on its lane alone."""

    quick_for_seconds: float = QUICK_FOR_SECONDS
    now: Callable[[], float] = time.monotonic
    _failed_at: float | None = None
    may_be_owed: bool = False
    """A job broke off in the middle: the printer may still wait for the rest of a picture, and hear nothing else."""

    @property
    def is_suspect(self) -> bool:
        """It failed a moment ago: look quickly whether it is fit again, before anything is sent."""
        return self._failed_at is not None and self.now() - self._failed_at < self.quick_for_seconds

    def learn(self, outcome: PrintOutcome, *, was_suspect: bool) -> None:
        """A job has ended. A failure that was not waited for begins no new grudge, so that it ends some time."""
        if outcome.state is not PrintState.NOT_SENT:
            self.may_be_owed = outcome.state is PrintState.UNCERTAIN
        if outcome.state is PrintState.PRINTED:
            self._failed_at = None
        elif not was_suspect:
            self._failed_at = self.now()
