"""What a second person is asked to approve, and why an approval was refused. One sentence a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

APPROVAL_SENTENCES: Mapping[ApprovalCode, str] = {
    ApprovalCode.CLOSE_VARIANCE: QT_TRANSLATE_NOOP(
        "Approval", "Close shift {about}: it is short or over by more than the limit."
    ),
    ApprovalCode.CLOSE_FOR_ANOTHER: QT_TRANSLATE_NOOP(
        "Approval", "Close shift {about} for a cashier who is not here."
    ),
    ApprovalCode.REVERSAL: QT_TRANSLATE_NOOP("Approval", "Reverse receipt {about}."),
    ApprovalCode.PAID_OUT: QT_TRANSLATE_NOOP(
        "Approval", "Take cash out of the drawer of shift {about} for an expense."
    ),
    ApprovalCode.TAKE_OVER_DIFFERS: QT_TRANSLATE_NOOP(
        "Approval",
        "Take over the drawer of shift {about}: another sum was counted than was left in it.",
    ),
    ApprovalCode.HANDING_DIFFERS: QT_TRANSLATE_NOOP(
        "Approval",
        "Take over the takings of shift {about}: another sum was counted than was handed over.",
    ),
    ApprovalCode.BANK_DIFFERS: QT_TRANSLATE_NOOP(
        "Approval", "Note that the bank accepted another sum for slip {about}."
    ),
    ApprovalCode.LOCAL_PERSON: QT_TRANSLATE_NOOP(
        "Approval", "Let {about} work at this counter for a while."
    ),
    ApprovalCode.UNLOCK: QT_TRANSLATE_NOOP(
        "Approval", "Let {about} try the PIN again after too many wrong ones."
    ),
    ApprovalCode.CLOCK_BEHIND: QT_TRANSLATE_NOOP(
        "Approval", "Work on {about}: this computer's clock is behind the last day that was worked."
    ),
}

APPROVAL_REFUSALS: Mapping[RefusalCode, str] = {
    RefusalCode.APPROVAL_NEEDED: QT_TRANSLATE_NOOP(
        "Refusal", "A second person must approve this. Nothing was changed. Call a supervisor."
    ),
    RefusalCode.APPROVAL_NOT_OF_THIS: QT_TRANSLATE_NOOP(
        "Refusal",
        "What was approved is not this act, or not this sum. Nothing was changed. "
        "Ask for the approval anew.",
    ),
    RefusalCode.APPROVAL_ANSWER_WRONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "The answer does not fit. Nothing was changed. Read out counter, act, sum and challenge "
        "again. Tries left: {tries_left}.",
    ),
    RefusalCode.APPROVAL_ANSWER_USED: QT_TRANSLATE_NOOP(
        "Refusal",
        "This challenge was answered before, and an answer holds once. Nothing was changed. "
        "Read out the new challenge.",
    ),
    RefusalCode.APPROVAL_ANSWER_LATE: QT_TRANSLATE_NOOP(
        "Refusal",
        "The challenge was made over {minutes} minutes ago. Nothing was changed. "
        "Read out the new challenge.",
    ),
    RefusalCode.APPROVAL_NO_KEY: QT_TRANSLATE_NOOP(
        "Refusal",
        "{cashier_id} cannot approve by telephone at this counter. Nothing was changed. "
        "Call another supervisor, or one to the counter.",
    ),
    RefusalCode.APPROVAL_LOCKED: QT_TRANSLATE_NOOP(
        "Refusal",
        "Too many wrong answers for {cashier_id}. Nothing was changed. "
        "Try again in {wait}, or let a supervisor come to the counter.",
    ),
}


def approval_text(code: ApprovalCode, about: str) -> str:
    """What is to be approved, in one sentence."""
    return QCoreApplication.translate("Approval", APPROVAL_SENTENCES[code]).format(about=about)
