"""Every tender and purpose at the centre, and cash above the law: on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.store import alarms, book_load
from counter_app.domain.payment import Toward
from counter_app.wire.exchange import Fate
from counter_app.wire.told_parts import AllocationTold
from tests.billing_server.centres import EACH_KIND, A, B, centre_with_old_numbers
from tests.billing_server.players import (
    bill,
    cash,
    cheque,
    consumer,
    order,
    paid_by,
    upi,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre

LAKH = 1_00_000_00


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_old_numbers(request.param, tmp_path)


def test_one_cheque_pays_many_accounts_of_one_order(centre: PlayedCentre) -> None:
    counter = centre.counter()
    both = order(
        paid_by(A, cheque("123456", 300_00, 500_00)), paid_by(B, cheque("123456", 200_00, 500_00))
    )
    assert [told.fate for told in centre.told(counter, *both)] == [Fate.POSTED] * 2
    assert (centre.received_paise(A), centre.received_paise(B)) == (300_00, 200_00)


def test_an_order_may_come_in_pieces(centre: PlayedCentre) -> None:
    counter = centre.counter()
    first, second = order(
        paid_by(A, cheque("123456", 300_00)), paid_by(B, cheque("123456", 200_00))
    )
    assert centre.told(counter, first)[0].fate is Fate.POSTED
    assert centre.told(counter, second)[0].fate is Fate.POSTED


@pytest.mark.parametrize("other_id", ["C07", "C08"])
def test_a_cheque_of_another_order_is_a_duplicate(centre: PlayedCentre, other_id: str) -> None:
    counter = centre.counter("C07")
    other = counter if other_id == "C07" else centre.counter(other_id)
    centre.told(counter, paid_by(A, cheque("123456", 300_00)))[0]
    told = centre.told(other, paid_by(B, cheque("123456", 200_00)))[0]
    assert (told.fate, told.reference) == (Fate.DUPLICATE_INSTRUMENT, "C07/1/1")
    assert centre.received_paise(B) == 0


def test_the_id_of_an_order_is_no_licence_for_another_counter(centre: PlayedCentre) -> None:
    first, second = order(
        paid_by(A, cheque("123456", 300_00)), paid_by(B, cheque("123456", 200_00))
    )
    assert centre.told(centre.counter("C07"), first)[0].fate is Fate.POSTED
    assert centre.told(centre.counter("C08"), second)[0].fate is Fate.DUPLICATE_INSTRUMENT


def test_references_are_unique_within_their_rail_only(centre: PlayedCentre) -> None:
    counter = centre.counter()
    card = msgspec.structs.replace(paid_by(A, cash(50_00)))
    paid = [
        paid_by(A, upi("123456789012", 100_00)),
        msgspec.structs.replace(card, tenders=(cheque("123456789012", 50_00),)),
        paid_by(B, upi("123456789012", 10_00)),
    ]
    assert [told.fate for told in centre.told(counter, *paid)] == [
        Fate.POSTED,
        Fate.POSTED,
        Fate.DUPLICATE_INSTRUMENT,
    ]


def test_several_tenders_are_one_payment(centre: PlayedCentre) -> None:
    paid = paid_by(A, cash(100_00), upi("123456789012", 50_00), cheque("123456", 25_00))
    assert centre.told(centre.counter(), paid)[0].fate is Fate.POSTED
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
    assert centre.told(centre.counter(), paid)[0].fate is Fate.POSTED
    assert centre.received(A) == {"OLD": 200_00, "NEW": 700_00}


def test_an_advance_without_an_open_bill_waits(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [consumer("7412000003")], [])
    paid = paid_by("7412000003", cash(100_00), toward=Toward.ADVANCE)
    told = centre.told(centre.counter(), paid)[0]
    assert (told.fate, told.reference) == (Fate.NOT_APPLIED, "no_open_bill")
    assert centre.refused("C07") == [(1, 1)]


def test_a_head_is_kept_and_no_bill_becomes_smaller(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [consumer("7412000003")], [])
    counter = centre.counter()
    paid = [
        paid_by(account, cash(100_00), toward=Toward.HEAD, purpose="security_deposit")
        for account in (A, "7412000003")
    ]
    assert [told.fate for told in centre.told(counter, *paid)] == [Fate.POSTED] * 2
    assert centre.received_paise(A) == 0
    assert centre.refused("C07") == []


def test_cash_above_the_law_is_booked_and_raises_an_alarm(centre: PlayedCentre) -> None:
    first, second = centre.counter("C07"), centre.counter("C08")
    assert centre.told(first, paid_by(A, cash(LAKH)))[0].fate is Fate.PAID_MEANWHILE
    below = centre.told(second, paid_by(A, cash(LAKH - 1)))[0]
    assert below.fate is Fate.PAID_MEANWHILE
    at = centre.told(second, paid_by(A, cash(1)))[0]
    assert at.fate is Fate.LIMIT_EXCEEDED
    assert centre.received_paise(A) == 2 * LAKH
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
    centre.told(centre.counter("C07"), paid_by(A, cash(LAKH), payer="Mohan Lal"))[0]
    paid = msgspec.structs.replace(paid_by(B, cash(LAKH + 1)), **changes)
    assert centre.told(centre.counter("C08"), paid)[0].fate is fate


def test_an_order_without_a_payers_name_has_one_payer_all_the_same(centre: PlayedCentre) -> None:
    counter = centre.counter()
    both = order(paid_by(A, cash(LAKH)), paid_by(B, cash(LAKH)))
    assert [one.fate for one in centre.told(counter, *both)] == [
        Fate.PAID_MEANWHILE,
        Fate.LIMIT_EXCEEDED,
    ]
    first, second = order(paid_by(A, cash(LAKH)), paid_by(B, cheque("123456", LAKH)))
    assert [one.fate for one in centre.told(counter, first, second)] == [
        Fate.LIMIT_EXCEEDED,
        Fate.PAID_MEANWHILE,
    ]


def test_no_limit_holds_before_the_rules_began(centre: PlayedCentre) -> None:
    paid = paid_by(A, cash(3 * LAKH), business_date="1999-12-31")
    assert centre.told(centre.counter(), paid)[0].fate is Fate.PAID_MEANWHILE
