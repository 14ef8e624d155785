"""Push the outbox: read a batch, talk with no transaction open, write the answer in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.exchange import (
    MOST_BATCH_BYTES,
    USUAL_MESSAGES_IN_BATCH,
    batch_of,
)

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import BillingServer, Clock, Gap
    from counter_app.use_cases.views import Unsent
    from counter_app.wire.exchange import Acknowledgement

STOPPED_BY_FORK = "fork"


@dataclass(slots=True)
class BatchSize:
    """How many messages go at once: halves after a failure, down to one; doubles after a success."""

    messages: int = USUAL_MESSAGES_IN_BATCH

    def after_failure(self) -> None:
        """Half, at least one."""
        self.messages = max(1, self.messages // 2)

    def after_success(self) -> None:
        """Double, at most the usual."""
        self.messages = min(USUAL_MESSAGES_IN_BATCH, self.messages * 2)


@dataclass(frozen=True, slots=True)
class PushOutbox:
    """The verb. A repeat is harmless: the centre answers a known message as it did the first time."""

    ledger: Ledger
    server: BillingServer
    clock: Clock
    size: BatchSize = field(default_factory=BatchSize)

    def __call__(self) -> int:
        """Send until the outbox is empty; how many messages were acknowledged.

        Raises Fault of the server port. After SERVER_FORK the counter takes no more payments.
        """
        acknowledged, batch = 0, self._next()
        while batch is not None:
            answer = self._push(batch)
            if isinstance(answer, tuple):
                acknowledged += self._settle(batch, *answer)
                batch = self._next()
            else:
                batch = self._rewind(batch, answer)
        return acknowledged

    def _next(self) -> Unsent | None:
        with self.ledger.open_books() as books:
            return books.messages.unsent(self.size.messages, MOST_BATCH_BYTES)

    def _push(self, unsent: Unsent) -> tuple[Acknowledgement, bytes] | Gap:
        batch = batch_of(unsent.first, unsent.previous, unsent.messages, unsent.head_signature)
        try:
            answer = self.server.push(unsent.epoch, batch)
        except Fault as fault:
            if fault.code is FaultCode.SERVER_FORK:
                self._stop()
            self.size.after_failure()
            raise
        self.size.after_success()
        return answer

    def _settle(self, batch: Unsent, acknowledgement: Acknowledgement, signed: bytes) -> int:
        if acknowledgement.epoch != batch.epoch or acknowledgement.upto < batch.first:
            raise Fault(FaultCode.SERVER_NOT_OURS, "acknowledged nothing of what was sent")
        try:
            with self.ledger.open_books() as books:
                books.messages.acknowledge(acknowledgement, signed)
                books.commit()
        except Fault as fault:
            if fault.code is FaultCode.SERVER_FORK:
                self._stop()
            raise
        return len(acknowledgement.fates)

    def _rewind(self, batch: Unsent, gap: Gap) -> Unsent:
        """The centre lacks earlier messages (restored from a backup): send from where it asks.

        When it asks for one we do not have, or for the very one we sent, its story is not ours: a fork.
        """
        with self.ledger.open_books() as books:
            again = books.messages.run_from(
                batch.epoch, gap.expected, self.size.messages, MOST_BATCH_BYTES
            )
        if again is None or gap.expected >= batch.first:
            self._stop()
            raise Fault(FaultCode.SERVER_FORK, f"asked for {gap.expected} when {batch.first} came")
        return again

    def _stop(self) -> None:
        with self.ledger.open_books() as books:
            if not books.messages.stopped_because():
                books.messages.stop_taking_payments(STOPPED_BY_FORK, self.clock.now())
                books.commit()
