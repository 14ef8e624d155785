"""A reversal at the counter: undone once, approved by a second person, and nothing is ever charged twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_count import CashCount
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.errors import Fault, FaultCode, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.ledger import LedgerAccount, float_entry
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import Handing
from counter_app.domain.reversal import GoesWhere, ReversalWhy
from counter_app.domain.shift import Role
from counter_app.domain.tender import identity_of
from counter_app.wire.bodies import OverrideGranted
from counter_app.wire.custody_bodies import PaymentReversed
from counter_app.wire.exchange import Person
from counter_app.wire.tell import tell_shift
from tests.builders import (
    ACCOUNT_NO,
    ACCOUNTANT_ID,
    CASHIER_ID,
    FLOAT,
    NOW,
    PAYABLE,
    SUPERVISOR_ID,
    TODAY,
    a_card_slip,
    a_roster,
    a_shift,
    a_word,
    card,
    cash,
    cheque,
    upi,
)
from tests.reversals import (
    CASH_BACK,
    GIVEN_BACK,
    HELD,
    VOIDED,
    a_reversal_order,
    an_approval_of,
)
from tests.use_cases.counter import Counter, an_open_counter, refusal_of

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.domain.reversal import ReversalOrder
    from counter_app.domain.shift import Shift
    from counter_app.domain.tender import Tender

CHEQUE_ID = identity_of(cheque(PAYABLE))


def taken(counter: Counter, *tenders: Tender) -> Payment:
    return counter.takes(PAYABLE, *tenders).receipt.payment


def refused(counter: Counter, order: ReversalOrder) -> RefusalCode:
    """The refusal; and nothing whatever is written."""
    before = counter.pages.copy()
    refusal = refusal_of(lambda: counter.reverse_payment(order))
    assert counter.pages == before
    return refusal.code


def drawer(counter: Counter) -> Money:
    postings = [one for entry in counter.pages.entries.values() for one in entry.postings]
    return Money.total(one.amount for one in postings if one.account is LedgerAccount.CASH_DRAWER)


def test_cash_goes_back_out_of_the_drawer_and_the_bill_is_owed_again() -> None:
    counter = an_open_counter()
    payment = taken(counter)
    assert counter.due() == ZERO
    made = counter.reverse_payment(a_reversal_order(payment, CASH_BACK))
    assert counter.due() == PAYABLE
    assert drawer(counter) == FLOAT
    assert made.shift_id == payment.shift_id
    approval, told = (one.message.body for one in counter.messages[-2:])
    assert isinstance(approval, OverrideGranted)
    assert (approval.codes, approval.group_id, approval.amount_paise) == (
        ("reversal",),
        str(payment.receipt_no),
        PAYABLE.paise,
    )
    assert isinstance(told, PaymentReversed)
    assert told.part.payment_id == str(payment.payment_id)
    assert (told.approval_id, told.paper, told.shift_id) == (
        approval.word_id,
        "recovered",
        str(payment.shift_id),
    )


def test_a_second_click_reverses_once() -> None:
    counter = an_open_counter()
    order = a_reversal_order(taken(counter), CASH_BACK)
    made, messages = counter.reverse_payment(order), len(counter.messages)
    assert counter.reverse_payment(order) == made
    assert len(counter.messages) == messages
    other = a_reversal_order(counter.receipts[0].payment, CASH_BACK, number=2)
    assert refused(counter, other) is RefusalCode.REVERSED_ALREADY


@pytest.mark.parametrize("is_kept", [True, False])
def test_an_unknown_commit_is_looked_up_again(*, is_kept: bool) -> None:
    counter = an_open_counter()
    order = a_reversal_order(taken(counter), CASH_BACK)
    counter.ledger.fail_next_commit(is_kept=is_kept)
    if is_kept:
        assert counter.reverse_payment(order).reversal_id == order.reversal_id
    else:
        with pytest.raises(Fault):
            counter.reverse_payment(order)
    assert counter.ledger.reopened == 1
    assert len(counter.pages.reversals) == int(is_kept)


def test_any_other_fault_is_no_reason_to_look_again() -> None:
    counter = an_open_counter()
    order = a_reversal_order(taken(counter), CASH_BACK)
    counter.ledger.next_commit_fault = Fault(FaultCode.DISK_FULL)
    with pytest.raises(Fault):
        counter.reverse_payment(order)
    assert counter.ledger.reopened == 0


def test_nobody_reverses_without_a_second_person_for_just_this() -> None:
    counter = an_open_counter()
    payment = taken(counter)
    order, approval = a_reversal_order(payment, CASH_BACK), an_approval_of(payment)
    for given, code in (
        (None, RefusalCode.APPROVAL_NEEDED),
        (replace(approval, about="KID07/2627/000009"), RefusalCode.APPROVAL_NOT_OF_THIS),
        (replace(approval, amount=Money(1)), RefusalCode.APPROVAL_NOT_OF_THIS),
        (replace(approval, for_id=SUPERVISOR_ID), RefusalCode.APPROVAL_NOT_OF_THIS),
        (replace(approval, approver_id=CASHIER_ID), RefusalCode.WORD_FROM_ONESELF),
        (replace(approval, approver_id=ACCOUNTANT_ID), RefusalCode.NOT_ALLOWED),
    ):
        assert refused(counter, replace(order, approval=given)) is code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reason": " "}, RefusalCode.REASON_MISSING),
        ({"reason": "x" * 201}, RefusalCode.REASON_TOO_LONG),
        ({"right_account": "7412001234"}, RefusalCode.REVERSAL_ACCOUNT_SAME),
        ({"goes": (VOIDED,)}, RefusalCode.REVERSAL_TENDER_WRONG),
        ({"by": ACCOUNTANT_ID}, RefusalCode.NOT_ALLOWED),
        ({"by": CashierId("X9")}, RefusalCode.CASHIER_UNKNOWN),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_written(
    change: dict[str, object], code: RefusalCode
) -> None:
    counter = an_open_counter()
    order = a_reversal_order(taken(counter), CASH_BACK)
    assert refused(counter, replace(order, **change)) is code  # type: ignore[arg-type] # one of its fields


def test_an_unknown_receipt_and_a_stopped_counter_reverse_nothing() -> None:
    counter = an_open_counter()
    payment = taken(counter)
    order = a_reversal_order(payment, CASH_BACK)
    unknown = replace(order, receipt_no=payment.receipt_no.following)
    assert refused(counter, unknown) is RefusalCode.RECEIPT_UNKNOWN
    counter.is_stopped()
    assert refused(counter, order) is RefusalCode.COUNTER_STOPPED


def another_supervisor(counter: Counter) -> CashierId:
    """A second supervisor comes to the roster."""
    second = Person(CashierId("S202"), "MEENA GUPTA", "", Role.SUPERVISOR, "hash")
    with counter.ledger.open_books() as books:
        books.enrolment.keep_roster((*a_roster(), second), NOW)
        books.commit()
    return CashierId("S202")


def opened(counter: Counter, cashier_id: CashierId, opening_float: Money) -> Shift:
    """A shift on the second drawer."""
    shift = a_shift(
        2,
        cashier_id=cashier_id,
        opening_float=opening_float,
        shift_id=UUID(int=77),
        drawer_no=2,
    )
    telling = counter.reverse_payment.telling
    with counter.ledger.open_books() as books:
        told = telling.append(books, tell_shift(shift), "")
        books.shifts.post(shift, float_entry(opening_float), told)
        books.messages.close_entry(told)
        books.commit()
    return shift


def test_cash_goes_out_of_the_drawer_of_whoever_gives_it_back() -> None:
    counter = an_open_counter()
    thousand = Money.rupees(1000)
    payment = counter.takes(thousand).receipt.payment
    approver = another_supervisor(counter)
    approval = replace(an_approval_of(payment, by=SUPERVISOR_ID), approver_id=approver)
    order = a_reversal_order(payment, CASH_BACK, by=SUPERVISOR_ID, approval=approval)
    assert refused(counter, order) is RefusalCode.SHIFT_NOT_OPEN
    shift = opened(counter, SUPERVISOR_ID, thousand - Money(1))
    refusal = refusal_of(lambda: counter.reverse_payment(order))
    assert refusal.code is RefusalCode.ABOVE_DRAWER
    assert refusal.facts == {
        "amount_paise": thousand.paise,
        "drawer_paise": thousand.paise - 1,
    }
    mine = counter.takes(Money.rupees(300), cashier_id=SUPERVISOR_ID, word=a_word(*CaveatCode))
    assert counter.reverse_payment(order).shift_id == shift.shift_id
    again = a_reversal_order(mine.receipt.payment, CASH_BACK, by=CASHIER_ID, number=2)
    assert counter.reverse_payment(again).shift_id == payment.shift_id
    with counter.ledger.open_books() as books:
        assert books.payments.exposure(shift.shift_id).drawer == Money(299_99)
        assert books.payments.exposure(payment.shift_id).drawer == FLOAT + Money.rupees(700)


def test_what_is_held_waits_in_suspense_and_leaves_the_drawer_alone() -> None:
    counter = an_open_counter()
    payment = taken(counter, cash(Money(450_50)), card(Money.rupees(1000)))
    made = counter.reverse_payment(
        a_reversal_order(
            payment, HELD, HELD, why=ReversalWhy.WRONG_ACCOUNT, right_account="7412009999"
        )
    )
    assert (made.shift_id, made.right_account) == (None, "7412009999")
    assert counter.due() == PAYABLE
    assert drawer(counter) == FLOAT + Money(450_50)
    assert {one.account: one.amount for one in made.entry.postings} == {
        LedgerAccount.BILL_COLLECTION: PAYABLE,
        LedgerAccount.SUSPENSE_RECEIVED: -PAYABLE,
    }


def test_a_card_sale_is_voided_the_same_day_and_held_the_next() -> None:
    counter = an_open_counter()
    made = counter.reverse_payment(a_reversal_order(taken(counter, card(PAYABLE)), VOIDED))
    assert made.tenders[0].reference == "V4711"
    other = taken(counter, card(PAYABLE, a_card_slip(rrn="632711004599", invoice="000215")))
    counter.clock.passes(timedelta(days=1))
    order = a_reversal_order(other, VOIDED, number=2)
    assert refused(counter, order) is RefusalCode.REVERSAL_VOID_LATE
    weighed = counter.weigh_reversal(other.receipt_no)
    assert [one.ways for one in weighed.ways] == [(GoesWhere.HELD,)]
    counter.reverse_payment(replace(order, goes=(HELD,)))


def test_a_cheque_given_back_has_ended_its_life() -> None:
    counter = an_open_counter()
    counter.reverse_payment(a_reversal_order(taken(counter, cheque(PAYABLE)), GIVEN_BACK))
    (held,) = counter.list_instruments(frozenset({InstrumentState.GIVEN_BACK}))
    assert held.steps[-1].reason == "typed the wrong sum"
    refusal = refusal_of(
        lambda: counter.move_instrument(CHEQUE_ID, InstrumentState.LISTED, TODAY, "", CASHIER_ID)
    )
    assert refusal.code is RefusalCode.INSTRUMENT_STEP_WRONG


def bounced(counter: Counter) -> None:
    for state in (InstrumentState.LISTED, InstrumentState.DEPOSITED):
        counter.move_instrument(CHEQUE_ID, state, TODAY, "", CASHIER_ID)
    counter.return_instrument(CHEQUE_ID, TODAY, "funds insufficient", SUPERVISOR_ID)


def test_a_held_cheque_that_bounces_leaves_suspense_and_charges_no_bill_again() -> None:
    counter = an_open_counter()
    counter.reverse_payment(a_reversal_order(taken(counter, cheque(PAYABLE)), HELD))
    bounced(counter)
    assert counter.due() == PAYABLE
    entry = counter.pages.entries[len(counter.messages)]
    assert {one.account: one.amount for one in entry.postings} == {
        LedgerAccount.SUSPENSE_RECEIVED: PAYABLE,
        LedgerAccount.CHEQUES_IN_HAND: -PAYABLE,
    }


def test_what_bounced_or_went_to_the_bank_is_reversed_no_more() -> None:
    counter = an_open_counter()
    payment = taken(counter, cheque(PAYABLE))
    order = a_reversal_order(payment, HELD)
    counter.move_instrument(CHEQUE_ID, InstrumentState.LISTED, TODAY, "", CASHIER_ID)
    counter.move_instrument(CHEQUE_ID, InstrumentState.DEPOSITED, TODAY, "", CASHIER_ID)
    assert refused(counter, order) is RefusalCode.REVERSAL_AFTER_REMITTANCE
    counter.return_instrument(CHEQUE_ID, TODAY, "funds insufficient", SUPERVISOR_ID)
    assert refused(counter, order) is RefusalCode.REVERSAL_BOUNCED


def test_what_was_handed_over_is_reversed_no_more() -> None:
    counter = an_open_counter()
    payment = taken(counter)
    count = CashCount.of({Money.rupees(500): 1})
    counter.pages.handings[99] = Handing(
        UUID(int=1), (payment.shift_id,), PAYABLE, count, CASHIER_ID, SUPERVISOR_ID, "", TODAY, NOW
    )
    weighed = counter.weigh_reversal(payment.receipt_no)
    assert weighed.refusal is not None
    assert weighed.refusal.code is RefusalCode.REVERSAL_AFTER_REMITTANCE
    order = a_reversal_order(payment, CASH_BACK)
    assert refused(counter, order) is RefusalCode.REVERSAL_AFTER_REMITTANCE


def test_the_same_may_be_paid_again_after_a_reversal_and_is_no_second_part() -> None:
    counter = an_open_counter()
    for number in (1, 2, 3):
        payment = counter.takes(Money.rupees(1000)).receipt.payment
        counter.reverse_payment(a_reversal_order(payment, CASH_BACK, number=number))
    with counter.ledger.open_books() as books:
        before = books.payments.paid_before(frozenset({ACCOUNT_NO}), "", TODAY)
    assert (before.part_payments, before.amounts, before.payer_cash) == ({}, frozenset(), ZERO)


def test_cash_that_is_held_was_taken_from_its_payer_all_the_same() -> None:
    counter = an_open_counter()
    payment = taken(counter)
    counter.reverse_payment(a_reversal_order(payment, HELD))
    with counter.ledger.open_books() as books:
        before = books.payments.paid_before(frozenset({payment.consumer.account_no}), "", TODAY)
    assert before.payer_cash == PAYABLE


def test_weighing_says_what_may_become_of_each_tender_and_of_the_paper() -> None:
    counter = an_open_counter()
    payment = taken(counter, cash(Money(450_50)), upi(Money.rupees(1000)))
    weighed = counter.weigh_reversal(payment.receipt_no)
    assert [one.ways for one in weighed.ways] == [
        (GoesWhere.CASH_BACK, GoesWhere.HELD),
        (GoesWhere.HELD,),
    ]
    assert (weighed.refusal, weighed.made, weighed.is_paper_out) == (None, None, False)
    counter.print_receipt(payment.receipt_no)
    made = counter.reverse_payment(a_reversal_order(payment, CASH_BACK, HELD))
    weighed = counter.weigh_reversal(payment.receipt_no)
    assert weighed.refusal is not None
    assert weighed.refusal.code is RefusalCode.REVERSED_ALREADY
    assert (weighed.made, weighed.is_paper_out) == (made, True)


def test_the_day_says_what_was_taken_and_what_of_it_was_reversed() -> None:
    counter = an_open_counter()
    payment = taken(counter)
    assert counter.report_day(TODAY).reversed.count == 0
    counter.reverse_payment(a_reversal_order(payment, CASH_BACK))
    (row,) = counter.list_receipts(TODAY)
    assert row.reversed_on == TODAY
    report = counter.report_day(TODAY)
    assert (report.total, report.reversed.amount, report.standing) == (PAYABLE, PAYABLE, ZERO)


def test_a_reversal_is_dated_no_earlier_than_its_shift() -> None:
    counter = an_open_counter()
    payment = taken(counter)
    counter.clock.is_set_to(counter.clock.moment - timedelta(days=2))
    made = counter.reverse_payment(a_reversal_order(payment, CASH_BACK))
    assert made.business_date == payment.business_date


def test_a_suspended_drawer_gives_nothing_back() -> None:
    counter = an_open_counter()
    payment = taken(counter)
    counter.suspend_shift(CASHIER_ID)
    assert refused(counter, a_reversal_order(payment, CASH_BACK)) is RefusalCode.SHIFT_SUSPENDED


def test_a_copy_of_a_reversed_receipt_says_so_and_the_slip_is_printed() -> None:
    counter = an_open_counter()
    payment = taken(counter)
    assert b"CANCELLED" not in counter.picture_receipt(payment.receipt_no)
    refusal = refusal_of(lambda: counter.print_reversal(payment.receipt_no))
    assert refusal.code is RefusalCode.RECEIPT_UNKNOWN
    made = counter.reverse_payment(a_reversal_order(payment, CASH_BACK))
    assert b"CANCELLED" in counter.picture_receipt(payment.receipt_no)
    counter.print_reversal(payment.receipt_no)
    assert counter.printer.reversals == [(str(payment.receipt_no), made)]
