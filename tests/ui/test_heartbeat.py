"""The heartbeat: rounds now and then, later after failures, soon after sleep, stopped and begun by a person."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, unwatched
from counter_app.use_cases.views import RoundOutcome
from tests.builders import NOW
from ui.changes import Change, ChangeBus
from ui.heartbeat import Heartbeat, ServerReach
from ui.lanes import Lane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from counter_app.use_cases.round_watch import Watch


@pytest.fixture
def lane(dressed: QApplication) -> Iterator[Lane]:
    lane = Lane("test")
    yield lane
    lane.close()


class Rounds:
    """Rounds that end as the test says, and what came of them."""

    def __init__(self, lane: Lane, *ends: Fault | Refusal | None) -> None:
        self.ends = list(ends)
        self.made = 0
        self.waits: list[int] = []
        self.news: list[frozenset[Change]] = []
        self.changes = ChangeBus()
        self.changes.changed.connect(self.news.append)
        self.steps: list[RoundProgress] = []
        self.step_ends = threading.Semaphore(0)
        self.skew = timedelta(0)
        self.clocks = [1000.0, 5_000_000.0]
        self.heartbeat = Heartbeat(
            lane,
            self.changes,
            self.round,
            self.wait,
            clock_skew=lambda: self.skew,
            tick_ms=5,
            clocks=self.read_clocks,
        )

    def read_clocks(self) -> tuple[float, float]:
        return self.clocks[0], self.clocks[1]

    def passes(self, seconds: float) -> None:
        self.clocks = [self.clocks[0] + seconds, self.clocks[1] + seconds]

    def sleeps(self, seconds: float, *, is_monotonic_still: bool) -> None:
        monotonic_seconds = 0.0 if is_monotonic_still else seconds
        self.clocks = [self.clocks[0] + monotonic_seconds, self.clocks[1] + seconds]

    def round(self, watch: Watch = unwatched) -> RoundOutcome:
        self.made += 1
        for progress in self.steps:
            watch(progress)
            assert self.step_ends.acquire(timeout=10)
        end = self.ends.pop(0) if self.ends else None
        if end is not None:
            raise end
        return RoundOutcome(acknowledged=2, changed=1, reached_at=NOW)

    def wait(self, failures: int) -> float:
        self.waits.append(failures)
        return 0.01


def test_a_good_round_tells_what_changed(qtbot: QtBot, lane: Lane) -> None:
    rounds = Rounds(lane)
    rounds.heartbeat.start()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach == ServerReach(reached_at=NOW))
    assert rounds.news == [frozenset({Change.SERVER, Change.OUTBOX, Change.RECEIPTS, Change.BILLS})]
    rounds.heartbeat.stop()


def test_failures_are_counted_and_the_waits_grow_until_it_works(qtbot: QtBot, lane: Lane) -> None:
    rounds = Rounds(lane, *(Fault(FaultCode.SERVER_NOT_REACHED) for _ in range(3)))
    rounds.heartbeat.ticked.connect(lambda: rounds.passes(0.005))
    rounds.heartbeat.start()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach == ServerReach(reached_at=NOW))
    assert rounds.waits == [1, 2, 3]
    rounds.heartbeat.stop()


@pytest.mark.parametrize(
    "code",
    [FaultCode.SERVER_REFUSED_COUNTER, FaultCode.SERVER_WANTS_UPGRADE, FaultCode.SERVER_FORK],
)
def test_what_needs_a_person_stops_and_a_person_starts_it(
    qtbot: QtBot, lane: Lane, code: FaultCode
) -> None:
    rounds = Rounds(lane, Fault(code))
    rounds.heartbeat.start()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach.is_stopped)
    assert rounds.heartbeat.reach.fault is code
    assert rounds.waits == []
    rounds.heartbeat.sync_now()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach == ServerReach(reached_at=NOW))
    assert rounds.made == 2
    rounds.heartbeat.stop()


def test_a_server_that_names_a_time_is_not_asked_before(qtbot: QtBot, lane: Lane) -> None:
    rounds = Rounds(lane, Fault(FaultCode.SERVER_BUSY, retry_after_seconds=3600.0))
    rounds.heartbeat.start()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach.fault is FaultCode.SERVER_BUSY)
    with qtbot.waitSignals([rounds.heartbeat.ticked] * 5):
        pass
    assert rounds.made == 1
    rounds.heartbeat.stop()


def test_a_counter_not_enrolled_has_nothing_to_push(qtbot: QtBot, lane: Lane) -> None:
    rounds = Rounds(lane, Refusal(RefusalCode.COUNTER_NOT_ENROLLED))
    rounds.heartbeat.start()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach.is_stopped)
    assert rounds.waits == []
    rounds.heartbeat.stop()


def test_asking_during_a_round_begins_another_after_it(qtbot: QtBot, lane: Lane) -> None:
    rounds = Rounds(lane)
    rounds.heartbeat.start()
    rounds.heartbeat.sync_now()
    qtbot.waitUntil(lambda: rounds.made == 2)
    rounds.heartbeat.stop()


def a_round_under_way(qtbot: QtBot, lane: Lane) -> Rounds:
    """Two batches are gone; the clock says that it has lasted for two seconds."""
    rounds = Rounds(lane)
    rounds.steps = [RoundProgress(RoundStep.PUSH, done, 300) for done in (0, 100, 200)]
    rounds.heartbeat.start()
    rounds.step_ends.release()
    rounds.passes(2.0)
    qtbot.waitUntil(lambda: rounds.heartbeat.progress is not None)
    return rounds


def test_a_round_that_lasts_tells_how_far_it_is(qtbot: QtBot, lane: Lane) -> None:
    rounds = a_round_under_way(qtbot, lane)
    progress = rounds.heartbeat.progress
    assert progress is not None
    assert (progress.step, progress.total) == (RoundStep.PUSH, 300)
    rounds.step_ends.release(2)
    qtbot.waitUntil(lambda: rounds.heartbeat.reach == ServerReach(reached_at=NOW))
    assert rounds.heartbeat.progress is None
    rounds.heartbeat.stop()


def test_a_person_stops_a_round_and_f5_goes_on(qtbot: QtBot, lane: Lane) -> None:
    rounds = a_round_under_way(qtbot, lane)
    rounds.heartbeat.stop_round()
    assert rounds.heartbeat.reach.is_held
    rounds.step_ends.release(2)
    qtbot.waitUntil(lambda: rounds.heartbeat.reach == ServerReach(is_held=True))
    assert rounds.heartbeat.seconds_to_next == 300
    assert rounds.waits == []
    rounds.changes.announce(Change.TILL)
    assert rounds.heartbeat.seconds_to_next == 300
    rounds.steps = []
    rounds.heartbeat.sync_now()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach == ServerReach(reached_at=NOW))
    assert rounds.made == 2
    rounds.heartbeat.stop()


def test_nothing_under_way_is_nothing_to_stop(qtbot: QtBot, lane: Lane) -> None:
    rounds = Rounds(lane)
    rounds.heartbeat.start()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach == ServerReach(reached_at=NOW))
    rounds.heartbeat.stop_round()
    assert not rounds.heartbeat.reach.is_held
    rounds.heartbeat.stop()


def test_closing_the_window_ends_a_long_round_at_its_next_step(qtbot: QtBot, lane: Lane) -> None:
    rounds = a_round_under_way(qtbot, lane)
    rounds.heartbeat.stop()
    rounds.step_ends.release(1)
    lane.close()
    assert rounds.made == 1


@pytest.mark.parametrize("is_monotonic_still", [True, False])
def test_after_sleep_one_round_comes_soon(
    qtbot: QtBot, lane: Lane, *, is_monotonic_still: bool
) -> None:
    rounds = Rounds(lane, *(Fault(FaultCode.SERVER_NOT_REACHED) for _ in range(3)))
    rounds.heartbeat.start()
    for made in (1, 2, 3):
        qtbot.waitUntil(lambda: len(rounds.waits) == made)  # noqa: B023 - waited for at once
        rounds.passes(0.02)
    qtbot.waitUntil(lambda: rounds.heartbeat.reach == ServerReach(reached_at=NOW))
    assert rounds.heartbeat.seconds_to_next == 30
    rounds.sleeps(8 * 3600, is_monotonic_still=is_monotonic_still)
    qtbot.waitUntil(lambda: rounds.waits == [1, 2, 3, 1])
    rounds.passes(0.02)
    qtbot.waitUntil(lambda: rounds.made == 5)
    with qtbot.waitSignals([rounds.heartbeat.ticked] * 5):
        pass
    assert rounds.made == 5
    rounds.heartbeat.stop()


def test_sleep_does_not_start_what_only_a_person_may_start(qtbot: QtBot, lane: Lane) -> None:
    rounds = Rounds(lane, Fault(FaultCode.SERVER_REFUSED_COUNTER))
    rounds.heartbeat.start()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach.is_stopped)
    rounds.sleeps(3600, is_monotonic_still=True)
    with qtbot.waitSignals([rounds.heartbeat.ticked] * 5):
        pass
    assert (rounds.made, rounds.waits) == (1, [])
    rounds.heartbeat.stop()


def test_how_far_the_clock_is_off_is_kept_while_the_line_is_down(qtbot: QtBot, lane: Lane) -> None:
    rounds = Rounds(lane, None, Fault(FaultCode.CLOCK_WRONG))
    rounds.skew = timedelta(days=400)
    rounds.heartbeat.start()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach.reached_at == NOW)
    assert rounds.heartbeat.reach.skew == timedelta(days=400)
    rounds.heartbeat.sync_now()
    qtbot.waitUntil(lambda: rounds.heartbeat.reach.fault is FaultCode.CLOCK_WRONG)
    assert rounds.heartbeat.reach.skew == timedelta(days=400)
    rounds.heartbeat.stop()
