"""What the books give to reports: one frozen row a receipt, shift, movement, opening, approval, entry.

A selection says of what; a cut says as of when: rows are only added to the books, so all that stands at or below one
link of the chain is the same whenever it is read, in one unit of work or in many.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.ledger import PAID_FOR, LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.payment import Settlement, Toward
from counter_app.domain.report import Names
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from counter_app.domain.ageing import Undeposited
    from counter_app.domain.approval import How
    from counter_app.domain.bank_paper import BankPaper, InstrumentState
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.cash_move import CashMove, DrawerOpening
    from counter_app.domain.identity import AccountNo, BookYear, CashierId, ReceiptNo
    from counter_app.domain.ledger import Posting
    from counter_app.domain.payment import Allocation
    from counter_app.domain.receipt import PrintState
    from counter_app.domain.remittance import Handing, SlipSeen
    from counter_app.domain.reversal import PaperState, ReversalWhy, TenderUndone
    from counter_app.domain.shift_close import ShiftClose
    from counter_app.domain.tender import Tender

NOBODY = Names("", "")
COLLECTED = PAID_FOR | {LedgerAccount.ADVANCE_RECEIVED, LedgerAccount.SUSPENSE_RECEIVED}
"""The accounts that say what money was taken for: their credits less their debits are the net collection."""


@dataclass(frozen=True, slots=True)
class TenderLine:
    """A tender of a receipt; ``state`` and ``slip_no`` (of the bank slip it went on) for what has a life."""

    tender: Tender
    state: InstrumentState | None = None
    slip_no: int | None = None


@dataclass(frozen=True, slots=True)
class ReversalLine:
    """A receipt that was reversed. ``shift_no`` is the shift whose drawer gave cash back, None for none.

    ``taken_in`` and ``taken_by`` are the shift and the cashier of the receipt.
    """

    link: int
    receipt_no: ReceiptNo
    taken_on: date
    taken_in: int
    taken_by: CashierId
    account_no: AccountNo
    consumer: Names
    amount: Money
    tenders: tuple[TenderUndone, ...]
    why: ReversalWhy
    reason: str
    paper: PaperState
    right_account: str
    by: Names
    by_id: CashierId
    approver: Names
    how: How
    shift_no: int | None
    business_date: date
    at: datetime


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A receipt with all that a report asks. ``category`` and the rest are as they were told on that day.

    ``account`` is where the purpose is credited; ``group_link`` the link of the order's first payment, its own when it
    is alone; ``copies`` how many were or may have been printed.
    """

    link: int
    receipt_no: ReceiptNo
    taken_at: datetime
    business_date: date
    shift_no: int
    cashier_id: CashierId
    cashier: Names
    account_no: AccountNo
    consumer: Names
    category: str
    division: str
    substation: str
    bill_no: str
    bill_month: str
    purpose: str
    purpose_names: Names
    account: LedgerAccount
    reference: str
    settlement: Settlement
    allocations: tuple[Allocation, ...]
    tenders: tuple[TenderLine, ...]
    outstanding_before: Money
    balance: Money
    amount: Money
    payer: str
    group_link: int
    group_place: int
    group_size: int
    stamp: str
    is_acknowledged: bool
    fate: str
    print_state: PrintState | None
    copies: int
    reversal: ReversalLine | None = None

    @property
    def advance(self) -> Money:
        """What of it is an advance."""
        return Money.total(
            part.amount for part in self.allocations if part.toward is Toward.ADVANCE
        )

    @property
    def is_suspense(self) -> bool:
        """Whether the consumer was not in the local copy."""
        return self.settlement is Settlement.SUSPENSE


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """A cheque, draft or UPI credit that came back; ``charge`` is the bank's, told and not taken here."""

    link: int
    kind: TenderKind
    identity: str
    paper: BankPaper | None
    upi_reference: str
    amount: Money
    receipt_nos: tuple[ReceiptNo, ...]
    reason: str
    charge: Money
    on: date
    by: Names
    by_id: CashierId
    business_date: date


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A shift, with its close if it has ended. ``drawer`` is what its entries leave in the drawer up to the cut.

    ``float_out`` is the opening float with change added and lessened since.
    """

    link: int
    shift_no: int
    cashier_id: CashierId
    cashier: Names
    drawer_no: int
    business_date: date
    opened_at: datetime
    opening_float: Money
    opening_count: CashCount | None
    taken_over_from: int | None
    drawer: Money
    float_out: Money
    pauses: int
    close: ShiftClose | None = None
    closed_by: Names = NOBODY
    approver: Names = NOBODY

    @property
    def cash_expected(self) -> Money:
        """What the drawer should hold; of a closed shift what it should have held when it was counted."""
        if self.close is None:
            return self.drawer
        return Money.total(
            one.expected.amount for one in self.close.lines if one.kind is TenderKind.CASH
        )


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A movement of cash beside payments, with the names of all who had a part in it."""

    link: int
    shift_no: int
    move: CashMove
    cashier: Names
    receiver: Names
    approver: Names


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """A drawer opening without a payment."""

    link: int
    shift_no: int | None
    opening: DrawerOpening
    by: Names


