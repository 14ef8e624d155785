"""The made book: like Kanpur's, the same for the same seed, in order with itself."""

from __future__ import annotations

import hashlib
import tracemalloc
import unicodedata
from collections import Counter
from datetime import date
from itertools import islice

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing_server.book.generator import (
    DEFAULT_AS_ON,
    MOST_CONSUMERS,
    AccountTold,
    make_book,
    places,
)
from billing_server.book.naming import name_lists
from counter_app.domain.card_guard import holds_card_number
from counter_app.domain.consumer import Connection, ConsumerFlag

FIFTY_THOUSAND = 50_000


@pytest.fixture(scope="module")
def book() -> list[AccountTold]:
    return list(make_book(FIFTY_THOUSAND, seed=3))


def _fingerprint(accounts: list[AccountTold]) -> str:
    encoded = msgspec.json.encode([(told.consumer, told.bills) for told in accounts])
    return hashlib.sha256(encoded).hexdigest()


def test_the_same_seed_makes_the_same_book() -> None:
    assert _fingerprint(list(make_book(2_000, 11))) == _fingerprint(list(make_book(2_000, 11)))


def test_another_seed_makes_another_book() -> None:
    assert _fingerprint(list(make_book(50, 11))) != _fingerprint(list(make_book(50, 12)))


@given(st.integers(0, 2**32), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=30)
def test_a_larger_book_begins_with_the_smaller_one(seed: int, one: int, other: int) -> None:
    smaller, larger = sorted((one, other))
    assert list(islice(make_book(larger, seed), smaller)) == list(make_book(smaller, seed))


def test_every_number_is_there_once(book: list[AccountTold]) -> None:
    consumers = [told.consumer for told in book]
    bills = [bill for told in book for bill in told.bills]
    legacy = [consumer.legacy_account_no for consumer in consumers if consumer.legacy_account_no]
    assert len({consumer.account_no for consumer in consumers}) == FIFTY_THOUSAND
    assert len({consumer.meter_no for consumer in consumers}) == FIFTY_THOUSAND
    assert len(set(legacy)) == len(legacy)
    assert len({bill.bill_no for bill in bills}) == len(bills)


def test_numbers_have_their_digits(book: list[AccountTold]) -> None:
    for told in book:
        consumer = told.consumer
        assert len(consumer.account_no) == 10
        assert consumer.account_no.isdecimal()
        assert len(consumer.legacy_account_no) in {0, 8}
        assert not consumer.mobile or (len(consumer.mobile) == 10 and consumer.mobile[0] in "6789")
        assert all(len(bill.bill_no) == 12 for bill in told.bills)


def test_the_largest_book_still_has_room_for_its_numbers() -> None:
    last = next(iter(make_book(1)))
    assert int(last.consumer.account_no) + MOST_CONSUMERS * 1_000 < 10**10
    assert 10_000_000 + MOST_CONSUMERS * 89 < 10**8
    with pytest.raises(ValueError, match="can be made"):
        make_book(MOST_CONSUMERS + 1)
    with pytest.raises(ValueError, match="can be made"):
        make_book(-1)


def test_every_bill_adds_up(book: list[AccountTold]) -> None:
    for bill in (bill for told in book for bill in told.bills):
        parts = (
            bill.current_demand_paise
            + bill.arrear_principal_paise
            + bill.arrear_surcharge_paise
            + bill.other_debits_paise
            - bill.credits_paise
        )
        assert bill.payable_by_due_paise == parts
        assert bill.payable_after_due_paise >= bill.payable_by_due_paise
        assert (bill.payable_after_due_paise > parts) == (parts >= 80), "1.25 % of 80 paise is one"
        assert 0 <= bill.received_paise <= max(0, parts)


