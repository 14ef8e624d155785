"""What the verbs need of the books for people, shifts and the custody of cash.

Each port has a fake and a real thing that pass one agreement suite. All of it is insert only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import PaymentId
    from counter_app.domain.reversal import Reversal
    from counter_app.wire.messages import SealedMessage


class ApprovalBook(Protocol):
    """Approvals by a second person, of acts that are no payments."""

    def post(
        self,
        given: Approval,
        shift_id: UUID | None,
        business_date: date,
        at: datetime,
        told_by: SealedMessage,
    ) -> None:
        """Write an approval; the books refuse a challenge that was answered before, for an act or a payment."""
        ...

    def is_challenge_used(self, challenge: str) -> bool:
        """Whether this challenge was answered before, for an act or a payment."""
        ...


class ReversalBook(Protocol):
    """Payments undone at this counter. Insert only."""

    def find(self, reversal_id: UUID) -> Reversal | None:
        """The reversal of this id, if it was made."""
        ...

    def of_payment(self, payment_id: PaymentId) -> Reversal | None:
        """The reversal of this payment, None while it stands."""
        ...

    def on_days(self, first: date, last: date) -> tuple[Reversal, ...]:
        """Those made on these business dates, in the order they were made."""
        ...

    def is_bounced(self, payment_id: PaymentId) -> bool:
        """Whether a returned instrument undid this payment, or a part of it, or what its reversal held."""
        ...

    def is_handed(self, payment_id: PaymentId) -> bool:
        """Whether the takings of its shift were handed over."""
        ...

    def post(self, made: Reversal, told_by: SealedMessage) -> None:
        """Write a reversal, what it undoes, where each tender goes, and its entry.

        The books refuse one of a payment that was undone before, wholly or in part, and one in a closed shift.
        Papers that are given back get their step by ``InstrumentBook.post_step`` with the same message.
        """
        ...
