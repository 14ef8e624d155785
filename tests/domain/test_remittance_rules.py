"""What each step to the bank moves: entries that balance, and to the paisa what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.cash_count import CashCount
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import (
    BankDifference,
    BankWhy,
    Slip,
    SlipKind,
    handing_entry,
)
from counter_app.domain.remittance_rules import (
    amounts_of,
    answer_entry,
    at_stake,
    counterfeit_note,
    explained,
    moved_by,
    slip_entry,
)
from counter_app.domain.tender import TenderKind
from tests.builders import NOW, SUPERVISOR_ID, TODAY

if TYPE_CHECKING:
    from counter_app.domain.ledger import Entry

sums = st.integers(1, 10**8).map(Money)
FIFTY = Money.rupees(50)


def of_account(entry: Entry, account: LedgerAccount) -> Money:
    return Money.total(one.amount for one in entry.postings if one.account is account)


def a_cash_slip(notes: int) -> Slip:
    count = CashCount.of({FIFTY: notes})
    return Slip(
        UUID(int=1), 1, SlipKind.CASH, count.total, count, (), "PNB 1", SUPERVISOR_ID, TODAY, NOW
    )


@given(sums, st.integers(0, 10**8).map(Money))
def test_a_handing_moves_what_was_counted_and_the_difference_to_its_own_account(
    amount: Money, counted: Money
) -> None:
    entry = handing_entry(amount, counted)
    assert of_account(entry, LedgerAccount.CASH_WITH_HEAD) == counted
    assert of_account(entry, LedgerAccount.CASH_TO_HAND_OVER) == -amount
    short = of_account(entry, LedgerAccount.SHORT_CASH)
    excess = of_account(entry, LedgerAccount.EXCESS_CASH)
    assert short - (-excess) == amount - counted
    assert not (short and excess)
    assert moved_by(entry) == max(amount, counted)


@given(st.integers(1, 99_999), st.lists(st.tuples(st.sampled_from(BankWhy), sums), max_size=6))
def test_an_answer_explains_its_slip_in_the_accounts(
    notes: int, found: list[tuple[BankWhy, Money]]
) -> None:
    slip = a_cash_slip(notes)
    differences = tuple(BankDifference(why, amount, "50 8AB 1") for why, amount in found)
    accepted = explained(slip, differences)
    if accepted < ZERO:
        return
    entry = answer_entry(slip, accepted, differences)
    assert entry is not None
    assert of_account(entry, LedgerAccount.BANK) == accepted
    assert of_account(entry, LedgerAccount.CASH_AT_BANK) == -slip.amount
    for why, account in (
        (BankWhy.COUNTERFEIT, LedgerAccount.BANK_COUNTERFEIT),
        (BankWhy.SHORTAGE, LedgerAccount.BANK_SHORTAGE),
        (BankWhy.MUTILATED, LedgerAccount.BANK_MUTILATED),
    ):
        assert of_account(entry, account) == Money.total(
            one.amount for one in differences if one.why is why
        )
    assert at_stake(differences) == Money.total(one.amount for one in differences)


def test_an_answer_to_papers_moves_nothing() -> None:
    assert moved_by(None) == ZERO


@given(sums)
def test_a_slip_moves_its_sum(amount: Money) -> None:
    entry = slip_entry({TenderKind.CASH: amount})
    assert moved_by(entry) == amount
    assert amounts_of(a_cash_slip(3)) == {TenderKind.CASH: Money.rupees(150)}


def test_a_counterfeit_is_noted_by_its_face_and_number() -> None:
    assert counterfeit_note(Money.rupees(500), " 8AB 123456 ") == "500 8AB 123456"
