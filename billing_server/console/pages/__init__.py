"""Every page of the console, one module for each; their order is the navigation's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.pages import (
    acts,
    alarms,
    counters,
    enrolling,
    overview,
    own,
    people,
)

if TYPE_CHECKING:
    from billing_server.console.frame import Page

ALL_PAGES: tuple[Page, ...] = (
    *overview.PAGES,
    *counters.PAGES,
    *alarms.PAGES,
    *enrolling.PAGES,
    *people.PAGES,
    *acts.PAGES,
    *own.PAGES,
)
