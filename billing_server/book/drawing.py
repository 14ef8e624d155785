"""Drawing by seed: every choice of a made book comes from one stream of numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Draw = Callable[[], float]
"""The next number of the stream, at least 0 and below 1."""

Item = TypeVar("Item")


def one_of(draw: Draw, items: Sequence[Item]) -> Item:
    """Any of the items, all alike."""
    return items[int(draw() * len(items))]


def between(draw: Draw, least: int, most: int) -> int:
    """A whole number from ``least`` to ``most``, both possible."""
    return least + int(draw() * (most - least + 1))


def mostly_small(draw: Draw, least: int, most: int) -> int:
    """A whole number in the range, half of them in its lowest eighth: as bills are."""
    return least + int(draw() ** 3 * (most - least + 1))
