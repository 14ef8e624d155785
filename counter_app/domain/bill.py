"""The bill as the server told it, and the position: what is outstanding now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.beside import NOTHING_BESIDE
from counter_app.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from counter_app.domain.beside import ToldBeside
    from counter_app.domain.consumer import Consumer
    from counter_app.domain.identity import AccountNo, BillNo


@dataclass(frozen=True, slots=True)
class Bill:
    """What the utility asked for. The counter shows these sums and never computes them.

    ``bill_month`` is ``YYYY-MM``. ``received`` is what the server had booked towards this bill when it
    told it. ``payable_by_due`` and ``payable_after_due`` are whole sums before ``received``; they may
    be negative: a credit balance. ``as_on`` is the date the server told it for.
    """

    bill_no: BillNo
    account_no: AccountNo
    bill_month: str
    bill_date: date
    due_date: date
    disconnection_date: date | None
    current_demand: Money
    arrear_principal: Money
    arrear_surcharge: Money
    other_debits: Money
    credits: Money
    payable_by_due: Money
    payable_after_due: Money
    received: Money
    as_on: date

    def payable_on(self, day: date) -> Money:
        """The sum asked for on that day, before anything received."""
        return self.payable_by_due if day <= self.due_date else self.payable_after_due


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the bills in hand reach (protocol, section 3). It belongs to the bills it came with.

    ``cursor`` is the server's; ``seen_through`` gives for each epoch of this counter the highest
    message sequence the bills know of; ``refused`` are (epoch, sequence) handled but not booked.
    """

    cursor: int
    as_on: datetime | None
    seen_through: Mapping[int, int]
    refused: frozenset[tuple[int, int]]

    def contains(self, epoch: int, sequence: int) -> bool:
        """Whether the bills as told already contain this message of ours."""
        return sequence <= self.seen_through.get(epoch, 0) and (epoch, sequence) not in self.refused


NOTHING_SEEN = Mark(cursor=0, as_on=None, seen_through={}, refused=frozenset())


@dataclass(frozen=True, slots=True)
class PaidHere:
    """A part of one of this counter's payments that lessens the bills, and the message that tells it.

    No bill number for an advance or suspense. What a returned instrument undid is a negative part of the message
    that told the return; ``undoes`` names the message of the payment.
    """

    bill_no: BillNo
    epoch: int
    sequence: int
    amount: Money
    undoes: tuple[int, int] | None = None

    def is_inside(self, mark: Mark) -> bool:
        """Whether the bills as told already contain it.

        A return is inside only where both are: what was never booked was never undone either, so that a payment
        the centre did not book and its return cancel out here.
        """
        is_undone_inside = self.undoes is None or mark.contains(*self.undoes)
        return mark.contains(self.epoch, self.sequence) and is_undone_inside


@dataclass(frozen=True, slots=True)
class Position:
    """One bill, less what the server had received, less our payments that the bill does not contain."""

    bill: Bill
    paid_here: Money

    def outstanding_on(self, day: date) -> Money:
        """What is to be paid on that day; negative is a credit."""
        return self.bill.payable_on(day) - self.bill.received - self.paid_here


@dataclass(frozen=True, slots=True)
class ConsumerAccount:
    """A consumer and what is outstanding, oldest bill first.

    ``snapshot_version`` is the cursor of the bills used, as the centre counts it. ``beside``: its old numbers, and
    whether its cheques are barred.
    """

    consumer: Consumer
    positions: tuple[Position, ...]
    snapshot_version: str
    told_at: datetime | None
    beside: ToldBeside = NOTHING_BESIDE

    def outstanding_on(self, day: date) -> Money:
        """The total of all positions on that day."""
        return Money.total(position.outstanding_on(day) for position in self.positions)


def positions_now(
    bills: tuple[Bill, ...], mark: Mark, paid_here: tuple[PaidHere, ...]
) -> tuple[Position, ...]:
    """The rule of the counter: a bill less exactly our payments it does not contain.

    Source: design, section 4; protocol, invariant 4. Subtracting payments "not yet acknowledged" instead
    collects twice or too little when answers are lost. A payment towards a bill that is no longer told
    (a newer one carries its arrears), and an advance, counts against the newest bill.
    """
    ordered = sorted(bills, key=lambda bill: (bill.bill_date, bill.bill_no))
    paid = {bill.bill_no: ZERO for bill in ordered}
    for payment in paid_here:
        if not payment.is_inside(mark) and ordered:
            bill_no = payment.bill_no if payment.bill_no in paid else ordered[-1].bill_no
            paid[bill_no] += payment.amount
    return tuple(Position(bill, paid[bill.bill_no]) for bill in ordered)
