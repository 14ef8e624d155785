"""The least part of a bill, for each kind of consumer."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.consumer import ConsumerFlag
from counter_app.domain.money import Money
from counter_app.domain.part_payment import PartPaymentRule
from tests.builders import a_consumer, rules_on

LIFELINE = ConsumerFlag.LIFELINE
DISCONNECTED = ConsumerFlag.TEMPORARILY_DISCONNECTED


@pytest.mark.parametrize(
    ("flags", "due", "minimum"),
    [
        ({LIFELINE}, Money.rupees(5000), Money.rupees(500)),
        ({LIFELINE}, Money.rupees(1000), Money.rupees(250)),
        ({LIFELINE}, Money.rupees(200), Money.rupees(200)),
        (set(), Money.rupees(8000), Money.rupees(2000)),
        (set(), Money.rupees(2000), Money.rupees(1000)),
        (set(), Money.rupees(999), Money.rupees(999)),
        (set(), Money.rupees(8000, 1), Money.rupees(2000, 1)),
        ({DISCONNECTED}, Money.rupees(100), Money.rupees(25)),
        ({DISCONNECTED}, Money(101), Money(26)),
        ({DISCONNECTED, LIFELINE}, Money.rupees(1000), Money.rupees(250)),
        ({ConsumerFlag.PERMANENTLY_DISCONNECTED}, Money.rupees(8), Money.rupees(2)),
    ],
)
def test_the_least_part(flags: set[ConsumerFlag], due: Money, minimum: Money) -> None:
    rule, _ = rules_on().part_payment(a_consumer(flags=frozenset(flags)))
    assert rule.minimum_of(due) == minimum


@given(st.integers(0, 100), st.integers(0, 10**6), st.integers(1, 10**12))
def test_the_share_is_rounded_up_by_less_than_a_paisa(share: int, least: int, due: int) -> None:
    minimum = PartPaymentRule(share, Money(least)).minimum_of(Money(due)).paise
    exact = max(Fraction(due * share, 100), Fraction(least))
    assert 0 <= minimum <= due
    assert minimum == due or exact <= minimum < exact + 1


@given(st.integers(0, 100), st.integers(0, 10**6), st.integers(1, 10**12), st.integers(1, 10**6))
def test_one_who_owes_more_never_pays_a_smaller_least_part(
    share: int, least: int, due: int, more: int
) -> None:
    rule = PartPaymentRule(share, Money(least))
    assert rule.minimum_of(Money(due)) <= rule.minimum_of(Money(due + more))
