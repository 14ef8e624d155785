"""A shift is suspended and resumed; its drawer is opened without a payment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.cash_move import OpeningWhy
from counter_app.domain.errors import Fault, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.shift import ShiftState
from counter_app.wire.tell_custody import tell_opening, tell_pause
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, NOW, TODAY, cash
from tests.use_cases.till import SECOND_ID, a_till, kept_unchanged, lost, shift_of

HUNDRED = Money.rupees(100)


def test_a_suspended_shift_takes_no_payment_until_it_is_resumed() -> None:
    counter = a_till(HUNDRED)
    pause = counter.suspend_shift(CASHIER_ID)
    assert counter.messages[-1].message.body == tell_pause(pause)
    (seen,) = counter.open_shifts()
    assert seen.state is ShiftState.SUSPENDED
    refusal = kept_unchanged(counter, lambda: counter.takes(HUNDRED, cash(HUNDRED), account_no="1"))
    assert (refusal.code, refusal.facts) == (RefusalCode.SHIFT_SUSPENDED, {"shift_no": 1})
    back = counter.resume_shift(CASHIER_ID)
    assert counter.takes(HUNDRED, cash(HUNDRED), account_no="1").receipts
    assert counter.view_till(CASHIER_ID).pauses == (pause, back)


def test_what_is_suspended_or_open_already_is_refused() -> None:
    counter = a_till()
    refusal = kept_unchanged(counter, lambda: counter.resume_shift(CASHIER_ID))
    assert (refusal.code, refusal.facts) == (RefusalCode.SHIFT_NOT_SUSPENDED, {"shift_no": 1})
    counter.suspend_shift(CASHIER_ID)
    refusal = kept_unchanged(counter, lambda: counter.suspend_shift(CASHIER_ID))
    assert (refusal.code, refusal.facts) == (RefusalCode.SHIFT_SUSPENDED, {"shift_no": 1})


def test_who_has_no_shift_suspends_none() -> None:
    counter = a_till()
    refusal = kept_unchanged(counter, lambda: counter.suspend_shift(SECOND_ID))
    assert refusal.code is RefusalCode.SHIFT_NOT_OPEN


def test_a_pause_while_the_disk_failed_is_there_or_not() -> None:
    counter = a_till()
    lost(counter, lambda: counter.suspend_shift(CASHIER_ID))
    counter.ledger.fail_next_commit(is_kept=True)
    pause = counter.suspend_shift(CASHIER_ID)
    assert counter.view_till(CASHIER_ID).pauses == (pause,)
    lost(counter, lambda: counter.resume_shift(CASHIER_ID))
    assert counter.view_till(CASHIER_ID).seen.state is ShiftState.SUSPENDED


def test_a_pause_of_a_clock_set_back_belongs_to_the_day_of_the_shift() -> None:
    counter = a_till()
    counter.clock.is_set_to(NOW - timedelta(days=2))
    assert counter.suspend_shift(CASHIER_ID).business_date == TODAY


def test_an_opening_without_a_payment_is_noted_in_the_shift() -> None:
    counter = a_till()
    opening = counter.note_drawer_opening(CASHIER_ID, OpeningWhy.GIVE_CHANGE)
    assert (opening.shift_id, opening.reason) == (shift_of(counter).shift_id, "")
    assert counter.messages[-1].message.body == tell_opening(opening)
    assert counter.view_till(CASHIER_ID).openings == (opening,)


def test_an_opening_outside_a_shift_is_noted_too() -> None:
    counter = a_till()
    opening = counter.note_drawer_opening(ACCOUNTANT_ID, OpeningWhy.OTHER, "the key was lost")
    assert (opening.shift_id, opening.business_date) == (None, TODAY)
    assert counter.view_till(CASHIER_ID).openings == ()


def test_an_opening_for_another_reason_says_which() -> None:
    counter = a_till()
    refusal = kept_unchanged(
        counter, lambda: counter.note_drawer_opening(CASHIER_ID, OpeningWhy.OTHER, " ")
    )
    assert refusal.code is RefusalCode.REASON_MISSING


def test_nobody_unknown_opens_a_drawer() -> None:
    counter = a_till()
    refusal = kept_unchanged(
        counter, lambda: counter.note_drawer_opening(CashierId("C999"), OpeningWhy.TEST)
    )
    assert refusal.code is RefusalCode.CASHIER_UNKNOWN


def test_a_drawer_whose_opening_could_not_be_noted_stays_shut() -> None:
    counter = a_till()
    counter.ledger.fail_next_commit(is_kept=False)
    with pytest.raises(Fault):
        counter.note_drawer_opening(CASHIER_ID, OpeningWhy.TEST)
