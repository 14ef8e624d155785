"""From the drawer to the bank: takings handed to the head cashier, slips, and what the bank says of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.ledger import Entry, LedgerAccount, Posting
from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.identity import CashierId


@dataclass(frozen=True, slots=True)
class Takings:
    """The cash of a closed shift that was not handed over yet. Its money is of the day on which the shift began."""

    shift_id: UUID
    shift_no: int
    cashier_id: CashierId
    business_date: date
    closed_on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Handing:
    """The cash of closed shifts given to the head cashier, who counted it. ``amount`` is what the closes say."""

    handing_id: UUID
    shift_ids: tuple[UUID, ...]
    amount: Money
    count: CashCount
    by: CashierId
    receiver_id: CashierId
    reason: str
    business_date: date
    at: datetime
    approval: Approval | None = None

    @property
    def variance(self) -> Money:
        """Counted by the receiver less what the closes say."""
        return self.count.total - self.amount


def handing_entry(amount: Money, counted: Money) -> Entry:
    """What a handing moves; a difference goes to the accounts of short and excess cash."""
    variance = counted - amount
    debits = [
        Posting(account, sum_)
        for account, sum_ in (
            (LedgerAccount.CASH_WITH_HEAD, counted),
            (LedgerAccount.SHORT_CASH, max(-variance, ZERO)),
        )
        if sum_
    ]
    credited = [Posting(LedgerAccount.CASH_TO_HAND_OVER, -amount)] if amount else []
    if variance > ZERO:
        credited.append(Posting(LedgerAccount.EXCESS_CASH, -variance))
    return Entry((*debits, *credited))


class SlipKind(StrEnum):
    """Cash and papers go to the bank on separate slips."""

    CASH = "cash"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class SlipItem:
    """One cheque or draft on a slip."""

    identity: str
    kind: TenderKind
    amount: Money
    number: str
    bank: str
    branch: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A bank slip: cash by denomination, or cheques and drafts by bank. ``slip_no`` counts up at this counter."""

    slip_id: UUID
    slip_no: int
    kind: SlipKind
    amount: Money
    count: CashCount
    items: tuple[SlipItem, ...]
    bank_account: str
    """The utility's account it is for, as the bank names it."""
    by: CashierId
    business_date: date
    at: datetime


AT_BANK: Mapping[TenderKind, LedgerAccount] = {
    TenderKind.CASH: LedgerAccount.CASH_AT_BANK,
    TenderKind.CHEQUE: LedgerAccount.CHEQUES_AT_BANK,
    TenderKind.DRAFT: LedgerAccount.DRAFTS_AT_BANK,
}
"""Given to the bank, not yet credited."""


class BankWhy(StrEnum):
    """Why the bank's sum is another than the slip's. All but EXCESS lessen it."""

    COUNTERFEIT = "counterfeit"
    SHORTAGE = "shortage"
    MUTILATED = "mutilated"
    EXCESS = "excess"


BANK_ACCOUNT_OF: Mapping[BankWhy, LedgerAccount] = {
    BankWhy.COUNTERFEIT: LedgerAccount.BANK_COUNTERFEIT,
    BankWhy.SHORTAGE: LedgerAccount.BANK_SHORTAGE,
    BankWhy.MUTILATED: LedgerAccount.BANK_MUTILATED,
    BankWhy.EXCESS: LedgerAccount.BANK_EXCESS,
}


@dataclass(frozen=True, slots=True)
class BankDifference:
    """One difference that the bank found. ``note`` says what of: the number of a note, a letter of the bank."""

    why: BankWhy
    amount: Money
    note: str


@dataclass(frozen=True, slots=True)
class BankAnswer:
    """What came back from the bank for one slip: its reference and date, what it credited, and why not all."""

    answer_id: UUID
    slip_id: UUID
    slip_no: int
    reference: str
    on: date
    accepted: Money
    differences: tuple[BankDifference, ...]
    by: CashierId
    business_date: date
    at: datetime
    approval: Approval | None = None


@dataclass(frozen=True, slots=True)
class SlipSeen:
    """A slip and what became of it: ``answer`` None as long as the bank has not said."""

    slip: Slip
    answer: BankAnswer | None
