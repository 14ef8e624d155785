"""Marks of a test page alone: a ruler across the paper, and fields that show whether the head is even."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.printing.marks import Bar

if TYPE_CHECKING:
    from counter_app.printing.lines import Ruler
    from counter_app.printing.marks import Sizes

TICK_MM, LONG_TICK_MM = 5, 10
SHADES = 4


def ruler_marks(ruler: Ruler, sizes: Sizes, top: float) -> list[Bar]:
    """Ticks hang from a bar; at the ends they are thick, so that a cut edge is seen."""
    left = 0.0 if ruler.is_to_edge else sizes.margin
    thin, thick = sizes.thin_rule, sizes.thick_rule
    width, height = sizes.width - 2 * left, sizes.body
    marks = [Bar(left, top, width, thin)]
    for tick in range(TICK_MM, ruler.width_mm, TICK_MM):
        share = 0.7 if tick % LONG_TICK_MM == 0 else 0.4
        x = left + round(width * tick / ruler.width_mm) - thin / 2
        marks.append(Bar(x, top, thin, height * share))
    return [
        *marks,
        Bar(left, top, thick, height),
        Bar(left + width - thick, top, thick, height),
    ]


def shade_marks(sizes: Sizes, top: float) -> list[Bar]:
    """The stripes of the first field are a quarter of the paper, those of the last touch."""
    step = sizes.thin_rule
    period = step * SHADES
    count = int((sizes.width - 2 * sizes.margin) // (period * SHADES))
    return [
        Bar(
            sizes.margin + (field * count + stripe) * period,
            top,
            step * (field + 1),
            sizes.body,
        )
        for field in range(SHADES)
        for stripe in range(count)
    ]
