"""A round with the centre: one push, one pull, then what was decided later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.use_cases.views import RoundOutcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.use_cases.ports import Clock


@dataclass(frozen=True, slots=True)
class RunRound:
    """The verb."""

    push_outbox: Callable[[], int]
    pull_bills: Callable[[], int]
    pull_results: Callable[[], int]
    clock: Clock

    def __call__(self) -> RoundOutcome:
        """What moved. Raises the first Fault: when the push fails there is no use in a pull."""
        acknowledged = self.push_outbox()
        changed = self.pull_bills()
        decided = self.pull_results()
        return RoundOutcome(acknowledged, changed, self.clock.now(), decided)
