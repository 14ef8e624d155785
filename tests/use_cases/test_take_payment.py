"""The moment of truth: one payment, whole or not at all, once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode, RefusalCode
from counter_app.domain.identity import IST
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import Settlement
from counter_app.wire.bodies import PaymentTaken, ShiftOpened
from counter_app.wire.canonical import chain_hash, head_is_signed
from counter_app.wire.check_code import check_code
from counter_app.wire.tell import tell_payment
from tests.builders import (
    CASHIER_ID,
    COUNTER_KEY,
    PAYABLE,
    SUPERVISOR_ID,
    a_bill,
    a_card_slip,
    a_consumer,
    a_mark,
    a_payment_id,
    an_order,
    card,
    cash,
)
from tests.use_cases.counter import Counter, an_open_counter, receipt_no_of, refused

if TYPE_CHECKING:
    from counter_app.domain.tender import CardSlip


def test_a_payment_is_taken_with_its_receipt_entry_and_message() -> None:
    counter = an_open_counter()
    taken = counter.take_payment(an_order())
    payment = taken.receipt.payment
    assert not taken.was_taken_before
    assert str(payment.receipt_no) == "KID07/2627/000001"
    assert payment.settlement is Settlement.FULL
    assert payment.balance == ZERO
    assert (taken.receipt.cashier_name_en, taken.receipt.place.counter_id) == (
        "SUNITA VERMA",
        "C07",
    )
    assert taken.receipt.told_at == a_mark().as_on
    shift_message, payment_message = counter.messages
    assert isinstance(shift_message.message.body, ShiftOpened)
    assert payment_message.message.body == tell_payment(payment)
    assert payment_message.message.snapshot_version == "1"
    assert taken.receipt.check_code == check_code(payment_message.hash)
    assert counter.pages.entries[2] == payment.entry


def test_its_message_continues_the_signed_chain() -> None:
    counter = an_open_counter()
    counter.take_payment(an_order())
    before, last = counter.messages
    assert last.previous == before.hash
    assert last.hash == chain_hash(before.hash, last.raw)
    assert head_is_signed(COUNTER_KEY.public_key, last.hash, last.signature)
    assert (last.message.epoch, last.message.sequence) == (1, 2)


def test_a_second_click_pays_once() -> None:
    counter = an_open_counter()
    first = counter.take_payment(an_order())
    pages = counter.pages.copy()
    second = counter.take_payment(an_order())
    assert second.was_taken_before
    assert second.receipt == first.receipt
    assert counter.pages == pages


def test_a_second_click_is_answered_even_after_the_counter_was_stopped() -> None:
    counter = an_open_counter()
    first = counter.take_payment(an_order())
    counter.is_stopped()
    assert counter.take_payment(an_order()).receipt == first.receipt


def test_numbers_follow_each_other_and_a_refused_input_burns_none() -> None:
    counter = an_open_counter(Money(3000_00))
    first = counter.takes(Money(1000_00))
    refused(counter, an_order(Money(1), shown=Money(2000_00), payment_id=a_payment_id(90)))
    refused(counter, an_order(Money(2000_01), shown=Money(2000_00), payment_id=a_payment_id(91)))
    second = counter.takes(Money(2000_00))
    assert receipt_no_of(second) == receipt_no_of(first).following


def test_a_part_payment_lessens_what_is_shown_next() -> None:
    counter = an_open_counter(Money(3000_00))
    taken = counter.takes(Money(1000_00))
    assert taken.receipt.payment.balance == Money(2000_00)
    assert counter.due() == Money(2000_00)


def test_the_series_begins_again_in_april() -> None:
    counter = an_open_counter(Money(9000_00))
    counter.clock.is_set_to(datetime(2027, 3, 31, 16, 59, tzinfo=IST))
    counter.run_round()
    march = counter.takes(Money(5000_00))
    counter.clock.passes(timedelta(days=1))
    april = counter.takes(counter.due())
    assert str(receipt_no_of(march)) == "KID07/2627/000001"
    assert str(receipt_no_of(april)) == "KID07/2728/000001"


def test_no_payment_without_an_open_shift() -> None:
    counter = an_open_counter()
    order = an_order(cashier_id=SUPERVISOR_ID)
    assert refused(counter, order).code is RefusalCode.SHIFT_NOT_OPEN


def test_no_payment_at_a_stopped_counter() -> None:
    counter = an_open_counter()
    counter.is_stopped("ledger_doubtful")
    refusal = refused(counter, an_order())
    assert refusal.code is RefusalCode.COUNTER_STOPPED
    assert refusal.facts == {"reason": "ledger_doubtful"}


def test_no_payment_before_enrolment() -> None:
    assert refused(Counter(), an_order()).code is RefusalCode.COUNTER_NOT_ENROLLED


def test_no_payment_for_an_account_nobody_told_us_of() -> None:
    refusal = refused(an_open_counter(), an_order(account_no="7412009999"))
    assert refusal.code is RefusalCode.ACCOUNT_UNKNOWN
    assert refusal.facts == {"account_no": "7412009999"}


def test_no_payment_before_the_first_bills() -> None:
    counter = Counter()
    counter.is_enrolled()
    counter.open_shift(CASHIER_ID, ZERO)
    with pytest.raises(Fault) as caught:
        counter.take_payment(an_order())
    assert caught.value.code is FaultCode.BILLS_MISSING


def test_an_account_that_changed_since_it_was_shown_is_asked_again() -> None:
    counter = an_open_counter(Money(3000_00))
    shown = counter.due()
    counter.bills.tell(a_mark(2), a_consumer(), a_bill(Money(2500_00)))
    refusal = refused(counter, an_order(Money(3000_00), shown=shown))
    assert refusal.code is RefusalCode.ACCOUNT_CHANGED
    assert refusal.facts == {"shown_paise": 3000_00, "outstanding_paise": 2500_00}


def test_the_same_account_paid_at_this_counter_meanwhile_is_asked_again() -> None:
    counter = an_open_counter(Money(3000_00))
    stale = an_order(Money(1500_00), shown=counter.due(), payment_id=a_payment_id(50))
    counter.takes(Money(1500_00))
    assert refused(counter, stale).code is RefusalCode.ACCOUNT_CHANGED


def test_a_card_rrn_pays_once() -> None:
    counter = an_open_counter(Money(3000_00))
    first = counter.takes(Money(1000_00), card(Money(1000_00)))
    again = card(Money(1000_00), a_card_slip(invoice="000999"))
    order = an_order(Money(1000_00), again, shown=Money(2000_00), payment_id=a_payment_id(60))
    refusal = refused(counter, order)
    assert refusal.code is RefusalCode.CARD_RRN_USED
    assert refusal.facts == {"rrn": "632711004512", "receipt_no": str(receipt_no_of(first))}


def test_a_slip_pays_once() -> None:
    counter = an_open_counter(Money(3000_00))
    first = counter.takes(Money(1000_00), card(Money(1000_00)))
    again = card(Money(1000_00), a_card_slip(rrn="632711009999"))
    order = an_order(Money(1000_00), again, shown=Money(2000_00), payment_id=a_payment_id(60))
    refusal = refused(counter, order)
    assert refusal.code is RefusalCode.CARD_SLIP_USED
    assert refusal.facts == {
        "tid": "KSC00071",
        "batch": "000032",
        "invoice": "000214",
        "receipt_no": str(receipt_no_of(first)),
    }


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (a_card_slip(invoice="000999"), RefusalCode.CARD_RRN_USED),
        (a_card_slip(rrn="632711009999"), RefusalCode.CARD_SLIP_USED),
    ],
)
def test_one_slip_does_not_pay_twice_inside_one_payment(
    second: CardSlip, code: RefusalCode
) -> None:
    counter = an_open_counter(Money(3000_00))
    tenders = (card(Money(1000_00)), card(Money(500_00), second))
    order = an_order(Money(1500_00), *tenders, shown=Money(3000_00))
    assert refused(counter, order).code is code


def test_two_cards_and_cash_pay_one_bill() -> None:
    counter = an_open_counter(Money(3000_00))
    other = a_card_slip(rrn="632711009999", invoice="000999")
    taken = counter.takes(
        Money(3000_00),
        card(Money(1000_00)),
        card(Money(1000_00), other),
        cash(Money(1000_00), Money(2000_00)),
    )
    assert taken.receipt.payment.change == Money(1000_00)


def test_a_commit_that_failed_but_was_kept_is_found() -> None:
    counter = an_open_counter()
    counter.ledger.fail_next_commit(is_kept=True)
    taken = counter.take_payment(an_order())
    assert not taken.was_taken_before
    assert counter.ledger.reopened == 1
    assert [taken.receipt] == counter.receipts


def test_a_commit_that_failed_and_was_not_kept_is_said_and_can_be_tried_again() -> None:
    counter = an_open_counter()
    counter.ledger.fail_next_commit(is_kept=False)
    with pytest.raises(Fault) as caught:
        counter.take_payment(an_order())
    assert caught.value.code is FaultCode.COMMIT_UNKNOWN
    assert counter.receipts == []
    taken = counter.take_payment(an_order())
    assert str(receipt_no_of(taken)) == "KID07/2627/000001"
    assert counter.receipts == [taken.receipt]


def test_a_full_disk_is_said_without_a_second_look() -> None:
    counter = an_open_counter()
    counter.ledger.next_commit_fault = Fault(FaultCode.DISK_FULL)
    with pytest.raises(Fault) as caught:
        counter.take_payment(an_order())
    assert caught.value.code is FaultCode.DISK_FULL
    assert counter.ledger.reopened == 0


def test_a_lost_signing_key_takes_no_money() -> None:
    counter = an_open_counter()
    counter.keys.pairs.clear()
    before = counter.pages.copy()
    with pytest.raises(Fault) as caught:
        counter.take_payment(an_order())
    assert caught.value.code is FaultCode.LEDGER_KEY_LOST
    assert counter.pages == before


def test_a_cashier_who_left_the_roster_is_named_by_number_on_the_receipt() -> None:
    counter = an_open_counter()
    with counter.ledger.open_books() as books:
        books.enrolment.keep_roster((), counter.clock.now())
        books.commit()
    receipt = counter.take_payment(an_order()).receipt
    assert (receipt.cashier_name_en, receipt.cashier_name_hi) == (CASHIER_ID, "")


def test_a_new_epoch_counts_from_one_and_links_to_the_old_head() -> None:
    counter = an_open_counter(Money(3000_00))
    counter.takes(Money(1000_00))
    old = counter.messages[-1]
    counter.is_enrolled(epoch=2)
    counter.takes(Money(2000_00))
    new = counter.messages[-1]
    assert (new.message.epoch, new.message.sequence, new.previous) == (2, 1, old.hash)
    assert counter.due() == Money(0)


def test_a_message_remembers_the_last_signed_server_time() -> None:
    counter = an_open_counter(Money(3000_00))
    counter.push_outbox()
    counter.takes(Money(1000_00))
    assert counter.messages[0].message.clock.server_time_us == 0
    assert counter.messages[1].message.clock.server_time_us == counter.server.time_us


def test_what_the_message_tells_is_what_the_receipt_says() -> None:
    counter = an_open_counter()
    payment = counter.takes(PAYABLE).receipt.payment
    body = counter.messages[-1].message.body
    assert isinstance(body, PaymentTaken)
    assert (body.receipt_no, body.amount_paise) == (str(payment.receipt_no), PAYABLE.paise)
    assert sum(posting.amount_paise for posting in body.postings) == 0
    assert sum(part.amount_paise for part in body.allocations) == PAYABLE.paise
