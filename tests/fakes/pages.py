"""What the books hold, as lists and dicts: ``link`` counts messages from 1 over all epochs."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_move import CashMove, DrawerOpening
    from counter_app.domain.caveat import Word
    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.instrument import InstrumentStep, Return
    from counter_app.domain.ledger import Entry
    from counter_app.domain.matter import MatterNote
    from counter_app.domain.people import LocalPerson
    from counter_app.domain.policy import Rule
    from counter_app.domain.receipt import PrintOutcome, Receipt
    from counter_app.domain.receipt_copy import CopyRequest
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.remittance import BankAnswer, Handing, Slip
    from counter_app.domain.reversal import Reversal
    from counter_app.domain.shift import Pause, Shift
    from counter_app.domain.shift_close import ShiftClose
    from counter_app.wire.exchange import Acknowledgement, Certificate, FateTold, Person
    from counter_app.wire.messages import SealedMessage
    from counter_app.wire.results import ResultTold
    from counter_app.wire.rules import PolicyTold

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def moment_of(utc_us: int) -> datetime:
    """The moment of so many microseconds since 1970, in Indian Standard Time."""
    return (_BEGINNING + timedelta(microseconds=utc_us)).astimezone(IST)


@dataclass
class Pages:
    """All that a ledger keeps; nothing is ever changed or taken out."""

    messages: list[SealedMessage] = field(default_factory=list)
    outbox: list[int] = field(default_factory=list)
    receipts: dict[int, Receipt] = field(default_factory=dict)
    shifts: dict[int, Shift] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    acknowledgements: dict[int, tuple[Acknowledgement, bytes]] = field(default_factory=dict)
    fates: dict[int, FateTold] = field(default_factory=dict)
    steps: dict[tuple[int, str], InstrumentStep] = field(default_factory=dict)
    """By link and identity: a bank slip moves many on with one message."""
    returns: dict[int, Return] = field(default_factory=dict)
    policies: list[PolicyTold] = field(default_factory=list)
    rules: dict[int, Rule] = field(default_factory=dict)
    words: dict[int, tuple[Word, UUID, datetime]] = field(default_factory=dict)
    moves: dict[int, CashMove] = field(default_factory=dict)
    openings: dict[int, DrawerOpening] = field(default_factory=dict)
    pauses: dict[int, Pause] = field(default_factory=dict)
    closes: dict[int, ShiftClose] = field(default_factory=dict)
    reversals: dict[int, Reversal] = field(default_factory=dict)
    handings: dict[int, Handing] = field(default_factory=dict)
    slips: dict[int, Slip] = field(default_factory=dict)
    answers: dict[int, BankAnswer] = field(default_factory=dict)
    approvals: dict[int, tuple[Approval, UUID | None, date, datetime]] = field(default_factory=dict)
    results: list[ResultTold] = field(default_factory=list)
    notes: dict[int, MatterNote] = field(default_factory=dict)
    reconciliations: list[tuple[Reconciliation, bytes]] = field(default_factory=list)
    stops: list[tuple[str, datetime]] = field(default_factory=list)
    attempts: list[tuple[ReceiptNo, int, datetime]] = field(default_factory=list)
    outcomes: dict[int, tuple[PrintOutcome, ...]] = field(default_factory=dict)
    certificates: list[tuple[Certificate, bytes, datetime]] = field(default_factory=list)
    rosters: list[tuple[Person, ...]] = field(default_factory=list)
    local_people: dict[int, LocalPerson] = field(default_factory=dict)
    ended: dict[str, datetime] = field(default_factory=dict)
    own_pins: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    """Whose, the hash set here, the hash it replaced."""
    proofs: dict[tuple[ReceiptNo, int], bytes] = field(default_factory=dict)
    """By receipt and copy."""
    copies: dict[int, CopyRequest] = field(default_factory=dict)
    pin_tries: list[tuple[str, str, bool, datetime]] = field(default_factory=list)

    def copy(self) -> Pages:
        """The same pages in new lists; what stands on them is frozen."""
        return Pages(**{part.name: copy(getattr(self, part.name)) for part in fields(self)})

    @property
    def acknowledged_link(self) -> int:
        """The last message the centre has, 0 for none."""
        return max(self.acknowledgements, default=0)

    def link_of(self, sealed: SealedMessage) -> int:
        """The link of the message that is being entered. Raises ValueError for any other."""
        if not self.messages or self.messages[-1] != sealed or len(self.messages) in self.outbox:
            message = "not the message that is being entered"
            raise ValueError(message)
        return len(self.messages)
