"""Entries balance, or they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.ledger import (
    ACCOUNT_OF,
    Entry,
    LedgerAccount,
    Posting,
    float_entry,
    payment_entry,
    return_entry,
    totals_by_kind,
)
from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import TenderKind, kind_of
from tests.builders import card, cash, cheque, draft, upi

if TYPE_CHECKING:
    from counter_app.domain.tender import Tender

sums = st.integers(1, 10**11).map(Money)
tenders = st.lists(
    st.one_of(*(st.builds(make, sums) for make in (cash, card, upi, cheque, draft))),
    min_size=1,
    max_size=6,
)
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


@given(tenders, st.data())
def test_a_payment_of_any_tenders_balances(
    given_tenders: list[Tender], data: st.DataObject
) -> None:
    total = Money.total(tender.amount for tender in given_tenders)
    advance = Money(data.draw(st.integers(0, total.paise)))
    credited = {
        LedgerAccount.BILL_COLLECTION: total - advance,
        LedgerAccount.ADVANCE_RECEIVED: advance,
    }
    entry = payment_entry(given_tenders, credited)
    assert Money.total(posting.amount for posting in entry.postings) == ZERO
    owed = {one.account: -one.amount for one in entry.postings if one.amount < ZERO}
    assert owed == {account: amount for account, amount in credited.items() if amount}


def test_each_tender_comes_into_its_own_account() -> None:
    made = (cash(Money(70), Money(100)), card(Money(30)), upi(Money(20)))
    paper = (cheque(Money(10)), draft(Money(5)))
    entry = payment_entry((*made, *paper), {LedgerAccount.BILL_COLLECTION: Money(135)})
    assert entry.postings == (
        Posting(LedgerAccount.CASH_DRAWER, Money(70)),
        Posting(LedgerAccount.CARD_CLEARING, Money(30)),
        Posting(LedgerAccount.UPI_CLEARING, Money(20)),
        Posting(LedgerAccount.CHEQUES_IN_HAND, Money(10)),
        Posting(LedgerAccount.DRAFTS_IN_HAND, Money(5)),
        Posting(LedgerAccount.BILL_COLLECTION, Money(-135)),
    )


@given(st.sampled_from((TenderKind.CHEQUE, TenderKind.DRAFT, TenderKind.UPI)), sums, sums)
def test_a_return_moves_back_what_the_payment_moved(
    kind: TenderKind, settled: Money, advance: Money
) -> None:
    credited = {LedgerAccount.BILL_COLLECTION: settled, LedgerAccount.ADVANCE_RECEIVED: advance}
    whole = settled + advance
    tenders_of_kind = {kind_of(one): one for one in (cheque(whole), draft(whole), upi(whole))}
    paid = payment_entry((tenders_of_kind[kind],), credited)
    undone = return_entry(ACCOUNT_OF[kind], credited)
    moved: dict[LedgerAccount, int] = {}
    for posting in (*paid.postings, *undone.postings):
        moved[posting.account] = moved.get(posting.account, 0) + posting.amount.paise
    assert not any(moved.values())


def test_a_float_comes_into_the_drawer() -> None:
    assert float_entry(Money(500)).postings == (
        Posting(LedgerAccount.CASH_DRAWER, Money(500)),
        Posting(LedgerAccount.FLOAT_ISSUED, Money(-500)),
    )


@given(tenders)
def test_the_totals_of_each_kind_make_the_whole(given_tenders: list[Tender]) -> None:
    totals = totals_by_kind(given_tenders)
    assert Money.total(totals.values()) == Money.total(tender.amount for tender in given_tenders)
    assert set(totals) == {kind_of(tender) for tender in given_tenders}
