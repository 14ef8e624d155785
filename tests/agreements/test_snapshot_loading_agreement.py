"""What every store of bills makes of a snapshot and of steps: in memory, in a file, and built by a process aside."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.beside import ChequeBar, ToldBeside
from counter_app.domain.bill import NOTHING_SEEN
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, RoundStoppedError, unwatched
from counter_app.use_cases.snapshot_ports import SnapshotRefusedError
from counter_app.wire.exchange import Refused, SeenThrough
from counter_app.wire.lists import ChequeBarTold, RenumberedTold
from counter_app.wire.snapshot import blob_told
from tests.agreements.bills_at_hand import MANY, a_page, another, pull
from tests.agreements.parts_at_hand import STORES, Store, accounts, store_that_builds_here
from tests.builders import ACCOUNT_NO, a_bill, a_consumer
from tests.fakes.snapshots import FakeSnapshots

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.domain.bill import Bill
    from counter_app.domain.consumer import Consumer
    from counter_app.use_cases.snapshot_ports import PartShelf
    from counter_app.wire.snapshot import Manifest

THIRD = AccountNo("7412005555")


class Stage:
    """A store, its shelf, and a centre whose snapshots lie on it."""

    def __init__(self, store: Store, shelf: PartShelf) -> None:
        self.store, self.shelf, self.centre = store, shelf, FakeSnapshots()

    def builds(self, cursor: int, *told: tuple[Consumer, tuple[Bill, ...]]) -> Manifest:
        self.centre.build(accounts(*told), cursor, 0, None)
        for body in self.centre.parts.values():
            part = blob_told(body)
            if not self.shelf.held(part):
                self.shelf.add(part, body)
        assert self.centre.manifest is not None
        return self.centre.manifest

    def bills_of(self, account_no: str = ACCOUNT_NO) -> tuple[Bill, ...]:
        account = self.store.account(AccountNo(account_no))
        assert account is not None
        return account[1]

    def name_of(self, account_no: str) -> str:
        account = self.store.account(AccountNo(account_no))
        assert account is not None
        return account[0].name_en


@pytest.fixture(params=sorted(STORES))
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    with STORES[request.param](tmp_path) as (store, shelf):
        yield Stage(store, shelf)


@pytest.fixture(params=[kind for kind in sorted(STORES) if kind != "aside"])
def quick_stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    """Without a process: its part in these is that of the file."""
    with STORES[request.param](tmp_path) as (store, shelf):
        yield Stage(store, shelf)


TWO = ((a_consumer(), (a_bill(),)), (another(), ()))
THREE = (*TWO, (a_consumer(THIRD, meter_no="M3"), (a_bill(Money(7), account_no=THIRD),)))


def test_a_snapshot_and_the_pages_since_become_visible_together(stage: Stage) -> None:
    pull(stage.store, a_page(a_consumer(name_en="OLD"), cursor=3))
    manifest = stage.builds(8, *THREE)
    heard: list[RoundProgress] = []
    with stage.store.loading(manifest, heard.append) as begun:
        assert stage.store.mark().cursor == 3
        assert stage.name_of(ACCOUNT_NO) == "OLD"
        begun.take(a_page(a_consumer(name_en="NEW"), bills=(a_bill(Money(1)),)))
        begun.finish(
            a_page(removed=(THIRD,), cursor=9, seen=(SeenThrough(1, 5),), refused=(Refused(1, 4),))
        )
    mark = stage.store.mark()
    assert (mark.cursor, dict(mark.seen_through), set(mark.refused)) == (9, {1: 5}, {(1, 4)})
    assert stage.bills_of() == (a_bill(Money(1)),)
    assert stage.store.account(another().account_no) == (another(), (), mark)
    assert stage.store.account(THIRD) is None
    assert [one.account_no for one in stage.store.find("new", MANY)] == [ACCOUNT_NO]
    assert [one.account_no for one in stage.store.find("salim ansari", MANY)] == [
        another().account_no
    ]
    assert stage.store.find("old", MANY) == ()
    assert heard[0] == RoundProgress(RoundStep.BUILD, 0, 3)
    assert {(one.step, one.total) for one in heard} == {(RoundStep.BUILD, 3)}
    pull(stage.store, a_page(a_consumer(), cursor=10))
    assert stage.bills_of() == ()


def test_the_lists_told_beside_a_snapshot_come_with_it(quick_stage: Stage) -> None:
    manifest = quick_stage.builds(8, *TWO)
    with quick_stage.store.loading(manifest, unwatched) as begun:
        bar = ChequeBarTold(ACCOUNT_NO, "2026-12-01", "", "bounced", False)
        begun.take(a_page(barred=(bar,), renumbered=(RenumberedTold("91000042", ACCOUNT_NO),)))
        begun.finish(a_page(cursor=9))
    (candidate,) = quick_stage.store.find("91000042", MANY)
    assert (candidate.account_no, candidate.matched) == (ACCOUNT_NO, "renumbered")
    beside = quick_stage.store.beside(AccountNo(ACCOUNT_NO))
    assert beside == ToldBeside(
        (AccountNo("91000042"),), ChequeBar(date(2026, 12, 1), None, "bounced")
    )


def test_a_snapshot_that_is_not_finished_leaves_everything(stage: Stage) -> None:
    manifest = stage.builds(8, *TWO)
    with stage.store.loading(manifest, unwatched) as begun:
        begun.take(a_page(a_consumer(name_en="NEW")))
    assert stage.store.mark() == NOTHING_SEEN
    with stage.store.loading(manifest, unwatched) as begun:
        begun.finish(a_page(cursor=8))
    assert stage.bills_of() == (a_bill(),)


def test_the_last_page_after_a_snapshot_must_carry_the_mark(stage: Stage) -> None:
    manifest = stage.builds(8, *TWO)
    with (
        stage.store.loading(manifest, unwatched) as begun,
        pytest.raises(ValueError, match="mark"),
    ):
        begun.finish(a_page())
    assert stage.store.mark() == NOTHING_SEEN


def test_a_stop_while_it_is_built_leaves_everything(stage: Stage) -> None:
    pull(stage.store, a_page(a_consumer(name_en="OLD"), cursor=3))
    manifest = stage.builds(8, *THREE)

    def stops(progress: RoundProgress) -> None:
        if progress.done:
            raise RoundStoppedError

    with pytest.raises(RoundStoppedError), stage.store.loading(manifest, stops):
        pass
    assert stage.name_of(ACCOUNT_NO) == "OLD"
    with stage.store.loading(manifest, unwatched) as begun:
        begun.finish(a_page(cursor=8))
    assert stage.store.mark().cursor == 8


@pytest.mark.parametrize("total", ["bills", "consumers", "dues_paise"])
def test_a_snapshot_with_other_totals_is_refused(quick_stage: Stage, total: str) -> None:
    manifest = quick_stage.builds(8, *THREE)
    other = msgspec.structs.replace(manifest.totals, **{total: getattr(manifest.totals, total) + 1})
    refuse(quick_stage, msgspec.structs.replace(manifest, totals=other))


def test_a_part_that_is_missing_or_there_twice_is_refused(stage: Stage) -> None:
    manifest = stage.builds(8, *THREE)
    first, *others = manifest.chunks
    refuse(stage, msgspec.structs.replace(manifest, chunks=tuple(others)))
    stage.shelf.forget(first)
    refuse(stage, manifest)


def test_one_consumer_in_two_parts_is_refused(quick_stage: Stage) -> None:
    manifest = quick_stage.builds(8, *THREE)
    first, _second = manifest.chunks
    refuse(quick_stage, msgspec.structs.replace(manifest, chunks=(first, first)))


def test_a_part_that_is_no_chunk_is_refused(quick_stage: Stage) -> None:
    manifest = quick_stage.builds(8, *TWO)
    part = blob_told(b"no chunk")
    quick_stage.shelf.add(part, b"no chunk")
    refuse(quick_stage, msgspec.structs.replace(manifest, chunks=(part,)))


def refuse(stage: Stage, manifest: Manifest) -> None:
    before = stage.store.mark()
    with pytest.raises(SnapshotRefusedError), stage.store.loading(manifest, unwatched) as begun:
        begun.finish(a_page(cursor=8))
    assert stage.store.mark() == before


def test_steps_pages_and_mark_become_visible_together(quick_stage: Stage) -> None:
    stage = quick_stage
    stage.builds(5, *TWO)
    pull(stage.store, a_page(a_consumer(), another(), bills=(a_bill(),), cursor=5))
    stage.builds(
        7,
        (a_consumer(), (a_bill(Money(70)),)),
        (another(), (a_bill(Money(9), bill_no="N", account_no=another().account_no),)),
    )
    told = stage.builds(8, (a_consumer(name_en="RENAMED"), (a_bill(Money(80)),)), THREE[2])
    manifest = msgspec.structs.replace(told, have=5)
    with stage.store.stepping(manifest) as begun:
        begun.take(a_page(a_consumer("1", meter_no="M1")))
        assert stage.bills_of() == (a_bill(),)
        begun.finish(a_page(cursor=11, seen=(SeenThrough(1, 2),)))
    assert (stage.store.mark().cursor, stage.store.mark().seen_through) == (11, {1: 2})
    assert stage.name_of(ACCOUNT_NO) == "RENAMED"
    assert stage.bills_of() == (a_bill(Money(80)),)
    assert stage.bills_of(THIRD) == THREE[2][1]
    assert stage.store.account(another().account_no) is None
    assert stage.store.find("salim ansari", MANY) == ()
    assert [one.account_no for one in stage.store.find("renamed", MANY)] == [ACCOUNT_NO]
    assert [one.account_no for one in stage.store.find("M1", 1)] == ["1"]


@pytest.mark.parametrize("change", ["a bill more", "another name", "nobody"])
def test_steps_for_other_bills_than_those_in_hand_are_refused(
    quick_stage: Stage, change: str
) -> None:
    stage = quick_stage
    strange = a_bill(Money(5), bill_no="S", account_no=another().account_no)
    first = {
        "a bill more": a_page(a_consumer(), another(), bills=(a_bill(), strange), cursor=5),
        "another name": a_page(a_consumer(name_en="ELSE"), another(), bills=(a_bill(),), cursor=5),
        "nobody": a_page(another(), cursor=5),
    }
    stage.builds(5, *TWO)
    pull(stage.store, first[change])
    before = stage.store.account(another().account_no)
    manifest = stage.builds(7, (a_consumer(), (a_bill(Money(70)),)), TWO[1])
    with stage.store.stepping(manifest) as begun, pytest.raises(SnapshotRefusedError):
        begun.finish(a_page(cursor=7))
    assert stage.store.mark().cursor == 5
    assert stage.store.account(another().account_no) == before


def test_a_step_whose_bytes_are_spoilt_is_refused(quick_stage: Stage) -> None:
    stage = quick_stage
    stage.builds(5, *TWO)
    pull(stage.store, a_page(a_consumer(), another(), bills=(a_bill(),), cursor=5))
    manifest = stage.builds(7, (a_consumer(), (a_bill(Money(70)),)), TWO[1])
    (part,) = manifest.deltas[0].blobs
    body = stage.shelf.body(part)
    stage.shelf.forget(part)
    stage.shelf.add(part, body[:-1] + b"x")
    with stage.store.stepping(manifest) as begun, pytest.raises(SnapshotRefusedError):
        begun.finish(a_page(cursor=7))
    assert stage.bills_of() == (a_bill(),)


def test_a_pull_anew_replaces_what_is_in_hand(quick_stage: Stage) -> None:
    stage = quick_stage
    pull(stage.store, a_page(a_consumer(), another(), cursor=5))
    with stage.store.pulling(is_anew=True) as begun:
        begun.take(a_page(a_consumer(name_en="NEW")))
        assert stage.store.mark().cursor == 5
        begun.finish(a_page(cursor=2))
    assert stage.store.mark().cursor == 2
    assert stage.store.account(another().account_no) is None
    assert stage.name_of(ACCOUNT_NO) == "NEW"


def test_a_shelf_keeps_pieces_in_order_and_forgets_what_it_is_told(quick_stage: Stage) -> None:
    shelf, body = quick_stage.shelf, bytes(range(200))
    told, other = blob_told(body), blob_told(b"other")
    assert (shelf.held(told), shelf.body(told)) == (0, b"")
    for first in (0, 50, 51):
        shelf.add(told, body[first : {0: 50, 50: 51, 51: 200}[first]])
    shelf.add(other, b"other")
    assert (shelf.held(told), shelf.body(told)) == (200, body)
    shelf.keep_only([other])
    assert (shelf.held(told), shelf.held(other)) == (0, 5)
    shelf.forget(other)
    shelf.forget(other)
    assert shelf.held(other) == 0
    shelf.add(told, body)
    shelf.keep_only(())
    assert shelf.held(told) == 0


def test_a_process_that_is_no_builder_is_a_fault(tmp_path: Path) -> None:
    deaf = (sys.executable, "-c", "import sys; sys.stdin.buffer.read(1)")
    with store_that_builds_here(tmp_path, deaf) as (store, shelf):
        stage = Stage(store, shelf)
        manifest = stage.builds(8, *TWO)
        with pytest.raises(Fault) as fault, stage.store.loading(manifest, unwatched):
            pass
        assert fault.value.code is FaultCode.BILLS_DAMAGED
