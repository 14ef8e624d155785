"""Who watches a round with the centre: told how far it is, and able to stop it between two steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class RoundStep(StrEnum):
    """What a round is busy with."""

    PUSH = "push"
    """Messages out of the outbox."""
    SNAPSHOT = "snapshot"
    """Parts of a snapshot, fetched."""
    BUILD = "build"
    """Consumers of a snapshot, laid into a new file."""
    PULL = "pull"
    """Consumers that changed."""
    RESULTS = "results"
    """What the centre decided later."""
    COMPARE = "compare"
    """Payments of a day, as the centre keeps them."""


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """How far a step is: ``done`` of ``total``, a total of 0 where nobody knows it."""

    step: RoundStep
    done: int
    total: int


class RoundStoppedError(Exception):
    """A person asked to stop; what was finished is kept, and the next round goes on from there."""


Watch = Callable[[RoundProgress], None]
"""Hears the progress, quickly and on any lane. Raises RoundStoppedError to stop the round at this point."""


def unwatched(_progress: RoundProgress) -> None:
    """Nobody watches: nothing stops the round."""
