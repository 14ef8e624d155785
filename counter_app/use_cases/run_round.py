"""A round with the centre: one push, one pull, then what was decided later, and the list of receipt keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.use_cases.round_watch import unwatched
from counter_app.use_cases.views import RoundOutcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.round_watch import Watch


@dataclass(frozen=True, slots=True)
class RunRound:
    """The verb."""

    push_outbox: Callable[[Watch], int]
    pull_bills: Callable[[Watch], int]
    pull_results: Callable[[Watch], int]
    pull_receipt_keys: Callable[[], bool]
    clock: Clock

    def __call__(self, watch: Watch = unwatched) -> RoundOutcome:
        """What moved. Raises the first Fault: when the push fails there is no use in a pull.

        RoundStoppedError of the watch ends the round between two steps; what was acknowledged stays so.
        """
        acknowledged = self.push_outbox(watch)
        changed = self.pull_bills(watch)
        decided = self.pull_results(watch)
        self.pull_receipt_keys()
        return RoundOutcome(acknowledged, changed, self.clock.now(), decided)
