"""What is typed of the bank's answer: all mistakes at once, and to the paisa what should have been accepted."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from counter_app.domain.cash_count import CashCount
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import BankDifference, BankWhy, Slip, SlipKind
from tests.builders import NOW, SUPERVISOR_ID, TODAY
from ui.bank_answer_form import ACCEPTED, DAY, REFERENCE, AnswerForm, difference_typed

FIVE_HUNDRED = Money.rupees(500)
COUNT = CashCount.of({FIVE_HUNDRED: 2})
SLIP = Slip(
    UUID(int=1), 4, SlipKind.CASH, COUNT.total, COUNT, (), "PNB 1", SUPERVISOR_ID, TODAY, NOW
)


def a_form(
    reference: str = "PNB 88", day: str = "23-11-2026", accepted: str = "1000"
) -> AnswerForm:
    return AnswerForm(SLIP, TODAY, reference, day, accepted)


def test_a_whole_slip_needs_a_reference_and_a_day() -> None:
    form = a_form()
    assert form.problems == {}
    assert form.is_explained
    assert form.day == TODAY


def test_all_that_is_wrong_is_told_at_once() -> None:
    form = a_form("", "soon", "12x")
    assert {part: one.code for part, one in form.problems.items()} == {
        REFERENCE: RefusalCode.BANK_REFERENCE_MISSING,
        DAY: RefusalCode.BANK_DAY_WRONG,
        ACCEPTED: RefusalCode.AMOUNT_NOT_A_NUMBER,
    }


@pytest.mark.parametrize("days", [-1, 1])
def test_a_day_before_the_slip_or_to_come_is_wrong(days: int) -> None:
    day = TODAY + timedelta(days=days)
    assert set(a_form(day=f"{day:%d-%m-%Y}").problems) == {DAY}


def test_differences_explain_a_smaller_sum_and_can_be_taken_out() -> None:
    form = a_form(accepted="५००")
    assert form.problems[ACCEPTED].code is RefusalCode.BANK_SUM_DIFFERS
    one = difference_typed(BankWhy.COUNTERFEIT, "500", " 8AB 123456 ")
    assert one == BankDifference(BankWhy.COUNTERFEIT, FIVE_HUNDRED, "500 8AB 123456")
    with_one = form.with_difference(one)
    assert with_one.problems == {}
    assert with_one.at_stake == FIVE_HUNDRED
    assert with_one.should_be == FIVE_HUNDRED
    assert with_one.without(0) == form


def test_a_bank_may_have_taken_nothing() -> None:
    gone = difference_typed(BankWhy.SHORTAGE, "1000", "the bag was empty")
    form = a_form(accepted="0").with_difference(gone)
    assert form.accepted == ZERO
    assert form.problems == {}


@pytest.mark.parametrize(
    ("amount", "note", "code"),
    [
        ("", "x", RefusalCode.AMOUNT_MISSING),
        ("0", "x", RefusalCode.AMOUNT_ZERO),
        ("10", "  ", RefusalCode.BANK_NOTE_MISSING),
    ],
)
def test_a_difference_needs_a_sum_and_a_note(amount: str, note: str, code: RefusalCode) -> None:
    with pytest.raises(Refusal) as refused:
        difference_typed(BankWhy.MUTILATED, amount, note)
    assert refused.value.code is code


def test_what_is_typed_later_stands() -> None:
    form = a_form().with_text("reference", "A").with_text("day", "24-11-2026")
    form = form.with_text("accepted", "7")
    assert (form.reference_text, form.day_text, form.accepted_text) == ("A", "24-11-2026", "7")
