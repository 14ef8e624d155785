"""Orders of several accounts, purposes and tenders: whole or not at all, once, with a word where one is needed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.caveat import CaveatCode
from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import Settlement
from counter_app.domain.suspense import NO_ACCOUNT, NotedConsumer
from counter_app.domain.tender import face_of
from counter_app.wire.bodies import PaymentTaken
from tests.builders import (
    ACCOUNT_NO,
    SUPERVISOR_ID,
    a_bill,
    a_consumer,
    a_line,
    a_mark,
    a_paper,
    a_payment_id,
    a_word,
    an_order,
    an_order_of,
    cash,
    cheque,
    draft,
    upi,
)
from tests.use_cases.counter import a_city_counter, a_shop, an_open_counter, refused

DUE = Money.rupees(1000)


def test_every_account_of_an_order_gets_its_receipt() -> None:
    counter = a_city_counter(DUE, DUE, DUE)
    order = replace(
        a_shop(counter, 1000, 1000, 1000),
        tenders=(cheque(Money.rupees(2500)), cash(Money.rupees(500), Money.rupees(600))),
    )
    taken = counter.take_payment(order)
    payments = [receipt.payment for receipt in taken.receipts]
    assert [payment.receipt_no.serial for payment in payments] == [1, 2, 3]
    assert [payment.group.place for payment in payments] == [1, 2, 3]
    assert {payment.group.amount for payment in payments} == {Money.rupees(3000)}
    assert [face_of(one) for one in payments[2].tenders] == [
        Money.rupees(2500),
        Money.rupees(500),
    ]
    assert payments[2].is_shared
    assert taken.change == Money.rupees(100)
    assert [counter.due(no) for no in "123"] == [ZERO] * 3
    bodies = [one.message.body for one in counter.messages[1:]]
    assert all(isinstance(body, PaymentTaken) for body in bodies)
    assert {body.group_id for body in bodies if isinstance(body, PaymentTaken)} == {
        str(a_payment_id(1))
    }


def test_an_order_clicked_twice_is_taken_once() -> None:
    counter = a_city_counter(DUE, DUE)
    first = counter.take_payment(a_shop(counter, 1000, 1000))
    again = counter.take_payment(
        replace(a_shop(counter, 1000, 1000), payer="another answer is not waited for")
    )
    assert again.was_taken_before
    assert again.receipts == first.receipts
    assert len(counter.receipts) == 2


def test_of_an_order_with_one_wrong_line_nothing_is_taken() -> None:
    counter = a_city_counter(DUE, DUE)
    order = a_shop(counter, 1000, 1000)
    lines = (order.lines[0], replace(order.lines[1], shown=Money.rupees(999)))
    assert refused(counter, replace(order, lines=lines)).code is RefusalCode.ACCOUNT_CHANGED


@pytest.mark.parametrize("is_kept", [True, False])
def test_an_order_is_whole_or_gone_when_the_disk_fails(*, is_kept: bool) -> None:
    counter = a_city_counter(DUE, DUE)
    counter.ledger.fail_next_commit(is_kept=is_kept)
    order = a_shop(counter, 1000, 1000)
    if is_kept:
        assert len(counter.take_payment(order).receipts) == 2
    else:
        with pytest.raises(Fault):
            counter.take_payment(order)
    assert len(counter.receipts) == (2 if is_kept else 0)


def test_a_payment_for_somebody_not_in_the_copy_goes_to_suspense() -> None:
    counter = an_open_counter()
    noted = NotedConsumer("MOHAN", meter_no="K99")
    line = a_line(Money.rupees(500), account_no=NO_ACCOUNT, noted=noted)
    receipt = counter.take_payment(an_order_of(line)).receipt
    assert receipt.payment.settlement is Settlement.SUSPENSE
    assert (receipt.payment.consumer.name_en, receipt.bill, receipt.told_at) == (
        "MOHAN",
        None,
        None,
    )


def test_suspense_is_not_for_an_account_we_have() -> None:
    counter = an_open_counter()
    noted = NotedConsumer("RAM", account_no=ACCOUNT_NO)
    refusal = refused(counter, an_order_of(a_line(Money.rupees(5), noted=noted)))
    assert refusal.code is RefusalCode.NOTED_ACCOUNT_KNOWN


def test_a_note_is_of_the_account_it_stands_under() -> None:
    counter = an_open_counter()
    line = a_line(Money.rupees(5), account_no="77", noted=NotedConsumer("RAM", account_no="78"))
    assert refused(counter, an_order_of(line)).code is RefusalCode.ACCOUNT_UNKNOWN


def test_money_in_suspense_counts_when_the_account_comes_into_the_copy() -> None:
    counter = an_open_counter()
    noted = NotedConsumer("MOHAN", account_no="5")
    counter.take_payment(an_order_of(a_line(Money.rupees(400), account_no="5", noted=noted)))
    counter.bills.tell(
        a_mark(2), a_consumer("5", legacy_account_no=""), a_bill(DUE, bill_no="B5", account_no="5")
    )
    assert counter.due("5") == Money.rupees(600)


def test_what_was_paid_under_the_old_number_counts_under_the_new_one() -> None:
    counter = a_city_counter(DUE)
    counter.take_payment(a_shop(counter, 1000))
    counter.bills.tell(
        a_mark(9),
        a_consumer("7400000001", legacy_account_no="1"),
        a_bill(Money.rupees(1600), bill_no="N1", account_no="7400000001"),
    )
    assert counter.due("7400000001") == Money.rupees(600)


def test_an_advance_is_taken_where_nothing_was_ever_billed() -> None:
    counter = an_open_counter()
    counter.bills.tell(a_mark(2), a_consumer("6", legacy_account_no=""))
    line = a_line(Money.rupees(400), shown=ZERO, account_no="6", is_advance_meant=True)
    receipt = counter.take_payment(an_order_of(line)).receipt
    assert (receipt.payment.settlement, receipt.bill) == (Settlement.ADVANCE, None)
    assert receipt.told_at == a_mark().as_on


def test_a_cheque_of_a_barred_consumer_is_never_taken() -> None:
    counter = a_city_counter(DUE, flags=frozenset({ConsumerFlag.CHEQUE_BARRED}))
    order = replace(a_shop(counter, 1000), tenders=(cheque(DUE),), word=a_word(*CaveatCode))
    assert refused(counter, order).code is RefusalCode.CHEQUE_BARRED
    assert counter.take_payment(replace(order, tenders=(draft(DUE),))).receipt.payment.amount == DUE


@pytest.mark.parametrize(
    ("tender", "code"),
    [
        (cheque(DUE), RefusalCode.PAPER_USED),
        (draft(DUE, a_paper()), None),
        (cheque(DUE, a_paper(ifsc="SBIN0000001")), None),
        (upi(DUE), RefusalCode.UPI_REFERENCE_USED),
    ],
)
def test_an_instrument_is_used_once(tender: object, code: RefusalCode | None) -> None:
    counter = a_city_counter(DUE, Money.rupees(2000))
    second = cheque(DUE) if code is not RefusalCode.UPI_REFERENCE_USED else upi(DUE)
    counter.take_payment(replace(a_shop(counter, 1000), tenders=(second,)))
    line = a_line(Money.rupees(2000), account_no="2", payment_id=a_payment_id(5))
    order = an_order_of(line, tenders=(cash(DUE), tender))  # type: ignore[arg-type] # of the table above
    if code is None:
        assert counter.take_payment(order).receipt.payment.amount == Money.rupees(2000)
    else:
        refusal = refused(counter, order)
        assert refusal.code is code
        assert refusal.facts["receipt_no"] == "KID07/2627/000001"


def test_considering_writes_nothing_and_asks_no_word() -> None:
    counter = an_open_counter(Money.rupees(8000))
    before = counter.pages.copy()
    considered = counter.consider_payment(an_order(Money.rupees(1000), shown=Money.rupees(8000)))
    assert [one.code for one in considered.caveats] == [CaveatCode.PART_BELOW_MINIMUM]
    assert considered.lines[0].balance == Money.rupees(7000)
    assert counter.pages == before


def test_considering_needs_an_open_shift() -> None:
    with pytest.raises(Refusal) as caught:
        an_open_counter().consider_payment(an_order(cashier_id=SUPERVISOR_ID))
    assert caught.value.code is RefusalCode.SHIFT_NOT_OPEN


def test_a_prepaid_recharge_leaves_the_old_arrear() -> None:
    counter = a_city_counter(DUE, connection=Connection.PREPAID)
    line = a_line(Money.rupees(300), account_no="1", purpose="prepaid_recharge")
    payment = counter.take_payment(an_order_of(line)).receipt.payment
    assert payment.settlement is Settlement.HEAD
    assert counter.due("1") == DUE
