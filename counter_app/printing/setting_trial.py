"""What only the test page of a printer has: a ruler over its width, and fields from light to dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.printing.lines import Ruler

if TYPE_CHECKING:
    from counter_app.printing.lines import Shades
    from counter_app.printing.setting import Sizes

TICK_MM, LONG_TICK_MM = 5, 10
FIELDS = 4
TRIAL_ROW = 1.25
"""The height of either, by the size of body type."""

Piece = tuple[float, float, float, float]
"""From the left, down from its top, width, height."""


def trial_pieces(line: Ruler | Shades, sizes: Sizes) -> list[Piece]:
    """The bars of one of them."""
    if isinstance(line, Ruler):
        return _ruler(line.width_mm, 0.0 if line.is_to_edge else sizes.margin, sizes)
    return _shades(sizes)


def _ruler(width_mm: int, left: float, sizes: Sizes) -> list[Piece]:
    """Ticks hang from a bar; at the ends they are thick, so that a cut edge is seen."""
    thin, thick = sizes.thin_rule, sizes.thick_rule
    width, height = sizes.width - 2 * left, sizes.body
    ticks = [
        (
            left + round(width * tick / width_mm) - thin / 2,
            0.0,
            thin,
            height * (0.7 if tick % LONG_TICK_MM == 0 else 0.4),
        )
        for tick in range(TICK_MM, width_mm, TICK_MM)
    ]
    return [
        (left, 0.0, width, thin),
        *ticks,
        (left, 0.0, thick, height),
        (left + width - thick, 0.0, thick, height),
    ]


def _shades(sizes: Sizes) -> list[Piece]:
    """The stripes of the first field are a quarter of the paper, those of the last touch."""
    step, height = sizes.thin_rule, sizes.body
    period = step * FIELDS
    count = int((sizes.width - 2 * sizes.margin) // (period * FIELDS))
    return [
        (
            sizes.margin + (field_no * count + stripe) * period,
            0.0,
            step * (field_no + 1),
            height,
        )
        for field_no in range(FIELDS)
        for stripe in range(count)
    ]
