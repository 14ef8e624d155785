"""A returned instrument undoes its payments exactly as far as it paid them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acceptance import consider
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.instrument import HeldInstrument, InstrumentStep, PaidPart, returned
from counter_app.domain.money import Money
from counter_app.domain.tender import CardTender, CashTender, TenderKind, identity_of, kind_of
from tests.builders import CASHIER_ID, NOW, TODAY, a_receipt_no
from tests.domain.strategies import Drawn, free, orders

if TYPE_CHECKING:
    import random

LIFE = (InstrumentState.RECEIVED, InstrumentState.LISTED, InstrumentState.DEPOSITED)


def a_step(state: InstrumentState) -> InstrumentStep:
    return InstrumentStep(state, TODAY, NOW, CASHIER_ID)


def held_of(drawn: Drawn) -> dict[str, HeldInstrument]:
    """The instruments of an order as the books give them."""
    held: dict[str, HeldInstrument] = {}
    decided = consider(drawn.order, drawn.accounts, free()).lines
    for place, (line, one) in enumerate(zip(drawn.order.lines, decided, strict=True)):
        for tender in one.tenders:
            if isinstance(tender, CashTender | CardTender):
                continue
            part = PaidPart(
                line.payment_id,
                a_receipt_no(place + 1),
                line.account_no,
                tender.amount,
                one.allocations,
                one.purpose.account,
            )
            name, kind = identity_of(tender), kind_of(tender)
            waits = InstrumentState.UNMATCHED if kind is TenderKind.UPI else LIFE[-1]
            known = held.get(name) or HeldInstrument(
                name, kind, tender.amount, None, "", TODAY, (), (a_step(waits),)
            )
            held[name] = replace(known, parts=(*known.parts, part))
    return held


def standing(part: PaidPart, gone: Counter[tuple[object, ...]]) -> PaidPart:
    left = (
        replace(
            one, amount=Money(one.amount.paise - gone[part.payment_id, one.bill_no, one.toward])
        )
        for one in part.allocations
    )
    return replace(part, allocations=tuple(one for one in left if one.amount))


@given(orders(), st.randoms(use_true_random=False))
def test_when_every_instrument_comes_back_what_stands_is_what_cash_and_cards_paid(
    drawn: Drawn, dice: random.Random
) -> None:
    held = list(held_of(drawn).values())
    dice.shuffle(held)
    gone: Counter[tuple[object, ...]] = Counter()
    moved: Counter[str] = Counter()
    for one in held:
        undone = returned(
            replace(one, parts=tuple(standing(part, gone) for part in one.parts)), "refused"
        )
        assert [part.amount for part in undone.parts] == [part.amount for part in one.parts]
        for part in undone.parts:
            assert Money.total(two.amount for two in part.allocations) == part.amount
            for two in part.allocations:
                gone[part.payment_id, two.bill_no, two.toward] += two.amount.paise
        for posting in undone.entry.postings:
            moved[posting.account] += posting.amount.paise
    left = Counter(booked(drawn))
    left.update(moved)
    for place, line in enumerate(consider(drawn.order, drawn.accounts, free()).lines):
        kept = [one for one in line.tenders if isinstance(one, CashTender | CardTender)]
        paid = sum(one.amount.paise for one in kept)
        payment_id = drawn.order.lines[place].payment_id
        stands = [
            one.amount.paise - gone[payment_id, one.bill_no, one.toward] for one in line.allocations
        ]
        assert sum(stands) == paid
        assert min(stands) >= 0
    instruments = ("upi_clearing", "cheques_in_hand", "drafts_in_hand")
    assert not any(left[account] for account in instruments)


def booked(drawn: Drawn) -> Counter[str]:
    postings: Counter[str] = Counter()
    for line in consider(drawn.order, drawn.accounts, free()).lines:
        for posting in line.entry.postings:
            postings[posting.account] += posting.amount.paise
    return postings


def a_held(state: InstrumentState) -> HeldInstrument:
    return HeldInstrument("", TenderKind.CHEQUE, Money(1), None, "", TODAY, (), (a_step(state),))


@pytest.mark.parametrize("state", [*LIFE[:-1], InstrumentState.RETURNED, InstrumentState.CLAIMED])
def test_an_instrument_comes_back_from_the_bank_only(state: InstrumentState) -> None:
    with pytest.raises(Refusal) as caught:
        returned(a_held(state), "refused")
    assert caught.value.code is RefusalCode.INSTRUMENT_STEP_WRONG


@pytest.mark.parametrize("reason", ["", "  "])
def test_it_comes_back_with_a_reason(reason: str) -> None:
    with pytest.raises(Refusal) as caught:
        returned(a_held(LIFE[-1]), reason)
    assert caught.value.code is RefusalCode.RETURN_REASON_MISSING


def test_its_state_is_that_of_its_last_step() -> None:
    held = replace(a_held(LIFE[0]), steps=tuple(a_step(state) for state in LIFE))
    assert held.state is InstrumentState.DEPOSITED