@dataclass(frozen=True, slots=True)
class HandingLine:
    """Takings given to the head cashier."""

    link: int
    handing: Handing
    giver: Names
    receiver: Names
    approver: Names


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A bank slip with what the bank said of it; ``approver`` of its differences, empty for none."""

    seen: SlipSeen
    by: Names
    approver: Names


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """A second person's yes: to an act (one code), or to a payment (a word: its caveats, the receipts and their sum).

    ``about`` is the receipt number, person or whatever the code names; empty for a word that no payment used.
    ``about_shift_no`` is the number of the shift an act is about, None for every other.
    """

    link: int
    at: datetime
    business_date: date
    shift_no: int | None
    approver_id: CashierId
    approver: Names
    for_id: CashierId
    for_whom: Names
    codes: tuple[str, ...]
    about: str
    amount: Money
    reason: str
    how: How
    about_shift_no: int | None = None


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry with all its movements. ``kind`` is the kind of the message that told it; ``about`` what it is of."""

    link: int
    at: datetime
    business_date: date
    kind: str
    about: str
    by: Names
    postings: tuple[Posting, ...]


@dataclass(frozen=True, slots=True)
class SeriesRun:
    """One series and book year from its first to its last number in a report; ``present`` are those the books hold."""

    series: str
    book_year: BookYear
    first: int
    last: int
    present: frozenset[int]


@dataclass(frozen=True, slots=True)
class BookRows:
    """All that one report was made of; what it does not need stays empty.

    ``shifts`` were opened in the selection, ``closes`` are shifts that were closed in it.
    """

    receipts: tuple[ReceiptLine, ...] = ()
    reversals: tuple[ReversalLine, ...] = ()
    returns: tuple[ReturnLine, ...] = ()
    shifts: tuple[ShiftLine, ...] = ()
    closes: tuple[ShiftLine, ...] = ()
    handings: tuple[HandingLine, ...] = ()
    moves: tuple[MoveLine, ...] = ()
    openings: tuple[OpeningLine, ...] = ()
    approvals: tuple[ApprovalLine, ...] = ()
    entries: tuple[EntryLine, ...] = ()
    runs: tuple[SeriesRun, ...] = ()
    slips: tuple[SlipLine, ...] = ()
    undeposited: tuple[Undeposited, ...] = ()


def slip_line(seen: SlipSeen, people: Mapping[str, Names]) -> SlipLine:
    """A slip with the names of who had a part in it."""
    approval = seen.answer.approval if seen.answer else None
    by = seen.slip.by
    approver = NOBODY if approval is None else _name(people, approval.approver_id)
    return SlipLine(seen, _name(people, by), approver)


def _name(people: Mapping[str, Names], person_id: str) -> Names:
    return people.get(person_id, Names(person_id, person_id))
