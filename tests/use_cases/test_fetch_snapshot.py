"""A snapshot comes in parts, survives breaks, and counts only with this counter's mark."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.bill import NOTHING_SEEN
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.use_cases import fetch_snapshot
from counter_app.use_cases.fetch_snapshot import ASK_AFTER, FetchSnapshot
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, RoundStoppedError
from counter_app.use_cases.snapshot_ports import CursorUnknownError
from counter_app.wire.exchange import Changes, Fate
from counter_app.wire.rules import PolicyTold
from counter_app.wire.snapshot import BlobTold, Manifest, bytes_of
from tests.builders import CASHIER_ID, FLOAT, PAYABLE, a_bill, a_consumer
from tests.use_cases.counter import Counter, an_open_counter

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.wire.messages import Message

ACCOUNTS = [f"74120012{number:02d}" for number in range(7)]
DEAR = 10**6


def bills(counter: Counter, *places: int, paise: int = 100) -> None:
    for place in places:
        account_no = ACCOUNTS[place]
        told = a_bill(Money(paise + place), bill_no=f"B{place}", account_no=account_no)
        counter.server.bills(a_consumer(account_no), told)


@pytest.fixture
def counter() -> Counter:
    """Enrolled, nothing pulled yet; the centre has a snapshot of all, and one bill has changed since."""
    made = Counter()
    made.is_enrolled()
    bills(made, *range(7))
    made.server.builds_snapshot()
    bills(made, 2, paise=500)
    return made


def manifest_of(counter: Counter) -> Manifest:
    told = counter.server.snapshots.manifest
    assert told is not None
    return told


def dues(counter: Counter) -> list[int]:
    return [counter.due(account_no).paise for account_no in ACCOUNTS]


def fault_of(act: Callable[[], object]) -> FaultCode:
    with pytest.raises(Fault) as caught:
        act()
    return caught.value.code


def pages_asked(counter: Counter) -> list[int]:
    """Cursors that pages are asked for from now on."""
    asked: list[int] = []
    whole = counter.server.changes

    def noted(since: int) -> Changes:
        asked.append(since)
        return whole(since)

    counter.server.changes = noted  # type: ignore[method-assign] # listened to
    return asked


def a_week_later(counter: Counter, change_bytes: int = DEAR) -> None:
    """The counter was shut; a change on a page costs so many bytes."""
    counter.clock.passes(timedelta(days=7))
    counter.fetch_snapshot = FetchSnapshot(
        counter.server, counter.bills.shelf, counter.clock, change_bytes=change_bytes
    )
    counter.pull_bills = replace(counter.pull_bills, snapshots=counter.fetch_snapshot)


def test_a_counter_without_bills_begins_with_the_snapshot(counter: Counter) -> None:
    asked = pages_asked(counter)
    assert counter.pull_bills() == len(ACCOUNTS) + 1
    assert dues(counter) == [100, 101, 502, 103, 104, 105, 106]
    assert asked == [manifest_of(counter).cursor]
    assert counter.bills.mark().cursor == counter.server.cursor
    assert counter.bills.shelf.bodies == {}


def test_a_watch_hears_bytes_then_consumers_then_pages(counter: Counter) -> None:
    heard: list[RoundProgress] = []
    counter.pull_bills(heard.append)
    total = bytes_of(manifest_of(counter).chunks)
    fetched = [one for one in heard if one.step is RoundStep.SNAPSHOT]
    assert {one.total for one in fetched} == {total}
    assert [one.done for one in fetched] == sorted(one.done for one in fetched)
    assert (fetched[0].done, fetched[-1].done) == (0, total)
    built = [one for one in heard if one.step is RoundStep.BUILD]
    assert {one.total for one in built} == {len(ACCOUNTS)}
    assert [one.step for one in heard] == sorted(
        (one.step for one in heard), key=["snapshot", "build", "pull"].index
    )


def test_nothing_of_a_snapshot_is_seen_before_the_mark_is_there(counter: Counter) -> None:
    counter.server.is_last_page_lost = True
    assert fault_of(counter.pull_bills) is FaultCode.SERVER_NOT_REACHED
    assert counter.bills.mark().cursor == 0
    assert counter.bills.consumers == {}
    counter.server.is_last_page_lost = False
    asked = len(counter.server.snapshots.asked)
    counter.pull_bills()
    assert len(counter.server.snapshots.asked) == asked  # every part was there already
    assert dues(counter)[2] == 502


def test_positions_are_right_whatever_the_snapshot_contains_of_our_payments(
    counter: Counter,
) -> None:
    counter.pull_bills()
    counter.open_shift(CASHIER_ID, FLOAT)
    counter.takes(Money(100), account_no=ACCOUNTS[0])
    counter.push_outbox()
    counter.server.builds_snapshot()
    counter.takes(Money(101), account_no=ACCOUNTS[1])  # told, but behind the snapshot
    counter.push_outbox()
    counter.takes(Money(502), account_no=ACCOUNTS[2])  # not told yet
    counter.bills.mark_in_hand = NOTHING_SEEN
    counter.pull_bills()
    assert dues(counter) == [0, 0, 0, 103, 104, 105, 106]
    counter.push_outbox()
    counter.pull_bills()
    assert dues(counter) == [0, 0, 0, 103, 104, 105, 106]


def test_a_payment_that_stands_in_no_bill_stays_ours_after_a_snapshot() -> None:
    counter = an_open_counter(Money(30_000_00))

    def doubtful(message: Message) -> Fate:
        return Fate.POSSIBLE_DOUBLE if message.sequence > 1 else Fate.NOTED

    counter.server.fate_of = doubtful
    counter.takes(Money.rupees(8_000))
    counter.push_outbox()
    counter.server.builds_snapshot()
    counter.bills.mark_in_hand = NOTHING_SEEN
    counter.pull_bills()
    assert counter.due() == Money.rupees(22_000)


def test_a_policy_from_before_the_snapshot_is_kept(counter: Counter) -> None:
    counter.server.policy = PolicyTold(3, ())
    counter.server.builds_snapshot()
    counter.server.policy = None  # told once, and that was before
    counter.pull_bills()
    assert counter.pages.policies == [PolicyTold(3, ())]


def test_a_line_that_breaks_goes_on_where_it_broke(counter: Counter) -> None:
    counter.server.snapshots.pieces = [10, 3, 100, 1]
    counter.pull_bills()
    first = manifest_of(counter).chunks[0].sha256
    assert counter.server.snapshots.asked[:4] == [
        (first, 0),
        (first, 10),
        (first, 13),
        (first, 113),
    ]
    assert dues(counter)[2] == 502


def test_a_line_that_brings_nothing_is_given_up_and_the_next_round_goes_on(
    counter: Counter,
) -> None:
    counter.server.snapshots.pieces = [50, 0]
    assert fault_of(counter.pull_bills) is FaultCode.ANSWER_CUT
    counter.pull_bills()
    assert counter.server.snapshots.asked[2] == (manifest_of(counter).chunks[0].sha256, 50)


def test_an_answer_without_a_byte_is_given_up(counter: Counter) -> None:
    counter.server.snapshots.pieces = [b""]
    assert fault_of(counter.pull_bills) is FaultCode.ANSWER_CUT


def test_a_stop_keeps_what_was_fetched(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_snapshot, "PIECE_BYTES", 100)
    second = manifest_of(counter).chunks[0].bytes + 1

    def stops(progress: RoundProgress) -> None:
        if progress.done > second:
            raise RoundStoppedError

    with pytest.raises(RoundStoppedError):
        counter.pull_bills(stops)
    held = sum(map(len, counter.bills.shelf.bodies.values()))
    assert held > second
    assert counter.bills.consumers == {}
    before = len(counter.server.snapshots.asked)
    counter.pull_bills()
    assert counter.server.snapshots.asked[before][1] > 0
    assert dues(counter)[2] == 502


def test_bytes_of_another_are_fetched_once_more(counter: Counter) -> None:
    size = manifest_of(counter).chunks[0].bytes
    counter.server.snapshots.pieces = [b"x" * size]
    counter.pull_bills()
    first = manifest_of(counter).chunks[0].sha256
    assert counter.server.snapshots.asked[:2] == [(first, 0), (first, 0)]
    assert dues(counter)[2] == 502


def test_bytes_of_another_twice_are_not_our_servers(counter: Counter) -> None:
    size = manifest_of(counter).chunks[0].bytes
    counter.server.snapshots.pieces = [b"x" * size, b"y" * size]
    assert fault_of(counter.pull_bills) is FaultCode.SERVER_NOT_OURS
    assert counter.bills.shelf.bodies == {}


def test_a_part_that_goes_after_it_was_fetched_wrong_leaves_the_pages(counter: Counter) -> None:
    snapshots = counter.server.snapshots
    told = manifest_of(counter).chunks[0]
    counter.bills.shelf.add(told, b"x" * told.bytes)
    del snapshots.parts[told.sha256]
    counter.pull_bills()
    assert dues(counter)[2] == 502


def test_a_part_that_is_kept_no_more_leaves_the_pages(counter: Counter) -> None:
    del counter.server.snapshots.parts[manifest_of(counter).chunks[1].sha256]
    asked = pages_asked(counter)
    assert counter.pull_bills() == len(ACCOUNTS)
    assert asked == [0]
    assert dues(counter)[2] == 502


def test_a_snapshot_that_goes_while_it_is_fetched_is_followed_by_the_newer_one(
    counter: Counter,
) -> None:
    older = manifest_of(counter)
    counter.server.snapshots.pieces = [10, 0]
    assert fault_of(counter.pull_bills) is FaultCode.ANSWER_CUT
    bills(counter, *range(7), paise=900)
    for told in older.chunks:
        del counter.server.snapshots.parts[told.sha256]
    whole, told_of = counter.server.manifest, iter([older])
    counter.server.builds_snapshot()

    def older_first(have: int) -> Manifest | None:
        return next(told_of, None) or whole(have)

    counter.server.manifest = older_first  # type: ignore[method-assign] # built in between
    asked = pages_asked(counter)
    counter.pull_bills()
    assert asked == [manifest_of(counter).cursor]
    assert dues(counter) == [900 + place for place in range(7)]
    assert not counter.bills.shelf.bodies


def test_a_part_beyond_all_size_is_not_fetched(counter: Counter) -> None:
    told = manifest_of(counter)
    huge = BlobTold(told.chunks[0].sha256, 10**9)
    counter.server.snapshots.manifest = msgspec.structs.replace(told, chunks=(huge,))
    assert fault_of(counter.pull_bills) is FaultCode.SERVER_NOT_OURS
    assert counter.server.snapshots.asked == []


def test_a_page_beside_that_is_none_is_not_our_servers(counter: Counter) -> None:
    told = manifest_of(counter)
    counter.server.snapshots.manifest = msgspec.structs.replace(told, beside=told.chunks[0])
    assert fault_of(counter.pull_bills) is FaultCode.SERVER_NOT_OURS


def test_a_snapshot_that_is_not_what_was_told_leaves_the_pages_and_is_not_fetched_again(
    counter: Counter,
) -> None:
    told = manifest_of(counter)
    wrong = msgspec.structs.replace(told.totals, dues_paise=told.totals.dues_paise + 1)
    counter.server.snapshots.manifest = msgspec.structs.replace(told, totals=wrong)
    asked = pages_asked(counter)
    counter.pull_bills()
    assert asked == [0]
    assert dues(counter)[2] == 502
    assert counter.bills.shelf.bodies == {}
    counter.bills.mark_in_hand = NOTHING_SEEN
    fetched = len(counter.server.snapshots.asked)
    counter.pull_bills()
    assert asked == [0, 0]
    assert len(counter.server.snapshots.asked) == fetched


def test_a_centre_without_snapshots_tells_page_by_page(counter: Counter) -> None:
    counter.server.snapshots.manifest = None
    asked = pages_asked(counter)
    assert counter.pull_bills() == len(ACCOUNTS)
    assert asked == [0]


def test_bills_of_today_are_brought_up_to_date_without_asking_for_a_manifest(
    counter: Counter,
) -> None:
    counter.pull_bills()

    def asked(_: int) -> Manifest | None:
        raise AssertionError

    counter.server.manifest = asked  # type: ignore[method-assign,assignment] # not to be asked
    counter.clock.passes(ASK_AFTER - timedelta(minutes=1))
    counter.pull_bills()


def test_few_changes_come_by_page_even_after_a_week(counter: Counter) -> None:
    counter.pull_bills()
    bills(counter, 3, paise=700)
    counter.server.builds_snapshot()
    a_week_later(counter, change_bytes=1)
    fetched = len(counter.server.snapshots.asked)
    assert counter.pull_bills() == 1
    assert len(counter.server.snapshots.asked) == fetched
    assert dues(counter)[3] == 703


def test_many_changes_come_by_steps_from_any_cursor_between(counter: Counter) -> None:
    counter.pull_bills()  # one change ahead of the first snapshot
    for place in (3, 4):
        bills(counter, place, paise=700)
        counter.server.builds_snapshot()
    bills(counter, 5, paise=900)
    a_week_later(counter)
    fetched = len(counter.server.snapshots.asked)
    asked = pages_asked(counter)
    assert counter.pull_bills() == 1
    assert len(counter.server.snapshots.asked) == fetched + 2
    assert asked == [manifest_of(counter).cursor]
    assert dues(counter) == [100, 101, 502, 703, 704, 905, 106]


def test_a_policy_between_two_snapshots_comes_with_the_step(counter: Counter) -> None:
    counter.pull_bills()
    bills(counter, 3, paise=700)
    counter.server.policy = PolicyTold(4, ())
    counter.server.builds_snapshot()
    counter.server.policy = None
    a_week_later(counter)
    counter.pull_bills()
    assert counter.pages.policies == [PolicyTold(4, ())]


def test_where_no_step_reaches_the_whole_comes_if_it_is_cheaper(counter: Counter) -> None:
    counter.pull_bills()
    bills(counter, 3, paise=700)
    counter.server.builds_snapshot()
    counter.server.snapshots.manifest = msgspec.structs.replace(manifest_of(counter), deltas=())
    a_week_later(counter)
    assert counter.pull_bills() == len(ACCOUNTS)
    assert dues(counter)[3] == 703


def test_steps_that_do_not_fit_the_bills_in_hand_bring_the_whole(counter: Counter) -> None:
    counter.pull_bills()
    bills(counter, 3, paise=700)
    counter.server.builds_snapshot()
    wrong = a_consumer(ACCOUNTS[3], name_en="SOMEBODY ELSE")
    counter.bills.consumers[wrong.account_no] = wrong
    a_week_later(counter)
    assert counter.pull_bills() == len(ACCOUNTS)
    assert dues(counter)[3] == 703
    assert counter.bills.consumers[wrong.account_no] == a_consumer(ACCOUNTS[3])


def test_steps_and_a_whole_that_do_not_fit_leave_the_pages(counter: Counter) -> None:
    counter.pull_bills()
    bills(counter, 3, paise=700)
    counter.server.builds_snapshot()
    told = manifest_of(counter)
    wrong = msgspec.structs.replace(told.totals, bills=99)
    counter.server.snapshots.manifest = msgspec.structs.replace(told, totals=wrong)
    a_week_later(counter)
    assert counter.pull_bills() == 1
    assert dues(counter)[3] == 703
    a_week_later(counter)
    counter.fetch_snapshot.refuse(
        fetch_snapshot.SnapshotFetched(manifest_of(counter), is_whole=True, beside=())
    )
    assert counter.fetch_snapshot.whole(lambda _: None) is None


def test_a_centre_restored_from_a_backup_has_the_bills_loaded_anew(counter: Counter) -> None:
    counter.pull_bills()
    counter.server.cursor = manifest_of(counter).cursor
    counter.server.changed_at[ACCOUNTS[2]] = 1
    bills(counter, 1, paise=800)
    counter.bills.mark_in_hand = replace(counter.bills.mark_in_hand, cursor=99)
    assert counter.pull_bills() == len(ACCOUNTS) + 1
    assert dues(counter)[1] == 801
    assert counter.bills.mark().cursor == counter.server.cursor


def test_a_restored_centre_without_snapshots_tells_all_pages_anew(counter: Counter) -> None:
    counter.pull_bills()
    counter.server.snapshots.manifest = None
    gone = ACCOUNTS[6]
    del counter.server.accounts[gone], counter.server.changed_at[gone]
    counter.bills.mark_in_hand = replace(counter.bills.mark_in_hand, cursor=99)
    assert counter.pull_bills() == len(ACCOUNTS) - 1
    assert gone not in counter.bills.consumers


def test_a_centre_that_does_not_know_its_own_cursor_is_not_believed(counter: Counter) -> None:
    def unknown(since: int) -> Changes:
        raise CursorUnknownError(since)

    counter.server.changes = unknown  # type: ignore[method-assign] # a centre that is lost
    assert fault_of(counter.pull_bills) is FaultCode.SERVER_NOT_OURS


def test_a_round_brings_the_snapshot_too() -> None:
    counter = an_open_counter()
    counter.takes(PAYABLE)
    counter.server.builds_snapshot()
    counter.bills.mark_in_hand = NOTHING_SEEN
    outcome = counter.run_round()
    assert (outcome.acknowledged, outcome.changed) == (2, 2)
    assert counter.due() == Money(0)
