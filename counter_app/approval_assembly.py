"""Makes the verbs of a second person's approval, which share one memory of challenges and one of wrong answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from counter_app.use_cases.answer_guard import AnswerGuard
from counter_app.use_cases.approve import Approve
from counter_app.use_cases.approve_by_telephone import (
    ApproveByTelephone,
    ChallengeFor,
    WordByTelephone,
)

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.ports import Clock, Ids


class ApprovalVerbs(NamedTuple):
    """As the desk names them."""

    approve: Approve
    challenge_for: ChallengeFor
    approve_by_telephone: ApproveByTelephone
    word_by_telephone: WordByTelephone


def approval_verbs(ledger: Ledger, guard: PinGuard, clock: Clock, ids: Ids) -> ApprovalVerbs:
    """One of each for the whole counter."""
    challenges, answers = ChallengeFor(ledger, clock), AnswerGuard(clock)
    return ApprovalVerbs(
        Approve(ledger, guard, ids),
        challenges,
        ApproveByTelephone(ledger, challenges, answers, ids),
        WordByTelephone(ledger, challenges, answers, ids),
    )
