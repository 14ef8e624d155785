"""Months the accountant closed, and opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.frame import Moved, Note, Page, Shown
from billing_server.console.permissions import Permission
from billing_server.console.refusals import reason_typed, saying_no
from billing_server.store import closed_months

if TYPE_CHECKING:
    from billing_server.console.frame import Answer, Asked

MOST_MONTHS = 12
_YEAR_MONTHS = 12


def show_months(asked: Asked) -> Answer:
    """The last year's months, and all that was ever done with one."""
    closed = asked.read(closed_months.closed_months)
    acts = asked.read(closed_months.month_acts)
    now = closed_months.this_month(asked.now_us)
    months = sorted({*_before(now), *(act.month for act in acts)}, reverse=True)
    return Shown("months.html", {"months": months, "closed": closed, "acts": acts, "now": now})


def close_month(asked: Asked) -> Answer:
    """Money told for it from now on waits."""
    month, reason = asked.field("month"), reason_typed(asked)
    with saying_no():
        closed_months.close_month(
            asked.acting(Deed.CLOSED_MONTH, month, reason),
            month,
            asked.session.person_id,
            reason,
            asked.now_us,
        )
    return Moved("/months", Note("{month} is closed.", {"month": month}))


def reopen_month(asked: Asked) -> Answer:
    """Money told for it is booked again."""
    month, reason = asked.field("month"), reason_typed(asked)
    with saying_no():
        closed_months.reopen_month(
            asked.acting(Deed.OPENED_MONTH, month, reason),
            month,
            asked.session.person_id,
            reason,
            asked.now_us,
        )
    return Moved("/months", Note("{month} is open again.", {"month": month}))


def _before(month: str) -> list[str]:
    """The months before this one, the newest first."""
    count = int(month[:4]) * _YEAR_MONTHS + int(month[5:]) - 1
    return [
        f"{one // _YEAR_MONTHS:04d}-{one % _YEAR_MONTHS + 1:02d}"
        for one in range(count - 1, count - 1 - MOST_MONTHS, -1)
    ]


PAGES = (
    Page(
        "/months",
        show_months,
        Permission.SEE_COLLECTION,
        close_month,
        Permission.CLOSE_MONTHS,
        heading="Closed months",
    ),
    Page("/months/open", None, Permission.SEE_COLLECTION, reopen_month, Permission.CLOSE_MONTHS),
)
