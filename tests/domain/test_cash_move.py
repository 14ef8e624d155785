"""Cash moves in and out of a drawer, and every movement has its other side."""

from __future__ import annotations

from uuid import UUID

import pytest

from counter_app.domain.cash_count import NO_CASH
from counter_app.domain.cash_move import (
    OTHER_SIDE,
    PAID_IN,
    PAID_OUT,
    CashMove,
    MoveWhy,
    move_entry,
    refuse_above_drawer,
)
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from tests.builders import CASHIER_ID, NOW, SHIFT_ID, TODAY

TEN = Money.rupees(10)


@pytest.mark.parametrize("why", list(MoveWhy))
def test_what_a_movement_moves_is_in_the_drawer_and_on_its_other_side(why: MoveWhy) -> None:
    moved = {one.account: one.amount for one in move_entry(why, TEN).postings}
    move = CashMove(UUID(int=1), SHIFT_ID, why, TEN, NO_CASH, "", CASHIER_ID, None, TODAY, NOW)
    assert moved == {
        LedgerAccount.CASH_DRAWER: move.into_drawer,
        OTHER_SIDE[why]: -move.into_drawer,
    }
    assert move.is_in is (why in PAID_IN)
    assert move.into_drawer == (TEN if move.is_in else -TEN)
    assert move_entry(why, TEN).moved == TEN


def test_a_drop_is_neither_paid_in_nor_paid_out() -> None:
    assert PAID_IN | PAID_OUT | {MoveWhy.DROP} == set(MoveWhy)
    assert not PAID_IN & PAID_OUT


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (ZERO, RefusalCode.AMOUNT_ZERO),
        (-TEN, RefusalCode.AMOUNT_ZERO),
        (TEN + Money(1), RefusalCode.ABOVE_DRAWER),
    ],
)
def test_only_what_should_be_there_is_taken_out(amount: Money, code: RefusalCode) -> None:
    refuse_above_drawer(TEN, TEN)
    with pytest.raises(Refusal) as caught:
        refuse_above_drawer(amount, TEN)
    assert caught.value.code is code
