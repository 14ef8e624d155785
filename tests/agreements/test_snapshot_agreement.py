"""Snapshots are the books of one moment, on both databases: what a counter would have pulled, and its deltas."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import astuple
from sqlalchemy import func, select

from billing_server.problems import Code
from billing_server.snapshots import find_blob, tell_manifest
from billing_server.store import (
    account_map,
    barred,
    book_load,
    policy,
    snapshot_claim,
    snapshot_rows,
)
from billing_server.store.barred import Bar
from billing_server.store.snapshot_build import SnapshotLimits, build_snapshot
from billing_server.store.snapshot_schema import BLOB, SNAPSHOT
from counter_app.wire import packing
from counter_app.wire.lists import ChequeBarTold, RenumberedTold
from counter_app.wire.packing import Delta, digest_of, open_chunk, open_delta, open_page
from counter_app.wire.snapshot import refuse_other_bytes
from tests.billing_server.centres import (
    EACH_KIND,
    A,
    B,
    PlayedCentre,
    centre_with_two_consumers,
    refused,
)
from tests.billing_server.players import bill, consumer, payment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.wire.packing import BillRow, Chunk, ConsumerRow
    from counter_app.wire.snapshot import BlobTold, Manifest

HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US
VALID_DAYS = 35
Held = dict["ConsumerRow", list["BillRow"]]


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three consumers make a part, so that few make several."""
    monkeypatch.setattr(snapshot_rows, "CONSUMERS_IN_CHUNK", 3)
    monkeypatch.setattr("billing_server.store.snapshot_delta.CONSUMERS_IN_CHUNK", 3)


def build(centre: PlayedCentre, **limits: int) -> None:
    centre.now_us += HOUR_US
    assert build_snapshot(centre.database, centre.now_us, SnapshotLimits(**limits))


def manifest(centre: PlayedCentre, have: int = 0) -> Manifest:
    return centre.database.read(lambda c: tell_manifest(c, have, centre.now_us, VALID_DAYS))


def part(centre: PlayedCentre, told: BlobTold) -> bytes:
    body = centre.database.read(lambda c: find_blob(c, told.sha256))
    refuse_other_bytes(told, body)
    return body


def rows_of(chunk: Chunk) -> Held:
    whose = packing.spread(chunk.consumers, chunk.bill_counts)
    held: Held = {row: [] for row in chunk.consumers}
    for owner, row in zip(whose, chunk.bills, strict=True):
        held[owner].append(row)
    return held


def in_snapshot(centre: PlayedCentre, told: Manifest) -> Held:
    held: Held = {}
    for blob in told.chunks:
        held |= rows_of(open_chunk(part(centre, blob)))
    return held


def as_pulled(centre: PlayedCentre) -> Held:
    """What a counter pulls page by page."""
    held: Held = {}
    for page in centre.pull("C07"):
        for one in page.consumers:
            row = (*astuple(one)[:-1], ",".join(one.flags))
            own = [told for told in page.bills if told.account_no == one.account_no]
            held[row] = [(told.bill_no, *astuple(told)[2:]) for told in own]
    return held


def after_delta(held: Held, delta: Delta) -> Held:
    """As a counter applies it."""
    by_account = {row[0]: (row, bills) for row, bills in held.items()}
    dues = delta.dues
    assert digest_of(by_account[account_no][0] for account_no in dues.account_nos) == (
        dues.consumers_sha256
    )
    whose = packing.spread(range(len(dues.account_nos)), dues.bill_counts)
    owing: list[list[BillRow]] = [[] for _ in dues.account_nos]
    for place, row in zip(whose, dues.bills, strict=True):
        owing[place].append(row)
    for account_no in delta.removed:
        by_account.pop(account_no, None)
    for account_no, bills in zip(dues.account_nos, owing, strict=True):
        by_account[account_no] = (by_account[account_no][0], bills)
    for row, bills in rows_of(delta.told).items():
        by_account[row[0]] = (row, bills)
    return dict(by_account.values())


def load(centre: PlayedCentre, *account_nos: str, **changes: object) -> None:
    book_load.load_book(
        centre.database,
        [consumer(account_no, **changes) for account_no in account_nos],
        [bill(account_no, 100_00 + int(account_no[-2:])) for account_no in account_nos],
    )


def many(first: int, last: int) -> list[str]:
    return [f"74120003{number:02d}" for number in range(first, last)]


