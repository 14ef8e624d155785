"""What an accountant does with money that waits, and how its counter learns of it: on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.problems import Code
from billing_server.reading import MessageKey
from billing_server.store import audit, book_load, results, suspense
from counter_app.domain.payment import Toward
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind
from counter_app.wire.told_parts import AllocationTold, NotedTold
from tests.billing_server.centres import (
    EACH_KIND,
    HOUR_US,
    A,
    B,
    centre_with_two_consumers,
    refused,
)
from tests.billing_server.players import bill, cash, cheque, consumer, paid_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.wire.bodies import PaymentTaken
    from tests.billing_server.centres import PlayedCentre

STRANGER = "9999999999"


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def strange(paise: int = 100_00, toward: Toward = Toward.BILL) -> PaymentTaken:
    return paid_by(STRANGER, cash(paise), toward=toward)


def waiting(centre: PlayedCentre) -> list[tuple[str, str, int]]:
    rows = centre.database.read(suspense.waiting)
    return [(str(one.key), one.fate, one.rest_paise) for one in rows]


def test_the_list_holds_all_that_waits_and_nothing_else(centre: PlayedCentre) -> None:
    first, second = centre.counter("C07"), centre.counter("C08")
    once = paid_by(A, cash(70_00))
    first.tell(strange(), once, paid_by(B, cash(10_00)), once)
    first.tell_raw(b'{"kind":"rumour"}')
    second.tell(paid_by(A, cash(70_00)))
    centre.push(first)
    centre.push(second)
    assert waiting(centre) == [
        ("C07/1/1", "UNKNOWN_ACCOUNT", 100_00),
        ("C07/1/5", "NOT_APPLIED", 0),
        ("C08/1/1", "POSSIBLE_DOUBLE", 70_00),
    ]
    (only_one,) = centre.database.read(lambda c: suspense.waiting(c, 1))
    assert only_one.payment is not None
    assert only_one.payment.account_no == STRANGER


def test_matched_money_is_booked_told_and_waits_no_more(centre: PlayedCentre) -> None:
    counter = centre.counter()
    noted = NotedTold("Ram", meter_no="M1")
    paid = paid_by("SUSPENSE", cash(100_00), toward=Toward.SUSPENSE, noted=noted)
    counter.tell(paid)
    signed = centre.push(counter)
    cursor = centre.cursor()
    centre.now_us += HOUR_US
    assert centre.match("C07/1/1", B) == 1
    assert centre.received(B, cursor) == {f"B{B}": 100_00}
    assert centre.refused("C07") == []
    assert waiting(centre) == []
    told = centre.results("C07")
    assert (told.counter_id, told.after, told.last) == ("C07", 0, 1)
    (result,) = told.results
    assert (result.number, result.kind) == (1, ResultKind.SUSPENSE_MATCHED)
    assert (result.receipt_no, result.account_no) == (paid.receipt_no, B)
    assert (result.name_en, result.name_hi) == ("Ram Prasad", "राम प्रसाद")
    assert (result.amount_paise, result.reason) == (100_00, "seen on the slip")
    assert result.at_us == centre.now_us
    assert centre.push(counter) == signed
    (act,) = centre.database.read(audit.acts)
    assert (act.by, act.what) == ("accountant", f"matched C07/1/1 to {B}")


def test_a_double_that_was_none_is_resolved_into_the_bill_it_named(centre: PlayedCentre) -> None:
    bills = [
        bill(A, 200_00, bill_no="OLD", bill_date="2026-10-01"),
        bill(A, 500_00, bill_no="NEW"),
    ]
    book_load.load_book(centre.database, [], bills)
    parts = (AllocationTold("OLD", 50_00), AllocationTold("GONE", 20_00))
    for counter_id in ("C07", "C08"):
        counter = centre.counter(counter_id)
        counter.tell(msgspec.structs.replace(paid_by(A, cash(70_00)), allocations=parts))
        centre.push(counter)
    centre.match("C08/1/1", A)
    assert centre.received(A) == {"OLD": 100_00, "NEW": 40_00}
    (result,) = centre.results("C08").results
    assert result.kind is ResultKind.DOUBLE_RESOLVED
    assert centre.results("C07").results == ()


def test_a_head_needs_no_bill_to_be_matched(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [consumer("7412000003")], [])
    counter = centre.counter()
    counter.tell(strange(toward=Toward.HEAD), strange())
    assert centre.fates(counter) == [Fate.UNKNOWN_ACCOUNT, Fate.UNKNOWN_ACCOUNT]
    centre.match("C07/1/1", "7412000003")
    with pytest.raises(ValueError, match="no open bill"):
        centre.match("C07/1/2", "7412000003")
    assert centre.refused("C07") == [(1, 2)]


WRONG = {
    "booked": ("C07/1/1", B, "does not wait: POSTED"),
    "no payment": ("C07/1/3", A, "no payment that can be booked"),
    "no message": ("C99/1/3", A, "no payment that can be booked"),
    "no key": ("C07-1", A, "no counter/epoch/sequence"),
    "no account": ("C07/1/2", "123", "not served"),
}


@pytest.mark.parametrize(("key", "account", "why"), WRONG.values(), ids=WRONG.keys())
def test_a_match_that_makes_no_sense_is_refused(
    centre: PlayedCentre, key: str, account: str, why: str
) -> None:
    counter = centre.counter()
    counter.tell(paid_by(A, cash(70_00)), strange())
    counter.tell_raw(b"{}")
    centre.push(counter)
    with pytest.raises(ValueError, match=why):
        centre.match(key, account)
    assert centre.results("C07").results == ()


def test_a_match_is_made_once_and_by_somebody(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(strange())
    centre.push(counter)
    key = MessageKey("C07", 1, 1)
    for by, reason in (("", "why"), ("who", " "), ("w" * 300, "why"), ("who", "w" * 3_000)):
        match = suspense.Match(key, A, by, reason)
        with pytest.raises(ValueError, match="must be said"):
            suspense.match_suspense(centre.database, match, centre.now_us)
    centre.match("C07/1/1", A)
    with pytest.raises(ValueError, match=f"UNKNOWN_ACCOUNT, booked to {A}"):
        centre.match("C07/1/1", B)
    assert centre.received(A) == {f"B{A}": 100_00}


def test_money_of_a_closed_account_cannot_be_booked_there(centre: PlayedCentre) -> None:
    counter = centre.counter()
    book_load.remove_accounts(centre.database, [A])
    counter.tell(paid_by(A, cash(70_00)))
    assert centre.fates(counter) == [Fate.ACCOUNT_CLOSED]
    with pytest.raises(ValueError, match="not served"):
        centre.match("C07/1/1", A)
    centre.match("C07/1/1", B)
    assert sum(centre.received(B).values()) == 70_00


def test_a_cheque_seen_before_can_be_booked_by_a_person(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(paid_by(A, cheque("123456", 10_00)), paid_by(B, cheque("123456", 20_00)))
    assert centre.fates(counter) == [Fate.POSTED, Fate.DUPLICATE_INSTRUMENT]
    centre.match("C07/1/2", B)
    assert sum(centre.received(B).values()) == 20_00


def test_results_are_numbered_for_each_counter_across_its_epochs(centre: PlayedCentre) -> None:
    first, other = centre.counter("C07"), centre.counter("C08")
    first.tell(strange(1_00), strange(2_00))
    other.tell(strange(3_00))
    again = centre.counter("C07", first.head.hash)
    again.tell(strange(4_00))
    for counter in (first, other, again):
        centre.push(counter)
    numbers = [centre.match(key, A) for key in ("C07/1/1", "C08/1/1", "C07/2/1", "C07/1/2")]
    assert numbers == [1, 1, 2, 3]
    assert [one.amount_paise for one in centre.results("C07", 1).results] == [4_00, 2_00]
    assert centre.results("C07", 3).results == ()
    assert refused(centre.results, "C07", 4).code is Code.CURSOR_UNKNOWN


def test_a_page_of_results_ends_before_the_last(
    centre: PlayedCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "MOST_RESULTS_IN_PAGE", 2)
    counter = centre.counter()
    counter.tell(*(strange(paise) for paise in range(1, 6)))
    centre.push(counter)
    for sequence in range(1, 6):
        centre.match(f"C07/1/{sequence}", A)
    pages = [centre.results("C07", after) for after in (0, 2, 4)]
    assert [[one.number for one in page.results] for page in pages] == [[1, 2], [3, 4], [5]]
    assert {page.last for page in pages} == {5}
