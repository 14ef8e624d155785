"""People: what each role may do at the counter, and cashiers that a supervisor made here for a while."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.shift import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Cashier


class Act(StrEnum):
    """What a person may be allowed to do. Who is signed in sees only what is allowed."""

    TAKE_MONEY = "take_money"
    """Open a shift, take payments, drop cash, close."""
    RECEIVE_CASH = "receive_cash"
    """Take drops and takings from cashiers, and give them to the bank."""
    APPROVE = "approve"
    """Be the second person."""
    WORK_INSTRUMENTS = "work_instruments"
    READ_REPORTS = "read_reports"
    SET_RULES = "set_rules"
    MANAGE_PEOPLE = "manage_people"
    SET_UP = "set_up"
    """Printers, terminal, address of the centre."""


ALLOWED: Mapping[Role, frozenset[Act]] = {
    Role.CASHIER: frozenset({Act.TAKE_MONEY, Act.READ_REPORTS, Act.WORK_INSTRUMENTS}),
    Role.HEAD_CASHIER: frozenset(
        {Act.TAKE_MONEY, Act.RECEIVE_CASH, Act.READ_REPORTS, Act.WORK_INSTRUMENTS}
    ),
    Role.SUPERVISOR: frozenset(
        {
            Act.TAKE_MONEY,
            Act.RECEIVE_CASH,
            Act.APPROVE,
            Act.READ_REPORTS,
            Act.WORK_INSTRUMENTS,
            Act.SET_RULES,
            Act.MANAGE_PEOPLE,
        }
    ),
    Role.ACCOUNTANT: frozenset({Act.READ_REPORTS}),
    Role.TECHNICIAN: frozenset({Act.SET_UP}),
}
"""Nobody may do everything: whoever takes money does not set up the computer, whoever checks it takes none."""


def may(role: Role, act: Act) -> bool:
    """Whether a role is allowed an act."""
    return act in ALLOWED[role]


def refuse_not_allowed(cashier: Cashier | None, act: Act, cashier_id: CashierId) -> Cashier:
    """The person, if there is one who may. Raises Refusal CASHIER_UNKNOWN or NOT_ALLOWED."""
    if cashier is None:
        raise Refusal(RefusalCode.CASHIER_UNKNOWN, cashier_id=cashier_id)
    if not may(cashier.role, act):
        raise Refusal(RefusalCode.NOT_ALLOWED, cashier_id=cashier_id)
    return cashier


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """A temporary cashier made at this counter, through ``valid_to``; no other role can be made here."""

    cashier: Cashier
    made_by: CashierId
    valid_to: date
    made_at: datetime
    ended_at: datetime | None = None
