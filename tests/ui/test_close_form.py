"""The count of a close as it is typed: cash, and the slips of every other tender."""

from __future__ import annotations

import pytest

from counter_app.domain.cash_count import DENOMINATIONS, NO_CASH
from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.shift_close import Counted, InHand
from counter_app.domain.tender import TenderKind
from ui.close_form import OTHERS, CloseForm, InHandForm

CARD = TenderKind.CARD
FIVE_HUNDRED = DENOMINATIONS[1]


def test_number_and_sum_of_slips_are_read_in_any_digits() -> None:
    assert InHandForm("३", "1,250.50").in_hand == InHand(3, Money.rupees(1_250, 50))


def test_no_slips_need_no_sum() -> None:
    assert InHandForm("0").in_hand == InHand(0, Money(0))
    assert InHandForm("0", "0").in_hand == InHand(0, Money(0))


@pytest.mark.parametrize(
    ("pieces", "amount", "wrong_pieces", "wrong_amount"),
    [
        ("", "", RefusalCode.COUNT_MISSING, RefusalCode.AMOUNT_MISSING),
        ("", "500", RefusalCode.COUNT_MISSING, None),
        ("0", "500", RefusalCode.COUNT_MISSING, None),
        ("2", "", None, RefusalCode.AMOUNT_MISSING),
        ("2", "0", None, RefusalCode.AMOUNT_ZERO),
        ("0", "x", None, RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("2x", "500", RefusalCode.PIECES_NOT_A_NUMBER, None),
        ("-2", "500", RefusalCode.PIECES_NOT_A_NUMBER, None),
        ("1000000", "500", RefusalCode.PIECES_NOT_A_NUMBER, None),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    pieces: str, amount: str, wrong_pieces: RefusalCode | None, wrong_amount: RefusalCode | None
) -> None:
    form = InHandForm(pieces, amount)
    assert (form.pieces_problem and form.pieces_problem.code) == wrong_pieces
    assert (form.amount_problem and form.amount_problem.code) == wrong_amount
    assert form.in_hand is None


def test_a_count_is_whole_only_when_every_tender_was_said() -> None:
    form = CloseForm().with_zeros()
    assert form.counted == Counted(NO_CASH, {})
    assert form.with_other(CARD, InHandForm()).counted is None
    assert form.with_cash(form.cash.with_text(FIVE_HUNDRED, "x")).counted is None


def test_what_was_typed_stays_when_the_rest_is_said_to_be_none() -> None:
    form = CloseForm().with_other(CARD, InHandForm("2", "500")).with_zeros()
    assert form.counted == Counted(NO_CASH, {CARD: InHand(2, Money.rupees(500))})
    half = CloseForm().with_other(CARD, InHandForm("2")).with_zeros()
    assert half.of(CARD) == InHandForm("2")
    assert half.counted is None


def test_a_count_that_was_not_begun_is_blank() -> None:
    assert CloseForm().is_blank
    for kind in OTHERS:
        assert not CloseForm().with_other(kind, InHandForm("", "5")).is_blank
    assert not CloseForm().with_zeros().is_blank
