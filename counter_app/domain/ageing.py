"""Which day's money is not with the bank yet, and since how many days (domain, sections 6 and 7).

Cash cannot be told apart, so what was collected first is deemed deposited first; papers are followed one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class CashIn:
    """Cash that left a drawer for the bank: a drop, or the takings of a closed shift. ``link`` is its place."""

    day: date
    link: int
    amount: Money


@dataclass(frozen=True, slots=True)
class CashOut:
    """Cash that was put on a slip, in the order of the slips."""

    slip_no: int
    amount: Money
    is_answered: bool


@dataclass(frozen=True, slots=True)
class Undeposited:
    """Money of one day that no answer of the bank covers. ``slip_no`` is the slip it is on, None for none."""

    day: date
    kind: TenderKind
    slip_no: int | None
    amount: Money

    def days_old(self, today: date) -> int:
        """How old it is; 0 on its day, and while the clock is behind it."""
        return max(0, (today - self.day).days)


def cash_by_day(came: Iterable[CashIn], went: Iterable[CashOut]) -> tuple[Undeposited, ...]:
    """What of each day's cash the bank has not accepted: the oldest money went with the first slip."""
    sums: dict[tuple[date, TenderKind, int | None], Money] = {}
    slips = list(went)
    room = [one.amount for one in slips]
    place = 0
    for one in sorted(came, key=lambda one: (one.day, one.link)):
        left = one.amount
        while left and place < len(slips):
            part = min(left, room[place])
            if part and not slips[place].is_answered:
                _add(sums, (one.day, TenderKind.CASH, slips[place].slip_no), part)
            room[place] -= part
            left -= part
            place += not room[place]
        if left:
            _add(sums, (one.day, TenderKind.CASH, None), left)
    return undeposited(sums)


def undeposited(
    sums: Mapping[tuple[date, TenderKind, int | None], Money],
) -> tuple[Undeposited, ...]:
    """The lines of these sums: the oldest day first, cash before papers, what is on no slip before what is on one."""
    kinds = list(TenderKind)
    ordered = sorted(sums, key=lambda key: (key[0], kinds.index(key[1]), key[2] or 0))
    return tuple(Undeposited(*key, sums[key]) for key in ordered if sums[key])


def _add(
    sums: dict[tuple[date, TenderKind, int | None], Money],
    key: tuple[date, TenderKind, int | None],
    amount: Money,
) -> None:
    sums[key] = sums.get(key, ZERO) + amount


@dataclass(frozen=True, slots=True)
class Alarm:
    """Money that should be with the bank since yesterday or longer: all of it, and the oldest day it is of."""

    amount: Money
    oldest: date


def alarm_of(lines: Iterable[Undeposited], today: date) -> Alarm | None:
    """What rings from the next day on; None when all money of earlier days is with the bank."""
    late = [one for one in lines if one.day < today]
    if not late:
        return None
    return Alarm(Money.total(one.amount for one in late), min(one.day for one in late))
