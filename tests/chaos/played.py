"""A game from the first act to the last look into both books; ``problems`` is empty when the promise holds."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.chaos.game import Game
from tests.chaos.proof import problems_of
from tests.chaos.stage import BrokenPromiseError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.chaos.counter import RealCounter

MEMORY = Path("/dev/shm")  # noqa: S108 - games cut no power: a disk of memory is quick


@dataclass(slots=True)
class Played:
    """What came of one seed."""

    seed: int
    problems: list[str] = field(default_factory=list)
    payments: int = 0
    refused: int = 0
    faults: int = 0
    requests: int = 0
    befell: dict[str, int] = field(default_factory=dict)


def play_game(
    seed: int,
    kind: str = "sqlite",
    breaks: Callable[[RealCounter], None] = lambda _counter: None,
) -> Played:
    """Play it in a folder of its own, look into both books twice: in the middle of things, and at the end."""
    place = str(MEMORY) if MEMORY.is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix="kesco-chaos-", dir=place))
    played = Played(seed)
    game = Game(folder, seed, kind, breaks)
    try:
        game.play()
        _look_into_books(game, played, "unsent or not")
        game.bring_home()
        _look_into_books(game, played, "brought home")
        played.problems += _still_unsent(game)
    except BrokenPromiseError as broken:
        played.problems.append(str(broken))
    finally:
        game.close()
        shutil.rmtree(folder)
    played.payments, played.refused, played.faults = game.paid, game.refused, game.faults
    played.befell = game.line.befell
    played.requests = sum(played.befell.values())
    return played


def _look_into_books(game: Game, played: Played, when: str) -> None:
    if not game.centre.is_up:
        game.centre.come_back()
    for seat in game.seats:
        seat.counter.close()
        found = problems_of(game.centre, seat.counter)
        played.problems += [f"{seat.counter.counter_id}, {when}: {one}" for one in found]
        seat.counter.open()
        game.breaks(seat.counter)


def _still_unsent(game: Game) -> list[str]:
    return [
        f"{seat.counter.counter_id}: {unsent} unsent over a good line"
        for seat in game.seats
        if (unsent := seat.counter.view_status().outbox.unsent_messages)
    ]
