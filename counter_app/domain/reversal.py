"""A reversal: a payment undone by a new entry, with a reason, a second person, and what became of the paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import AccountNo, CashierId, PaymentId, ReceiptNo
    from counter_app.domain.instrument import TakenBack
    from counter_app.domain.ledger import Entry
    from counter_app.domain.money import Money
    from counter_app.domain.tender import TenderKind


class ReversalWhy(StrEnum):
    """Why. An instrument that the bank gave back is no reversal: it has its own verb."""

    WRONG_ACCOUNT = "wrong_account"
    WRONG_AMOUNT = "wrong_amount"
    TAKEN_TWICE = "taken_twice"
    CONSUMER_ASKED = "consumer_asked"
    OTHER = "other"


class PaperState(StrEnum):
    """What became of the receipt."""

    RECOVERED = "recovered"
    NOT_RECOVERED = "not_recovered"
    NEVER_PRINTED = "never_printed"


class GoesWhere(StrEnum):
    """What becomes of one tender of a reversed payment."""

    CASH_BACK = "cash_back"
    """Out of the drawer to the payer: cash only."""
    VOIDED = "voided"
    """A card sale voided on the terminal, the same day."""
    GIVEN_BACK = "given_back"
    """A cheque or draft handed back to the payer, before it was listed."""
    HELD = "held"
    """The money is here and stays: it waits in suspense for the right account."""


@dataclass(frozen=True, slots=True)
class TenderUndone:
    """One tender of the payment, and where it goes. ``reference`` is the void's approval for a card."""

    kind: TenderKind
    amount: Money
    where: GoesWhere
    identity: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Reversal:
    """A payment undone. ``shift_id`` is the open shift whose drawer gives cash back, None when none does."""

    reversal_id: UUID
    payment_id: PaymentId
    receipt_no: ReceiptNo
    account_no: AccountNo
    amount: Money
    undone: TakenBack
    tenders: tuple[TenderUndone, ...]
    entry: Entry
    why: ReversalWhy
    reason: str
    paper: PaperState
    right_account: str
    """Where the money should have gone, as the payer told; empty when not known."""
    by: CashierId
    approval: Approval
    shift_id: UUID | None
    business_date: date
    at: datetime


@dataclass(frozen=True, slots=True)
class GoesTo:
    """What is asked to become of one tender. ``reference`` is the approval code of a void, as its slip prints it."""

    where: GoesWhere
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ReversalOrder:
    """What a cashier asks for: one place for each tender of the payment, in their order.

    The id is made once, so that a second click is the same reversal.
    """

    reversal_id: UUID
    receipt_no: ReceiptNo
    why: ReversalWhy
    reason: str
    goes: tuple[GoesTo, ...]
    paper: PaperState
    by: CashierId
    right_account: str = ""
    approval: Approval | None = None
