"""Payment: accepted money, and the rules that accept it.

An order may pay for several accounts and purposes with several tenders; each line of it becomes one payment
with its own receipt and its own part of the tenders, all in one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.identity import BillNo
from counter_app.domain.money import Money
from counter_app.domain.purpose import BILL
from counter_app.domain.tender import CashTender, face_of

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.caveat import Caveat, Word
    from counter_app.domain.consumer import Consumer
    from counter_app.domain.identity import AccountNo, CashierId, PaymentId, ReceiptNo
    from counter_app.domain.ledger import Entry
    from counter_app.domain.policy import RuleRef
    from counter_app.domain.purpose import Purpose
    from counter_app.domain.suspense import NotedConsumer
    from counter_app.domain.tender import Tender


NO_BILL = BillNo("")
"""The bill of an allocation that goes to none."""


class Settlement(StrEnum):
    """What the payment did to what was due."""

    FULL = "full"
    PART = "part"
    OVER = "over"
    """All that was due, and an advance."""
    ADVANCE = "advance"
    """Nothing was due: all of it is an advance."""
    HEAD = "head"
    """Paid for something that is no bill."""
    SUSPENSE = "suspense"
    """The consumer is not in the local copy."""


class Toward(StrEnum):
    """What an allocation settles."""

    BILL = "bill"
    ADVANCE = "advance"
    HEAD = "head"
    SUSPENSE = "suspense"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One account and purpose of an order.

    The id is made once and never changes, so a second click is the same payment. ``shown`` is the outstanding
    sum that stood on the screen: if it changed meanwhile, we ask again. ``noted`` is who it is for when the
    account is not in the local copy. More than is due is taken only when ``is_advance_meant``.
    """

    payment_id: PaymentId
    account_no: AccountNo
    shown: Money
    amount: Money
    purpose: str = BILL
    reference: str = ""
    noted: NotedConsumer | None = None
    is_advance_meant: bool = False


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """What the cashier asks for. The tenders together are the lines together, to the paisa."""

    cashier_id: CashierId
    lines: tuple[OrderLine, ...]
    tenders: tuple[Tender, ...]
    payer: str = ""
    word: Word | None = None

    @property
    def group_id(self) -> PaymentId:
        """What holds the payments of one order together: the id of the first."""
        return self.lines[0].payment_id

    @property
    def amount(self) -> Money:
        """All lines together."""
        return Money.total(line.amount for line in self.lines)

    @property
    def payers(self) -> tuple[str, ...]:
        """Who pays each line: the payer that was named, else a stranger's own name, else empty for the consumer."""
        return tuple(self.payer or (line.noted.name if line.noted else "") for line in self.lines)


@dataclass(frozen=True, slots=True)
class Allocation:
    """The part of a payment that settles one bill, or goes to an advance, a head or suspense (no bill number)."""

    bill_no: BillNo
    amount: Money
    toward: Toward = Toward.BILL


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the domain decided of a line, before it has a number or a place in the books."""

    purpose: Purpose
    settlement: Settlement
    allocations: tuple[Allocation, ...]
    tenders: tuple[Tender, ...]
    entry: Entry
    outstanding_before: Money
    balance: Money
    rules: tuple[RuleRef, ...]


@dataclass(frozen=True, slots=True)
class Consideration:
    """What the rules say of an order: each line accepted, and what is to be known or needs a word."""

    lines: tuple[Acceptance, ...]
    caveats: tuple[Caveat, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Which of how many payments of one order this is, and what all of them are together."""

    group_id: PaymentId
    place: int
    size: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Payment:
    """Accepted money with its receipt number. ``taken_at`` is aware; ``balance`` is what remained due.

    For a head or suspense the sum demanded is the sum paid, and the balance zero. ``rules`` are those that
    were applied: what they decided, or what they cautioned of; ``word`` is the supervisor's, if one was needed.
    """

    payment_id: PaymentId
    receipt_no: ReceiptNo
    consumer: Consumer
    amount: Money
    tenders: tuple[Tender, ...]
    settlement: Settlement
    allocations: tuple[Allocation, ...]
    entry: Entry
    outstanding_before: Money
    balance: Money
    payer: str
    cashier_id: CashierId
    shift_id: UUID
    shift_no: int
    taken_at: datetime
    business_date: date
    snapshot_version: str
    purpose: Purpose
    reference: str
    group: Group
    rules: tuple[RuleRef, ...] = ()
    word: Word | None = None
    noted: NotedConsumer | None = None

    @property
    def change(self) -> Money:
        """The cash that goes back to the consumer."""
        return Money.total(
            tender.change for tender in self.tenders if isinstance(tender, CashTender)
        )

    @property
    def advance(self) -> Money:
        """What of it is an advance."""
        return Money.total(
            part.amount for part in self.allocations if part.toward is Toward.ADVANCE
        )

    @property
    def is_shared(self) -> bool:
        """Whether some instrument of it pays other accounts too."""
        return any(face_of(tender) != tender.amount for tender in self.tenders)
