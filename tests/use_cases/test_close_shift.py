"""A shift is counted blind, weighed, and closed once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.card_sale import Charge, ChargeNote
from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.errors import RefusalCode
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.policy import RuleName
from counter_app.domain.shift import ShiftState
from counter_app.domain.shift_close import Counted, InHand, Parting, ProofOfSync, close_entry
from counter_app.domain.tender import TenderKind
from counter_app.wire.tell_custody import tell_close
from tests.builders import (
    ACCOUNTANT_ID,
    CASHIER_ID,
    FLOAT,
    NOW,
    PIN,
    SUPERVISOR_ID,
    TODAY,
    a_payment_id,
    a_rule,
    card,
    cash,
    cheque,
)
from tests.use_cases.till import (
    HEAD_ID,
    OTHER_SUPERVISOR_ID,
    SECOND_ID,
    a_till,
    a_yes,
    a_yes_to,
    as_expected,
    counted,
    kept_unchanged,
    lost,
    shift_of,
    standing_of,
)

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift_close import ShiftClose
    from counter_app.use_cases.custody_views import CloseWeighed
    from tests.use_cases.counter import Counter

DUE = Money.rupees(1000)
RUPEE = Money.rupees(1)
WHY = "the coins were counted twice"
NO_OTHERS: dict[TenderKind, InHand] = {}


def a_worked_till() -> Counter:
    """Rs 1,000 in cash, by card and by cheque were taken."""
    counter = a_till(DUE, DUE, DUE)
    counter.takes(DUE, cash(DUE), account_no="1")
    counter.takes(DUE, card(DUE), account_no="2")
    counter.takes(DUE, cheque(DUE), account_no="3")
    return counter


def well_counted(counter: Counter, *, cash_less: Money = ZERO) -> Counted:
    return as_expected(standing_of(counter, shift_of(counter).shift_id), cash_less=cash_less)


def weighed(counter: Counter, what: Counted, by: CashierId | None = None) -> CloseWeighed:
    return counter.weigh_close(shift_of(counter).shift_id, what, by)


def closed(counter: Counter, what: Counted, reason: str = "") -> ShiftClose:
    return counter.close_shift(shift_of(counter).shift_id, what, reason, CASHIER_ID)


def test_a_shift_that_was_counted_right_is_closed_by_the_cashier_alone() -> None:
    counter = a_worked_till()
    head = counter.messages[-1].hash
    close = closed(counter, well_counted(counter))
    assert [line.kind for line in close.lines] == [
        TenderKind.CASH,
        TenderKind.CARD,
        TenderKind.CHEQUE,
    ]
    assert all(not line.variance for line in close.lines)
    assert close.parted == Parting(FLOAT, DUE)
    assert (close.first_receipt_no[-1], close.last_receipt_no[-1], close.receipts) == ("1", "3", 3)
    assert close.proof == ProofOfSync(0, ZERO, 3, Money.rupees(3000))
    assert (close.chain_head, close.reason, close.approval, close.counts) == (head, "", None, 1)
    entry = close_entry(close.lines, close.parted)
    assert counter.messages[-1].message.body == tell_close(close, entry)
    assert counter.pages.entries[len(counter.messages)] == entry
    assert counter.open_shifts() == ()
    assert counter.floats_left() == (close,)


def test_the_proof_counts_what_the_centre_signed_for() -> None:
    counter = a_till(DUE, DUE)
    counter.takes(DUE, cash(DUE), account_no="1")
    counter.push_outbox()
    counter.takes(DUE, cash(DUE), account_no="2")
    close = closed(counter, well_counted(counter))
    assert close.proof == ProofOfSync(1, DUE, 1, DUE)


def test_weighing_writes_nothing_and_says_what_is_asked_for() -> None:
    counter = a_worked_till()
    before, commits = counter.pages.copy(), counter.ledger.commits
    seen = weighed(counter, well_counted(counter, cash_less=RUPEE))
    assert (counter.pages, counter.ledger.commits) == (before, commits)
    assert (seen.amount, seen.short, seen.excess) == (RUPEE, RUPEE, ZERO)
    assert (seen.is_reason_needed, seen.approval, seen.charges_open) == (True, None, 0)
    assert seen.parted == Parting(FLOAT, DUE - RUPEE)
    right = weighed(counter, well_counted(counter))
    assert (right.is_reason_needed, right.amount) == (False, ZERO)


def test_a_variance_needs_a_reason_and_goes_to_its_own_accounts() -> None:
    counter = a_worked_till()
    what = Counted(
        well_counted(counter, cash_less=RUPEE).cash,
        {TenderKind.CARD: InHand(1, DUE), TenderKind.CHEQUE: InHand(1, DUE + RUPEE)},
    )
    assert kept_unchanged(counter, lambda: closed(counter, what)).code is RefusalCode.REASON_MISSING
    close = closed(counter, what, WHY)
    moved = {
        one.account: one.amount for one in counter.pages.entries[len(counter.messages)].postings
    }
    assert moved == {
        LedgerAccount.FLOAT_ISSUED: FLOAT,
        LedgerAccount.CASH_TO_HAND_OVER: DUE - RUPEE,
        LedgerAccount.SHORT_CASH: RUPEE,
        LedgerAccount.CASH_DRAWER: -(FLOAT + DUE),
        LedgerAccount.CHEQUES_IN_HAND: RUPEE,
        LedgerAccount.EXCESS_CHEQUES: -RUPEE,
    }
    assert close.reason == WHY


def test_short_and_excess_do_not_make_up_for_each_other() -> None:
    counter = a_worked_till()
    less = Money.rupees(60)
    what = Counted(
        well_counted(counter, cash_less=less).cash,
        {TenderKind.CARD: InHand(1, DUE), TenderKind.CHEQUE: InHand(1, DUE + less)},
    )
    seen = weighed(counter, what)
    assert (seen.approval, seen.amount) == (ApprovalCode.CLOSE_VARIANCE, Money.rupees(120))


@pytest.mark.parametrize(
    ("less", "approval"),
    [(Money.rupees(100), None), (Money.rupees(100, 50), ApprovalCode.CLOSE_VARIANCE)],
)
def test_above_the_limit_a_second_person_says_yes(
    less: Money, approval: ApprovalCode | None
) -> None:
    counter = a_worked_till()
    what = well_counted(counter, cash_less=less)
    seen = weighed(counter, what)
    assert seen.approval is approval
    if approval is None:
        assert closed(counter, what, WHY).approval is None
        return
    refusal = kept_unchanged(counter, lambda: closed(counter, what, WHY))
    assert refusal.code is RefusalCode.APPROVAL_NEEDED
    assert refusal.facts["amount_paise"] == less.paise
    yes = a_yes_to(counter, seen)
    close = counter.close_shift(shift_of(counter).shift_id, what, WHY, CASHIER_ID, yes)
    assert close.approval == yes
    assert close.chain_head == counter.messages[-2].hash, "the approval is the one before"


def test_a_yes_that_was_not_needed_is_not_told() -> None:
    counter = a_worked_till()
    shift_id = shift_of(counter).shift_id
    yes = a_yes(counter, ApprovalCode.CLOSE_VARIANCE, str(shift_id), ZERO)
    before = len(counter.messages)
    what = well_counted(counter)
    assert counter.close_shift(shift_id, what, "", CASHIER_ID, yes).approval is None
    assert len(counter.messages) == before + 1


def test_a_missing_paper_needs_a_yes_even_when_the_sums_are_right() -> None:
    counter = a_worked_till()
    right = well_counted(counter)
    two = Counted(right.cash, {**right.others, TenderKind.CHEQUE: InHand(2, DUE)})
    seen = weighed(counter, two)
    assert (seen.approval, seen.is_reason_needed) == (ApprovalCode.CLOSE_VARIANCE, True)


def test_the_office_sets_the_limit() -> None:
    counter = a_worked_till()
    rule = a_rule(RuleName.SHIFT_CLOSE, valid_from=TODAY, variance_word_paise=0, is_local=True)
    counter.set_rule(rule, SUPERVISOR_ID, PIN, "told by the division")
    seen = weighed(counter, well_counted(counter, cash_less=Money(50)))
    assert seen.approval is ApprovalCode.CLOSE_VARIANCE


def test_what_was_counted_and_never_expected_is_excess() -> None:
    counter = a_till()
    seen = weighed(counter, counted(FLOAT, upi=InHand(1, RUPEE)))
    assert (seen.excess, [line.kind for line in seen.lines]) == (
        RUPEE,
        [TenderKind.CASH, TenderKind.UPI],
    )


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (InHand(1, -RUPEE), RefusalCode.AMOUNT_NEGATIVE),
        (InHand(-1, RUPEE), RefusalCode.PIECES_NOT_A_NUMBER),
    ],
)
def test_what_nobody_can_have_counted_is_refused(wrong: InHand, code: RefusalCode) -> None:
    counter = a_till()
    refusal = kept_unchanged(counter, lambda: weighed(counter, counted(FLOAT, card=wrong)))
    assert refusal.code is code


def test_a_drawer_short_of_its_float_leaves_less_float_and_no_takings() -> None:
    counter = a_till()
    close = closed(counter, counted(FLOAT - RUPEE), WHY)
    assert close.parted == Parting(FLOAT - RUPEE, ZERO)


def test_an_empty_shift_is_closed_without_an_entry() -> None:
    counter = a_till()
    counter.pay_in_or_out(CASHIER_ID, MoveWhy.CHANGE_LESSENED, FLOAT, "not needed today")
    close = closed(counter, Counted(counted(ZERO).cash, NO_OTHERS))
    assert len(counter.messages) not in counter.pages.entries
    assert counter.floats_left() == ()
    assert close.parted == Parting(ZERO, ZERO)


def test_a_second_click_closes_once() -> None:
    counter = a_worked_till()
    what = well_counted(counter)
    close = closed(counter, what)
    messages = len(counter.messages)
    assert closed(counter, what) == close
    assert len(counter.messages) == messages


def test_a_closed_shift_is_not_closed_otherwise() -> None:
    counter = a_worked_till()
    closed(counter, well_counted(counter))
    for act in (
        lambda: closed(counter, counted(FLOAT)),
        lambda: weighed(counter, counted(FLOAT)),
    ):
        refusal = kept_unchanged(counter, act)
        assert (refusal.code, refusal.facts) == (RefusalCode.SHIFT_CLOSED, {"shift_no": 1})


def test_a_shift_that_is_none_is_refused() -> None:
    counter = a_till()
    unknown = a_payment_id(77)
    for act in (
        lambda: counter.weigh_close(unknown, counted(FLOAT)),
        lambda: counter.close_shift(unknown, counted(FLOAT), "", CASHIER_ID),
    ):
        assert kept_unchanged(counter, act).code is RefusalCode.SHIFT_UNKNOWN


def test_what_was_taken_since_it_was_weighed_stops_the_close() -> None:
    counter = a_till(DUE)
    what = well_counted(counter)
    seen = weighed(counter, what)
    counter.takes(DUE, cash(DUE), account_no="1")
    shift_id = shift_of(counter).shift_id
    refusal = kept_unchanged(
        counter,
        lambda: counter.close_shift(shift_id, what, WHY, CASHIER_ID, weighed=seen),
    )
    assert (refusal.code, refusal.facts) == (RefusalCode.SHIFT_CHANGED, {"shift_no": 1})


def test_an_acknowledgement_since_it_was_weighed_stops_no_close() -> None:
    counter = a_worked_till()
    what = well_counted(counter)
    seen = weighed(counter, what)
    counter.push_outbox()
    shift_id = shift_of(counter).shift_id
    close = counter.close_shift(shift_id, what, "", CASHIER_ID, counts=3, weighed=seen)
    assert (close.proof.acknowledged, close.counts) == (3, 3)


def test_the_close_while_the_disk_failed_is_there_or_not() -> None:
    counter = a_worked_till()
    what = well_counted(counter)
    lost(counter, lambda: closed(counter, what))
    counter.ledger.fail_next_commit(is_kept=True)
    assert closed(counter, what) == counter.pages.closes[len(counter.messages)]


def test_the_server_away_and_a_suspended_shift_keep_nobody_from_closing() -> None:
    counter = a_worked_till()
    counter.suspend_shift(CASHIER_ID)
    assert closed(counter, well_counted(counter)).proof.unsent == 3


def test_a_clock_set_back_over_midnight_closes_on_the_day_of_the_shift() -> None:
    counter = a_worked_till()
    counter.clock.is_set_to(NOW - timedelta(days=1))
    assert closed(counter, well_counted(counter)).business_date == TODAY


def test_a_supervisor_closes_for_an_absent_cashier_with_a_reason() -> None:
    counter = a_worked_till()
    what, shift_id = well_counted(counter), shift_of(counter).shift_id
    seen = weighed(counter, what, SUPERVISOR_ID)
    assert (seen.is_reason_needed, seen.approval) == (True, None)
    refusal = kept_unchanged(
        counter, lambda: counter.close_shift(shift_id, what, "", SUPERVISOR_ID)
    )
    assert refusal.code is RefusalCode.REASON_MISSING
    close = counter.close_shift(shift_id, what, "taken ill at noon", SUPERVISOR_ID)
    assert (close.closed_by, close.cashier_id) == (SUPERVISOR_ID, CASHIER_ID)


def test_a_head_cashier_closes_for_another_with_a_supervisors_yes() -> None:
    counter = a_worked_till()
    what, shift_id = well_counted(counter), shift_of(counter).shift_id
    seen = weighed(counter, what, HEAD_ID)
    assert seen.approval is ApprovalCode.CLOSE_FOR_ANOTHER
    refusal = kept_unchanged(counter, lambda: counter.close_shift(shift_id, what, WHY, HEAD_ID))
    assert refusal.code is RefusalCode.APPROVAL_NEEDED
    yes = a_yes_to(counter, seen, for_id=HEAD_ID)
    assert counter.close_shift(shift_id, what, WHY, HEAD_ID, yes).approval == yes


def test_a_supervisor_who_is_short_gives_no_yes_to_the_own_close() -> None:
    counter = a_till()
    counter.open_shift(SUPERVISOR_ID, FLOAT, drawer_no=2)
    shift_id = shift_of(counter, SUPERVISOR_ID).shift_id
    what = counted(ZERO)
    seen = counter.weigh_close(shift_id, what, HEAD_ID)
    own = a_yes_to(counter, seen, for_id=HEAD_ID)
    refusal = kept_unchanged(
        counter, lambda: counter.close_shift(shift_id, what, WHY, HEAD_ID, own)
    )
    assert refusal.code is RefusalCode.WORD_FROM_ONESELF
    other = replace(own, approver_id=OTHER_SUPERVISOR_ID)
    assert counter.close_shift(shift_id, what, WHY, HEAD_ID, other).approval == other


@pytest.mark.parametrize("by", [SECOND_ID, ACCOUNTANT_ID])
def test_nobody_else_closes_for_another(by: CashierId) -> None:
    counter = a_worked_till()
    what, shift_id = well_counted(counter), shift_of(counter).shift_id
    refusal = kept_unchanged(counter, lambda: counter.close_shift(shift_id, what, WHY, by))
    assert refusal.code is RefusalCode.NOT_ALLOWED


def a_charge(asked_after: timedelta) -> ChargeNote:
    return ChargeNote(Charge(a_payment_id(50), 1, DUE), NOW + asked_after, None)


def test_card_sales_on_no_receipt_keep_a_shift_open_unless_a_second_person_says_yes() -> None:
    counter = a_worked_till()
    counter.charges = (a_charge(timedelta(minutes=1)),)
    what, shift_id = well_counted(counter), shift_of(counter).shift_id
    refusal = kept_unchanged(counter, lambda: closed(counter, what, WHY))
    assert (refusal.code, refusal.facts) == (RefusalCode.CHARGES_OPEN, {"count": 1})
    seen = weighed(counter, what)
    assert (seen.charges_open, seen.approval) == (1, ApprovalCode.CLOSE_VARIANCE)
    yes = a_yes_to(counter, seen)
    refusal = kept_unchanged(
        counter, lambda: counter.close_shift(shift_id, what, "", CASHIER_ID, yes)
    )
    assert refusal.code is RefusalCode.REASON_MISSING
    assert counter.close_shift(shift_id, what, WHY, CASHIER_ID, yes).approval == yes


def test_card_sales_from_before_the_shift_were_answered_for() -> None:
    counter = a_worked_till()
    counter.charges = (a_charge(-timedelta(days=1)),)
    assert closed(counter, well_counted(counter)).approval is None


def test_a_closed_shift_takes_no_payment_and_another_may_be_opened() -> None:
    counter = a_till(DUE)
    closed(counter, well_counted(counter))
    refusal = kept_unchanged(counter, lambda: counter.takes(DUE, cash(DUE), account_no="1"))
    assert refusal.code is RefusalCode.SHIFT_NOT_OPEN
    assert counter.open_shift(CASHIER_ID, FLOAT).shift_no == 2
    with counter.ledger.open_books() as books:
        assert books.tills.state_of(shift_of_number(counter, 1)) is ShiftState.CLOSED


def shift_of_number(counter: Counter, shift_no: int) -> UUID:
    (shift,) = [one for one in counter.pages.shifts.values() if one.shift_no == shift_no]
    return shift.shift_id
