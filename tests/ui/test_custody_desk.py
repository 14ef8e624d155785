"""The desk of real verbs is a desk: every field is there, is noted, and fails when a test says so."""

from __future__ import annotations

import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.desk import Desk
from tests.builders import CASHIER_ID, FLOAT, PIN, TODAY
from tests.ui.custody_desk import HEAD_CASHIER_ID, a_custody_counter


def test_what_a_screen_asks_is_what_the_real_verbs_answer() -> None:
    counter = a_custody_counter()
    desk = counter.desk()
    assert desk.sign_in(CASHIER_ID, PIN).shift is None
    shift = desk.open_shift(CASHIER_ID, FLOAT)
    assert desk.sign_in(CASHIER_ID, PIN).shift == shift
    assert desk.sign_in(HEAD_CASHIER_ID, PIN).shift is None
    assert counter.asked("open_shift") == [(CASHIER_ID, FLOAT)]
    assert desk.business_date() == TODAY


def test_a_call_fails_once_for_each_time_a_test_arranged() -> None:
    counter = a_custody_counter()
    counter.fails["business_date"] = [Fault(FaultCode.DISK_FULL)]
    desk = counter.desk()
    with pytest.raises(Fault):
        desk.business_date()
    assert desk.business_date() == TODAY


def test_every_verb_of_the_desk_is_there() -> None:
    desk = a_custody_counter().desk()
    assert all(callable(getattr(desk, name)) for name in Desk.__dataclass_fields__)
