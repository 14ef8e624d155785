"""What every snapshot keeps beside the bills: old numbers and barred cheques, the fake and the real one alike."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.beside import NOTHING_BESIDE, ChequeBar, ToldBeside
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import AccountNo
from counter_app.wire.lists import MOST_STEPS, ChequeBarTold, RenumberedTold
from tests.agreements.bills_at_hand import (
    MANY,
    OTHER_NO,
    SNAPSHOTS,
    Snapshot,
    a_page,
    another,
    found,
    pull,
)
from tests.builders import ACCOUNT_NO, a_bill, a_consumer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD, OLDER = "91000042", "KES-7/42"
BAR = ChequeBarTold(ACCOUNT_NO, "2026-11-01", "2027-04-30", "came back twice", False)


@pytest.fixture(params=sorted(SNAPSHOTS))
def bills(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Snapshot]:
    """Two consumers; the first was known by another number, and its cheques are barred."""
    with SNAPSHOTS[request.param](tmp_path) as bills:
        changed = (RenumberedTold(OLD, ACCOUNT_NO),)
        told = (a_consumer(), another())
        pull(bills, a_page(*told, bills=(a_bill(),), cursor=5, renumbered=changed, barred=(BAR,)))
        yield bills


def test_an_old_number_finds_the_account_it_became(bills: Snapshot) -> None:
    for typed in (OLD, f" {OLD} ", "९१००००४२", "9100 0042"):
        assert found(bills, typed) == [(ACCOUNT_NO, "renumbered", True)]
    (candidate,) = bills.find(OLD, MANY)
    assert candidate.name_en == a_consumer().name_en
    assert found(bills, OLD[:-1]) == []


def test_a_number_is_followed_through_every_step_that_was_told(bills: Snapshot) -> None:
    pull(bills, a_page(cursor=6, renumbered=(RenumberedTold(OLDER, OLD),)))
    assert found(bills, OLDER.lower()) == [(ACCOUNT_NO, "renumbered", True)]
    assert bills.beside(ACCOUNT_NO).old_numbers == (OLD, OLDER)
    pull(bills, a_page(cursor=7, renumbered=(RenumberedTold(OLD, OTHER_NO),)))
    assert found(bills, OLDER) == [(OTHER_NO, "renumbered", True)]
    assert bills.beside(ACCOUNT_NO).old_numbers == ()
    assert bills.beside(AccountNo(OTHER_NO)).old_numbers == (OLD, OLDER)


def test_numbers_in_a_ring_end_nowhere(bills: Snapshot) -> None:
    ring = (RenumberedTold("A1", "A2"), RenumberedTold("A2", "A1"))
    pull(bills, a_page(cursor=6, renumbered=ring))
    assert found(bills, "A1") == []
    assert len(bills.beside(AccountNo("A1")).old_numbers) <= MOST_STEPS


def test_whoever_has_a_number_now_is_found_by_it_and_nobody_else(bills: Snapshot) -> None:
    pull(bills, a_page(cursor=6, renumbered=(RenumberedTold(OTHER_NO, ACCOUNT_NO),)))
    assert found(bills, OTHER_NO) == [(OTHER_NO, "account", True)]
    pull(bills, a_page(removed=(OTHER_NO,), cursor=7))
    assert found(bills, OTHER_NO) == [(ACCOUNT_NO, "renumbered", True)]
    pull(bills, a_page(removed=(ACCOUNT_NO,), cursor=8))
    assert found(bills, OTHER_NO) == []


def test_a_bar_holds_until_its_list_says_otherwise(bills: Snapshot) -> None:
    bar = ChequeBar(date(2026, 11, 1), date(2027, 4, 30), "came back twice")
    assert bills.beside(ACCOUNT_NO) == ToldBeside((AccountNo(OLD),), bar)
    assert bills.beside(AccountNo(OTHER_NO)) == NOTHING_BESIDE
    for_ever = ChequeBarTold(ACCOUNT_NO, "2026-12-01", "", "a third time", False)
    pull(bills, a_page(a_consumer(), cursor=6, barred=(for_ever,)))
    assert bills.beside(ACCOUNT_NO).cheque_bar == ChequeBar(date(2026, 12, 1), None, "a third time")
    lifted = ChequeBarTold(ACCOUNT_NO, "2026-12-01", "", "paid in full", True)
    pull(bills, a_page(cursor=7, barred=(for_ever, lifted)))
    assert bills.beside(ACCOUNT_NO).cheque_bar is None


def test_pages_of_one_pull_tell_the_lists_in_their_order(bills: Snapshot) -> None:
    first = a_page(another(), renumbered=(RenumberedTold("B1", ACCOUNT_NO),))
    last = a_page(cursor=6, renumbered=(RenumberedTold("B1", OTHER_NO),))
    pull(bills, first, last)
    assert found(bills, "B1") == [(OTHER_NO, "renumbered", True)]


def test_without_bills_there_are_no_lists(tmp_path: Path) -> None:
    for name, open_one in SNAPSHOTS.items():
        with open_one(tmp_path / name) as nothing, pytest.raises(Fault) as fault:
            nothing.beside(ACCOUNT_NO)
        assert fault.value.code is FaultCode.BILLS_MISSING


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2026-10-31", False), ("2026-11-01", True), ("2027-04-30", True), ("2027-05-01", False)],
)
def test_both_days_of_a_bar_count(day: str, holds: bool) -> None:  # noqa: FBT001 - an example's column
    bar = ChequeBar(date(2026, 11, 1), date(2027, 4, 30), "")
    assert bar.holds_on(date.fromisoformat(day)) is holds
