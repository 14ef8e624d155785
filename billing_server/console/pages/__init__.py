"""Every page of the console, one module for each; their order is the navigation's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.pages import (
    accounts_renumbered,
    acts,
    alarms,
    barred,
    copies,
    counters,
    custody,
    enrolling,
    months,
    overview,
    own,
    people,
    roster,
    rules,
    suspense,
    telephone,
)

if TYPE_CHECKING:
    from billing_server.console.frame import Page

ALL_PAGES: tuple[Page, ...] = (
    *overview.PAGES,
    *counters.PAGES,
    *alarms.PAGES,
    *telephone.PAGES,
    *suspense.PAGES,
    *custody.PAGES,
    *copies.PAGES,
    *months.PAGES,
    *rules.PAGES,
    *barred.PAGES,
    *accounts_renumbered.PAGES,
    *roster.PAGES,
    *enrolling.PAGES,
    *people.PAGES,
    *acts.PAGES,
    *own.PAGES,
)
