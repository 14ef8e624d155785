"""Entries balance, or they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.ledger import (
    Entry,
    LedgerAccount,
    Posting,
    float_entry,
    payment_entry,
    totals_by_kind,
)
from counter_app.domain.money import ZERO, Money
from tests.builders import card, cash

if TYPE_CHECKING:
    from counter_app.domain.tender import Tender

sums = st.integers(1, 10**11).map(Money)
tenders = st.lists(st.one_of(st.builds(cash, sums), st.builds(card, sums)), min_size=1, max_size=6)
postings = st.lists(
    st.builds(Posting, st.sampled_from(LedgerAccount), st.integers(-50, 50).map(Money)), max_size=5
).map(tuple)


def balances(movements: tuple[Posting, ...]) -> bool:
    amounts = [movement.amount.paise for movement in movements]
    return len(amounts) > 1 and 0 not in amounts and sum(amounts) == 0


@given(postings)
def test_an_entry_is_built_only_when_it_balances(movements: tuple[Posting, ...]) -> None:
    try:
        Entry(movements)
    except ValueError:
        assert not balances(movements)
    else:
        assert balances(movements)


def test_an_entry_that_does_not_balance_is_a_bug() -> None:
    cash_in = Posting(LedgerAccount.CASH_DRAWER, Money(100))
    owed = Posting(LedgerAccount.BILL_COLLECTION, Money(-99))
    with pytest.raises(ValueError, match="does not balance"):
        Entry((cash_in, owed))
    with pytest.raises(ValueError, match="two movements"):
        Entry((cash_in,))


@given(tenders)
def test_a_payment_of_any_tenders_balances(given_tenders: list[Tender]) -> None:
    entry = payment_entry(given_tenders)
    total = Money.total(tender.amount for tender in given_tenders)
    assert Money.total(posting.amount for posting in entry.postings) == ZERO
    assert entry.postings[-1] == Posting(LedgerAccount.BILL_COLLECTION, -total)


def test_cash_comes_into_the_drawer_and_a_card_sale_into_clearing() -> None:
    entry = payment_entry((cash(Money(70), Money(100)), card(Money(30))))
    assert entry.postings == (
        Posting(LedgerAccount.CASH_DRAWER, Money(70)),
        Posting(LedgerAccount.CARD_CLEARING, Money(30)),
        Posting(LedgerAccount.BILL_COLLECTION, Money(-100)),
    )


def test_a_float_comes_into_the_drawer() -> None:
    assert float_entry(Money(500)).postings == (
        Posting(LedgerAccount.CASH_DRAWER, Money(500)),
        Posting(LedgerAccount.FLOAT_ISSUED, Money(-500)),
    )


@given(tenders)
def test_the_totals_of_each_kind_make_the_whole(given_tenders: list[Tender]) -> None:
    totals = totals_by_kind(given_tenders)
    assert Money.total(totals.values()) == Money.total(tender.amount for tender in given_tenders)
    assert set(totals) <= {"cash", "card"}
