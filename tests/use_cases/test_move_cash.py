"""Cash moves beside payments: dropped to the head cashier, paid in, paid out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.cash_count import NO_CASH, CashCount
from counter_app.domain.cash_move import MoveWhy, move_entry
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import ZERO, Money
from counter_app.wire.tell_custody import tell_move
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, FLOAT, NOW, PIN, SUPERVISOR_ID, TODAY
from tests.use_cases.till import (
    HEAD_ID,
    SECOND_ID,
    a_till,
    a_yes,
    kept_unchanged,
    lost,
    pieces,
    shift_of,
)

if TYPE_CHECKING:
    from counter_app.domain.shift import Cashier
    from tests.use_cases.counter import Counter

RUPEES_300 = pieces(Money.rupees(300))
REASON = "tea for the queue"


def drawer(counter: Counter) -> Money:
    return counter.view_till(CASHIER_ID).drawer


class WavesThrough:
    """Believes every PIN, and writes none into the books."""

    def __init__(self, counter: Counter) -> None:
        self.pins = counter.pins

    def check(self, cashier: Cashier, pin: str, what: object) -> None:
        assert self.pins.fits(cashier.pin_hash, pin), what


def test_a_drop_is_confirmed_told_and_out_of_the_drawer() -> None:
    counter = a_till()
    move = counter.drop_cash(CASHIER_ID, RUPEES_300, HEAD_ID, PIN)
    assert (move.why, move.amount, move.receiver_id) == (MoveWhy.DROP, RUPEES_300.total, HEAD_ID)
    assert (move.business_date, move.at, move.count) == (TODAY, NOW, RUPEES_300)
    assert counter.messages[-1].message.body == tell_move(
        move, move_entry(MoveWhy.DROP, move.amount)
    )
    assert drawer(counter) == FLOAT - move.amount
    assert counter.view_till(CASHIER_ID).moves == (move,)


@pytest.mark.parametrize(
    ("receiver_id", "code"),
    [
        (CASHIER_ID, RefusalCode.RECEIVER_IS_GIVER),
        (SECOND_ID, RefusalCode.RECEIVER_MAY_NOT),
        (ACCOUNTANT_ID, RefusalCode.RECEIVER_MAY_NOT),
        (CashierId("C999"), RefusalCode.RECEIVER_MAY_NOT),
    ],
)
def test_a_drop_needs_another_person_who_may_receive_it(
    receiver_id: CashierId, code: RefusalCode
) -> None:
    counter = a_till()
    refusal = kept_unchanged(
        counter, lambda: counter.drop_cash(CASHIER_ID, RUPEES_300, receiver_id, PIN)
    )
    assert refusal.code is code


def test_a_drop_needs_the_receivers_own_pin() -> None:
    counter = a_till()
    refusal = kept_unchanged(
        counter, lambda: counter.drop_cash(CASHIER_ID, RUPEES_300, HEAD_ID, "0000")
    )
    assert refusal.code is RefusalCode.PIN_WRONG


@pytest.mark.parametrize(
    ("count", "code", "facts"),
    [
        (NO_CASH, RefusalCode.AMOUNT_ZERO, {}),
        (
            CashCount.of({Money.rupees(500): 1, Money(50): 1}),
            RefusalCode.ABOVE_DRAWER,
            {"amount_paise": 500_50, "drawer_paise": 500_00},
        ),
    ],
)
def test_no_more_is_dropped_than_the_drawer_should_hold(
    count: CashCount, code: RefusalCode, facts: dict[str, int]
) -> None:
    counter = a_till()
    refusal = kept_unchanged(counter, lambda: counter.drop_cash(CASHIER_ID, count, HEAD_ID, PIN))
    assert (refusal.code, refusal.facts) == (code, facts)
    assert counter.pins.asked == 0


def test_all_of_a_drawer_may_be_dropped() -> None:
    counter = a_till()
    counter.drop_cash(CASHIER_ID, pieces(FLOAT), SUPERVISOR_ID, PIN)
    assert drawer(counter) == ZERO


def test_a_drop_while_the_disk_failed_is_there_or_not_and_never_twice() -> None:
    counter = a_till()
    lost(counter, lambda: counter.drop_cash(CASHIER_ID, RUPEES_300, HEAD_ID, PIN), after=1)
    counter.ledger.fail_next_commit(is_kept=True, after=1)
    move = counter.drop_cash(CASHIER_ID, RUPEES_300, HEAD_ID, PIN)
    assert counter.view_till(CASHIER_ID).moves == (move,)
    assert counter.ledger.reopened == 2


def test_cash_is_paid_in_with_a_reason() -> None:
    counter = a_till()
    for why in (MoveWhy.FOUND, MoveWhy.OTHER_IN, MoveWhy.CHANGE_ADDED):
        move = counter.pay_in_or_out(CASHIER_ID, why, Money.rupees(10), " left  on the desk ")
        assert (move.reason, move.approval, move.receiver_id) == ("left on the desk", None, None)
    assert drawer(counter) == FLOAT + Money.rupees(30)
    assert counter.view_till(CASHIER_ID).standing.float_out == FLOAT + Money.rupees(10)


@pytest.mark.parametrize("why", [MoveWhy.EXPENSE, MoveWhy.OTHER_OUT])
def test_cash_that_leaves_for_good_needs_a_second_persons_yes(why: MoveWhy) -> None:
    counter = a_till()
    amount, about = Money.rupees(40), str(shift_of(counter).shift_id)
    refusal = kept_unchanged(
        counter, lambda: counter.pay_in_or_out(CASHIER_ID, why, amount, REASON)
    )
    assert refusal.code is RefusalCode.APPROVAL_NEEDED
    assert refusal.facts == {"act": "paid_out", "about": about, "amount_paise": 40_00}
    yes = a_yes(counter, ApprovalCode.PAID_OUT, about, amount)
    move = counter.pay_in_or_out(CASHIER_ID, why, amount, REASON, yes)
    assert move.approval == yes
    assert [message.message.body.__struct_config__.tag for message in counter.messages[-2:]] == [
        "override_granted",
        "cash_dropped",
    ]
    assert drawer(counter) == FLOAT - amount


def test_the_yes_is_of_this_sum_and_from_somebody_who_may() -> None:
    counter = a_till()
    amount, about = Money.rupees(40), str(shift_of(counter).shift_id)
    yes = a_yes(counter, ApprovalCode.PAID_OUT, about, amount)
    for wrong, code in (
        (replace(yes, amount=Money.rupees(4)), RefusalCode.APPROVAL_NOT_OF_THIS),
        (replace(yes, approver_id=HEAD_ID), RefusalCode.NOT_ALLOWED),
        (replace(yes, approver_id=CASHIER_ID), RefusalCode.WORD_FROM_ONESELF),
    ):

        def act(wrong: object = wrong) -> object:
            return counter.pay_in_or_out(CASHIER_ID, MoveWhy.EXPENSE, amount, REASON, wrong)  # type: ignore[arg-type]  # an approval

        assert kept_unchanged(counter, act).code is code


def test_change_goes_back_to_the_head_cashier_without_a_yes_and_no_more_than_the_float() -> None:
    counter = a_till()
    counter.pay_in_or_out(CASHIER_ID, MoveWhy.FOUND, Money.rupees(50), REASON)
    refusal = kept_unchanged(
        counter,
        lambda: counter.pay_in_or_out(
            CASHIER_ID, MoveWhy.CHANGE_LESSENED, FLOAT + Money.rupees(1), REASON
        ),
    )
    assert refusal.code is RefusalCode.ABOVE_DRAWER
    assert refusal.facts == {"amount_paise": 501_00, "drawer_paise": 500_00}
    counter.pay_in_or_out(CASHIER_ID, MoveWhy.CHANGE_LESSENED, FLOAT, REASON)
    assert drawer(counter) == Money.rupees(50)


@pytest.mark.parametrize("why", [MoveWhy.FOUND, MoveWhy.EXPENSE])
def test_nothing_is_no_movement(why: MoveWhy) -> None:
    counter = a_till()
    refusal = kept_unchanged(counter, lambda: counter.pay_in_or_out(CASHIER_ID, why, ZERO, REASON))
    assert refusal.code is RefusalCode.AMOUNT_ZERO


def test_a_movement_without_a_reason_is_refused() -> None:
    counter = a_till()
    refusal = kept_unchanged(
        counter, lambda: counter.pay_in_or_out(CASHIER_ID, MoveWhy.FOUND, FLOAT, " ")
    )
    assert refusal.code is RefusalCode.REASON_MISSING


def test_a_drop_is_no_paid_out() -> None:
    counter = a_till()
    with pytest.raises(ValueError, match="receiver"):
        counter.pay_in_or_out(CASHIER_ID, MoveWhy.DROP, FLOAT, REASON)


def test_paid_in_while_the_disk_failed_is_there_or_not() -> None:
    counter = a_till()
    lost(counter, lambda: counter.pay_in_or_out(CASHIER_ID, MoveWhy.FOUND, FLOAT, REASON))
    counter.ledger.fail_next_commit(is_kept=True)
    move = counter.pay_in_or_out(CASHIER_ID, MoveWhy.FOUND, FLOAT, REASON)
    assert counter.view_till(CASHIER_ID).moves == (move,)


@pytest.mark.parametrize("is_open", [True, False], ids=["suspended", "none open"])
def test_cash_moves_in_an_open_shift_only(is_open: bool) -> None:  # noqa: FBT001 - parametrised
    counter = a_till()
    if is_open:
        counter.suspend_shift(CASHIER_ID)
    who = CASHIER_ID if is_open else SECOND_ID
    code = RefusalCode.SHIFT_SUSPENDED if is_open else RefusalCode.SHIFT_NOT_OPEN
    for act in (
        lambda: counter.drop_cash(who, RUPEES_300, HEAD_ID, PIN),
        lambda: counter.pay_in_or_out(who, MoveWhy.FOUND, FLOAT, REASON),
    ):
        assert kept_unchanged(counter, act).code is code


def test_a_drop_that_another_window_was_quicker_to_make_is_refused() -> None:
    """The PIN takes its time with no books open: what was true before is looked at again."""
    counter = a_till()

    class Pins:
        def fits(self, pin_hash: str, pin: str) -> bool:
            counter.pins.fits(pin_hash, pin)
            counter.pay_in_or_out(CASHIER_ID, MoveWhy.CHANGE_LESSENED, FLOAT, REASON)
            return True

    slow = replace(counter.drop_cash, guard=replace(counter.drop_cash.guard, pins=Pins()))
    with pytest.raises(Refusal) as caught:
        slow(CASHIER_ID, RUPEES_300, HEAD_ID, PIN)
    assert caught.value.code is RefusalCode.ABOVE_DRAWER
