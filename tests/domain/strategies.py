"""Drawn accounts and orders: whatever a counter may meet, as far as the domain takes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from counter_app.domain.identity import AccountNo
from counter_app.domain.money import LARGEST_PAISE, ZERO, Money
from counter_app.domain.payment import OrderLine, PaymentOrder
from counter_app.domain.policy import RuleName
from counter_app.domain.suspense import NotedConsumer
from counter_app.domain.tender import CashTender
from tests.builders import (
    CASHIER_ID,
    TODAY,
    a_bill,
    a_card_slip,
    a_consumer,
    a_paper,
    a_payment_id,
    a_rule,
    an_account,
    card,
    cheque,
    draft,
    known,
    rules_on,
    upi,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.consumer import ConsumerFlag
    from counter_app.domain.tender import Tender
    from counter_app.domain.unusual import Known

FIRST_BILL_DATE = date(2026, 6, 10)
MOST_ACCOUNTS = 5
MOST_TENDERS = 6


def owing(
    *paise: int, account_no: str = "A", flags: frozenset[ConsumerFlag] = frozenset()
) -> ConsumerAccount:
    """An account with these positions, oldest first; a bill of account A is ``A0``, ``A1`` ..."""
    bills = tuple(
        a_bill(
            Money(sum_paise),
            bill_no=f"{account_no}{place}",
            account_no=account_no,
            bill_date=FIRST_BILL_DATE + timedelta(days=place),
            payable_after_due=Money(sum_paise),
        )
        for place, sum_paise in enumerate(paise)
    )
    account = an_account(*bills, consumer=a_consumer(account_no, flags=flags))
    return account if bills else replace(account, positions=())


positions = st.lists(st.integers(-300_000, 300_000), max_size=5)
"""Outstanding sums in paise, the oldest first; credits among them."""


def free(rules_day: date = TODAY) -> Known:
    """Nothing paid before, and no limit of cash or advances in the way."""
    cash = a_rule(RuleName.CASH_OF_PAYER, refuse_from_paise=LARGEST_PAISE)
    advance = a_rule(RuleName.ADVANCE, most_paise=LARGEST_PAISE)
    return known(rules_on(rules_day, cash, advance))


def _in_cash(amount: Money, number: int) -> Tender:
    return CashTender(amount, amount + Money(number * 100))


def _by_card(amount: Money, number: int) -> Tender:
    return card(amount, a_card_slip(rrn=f"6327110{number:05d}", invoice=f"{number:06d}"))


def _by_upi(amount: Money, number: int) -> Tender:
    return upi(amount, f"7327110{number:05d}", is_confirmed=bool(number % 2))


def _by_cheque(amount: Money, number: int) -> Tender:
    return cheque(amount, a_paper(f"{number:06d}"))


def _by_draft(amount: Money, number: int) -> Tender:
    return draft(amount, a_paper(f"{number:06d}"))


MAKERS: tuple[Callable[[Money, int], Tender], ...] = (
    _in_cash,
    _by_card,
    _by_upi,
    _by_cheque,
    _by_draft,
)
"""A tender of each kind: of this sum, and with a number of its own."""


def tenders_of(total: Money, most: int = MOST_TENDERS) -> st.SearchStrategy[tuple[Tender, ...]]:
    """Tenders of every kind that are this total together."""
    cuts = st.lists(st.integers(1, max(1, total.paise - 1)), max_size=most - 1, unique=True)

    def cut(places: list[int], makers: list[Callable[[Money, int], Tender]]) -> tuple[Tender, ...]:
        ends = [*sorted(one for one in places if one < total.paise), total.paise]
        starts = [0, *ends[:-1]]
        return tuple(
            makers[place](Money(end - start), place)
            for place, (start, end) in enumerate(zip(starts, ends, strict=True))
        )

    makers = st.lists(st.sampled_from(MAKERS), min_size=most, max_size=most)
    return st.builds(cut, cuts, makers)


@dataclass(frozen=True)
class Drawn:
    """An order that the domain takes, and the accounts of its lines."""

    order: PaymentOrder
    accounts: tuple[ConsumerAccount | None, ...]


@st.composite
def lines(draw: st.DrawFn, number: int) -> tuple[OrderLine, ConsumerAccount | None]:
    """One line: of bills in full, in part, with an advance; of a head; or in suspense."""
    letter = "ABCDEFGH"[number - 1]
    amount = Money(draw(st.integers(1, 500_000)))
    line = OrderLine(a_payment_id(number), AccountNo(letter), ZERO, amount)
    what = draw(st.sampled_from(("bills", "bills", "bills", "head", "suspense")))
    if what == "suspense":
        noted = NotedConsumer(f"PAYER {letter}", account_no=letter)
        return replace(line, noted=noted), None
    account = owing(*draw(positions), account_no=letter)
    if what == "head":
        return replace(line, purpose="security_deposit", reference=f"SD/{number}"), account
    due = account.outstanding_on(TODAY)
    if due > ZERO and draw(st.booleans()):
        line = replace(line, amount=due)
    return replace(line, shown=due, is_advance_meant=True), account


@st.composite
def orders(draw: st.DrawFn) -> Drawn:
    """Orders of several lines and tenders that ``free`` rules take; bank's paper only where it is taken."""
    count = draw(st.integers(1, MOST_ACCOUNTS))
    drawn = [draw(lines(number + 1)) for number in range(count)]
    order_lines = tuple(line for line, _ in drawn)
    total = Money.total(line.amount for line in order_lines)
    tenders = draw(tenders_of(total))
    order = PaymentOrder(CASHIER_ID, order_lines, tenders)
    return Drawn(order, tuple(account for _, account in drawn))
