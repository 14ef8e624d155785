"""The first page: what was collected today, and what a person should look at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from billing_server.console.charts import HEIGHT, WIDTH, columns_of, share
from billing_server.console.figures import MICROSECONDS, grouped, moment_of
from billing_server.console.frame import Page, Shown
from billing_server.console.permissions import Permission
from billing_server.console.words import ENGLISH, name_of
from billing_server.store.alarm_answers import answered_alarms
from billing_server.store.collection import Taken, collection_of
from billing_server.store.counters_seen import all_counters
from counter_app.domain.money import PAISE_PER_RUPEE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from billing_server.console.frame import Answer, Asked

MOST_ALARMS = 5
FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2099, 12, 31)
"""Days outside are slips of the hand."""


def show_overview(asked: Asked) -> Answer:
    """Sums of the business date asked for, today's when none is."""
    today = moment_of(asked.now_us).date()
    day = _day(asked.query.get("day", ""), today)

    collection = asked.read(lambda c: collection_of(c, day.isoformat()))
    counters = asked.read(all_counters)
    alarms = asked.read(lambda c: answered_alarms(c, is_open_only=True, most=MOST_ALARMS + 1))
    silent_us = asked.console.settings.silent_seconds * MICROSECONDS
    return Shown(
        "overview.html",
        {
            "collection": collection,
            "counters": counters,
            "alarms": alarms,
            "day": day,
            "is_today": day == today,
            "day_before": day - timedelta(days=1),
            "day_after": day + timedelta(days=1),
            "silent": [one for one in counters if one.is_silent(asked.now_us, silent_us)],
            "division_rows": [
                (english if asked.language == ENGLISH else hindi, "", taken)
                for (english, hindi), taken in collection.divisions.items()
            ],
            "counter_rows": [
                (
                    f"{one.counter_id} · {one.counter_name}",
                    f"{asked.base}/counters/{one.counter_id}",
                    one.taken,
                )
                for one in collection.counters
            ],
            "tender_rows": _named(asked, "tender", collection.tenders),
            "fate_rows": _named(asked, "fate", collection.fates),
            "rupees_short": lambda paise: f"₹ {grouped(paise // PAISE_PER_RUPEE)}",
            "hours": columns_of({hour: one.paise for hour, one in collection.hours.items()}),
            "share": share,
            "most_alarms": MOST_ALARMS,
            "width": WIDTH,
            "height": HEIGHT,
        },
    )


Row = tuple[str, str, Taken]
"""Label, link (empty for none), sum."""


def _named(asked: Asked, kind: str, sums: Mapping[str, Taken]) -> list[Row]:
    return [(name_of(asked.language, kind, code), "", taken) for code, taken in sums.items()]


def _day(text: str, today: date) -> date:
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return today
    return asked if FIRST_DAY <= asked <= LAST_DAY else today


PAGES = (Page("/", show_overview, Permission.SEE_COLLECTION, heading="Today"),)
