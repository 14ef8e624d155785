"""A personal PIN, counted tries, and a wait that no clock shortens."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.shift import Role
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, PIN, SUPERVISOR_ID
from tests.use_cases.counter import Counter, an_open_counter


def refused(counter: Counter, pin: str, cashier_id: CashierId = CASHIER_ID) -> Refusal:
    with pytest.raises(Refusal) as caught:
        counter.sign_in(cashier_id, pin)
    return caught.value


def locked_out() -> Counter:
    counter = an_open_counter()
    for _ in range(5):
        refused(counter, "0000")
    return counter


def test_the_right_pin_signs_in_and_finds_the_shift_left_open() -> None:
    counter = an_open_counter()
    signed_in = counter.sign_in(CASHIER_ID, PIN)
    assert signed_in.cashier.cashier_id == CASHIER_ID
    assert signed_in.shift is not None
    assert signed_in.shift.shift_no == 1


def test_who_has_no_shift_signs_in_without_one() -> None:
    signed_in = an_open_counter().sign_in(SUPERVISOR_ID, PIN)
    assert signed_in.cashier.role is Role.SUPERVISOR
    assert signed_in.shift is None


def test_wrong_pins_are_counted_down() -> None:
    counter = an_open_counter()
    refusals = [refused(counter, "0000") for _ in range(5)]
    assert {refusal.code for refusal in refusals} == {RefusalCode.PIN_WRONG}
    assert [refusal.facts["tries_left"] for refusal in refusals] == [4, 3, 2, 1, 0]


def test_after_five_wrong_pins_even_the_right_one_waits_a_minute() -> None:
    counter = locked_out()
    asked = counter.pins.asked
    refusal = refused(counter, PIN)
    assert (refusal.code, refusal.facts) == (RefusalCode.PIN_LOCKED, {"wait_seconds": 60})
    assert counter.pins.asked == asked
    counter.clock.passes(timedelta(seconds=59))
    assert refused(counter, PIN).facts == {"wait_seconds": 1}
    counter.clock.passes(timedelta(seconds=1))
    assert counter.sign_in(CASHIER_ID, PIN).cashier.cashier_id == CASHIER_ID


def test_one_more_wrong_pin_after_the_wait_locks_again_at_once() -> None:
    counter = locked_out()
    counter.clock.passes(timedelta(seconds=60))
    assert refused(counter, "0000").facts == {"tries_left": 0}
    assert refused(counter, PIN).code is RefusalCode.PIN_LOCKED


@pytest.mark.parametrize("set_by", [timedelta(days=1), timedelta(days=-1)])
def test_setting_the_clock_neither_ends_nor_lengthens_the_wait(set_by: timedelta) -> None:
    counter = locked_out()
    counter.clock.is_set_to(counter.clock.now() + set_by)
    assert refused(counter, PIN).facts == {"wait_seconds": 60}
    counter.clock.passes(timedelta(seconds=60))
    counter.sign_in(CASHIER_ID, PIN)


def test_the_right_pin_forgets_the_wrong_ones() -> None:
    counter = an_open_counter()
    refused(counter, "0000")
    counter.sign_in(CASHIER_ID, PIN)
    assert refused(counter, "0000").facts == {"tries_left": 4}


def test_one_persons_wrong_pins_do_not_lock_another() -> None:
    counter = locked_out()
    counter.sign_in(SUPERVISOR_ID, PIN)


@pytest.mark.parametrize("cashier_id", [CashierId("C999"), ACCOUNTANT_ID])
def test_who_may_not_take_money_does_not_sign_in(cashier_id: CashierId) -> None:
    refusal = refused(an_open_counter(), PIN, cashier_id)
    assert refusal.code is RefusalCode.CASHIER_UNKNOWN
    assert refusal.facts == {"cashier_id": cashier_id}


def test_nobody_signs_in_before_enrolment() -> None:
    assert refused(Counter(), PIN).code is RefusalCode.COUNTER_NOT_ENROLLED
