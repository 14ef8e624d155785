"""What the rules of the day put on a receipt."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.domain.consumer import ConsumerFlag
from counter_app.domain.money import Money
from counter_app.domain.policy import RuleName
from counter_app.domain.receipt import RuleOrder, StampMark
from counter_app.domain.receipt_marks import part_order_of, stamp_of
from tests.builders import (
    PAYABLE,
    TODAY,
    a_consumer,
    a_payment,
    a_rule,
    an_account,
    an_order,
    rules_on,
)

FIVE_THOUSAND = Money.rupees(5_000)


@pytest.mark.parametrize(
    ("paise", "is_stamped"), [(499_999, False), (500_000, False), (500_001, True)]
)
def test_a_stamp_is_asked_for_above_five_thousand_rupees_to_the_paisa(
    paise: int,
    is_stamped: bool,  # noqa: FBT001 - a case
) -> None:
    mark = stamp_of(Money(paise), rules_on())
    assert (mark is not None) is is_stamped
    if mark:
        rule = rules_on().rule(RuleName.STAMP)
        assert mark == StampMark("affix", FIVE_THOUSAND, rule.ref)


def test_a_stamp_rule_holds_from_its_first_day_and_the_day_before_has_the_old_one() -> None:
    new = a_rule(
        RuleName.STAMP, valid_from=TODAY, how="consolidated", above_paise=FIVE_THOUSAND.paise + 100
    )
    before, after = rules_on(date(2026, 11, 22), new), rules_on(TODAY, new)
    sum_between = Money(FIVE_THOUSAND.paise + 100)
    assert stamp_of(sum_between, before) is not None
    assert stamp_of(sum_between, after) is None
    mark = stamp_of(sum_between + Money(1), after)
    assert mark == StampMark("consolidated", sum_between, new.ref)


def test_where_no_duty_is_asked_for_no_sum_bears_a_stamp() -> None:
    assert (
        stamp_of(Money.rupees(99_00_000), rules_on(TODAY, a_rule(RuleName.STAMP, how="none")))
        is None
    )


def part_of(account_flags: frozenset[ConsumerFlag], rupees: int = 1_200) -> RuleOrder | None:
    account = an_account(consumer=a_consumer(flags=account_flags))
    payment = a_payment(an_order(Money.rupees(rupees), shown=PAYABLE), account)
    return part_order_of(payment, rules_on())


def test_a_part_payment_names_the_order_it_stands_on() -> None:
    order = part_of(frozenset())
    assert order == RuleOrder("UPPCL, order on part payments, November 2024", None)


def test_a_part_payment_names_the_order_of_its_own_kind_of_consumer_and_its_date() -> None:
    lifeline = a_rule(RuleName.PART_LIFELINE, valid_from=date(2026, 4, 1))
    account = an_account(consumer=a_consumer(flags=frozenset({ConsumerFlag.LIFELINE})))
    payment = a_payment(an_order(Money.rupees(1_200), shown=PAYABLE), account)
    order = part_order_of(payment, rules_on(TODAY, lifeline))
    assert order == RuleOrder("UPPCL order 41/2026", date(2026, 4, 1))
    cut_off = frozenset({ConsumerFlag.LIFELINE, ConsumerFlag.TEMPORARILY_DISCONNECTED})
    assert part_of(cut_off) == RuleOrder("UPPCL, order on part payments, November 2024", None)


def test_a_payment_in_full_names_no_order() -> None:
    assert part_order_of(a_payment(), rules_on()) is None
