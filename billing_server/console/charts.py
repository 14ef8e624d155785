"""Charts as SVG: where each bar stands. Pure; templates draw them, and the table beside each holds the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH, HEIGHT = 720, 180
_TOP, _GROUND, _LEFT, _RIGHT = 12, 152, 104, 4
_GAP = 0.28
"""Of a column's room, left free."""
_STEPS = (1, 2, 5, 10)
_LINES = 3
FIRST_HOUR, LAST_HOUR = 8, 20
"""Hours shown even when nothing was taken: a counter's day."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place in the picture, its label below."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line to read heights by, and the sum it stands for."""

    y: float
    value: int


@dataclass(frozen=True, slots=True)
class Columns:
    """A chart of columns over one ground."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def share(part: int, largest: int) -> float:
    """The length of a bar in hundredths of the longest; something that is there can be seen."""
    if part <= 0 or largest <= 0:
        return 0.0
    return max(0.5, round(100 * part / largest, 1))


def columns_of(sums: Mapping[int, int]) -> Columns:
    """Sums by hour, the usual hours always there."""
    first = min((FIRST_HOUR, *sums))
    last = max((LAST_HOUR, *sums))
    top = _round_above(max(sums.values(), default=0))
    room = (WIDTH - _LEFT - _RIGHT) / (last - first + 1)
    columns = []
    for place, hour in enumerate(range(first, last + 1)):
        height = (_GROUND - _TOP) * sums.get(hour, 0) / top
        x = _LEFT + room * place
        columns.append(
            Column(
                round(x + room * _GAP / 2, 1),
                round(_GROUND - height, 1),
                round(room * (1 - _GAP), 1),
                round(height, 1),
                round(x + room / 2, 1),
                f"{hour:02d}",
            )
        )
    lines = tuple(
        Line(round(_GROUND - (_GROUND - _TOP) * step / _LINES, 1), top * step // _LINES)
        for step in range(_LINES + 1)
    )
    return Columns(tuple(columns), lines)


def _round_above(largest: int) -> int:
    """A sum at or above the largest that divides well by the lines."""
    unit = 100 * _LINES
    while True:
        for step in _STEPS:
            if unit * step >= largest:
                return unit * step
        unit *= 10
