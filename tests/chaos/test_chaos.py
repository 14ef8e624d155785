"""Whatever lines, restarts and clocks do, the protocol's invariants hold (protocol, section 6).

A few seeds here; ``dev.py chaos`` plays a thousand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chaos.broken import applies_half_a_pull, believes_anybody
from tests.chaos.played import play_game

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.chaos.counter import RealCounter

SEEDS_UNTIL_FOUND = 10


@pytest.mark.parametrize("seed", range(8))
def test_no_rupee_is_lost_or_counted_twice_whatever_the_line_does(seed: int) -> None:
    played = play_game(seed)
    assert played.problems == []
    assert played.requests > sum(played.befell.get(mishap, 0) for mishap in ("none",))


@pytest.mark.postgresql
@pytest.mark.parametrize("seed", range(100, 104))
def test_nor_with_a_centre_on_postgresql(seed: int) -> None:
    assert play_game(seed, "postgresql").problems == []


@pytest.mark.parametrize(
    ("breaks", "told"),
    [(believes_anybody, "acknowledged and not there"), (applies_half_a_pull, "true")],
)
def test_the_proof_finds_a_counter_that_breaks_a_rule(
    breaks: Callable[[RealCounter], None], told: str
) -> None:
    for seed in range(SEEDS_UNTIL_FOUND):
        problems = play_game(seed, breaks=breaks).problems
        if any(told in problem for problem in problems):
            return
    pytest.fail(f"nothing found in {SEEDS_UNTIL_FOUND} games")
