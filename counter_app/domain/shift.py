"""A shift: from the counted float to the count at the end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money


class Role(StrEnum):
    """What a person may do at the counter: ``domain.people`` says which acts."""

    CASHIER = "cashier"
    HEAD_CASHIER = "head_cashier"
    SUPERVISOR = "supervisor"
    ACCOUNTANT = "accountant"
    TECHNICIAN = "technician"


USUAL_DRAWERS = 2
"""Drawers or till trays a counter has unless its settings say otherwise: one each for two cashiers who take turns."""

MAY_TAKE_MONEY = frozenset({Role.CASHIER, Role.HEAD_CASHIER, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Cashier:
    """A person of the signed roster, or made here; the PIN itself is never stored, only its Argon2id hash.

    ``approval_key`` (base64url, for this counter alone) proves the person's approvals by telephone; empty for none.
    ``valid_to`` is the last day of one made here.
    """

    cashier_id: CashierId
    name_en: str
    name_hi: str
    role: Role
    pin_hash: str
    approval_key: str = ""
    is_local: bool = False
    valid_to: date | None = None


class ShiftState(StrEnum):
    """Where a shift stands."""

    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift of one cashier on one drawer; ``shift_no`` counts up at this counter.

    ``drawer_no`` names the drawer or till tray, so that two people's cash never lies in one. ``taken_over_from`` is
    the shift whose float was left in it for this one.
    """

    shift_id: UUID
    shift_no: int
    cashier_id: CashierId
    business_date: date
    opened_at: datetime
    opening_float: Money
    drawer_no: int = 1
    opening_count: CashCount | None = None
    """None for a float that was told as a sum alone, and for none at all."""
    taken_over_from: UUID | None = None

    def day_at(self, moment: datetime) -> date:
        """The business date of an act in it: the clock's day, but never before the shift's own."""
        return max(moment.date(), self.business_date)


@dataclass(frozen=True, slots=True)
class Pause:
    """A shift was suspended (its drawer locked away) or resumed."""

    shift_id: UUID
    state: ShiftState
    by: CashierId
    business_date: date
    at: datetime