def test_without_a_snapshot_there_is_no_manifest(centre: PlayedCentre) -> None:
    assert refused(lambda: manifest(centre)).code is Code.NOT_FOUND


def test_a_snapshot_holds_what_a_pull_tells(centre: PlayedCentre) -> None:
    counter = centre.counter()
    load(centre, *many(0, 7))
    centre.told(counter, payment(A, 250_00), payment(B, 500_00))
    book_load.remove_accounts(centre.database, many(2, 4))
    build(centre)
    told = manifest(centre)
    held = in_snapshot(centre, told)
    assert held == as_pulled(centre)
    assert len(held) == 7
    assert list(held) == sorted(held)
    assert len(told.chunks) == 3
    assert told.cursor == centre.cursor()
    assert told.totals.consumers == 7
    assert told.totals.bills == sum(map(len, held.values()))
    assert told.totals.dues_paise == packing.dues_of(
        [row for bills in held.values() for row in bills]
    )
    assert told.totals.dues_paise == 1_000_00 + 500_00 - 750_00 + 5 * 100_00 + 0 + 1 + 4 + 5 + 6
    assert (told.have, told.as_on_us) == (0, centre.now_us)


def test_a_delta_is_all_that_changed_between_two_snapshots(centre: PlayedCentre) -> None:
    counter = centre.counter()
    load(centre, *many(0, 9))
    build(centre)
    first = manifest(centre)
    held = in_snapshot(centre, first)
    centre.told(counter, payment(A, 250_00))  # dues alone
    load(centre, many(0, 9)[1], name_en="Renamed")
    load(centre, *many(2, 6))  # told as they were
    load(centre, *many(20, 23))  # new ones
    book_load.remove_accounts(centre.database, many(7, 8))
    build(centre)
    second = manifest(centre, first.cursor)
    (delta,) = second.deltas
    assert (delta.since, delta.cursor) == (first.cursor, second.cursor)
    parts = [open_delta(part(centre, blob)) for blob in delta.blobs]
    assert len(parts) > 1
    owing = {no for one in parts for no in one.dues.account_nos}
    assert owing == {A, *many(2, 6)}
    for one in parts:
        held = after_delta(held, one)
    assert held == in_snapshot(centre, second) == as_pulled(centre)


def test_a_delta_serves_a_counter_that_has_some_of_it_already(centre: PlayedCentre) -> None:
    counter = centre.counter()
    build(centre)
    centre.told(counter, payment(A, 100_00))
    between = centre.cursor()
    pulled = as_pulled(centre)
    centre.told(counter, payment(B, 100_00))
    build(centre)
    told = manifest(centre, between)
    for blob in told.deltas[0].blobs:
        pulled = after_delta(pulled, open_delta(part(centre, blob)))
    assert pulled == in_snapshot(centre, told)


def test_deltas_follow_one_another(centre: PlayedCentre) -> None:
    counter = centre.counter()
    build(centre)
    cursors = [centre.cursor()]
    for _ in range(3):
        centre.told(counter, payment(A, 10_00))
        build(centre)
        build(centre)  # nothing changed: no step of its own
        cursors.append(centre.cursor())
    steps = [(one.since, one.cursor) for one in manifest(centre, cursors[0]).deltas]
    assert steps == list(pairwise(cursors))
    assert len(manifest(centre, cursors[2]).deltas) == 1
    assert manifest(centre, cursors[3]).deltas == ()


