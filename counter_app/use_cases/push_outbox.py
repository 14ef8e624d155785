"""Push the outbox: read a batch, talk with no transaction open, write the answer in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, unwatched
from counter_app.wire.exchange import (
    MOST_BATCH_BYTES,
    MOST_MESSAGES_IN_BATCH,
    USUAL_MESSAGES_IN_BATCH,
    batch_of,
)

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import BillingServer, Clock, Gap
    from counter_app.use_cases.round_watch import Watch
    from counter_app.use_cases.views import Unsent
    from counter_app.wire.exchange import Acknowledgement

STOPPED_BY_FORK = "fork"
COMFORTABLE_SECONDS = 5.0
"""A batch that took longer is not doubled beyond the usual: what breaks off would have to go again."""
_MICROSECONDS = 1_000_000


@dataclass(slots=True)
class BatchSize:
    """How many messages go at once: halves after a failure, down to one; doubles after a success.

    Beyond the usual it grows while batches come through in comfort, and falls back to the usual when they do
    not. What was too large once (413) is never sent again.
    """

    messages: int = USUAL_MESSAGES_IN_BATCH
    most: int = MOST_MESSAGES_IN_BATCH

    def after_failure(self) -> None:
        """Half, at least one."""
        self.messages = max(1, self.messages // 2)

    def after_success(self, sent: int, seconds: float) -> None:
        """So many were acknowledged after so long."""
        if seconds > COMFORTABLE_SECONDS:
            self.messages = min(USUAL_MESSAGES_IN_BATCH, self.messages * 2, self.most)
        elif sent >= self.messages or self.messages < USUAL_MESSAGES_IN_BATCH:
            self.messages = min(self.messages * 2, self.most)

    def too_large(self, sent: int) -> None:
        """The centre takes fewer than so many."""
        self.most = self.messages = max(1, sent // 2)


@dataclass(frozen=True, slots=True)
class PushOutbox:
    """The verb. A repeat is harmless: the centre answers a known message as it did the first time."""

    ledger: Ledger
    server: BillingServer
    clock: Clock
    size: BatchSize = field(default_factory=BatchSize)

    def __call__(self, watch: Watch = unwatched) -> int:
        """Send until the outbox is empty; how many messages were acknowledged.

        Raises Fault of the server port. After SERVER_FORK the counter takes no more payments. The watch is told
        before each batch, and may stop there.
        """
        acknowledged, batch = 0, self._next()
        unsent = 0 if batch is None else self._unsent()
        while batch is not None:
            total = max(unsent, acknowledged + len(batch.messages))
            watch(RoundProgress(RoundStep.PUSH, acknowledged, total))
            answer = self._push(batch)
            if answer is None:
                batch = self._run_from(batch.epoch, batch.first)
            elif isinstance(answer, tuple):
                acknowledged += self._settle(batch, *answer)
                batch = self._next()
            else:
                batch = self._rewind(batch, answer)
        return acknowledged

    def _next(self) -> Unsent | None:
        with self.ledger.open_books() as books:
            return books.messages.unsent(self.size.messages, MOST_BATCH_BYTES)

    def _unsent(self) -> int:
        with self.ledger.open_books() as books:
            return books.messages.summary().unsent_messages

    def _run_from(self, epoch: int, first: int) -> Unsent | None:
        with self.ledger.open_books() as books:
            return books.messages.run_from(epoch, first, self.size.messages, MOST_BATCH_BYTES)

    def _push(self, unsent: Unsent) -> tuple[Acknowledgement, bytes] | Gap | None:
        """The answer; None when the centre wants it in smaller parts."""
        begun_us, sent = self.clock.evidence(0).monotonic_us, len(unsent.messages)
        batch = batch_of(unsent.first, unsent.previous, unsent.messages, unsent.head_signature)
        try:
            answer = self.server.push(unsent.epoch, batch)
        except Fault as fault:
            if fault.code is FaultCode.SERVER_FORK:
                self._stop()
            if fault.code is FaultCode.SERVER_WANTS_LESS and sent > 1:
                self.size.too_large(sent)
                return None
            self.size.after_failure()
            raise
        took_us = self.clock.evidence(0).monotonic_us - begun_us
        self.size.after_success(sent, took_us / _MICROSECONDS)
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
        again = self._run_from(batch.epoch, gap.expected)
        if again is None or gap.expected >= batch.first:
            self._stop()
            raise Fault(FaultCode.SERVER_FORK, f"asked for {gap.expected} when {batch.first} came")
        return again

    def _stop(self) -> None:
        with self.ledger.open_books() as books:
            if not books.messages.stopped_because():
                books.messages.stop_taking_payments(STOPPED_BY_FORK, self.clock.now())
                books.commit()
