"""Which fates a supervisor sees. No Qt: forms think."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from counter_app.domain.matter import Matter

OPEN, ALL = "open", "all"
MOST_ROWS = 500
"""The newest of a longer list are shown; others are found by typing."""


def filters_of(
    matters: Iterable[Matter], code_of: Callable[[Matter], str]
) -> tuple[tuple[str, int], ...]:
    """Open, all, and each code there is, the most frequent first; each with how many it holds."""
    known = tuple(matters)
    counts = Counter(map(code_of, known))
    codes = sorted(counts, key=lambda code: (-counts[code], code))
    is_open = sum(one.is_open for one in known)
    return ((OPEN, is_open), (ALL, len(known)), *((code, counts[code]) for code in codes))


def found(
    matters: Iterable[Matter], chosen: str, text: str, code_of: Callable[[Matter], str]
) -> tuple[Matter, ...]:
    """Those of a filter whose receipt, account or reference holds what was typed."""
    wanted = "".join(western_digits(text).casefold().split())
    return tuple(
        one
        for one in matters
        if _is_of(one, chosen, code_of) and (not wanted or wanted in _words_of(one))
    )


def _is_of(matter: Matter, chosen: str, code_of: Callable[[Matter], str]) -> bool:
    if chosen == OPEN:
        return matter.is_open
    return chosen in (ALL, code_of(matter))


def _words_of(matter: Matter) -> str:
    told = (part for one in matter.decisions for part in (one.account_no, one.identity))
    parts = (matter.receipt_no, matter.account_no, matter.reference, matter.about, *told)
    return " ".join(parts).casefold()
