"""What the verbs need of the books for people, shifts and the custody of cash.

Each port has a fake and a real thing that pass one agreement suite. All of it is insert only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
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
