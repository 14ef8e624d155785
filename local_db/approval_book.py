"""Approvals of acts that are no payments. The only writer of table approval."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, insert, select, union_all

from counter_app.domain.approval import Approval, ApprovalCode, How
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.wire.messages import microseconds
from local_db.custody_rows import approval
from local_db.rows import supervisor_word
from local_db.shift_link import SHIFT_LINK
from local_db.statements import Statement

if TYPE_CHECKING:
    from datetime import date, datetime

    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen

_ADD = Statement(
    insert(approval).values(shift_link=SHIFT_LINK),
    columns=[column.name for column in approval.columns if column.name != "shift_link"],
)
_USED = Statement(
    union_all(
        select(approval.c.link).where(approval.c.challenge == bindparam("challenge")),
        select(supervisor_word.c.link).where(supervisor_word.c.challenge == bindparam("challenge")),
    )
)
_AT = Statement(
    select(
        approval.c.approval_id,
        approval.c.act,
        approval.c.approver_id,
        approval.c.for_id,
        approval.c.about,
        approval.c.amount_paise,
        approval.c.reason,
        approval.c.how,
        approval.c.challenge,
    ).where(approval.c.link == bindparam("link"))
)
_LINK = Statement(select(approval.c.link).where(approval.c.approval_id == bindparam("approval_id")))


def approval_at(pen: Pen, link: int | None) -> Approval | None:
    """The approval told at this link, None for no link."""
    row = None if link is None else pen.row(_AT, link=link)
    if row is None:
        return None
    approval_id, act, approver_id, for_id, about, paise, reason, how, challenge = row
    return Approval(
        approval_id=UUID(bytes=approval_id),
        code=ApprovalCode(act),
        approver_id=CashierId(approver_id),
        for_id=CashierId(for_id),
        about=about,
        amount=Money(paise),
        reason=reason,
        how=How(how),
        challenge=challenge,
    )


def link_of_approval(pen: Pen, given: Approval | None) -> int | None:
    """The link of the message that told an approval, None for no approval."""
    row = None if given is None else pen.row(_LINK, approval_id=given.approval_id.bytes)
    return None if row is None else int(row[0])


class LedgerApprovalBook:
    """Port ``ApprovalBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def post(
        self,
        given: Approval,
        shift_id: UUID | None,
        business_date: date,
        at: datetime,
        told_by: SealedMessage,
    ) -> None:
        """Write an approval. Raises BrokenRuleError for a challenge that was answered before."""
        self._pen.write(
            _ADD,
            link=self._entry.link_of(told_by),
            approval_id=given.approval_id.bytes,
            act=given.code.value,
            approver_id=given.approver_id,
            for_id=given.for_id,
            about=given.about,
            amount_paise=given.amount.paise,
            reason=given.reason,
            how=given.how.value,
            challenge=given.challenge,
            shift_id=None if shift_id is None else shift_id.bytes,
            business_date=business_date.isoformat(),
            at_us=microseconds(at),
        )

    def is_challenge_used(self, challenge: str) -> bool:
        """Whether this challenge was answered before, for an act or a payment."""
        return self._pen.row(_USED, challenge=challenge) is not None
