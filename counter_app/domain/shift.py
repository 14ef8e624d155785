"""A shift: from the counted float to the count at the end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money


class Role(StrEnum):
    """What a person may do at the counter."""

    CASHIER = "cashier"
    HEAD_CASHIER = "head_cashier"
    SUPERVISOR = "supervisor"
    ACCOUNTANT = "accountant"
    TECHNICIAN = "technician"


MAY_TAKE_MONEY = frozenset({Role.CASHIER, Role.HEAD_CASHIER, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Cashier:
    """A person of the signed roster; the PIN itself is never stored, only its Argon2id hash."""

    cashier_id: CashierId
    name_en: str
    name_hi: str
    role: Role
    pin_hash: str


@dataclass(frozen=True, slots=True)
class Shift:
    """An open shift of one cashier; ``shift_no`` counts up at this counter."""

    shift_id: UUID
    shift_no: int
    cashier_id: CashierId
    business_date: date
    opened_at: datetime
    opening_float: Money
