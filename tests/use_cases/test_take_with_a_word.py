"""What rules leave to a supervisor, what no word lifts, and the rule that is kept with the payment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.domain.caveat import CaveatCode, WordNeededError
from counter_app.domain.errors import RefusalCode
from counter_app.domain.identity import AccountNo, CashierId
from counter_app.domain.money import Money
from counter_app.domain.policy import RuleName
from counter_app.wire.bodies import OverrideGranted, PaymentTaken
from tests.builders import (
    ACCOUNT_NO,
    CASHIER_ID,
    FLOAT,
    NOW,
    SUPERVISOR_ID,
    a_line,
    a_payment_id,
    a_rule,
    a_word,
    an_order,
    an_order_of,
    cash,
    upi,
)
from tests.use_cases.counter import a_city_counter, a_shop, an_open_counter, refused

DUE = Money.rupees(1000)


def test_a_part_below_the_least_needs_a_supervisors_word() -> None:
    counter = an_open_counter(Money.rupees(8000))
    order = an_order(Money.rupees(1000), shown=Money.rupees(8000))
    refusal = refused(counter, order)
    assert isinstance(refusal, WordNeededError)
    assert [caveat.code for caveat in refusal.caveats] == [CaveatCode.PART_BELOW_MINIMUM]
    assert refusal.code is RefusalCode.WORD_NEEDED
    word = a_word(CaveatCode.PART_BELOW_MINIMUM)
    payment = counter.take_payment(replace(order, word=word)).receipt.payment
    assert payment.word == word
    granted, paid = (one.message.body for one in counter.messages[-2:])
    assert isinstance(granted, OverrideGranted)
    assert isinstance(paid, PaymentTaken)
    assert (granted.supervisor_id, granted.reason) == (SUPERVISOR_ID, word.reason)
    assert paid.word_id == granted.word_id == str(word.word_id)


def test_a_word_for_one_thing_is_none_for_another() -> None:
    counter = an_open_counter(Money.rupees(8000))
    word = a_word(CaveatCode.SAME_PAYMENT)
    order = an_order(Money.rupees(1000), shown=Money.rupees(8000), word=word)
    assert refused(counter, order).code is RefusalCode.WORD_NEEDED


def test_a_word_that_nothing_asks_for_is_not_told() -> None:
    counter = an_open_counter()
    word = a_word(CaveatCode.PART_COUNT)
    assert counter.take_payment(an_order(word=word)).receipt.payment.word is None
    assert len(counter.messages) == 2


@pytest.mark.parametrize("supervisor_id", [CASHIER_ID, CashierId("GONE")])
def test_the_word_of_one_who_is_no_supervisor_is_none(supervisor_id: CashierId) -> None:
    counter = an_open_counter(Money.rupees(8000))
    word = a_word(CaveatCode.PART_BELOW_MINIMUM, supervisor_id=supervisor_id)
    order = an_order(Money.rupees(1000), shown=Money.rupees(8000), word=word)
    assert refused(counter, order).code is RefusalCode.WORD_NOT_FROM_SUPERVISOR


def test_the_same_again_on_one_day_needs_a_word_and_not_on_the_next() -> None:
    counter = an_open_counter(Money.rupees(9000))
    counter.takes(Money.rupees(3000))
    again = an_order(Money.rupees(3000), shown=Money.rupees(6000), payment_id=a_payment_id(9))
    refusal = refused(counter, again)
    assert isinstance(refusal, WordNeededError)
    assert {caveat.code for caveat in refusal.caveats} == {
        CaveatCode.SAME_PAYMENT,
        CaveatCode.PART_COUNT,
    }
    counter.clock.passes(timedelta(days=1))
    refusal = refused(counter, again)
    assert isinstance(refusal, WordNeededError)
    assert [caveat.code for caveat in refusal.caveats] == [CaveatCode.PART_COUNT]


def test_the_law_on_cash_counts_the_payer_over_accounts_and_payments() -> None:
    counter = a_city_counter(*[Money.rupees(90_000)] * 3)
    counter.take_payment(a_shop(counter, 90_000))
    line = a_line(Money.rupees(90_000), account_no="2", payment_id=a_payment_id(8))
    third = a_line(
        Money.rupees(20_000), shown=Money.rupees(90_000), account_no="3", payment_id=a_payment_id(7)
    )
    order = an_order_of(line, third, payer="kanpur  shoe house", word=a_word(*CaveatCode))
    refusal = refused(counter, order)
    assert refusal.code is RefusalCode.CASH_ABOVE_LAW
    assert refusal.facts["cash_paise"] == 200_000_00
    one_less = replace(order, tenders=(cash(Money(109_999_99)), upi(Money(1))))
    assert len(counter.take_payment(one_less).receipts) == 2


def test_the_rule_that_applied_is_kept_and_told() -> None:
    counter = an_open_counter(Money.rupees(8000))
    with counter.ledger.open_books() as books:
        assert books.rules.policy().version == 0
    payment = counter.takes(Money.rupees(2000)).receipt.payment
    body = counter.messages[-1].message.body
    assert isinstance(body, PaymentTaken)
    assert [(ref.name, ref.version) for ref in payment.rules] == [
        (RuleName.PART_OTHERS, 1),
        (RuleName.PART_COUNT, 1),
    ]
    assert [(told.name, told.version) for told in body.rules] == [
        ("part_others", 1),
        ("part_count", 1),
    ]


def test_a_counter_long_alone_asks_for_a_word_which_then_holds_a_while() -> None:
    counter = an_open_counter(Money.rupees(9000))
    counter.clock.passes(timedelta(days=8))
    order = an_order(Money.rupees(3000), shown=counter.due())
    assert refused(counter, order).code is RefusalCode.WORD_NEEDED
    counter.take_payment(replace(order, word=a_word(CaveatCode.OFFLINE_HOURS)))
    rest = an_order(counter.due(), payment_id=a_payment_id(2))
    assert not [one for one in counter.consider_payment(rest).caveats if one.needs_word]
    counter.clock.passes(timedelta(hours=2, seconds=1))
    assert refused(counter, rest).code is RefusalCode.WORD_NEEDED
    counter.clock.is_set_to(NOW + timedelta(days=7, hours=23))
    assert refused(counter, rest).code is RefusalCode.WORD_NEEDED


def test_much_cash_in_the_drawer_is_told_and_then_needs_a_word() -> None:
    counter = a_city_counter(*[Money.rupees(150_000)] * 4)
    codes = []
    for place in range(1, 5):
        line = a_line(Money.rupees(150_000), account_no=str(place), payment_id=a_payment_id(place))
        order = an_order_of(line)
        considered = counter.consider_payment(order)
        codes.append(
            [
                (one.code, one.needs_word)
                for one in considered.caveats
                if one.code is CaveatCode.DRAWER
            ]
        )
        counter.take_payment(
            replace(order, word=replace(a_word(CaveatCode.DRAWER), word_id=counter.ids.fresh()))
        )
    assert codes == [
        [],
        [(CaveatCode.DRAWER, False)],
        [(CaveatCode.DRAWER, False)],
        [(CaveatCode.DRAWER, True)],
    ]
    with counter.ledger.open_books() as books:
        shift = books.shifts.open_shift_of(CASHIER_ID)
        assert shift is not None
        assert books.payments.exposure(shift.shift_id).drawer == FLOAT + Money.rupees(600_000)


def test_a_rule_set_here_decides_from_its_day() -> None:
    counter = an_open_counter(Money.rupees(8000))
    tomorrow = NOW.date() + timedelta(days=1)
    stricter = a_rule(RuleName.PART_OTHERS, valid_from=tomorrow, share_percent=50)
    counter.set_rule(stricter, SUPERVISOR_ID, "4711", "order of the day")
    order = an_order(Money.rupees(2000), shown=Money.rupees(8000))
    assert counter.consider_payment(order).caveats == ()
    counter.clock.passes(timedelta(days=1))
    (caveat,) = counter.consider_payment(order).caveats
    assert caveat.code is CaveatCode.PART_BELOW_MINIMUM
    assert caveat.rule.is_local
    assert AccountNo(ACCOUNT_NO) in dict(caveat.facts).values()
