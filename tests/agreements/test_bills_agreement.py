"""What every snapshot of bills does, the fake and the real one alike (ports ``BillsAsTold``, ``BillStore``)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.bill import NOTHING_SEEN, Mark
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import ZERO, Money
from counter_app.wire.exchange import BillTold, Changes, Refused, SeenThrough
from tests.agreements.bills_at_hand import (
    AS_ON,
    MANY,
    OTHER_NO,
    SNAPSHOTS,
    Snapshot,
    a_page,
    another,
    found,
    pull,
)
from tests.builders import ACCOUNT_NO, BILL_NO, a_bill, a_consumer
from tests.fakes.told import bill_told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


SUMS = [name for name in BillTold.__struct_fields__ if name.endswith("_paise")]


@pytest.fixture(params=sorted(SNAPSHOTS))
def nothing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Snapshot]:
    """A snapshot before its first pull."""
    with SNAPSHOTS[request.param](tmp_path) as bills:
        yield bills


@pytest.fixture
def bills(nothing: Snapshot) -> Snapshot:
    """A snapshot of two consumers, one with a bill."""
    pull(nothing, a_page(a_consumer(), another(), bills=(a_bill(),), cursor=5))
    return nothing


def test_before_the_first_pull_there_are_no_bills(nothing: Snapshot) -> None:
    assert nothing.mark() == NOTHING_SEEN
    assert nothing.version() == ""
    for ask in (lambda: nothing.find("1", MANY), lambda: nothing.account(ACCOUNT_NO)):
        with pytest.raises(Fault) as fault:
            ask()
        assert fault.value.code is FaultCode.BILLS_MISSING


def test_an_account_comes_with_its_bills_and_their_mark(bills: Snapshot) -> None:
    mark = Mark(cursor=5, as_on=AS_ON, seen_through={}, refused=frozenset())
    assert bills.account(ACCOUNT_NO) == (a_consumer(), (a_bill(),), mark)
    assert bills.account(AccountNo(OTHER_NO)) == (another(), (), mark)
    assert bills.account(AccountNo("0000000000")) is None
    assert bills.mark() == mark
    assert bills.version()


def test_every_field_of_a_bill_comes_as_it_was_told(nothing: Snapshot) -> None:
    told = bill_told(a_bill())
    sums = {name: paise for paise, name in enumerate(SUMS, start=1)} | {"payable_by_due_paise": -6}
    told_bill = msgspec.structs.replace(
        told, disconnection_date="2026-11-14", as_on="2026-11-01", **sums
    )
    page = a_page(a_consumer(), cursor=1)
    pull(nothing, Changes(0, 1, page.consumers, (told_bill,), (), mark=page.mark))
    account = nothing.account(ACCOUNT_NO)
    assert account is not None
    (bill,) = account[1]
    assert (bill.disconnection_date, bill.as_on) == (date(2026, 11, 14), date(2026, 11, 1))
    assert [
        bill.current_demand,
        bill.arrear_principal,
        bill.arrear_surcharge,
        bill.other_debits,
        bill.credits,
        bill.payable_by_due,
        bill.payable_after_due,
        bill.received,
    ] == [Money(paise) for paise in (1, 2, 3, 4, 5, -6, 7, 8)]


def test_the_mark_tells_what_the_bills_contain(nothing: Snapshot) -> None:
    page = a_page(
        a_consumer(),
        cursor=9,
        seen=(SeenThrough(1, 40), SeenThrough(2, 3)),
        refused=(Refused(1, 39),),
    )
    pull(nothing, page)
    mark = nothing.mark()
    assert (mark.cursor, mark.as_on) == (9, AS_ON)
    assert mark.seen_through == {1: 40, 2: 3}
    assert mark.refused == {(1, 39)}


@pytest.mark.parametrize(
    ("typed", "matched", "is_exact"),
    [
        (ACCOUNT_NO, "account", True),
        ("741200123", "account", False),
        ("७४१२००१२३४", "account", True),
        ("7412 001 234", "account", True),
        (f"  {ACCOUNT_NO} ", "account", True),
        ("41200123", "legacy", True),
        ("4120", "legacy", False),
        ("K20457781", "meter", True),
        ("k2045", "meter", False),
        (BILL_NO, "bill", True),
        (BILL_NO.lower(), "bill", True),
        ("9839012345", "mobile", True),
        ("98390", "mobile", False),
        ("98390 12345", "mobile", True),
        ("९८३९०१", "mobile", False),
        ("Ram Prasad Shukla", "name", True),
        ("राम प्रसाद शुक्ला", "name", True),
        ("ram pra", "name", False),
        ("shukla", "name", False),
        ("शुक्ला", "name", False),
        ("शुक्ला राम", "name", False),
        ("ram shukla kidwai", "name", False),
        ("prasad shyam", "name", False),
        ("ram prasaf", "near", False),
        ("shukpa ram", "near", False),
        ("ram shuka kidwai", "near", False),
        ("शुक्पा", "near", False),
        ("ram prasad tiwari", "near", False),
    ],
)
def test_a_consumer_is_found_by_what_is_typed(
    bills: Snapshot,
    typed: str,
    matched: str,
    is_exact: bool,  # noqa: FBT001 - an example's column
) -> None:
    assert found(bills, typed)[0] == (ACCOUNT_NO, matched, is_exact)


def test_a_candidate_shows_who_is_meant(bills: Snapshot) -> None:
    candidate, *others = bills.find(ACCOUNT_NO, MANY)
    consumer = a_consumer()
    assert not others
    assert (candidate.name_en, candidate.name_hi) == (consumer.name_en, consumer.name_hi)
    assert (candidate.guardian_name, candidate.address) == (
        consumer.guardian_name,
        consumer.address,
    )
    assert (candidate.locality, candidate.meter_no) == (consumer.locality, consumer.meter_no)


def test_an_exact_number_stands_before_a_beginning(nothing: Snapshot) -> None:
    longer = a_consumer("41200123", legacy_account_no="", mobile="", meter_no="")
    pull(nothing, a_page(a_consumer(), longer, cursor=1))
    assert found(nothing, "41200123") == [
        ("41200123", "account", True),
        (ACCOUNT_NO, "legacy", True),
    ]
    assert found(nothing, "4120012") == [
        ("41200123", "account", False),
        (ACCOUNT_NO, "legacy", False),
    ]


def test_an_exact_number_stands_alone(nothing: Snapshot) -> None:
    longer = a_consumer("7412005555", legacy_account_no="412001234", mobile="", meter_no="")
    pull(nothing, a_page(a_consumer(), longer, cursor=1))
    assert found(nothing, "41200123") == [(ACCOUNT_NO, "legacy", True)]
    assert len(found(nothing, "4120012")) == 2


def test_a_number_that_many_have_finds_them_all(nothing: Snapshot) -> None:
    meterless = [a_consumer(f"74120000{number:02d}", meter_no="NA0") for number in range(5)]
    pull(nothing, a_page(*meterless, cursor=1))
    assert found(nothing, "na0") == [(one.account_no, "meter", True) for one in meterless]


def test_a_bill_told_twice_counts_once_and_one_of_a_stranger_not_at_all(bills: Snapshot) -> None:
    strange = a_bill(bill_no="B9", account_no="7412007777")
    page = a_page(a_consumer(), bills=(a_bill(Money(1)), a_bill(Money(2)), strange), cursor=6)
    pull(bills, page)
    account = bills.account(ACCOUNT_NO)
    assert account is not None
    assert account[1] == (a_bill(Money(2)),)
    assert bills.account(AccountNo("7412007777")) is None
    assert found(bills, "B9") == []


def test_no_more_rows_than_asked_for(nothing: Snapshot) -> None:
    crowd = [a_consumer(f"74120000{number:02d}") for number in range(20)]
    pull(nothing, a_page(*crowd, cursor=1))
    for typed in ("7412", "ram", "K20457781"):
        assert len(nothing.find(typed, 7)) == 7


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "zzzzzz", "0000", "983", "!!", '"', "*", "AND", "qqq 12", "ram zzzz", "shuddha"],
)
def test_what_fits_nobody_finds_nobody(bills: Snapshot, typed: str) -> None:
    assert found(bills, typed) == []


def test_a_later_pull_replaces_a_consumer_with_all_its_bills(bills: Snapshot) -> None:
    older = a_bill(ZERO, bill_no="B2610", bill_date=date(2026, 10, 10))
    renamed = a_consumer(name_en="RAM PRASAD TIWARI", name_hi="राम प्रसाद तिवारी", meter_no="X1")
    pull(bills, a_page(renamed, bills=(older,), cursor=6))
    account = bills.account(ACCOUNT_NO)
    assert account is not None
    assert account[:2] == (renamed, (older,))
    assert account[2].cursor == 6
    assert found(bills, "shukla") == []
    assert found(bills, "tiwari") == [(ACCOUNT_NO, "name", False)]
    assert found(bills, BILL_NO) == []
    assert found(bills, "K20457781") == []
    assert bills.account(AccountNo(OTHER_NO)) is not None


def test_a_consumer_told_without_bills_owes_nothing(bills: Snapshot) -> None:
    pull(bills, a_page(a_consumer(), cursor=6))
    account = bills.account(ACCOUNT_NO)
    assert account is not None
    assert account[1] == ()


def test_a_removed_account_is_gone(bills: Snapshot) -> None:
    pull(bills, a_page(removed=(ACCOUNT_NO, "0000000000"), cursor=6))
    assert bills.account(ACCOUNT_NO) is None
    assert found(bills, "shukla") == []
    assert found(bills, BILL_NO) == []


def test_a_pull_without_changes_moves_the_mark_and_the_version(bills: Snapshot) -> None:
    before = bills.version()
    pull(bills, a_page(cursor=6))
    assert bills.mark().cursor == 6
    assert bills.version() != before


@pytest.mark.parametrize("cursor", [0, 5], ids=["first", "later"])
def test_nothing_of_a_pull_is_seen_until_it_is_finished(nothing: Snapshot, cursor: int) -> None:
    if cursor:
        pull(nothing, a_page(a_consumer(), cursor=cursor))
    with nothing.pulling() as begun:
        begun.take(a_page(another()))
        assert nothing.mark().cursor == cursor
        if cursor:
            assert nothing.account(AccountNo(OTHER_NO)) is None
        begun.finish(a_page(cursor=cursor + 1))
    assert nothing.mark().cursor == cursor + 1
    assert nothing.account(AccountNo(OTHER_NO)) is not None


@pytest.mark.parametrize("cursor", [0, 5], ids=["first", "later"])
def test_a_pull_that_is_not_finished_leaves_nothing(nothing: Snapshot, cursor: int) -> None:
    if cursor:
        pull(nothing, a_page(a_consumer(), cursor=cursor))
    with nothing.pulling() as begun:
        begun.take(a_page(another()))
    assert nothing.mark().cursor == cursor
    pull(nothing, a_page(a_consumer(), cursor=7))
    assert nothing.account(AccountNo(OTHER_NO)) is None


@pytest.mark.parametrize("cursor", [0, 5], ids=["first", "later"])
def test_a_consumer_told_twice_in_one_pull_counts_as_told_last(
    nothing: Snapshot, cursor: int
) -> None:
    if cursor:
        pull(nothing, a_page(a_consumer(), bills=(a_bill(),), cursor=cursor))
    pages = (
        a_page(a_consumer(name_en="OLD"), another(), bills=(a_bill(Money(100)),)),
        a_page(a_consumer(name_en="NEWER"), bills=(a_bill(Money(200)),)),
        a_page(removed=(OTHER_NO,), cursor=cursor + 1),
    )
    pull(nothing, *pages)
    account = nothing.account(ACCOUNT_NO)
    assert account is not None
    assert account[:2] == (a_consumer(name_en="NEWER"), (a_bill(Money(200)),))
    assert found(nothing, "old") == []
    assert nothing.account(AccountNo(OTHER_NO)) is None


def test_the_last_page_must_carry_the_mark(bills: Snapshot) -> None:
    with bills.pulling() as begun, pytest.raises(ValueError, match="mark"):
        begun.finish(a_page(a_consumer("7412005555")))
    assert bills.mark().cursor == 5
    assert bills.account(AccountNo("7412005555")) is None
