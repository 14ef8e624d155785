"""Cash that moves in or out of a drawer beside payments: a drop to the head cashier, paid in, paid out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import Entry, LedgerAccount, Posting
from counter_app.domain.money import ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money


class MoveWhy(StrEnum):
    """Why cash moved. The first is a drop, CHANGE_ADDED and FOUND are paid in, the others paid out."""

    DROP = "drop"
    CHANGE_ADDED = "change_added"
    """The head cashier adds change to the float."""
    FOUND = "found"
    OTHER_IN = "other_in"
    CHANGE_LESSENED = "change_lessened"
    """A part of the float goes back to the head cashier."""
    EXPENSE = "expense"
    OTHER_OUT = "other_out"


PAID_IN = frozenset({MoveWhy.CHANGE_ADDED, MoveWhy.FOUND, MoveWhy.OTHER_IN})
PAID_OUT = frozenset({MoveWhy.CHANGE_LESSENED, MoveWhy.EXPENSE, MoveWhy.OTHER_OUT})

OTHER_SIDE: Mapping[MoveWhy, LedgerAccount] = {
    MoveWhy.DROP: LedgerAccount.CASH_WITH_HEAD,
    MoveWhy.CHANGE_ADDED: LedgerAccount.FLOAT_ISSUED,
    MoveWhy.FOUND: LedgerAccount.PAID_IN,
    MoveWhy.OTHER_IN: LedgerAccount.PAID_IN,
    MoveWhy.CHANGE_LESSENED: LedgerAccount.FLOAT_ISSUED,
    MoveWhy.EXPENSE: LedgerAccount.PAID_OUT,
    MoveWhy.OTHER_OUT: LedgerAccount.PAID_OUT,
}
"""Where the cash went to, or came from."""


@dataclass(frozen=True, slots=True)
class CashMove:
    """One movement of a drawer. ``receiver_id`` is the head cashier who confirmed a drop, empty for the others."""

    move_id: UUID
    shift_id: UUID
    why: MoveWhy
    amount: Money
    count: CashCount
    reason: str
    cashier_id: CashierId
    receiver_id: CashierId | None
    business_date: date
    at: datetime
    approval: Approval | None = None

    @property
    def is_in(self) -> bool:
        """Whether the drawer holds more by it."""
        return self.why in PAID_IN

    @property
    def into_drawer(self) -> Money:
        """What the drawer holds more by it: negative for a drop and for cash paid out."""
        return self.amount if self.is_in else -self.amount


def move_entry(why: MoveWhy, amount: Money) -> Entry:
    """What a movement moves."""
    into_drawer = amount if why in PAID_IN else -amount
    return Entry(
        (
            Posting(LedgerAccount.CASH_DRAWER, into_drawer),
            Posting(OTHER_SIDE[why], -into_drawer),
        )
        if why in PAID_IN
        else (
            Posting(OTHER_SIDE[why], -into_drawer),
            Posting(LedgerAccount.CASH_DRAWER, into_drawer),
        )
    )


def refuse_above_drawer(amount: Money, drawer: Money) -> None:
    """Raise Refusal AMOUNT_ZERO, or ABOVE_DRAWER (amount_paise, drawer_paise) for more than the drawer should hold."""
    if amount <= ZERO:
        raise Refusal(RefusalCode.AMOUNT_ZERO)
    if amount > drawer:
        raise Refusal(
            RefusalCode.ABOVE_DRAWER, amount_paise=amount.paise, drawer_paise=drawer.paise
        )


class OpeningWhy(StrEnum):
    """Why the drawer was opened without a payment."""

    GIVE_CHANGE = "give_change"
    CHECK_CASH = "check_cash"
    MISTAKE = "mistake"
    TEST = "test"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DrawerOpening:
    """The drawer opened without a payment; ``shift_id`` None when no shift was open."""

    opening_id: UUID
    shift_id: UUID | None
    by: CashierId
    why: OpeningWhy
    reason: str
    business_date: date
    at: datetime
