"""Quantiles and rounding for what the bench prints."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PERCENT = 100


def spread_ms(seconds: Sequence[float]) -> dict[str, float]:
    """Least, median and 99th percentile in milliseconds."""
    return {
        "min": in_ms(min(seconds)),
        "p50": in_ms(statistics.median(seconds)),
        "p99": in_ms(quantile(seconds, 99)),
    }


def quantile(values: Sequence[float], percent: int) -> float:
    """The smallest value that so many percent do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, -(-len(ordered) * percent // _PERCENT) - 1)]


def in_ms(seconds: float) -> float:
    """Milliseconds to the microsecond."""
    return round(seconds * 1000, 3)


def ratio(ours: float, baseline: float) -> float:
    """How many times the baseline."""
    return round(ours / baseline, 2)