def test_every_bill_has_its_days_in_order(book: list[AccountTold]) -> None:
    for told in book:
        for bill in told.bills:
            assert bill.account_no == told.consumer.account_no
            assert bill.bill_month <= bill.bill_date[:7]
            assert bill.bill_date < bill.due_date
            assert not bill.disconnection_date or bill.due_date < bill.disconnection_date
            assert bill.bill_date < bill.as_on == DEFAULT_AS_ON.isoformat()
        assert [bill.bill_date for bill in told.bills] == sorted(
            bill.bill_date for bill in told.bills
        )


def test_the_day_asked_for_is_the_day_told() -> None:
    day = date(2027, 3, 31)
    bills = [bill for told in make_book(200, as_on=day) for bill in told.bills]
    assert {bill.as_on for bill in bills} == {"2027-03-31"}
    assert max(bill.bill_date for bill in bills) < "2027-03-31"


def test_every_kind_of_consumer_is_there_in_sensible_shares(book: list[AccountTold]) -> None:
    consumers = [told.consumer for told in book]
    share = {
        "mobile": sum(bool(consumer.mobile) for consumer in consumers),
        "legacy": sum(bool(consumer.legacy_account_no) for consumer in consumers),
        "hindi": sum(bool(consumer.name_hi) for consumer in consumers),
        "prepaid": sum(consumer.connection == Connection.PREPAID for consumer in consumers),
        "domestic": sum(consumer.category == "LMV-1" for consumer in consumers),
        "no bill": sum(not told.bills for told in book),
        "two bills": sum(len(told.bills) == 2 for told in book),
        "credit": sum(
            told.bills != () and told.bills[-1].payable_by_due_paise < 0 for told in book
        ),
        "arrears": sum(
            told.bills != () and told.bills[-1].arrear_principal_paise > 0 for told in book
        ),
    }
    expected = {
        "mobile": (0.74, 0.76),
        "legacy": (0.85, 0.87),
        "hindi": (0.92, 0.94),
        "prepaid": (0.06, 0.09),
        "domestic": (0.80, 0.83),
        "no bill": (0.15, 0.25),
        "two bills": (0.005, 0.02),
        "credit": (0.005, 0.02),
        "arrears": (0.18, 0.30),
    }
    for name, (least, most) in expected.items():
        assert least < share[name] / FIFTY_THOUSAND < most, name
    categories = Counter(consumer.category for consumer in consumers)
    assert {"LMV-1", "LMV-2", "LMV-4", "LMV-6", "HV-1"} <= set(categories)
    assert {flag for consumer in consumers for flag in consumer.flags} == set(ConsumerFlag)


def test_whoever_is_cut_off_for_good_owes_nothing_new(book: list[AccountTold]) -> None:
    gone = [told for told in book if ConsumerFlag.PERMANENTLY_DISCONNECTED in told.consumer.flags]
    assert gone
    assert all(bill.current_demand_paise == 0 for told in gone for bill in told.bills)


def test_places_are_kanpur_divisions_and_substations(book: list[AccountTold]) -> None:
    supplied = {(place.locality, place.division, place.substation) for place in places()}
    assert len({place.division for place in places()}) == 20
    assert len({place.substation for place in places()}) > 70
    assert {
        (told.consumer.locality, told.consumer.division, told.consumer.substation) for told in book
    } == supplied


def test_the_lists_of_names_are_large_and_clean() -> None:
    names = [name for names in name_lists().values() for name in names]
    assert len(names) > 600
    for name in names:
        assert all(english.isascii() and english == english.strip() for english in name.english)
        assert all("\u0900" <= hindi[0] <= "\u097f" for hindi in name.hindi)
        assert all(hindi == unicodedata.normalize("NFC", hindi) for hindi in name.hindi)


def test_no_made_text_looks_like_a_card_number(book: list[AccountTold]) -> None:
    for told in book[:4_000]:
        for text in msgspec.structs.astuple(told.consumer)[:-1]:
            assert not holds_card_number(text), text


def test_memory_stays_flat_however_many_are_made() -> None:
    for _ in make_book(1_000):
        pass
    tracemalloc.start()
    for _ in make_book(4_000):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 500_000, "bytes; every consumer kept would be 6 MB"
