"""The roster of the counters: people added, changed and ended, with their days and their history."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.frame import Moved, Note, Page, Refused, Shown
from billing_server.console.permissions import Permission
from billing_server.console.refusals import (
    day_typed,
    last_day_typed,
    not_there,
    reason_typed,
    saying_no,
)
from billing_server.store import roster_upkeep
from billing_server.store.roster import day_in_india, hash_pin
from billing_server.store.roster_upkeep import PersonKept
from counter_app.domain.shift import Role

if TYPE_CHECKING:
    from billing_server.console.frame import Answer, Asked

LIST = "/roster"
_PIN = re.compile(r"[0-9]{4,12}")


def show_roster(asked: Asked) -> Answer:
    """Everybody who is or was on it."""
    people = asked.read(roster_upkeep.people)
    return Shown(
        "roster.html",
        {
            "people": [(one, roster_upkeep.is_working(one, asked.now_us)) for one in people],
            "roles": tuple(Role),
            "today": day_in_india(asked.now_us),
        },
    )


def show_person(asked: Asked) -> Answer:
    """One person with the whole history."""
    cashier_id = str(asked.path["cashier_id"])
    people = {one.cashier_id: one for one in asked.read(roster_upkeep.people)}
    if cashier_id not in people:
        return not_there(asked)
    person = people[cashier_id]
    return Shown(
        "roster_one.html",
        {
            "person": person,
            "is_working": roster_upkeep.is_working(person, asked.now_us),
            "acts": asked.read(lambda c: roster_upkeep.acts_of(c, cashier_id)),
            "roles": tuple(Role),
            "today": day_in_india(asked.now_us),
        },
    )


def add_person(asked: Asked) -> Answer:
    """Somebody new."""
    return _keep(asked, asked.field("cashier_id"), is_new=True)


def change_person(asked: Asked) -> Answer:
    """Names, role, days, perhaps the PIN."""
    return _keep(asked, str(asked.path["cashier_id"]), is_new=False)


def end_person(asked: Asked) -> Answer:
    """Nothing at a counter after this day."""
    cashier_id, reason = str(asked.path["cashier_id"]), reason_typed(asked)
    with saying_no():
        roster_upkeep.end_person(
            asked.acting(Deed.ENDED_ON_ROSTER, cashier_id, reason),
            cashier_id,
            day_typed(asked, "last_day"),
            asked.session.person_id,
            reason,
            asked.now_us,
        )
    return Moved(
        f"{LIST}/{cashier_id}", Note("The last day of {person} is noted.", {"person": cashier_id})
    )


def _keep(asked: Asked, cashier_id: str, *, is_new: bool) -> Moved:
    people = {one.cashier_id for one in asked.read(roster_upkeep.people)}
    if is_new and cashier_id in people:
        raise Refused("{person} is on the roster already: open that page.", person=cashier_id)
    if not is_new and cashier_id not in people:
        raise Refused("There is nothing of that name here.")
    pin = asked.typed.get("pin", "").strip()
    if pin and not _PIN.fullmatch(pin):
        raise Refused("A PIN has 4 to 12 figures.")
    reason, names = reason_typed(asked), (asked.field("name_en"), asked.field("name_hi"))
    days = (day_typed(asked, "valid_from"), last_day_typed(asked, "valid_to"))
    kept = PersonKept(cashier_id, *names, asked.field("role"), hash_pin(pin) if pin else "", *days)
    with saying_no():
        roster_upkeep.keep_person(
            asked.acting(Deed.KEPT_ROSTER, cashier_id, reason),
            kept,
            asked.session.person_id,
            reason,
            asked.now_us,
        )
    return Moved(
        f"{LIST}/{cashier_id}",
        Note(
            "{person} is on the roster. Counters know with their next round.",
            {"person": cashier_id},
        ),
    )


_SEE, _KEEP = Permission.SEE_ROSTER, Permission.KEEP_ROSTER
PAGES = (
    Page(LIST, show_roster, _SEE, add_person, _KEEP, heading="Roster"),
    Page(f"{LIST}/{{cashier_id}}", show_person, _SEE, change_person, _KEEP),
    Page(f"{LIST}/{{cashier_id}}/end", None, _SEE, end_person, _KEEP),
)
