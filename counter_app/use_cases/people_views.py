"""A person as the list shows one, and a temporary cashier as typed: light enough for the window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Role


class PersonState(StrEnum):
    """Whether a person may sign in."""

    WORKING = "working"
    LOCKED = "locked"
    EXPIRED = "expired"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person of the list.

    ``wrong_pins`` in a row since the last right one; ``wait_seconds`` is what is left of a lock.
    """

    cashier_id: CashierId
    name_en: str
    name_hi: str
    role: Role
    state: PersonState
    is_local: bool = False
    valid_to: date | None = None
    made_by: str = ""
    wrong_pins: int = 0
    wait_seconds: int = 0


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A temporary cashier as typed."""

    number: str
    name_en: str
    name_hi: str
    valid_to: date
    pin: str
    pin_again: str
