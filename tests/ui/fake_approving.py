"""A second person's approval at the fake desk: the real verbs over a fake ledger with the usual roster."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.approval_assembly import ApprovalVerbs, approval_verbs
from counter_app.use_cases.pin_guard import PinGuard
from tests.approvers import a_roster_with_keys
from tests.builders import NOW, a_certificate
from tests.fakes.books import FakeLedger
from tests.fakes.clock import FakeClock, FixedIds
from tests.fakes.pins import FakePins
from tests.ui.fake_paper import FakePaper

if TYPE_CHECKING:
    from counter_app.domain.approval import Approval, ApprovalCode
    from counter_app.domain.caveat import CaveatCode, Word
    from counter_app.domain.challenge import ActCode, Challenge
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money


def approving_over_fakes(clock: FakeClock) -> ApprovalVerbs:
    """The verbs; S201 approves by telephone too."""
    ledger = FakeLedger()
    with ledger.open_books() as books:
        books.enrolment.keep_certificate(a_certificate(), b"signed", NOW)
        books.enrolment.keep_roster(a_roster_with_keys(), NOW)
        books.commit()
    return approval_verbs(ledger, PinGuard(ledger, FakePins(), clock), clock, FixedIds())


@dataclass
class FakeApproving(FakePaper):
    """What was approved, and the last challenge that was made."""

    approving_clock: FakeClock = field(default_factory=FakeClock)
    challenge: Challenge | None = None

    def __post_init__(self) -> None:
        self._approving = approving_over_fakes(self.approving_clock)

    def approve(
        self,
        code: ApprovalCode,
        about: str,
        amount: Money,
        approver_id: CashierId,
        pin: str,
        reason: str,
        for_id: CashierId,
    ) -> Approval:
        self.noted("approve", code)
        return self._approving.approve(code, about, amount, approver_id, pin, reason, for_id)

    def challenge_for(
        self, codes: frozenset[ActCode], about: str, amount: Money, for_id: CashierId
    ) -> Challenge:
        self.noted("challenge_for", codes)
        self.challenge = self._approving.challenge_for(codes, about, amount, for_id)
        return self.challenge

    def approve_by_telephone(
        self, challenge: Challenge, approver_id: CashierId, answer: str, reason: str
    ) -> Approval:
        self.noted("approve_by_telephone", answer)
        return self._approving.approve_by_telephone(challenge, approver_id, answer, reason)

    def word_by_telephone(
        self,
        challenge: Challenge,
        approver_id: CashierId,
        answer: str,
        reason: str,
        codes: frozenset[CaveatCode],
    ) -> Word:
        self.noted("word_by_telephone", answer)
        return self._approving.word_by_telephone(challenge, approver_id, answer, reason, codes)
