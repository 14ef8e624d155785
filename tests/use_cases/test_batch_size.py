"""How many messages go at once, what a person who watches sees of it, and where it is stopped."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import FaultCode
from counter_app.use_cases.push_outbox import BatchSize
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, RoundStoppedError
from tests.builders import NOW
from tests.fakes.server import GapTold, Mishap
from tests.use_cases.busy import busy_counter, fault_of, raws_at_centre, unsent

if TYPE_CHECKING:
    from counter_app.wire.exchange import Acknowledgement, Batch


def test_the_batch_halves_after_a_failure_down_to_one_and_grows_after_success() -> None:
    counter = busy_counter(12)
    counter.batch_size.messages = 4
    counter.server.mishaps.extend([Mishap.NOT_REACHED] * 3)
    sizes = []
    for _ in range(3):
        fault_of(counter)
        sizes.append(counter.batch_size.messages)
    assert sizes == [2, 1, 1]
    assert counter.push_outbox() == 13
    assert counter.server.pushed == [(1, 1, 1), (1, 2, 3), (1, 4, 7), (1, 8, 13)]


def test_the_batch_grows_beyond_the_usual_while_batches_come_through_in_comfort() -> None:
    size = BatchSize()
    sizes = []
    for seconds in (0.5, 1.0, 4.9, 5.1, 0.1):
        size.after_success(size.messages, seconds)
        sizes.append(size.messages)
    assert sizes == [200, 400, 500, 100, 200]


def test_a_batch_that_was_not_full_tells_nothing_about_larger_ones() -> None:
    size = BatchSize()
    size.after_success(3, 0.1)
    assert size.messages == 100
    size.messages = 10
    size.after_success(3, 60.0)
    assert size.messages == 20


def test_a_batch_too_large_for_the_centre_is_split_at_once_and_never_sent_again() -> None:
    counter = busy_counter(12)
    counter.server.most_messages = 3
    assert counter.push_outbox() == 13
    assert [last - first + 1 for _, first, last in counter.server.pushed] == [3, 3, 3, 3, 1]
    assert raws_at_centre(counter) == [sealed.raw for sealed in counter.messages]
    assert counter.batch_size.most == 3


def test_a_single_message_too_large_for_the_centre_is_a_fault() -> None:
    counter = busy_counter(2)
    counter.server.most_messages = 0
    assert fault_of(counter).code is FaultCode.SERVER_WANTS_LESS
    assert unsent(counter) == 3


def test_a_slow_batch_is_measured_by_the_clock_that_nobody_sets() -> None:
    counter = busy_counter(2)
    honest = counter.server.push

    def slowly(epoch: int, batch: Batch) -> tuple[Acknowledgement, bytes] | GapTold:
        counter.clock.passes(timedelta(seconds=6))
        counter.clock.is_set_to(NOW)
        return honest(epoch, batch)

    counter.server.push = slowly  # type: ignore[method-assign]  # a slow line
    counter.batch_size.messages = 2
    counter.push_outbox()
    assert counter.server.pushed == [(1, 1, 2), (1, 3, 3)]
    assert counter.batch_size.messages == 8


def test_a_person_stops_the_push_between_two_batches_and_the_next_goes_on() -> None:
    counter = busy_counter(5)
    counter.batch_size.messages = counter.batch_size.most = 2
    heard: list[RoundProgress] = []

    def stops(progress: RoundProgress) -> None:
        heard.append(progress)
        if progress.done:
            raise RoundStoppedError

    with pytest.raises(RoundStoppedError):
        counter.run_round(stops)
    assert heard == [RoundProgress(RoundStep.PUSH, 0, 6), RoundProgress(RoundStep.PUSH, 2, 6)]
    assert unsent(counter) == 4
    assert counter.run_round().acknowledged == 4
    assert raws_at_centre(counter) == [sealed.raw for sealed in counter.messages]


def test_nothing_to_send_is_no_progress() -> None:
    counter = busy_counter(1)
    counter.push_outbox()
    heard: list[RoundProgress] = []
    counter.push_outbox(heard.append)
    assert heard == []
