"""Makes the verbs of people: sign-in, temporary cashiers, own PINs, facts of the counter; a part of ``assembly``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counter_app import VERSION
from counter_app.use_cases.counter_facts import SetUp, ViewCounterFacts
from counter_app.use_cases.people import (
    ChangePin,
    EndLocalPerson,
    ListPeople,
    MakeLocalPerson,
    UnlockPerson,
)
from counter_app.use_cases.sign_in import SignIn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.people_ports import PinHasher
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.telling import Telling
    from counter_app.workstation.settings import Settings


def people_verbs(
    ledger: Ledger, guard: PinGuard, pins: PinHasher, telling: Telling, set_up: Callable[[], SetUp]
) -> dict[str, Any]:
    """The desk's fields of this theme, by their names."""
    return {
        "sign_in": SignIn(ledger, guard),
        "list_people": ListPeople(ledger, guard, telling.clock),
        "make_local_person": MakeLocalPerson(ledger, guard, pins, telling),
        "end_local_person": EndLocalPerson(ledger, guard, telling),
        "change_pin": ChangePin(ledger, guard, pins, telling),
        "unlock_person": UnlockPerson(ledger, telling),
        "counter_facts": ViewCounterFacts(ledger, set_up),
        "auto_lock_minutes": lambda: set_up().auto_lock_minutes,
    }


def set_up_of(settings: Settings, file: Path) -> SetUp:
    """What a technician reads of the settings."""
    return SetUp(
        version=VERSION,
        file=file,
        server_url=settings.server_url,
        printer=settings.printer.kind,
        terminal=settings.terminal.kind,
        drawers=settings.drawer_count,
        auto_lock_minutes=settings.auto_lock_minutes,
    )
