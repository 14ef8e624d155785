"""A personal PIN, counted tries, and a wait that no clock shortens."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.shift import Role
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, NOW, PIN, SUPERVISOR_ID, a_roster
from tests.fakes.clock import FakeClock
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
    assert refused(counter, PIN).facts == {"wait_seconds": 120}


def test_the_wait_grows_to_an_hour_and_no_further() -> None:
    counter = locked_out()
    waits = []
    for _ in range(7):
        wait = refused(counter, PIN).facts["wait_seconds"]
        assert isinstance(wait, int)
        waits.append(wait)
        counter.clock.passes(timedelta(seconds=wait))
        refused(counter, "0000")
    assert waits == [60, 120, 300, 900, 3600, 3600, 3600]


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


def restarted(counter: Counter) -> Counter:
    """The program began anew on the same books; the monotonic clock of another boot says nothing."""
    clock = FakeClock(counter.clock.now(), monotonic_us=77, boot_id="boot-2")
    return Counter(ledger=counter.ledger, clock=clock)


def test_a_restart_forgets_no_lock() -> None:
    counter = locked_out()
    counter.clock.passes(timedelta(seconds=20))
    counter = restarted(counter)
    assert refused(counter, PIN).facts == {"wait_seconds": 40}
    counter.clock.passes(timedelta(seconds=39))
    assert refused(counter, PIN).facts == {"wait_seconds": 1}
    counter.clock.passes(timedelta(seconds=1))
    counter.sign_in(CASHIER_ID, PIN)


def test_a_restart_forgets_no_wrong_pin() -> None:
    counter = an_open_counter()
    refused(counter, "0000")
    assert refused(restarted(counter), "0000").facts == {"tries_left": 3}


def test_a_clock_set_back_before_a_restart_lengthens_no_wait_beyond_the_full_one() -> None:
    counter = locked_out()
    counter.clock.is_set_to(counter.clock.now() - timedelta(days=400))
    counter = restarted(counter)
    assert refused(counter, PIN).facts == {"wait_seconds": 60}
    counter.clock.passes(timedelta(seconds=60))
    counter.sign_in(CASHIER_ID, PIN)


def test_every_try_is_kept_with_what_it_was_for() -> None:
    counter = an_open_counter()
    refused(counter, "0000")
    counter.sign_in(CASHIER_ID, PIN)
    counter.give_word(SUPERVISOR_ID, PIN, "seen by me", CASHIER_ID, frozenset())
    assert [tried[:3] for tried in counter.pages.pin_tries] == [
        (CASHIER_ID, "sign_in", False),
        (CASHIER_ID, "sign_in", True),
        (SUPERVISOR_ID, "word", True),
    ]


def test_wrong_pins_for_a_word_count_at_the_sign_in() -> None:
    counter = an_open_counter()
    with pytest.raises(Refusal):
        counter.give_word(SUPERVISOR_ID, "0000", "seen by me", CASHIER_ID, frozenset())
    assert refused(counter, "0000", SUPERVISOR_ID).facts == {"tries_left": 3}


def test_nobody_learns_of_a_pin_whose_try_the_disk_did_not_keep() -> None:
    counter = an_open_counter()
    counter.ledger.fail_next_commit(is_kept=False)
    with pytest.raises(Fault):
        counter.sign_in(CASHIER_ID, PIN)


def test_an_accountant_signs_in_without_a_shift() -> None:
    signed_in = an_open_counter().sign_in(ACCOUNTANT_ID, PIN)
    assert (signed_in.cashier.role, signed_in.shift) == (Role.ACCOUNTANT, None)


def test_a_number_nobody_has_does_not_sign_in() -> None:
    refusal = refused(an_open_counter(), PIN, CashierId("C999"))
    assert refusal.code is RefusalCode.CASHIER_UNKNOWN
    assert refusal.facts == {"cashier_id": "C999"}


def test_who_left_is_told_so_and_no_pin_is_tried() -> None:
    counter = an_open_counter()
    with counter.ledger.open_books() as books:
        books.enrolment.keep_roster(a_roster()[1:], NOW)
        books.commit()
    refusal = refused(counter, PIN)
    assert refusal.code is RefusalCode.CASHIER_LEFT
    assert refusal.facts == {"cashier_id": CASHIER_ID}
    assert counter.pages.pin_tries == []


def test_nobody_signs_in_before_enrolment() -> None:
    assert refused(Counter(), PIN).code is RefusalCode.COUNTER_NOT_ENROLLED
