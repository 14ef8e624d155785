"""What the counter accepts, what it declines, and which bills a payment settles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.bill import ConsumerAccount, Position
from counter_app.domain.consumer import Consumer, ConsumerFlag
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.part_payment import PartPaymentRule, PartPaymentRules
from counter_app.domain.payment import Allocation, PaymentOrder, Settlement, accept, allocate
from counter_app.domain.tender import CashTender, Tender
from tests.builders import (
    ACCOUNT_NO,
    BILL_NO,
    DUE_DATE,
    TODAY,
    a_bill,
    a_consumer,
    a_payment,
    an_account,
    an_order,
    card,
    cash,
)

if TYPE_CHECKING:
    from counter_app.domain.identity import BillNo

ANY_PART = PartPaymentRules(
    PartPaymentRule(0, ZERO), PartPaymentRule(0, ZERO), PartPaymentRule(0, ZERO)
)
outstandings = st.lists(st.integers(-300_000, 300_000), min_size=1, max_size=6)


def owing(*paise: int, consumer: Consumer | None = None) -> ConsumerAccount:
    """An account with these positions, oldest first."""
    first = date(2026, 6, 10)
    bills = [
        a_bill(
            Money(sum_paise),
            bill_no=f"B{place}",
            bill_date=first + timedelta(days=place),
            payable_after_due=Money(sum_paise),
        )
        for place, sum_paise in enumerate(paise)
    ]
    return an_account(*bills, consumer=consumer)


def declined(order: PaymentOrder, account: ConsumerAccount) -> Refusal:
    with pytest.raises(Refusal) as caught:
        accept(order, account, TODAY)
    return caught.value


@given(outstandings, st.data())
def test_allocations_sum_to_the_payment_and_take_from_no_bill_more_than_it_has(
    paise: list[int], data: st.DataObject
) -> None:
    account = owing(*paise)
    assume(sum(paise) > 0)
    amount = Money(data.draw(st.integers(1, sum(paise))))
    parts = allocate(amount, account, TODAY)
    assert Money.total(part.amount for part in parts) == amount
    has = {position.bill.bill_no: position.outstanding_on(TODAY) for position in account.positions}
    assert all(ZERO < part.amount <= has[part.bill_no] for part in parts)
    assert len({part.bill_no for part in parts}) == len(parts)


@given(outstandings, st.data())
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


@given(outstandings, st.data())
def test_whatever_is_accepted_balances(paise: list[int], data: st.DataObject) -> None:
    account = owing(*paise)
    assume(sum(paise) > 0)
    amount = data.draw(st.integers(1, sum(paise)))
    in_cash = data.draw(st.integers(0, amount))
    tenders: list[Tender] = [cash(Money(in_cash))] if in_cash else []
    tenders += [card(Money(amount - in_cash))] if amount > in_cash else []
    order = an_order(Money(amount), *tenders, shown=Money(sum(paise)))
    acceptance = accept(order, account, TODAY, ANY_PART)
    assert acceptance.balance + order.amount == acceptance.outstanding_before == Money(sum(paise))
    assert acceptance.balance >= ZERO
    assert (acceptance.settlement is Settlement.FULL) == (not acceptance.balance)
    assert Money.total(part.amount for part in acceptance.allocations) == order.amount
    assert acceptance.entry.postings[-1].amount == -order.amount


def test_the_whole_of_what_is_due_settles_in_full() -> None:
    acceptance = accept(an_order(), an_account(), TODAY)
    assert acceptance.settlement is Settlement.FULL
    assert acceptance.allocations == (Allocation(a_bill().bill_no, Money.rupees(1450, 50)),)
    assert acceptance.balance == ZERO


def test_after_the_due_date_more_is_asked() -> None:
    late = DUE_DATE + timedelta(days=1)
    account = an_account(a_bill(Money(500_00), payable_after_due=Money(510_00)))
    assert account.outstanding_on(DUE_DATE) == Money(500_00)
    assert accept(an_order(Money(510_00)), account, late).settlement is Settlement.FULL
    with pytest.raises(Refusal) as caught:
        accept(an_order(Money(510_00)), account, DUE_DATE)
    assert caught.value.code is RefusalCode.ACCOUNT_CHANGED


def test_one_paisa_more_than_due_is_declined() -> None:
    due = Money(1450_50)
    refusal = declined(an_order(due + Money(1), shown=due), an_account())
    assert refusal.code is RefusalCode.AMOUNT_ABOVE_DUE
    assert refusal.facts == {"due_paise": due.paise}


@pytest.mark.parametrize("shown", [Money(1450_49), Money(1450_51), ZERO])
def test_a_sum_that_changed_since_it_was_shown_is_asked_again(shown: Money) -> None:
    refusal = declined(an_order(Money(1450_50), shown=shown), an_account())
    assert refusal.code is RefusalCode.ACCOUNT_CHANGED
    assert refusal.facts == {"shown_paise": shown.paise, "outstanding_paise": 1450_50}


@pytest.mark.parametrize("due", [Money(0), Money(-1), Money(-500_00)])
def test_nothing_is_taken_from_one_who_owes_nothing(due: Money) -> None:
    refusal = declined(an_order(Money(100), shown=due), owing(due.paise))
    assert refusal.code is RefusalCode.NOTHING_DUE
    assert refusal.facts == {"account_no": ACCOUNT_NO}


def test_a_consumer_without_bills_owes_nothing() -> None:
    nobody = replace(an_account(), positions=())
    assert declined(an_order(Money(1), shown=ZERO), nobody).code is RefusalCode.NOTHING_DUE


def test_a_credit_on_another_bill_lessens_what_is_due() -> None:
    account = owing(-400_00, 1500_00)
    order = an_order(Money(1100_00))
    assert accept(order, account, TODAY).allocations == (
        Allocation(bill_of(account, 1), order.amount),
    )


def bill_of(account: ConsumerAccount, place: int) -> BillNo:
    return account.positions[place].bill.bill_no


@pytest.mark.parametrize(
    ("flags", "due", "least"),
    [
        (frozenset[ConsumerFlag](), Money(8000_00), Money(2000_00)),
        (frozenset[ConsumerFlag](), Money(2000_00), Money(1000_00)),
        (frozenset({ConsumerFlag.LIFELINE}), Money(5000_01), Money(500_01)),
        (frozenset({ConsumerFlag.LIFELINE}), Money(1000_00), Money(250_00)),
        (frozenset({ConsumerFlag.TEMPORARILY_DISCONNECTED}), Money(100_00), Money(25_00)),
        (frozenset({ConsumerFlag.PERMANENTLY_DISCONNECTED}), Money(3), Money(1)),
    ],
)
def test_the_least_part_is_taken_and_one_paisa_less_is_not(
    flags: frozenset[ConsumerFlag], due: Money, least: Money
) -> None:
    account = owing(due.paise, consumer=a_consumer(flags=flags))
    assert accept(an_order(least, shown=due), account, TODAY).settlement is Settlement.PART
    if least > Money(1):
        refusal = declined(an_order(least - Money(1), shown=due), account)
        assert refusal.code is RefusalCode.AMOUNT_BELOW_MINIMUM
        assert refusal.facts == {"minimum_paise": least.paise}


def test_an_amount_below_zero_is_declined() -> None:
    assert declined(an_order(Money(-1), cash(Money(1))), an_account()).code is (
        RefusalCode.AMOUNT_NEGATIVE
    )


def test_an_amount_of_zero_is_declined() -> None:
    assert declined(an_order(ZERO, cash(Money(1))), an_account()).code is RefusalCode.AMOUNT_ZERO


@pytest.mark.parametrize("tenders", [(), (CashTender(ZERO, ZERO),), (cash(Money(-1)),)])
def test_a_payment_without_money_is_declined(tenders: tuple[Tender, ...]) -> None:
    order = replace(an_order(), tenders=tenders)
    assert declined(order, an_account()).code is RefusalCode.TENDER_MISSING


@pytest.mark.parametrize("tendered", [Money(1450_49), Money(1450_51)])
def test_tenders_that_are_not_the_amount_are_declined(tendered: Money) -> None:
    refusal = declined(an_order(Money(1450_50), cash(tendered)), an_account())
    assert refusal.code is RefusalCode.TENDERS_NOT_AMOUNT
    assert refusal.facts == {"amount_paise": 1450_50, "tendered_paise": tendered.paise}


def test_a_card_number_as_the_payers_name_is_declined() -> None:
    order = an_order(payer="Ram 4111-1111-1111-1111")
    assert declined(order, an_account()).code is RefusalCode.CARD_NUMBER_IN_TEXT


def test_change_is_that_of_the_cash_alone() -> None:
    order = an_order(Money(1450_50), cash(Money(450_50), Money(500_00)), card(Money(1000_00)))
    assert a_payment(order).change == Money(49_50)


def test_a_position_is_the_bill_less_what_was_received_and_paid_here() -> None:
    position = Position(a_bill(Money(1000), received=Money(300)), Money(200))
    assert position.outstanding_on(TODAY) == Money(500)
    assert position.bill.bill_no == BILL_NO