def test_no_delta_for_a_counter_that_has_nothing_or_more_than_there_is(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    build(centre)
    before = centre.cursor()
    centre.told(counter, payment(A, 10_00))
    build(centre)
    assert manifest(centre, 0).deltas == ()
    assert manifest(centre, before - 1).deltas == ()
    assert manifest(centre, centre.cursor() + 5).deltas == ()


def test_what_the_feed_told_beside_the_bills_comes_along(centre: PlayedCentre) -> None:
    build(centre)
    assert manifest(centre).beside is None
    before = centre.cursor()
    _set_rule(centre, date(2026, 12, 1))
    account_map.map_accounts(centre.database, {"91": A}, "clerk", centre.now_us)
    barred.bar_cheques(
        centre.database, [Bar(B, date(2026, 12, 1), None, "bounced")], "clerk", centre.now_us
    )
    build(centre)
    told = manifest(centre, before)
    (delta,) = told.deltas
    assert delta.blobs == ()
    for since, beside in ((0, told.beside), (before, delta.beside)):
        assert beside is not None
        page = open_page(part(centre, beside))
        assert page.policy is not None
        assert page.policy.version == 1
        assert page.renumbered == (RenumberedTold("91", A),)
        assert page.barred == (ChequeBarTold(B, "2026-12-01", "", "bounced", False),)
        assert (page.since, page.next_cursor, page.mark) == (since, centre.cursor(), None)
    build(centre)
    assert manifest(centre).beside == told.beside
    assert manifest(centre, before).deltas == told.deltas


def _set_rule(centre: PlayedCentre, day: date) -> None:
    policy.set_rule(
        centre.database,
        "part_count",
        {"most_a_month": "2"},
        valid_from=day,
        valid_to=None,
        authority="Order 12",
        by="desk",
        now_us=centre.now_us,
    )


def test_old_snapshots_go_and_their_parts_with_them(centre: PlayedCentre) -> None:
    counter = centre.counter()
    manifests: list[Manifest] = []
    for _ in range(4):
        centre.told(counter, payment(A, 10_00))
        build(centre, kept_whole=2)
        manifests.append(manifest(centre, manifests[0].cursor if manifests else 0))
    assert refused(lambda: in_snapshot(centre, manifests[0])).code is Code.NOT_FOUND
    assert refused(lambda: in_snapshot(centre, manifests[1])).code is Code.NOT_FOUND
    assert in_snapshot(centre, manifests[2])
    assert in_snapshot(centre, manifests[3])
    assert len(manifests[3].deltas) == 3
    for delta in manifests[3].deltas:
        assert open_delta(part(centre, delta.blobs[0])).dues.account_nos == [A]


def test_deltas_go_when_they_are_too_old(centre: PlayedCentre) -> None:
    counter = centre.counter()
    build(centre)
    first = centre.cursor()
    centre.told(counter, payment(A, 10_00))
    build(centre)
    second = centre.cursor()
    centre.now_us += 40 * DAY_US
    centre.told(counter, payment(A, 10_00))
    build(centre, delta_days=35)
    assert manifest(centre, first).deltas == ()
    assert len(manifest(centre, second).deltas) == 1
    assert centre.database.read(lambda c: c.scalar(select(func.count()).select_from(SNAPSHOT))) == 1
    assert centre.database.read(lambda c: c.scalar(select(func.count()).select_from(BLOB))) == 2


def test_the_same_books_are_kept_once(centre: PlayedCentre) -> None:
    build(centre)
    build(centre)
    assert centre.database.read(lambda c: c.scalar(select(func.count()).select_from(SNAPSHOT))) == 2
    assert centre.database.read(lambda c: c.scalar(select(func.count()).select_from(BLOB))) == 1


def test_a_snapshot_out_of_date_is_told_to_nobody(centre: PlayedCentre) -> None:
    build(centre)
    centre.now_us += VALID_DAYS * DAY_US
    assert manifest(centre).chunks
    centre.now_us += 1
    assert refused(lambda: manifest(centre)).code is Code.NOT_FOUND


def test_what_changes_during_a_build_belongs_to_the_next(
    centre: PlayedCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = centre.counter()
    load(centre, *many(0, 5))
    before, cursor = as_pulled(centre), centre.cursor()
    read_chunks = snapshot_rows.read_chunks

    def paid_meanwhile(*words: object) -> Iterator[Chunk]:
        for chunk in read_chunks(*words):  # type: ignore[arg-type] # handed on
            yield chunk
            centre.told(counter, payment(B, 1_00))

    monkeypatch.setattr("billing_server.store.snapshot_build.read_chunks", paid_meanwhile)
    build(centre)
    told = manifest(centre)
    assert (told.cursor, in_snapshot(centre, told)) == (cursor, before)
    assert centre.cursor() > cursor


def test_one_process_builds_at_a_time(centre: PlayedCentre) -> None:
    until_us = centre.now_us + HOUR_US
    with snapshot_claim.claimed(centre.database, centre.now_us, until_us) as is_ours:
        assert is_ours
        assert build_snapshot(centre.database, centre.now_us + 1) is None
        with snapshot_claim.claimed(centre.database, until_us, until_us + 1) as is_not_over:
            assert not is_not_over
    build(centre)


def test_a_builder_that_died_is_not_waited_for_for_ever(centre: PlayedCentre) -> None:
    until_us = centre.now_us + HOUR_US
    died = snapshot_claim.claimed(centre.database, centre.now_us, until_us)
    assert died.__enter__()
    assert build_snapshot(centre.database, until_us) is None
    assert build_snapshot(centre.database, until_us + 1)
