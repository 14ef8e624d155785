"""What is typed at the till, read once."""

from __future__ import annotations

import pytest

from counter_app.domain.cash_count import DENOMINATIONS, NO_CASH, CashCount
from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import ZERO, Money
from ui.count_form import CountForm
from ui.till_forms import WAYS_IN, WAYS_OUT, DropForm, MoveForm, OpeningForm

FIVE_HUNDRED = DENOMINATIONS[1]
SIX = CountForm({FIVE_HUNDRED: "6"}).with_zeros()
SIX_NOTES = CashCount(((FIVE_HUNDRED, 6),))


def test_a_float_is_counted_or_typed_and_nothing_typed_is_no_float() -> None:
    assert OpeningForm(SIX).opening == SIX_NOTES
    assert OpeningForm().opening is None
    by_sum = OpeningForm(SIX, "500").by_other_way()
    assert by_sum.opening == Money.rupees(500)
    assert by_sum.by_other_way().opening == SIX_NOTES
    assert OpeningForm(sum_text="0", is_by_sum=True).opening == ZERO
    nothing = OpeningForm(is_by_sum=True)
    assert nothing.opening is None
    assert nothing.sum_problem is not None
    assert nothing.sum_problem.code is RefusalCode.AMOUNT_MISSING
    assert OpeningForm(sum_text="0").sum_problem is None


def test_a_float_has_a_sum_however_it_was_typed() -> None:
    assert OpeningForm(SIX).total == Money.rupees(3_000)
    assert OpeningForm(sum_text="500", is_by_sum=True).total == Money.rupees(500)
    assert OpeningForm().total is None


def test_a_drop_needs_cash_a_receiver_and_the_pin() -> None:
    whole = DropForm(SIX, " h२01 ", "४७११")
    assert whole.order == (SIX_NOTES, "H201", "4711")
    assert DropForm(CountForm(), "H201", "4711").order is None
    assert DropForm(SIX, "", "4711").order is None
    assert DropForm(SIX, "H201").order is None
    nothing = DropForm(CountForm().with_zeros(), "H201", "4711")
    assert nothing.count.count == NO_CASH
    assert nothing.is_nothing
    assert nothing.order is None
    assert not DropForm().is_nothing


def test_cash_in_and_out_need_a_sum_and_a_reason() -> None:
    whole = MoveForm(MoveWhy.EXPENSE, "120", "  tea for the  queue ")
    assert whole.order == (MoveWhy.EXPENSE, Money.rupees(120), "tea for the queue")
    assert (whole.amount_problem, whole.reason_problem) == (None, None)


@pytest.mark.parametrize(
    ("amount", "reason", "wrong_amount", "wrong_reason"),
    [
        ("", "", RefusalCode.AMOUNT_MISSING, RefusalCode.REASON_MISSING),
        ("0", "tea", RefusalCode.AMOUNT_ZERO, None),
        ("12x", "tea", RefusalCode.AMOUNT_NOT_A_NUMBER, None),
        ("12", "x" * 500, None, RefusalCode.REASON_TOO_LONG),
    ],
)
def test_all_that_is_wrong_with_a_move_is_told(
    amount: str, reason: str, wrong_amount: RefusalCode | None, wrong_reason: RefusalCode | None
) -> None:
    form = MoveForm(MoveWhy.FOUND, amount, reason)
    assert (form.amount_problem and form.amount_problem.code) == wrong_amount
    assert (form.reason_problem and form.reason_problem.code) == wrong_reason
    assert form.order is None


def test_every_way_but_a_drop_is_in_or_out() -> None:
    assert {*WAYS_IN, *WAYS_OUT, MoveWhy.DROP} == set(MoveWhy)
