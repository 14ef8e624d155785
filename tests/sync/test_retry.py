"""When to try again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counter_app.sync.retry import (
    LONGEST_WAIT_SECONDS,
    SHORTEST_WAIT_SECONDS,
    wait_after_failures,
)


def far_end(failures: int) -> float:
    return wait_after_failures(failures, lambda _near, far: far)


def test_the_far_end_doubles_up_to_five_minutes() -> None:
    assert [far_end(failures) for failures in range(1, 10)] == [
        4,
        8,
        16,
        32,
        64,
        128,
        256,
        300,
        300,
    ]


def test_the_near_end_is_two_seconds() -> None:
    assert wait_after_failures(9, lambda near, _far: near) == SHORTEST_WAIT_SECONDS


@given(st.integers(min_value=-5, max_value=10**9))
def test_a_wait_is_always_between_two_seconds_and_five_minutes(failures: int) -> None:
    assert SHORTEST_WAIT_SECONDS <= wait_after_failures(failures) <= LONGEST_WAIT_SECONDS


def test_counters_cut_off_together_do_not_come_back_together() -> None:
    assert len({wait_after_failures(6) for _ in range(67)}) == 67
