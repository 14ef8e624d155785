"""A second person says yes: at the counter with the own PIN, or by telephone with an answer to a challenge."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.approval import Approval, ApprovalCode, How
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.errors import RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.use_cases.answer_guard import LONGEST_WAIT_SECONDS, TRIES_BEFORE_WAIT
from counter_app.use_cases.approve_by_telephone import CHALLENGE_MINUTES
from counter_app.use_cases.approving import keep_approval
from counter_app.use_cases.telling import Telling
from tests.approvers import KEYLESS_ID, STRANGERS_SECRET, a_roster_with_keys, spoken_answer
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, NOW, PIN, SHIFT_ID, SUPERVISOR_ID, TODAY
from tests.use_cases.counter import Counter, an_open_counter, refusal_of

if TYPE_CHECKING:
    from counter_app.domain.challenge import ActCode, Challenge

SUM = Money(1_250_50)
RECEIPT = "C07A-000012"
REVERSAL: frozenset[ActCode] = frozenset({ApprovalCode.REVERSAL})
CAVEATS = frozenset({CaveatCode.PART_COUNT, CaveatCode.DRAWER})


@pytest.fixture
def counter() -> Counter:
    made = an_open_counter()
    made.is_enrolled(epoch=2, roster=a_roster_with_keys())
    return made


def asked(counter: Counter, codes: frozenset[ActCode] = REVERSAL) -> Challenge:
    return counter.challenge_for(codes, RECEIPT, SUM, CASHIER_ID)


def approved(
    counter: Counter, challenge: Challenge, answer: str, who: str = SUPERVISOR_ID
) -> Approval:
    return counter.approve_by_telephone(challenge, CashierId(who), answer, "wrong account typed")


def code_of(
    counter: Counter, challenge: Challenge, answer: str, who: str = SUPERVISOR_ID
) -> RefusalCode:
    return refusal_of(lambda: approved(counter, challenge, answer, who)).code


def in_person(
    counter: Counter,
    who: str = SUPERVISOR_ID,
    pin: str = PIN,
    reason: str = " wrong  account ",
    for_id: CashierId = CASHIER_ID,
) -> Approval:
    return counter.approve(ApprovalCode.REVERSAL, RECEIPT, SUM, CashierId(who), pin, reason, for_id)


def is_kept(counter: Counter, approval: Approval) -> None:
    """An act uses the approval."""
    with counter.ledger.open_books() as books:
        telling = Telling(counter.clock, counter.ids, counter.keys)
        keep_approval(books, telling, approval, SHIFT_ID, TODAY, NOW)
        books.commit()


def test_an_approval_names_the_act_the_sum_who_and_why(counter: Counter) -> None:
    before = list(counter.messages)
    approval = in_person(counter)
    assert approval == Approval(
        approval_id=approval.approval_id,
        code=ApprovalCode.REVERSAL,
        approver_id=SUPERVISOR_ID,
        for_id=CASHIER_ID,
        about=RECEIPT,
        amount=SUM,
        reason="wrong account",
    )
    assert counter.messages == before
    assert not counter.pages.approvals


@pytest.mark.parametrize(
    ("who", "pin", "reason", "code"),
    [
        ("NOBODY", PIN, "reason", RefusalCode.CASHIER_UNKNOWN),
        (ACCOUNTANT_ID, PIN, "reason", RefusalCode.NOT_ALLOWED),
        (CASHIER_ID, PIN, "reason", RefusalCode.WORD_FROM_ONESELF),
        (SUPERVISOR_ID, "0000", "reason", RefusalCode.PIN_WRONG),
        (SUPERVISOR_ID, PIN, "  ", RefusalCode.REASON_MISSING),
    ],
)
def test_only_another_supervisor_approves_with_pin_and_reason(
    counter: Counter, who: str, pin: str, reason: str, code: RefusalCode
) -> None:
    assert refusal_of(lambda: in_person(counter, who, pin, reason)).code is code


def test_a_challenge_says_what_to_speak(counter: Counter) -> None:
    challenge = asked(counter)
    assert (challenge.counter_id, challenge.act_numbers, challenge.minutes) == ("C07", "21", 15)
    assert asked(counter).code != challenge.code


def test_the_right_answer_approves_and_names_the_challenge(counter: Counter) -> None:
    challenge = asked(counter)
    approval = approved(counter, challenge, spoken_answer(challenge).lower())
    assert approval == Approval(
        approval_id=approval.approval_id,
        code=ApprovalCode.REVERSAL,
        approver_id=SUPERVISOR_ID,
        for_id=CASHIER_ID,
        about=RECEIPT,
        amount=SUM,
        reason="wrong account typed",
        how=How.TELEPHONE,
        challenge=challenge.code,
    )


@given(paise=st.integers(0, 10**8).filter(lambda paise: paise != SUM.paise))
def test_an_approver_told_another_sum_gives_an_answer_that_is_refused(paise: int) -> None:
    counter = an_open_counter()
    counter.is_enrolled(epoch=2, roster=a_roster_with_keys())
    challenge = asked(counter)
    answer = spoken_answer(challenge, amount_paise=paise)
    assert code_of(counter, challenge, answer) is RefusalCode.APPROVAL_ANSWER_WRONG
    approved(counter, challenge, spoken_answer(challenge))


def test_an_approver_told_another_act_or_a_stranger_gives_a_wrong_answer(counter: Counter) -> None:
    challenge = asked(counter)
    for answer in (
        spoken_answer(challenge, acts="14"),
        spoken_answer(challenge, secret=STRANGERS_SECRET),
        spoken_answer(asked(counter)),
        "",
    ):
        assert code_of(counter, challenge, answer) is RefusalCode.APPROVAL_ANSWER_WRONG


def test_an_answer_is_used_once_while_the_program_runs(counter: Counter) -> None:
    challenge = asked(counter)
    answer = spoken_answer(challenge)
    approved(counter, challenge, answer)
    assert code_of(counter, challenge, answer) is RefusalCode.APPROVAL_ANSWER_USED


def test_an_answer_is_used_once_for_ever(counter: Counter) -> None:
    challenge = asked(counter)
    answer = spoken_answer(challenge)
    is_kept(counter, approved(counter, challenge, answer))
    counter.challenge_for.made.clear()
    assert code_of(counter, challenge, answer) is RefusalCode.APPROVAL_ANSWER_USED


def test_a_late_answer_is_refused_however_the_clock_is_set(counter: Counter) -> None:
    challenge = asked(counter)
    counter.clock.passes(timedelta(minutes=CHALLENGE_MINUTES) - timedelta(microseconds=1))
    punctual = asked(counter)
    approved(counter, challenge, spoken_answer(challenge))
    counter.clock.passes(timedelta(minutes=CHALLENGE_MINUTES))
    counter.clock.is_set_to(NOW)
    refusal = refusal_of(lambda: approved(counter, punctual, spoken_answer(punctual)))
    assert refusal.code is RefusalCode.APPROVAL_ANSWER_LATE
    assert refusal.facts["minutes"] == CHALLENGE_MINUTES


def test_a_challenge_that_was_changed_after_it_was_made_stands_no_more(counter: Counter) -> None:
    challenge = asked(counter)
    more = replace(challenge, asked=replace(challenge.asked, amount=Money(SUM.paise * 2)))
    assert code_of(counter, more, spoken_answer(more)) is RefusalCode.APPROVAL_ANSWER_LATE


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("NOBODY", RefusalCode.CASHIER_UNKNOWN),
        (CASHIER_ID, RefusalCode.WORD_FROM_ONESELF),
        (ACCOUNTANT_ID, RefusalCode.NOT_ALLOWED),
        (KEYLESS_ID, RefusalCode.APPROVAL_NO_KEY),
    ],
)
def test_only_another_supervisor_with_a_key_answers(
    counter: Counter, who: str, code: RefusalCode
) -> None:
    challenge = asked(counter)
    assert code_of(counter, challenge, spoken_answer(challenge), who) is code


def waits(counter: Counter) -> object:
    """How many seconds even the right answer must wait."""
    challenge = asked(counter)
    refusal = refusal_of(lambda: approved(counter, challenge, spoken_answer(challenge)))
    assert refusal.code is RefusalCode.APPROVAL_LOCKED
    return refusal.facts["wait_seconds"]


def test_wrong_answers_make_one_wait_longer_each_time(counter: Counter) -> None:
    challenge = asked(counter)
    for left in reversed(range(TRIES_BEFORE_WAIT)):
        refusal = refusal_of(lambda: approved(counter, challenge, "00000000"))
        assert (refusal.code, refusal.facts["tries_left"]) == (
            RefusalCode.APPROVAL_ANSWER_WRONG,
            left,
        )
    for seconds in (60, 120, 240, 480, LONGEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS):
        assert waits(counter) == seconds
        counter.clock.passes(timedelta(seconds=seconds))
        again = asked(counter)
        assert code_of(counter, again, "00000000") is RefusalCode.APPROVAL_ANSWER_WRONG
    counter.clock.passes(timedelta(seconds=LONGEST_WAIT_SECONDS))
    challenge = asked(counter)
    approved(counter, challenge, spoken_answer(challenge))
    fresh = refusal_of(lambda: approved(counter, asked(counter), "00000000"))
    assert fresh.facts["tries_left"] == TRIES_BEFORE_WAIT - 1


def test_wrong_answers_do_not_lock_the_approver_out_of_the_counter(counter: Counter) -> None:
    challenge = asked(counter)
    for _ in range(TRIES_BEFORE_WAIT):
        refusal_of(lambda: approved(counter, challenge, "00000000"))
    in_person(counter)


def test_a_word_for_a_payment_is_given_by_telephone_too(counter: Counter) -> None:
    challenge = asked(counter, CAVEATS)
    assert challenge.act_numbers == "52 63"
    word = counter.word_by_telephone(
        challenge, SUPERVISOR_ID, spoken_answer(challenge), "agreed by telephone", CAVEATS
    )
    assert (word.supervisor_id, word.codes, word.how, word.challenge) == (
        SUPERVISOR_ID,
        CAVEATS,
        How.TELEPHONE,
        challenge.code,
    )


def test_an_answer_for_one_thing_is_none_for_another(counter: Counter) -> None:
    word, act = asked(counter, CAVEATS), asked(counter)
    fewer: frozenset[CaveatCode] = frozenset({CaveatCode.DRAWER})
    refusal = refusal_of(
        lambda: counter.word_by_telephone(word, SUPERVISOR_ID, spoken_answer(word), "why", fewer)
    )
    assert refusal.code is RefusalCode.APPROVAL_NOT_OF_THIS
    assert code_of(counter, word, spoken_answer(word)) is RefusalCode.APPROVAL_NOT_OF_THIS
    one = asked(counter, frozenset({CaveatCode.DRAWER}))
    assert code_of(counter, one, spoken_answer(one)) is RefusalCode.APPROVAL_NOT_OF_THIS
    approved(counter, act, spoken_answer(act))


def test_a_payment_is_taken_with_a_word_by_telephone_and_tells_the_challenge(
    counter: Counter,
) -> None:
    codes = frozenset({CaveatCode.PART_BELOW_MINIMUM})
    sum_below = Money.rupees(600)
    challenge = counter.challenge_for(codes, "the payment", sum_below, CASHIER_ID)
    word = counter.word_by_telephone(
        challenge, SUPERVISOR_ID, spoken_answer(challenge), "the rest on Friday", codes
    )
    with counter.ledger.open_books() as books:
        assert not books.approvals.is_challenge_used(challenge.code)
    counter.takes(sum_below, word=word)
    with counter.ledger.open_books() as books:
        assert books.approvals.is_challenge_used(challenge.code)
