"""A shift begins with a counted float, once for each cashier."""

from __future__ import annotations

import pytest

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.ledger import float_entry
from counter_app.domain.money import ZERO, Money
from counter_app.wire.tell import tell_shift
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, FLOAT, NOW, SUPERVISOR_ID, TODAY
from tests.use_cases.counter import Counter


def enrolled() -> Counter:
    counter = Counter()
    counter.is_enrolled()
    return counter


def refused(counter: Counter, cashier_id: CashierId, opening_float: Money) -> Refusal:
    before = counter.pages.copy()
    with pytest.raises(Refusal) as caught:
        counter.open_shift(cashier_id, opening_float)
    assert counter.pages == before
    return caught.value


def test_a_shift_is_opened_and_told() -> None:
    counter = enrolled()
    shift = counter.open_shift(CASHIER_ID, FLOAT)
    assert (shift.shift_no, shift.business_date, shift.opened_at) == (1, TODAY, NOW)
    (message,) = counter.messages
    assert message.message.body == tell_shift(shift)
    assert counter.pages.entries == {1: float_entry(FLOAT)}


def test_a_shift_may_begin_with_an_empty_drawer() -> None:
    counter = enrolled()
    counter.open_shift(CASHIER_ID, ZERO)
    assert counter.pages.entries == {}


def test_shifts_are_numbered_over_all_cashiers() -> None:
    counter = enrolled()
    assert counter.open_shift(CASHIER_ID, FLOAT).shift_no == 1
    assert counter.open_shift(SUPERVISOR_ID, FLOAT, drawer_no=2).shift_no == 2


def test_a_cashier_has_one_open_shift() -> None:
    counter = enrolled()
    counter.open_shift(CASHIER_ID, FLOAT)
    refusal = refused(counter, CASHIER_ID, FLOAT)
    assert (refusal.code, refusal.facts) == (RefusalCode.SHIFT_ALREADY_OPEN, {"shift_no": 1})


def test_a_float_below_zero_is_refused() -> None:
    assert refused(enrolled(), CASHIER_ID, Money(-1)).code is RefusalCode.AMOUNT_NEGATIVE


@pytest.mark.parametrize(
    ("cashier_id", "code"),
    [
        (CashierId("C999"), RefusalCode.CASHIER_UNKNOWN),
        (ACCOUNTANT_ID, RefusalCode.NOT_ALLOWED),
    ],
)
def test_who_may_not_take_money_opens_no_shift(cashier_id: CashierId, code: RefusalCode) -> None:
    assert refused(enrolled(), cashier_id, FLOAT).code is code


def test_a_stopped_counter_opens_no_shift() -> None:
    counter = enrolled()
    counter.is_stopped()
    assert refused(counter, CASHIER_ID, FLOAT).code is RefusalCode.COUNTER_STOPPED


def test_a_counter_that_is_not_enrolled_knows_no_cashier() -> None:
    assert refused(Counter(), CASHIER_ID, FLOAT).code is RefusalCode.CASHIER_UNKNOWN
