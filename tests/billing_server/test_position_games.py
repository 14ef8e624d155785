"""The position a counter shows is the truth after every act, and nothing is booked twice (invariants 1 to 4, 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from billing_server import returns
from billing_server.settings import ServerSettings
from billing_server.store import feed, settling, undoing
from tests.billing_server.centres import open_centre
from tests.billing_server.games import Game
from tests.billing_server.snapshot_games import HastyGame, SnapshotGame

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from billing_server.kept import KeptPayment, UndoneTold
    from billing_server.reading import MessageKey
    from billing_server.standing import Standing
    from counter_app.wire.exchange import MarkTold
    from tests.billing_server.centres import PlayedCentre

PAGE_CONSUMERS = 2
"""Small, so that pulls have pages and things happen between them."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "first_seed", "games"),
    [
        *(("sqlite", seed, 20) for seed in range(0, 60, 20)),
        pytest.param("postgresql", 1_000, 10, marks=pytest.mark.postgresql),
    ],
)
def test_a_counter_shows_the_truth_whatever_gets_lost(
    tmp_path: Path, kind: str, first_seed: int, games: int
) -> None:
    centre = open_centre(kind, tmp_path, ServerSettings(page_consumers=PAGE_CONSUMERS))
    play(centre, range(first_seed, first_seed + games))
    centre.database.close()


def test_the_games_catch_a_mark_that_forgets_what_was_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = feed._tell_mark  # noqa: SLF001 - what is spoilt for the control

    def forgetful(connection: Connection, counter_id: str, cursor: int, now_us: int) -> MarkTold:
        return replace(honest(connection, counter_id, cursor, now_us), refused=())

    monkeypatch.setattr(feed, "_tell_mark", forgetful)
    centre = open_centre("sqlite", tmp_path, ServerSettings(page_consumers=PAGE_CONSUMERS))
    with pytest.raises(AssertionError, match="after"):
        play(centre, range(25))
    centre.database.close()


def test_the_games_catch_a_return_that_lowers_no_bill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(kept: KeptPayment, undone: UndoneTold, _standing: Standing) -> None:
        kept.undo(undone.allocations)

    monkeypatch.setattr(returns, "_undo", forgetful)
    centre = open_centre("sqlite", tmp_path, ServerSettings(page_consumers=PAGE_CONSUMERS))
    with pytest.raises(AssertionError, match="after"):
        play(centre, range(25))
    centre.database.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "games"), [("sqlite", 12), pytest.param("postgresql", 4, marks=pytest.mark.postgresql)]
)
def test_a_counter_that_begins_with_a_snapshot_shows_the_truth(
    tmp_path: Path, kind: str, games: int
) -> None:
    centre = open_centre(kind, tmp_path, ServerSettings(page_consumers=PAGE_CONSUMERS))
    play(centre, range(5_000, 5_000 + games), SnapshotGame)
    centre.database.close()


def test_the_games_catch_a_snapshot_that_is_shown_before_its_mark(tmp_path: Path) -> None:
    centre = open_centre("sqlite", tmp_path, ServerSettings(page_consumers=PAGE_CONSUMERS))
    with pytest.raises(AssertionError, match="after"):
        play(centre, range(5_000, 5_020), HastyGame)
    centre.database.close()


@pytest.mark.parametrize("forgotten", ["aside", "back"])
def test_the_games_catch_a_decision_that_no_mark_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forgotten: str
) -> None:
    def forgetful(connection: Connection, standing: Standing, aside: list[MessageKey]) -> None:
        if forgotten == "back":
            standing.back.clear()
        settling.settle(connection, standing, [] if forgotten == "aside" else aside)

    monkeypatch.setattr(undoing, "settle", forgetful)
    centre = open_centre("sqlite", tmp_path, ServerSettings(page_consumers=PAGE_CONSUMERS))
    with pytest.raises(AssertionError, match="after"):
        play(centre, range(25))
    centre.database.close()


def play(centre: PlayedCentre, seeds: range, game: type[Game] = Game) -> None:
    for seed in seeds:
        game(centre, seed).play()
