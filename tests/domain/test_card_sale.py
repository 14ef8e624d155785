"""A card sale's outcome, and the reference it is known by."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.card_guard import holds_card_number
from counter_app.domain.card_sale import (
    Charge,
    ChargeNote,
    SaleOutcome,
    SaleReason,
    SaleState,
    approval_told,
)
from counter_app.domain.identity import PaymentId
from counter_app.domain.money import LARGEST_PAISE, Money
from tests.builders import NOW, a_card_slip

IDS = st.uuids().map(PaymentId)
AN_ID = PaymentId(UUID(int=1))
NUMBERS = st.integers(1, 99)
SLIP = {
    "last4": "1881",
    "rrn": "632711004512",
    "approval_code": "A81203",
    "tid": "KSC00071",
    "mid": "KESCO0000000071",
    "batch": "32",
    "invoice": "214",
}
APPROVED = SaleOutcome(SaleState.APPROVED, slip=a_card_slip())
DECLINED = SaleOutcome(SaleState.DECLINED, SaleReason.PIN_WRONG)
UNCERTAIN = SaleOutcome(SaleState.UNCERTAIN, SaleReason.NO_ANSWER)


def test_a_slip_as_told_is_the_slip() -> None:
    assert approval_told("RuPay", SLIP) == APPROVED


@pytest.mark.parametrize(
    ("name", "told", "reason"),
    [
        ("rrn", "", SaleReason.ANSWER_UNREADABLE),
        ("last4", "18811", SaleReason.ANSWER_UNREADABLE),
        ("approval_code", "4111 1111 1111 1111", SaleReason.CARD_NUMBER_IN_ANSWER),
        ("mid", "4111111111111111", SaleReason.CARD_NUMBER_IN_ANSWER),
    ],
)
def test_a_slip_that_is_none_leaves_the_sale_uncertain(
    name: str, told: str, reason: SaleReason
) -> None:
    outcome = approval_told("RuPay", SLIP | {name: told})
    assert outcome == SaleOutcome(SaleState.UNCERTAIN, reason)


@pytest.mark.parametrize("state", SaleState)
def test_the_slip_is_there_when_approved_and_only_then(state: SaleState) -> None:
    is_approved = state is SaleState.APPROVED
    wrong_slip = None if is_approved else a_card_slip()
    with pytest.raises(ValueError, match="no such outcome"):
        SaleOutcome(state, SaleReason.NO_ANSWER, wrong_slip)


@pytest.mark.parametrize("state", sorted(set(SaleState) - {SaleState.APPROVED}))
def test_whatever_is_not_approved_says_why(state: SaleState) -> None:
    with pytest.raises(ValueError, match="no such outcome"):
        SaleOutcome(state)


def test_only_an_uncertain_sale_is_not_certain() -> None:
    assert [o.is_certain for o in (APPROVED, DECLINED, UNCERTAIN)] == [True, True, False]


@pytest.mark.parametrize(
    ("outcome", "is_known", "may_be_charged"),
    [
        (None, False, True),
        (UNCERTAIN, False, True),
        (APPROVED, True, True),
        (DECLINED, True, False),
    ],
)
def test_a_note_knows_whether_money_may_have_left_the_card(
    outcome: SaleOutcome | None,
    is_known: bool,  # noqa: FBT001 - a case of the test
    may_be_charged: bool,  # noqa: FBT001 - a case of the test
) -> None:
    note = ChargeNote(Charge(AN_ID, 1, Money(1)), NOW, outcome)
    assert (note.is_known, note.may_be_charged) == (is_known, may_be_charged)


# references


@given(IDS, NUMBERS)
def test_a_reference_is_short_plain_and_never_like_a_card_number(
    group_id: PaymentId, number: int
) -> None:
    reference = Charge(group_id, number, Money(1)).reference
    assert re.fullmatch(r"[A-Z]{28}-[0-9]{2}", reference)
    assert not holds_card_number(reference)


@given(IDS, NUMBERS, IDS, NUMBERS)
def test_two_charges_never_share_a_reference(
    group_id: PaymentId, number: int, other_id: PaymentId, other_number: int
) -> None:
    one, other = Charge(group_id, number, Money(1)), Charge(other_id, other_number, Money(1))
    assert (one.reference == other.reference) == (one == other)


@given(IDS)
def test_a_reference_tells_its_payment(group_id: PaymentId) -> None:
    value = 0
    for letter in Charge(group_id, 1, Money(1)).reference[:28]:
        value = value * 26 + ord(letter) - ord("A")
    assert UUID(int=value) == group_id


def test_the_largest_id_has_its_letters_too() -> None:
    assert Charge(PaymentId(UUID(int=2**128 - 1)), 99, Money(1)).reference.startswith("C")
    assert Charge(PaymentId(UUID(int=0)), 1, Money(1)).reference == f"{'A' * 28}-01"


@pytest.mark.parametrize("number", [0, 100])
def test_a_payment_has_99_sales_at_most(number: int) -> None:
    with pytest.raises(ValueError, match="sale number"):
        Charge(AN_ID, number, Money(1))


@pytest.mark.parametrize("paise", [0, -1, LARGEST_PAISE + 1])
def test_a_sale_is_of_an_amount_that_can_be_paid(paise: int) -> None:
    with pytest.raises(ValueError, match="sale of"):
        Charge(AN_ID, 1, Money(paise))
