"""Whose a payment is: under older numbers, and out of suspense. On SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.store import account_map, book_load
from counter_app.domain.payment import Toward
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind
from counter_app.wire.told_parts import NotedTold
from tests.billing_server.centres import EACH_KIND, LEGACY, A, B, centre_with_old_numbers
from tests.billing_server.players import (
    NOW_US,
    cash,
    consumer,
    paid_by,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from counter_app.wire.bodies import PaymentTaken
    from tests.billing_server.centres import PlayedCentre

OLDER, MAPPED = "3301", "88880001"
LAKH = 1_00_000_00


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_old_numbers(request.param, tmp_path)


@pytest.mark.parametrize("old", [LEGACY, MAPPED, OLDER])
def test_an_older_number_is_followed_to_the_account(centre: PlayedCentre, old: str) -> None:
    pairs = {MAPPED: A, OLDER: "3302", "3302": MAPPED}
    account_map.map_accounts(centre.database, pairs, "clerk", NOW_US)
    paid = msgspec.structs.replace(paid_by(A, cash(100_00)), account_no=old)
    told = centre.told(centre.counter(), paid)[0]
    assert (told.fate, told.reference) == (Fate.RENUMBERED, A)
    assert centre.received_paise(A) == 100_00
    assert centre.refused("C07") == []


def test_a_closed_account_that_became_another_is_followed(centre: PlayedCentre) -> None:
    account_map.map_accounts(centre.database, {A: B}, "clerk", NOW_US)
    book_load.remove_accounts(centre.database, [A])
    told = centre.told(centre.counter(), paid_by(A, cash(100_00)))[0]
    assert told.fate is Fate.RENUMBERED
    assert centre.received_paise(B) == 100_00


def test_an_account_that_lives_is_not_renumbered(centre: PlayedCentre) -> None:
    account_map.map_accounts(centre.database, {A: B}, "clerk", NOW_US)
    assert centre.told(centre.counter(), paid_by(A, cash(100_00)))[0].fate is Fate.POSTED


def test_an_older_number_of_two_consumers_is_nobodys(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [consumer(B, legacy_account_no=LEGACY)], [])
    paid = msgspec.structs.replace(paid_by(A, cash(100_00)), account_no=LEGACY)
    assert centre.told(centre.counter(), paid)[0].fate is Fate.UNKNOWN_ACCOUNT


def test_the_same_sum_under_old_and_new_number_may_be_a_double(centre: PlayedCentre) -> None:
    centre.told(centre.counter("C07"), paid_by(A, cash(100_00)))[0]
    paid = msgspec.structs.replace(paid_by(A, cash(100_00)), account_no=LEGACY)
    assert centre.told(centre.counter("C08"), paid)[0].fate is Fate.POSSIBLE_DOUBLE


def test_a_map_names_accounts_that_somebody_has(centre: PlayedCentre) -> None:
    with pytest.raises(ValueError, match="nobody has the new number 999"):
        account_map.map_accounts(centre.database, {MAPPED: "999"}, "clerk", NOW_US)
    account_map.map_accounts(centre.database, {MAPPED: A}, "clerk", NOW_US)
    assert account_map.map_accounts(centre.database, {MAPPED: B}, "clerk", NOW_US) == 1
    paid = msgspec.structs.replace(paid_by(B, cash(100_00)), account_no=MAPPED)
    assert centre.told(centre.counter(), paid)[0].reference == B


def test_a_map_that_runs_in_a_ring_leads_nowhere(centre: PlayedCentre) -> None:
    account_map.map_accounts(centre.database, {"1": "2", "2": "3", "3": "1"}, "clerk", NOW_US)
    paid = msgspec.structs.replace(paid_by(A, cash(100_00)), account_no="1")
    assert centre.told(centre.counter(), paid)[0].fate is Fate.UNKNOWN_ACCOUNT


def in_suspense(told: str, noted: Mapping[str, str]) -> PaymentTaken:
    paid = paid_by(A, cash(100_00), toward=Toward.SUSPENSE, purpose="suspense")
    return msgspec.structs.replace(paid, account_no=told, noted=NotedTold("Ram", **noted))


FOUND = {
    "account": (A, {"account_no": A}, Fate.POSTED),
    "old number": (LEGACY, {"account_no": LEGACY}, Fate.RENUMBERED),
    "meter": ("SUSPENSE", {"meter_no": f"M{A}"}, Fate.POSTED),
    "bill": ("SUSPENSE", {"bill_no": f"B{A}"}, Fate.POSTED),
    "all of one": (A, {"account_no": A, "meter_no": f"M{A}", "bill_no": f"B{A}"}, Fate.POSTED),
    "old number and meter": (LEGACY, {"account_no": LEGACY, "meter_no": f"M{A}"}, Fate.POSTED),
    "wrong number, right meter": ("555", {"account_no": "555", "meter_no": f"M{A}"}, Fate.POSTED),
}


@pytest.mark.parametrize(("told", "noted", "fate"), FOUND.values(), ids=FOUND.keys())
def test_money_in_suspense_finds_the_one_it_names(
    centre: PlayedCentre, told: str, noted: dict[str, str], fate: Fate
) -> None:
    assert centre.told(centre.counter(), in_suspense(told, noted))[0].fate is fate
    assert centre.received_paise(A) == 100_00
    assert centre.refused("C07") == []
    (result,) = centre.results("C07").results
    assert (result.kind, result.account_no) == (ResultKind.SUSPENSE_MATCHED, A)
    assert (result.name_en, result.amount_paise, result.reason) == ("Ram Prasad", 100_00, "")


NOT_FOUND = {
    "nothing known": ("SUSPENSE", {"meter_no": "M1"}),
    "two consumers": (A, {"account_no": A, "meter_no": f"M{B}"}),
    "a number nobody has": ("555", {"account_no": "555"}),
    "nothing at all": ("SUSPENSE", {}),
}


@pytest.mark.parametrize(("told", "noted"), NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_money_in_suspense_that_names_nobody_or_two_waits(
    centre: PlayedCentre, told: str, noted: dict[str, str]
) -> None:
    told_fate = centre.told(centre.counter(), in_suspense(told, noted))[0]
    assert told_fate.fate is Fate.UNKNOWN_ACCOUNT
    assert centre.refused("C07") == [(1, 1)]
    assert centre.results("C07").results == ()


def test_a_meter_of_a_consumer_no_longer_served_finds_nobody(centre: PlayedCentre) -> None:
    book_load.remove_accounts(centre.database, [A])
    paid = in_suspense("SUSPENSE", {"meter_no": f"M{A}", "bill_no": f"B{A}"})
    assert centre.told(centre.counter(), paid)[0].fate is Fate.UNKNOWN_ACCOUNT
