"""Which day's money is not with the bank: the oldest went first, and what is missing is of the newest."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.ageing import Alarm, CashIn, CashOut, Undeposited, alarm_of, cash_by_day
from counter_app.domain.identity import CashierId
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import Takings
from counter_app.domain.remittance_rules import handed_parts
from counter_app.domain.tender import TenderKind
from tests.builders import CASHIER_ID, TODAY, a_payment_id

DAY = timedelta(days=1)
CASH = TenderKind.CASH
sums = st.integers(1, 10**7).map(Money)
came = st.lists(st.tuples(st.integers(0, 5), sums), max_size=8).map(
    lambda drawn: [
        CashIn(TODAY + days * DAY, link, amount)
        for link, (days, amount) in enumerate(drawn, start=1)
    ]
)


@st.composite
def journeys(draw: st.DrawFn) -> tuple[list[CashIn], list[CashOut]]:
    """What came, and slips over no more than that."""
    drawn = draw(came)
    left = sum(one.amount.paise for one in drawn)
    slips: list[CashOut] = []
    while left and draw(st.booleans()):
        part = draw(st.integers(1, left))
        slips.append(CashOut(len(slips) + 1, Money(part), draw(st.booleans())))
        left -= part
    return drawn, slips


@given(journeys())
def test_what_waits_is_what_came_less_what_the_bank_accepted(
    journey: tuple[list[CashIn], list[CashOut]],
) -> None:
    drawn, slips = journey
    lines = cash_by_day(drawn, slips)
    on_no_slip = Money.total(one.amount for one in lines if one.slip_no is None)
    assert on_no_slip == Money.total(one.amount for one in drawn) - Money.total(
        one.amount for one in slips
    )
    for slip in slips:
        waits = Money.total(one.amount for one in lines if one.slip_no == slip.slip_no)
        assert waits == (ZERO if slip.is_answered else slip.amount)
    assert all(one.amount > ZERO for one in lines)
    assert [one.day for one in lines] == sorted(one.day for one in lines)


@given(journeys())
def test_no_day_waits_for_more_than_was_collected_on_it(
    journey: tuple[list[CashIn], list[CashOut]],
) -> None:
    drawn, slips = journey
    for day in {one.day for one in drawn}:
        waits = Money.total(one.amount for one in cash_by_day(drawn, slips) if one.day == day)
        assert waits <= Money.total(one.amount for one in drawn if one.day == day)


def test_the_oldest_goes_with_the_first_slip() -> None:
    drawn = [CashIn(TODAY + DAY, 1, Money(500)), CashIn(TODAY, 2, Money(300))]
    lines = cash_by_day(drawn, [CashOut(1, Money(200), is_answered=True)])
    assert lines == (
        Undeposited(TODAY, CASH, None, Money(100)),
        Undeposited(TODAY + DAY, CASH, None, Money(500)),
    )
    assert [one.days_old(TODAY + DAY) for one in lines] == [1, 0]
    assert lines[1].days_old(TODAY) == 0


def test_the_alarm_is_of_earlier_days_alone() -> None:
    lines = (
        Undeposited(TODAY, CASH, None, Money(100)),
        Undeposited(TODAY + DAY, TenderKind.CHEQUE, 2, Money(40)),
        Undeposited(TODAY + 2 * DAY, CASH, None, Money(7)),
    )
    assert alarm_of(lines, TODAY) is None
    assert alarm_of(lines, TODAY + 2 * DAY) == Alarm(Money(140), TODAY)


@given(st.lists(sums, min_size=1, max_size=5), st.integers(0, 10**8).map(Money))
def test_counted_cash_is_shared_out_to_the_paisa(amounts: list[Money], counted: Money) -> None:
    takings = tuple(
        Takings(a_payment_id(no), no, CashierId(CASHIER_ID), TODAY, TODAY, amount)
        for no, amount in enumerate(amounts, start=1)
    )
    parts = handed_parts(takings, counted)
    assert [one for one, _ in parts] == list(takings)
    assert Money.total(part for _, part in parts) == counted
    assert all(part >= ZERO for _, part in parts)
    assert all(part <= one.amount for one, part in parts[:-1])
