"""A second person's approval of an act that is no payment: who, for whom, of what, why; told in the chain.

For payments the same is a ``caveat.Word``. Both are given in person with the own PIN, or by telephone: the counter
shows a challenge, the approver's own device answers it (``wire.telephone``), and no network is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money


class How(StrEnum):
    """In what way a second person said yes."""

    IN_PERSON = "in_person"
    TELEPHONE = "telephone"


class ApprovalCode(StrEnum):
    """What a second person is needed for. What ``about`` names stands in the comment."""

    CLOSE_VARIANCE = "close_variance"  # the shift: short or excess above the limit
    CLOSE_FOR_ANOTHER = "close_for_another"  # the shift, whose cashier is not here
    REVERSAL = "reversal"  # the receipt number
    PAID_OUT = "paid_out"  # the shift
    TAKE_OVER_DIFFERS = "take_over_differs"  # the shift whose drawer is taken over
    HANDING_DIFFERS = "handing_differs"  # the first shift handed over
    BANK_DIFFERS = "bank_differs"  # the slip
    LOCAL_PERSON = "local_person"  # the person
    UNLOCK = "unlock"  # the person
    CLOCK_BEHIND = "clock_behind"  # the day the clock says


ABOUT_A_SHIFT = frozenset(
    {
        ApprovalCode.CLOSE_VARIANCE,
        ApprovalCode.CLOSE_FOR_ANOTHER,
        ApprovalCode.PAID_OUT,
        ApprovalCode.TAKE_OVER_DIFFERS,
        ApprovalCode.HANDING_DIFFERS,
    }
)
"""Acts whose ``about`` is the id of a shift."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One approval of one act. ``amount`` is what hangs on it, ZERO for none; ``challenge`` only by telephone."""

    approval_id: UUID
    code: ApprovalCode
    approver_id: CashierId
    for_id: CashierId
    about: str
    amount: Money
    reason: str
    how: How = How.IN_PERSON
    challenge: str = ""


def refuse_without_approval(
    approval: Approval | None, code: ApprovalCode, about: str, amount: Money, for_id: CashierId
) -> Approval:
    """The approval, if it is of just this act.

    Raises Refusal APPROVAL_NEEDED (act, about, amount_paise) without one; APPROVAL_NOT_OF_THIS for one of another
    act, thing, sum or person; WORD_FROM_ONESELF when nobody else gave it.
    """
    if approval is None:
        raise Refusal(RefusalCode.APPROVAL_NEEDED, act=code, about=about, amount_paise=amount.paise)
    said = (approval.code, approval.about, approval.amount, approval.for_id)
    if said != (code, about, amount, for_id):
        raise Refusal(RefusalCode.APPROVAL_NOT_OF_THIS, act=code)
    if approval.approver_id == for_id:
        raise Refusal(RefusalCode.WORD_FROM_ONESELF)
    return approval
