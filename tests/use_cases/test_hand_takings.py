"""Takings go to the head cashier: counted by the receiver, confirmed by both, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.errors import Fault, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.ledger import LedgerAccount, Posting
from counter_app.domain.money import ZERO, Money
from counter_app.wire.bodies import OverrideGranted
from counter_app.wire.custody_bodies import TakingsHanded
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, SUPERVISOR_ID
from tests.use_cases.at_the_bank import DUE, HEAD_ID, a_bank_counter, in_notes
from tests.use_cases.counter import refusal_of

if TYPE_CHECKING:
    from counter_app.use_cases.remittance_orders import HandingOrder
    from tests.use_cases.at_the_bank import AtTheBank

TWO_PINS = 2
"""Each PIN that is tried is noted, in a unit of work of its own."""

LESS = Money.rupees(990)
DIFFERENCE = Money.rupees(10)


def closed() -> AtTheBank:
    """One shift closed with takings of Rs 1,000."""
    counter = a_bank_counter()
    counter.pays_for(1)
    counter.closes()
    return counter


def declined(counter: AtTheBank, order: HandingOrder) -> RefusalCode:
    """The code; and nothing is told or written but the PINs that were tried."""
    before = counter.pages.copy()
    refusal = refusal_of(lambda: counter.hand_takings(order))
    assert replace(counter.pages, pin_tries=before.pin_tries) == before
    return refusal.code


def test_the_cash_goes_from_the_closed_drawer_to_the_head_cashier_and_the_centre_is_told() -> None:
    counter = closed()
    handing = counter.hands_over()
    assert counter.pages.entries[len(counter.messages)].postings == (
        Posting(LedgerAccount.CASH_WITH_HEAD, DUE),
        Posting(LedgerAccount.CASH_TO_HAND_OVER, -DUE),
    )
    body = counter.messages[-1].message.body
    assert isinstance(body, TakingsHanded)
    assert (body.handing_id, body.shift_ids) == (
        str(handing.handing_id),
        tuple(map(str, handing.shift_ids)),
    )
    assert (body.amount_paise, body.by, body.receiver_id) == (DUE.paise, CASHIER_ID, HEAD_ID)
    assert [(one.denomination_paise, one.pieces) for one in body.count] == [(500_00, 2)]
    assert len(counter.pages.outbox) == len(counter.messages)
    assert counter.balance(LedgerAccount.CASH_TO_HAND_OVER) == ZERO


def test_a_second_click_hands_over_once() -> None:
    counter = closed()
    order = counter.handing_order()
    first = counter.hand_takings(order)
    commits = counter.ledger.commits
    assert counter.hand_takings(order) == first
    assert counter.ledger.commits == commits


@pytest.mark.parametrize("is_kept", [True, False])
def test_after_an_unknown_commit_the_books_say_what_happened(*, is_kept: bool) -> None:
    counter = closed()
    order = counter.handing_order()
    counter.ledger.fail_next_commit(is_kept=is_kept, after=TWO_PINS)
    if is_kept:
        assert counter.hand_takings(order).handing_id == order.handing_id
    else:
        with pytest.raises(Fault):
            counter.hand_takings(order)
        assert len(counter.takings_waiting()) == 1
    assert counter.ledger.reopened == 1


def test_it_is_of_the_day_of_the_close_though_the_clock_was_set_back() -> None:
    counter = closed()
    day = counter.clock.now().date()
    counter.clock.is_set_to(counter.clock.now() - timedelta(days=3))
    assert counter.hands_over().business_date == day


def test_nobody_receives_from_oneself_and_no_cashier_receives() -> None:
    counter = closed()
    order = counter.handing_order()
    cases = {
        RefusalCode.RECEIVER_IS_GIVER: replace(order, by=HEAD_ID),
        RefusalCode.RECEIVER_MAY_NOT: replace(order, by=SUPERVISOR_ID, receiver_id=CASHIER_ID),
        RefusalCode.NOT_ALLOWED: replace(order, by=ACCOUNTANT_ID),
        RefusalCode.CASHIER_UNKNOWN: replace(order, by=CashierId("X999")),
    }
    for code, wrong in cases.items():
        assert declined(counter, wrong) is code
    unknown = replace(order, receiver_id=CashierId("X999"))
    assert declined(counter, unknown) is RefusalCode.RECEIVER_MAY_NOT


@pytest.mark.parametrize(("part", "whose"), [("by_pin", CASHIER_ID), ("receiver_pin", HEAD_ID)])
def test_each_side_confirms_with_the_own_pin(part: str, whose: CashierId) -> None:
    counter = closed()
    order = counter.handing_order()
    wrong = replace(order, by_pin="0000") if part == "by_pin" else replace(order, receiver_pin="")
    refusal = refusal_of(lambda: counter.hand_takings(wrong))
    assert refusal.code is RefusalCode.PIN_WRONG
    assert refusal.facts["cashier_id"] == whose
    assert counter.view_remittance().cash_with_head == ZERO


def test_what_was_handed_or_never_closed_is_not_handed() -> None:
    counter = closed()
    handed = counter.hands_over().shift_ids[0]
    opened = counter.opens()
    assert declined(counter, counter.handing_order(handed)) is RefusalCode.TAKINGS_HANDED
    assert declined(counter, counter.handing_order(opened)) is RefusalCode.TAKINGS_NONE
    assert declined(counter, counter.handing_order()) is RefusalCode.TAKINGS_NONE
    unknown = counter.handing_order(counter.ids.fresh())
    assert declined(counter, unknown) is RefusalCode.SHIFT_UNKNOWN


def test_another_sum_needs_a_reason_and_a_third_person_and_is_posted_as_short() -> None:
    counter = closed()
    order = replace(counter.handing_order(), count=in_notes(LESS))
    assert declined(counter, order) is RefusalCode.HANDING_DIFFERS
    about = str(order.shift_ids[0])
    approval = counter.approved(ApprovalCode.HANDING_DIFFERS, about, DIFFERENCE, CASHIER_ID)
    assert declined(counter, replace(order, approval=approval)) is RefusalCode.HANDING_DIFFERS
    said = replace(order, approval=approval, reason="  a ten  was torn ")
    by_receiver = replace(said, receiver_id=SUPERVISOR_ID)
    assert declined(counter, by_receiver) is RefusalCode.WORD_FROM_ONESELF
    other_sum = replace(said, count=in_notes(Money.rupees(980)))
    assert declined(counter, other_sum) is RefusalCode.APPROVAL_NOT_OF_THIS
    handing = counter.hand_takings(said)
    assert (handing.reason, handing.approval) == ("a ten was torn", approval)
    assert counter.balance(LedgerAccount.SHORT_CASH) == DIFFERENCE
    assert counter.balance(LedgerAccount.CASH_WITH_HEAD) == LESS
    told = [one.message.body for one in counter.messages[-2:]]
    assert isinstance(told[0], OverrideGranted)
    assert told[0].codes == ("handing_differs",)


def test_too_much_is_posted_as_excess_and_an_approval_nobody_needed_is_not_told() -> None:
    counter = closed()
    about = str(counter.takings_waiting()[0].shift_id)
    approval = counter.approved(ApprovalCode.HANDING_DIFFERS, about, DIFFERENCE, CASHIER_ID)
    order = replace(
        counter.handing_order(counted=Money.rupees(1010)),
        reason="a ten was in the tray",
        approval=approval,
    )
    counter.hand_takings(order)
    assert counter.balance(LedgerAccount.EXCESS_CASH) == -DIFFERENCE
    other = closed()
    right = replace(other.handing_order(), approval=approval)
    assert other.hand_takings(right).approval is None
    assert not isinstance(other.messages[-2].message.body, OverrideGranted)


def test_a_card_number_is_no_reason() -> None:
    counter = closed()
    order = replace(counter.handing_order(), reason="card 4111111111111111")
    assert declined(counter, order) is RefusalCode.CARD_NUMBER_IN_TEXT
