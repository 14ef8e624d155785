"""What the centre says of its own time, so that a busy centre is not taken for a slow line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.wire.timing import seconds_worked, timing_of


@given(st.floats(0, 900_000))
def test_a_time_told_is_read_to_the_millisecond(seconds: float) -> None:
    assert seconds_worked(timing_of(seconds)) == pytest.approx(seconds, abs=0.001)


@pytest.mark.parametrize(
    "text", ["", "cache;dur=5", "centre;dur=-5", "centre;dur=1e9", "centre;dur=9999999999", "x"]
)
def test_what_says_nothing_we_know_is_no_time(text: str) -> None:
    assert seconds_worked(text) == 0
