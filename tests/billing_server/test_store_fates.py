"""What becomes of messages, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.store import book_load
from counter_app.wire.canonical import KeyPair, canonical_bytes
from counter_app.wire.exchange import Fate, Refused
from counter_app.wire.messages import ChainHead
from counter_app.wire.told_parts import AllocationTold
from tests.billing_server.centres import EACH_KIND, HOUR_US, A, B, centre_with_two_consumers
from tests.billing_server.players import DAY, NOW_US, PlayedCounter, bill, consumer, payment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def test_money_for_an_account_nobody_knows_is_kept(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(payment("9999999999", 100_00))
    assert centre.fates(counter) == [Fate.UNKNOWN_ACCOUNT]
    assert centre.day("C07", DAY).amount_paise == 100_00


def test_money_for_an_account_no_longer_served_is_kept(centre: PlayedCentre) -> None:
    book_load.remove_accounts(centre.database, [A, "never-known"])
    counter = centre.counter()
    counter.tell(payment(A, 100_00))
    assert centre.fates(counter) == [Fate.ACCOUNT_CLOSED]
    told = centre.pull("C07")[-1]
    assert told.removed == (A,)
    assert A not in {c.account_no for c in told.consumers}


def test_a_bill_settled_meanwhile_keeps_the_money_as_advance(centre: PlayedCentre) -> None:
    first, second = centre.counter("C07"), centre.counter("C08")
    first.tell(payment(A, 1_000_00))
    second.tell(payment(A, 400_00))
    assert centre.fates(first) == [Fate.POSTED]
    assert centre.fates(second) == [Fate.PAID_MEANWHILE]
    assert centre.received(A) == {f"B{A}": 1_400_00}


def test_a_bill_replaced_meanwhile_gives_its_money_to_the_open_one(centre: PlayedCentre) -> None:
    newer = bill(A, 700_00, bill_no="NEW", bill_date="2026-12-01")
    book_load.load_book(centre.database, [], [newer])
    counter = centre.counter()
    counter.tell(payment(A, 300_00))
    assert centre.fates(counter) == [Fate.BILL_REVISED]
    assert centre.received(A) == {"NEW": 300_00}


def test_a_reference_number_seen_before_is_a_duplicate_from_any_counter(
    centre: PlayedCentre,
) -> None:
    first, second = centre.counter("C07"), centre.counter("C08")
    first.tell(payment(A, 100_00, rrn="123456789012"), payment(A, 90_00, rrn="123456789012"))
    second.tell(payment(B, 80_00, rrn="123456789012"))
    assert centre.fates(first) == [Fate.POSTED, Fate.DUPLICATE_INSTRUMENT]
    told = centre.acknowledged(centre.push(second)).fates[0]
    assert (told.fate, told.reference) == (Fate.DUPLICATE_INSTRUMENT, "C07/1/1")
    assert centre.received(B) == {f"B{B}": 0}


def test_the_same_sum_for_the_same_account_at_two_counters_may_be_a_double(
    centre: PlayedCentre,
) -> None:
    first, second = centre.counter("C07"), centre.counter("C08")
    first.tell(payment(A, 100_00), payment(A, 100_00))
    second.tell(
        payment(A, 100_00), payment(A, 101_00), payment(A, 100_00, business_date="2026-11-17")
    )
    assert centre.fates(first) == [Fate.POSTED, Fate.POSTED]
    assert centre.fates(second) == [Fate.POSSIBLE_DOUBLE, Fate.POSTED, Fate.POSTED]


@pytest.mark.parametrize(
    ("hours_off", "last_time_hours_ago", "fate"),
    [
        (0, None, Fate.POSTED),
        (13, None, Fate.TIME_DOUBTFUL),
        (-13, None, Fate.TIME_DOUBTFUL),
        (11, None, Fate.POSTED),
        (-20, 7, Fate.TIME_DOUBTFUL),
        (-18, 7, Fate.POSTED),
    ],
)
def test_a_clock_far_outside_its_bracket_makes_the_time_doubtful(
    centre: PlayedCentre, hours_off: int, last_time_hours_ago: int | None, fate: Fate
) -> None:
    if last_time_hours_ago is not None:
        centre.now_us = NOW_US - 100 * HOUR_US  # enrolled long ago
    counter = centre.counter()
    centre.now_us = NOW_US
    if last_time_hours_ago is not None:
        counter.server_time_us = NOW_US - last_time_hours_ago * HOUR_US
    counter.recorded_us = NOW_US + hours_off * HOUR_US
    counter.tell(payment(A, 100_00))
    assert centre.fates(counter) == [fate]


def test_a_week_without_a_server_is_no_reason_for_doubt(centre: PlayedCentre) -> None:
    counter = centre.counter()
    centre.now_us += 7 * 24 * HOUR_US
    counter.tell(payment(A, 100_00))
    assert centre.fates(counter) == [Fate.POSTED]


def place_of_another() -> bytes:
    """A good message that names another counter."""
    elsewhere = PlayedCounter("C99", 1, KeyPair.from_seed(bytes(32)), ChainHead(1, 0, bytes(32)))
    return elsewhere.tell(payment(A, 1_00))[0].raw


NOT_APPLICABLE = {
    "no message": b'{"kind":"rumour"}',
    "not even JSON inside": b"[[[1]]]",
    "no body": canonical_bytes({"version": 1}),
    "another's place": place_of_another(),
}


@pytest.mark.parametrize("raw", NOT_APPLICABLE.values(), ids=NOT_APPLICABLE.keys())
def test_bytes_nobody_understands_are_kept_and_do_not_block_the_queue(
    centre: PlayedCentre, raw: bytes
) -> None:
    counter = centre.counter()
    counter.tell(payment(A, 100_00))
    counter.tell_raw(raw)
    counter.tell(payment(A, 200_00))
    assert centre.fates(counter) == [Fate.POSTED, Fate.NOT_APPLIED, Fate.POSTED]
    assert raw in centre.raw_messages("C07").values()
    mark = centre.pull("C07")[-1].mark
    assert mark is not None
    assert mark.refused == (Refused(1, 2),)


def test_a_payment_that_fits_no_table_is_kept_as_it_came(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(
        payment(A, 100_00, receipt_no="KID\x0007"),
        payment(A, 100_00, receipt_no="K" * 5_000),
        payment(A, 2**70),
        msgspec.structs.replace(payment(A, 100_00), amount_paise=99_00),
        payment(A, -100_00),
        payment(A, 100_00, business_date="18/11/2026"),
        payment(A, 100_00, postings=()),
    )
    told = centre.acknowledged(centre.push(counter)).fates
    assert [(f.fate, f.reference) for f in told] == [
        (Fate.NOT_APPLIED, "text_not_storable"),
        (Fate.NOT_APPLIED, "text_not_storable"),
        (Fate.NOT_APPLIED, "number_not_storable"),
        (Fate.NOT_APPLIED, "sums_differ"),
        (Fate.NOT_APPLIED, "sums_differ"),
        (Fate.NOT_APPLIED, "date_wrong"),
        (Fate.POSTED, "C07/1/7"),
    ]


def test_one_payment_told_by_two_messages_is_booked_once(centre: PlayedCentre) -> None:
    counter, other = centre.counter("C07"), centre.counter("C08")
    once = payment(A, 100_00)
    counter.tell(once, once)
    other.tell(once)
    assert centre.fates(counter) == [Fate.POSTED, Fate.NOT_APPLIED]
    assert centre.fates(other) == [Fate.NOT_APPLIED]
    assert centre.received(A) == {f"B{A}": 100_00}


def test_money_for_an_account_without_a_bill_waits_for_a_person(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [consumer("7412000003")], [])
    counter = centre.counter()
    counter.tell(payment("7412000003", 100_00))
    told = centre.acknowledged(centre.push(counter)).fates[0]
    assert (told.fate, told.reference) == (Fate.NOT_APPLIED, "no_open_bill")


def test_a_payment_for_two_bills_raises_both(centre: PlayedCentre) -> None:
    bills = [
        bill(A, 200_00, bill_no="OLD", bill_date="2026-10-01"),
        bill(A, 500_00, bill_no="NEW"),
    ]
    book_load.load_book(centre.database, [], bills)
    counter = centre.counter()
    parts = (AllocationTold("OLD", 200_00), AllocationTold("NEW", 50_00))
    counter.tell(payment(A, 250_00, allocations=parts))
    assert centre.fates(counter) == [Fate.POSTED]
    assert centre.received(A) == {"OLD": 200_00, "NEW": 50_00}
