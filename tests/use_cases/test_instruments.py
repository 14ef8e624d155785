"""What becomes of a cheque, a draft, a UPI claim: step by step, told to the centre, undone when it comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.ledger import LedgerAccount, Posting
from counter_app.domain.money import ZERO, Money
from counter_app.domain.shift import Role
from counter_app.domain.tender import identity_of
from counter_app.use_cases.instruments import UNDECIDED, SaveInstruments
from counter_app.wire.bodies import InstrumentMoved, InstrumentReturned
from counter_app.wire.exchange import Person
from counter_app.wire.told_parts import PostingTold
from tests.builders import (
    ACCOUNTANT_ID,
    CASHIER_ID,
    SUPERVISOR_ID,
    TODAY,
    a_bill,
    a_consumer,
    a_line,
    a_payment_id,
    a_place,
    a_roster,
    an_order_of,
    cash,
    cheque,
    upi,
)
from tests.fakes.press import FakePress
from tests.use_cases.counter import Counter, a_city_counter

DUE = Money.rupees(1000)
CHEQUE = identity_of(cheque(DUE))
CLAIM = identity_of(upi(DUE))
HEAD_CASHIER_ID = CashierId("H401")


def a_counter_with_a_cheque() -> Counter:
    """Accounts 1 and 2 paid by one cheque of Rs 1,700 and Rs 300 in cash, account 3 by a UPI claim."""
    counter = a_city_counter(DUE, DUE, DUE)
    lines = [a_line(DUE, account_no=no, payment_id=a_payment_id(int(no))) for no in "12"]
    tenders = (cheque(Money.rupees(1700)), cash(Money.rupees(300)))
    counter.take_payment(an_order_of(*lines, tenders=tenders))
    line = a_line(DUE, account_no="3", payment_id=a_payment_id(3))
    counter.take_payment(an_order_of(line, tenders=(upi(DUE),)))
    return counter


def moves(counter: Counter, *states: InstrumentState, identity: str = CHEQUE) -> None:
    for state in states:
        counter.move_instrument(identity, state, TODAY, "SLIP 4", CASHIER_ID)


def refused(
    counter: Counter,
    reason: str = "funds insufficient",
    by: CashierId = SUPERVISOR_ID,
    identity: str = CHEQUE,
) -> RefusalCode:
    before = counter.pages.copy()
    with pytest.raises(Refusal) as caught:
        counter.return_instrument(identity, TODAY, reason, by)
    assert counter.pages == before
    return caught.value.code


def test_what_waits_for_the_bank_is_listed_in_order() -> None:
    counter = a_counter_with_a_cheque()
    assert [one.identity for one in counter.list_instruments(UNDECIDED)] == [CHEQUE, CLAIM]
    assert counter.list_instruments(frozenset({InstrumentState.CLEARED})) == ()


def test_the_list_for_the_bank_names_this_counter_and_all_that_was_chosen() -> None:
    counter, press = a_counter_with_a_cheque(), FakePress()
    held = counter.list_instruments(UNDECIDED)
    save = SaveInstruments(counter.ledger, press, counter.clock)
    assert save(held, "hi").name == "instruments-hi.pdf"
    ((listed, language),) = press.lists
    assert (listed.place, listed.count, language) == (a_place(), 2, "hi")
    assert listed.amount == Money.rupees(2700)
    assert listed.made_at == counter.clock.now()


def test_a_cheque_is_listed_deposited_and_cleared() -> None:
    counter = a_counter_with_a_cheque()
    moves(counter, InstrumentState.LISTED, InstrumentState.DEPOSITED)
    cleared = counter.move_instrument(
        CHEQUE, InstrumentState.CLEARED, TODAY, " UTR9 ", SUPERVISOR_ID
    )
    assert cleared.state is InstrumentState.CLEARED
    assert cleared.steps[-1].reference == "UTR9"
    body = counter.messages[-1].message.body
    postings = (
        PostingTold(LedgerAccount.BANK, 1700_00),
        PostingTold(LedgerAccount.CHEQUES_IN_HAND, -1700_00),
    )
    assert body == InstrumentMoved(
        CHEQUE, "cleared", TODAY.isoformat(), SUPERVISOR_ID, "UTR9", postings
    )
    assert len(counter.ledger.pages.outbox) == len(counter.messages)


def test_a_claim_is_confirmed_though_it_was_not_found_at_first() -> None:
    counter = a_counter_with_a_cheque()
    moves(counter, InstrumentState.UNMATCHED, InstrumentState.CONFIRMED, identity=CLAIM)
    assert counter.due("3") == ZERO


@pytest.mark.parametrize(
    ("identity", "state", "by", "reference", "code"),
    [
        ("cheque:X:1", InstrumentState.LISTED, CASHIER_ID, "", RefusalCode.INSTRUMENT_UNKNOWN),
        (CHEQUE, InstrumentState.CLEARED, CASHIER_ID, "", RefusalCode.INSTRUMENT_STEP_WRONG),
        (CHEQUE, InstrumentState.RETURNED, CASHIER_ID, "", RefusalCode.RETURN_REASON_MISSING),
        (CHEQUE, InstrumentState.LISTED, ACCOUNTANT_ID, "", RefusalCode.NOT_ALLOWED),
        (CHEQUE, InstrumentState.LISTED, CashierId("NOBODY"), "", RefusalCode.NOT_ALLOWED),
        (
            CHEQUE,
            InstrumentState.LISTED,
            CASHIER_ID,
            "4111111111111111",
            RefusalCode.CARD_NUMBER_IN_TEXT,
        ),
    ],
)
def test_a_step_is_declined_when(
    identity: str, state: InstrumentState, by: CashierId, reference: str, code: RefusalCode
) -> None:
    counter = a_counter_with_a_cheque()
    before = counter.pages.copy()
    with pytest.raises(Refusal) as caught:
        counter.move_instrument(identity, state, TODAY, reference, by)
    assert caught.value.code is code
    assert counter.pages == before


def test_a_returned_cheque_is_owed_again_and_its_cash_is_not() -> None:
    counter = a_counter_with_a_cheque()
    moves(counter, InstrumentState.LISTED, InstrumentState.DEPOSITED)
    gone = counter.return_instrument(
        CHEQUE, TODAY, " funds  insufficient ", SUPERVISOR_ID, Money.rupees(236)
    )
    assert (gone.state, gone.steps[-1].reason, gone.steps[-1].charge) == (
        InstrumentState.RETURNED,
        "funds insufficient",
        Money.rupees(236),
    )
    assert [counter.due(no) for no in "123"] == [DUE, Money.rupees(700), ZERO]
    body = counter.messages[-1].message.body
    assert isinstance(body, InstrumentReturned)
    assert [(part.account_no, part.amount_paise) for part in body.parts] == [
        ("1", 1000_00),
        ("2", 700_00),
    ]
    assert counter.pages.entries[len(counter.messages)].postings == (
        Posting(LedgerAccount.BILL_COLLECTION, Money.rupees(1700)),
        Posting(LedgerAccount.CHEQUES_IN_HAND, -Money.rupees(1700)),
    )


@pytest.mark.parametrize("days", [-2, 1])
def test_a_step_is_not_before_the_last_one_and_not_in_days_to_come(days: int) -> None:
    counter = a_counter_with_a_cheque()
    moves(counter, InstrumentState.UNMATCHED, identity=CLAIM)
    counter.clock.passes(timedelta(days=1))
    on, before = TODAY + timedelta(days=1 + days), counter.pages.copy()
    with pytest.raises(Refusal) as moved:
        counter.move_instrument(CHEQUE, InstrumentState.LISTED, on, "", CASHIER_ID)
    with pytest.raises(Refusal) as gone:
        counter.return_instrument(CLAIM, on, "no credit", SUPERVISOR_ID)
    assert {moved.value.code, gone.value.code} == {RefusalCode.INSTRUMENT_DAY_WRONG}
    assert moved.value.facts == {"first": "2026-11-23", "last": "2026-11-24"}
    assert counter.pages == before


def test_a_clock_set_back_stops_no_step() -> None:
    counter = a_counter_with_a_cheque()
    counter.clock.passes(-timedelta(days=3))
    today = TODAY - timedelta(days=3)
    moved = counter.move_instrument(CHEQUE, InstrumentState.LISTED, today, "", CASHIER_ID)
    assert moved.steps[-1].on == today


def test_a_cheque_comes_back_once() -> None:
    counter = a_counter_with_a_cheque()
    moves(counter, InstrumentState.LISTED, InstrumentState.DEPOSITED)
    counter.return_instrument(CHEQUE, TODAY, "funds insufficient", SUPERVISOR_ID)
    assert refused(counter) is RefusalCode.INSTRUMENT_STEP_WRONG


def test_a_return_needs_a_reason_and_more_than_a_cashier() -> None:
    counter = a_counter_with_a_cheque()
    assert refused(counter) is RefusalCode.INSTRUMENT_STEP_WRONG
    moves(counter, InstrumentState.LISTED, InstrumentState.DEPOSITED)
    assert refused(counter, reason=" ") is RefusalCode.RETURN_REASON_MISSING
    assert refused(counter, reason="4111111111111111") is RefusalCode.CARD_NUMBER_IN_TEXT
    assert refused(counter, by=CASHIER_ID) is RefusalCode.NOT_ALLOWED
    assert refused(counter, by=CashierId("NOBODY")) is RefusalCode.NOT_ALLOWED
    assert refused(counter, identity="cheque:X:1") is RefusalCode.INSTRUMENT_UNKNOWN
    counter.is_stopped()
    assert refused(counter) is RefusalCode.COUNTER_STOPPED


def test_a_head_cashier_may_note_a_return() -> None:
    counter = a_counter_with_a_cheque()
    head = Person(HEAD_CASHIER_ID, "R. GUPTA", "आर॰ गुप्ता", Role.HEAD_CASHIER, "hash")
    with counter.ledger.open_books() as books:
        books.enrolment.keep_roster((*a_roster(), head), counter.clock.now())
        books.commit()
    moves(counter, InstrumentState.UNMATCHED, identity=CLAIM)
    counter.return_instrument(CLAIM, TODAY, "no credit", HEAD_CASHIER_ID)
    assert counter.due("3") == DUE


def test_the_bills_as_told_may_contain_the_payment_and_not_yet_its_return() -> None:
    counter = a_counter_with_a_cheque()
    counter.server.cursor = counter.bills.mark().cursor
    for no in "12":
        consumer = a_consumer(no, legacy_account_no="")
        counter.server.bills(consumer, a_bill(DUE, bill_no=f"B{no}", account_no=no))
    counter.run_round()
    assert [counter.due(no) for no in "12"] == [ZERO, ZERO]
    moves(counter, InstrumentState.LISTED, InstrumentState.DEPOSITED)
    counter.return_instrument(CHEQUE, TODAY, "funds insufficient", SUPERVISOR_ID)
    assert [counter.due(no) for no in "12"] == [DUE, Money.rupees(700)]
    counter.run_round()
    assert [counter.due(no) for no in "12"] == [DUE, Money.rupees(700)]


def test_a_claim_of_one_that_is_replaced_by_another_payment_stays_undone() -> None:
    counter = a_counter_with_a_cheque()
    moves(counter, InstrumentState.UNMATCHED, identity=CLAIM)
    counter.return_instrument(CLAIM, TODAY, "no credit", SUPERVISOR_ID)
    line = a_line(DUE, account_no="3", payment_id=a_payment_id(9))
    order = an_order_of(line, tenders=(upi(DUE),))
    with pytest.raises(Refusal) as caught:
        counter.take_payment(order)
    assert caught.value.code is RefusalCode.UPI_REFERENCE_USED
    paid = replace(order, tenders=(upi(DUE, "111111111111"),))
    considered = counter.consider_payment(paid)
    assert considered.lines[0].balance == ZERO
