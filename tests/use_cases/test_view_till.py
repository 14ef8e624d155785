"""A till is looked at as it stands, and its limits are felt: a caution, a word, and above the last a drop."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.caveat import CaveatCode, WordNeededError
from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.policy import RuleName
from counter_app.domain.shift import ShiftState
from counter_app.domain.shift_close import InHand, ProofOfSync, ShiftReceipts
from counter_app.domain.tender import TenderKind
from counter_app.use_cases.custody_views import Limit, LimitOf
from tests.builders import (
    CASHIER_ID,
    FLOAT,
    NOW,
    PIN,
    SUPERVISOR_ID,
    TODAY,
    a_line,
    a_payment_id,
    a_rule,
    a_word,
    an_order_of,
    card,
    cash,
)
from tests.use_cases.till import HEAD_ID, SECOND_ID, a_till, kept_unchanged, pieces

if TYPE_CHECKING:
    from tests.use_cases.counter import Counter

RUPEES = Money.rupees
DUE = RUPEES(1000)


def test_a_till_tells_what_it_holds_and_how_near_the_limits_are() -> None:
    counter = a_till(DUE, DUE)
    counter.takes(DUE, cash(DUE), account_no="1")
    counter.takes(DUE, card(DUE), account_no="2")
    counter.clock.passes(timedelta(hours=5))
    seen = counter.view_till(CASHIER_ID)
    assert (seen.seen.state, seen.seen.cashier_name_en) == (ShiftState.OPEN, "SUNITA VERMA")
    assert seen.drawer == FLOAT + DUE
    assert seen.standing.expected == {
        TenderKind.CASH: InHand(0, FLOAT + DUE),
        TenderKind.CARD: InHand(1, DUE),
    }
    first, last = (str(one.payment.receipt_no) for one in counter.receipts)
    assert seen.receipts == ShiftReceipts(first, last, 2, ProofOfSync(0, ZERO, 2, RUPEES(2000)))
    assert seen.limits == (
        Limit(LimitOf.DRAWER, 1500_00, 2_00_000_00, 5_00_000_00, 10_00_000_00),
        Limit(LimitOf.UNSENT, 2000_00, 1_00_00_000_00, 2_00_00_000_00),
        Limit(LimitOf.OFFLINE_HOURS, 5, 72, 168),
    )


def test_a_counter_with_nothing_unsent_is_not_alone() -> None:
    counter = a_till()
    counter.push_outbox()
    alone = counter.view_till(CASHIER_ID).limits[-1]
    assert (alone.what, alone.now) == (LimitOf.OFFLINE_HOURS, 0)


def test_an_empty_till_has_no_cash() -> None:
    counter = a_till()
    counter.pay_in_or_out(CASHIER_ID, MoveWhy.CHANGE_LESSENED, FLOAT, "not needed today")
    assert counter.view_till(CASHIER_ID).drawer == ZERO


def test_who_has_no_shift_has_no_till() -> None:
    counter = a_till()
    refusal = kept_unchanged(counter, lambda: counter.view_till(SECOND_ID))
    assert refusal.code is RefusalCode.SHIFT_NOT_OPEN


def a_till_that_holds_much(*, word: int = 2000, drop: int = 4000) -> Counter:
    """With small limits: a caution above Rs 1,000, and these; its drawer holds Rs 2,500."""
    counter = a_till(RUPEES(2000), RUPEES(1500), RUPEES(1500))
    rule = a_rule(
        RuleName.DRAWER,
        valid_from=TODAY,
        is_local=True,
        warn_paise=1000_00,
        word_paise=word * 100,
        drop_paise=drop * 100,
    )
    pay_in_cash(counter, "1", RUPEES(2000), with_word=False)
    counter.set_rule(rule, SUPERVISOR_ID, PIN, "told by the division")
    return counter


def pay_in_cash(
    counter: Counter, account_no: str, amount: Money, *, with_word: bool = True
) -> None:
    word = replace(a_word(CaveatCode.DRAWER), word_id=counter.ids.fresh()) if with_word else None
    line = a_line(
        amount,
        shown=counter.due(account_no),
        account_no=account_no,
        payment_id=a_payment_id(int(account_no)),
    )
    counter.take_payment(replace(an_order_of(line, tenders=(cash(amount),)), word=word))


def test_a_drop_lifts_what_the_drawer_asked_for() -> None:
    counter = a_till_that_holds_much()
    with pytest.raises(WordNeededError) as caught:
        pay_in_cash(counter, "2", RUPEES(1500), with_word=False)
    assert [one.code for one in caught.value.caveats] == [CaveatCode.DRAWER]
    counter.drop_cash(CASHIER_ID, pieces(RUPEES(2500)), HEAD_ID, PIN)
    line = a_line(RUPEES(900), shown=RUPEES(1500), account_no="2", payment_id=a_payment_id(9))
    order = an_order_of(line, tenders=(cash(RUPEES(900)),))
    caveats = counter.consider_payment(order).caveats
    assert CaveatCode.DRAWER not in {one.code for one in caveats}
    pay_in_cash(counter, "2", RUPEES(1500), with_word=False)


def test_above_the_last_limit_a_word_is_not_enough_and_a_drop_is() -> None:
    counter = a_till_that_holds_much()
    pay_in_cash(counter, "2", RUPEES(1500))
    refusal = kept_unchanged(counter, lambda: pay_in_cash(counter, "3", RUPEES(1500)))
    assert refusal.code is RefusalCode.DROP_NEEDED
    assert refusal.facts == {"drawer_paise": 4000_00, "limit_paise": 4000_00}
    counter.drop_cash(CASHIER_ID, pieces(RUPEES(4000)), SUPERVISOR_ID, PIN)
    pay_in_cash(counter, "3", RUPEES(1500))


def test_where_there_is_no_last_limit_a_word_is_enough() -> None:
    counter = a_till_that_holds_much(drop=0)
    pay_in_cash(counter, "2", RUPEES(1500))
    pay_in_cash(counter, "3", RUPEES(1500))


def test_a_payment_of_a_clock_set_back_belongs_to_the_day_of_the_shift() -> None:
    counter = a_till(DUE)
    counter.clock.is_set_to(NOW - timedelta(days=1))
    (receipt,) = counter.takes(DUE, cash(DUE), account_no="1").receipts
    assert (receipt.payment.business_date, receipt.payment.taken_at.date()) == (
        TODAY,
        TODAY - timedelta(days=1),
    )


def test_a_payment_after_midnight_belongs_to_the_new_day() -> None:
    counter = a_till(DUE)
    counter.clock.passes(timedelta(days=1))
    (receipt,) = counter.takes(DUE, cash(DUE), account_no="1").receipts
    assert receipt.payment.business_date == TODAY + timedelta(days=1)
