"""Bodies of what was done about people, for the golden messages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.identity import CashierId
from counter_app.domain.people import LocalPerson
from counter_app.domain.shift import Cashier, Role
from counter_app.wire.tell_people import tell_end, tell_person, tell_pin
from tests.builders import CASHIER_ID, NOW, SUPERVISOR_ID, TODAY

if TYPE_CHECKING:
    from counter_app.wire.bodies import Body

LOCAL_ID = CashierId("L101")


def bodies_of_people() -> dict[str, Body]:
    """A temporary cashier made and ended, and a PIN set."""
    cashier = Cashier(LOCAL_ID, "ASHOK TIWARI", "अशोक तिवारी", Role.CASHIER, "hash", is_local=True)
    person = LocalPerson(cashier, SUPERVISOR_ID, TODAY + timedelta(days=7), NOW)
    return {
        "person_made": tell_person(person, TODAY),
        "person_ended": tell_end(LOCAL_ID, SUPERVISOR_ID, TODAY),
        "pin_set": tell_pin(CASHIER_ID, CASHIER_ID, TODAY),
    }
