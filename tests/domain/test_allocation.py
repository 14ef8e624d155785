"""Which bills a payment settles, and which of them a returned instrument undoes."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.allocation import allocate, take_back
from counter_app.domain.identity import BillNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import NO_BILL, Allocation, Toward
from tests.builders import TODAY
from tests.domain.strategies import owing, positions

settled = st.lists(st.integers(1, 100_000), min_size=1, max_size=5).map(
    lambda sums: (
        *(Allocation(BillNo(f"B{place}"), Money(one)) for place, one in enumerate(sums[:-1])),
        Allocation(NO_BILL, Money(sums[-1]), Toward.ADVANCE),
    )
)


def total(allocations: tuple[Allocation, ...]) -> Money:
    return Money.total(one.amount for one in allocations)


def without(
    allocations: tuple[Allocation, ...], undone: tuple[Allocation, ...]
) -> tuple[Allocation, ...]:
    """What stands, worked out by another hand: paisa by paisa of each bill."""
    lost = {one.bill_no: one.amount for one in undone}
    left = ((one, one.amount - lost.get(one.bill_no, ZERO)) for one in allocations)
    return tuple(Allocation(one.bill_no, amount, one.toward) for one, amount in left if amount)


@given(positions, st.integers(1, 10**6))
def test_allocations_sum_to_the_payment_and_take_from_no_bill_more_than_it_has(
    paise: list[int], amount: int
) -> None:
    account = owing(*paise)
    parts = allocate(Money(amount), account, TODAY)
    assert total(parts) == Money(amount)
    has = {position.bill.bill_no: position.outstanding_on(TODAY) for position in account.positions}
    bills = [part for part in parts if part.toward is Toward.BILL]
    assert all(ZERO < part.amount <= has[part.bill_no] for part in bills)
    assert len({part.bill_no for part in parts}) == len(parts)
    assert total(tuple(bills)) == Money(min(amount, max(0, sum(paise))))


@given(positions, st.data())
def test_an_older_bill_is_settled_before_a_newer_one(paise: list[int], data: st.DataObject) -> None:
    account = owing(*paise)
    assume(sum(paise) > 0)
    amount = Money(data.draw(st.integers(1, sum(paise))))
    parts = {part.bill_no: part.amount for part in allocate(amount, account, TODAY)}
    left = [
        max(position.outstanding_on(TODAY), ZERO) - parts.get(position.bill.bill_no, ZERO)
        for position in account.positions
    ]
    touched = [place for place, one in enumerate(account.positions) if one.bill.bill_no in parts]
    assert all(left[place] == ZERO for place in range(touched[-1]))


@given(positions, st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_larger_payment_settles_all_that_a_smaller_one_does(
    paise: list[int], amount: int, more: int
) -> None:
    account = owing(*paise)
    small = allocate(Money(amount), account, TODAY)
    large = {part.bill_no: part.amount for part in allocate(Money(amount + more), account, TODAY)}
    assert all(part.amount <= large[part.bill_no] for part in small)


@given(settled, st.data())
def test_what_is_taken_back_and_what_stands_are_the_payment(
    allocations: tuple[Allocation, ...], data: st.DataObject
) -> None:
    amount = Money(data.draw(st.integers(1, total(allocations).paise)))
    undone = take_back(amount, allocations)
    standing = without(allocations, undone)
    assert total(undone) == amount
    assert total(standing) + amount == total(allocations)
    assert all(one.amount > ZERO for one in (*undone, *standing))


@given(settled, st.lists(st.integers(1, 99), max_size=5))
def test_taking_back_in_steps_undoes_the_payment_exactly(
    allocations: tuple[Allocation, ...], percents: list[int]
) -> None:
    standing, lost = allocations, dict.fromkeys((one.bill_no for one in allocations), ZERO)
    for percent in (*percents, 100):
        amount = Money(-(-total(standing).paise * percent // 100))
        undone = take_back(amount, standing)
        for one in undone:
            lost[one.bill_no] += one.amount
        standing = without(standing, undone)
    assert lost == {one.bill_no: one.amount for one in allocations}


@given(settled, st.data())
def test_what_was_settled_first_stays_settled_longest(
    allocations: tuple[Allocation, ...], data: st.DataObject
) -> None:
    amount = Money(data.draw(st.integers(1, total(allocations).paise)))
    standing = without(allocations, take_back(amount, allocations))
    assert [one.bill_no for one in standing] == [one.bill_no for one in allocations][
        : len(standing)
    ]
    assert standing[:-1] == allocations[: len(standing) - 1 if standing else 0]


@given(settled)
def test_more_than_was_settled_cannot_be_taken_back(allocations: tuple[Allocation, ...]) -> None:
    with pytest.raises(ValueError, match=r"0\.01 more than was allocated"):
        take_back(total(allocations) + Money(1), allocations)
