"""What this counter says of itself to the centre once a round: version, clock, and what is not sent yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.wire.counter_state import CounterState
from counter_app.wire.messages import microseconds

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import Clock


@dataclass(frozen=True, slots=True)
class SayState:
    """The verb. Facts for people's eyes: the centre decides nothing by them."""

    ledger: Ledger
    clock: Clock
    version: str

    def __call__(self) -> CounterState:
        """As of now, by this computer's own clock."""
        with self.ledger.open_books() as books:
            unsent = books.messages.summary()
        return CounterState(
            version=self.version,
            clock_us=microseconds(self.clock.now()),
            unsent=unsent.unsent_messages,
            unsent_paise=unsent.unsent.paise,
            oldest_unsent_us=None if unsent.oldest_at is None else microseconds(unsent.oldest_at),
        )
