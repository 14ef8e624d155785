"""An instrument in the books: a cheque, draft or UPI credit from the day it was received to its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.allocation import take_back
from counter_app.domain.bank_paper import InstrumentState, refuse_step
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import ACCOUNT_OF, Entry, LedgerAccount, Posting, return_entry
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import NO_BILL, Allocation, Toward
from counter_app.domain.remittance import AT_BANK

if TYPE_CHECKING:
    from datetime import date, datetime

    from counter_app.domain.bank_paper import BankPaper
    from counter_app.domain.identity import AccountNo, CashierId, PaymentId, ReceiptNo
    from counter_app.domain.tender import TenderKind


@dataclass(frozen=True, slots=True)
class InstrumentStep:
    """One move in its life. ``reference`` is the bank's (slip, UTR); ``charge`` the bank's for a return."""

    state: InstrumentState
    on: date
    at: datetime
    by: CashierId
    reference: str = ""
    reason: str = ""
    charge: Money = ZERO


@dataclass(frozen=True, slots=True)
class PaidPart:
    """What an instrument paid of one payment, and what that payment settled as far as no return has undone it."""

    payment_id: PaymentId
    receipt_no: ReceiptNo
    account_no: AccountNo
    amount: Money
    allocations: tuple[Allocation, ...]
    account: LedgerAccount
    """Where the payment credited what is no advance."""


@dataclass(frozen=True, slots=True)
class HeldInstrument:
    """A cheque, draft or UPI credit with its life so far, first step first."""

    identity: str
    kind: TenderKind
    face: Money
    paper: BankPaper | None
    upi_reference: str
    received_on: date
    parts: tuple[PaidPart, ...]
    steps: tuple[InstrumentStep, ...]
    slip_no: int | None = None
    """The bank slip it went on; None for one that is here, or went before there were slips."""
    is_credited: bool = False
    """Whether its clearing moved its money to the bank's account: counters before version 0005 moved none."""

    @property
    def state(self) -> InstrumentState:
        """Where it stands."""
        return self.steps[-1].state

    @property
    def stands_in(self) -> LedgerAccount:
        """The account its money stands in: here, given to the bank, or credited there."""
        if self.is_credited:
            return LedgerAccount.BANK
        return ACCOUNT_OF[self.kind] if self.slip_no is None else AT_BANK[self.kind]


def clearing_entry(held: HeldInstrument) -> Entry:
    """What the clearing of a cheque or draft moves: its face, from where it stands to the bank's account."""
    return Entry(
        (Posting(LedgerAccount.BANK, held.face), Posting(held.stands_in, -held.face)),
    )


@dataclass(frozen=True, slots=True)
class TakenBack:
    """One payment's part of a returned instrument, undone."""

    payment_id: PaymentId
    receipt_no: ReceiptNo
    account_no: AccountNo
    amount: Money
    allocations: tuple[Allocation, ...]


@dataclass(frozen=True, slots=True)
class Return:
    """A returned instrument: its payments are undone as far as it paid them (domain, section 5)."""

    parts: tuple[TakenBack, ...]
    entry: Entry


def held_after_reversal(part: PaidPart) -> PaidPart:
    """The part of a payment that was reversed while the instrument stayed: it waits in suspense, and settles no bill.

    So a return takes it out of suspense, and charges no bill a second time.
    """
    waits = Allocation(NO_BILL, part.amount, Toward.SUSPENSE)
    return replace(part, allocations=(waits,), account=LedgerAccount.SUSPENSE_RECEIVED)


def returned(held: HeldInstrument, reason: str) -> Return:
    """What a return undoes. Raises Refusal INSTRUMENT_STEP_WRONG or RETURN_REASON_MISSING."""
    refuse_step(held.state, InstrumentState.RETURNED)
    if not reason.strip():
        raise Refusal(RefusalCode.RETURN_REASON_MISSING)
    credited: dict[LedgerAccount, Money] = {}
    parts = []
    for part in held.parts:
        undone = take_back(part.amount, part.allocations)
        parts.append(
            TakenBack(part.payment_id, part.receipt_no, part.account_no, part.amount, undone)
        )
        for allocation in undone:
            is_advance = allocation.toward is Toward.ADVANCE
            account = LedgerAccount.ADVANCE_RECEIVED if is_advance else part.account
            credited[account] = credited.get(account, ZERO) + allocation.amount
    return Return(tuple(parts), return_entry(held.stands_in, credited))
