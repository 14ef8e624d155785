"""Every tender and purpose at the centre, and accounts under older numbers: on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.store import account_map, alarms, book_load
from counter_app.domain.payment import Toward
from counter_app.wire.bodies import AllocationTold, NotedTold
from counter_app.wire.exchange import Fate, ResultKind
from tests.billing_server.centres import EACH_KIND, A, B, centre_with_two_consumers
from tests.billing_server.players import (
    NOW_US,
    bill,
    cash,
    cheque,
    consumer,
    order,
    paid_by,
    upi,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from counter_app.wire.bodies import PaymentTaken
    from counter_app.wire.exchange import FateTold, ResultTold
    from tests.billing_server.centres import PlayedCentre
    from tests.billing_server.players import PlayedCounter

LEGACY, OLDER, MAPPED = "74120001", "3301", "88880001"
LAKH = 1_00_000_00


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    for opened in centre_with_two_consumers(request.param, tmp_path):
        told = [consumer(A, legacy_account_no=LEGACY), consumer(B, legacy_account_no="74120002")]
        book_load.load_book(opened.database, told, [])
        yield opened


def fates_of(centre: PlayedCentre, counter: PlayedCounter, *paid: PaymentTaken) -> list[FateTold]:
    first = len(counter.sealed) + 1
    counter.tell(*paid)
    return list(centre.acknowledged(centre.push(counter, first)).fates)


def fate_of(centre: PlayedCentre, counter: PlayedCounter, paid: PaymentTaken) -> FateTold:
    return fates_of(centre, counter, paid)[0]


def received_paise(centre: PlayedCentre, account_no: str) -> int:
    return sum(centre.received(account_no).values())


def test_one_cheque_pays_many_accounts_of_one_order(centre: PlayedCentre) -> None:
    counter = centre.counter()
    both = order(paid_by(A, cheque("123456", 300_00, 500_00)), paid_by(B, cheque("123456", 200_00, 500_00)))
    assert [told.fate for told in fates_of(centre, counter, *both)] == [Fate.POSTED] * 2
    assert (received_paise(centre, A), received_paise(centre, B)) == (300_00, 200_00)


def test_an_order_may_come_in_pieces(centre: PlayedCentre) -> None:
    counter = centre.counter()
    first, second = order(paid_by(A, cheque("123456", 300_00)), paid_by(B, cheque("123456", 200_00)))
    assert fate_of(centre, counter, first).fate is Fate.POSTED
    assert fate_of(centre, counter, second).fate is Fate.POSTED


@pytest.mark.parametrize("is_same_counter", [True, False])
def test_a_cheque_of_another_order_is_a_duplicate(
    centre: PlayedCentre, is_same_counter: bool
) -> None:
    counter = centre.counter("C07")
    other = counter if is_same_counter else centre.counter("C08")
    fate_of(centre, counter, paid_by(A, cheque("123456", 300_00)))
    told = fate_of(centre, other, paid_by(B, cheque("123456", 200_00)))
    assert (told.fate, told.reference) == (Fate.DUPLICATE_INSTRUMENT, "C07/1/1")
    assert received_paise(centre, B) == 0


def test_the_id_of_an_order_is_no_licence_for_another_counter(centre: PlayedCentre) -> None:
    first, second = order(paid_by(A, cheque("123456", 300_00)), paid_by(B, cheque("123456", 200_00)))
    assert fate_of(centre, centre.counter("C07"), first).fate is Fate.POSTED
    assert fate_of(centre, centre.counter("C08"), second).fate is Fate.DUPLICATE_INSTRUMENT


def test_references_are_unique_within_their_rail_only(centre: PlayedCentre) -> None:
    counter = centre.counter()
    card = msgspec.structs.replace(paid_by(A, cash(50_00)))
    paid = [
        paid_by(A, upi("123456789012", 100_00)),
        msgspec.structs.replace(card, tenders=(cheque("123456789012", 50_00),)),
        paid_by(B, upi("123456789012", 10_00)),
    ]
    assert [told.fate for told in fates_of(centre, counter, *paid)] == [
        Fate.POSTED,
        Fate.POSTED,
        Fate.DUPLICATE_INSTRUMENT,
    ]


def test_several_tenders_are_one_payment(centre: PlayedCentre) -> None:
    paid = paid_by(A, cash(100_00), upi("123456789012", 50_00), cheque("123456", 25_00))
    assert fate_of(centre, centre.counter(), paid).fate is Fate.POSTED
    told = centre.day("C07", paid.business_date)
    assert {one.tender: one.amount_paise for one in told.by_tender} == {
        "cash": 100_00,
        "upi": 50_00,
        "cheque": 25_00,
    }


def test_an_advance_goes_into_the_newest_bill(centre: PlayedCentre) -> None:
    older = bill(A, 200_00, bill_no="OLD", bill_date="2026-10-01")
    book_load.load_book(centre.database, [], [older, bill(A, 500_00, bill_no="NEW")])
    parts = (AllocationTold("OLD", 200_00), AllocationTold("", 700_00, Toward.ADVANCE))
    paid = msgspec.structs.replace(paid_by(A, cash(900_00)), allocations=parts)
    assert fate_of(centre, centre.counter(), paid).fate is Fate.POSTED
    assert centre.received(A) == {"OLD": 200_00, "NEW": 700_00}


def test_an_advance_without_an_open_bill_waits(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [consumer("7412000003")], [])
    told = fate_of(centre, centre.counter(), paid_by("7412000003", cash(100_00), toward=Toward.ADVANCE))
    assert (told.fate, told.reference) == (Fate.NOT_APPLIED, "no_open_bill")
    assert centre.refused("C07") == [(1, 1)]


def test_a_head_is_kept_and_no_bill_becomes_smaller(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [consumer("7412000003")], [])
    counter = centre.counter()
    paid = [
        paid_by(account, cash(100_00), toward=Toward.HEAD, purpose="security_deposit")
        for account in (A, "7412000003")
    ]
    assert [told.fate for told in fates_of(centre, counter, *paid)] == [Fate.POSTED] * 2
    assert received_paise(centre, A) == 0
    assert centre.refused("C07") == []


@pytest.mark.parametrize("old", [LEGACY, MAPPED, OLDER])
def test_an_older_number_is_followed_to_the_account(centre: PlayedCentre, old: str) -> None:
    pairs = {MAPPED: A, OLDER: "3302", "3302": MAPPED}
    account_map.map_accounts(centre.database, pairs, "clerk", NOW_US)
    paid = msgspec.structs.replace(paid_by(A, cash(100_00)), account_no=old)
    told = fate_of(centre, centre.counter(), paid)
    assert (told.fate, told.reference) == (Fate.RENUMBERED, A)
    assert received_paise(centre, A) == 100_00
    assert centre.refused("C07") == []


def test_a_closed_account_that_became_another_is_followed(centre: PlayedCentre) -> None:
    account_map.map_accounts(centre.database, {A: B}, "clerk", NOW_US)
    book_load.remove_accounts(centre.database, [A])
    told = fate_of(centre, centre.counter(), paid_by(A, cash(100_00)))
    assert told.fate is Fate.RENUMBERED
    assert received_paise(centre, B) == 100_00


def test_an_account_that_lives_is_not_renumbered(centre: PlayedCentre) -> None:
    account_map.map_accounts(centre.database, {A: B}, "clerk", NOW_US)
    assert fate_of(centre, centre.counter(), paid_by(A, cash(100_00))).fate is Fate.POSTED


def test_an_older_number_of_two_consumers_is_nobodys(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [consumer(B, legacy_account_no=LEGACY)], [])
    paid = msgspec.structs.replace(paid_by(A, cash(100_00)), account_no=LEGACY)
    assert fate_of(centre, centre.counter(), paid).fate is Fate.UNKNOWN_ACCOUNT


def test_the_same_sum_under_old_and_new_number_may_be_a_double(centre: PlayedCentre) -> None:
    fate_of(centre, centre.counter("C07"), paid_by(A, cash(100_00)))
    paid = msgspec.structs.replace(paid_by(A, cash(100_00)), account_no=LEGACY)
    assert fate_of(centre, centre.counter("C08"), paid).fate is Fate.POSSIBLE_DOUBLE


def test_a_map_names_accounts_that_somebody_has(centre: PlayedCentre) -> None:
    with pytest.raises(ValueError, match="nobody has the new number 999"):
        account_map.map_accounts(centre.database, {MAPPED: "999"}, "clerk", NOW_US)
    account_map.map_accounts(centre.database, {MAPPED: A}, "clerk", NOW_US)
    assert account_map.map_accounts(centre.database, {MAPPED: B}, "clerk", NOW_US) == 1
    paid = msgspec.structs.replace(paid_by(B, cash(100_00)), account_no=MAPPED)
    assert fate_of(centre, centre.counter(), paid).reference == B


def test_a_map_that_runs_in_a_ring_leads_nowhere(centre: PlayedCentre) -> None:
    account_map.map_accounts(centre.database, {"1": "2", "2": "3", "3": "1"}, "clerk", NOW_US)
    paid = msgspec.structs.replace(paid_by(A, cash(100_00)), account_no="1")
    assert fate_of(centre, centre.counter(), paid).fate is Fate.UNKNOWN_ACCOUNT


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
    assert fate_of(centre, centre.counter(), in_suspense(told, noted)).fate is fate
    assert received_paise(centre, A) == 100_00
    assert centre.refused("C07") == []
    (result,) = results_of(centre)
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
    told_fate = fate_of(centre, centre.counter(), in_suspense(told, noted))
    assert told_fate.fate is Fate.UNKNOWN_ACCOUNT
    assert centre.refused("C07") == [(1, 1)]
    assert results_of(centre) == ()


def test_a_meter_of_a_consumer_no_longer_served_finds_nobody(centre: PlayedCentre) -> None:
    book_load.remove_accounts(centre.database, [A])
    paid = in_suspense("SUSPENSE", {"meter_no": f"M{A}", "bill_no": f"B{A}"})
    assert fate_of(centre, centre.counter(), paid).fate is Fate.UNKNOWN_ACCOUNT


def test_cash_above_the_law_is_booked_and_raises_an_alarm(centre: PlayedCentre) -> None:
    first, second = centre.counter("C07"), centre.counter("C08")
    assert fate_of(centre, first, paid_by(A, cash(LAKH))).fate is Fate.PAID_MEANWHILE
    below = fate_of(centre, second, paid_by(A, cash(LAKH - 1)))
    assert below.fate is Fate.PAID_MEANWHILE
    at = fate_of(centre, second, paid_by(A, cash(1)))
    assert at.fate is Fate.LIMIT_EXCEEDED
    assert received_paise(centre, A) == 2 * LAKH
    assert centre.refused("C08") == []
    (alarm,) = centre.database.read(alarms.alarms)
    assert (alarm.kind, str(alarm.key)) == ("cash_above_law", "C08/1/2")


@pytest.mark.parametrize(
    ("changes", "fate"),
    [
        ({"payer": "Mohan  LAL"}, Fate.LIMIT_EXCEEDED),
        ({"payer": "Sohan Lal"}, Fate.PAID_MEANWHILE),
        ({"payer": ""}, Fate.PAID_MEANWHILE),
        ({"payer": "mohan lal", "business_date": "2026-11-17"}, Fate.PAID_MEANWHILE),
    ],
)
def test_cash_is_added_up_by_payer_and_day(
    centre: PlayedCentre, changes: dict[str, str], fate: Fate
) -> None:
    fate_of(centre, centre.counter("C07"), paid_by(A, cash(LAKH), payer="Mohan Lal"))
    paid = msgspec.structs.replace(paid_by(B, cash(LAKH + 1)), **changes)
    assert fate_of(centre, centre.counter("C08"), paid).fate is fate


def test_an_order_without_a_payers_name_has_one_payer_all_the_same(centre: PlayedCentre) -> None:
    counter = centre.counter()
    both = order(paid_by(A, cash(LAKH)), paid_by(B, cash(LAKH)))
    assert [one.fate for one in fates_of(centre, counter, *both)] == [
        Fate.PAID_MEANWHILE,
        Fate.LIMIT_EXCEEDED,
    ]
    first, second = order(paid_by(A, cash(LAKH)), paid_by(B, cheque("123456", LAKH)))
    assert [one.fate for one in fates_of(centre, counter, first, second)] == [
        Fate.LIMIT_EXCEEDED,
        Fate.PAID_MEANWHILE,
    ]


def test_no_limit_holds_before_the_rules_began(centre: PlayedCentre) -> None:
    paid = paid_by(A, cash(3 * LAKH), business_date="1999-12-31")
    assert fate_of(centre, centre.counter(), paid).fate is Fate.PAID_MEANWHILE


def results_of(centre: PlayedCentre, counter_id: str = "C07") -> tuple[ResultTold, ...]:
    return centre.results(counter_id).results
