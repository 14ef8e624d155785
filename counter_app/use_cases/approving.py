"""How a verb keeps the approval it acts on: told and written before the act, in the same unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.people import Act, refuse_not_allowed
from counter_app.wire.tell import tell_approval

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.use_cases.book_ports import Books
    from counter_app.use_cases.telling import Telling


def keep_approval(
    books: Books,
    telling: Telling,
    approval: Approval,
    shift_id: UUID | None,
    business_date: date,
    now: datetime,
) -> None:
    """Tell and write it. The caller has seen that it is of this act (``domain.approval.refuse_without_approval``).

    Raises Refusal CASHIER_UNKNOWN or NOT_ALLOWED when the approver may no longer approve.
    """
    approver = books.enrolment.cashier(approval.approver_id)
    refuse_not_allowed(approver, Act.APPROVE, approval.approver_id)
    told_by = telling.append(books, tell_approval(approval, shift_id, business_date), "")
    books.approvals.post(approval, shift_id, business_date, now, told_by)
    books.messages.close_entry(told_by)
