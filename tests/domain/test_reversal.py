"""A reversal undoes a payment whole, and each tender goes where the trade lets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import ACCOUNT_OF, LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.reversal import GoesTo, GoesWhere, ReversalWhy
from counter_app.domain.reversal_rules import (
    cash_back_of,
    held_of,
    refuse_undone,
    reversal_entry,
    right_account_typed,
    tenders_undone,
    undone_of,
    ways_of,
)
from counter_app.domain.suspense import LONGEST_NOTE
from counter_app.domain.tender import identity_of
from tests.builders import (
    ACCOUNT_NO,
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
    draft,
    payments_of,
    upi,
)
from tests.domain.strategies import Drawn, orders
from tests.reversals import CASH_BACK, GIVEN_BACK, HELD, VOIDED, ground_of

if TYPE_CHECKING:
    import random

    from counter_app.domain.payment import Payment
    from counter_app.domain.tender import Tender

MIXED = (
    cash(Money.rupees(400)),
    card(Money.rupees(300)),
    cheque(Money.rupees(200)),
    draft(Money.rupees(100)),
    upi(Money.rupees(50)),
)


def paid(*tenders: Tender) -> Payment:
    total = Money.total(one.amount for one in tenders)
    order = an_order_of(
        replace(a_line(total, shown=PAYABLE), is_advance_meant=True), tenders=tenders
    )
    return a_payment(order)


def test_each_tender_may_go_back_the_way_it_came_or_wait_here() -> None:
    offered = ways_of(ground_of(paid(*MIXED)), TODAY)
    assert [one.ways for one in offered] == [
        (GoesWhere.CASH_BACK, GoesWhere.HELD),
        (GoesWhere.VOIDED, GoesWhere.HELD),
        (GoesWhere.GIVEN_BACK, GoesWhere.HELD),
        (GoesWhere.GIVEN_BACK, GoesWhere.HELD),
        (GoesWhere.HELD,),
    ]
    assert [one.usual(ReversalWhy.TAKEN_TWICE) for one in offered] == [
        one.ways[0] for one in offered
    ]
    assert {one.usual(ReversalWhy.WRONG_ACCOUNT) for one in offered} == {GoesWhere.HELD}


def test_a_card_sale_can_be_voided_on_its_own_day_alone() -> None:
    (offered,) = ways_of(ground_of(paid(card(PAYABLE))), TODAY + timedelta(days=1))
    assert offered.ways == (GoesWhere.HELD,)


@pytest.mark.parametrize("tender", [card(PAYABLE + PAYABLE), cheque(PAYABLE + PAYABLE)])
def test_what_pays_other_accounts_too_can_only_wait_here(tender: Tender) -> None:
    lines = [
        a_line(shown=PAYABLE, account_no=str(one), payment_id=a_payment_id(one)) for one in (1, 2)
    ]
    accounts = [an_account(a_bill(account_no=one), consumer=a_consumer(one)) for one in "12"]
    first, _ = payments_of(an_order_of(*lines, tenders=(tender,)), *accounts)
    assert [one.ways for one in ways_of(ground_of(first), TODAY)] == [(GoesWhere.HELD,)]


@pytest.mark.parametrize(
    "state", [one for one in InstrumentState if one is not InstrumentState.RECEIVED]
)
def test_a_paper_is_given_back_only_while_it_lies_here(state: InstrumentState) -> None:
    payment = paid(cheque(PAYABLE))
    ground = ground_of(payment, **{identity_of(cheque(PAYABLE)): state})
    assert [one.ways for one in ways_of(ground, TODAY)] == [(GoesWhere.HELD,)]


@pytest.mark.parametrize(
    ("tender", "asked"),
    [
        (card(PAYABLE), CASH_BACK),
        (upi(PAYABLE), CASH_BACK),
        (cheque(PAYABLE), CASH_BACK),
        (draft(PAYABLE), CASH_BACK),
        (cash(PAYABLE), VOIDED),
        (cash(PAYABLE), GIVEN_BACK),
        (upi(PAYABLE), VOIDED),
        (cheque(PAYABLE), VOIDED),
    ],
)
def test_cash_goes_back_for_cash_alone_and_nothing_goes_another_way(
    tender: Tender, asked: GoesTo
) -> None:
    with pytest.raises(Refusal) as refused:
        tenders_undone(ground_of(paid(tender)), (asked,), TODAY)
    assert refused.value.code is RefusalCode.REVERSAL_TENDER_WRONG
    assert refused.value.facts["where"] == asked.where


@pytest.mark.parametrize(
    ("asked", "days", "code"),
    [
        (GoesTo(GoesWhere.VOIDED), 0, RefusalCode.REVERSAL_VOID_MISSING),
        (GoesTo(GoesWhere.VOIDED, "  "), 0, RefusalCode.REVERSAL_VOID_MISSING),
        (GoesTo(GoesWhere.VOIDED, "A81-203"), 0, RefusalCode.CARD_APPROVAL_WRONG),
        (GoesTo(GoesWhere.VOIDED, "4111111111111111"), 0, RefusalCode.CARD_NUMBER_IN_TEXT),
        (VOIDED, 1, RefusalCode.REVERSAL_VOID_LATE),
    ],
)
def test_a_void_needs_its_approval_code_and_the_same_day(
    asked: GoesTo, days: int, code: RefusalCode
) -> None:
    with pytest.raises(Refusal) as refused:
        tenders_undone(ground_of(paid(card(PAYABLE))), (asked,), TODAY + timedelta(days=days))
    assert refused.value.code is code


def test_the_void_stands_as_the_slip_prints_it() -> None:
    asked = GoesTo(GoesWhere.VOIDED, " v४7 ")
    (undone,) = tenders_undone(ground_of(paid(card(PAYABLE))), (asked,), TODAY)
    assert undone.reference == "V47"


def test_every_tender_has_its_place() -> None:
    with pytest.raises(Refusal) as refused:
        tenders_undone(ground_of(paid(*MIXED)), (HELD,), TODAY)
    assert refused.value.code is RefusalCode.REVERSAL_TENDER_WRONG


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"is_reversed": True, "is_handed": True}, RefusalCode.REVERSED_ALREADY),
        ({"is_bounced": True, "is_handed": True}, RefusalCode.REVERSAL_BOUNCED),
        ({"is_handed": True}, RefusalCode.REVERSAL_AFTER_REMITTANCE),
    ],
)
def test_what_was_undone_or_remitted_is_reversed_no_more(
    change: dict[str, bool], code: RefusalCode
) -> None:
    payment = paid(cash(PAYABLE))
    refuse_undone(ground_of(payment))
    with pytest.raises(Refusal) as refused:
        refuse_undone(replace(ground_of(payment), **change))  # type: ignore[arg-type] # flags
    assert refused.value.code is code
    assert refused.value.facts == {"receipt_no": str(payment.receipt_no)}


@pytest.mark.parametrize(
    ("state", "is_remitted"),
    [
        (InstrumentState.RECEIVED, False),
        (InstrumentState.LISTED, False),
        (InstrumentState.DEPOSITED, True),
        (InstrumentState.CLEARED, True),
    ],
)
def test_a_cheque_at_the_bank_is_remitted(state: InstrumentState, *, is_remitted: bool) -> None:
    ground = ground_of(paid(cheque(PAYABLE)), **{identity_of(cheque(PAYABLE)): state})
    if not is_remitted:
        refuse_undone(ground)
        return
    with pytest.raises(Refusal) as refused:
        refuse_undone(ground)
    assert refused.value.code is RefusalCode.REVERSAL_AFTER_REMITTANCE


def test_the_right_account_is_another_one() -> None:
    payment = a_payment(an_order())
    assert right_account_typed("", payment) == ""
    assert right_account_typed(" 7412 00 ९999 ", payment) == "7412009999"
    for own in (ACCOUNT_NO, payment.consumer.legacy_account_no):
        with pytest.raises(Refusal) as refused:
            right_account_typed(own, payment)
        assert refused.value.code is RefusalCode.REVERSAL_ACCOUNT_SAME
    for text, code in (
        ("4111111111111111", RefusalCode.CARD_NUMBER_IN_TEXT),
        ("7" * (LONGEST_NOTE + 1), RefusalCode.NOTED_TOO_LONG),
    ):
        with pytest.raises(Refusal) as refused:
            right_account_typed(text, payment)
        assert refused.value.code is code


@given(orders(), st.randoms(use_true_random=False))
def test_a_reversal_moves_back_what_the_payment_moved_and_holds_the_rest(
    drawn: Drawn, dice: random.Random
) -> None:
    payments = payments_of(drawn.order, *drawn.accounts)
    for payment in payments:
        ground = ground_of(payment)
        goes = tuple(
            GoesTo(where, "V1" if where is GoesWhere.VOIDED else "")
            for where in (dice.choice(one.ways) for one in ways_of(ground, payment.business_date))
        )
        tenders = tenders_undone(ground, goes, payment.business_date)
        entry = reversal_entry(payment, tenders)
        moved: dict[LedgerAccount, Money] = {}
        for one in (*payment.entry.postings, *entry.postings):
            moved[one.account] = moved.get(one.account, ZERO) + one.amount
        held = held_of(tenders)
        left = {account: sum_ for account, sum_ in moved.items() if sum_}
        expected: dict[LedgerAccount, Money] = {}
        for undone in tenders:
            if undone.where is GoesWhere.HELD:
                account = ACCOUNT_OF[undone.kind]
                expected[account] = expected.get(account, ZERO) + undone.amount
        if held:
            expected[LedgerAccount.SUSPENSE_RECEIVED] = -held
        assert left == expected
        assert Money.total(one.amount for one in undone_of(payment).allocations) == payment.amount
        in_cash = [one for one in tenders if one.where is GoesWhere.CASH_BACK]
        assert cash_back_of(tenders) == Money.total(one.amount for one in in_cash)
