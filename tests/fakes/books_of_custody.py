"""Approvals and the custody of cash in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.approval import How

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.wire.messages import SealedMessage
    from tests.fakes.pages import Pages


@dataclass(frozen=True)
class FakeApprovalBook:
    """Approvals of acts that are no payments."""

    pages: Callable[[], Pages]

    def post(
        self,
        given: Approval,
        shift_id: UUID | None,
        business_date: date,
        at: datetime,
        told_by: SealedMessage,
    ) -> None:
        pages = self.pages()
        is_by_telephone = given.how is How.TELEPHONE
        if is_by_telephone != bool(given.challenge) or self.is_challenge_used(given.challenge):
            message = f"the books do not take {given}"
            raise ValueError(message)
        pages.approvals[pages.link_of(told_by)] = (given, shift_id, business_date, at)

    def is_challenge_used(self, challenge: str) -> bool:
        pages = self.pages()
        said = [one.challenge for one, *_ in pages.approvals.values()]
        said += [word.challenge for word, *_ in pages.words.values()]
        return challenge != "" and challenge in said
