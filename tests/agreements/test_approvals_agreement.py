"""Approvals in every ledger (port ``ApprovalBook``): told, written, and a challenge answered once for ever."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from counter_app.domain.approval import Approval, ApprovalCode, How
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.money import Money
from counter_app.wire.tell import tell_approval
from tests.agreements.books_at_hand import A_RULE
from tests.agreements.orders_at_hand import account_of
from tests.approvers import a_roster_with_keys
from tests.builders import (
    CASHIER_ID,
    NOW,
    SHIFT_ID,
    SUPERVISOR_ID,
    TODAY,
    a_line,
    a_payment_id,
    a_word,
    an_order_of,
)

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from tests.local_db.year import Scribe

BY_TELEPHONE = Approval(
    approval_id=UUID(int=1),
    code=ApprovalCode.REVERSAL,
    approver_id=SUPERVISOR_ID,
    for_id=CASHIER_ID,
    about="C07A-000012",
    amount=Money(1_250_50),
    reason="paid for the wrong account",
    how=How.TELEPHONE,
    challenge="XZTBM0M0",
)


def keep(ledger: Ledger, scribe: Scribe, approval: Approval) -> None:
    with ledger.open_books() as books:
        told_by = scribe.sealed(books, tell_approval(approval, SHIFT_ID, TODAY))
        books.approvals.post(approval, SHIFT_ID, TODAY, NOW, told_by)
        books.messages.close_entry(told_by)
        books.commit()


def is_used(ledger: Ledger, challenge: str) -> bool:
    with ledger.open_books() as books:
        return books.approvals.is_challenge_used(challenge)


def test_a_challenge_is_used_once_an_approval_with_it_is_kept(
    ledger: Ledger, scribe: Scribe
) -> None:
    assert not is_used(ledger, BY_TELEPHONE.challenge)
    keep(ledger, scribe, BY_TELEPHONE)
    assert is_used(ledger, BY_TELEPHONE.challenge)
    assert not is_used(ledger, "XZTBM0M1")


def test_the_books_refuse_a_challenge_that_was_answered_before(
    ledger: Ledger, scribe: Scribe
) -> None:
    keep(ledger, scribe, BY_TELEPHONE)
    again = replace(BY_TELEPHONE, approval_id=UUID(int=2), about="C07A-000013")
    with pytest.raises(Exception, match=A_RULE):
        keep(ledger, scribe, again)


def test_approvals_in_person_need_no_challenge_and_are_many(ledger: Ledger, scribe: Scribe) -> None:
    for number in (1, 2):
        in_person = replace(
            BY_TELEPHONE, approval_id=UUID(int=number), how=How.IN_PERSON, challenge=""
        )
        keep(ledger, scribe, in_person)
    assert not is_used(ledger, BY_TELEPHONE.challenge)


def test_a_person_keeps_the_key_that_the_roster_told(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        books.enrolment.keep_roster(a_roster_with_keys(), NOW)
        books.commit()
    with ledger.open_books() as books:
        supervisor = books.enrolment.cashier(SUPERVISOR_ID)
        cashier = books.enrolment.cashier(CASHIER_ID)
    assert supervisor is not None
    assert cashier is not None
    told = {one.cashier_id: one.approval_key for one in a_roster_with_keys()}
    assert (supervisor.approval_key, cashier.approval_key) == (told[SUPERVISOR_ID], "")


def take_with_word(ledger: Ledger, scribe: Scribe, number: int = 1) -> None:
    """A payment with a word by telephone for the same challenge."""
    word = replace(
        a_word(CaveatCode.PART_COUNT),
        word_id=UUID(int=50 + number),
        how=How.TELEPHONE,
        challenge=BY_TELEPHONE.challenge,
    )
    account = account_of(str(number), Money.rupees(500))
    line = a_line(
        Money.rupees(500),
        shown=Money.rupees(500),
        account_no=str(number),
        payment_id=a_payment_id(number),
    )
    with ledger.open_books() as books:
        (receipt,) = scribe.order(books, an_order_of(line, word=word), account)
        books.commit()
    with ledger.open_books() as books:
        kept = books.payments.find(receipt.payment.payment_id)
    assert kept is not None
    assert kept.payment.word == word


def test_a_challenge_answered_for_a_payment_is_used_too(ledger: Ledger, scribe: Scribe) -> None:
    take_with_word(ledger, scribe)
    assert is_used(ledger, BY_TELEPHONE.challenge)
    with pytest.raises(Exception, match=A_RULE):
        keep(ledger, scribe, BY_TELEPHONE)


def test_a_challenge_answered_for_an_act_is_used_for_payments(
    ledger: Ledger, scribe: Scribe
) -> None:
    keep(ledger, scribe, BY_TELEPHONE)
    with pytest.raises(Exception, match=A_RULE):
        take_with_word(ledger, scribe)


def test_a_challenge_is_answered_for_one_payment(ledger: Ledger, scribe: Scribe) -> None:
    take_with_word(ledger, scribe)
    with pytest.raises(Exception, match=A_RULE):
        take_with_word(ledger, scribe, 2)
