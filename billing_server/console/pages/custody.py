"""Custody: shifts closed on a day, what went from the drawers to the bank, and the cash that no slip took there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from billing_server.console.figures import moment_of
from billing_server.console.frame import Page, Shown
from billing_server.console.permissions import Permission
from billing_server.store import custody

if TYPE_CHECKING:
    from billing_server.console.frame import Answer, Asked

FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2099, 12, 31)
"""Days outside are slips of the hand."""
_BESIDE_MONEY = frozenset(
    {"drawer_opened", "shift_paused", "person_made", "person_ended", "pin_set"}
)


@dataclass(frozen=True, slots=True)
class CounterCash:
    """Cash of one counter on a day: of its payments as told, and as its closed shifts say they hold."""

    counter_id: str
    booked_paise: int
    takings_paise: int


def show_custody(asked: Asked) -> Answer:
    """Of the business date asked for, today's when none is; of one counter if one is named."""
    today = moment_of(asked.now_us).date()
    day = _day(asked.query.get("day", ""), today)
    counter_id = asked.query.get("counter", "").strip()
    text = day.isoformat()
    ends = [
        one
        for one in asked.read(lambda c: custody.shifts_ended(c, text))
        if counter_id in {"", one.counter_id}
    ]
    rows = [
        one
        for one in asked.read(lambda c: custody.custody_of(c, text))
        if counter_id in {"", one.counter_id}
    ]
    waiting = [
        (one, (today - date.fromisoformat(one.since)).days)
        for one in asked.read(custody.undeposited)
        if counter_id in {"", one.counter_id}
    ]
    booked = asked.read(lambda c: custody.cash_booked(c, text))
    closed = {one.counter_id: 0 for one in ends}
    for one in ends:
        closed[one.counter_id] += one.takings_paise
    counters = sorted(booked.keys() | closed.keys()) if not counter_id else [counter_id]
    return Shown(
        "custody.html",
        {
            "day": day,
            "counter": counter_id,
            "day_before": day - timedelta(days=1),
            "day_after": day + timedelta(days=1),
            "ends": ends,
            "moves": [one for one in rows if one.kind not in _BESIDE_MONEY],
            "beside": [one for one in rows if one.kind in _BESIDE_MONEY],
            "waiting": waiting,
            "cash": [CounterCash(one, booked.get(one, 0), closed.get(one, 0)) for one in counters],
        },
    )


def _day(text: str, today: date) -> date:
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return today
    return asked if FIRST_DAY <= asked <= LAST_DAY else today


PAGES = (Page("/custody", show_custody, Permission.SEE_COLLECTION, heading="Custody"),)
