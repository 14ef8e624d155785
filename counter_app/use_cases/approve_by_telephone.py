"""Approval by telephone: the counter makes a challenge, the approver answers it from anywhere, without a network."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.approval import Approval, ApprovalCode, How
from counter_app.domain.caveat import Word, reason_typed
from counter_app.domain.challenge import Asked, Challenge
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.use_cases.approve import approver_of
from counter_app.use_cases.telling import certificate_of
from counter_app.wire.canonical import raw_of
from counter_app.wire.telephone import NONCE_BYTES, is_answer, make_challenge

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.caveat import CaveatCode
    from counter_app.domain.challenge import ActCode
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money
    from counter_app.domain.shift import Cashier
    from counter_app.use_cases.answer_guard import AnswerGuard
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import Clock, Ids

CHALLENGE_MINUTES = 15
"""Time to reach somebody by telephone; after it the counter asks anew."""

_MICROSECONDS_PER_MINUTE = 60_000_000


def fresh_nonce() -> bytes:
    """What nobody can know before: of the system's generator."""
    return secrets.token_bytes(NONCE_BYTES)


@dataclass(slots=True)
class _Made:
    challenge: Challenge
    made_us: int
    is_answered: bool = False


@dataclass(frozen=True, slots=True)
class ChallengeFor:
    """The verb that asks. Challenges live here for as long as they are answered, and end with the program."""

    ledger: Ledger
    clock: Clock
    nonce: Callable[[], bytes] = fresh_nonce
    made: dict[str, _Made] = field(default_factory=dict)

    def __call__(
        self, codes: frozenset[ActCode], about: str, amount: Money, for_id: CashierId
    ) -> Challenge:
        """A new challenge for one act, or for the caveats of one payment. Raises Refusal COUNTER_NOT_ENROLLED."""
        assert codes
        with self.ledger.open_books() as books:
            counter_id = certificate_of(books).counter_id
        asked = Asked(codes, about, amount, for_id)
        code = make_challenge(self.nonce(), counter_id, asked)
        challenge = Challenge(code, counter_id, asked, CHALLENGE_MINUTES)
        self._forget_late()
        self.made[code] = _Made(challenge, self._monotonic_us())
        return challenge

    def refuse_not_standing(self, books: Books, challenge: Challenge) -> None:
        """Pass a challenge just as it was made here, while it may be answered.

        Raises Refusal APPROVAL_ANSWER_USED, or APPROVAL_ANSWER_LATE (minutes) for one that is too old, or was made
        before the program was started.
        """
        self._forget_late()
        made = self.made.get(challenge.code)
        if books.approvals.is_challenge_used(challenge.code) or (made and made.is_answered):
            raise Refusal(RefusalCode.APPROVAL_ANSWER_USED)
        if made is None or made.challenge != challenge:
            raise Refusal(RefusalCode.APPROVAL_ANSWER_LATE, minutes=CHALLENGE_MINUTES)

    def is_answered(self, code: str) -> None:
        """It stands no longer."""
        self.made[code].is_answered = True

    def _forget_late(self) -> None:
        oldest_us = self._monotonic_us() - CHALLENGE_MINUTES * _MICROSECONDS_PER_MINUTE
        for code in [code for code, made in self.made.items() if made.made_us <= oldest_us]:
            del self.made[code]

    def _monotonic_us(self) -> int:
        return self.clock.evidence(0).monotonic_us


@dataclass(frozen=True, slots=True)
class HearAnswer:
    """What both verbs below do: judge an answer, once."""

    ledger: Ledger
    challenges: ChallengeFor
    guard: AnswerGuard
    ids: Ids

    def hear(self, challenge: Challenge, approver_id: CashierId, answer: str) -> None:
        """Pass the approver's answer to this challenge, once.

        Raises Refusal APPROVAL_ANSWER_USED, APPROVAL_ANSWER_LATE, WORD_FROM_ONESELF, CASHIER_UNKNOWN, NOT_ALLOWED,
        APPROVAL_NO_KEY, APPROVAL_LOCKED, APPROVAL_ANSWER_WRONG.
        """
        with self.ledger.open_books() as books:
            self.challenges.refuse_not_standing(books, challenge)
            approver = approver_of(books, approver_id, challenge.asked.for_id)
        self.guard.refuse_waiting(approver_id)
        fits = is_answer(
            _key_of(approver), challenge.counter_id, challenge.asked, challenge.code, answer
        )
        self.guard.judge(approver_id, fits=fits)
        self.challenges.is_answered(challenge.code)


@dataclass(frozen=True, slots=True)
class ApproveByTelephone(HearAnswer):
    """The verb for an act that is no payment; the approval is told and kept by the act that uses it."""

    def __call__(
        self, challenge: Challenge, approver_id: CashierId, answer: str, reason: str
    ) -> Approval:
        """The approval. Raises Refusal as ``hear``, those of a reason, and APPROVAL_NOT_OF_THIS for a payment's."""
        said = reason_typed(reason)
        asked = challenge.asked
        code = next(iter(asked.codes)) if len(asked.codes) == 1 else None
        if not isinstance(code, ApprovalCode):
            raise Refusal(RefusalCode.APPROVAL_NOT_OF_THIS, act="")
        self.hear(challenge, approver_id, answer)
        return Approval(
            approval_id=self.ids.fresh(),
            code=code,
            approver_id=approver_id,
            for_id=asked.for_id,
            about=asked.about,
            amount=asked.amount,
            reason=said,
            how=How.TELEPHONE,
            challenge=challenge.code,
        )


@dataclass(frozen=True, slots=True)
class WordByTelephone(HearAnswer):
    """The verb for a payment; the word is put into the order as one that was given in person."""

    def __call__(
        self,
        challenge: Challenge,
        approver_id: CashierId,
        answer: str,
        reason: str,
        codes: frozenset[CaveatCode],
    ) -> Word:
        """The word. Raises Refusal as ``hear``, those of a reason, and APPROVAL_NOT_OF_THIS for other caveats."""
        said = reason_typed(reason)
        if challenge.asked.codes != codes:
            raise Refusal(RefusalCode.APPROVAL_NOT_OF_THIS, act="")
        self.hear(challenge, approver_id, answer)
        return Word(self.ids.fresh(), approver_id, said, codes, How.TELEPHONE, challenge.code)


def _key_of(approver: Cashier) -> bytes:
    if not approver.approval_key:
        raise Refusal(RefusalCode.APPROVAL_NO_KEY, cashier_id=approver.cashier_id)
    return raw_of(approver.approval_key)
