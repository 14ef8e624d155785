"""What a payment and an order say of themselves."""

from __future__ import annotations

from counter_app.domain.bill import Position
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import Settlement
from tests.builders import (
    BILL_NO,
    PAYABLE,
    TODAY,
    a_bill,
    a_consumer,
    a_line,
    a_payment,
    a_payment_id,
    an_account,
    an_order,
    an_order_of,
    card,
    cash,
    cheque,
    payments_of,
)


def test_change_is_that_of_the_cash_alone() -> None:
    order = an_order(Money(1450_50), cash(Money(450_50), Money(500_00)), card(Money(1000_00)))
    assert a_payment(order).change == Money(49_50)


def test_a_plain_payment_keeps_no_rule_and_no_word() -> None:
    payment = a_payment()
    assert (payment.settlement, payment.rules, payment.word) == (Settlement.FULL, (), None)
    assert not payment.is_shared


def test_what_is_above_the_dues_is_the_advance() -> None:
    assert a_payment().advance == ZERO
    line = a_line(Money(2000_00), shown=PAYABLE, is_advance_meant=True)
    assert a_payment(an_order_of(line)).advance == Money(2000_00) - PAYABLE


def test_the_payments_of_one_order_know_their_place_and_what_they_share() -> None:
    lines = (
        a_line(Money(1000_00)),
        a_line(Money(500_00), account_no="7412001235", payment_id=a_payment_id(2)),
    )
    order = an_order_of(*lines, tenders=(cheque(Money(1500_00)),))
    first, second = payments_of(
        order,
        an_account(a_bill(Money(1000_00))),
        an_account(
            a_bill(Money(500_00), account_no="7412001235"), consumer=a_consumer("7412001235")
        ),
    )
    assert [(one.group.place, one.group.size) for one in (first, second)] == [(1, 2), (2, 2)]
    assert {one.group.group_id for one in (first, second)} == {lines[0].payment_id}
    assert first.group.amount == order.amount == Money(1500_00)
    assert first.is_shared
    assert second.is_shared
    assert second.receipt_no == first.receipt_no.following
    assert first.change == ZERO


def test_a_position_is_the_bill_less_what_was_received_and_paid_here() -> None:
    position = Position(a_bill(Money(1000), received=Money(300)), Money(200))
    assert position.outstanding_on(TODAY) == Money(500)
    assert position.bill.bill_no == BILL_NO
