"""Allocation: which bills a payment settles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO
from counter_app.domain.payment import NO_BILL, Allocation, Toward

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.money import Money


def allocate(
    amount: Money, account: ConsumerAccount, business_date: date
) -> tuple[Allocation, ...]:
    """Oldest bill first, none beyond what it has outstanding; what is above all that is due is an advance.

    The parts always sum to the amount. A credit of an older bill goes to the newest: what the older ones do
    not take of the sum due belongs to that one.
    """
    owing = [
        (position.bill.bill_no, position.outstanding_on(business_date))
        for position in account.positions
    ]
    to_bills = min(amount, max(account.outstanding_on(business_date), ZERO))
    remaining, parts = to_bills, []
    for bill_no, outstanding in owing[:-1]:
        part = min(remaining, max(outstanding, ZERO))
        if part:
            parts.append(Allocation(bill_no, part))
            remaining -= part
    if remaining:
        parts.append(Allocation(owing[-1][0], remaining))
    if amount > to_bills:
        parts.append(Allocation(NO_BILL, amount - to_bills, Toward.ADVANCE))
    return tuple(parts)


def take_back(amount: Money, allocations: tuple[Allocation, ...]) -> tuple[Allocation, ...]:
    """Which allocations a returned instrument undoes: the last first, each at most whole.

    What was settled first stays settled longest. Raises ValueError when they are less than the amount.
    """
    parts: list[Allocation] = []
    missing = amount
    for allocation in reversed(allocations):
        part = min(missing, allocation.amount)
        if part:
            parts.append(Allocation(allocation.bill_no, part, allocation.toward))
            missing -= part
    if missing:
        message = f"{missing} more than was allocated is taken back"
        raise ValueError(message)
    return tuple(parts)
