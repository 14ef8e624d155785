"""The audit trail: who did what in the console, when, from where, and why. It is read here and changed nowhere."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.figures import MICROSECONDS
from billing_server.console.frame import Page, Shown
from billing_server.console.permissions import Permission
from billing_server.store.console_acts import ActsAsked, acts_of
from counter_app.domain.identity import IST

if TYPE_CHECKING:
    from billing_server.console.frame import Answer, Asked


def show_acts(asked: Asked) -> Answer:
    """The newest of those that are asked for."""
    words = {name: asked.query.get(name, "").strip() for name in ("by", "deed", "from", "until")}
    wanted = ActsAsked(
        words["by"].lower(),
        words["deed"],
        _midnight_us(words["from"], 0),
        _midnight_us(words["until"], 1),
    )
    most = asked.console.settings.most_rows
    found = asked.read(lambda c: acts_of(c, wanted, most))
    return Shown("acts.html", {"acts": found, "asked": words, "deeds": list(Deed), "most": most})


def _midnight_us(text: str, days_later: int) -> int | None:
    """The beginning of the day in India; None for what is no day."""
    try:
        day = date.fromisoformat(text) + timedelta(days=days_later)
        return round(datetime.combine(day, time(), IST).timestamp()) * MICROSECONDS
    except (ValueError, OverflowError):
        return None


PAGES = (Page("/acts", show_acts, Permission.SEE_ACTS, heading="Audit trail"),)
