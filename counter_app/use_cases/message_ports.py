"""What the verbs need of the chain of messages and its outbox.

The port has a fake and a real thing that pass one agreement suite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.use_cases.views import Fated, OutboxRow, OutboxSummary, Unsent
    from counter_app.wire.exchange import Acknowledgement
    from counter_app.wire.messages import ChainHead, SealedMessage


class MessageBook(Protocol):
    """The chain of messages and the outbox: those the centre has not acknowledged."""

    def head(self) -> ChainHead:
        """The last message, of whatever epoch."""
        ...

    def append(self, sealed: SealedMessage) -> None:
        """Add the next link."""
        ...

    def close_entry(self, sealed: SealedMessage) -> None:
        """Put the message into the outbox, last of its unit of work: the books prove that they balance."""
        ...

    def unsent(self, most_messages: int, most_bytes: int) -> Unsent | None:
        """The oldest run of unacknowledged messages of one epoch, in order; None for an empty outbox."""
        ...

    def run_from(
        self, epoch: int, first: int, most_messages: int, most_bytes: int
    ) -> Unsent | None:
        """A run from this sequence on, acknowledged or not, when the centre asks again; None beyond the last."""
        ...

    def acknowledge(self, acknowledgement: Acknowledgement, signed: bytes) -> None:
        """Keep a signed acknowledgement and its fates. One we have already is kept once.

        ``signed`` are the exact bytes that came. Raises Fault SERVER_FORK when its head is not our chain's.
        """
        ...

    def summary(self) -> OutboxSummary:
        """Count, rupees and age of what is unsent, and when the centre last acknowledged."""
        ...

    def rows(self, most_rows: int) -> tuple[OutboxRow, ...]:
        """Unsent messages, oldest first."""
        ...

    def set_aside(self) -> tuple[Fated, ...]:
        """Acknowledged payments whose fate asks for a person, newest first."""
        ...

    def last_server_time_us(self) -> int:
        """The newest signed server time we hold, 0 for none."""
        ...

    def stop_taking_payments(self, reason: str, at: datetime) -> None:
        """Note a fork or a doubt: from now on no payment is taken until a supervisor resolves it."""
        ...

    def stopped_because(self) -> str:
        """The reason of an unresolved stop, empty for none."""
        ...
