"""What verbs answer with: frozen views for screens and lanes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.money import Money

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from counter_app.domain.ageing import Alarm
    from counter_app.domain.errors import Refusal
    from counter_app.domain.identity import AccountNo
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.reconciliation import Reconciled, Reconciliation
    from counter_app.domain.reversal import Reversal
    from counter_app.domain.reversal_rules import TenderWays
    from counter_app.domain.shift import Cashier, Shift
    from counter_app.domain.upi import UpiPayee

QrMatrix = tuple[tuple[bool, ...], ...]
"""Row by row the modules of a QR code, dark ones true, without the quiet zone."""

QR_QUIET_ZONE_MODULES = 4
"""Light modules that whoever paints a QR code leaves around it (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A consumer that may be meant.

    ``matched`` is what fitted: account, legacy, meter, bill, mobile, renumbered (a number that became this account),
    name (with what a consumer is told apart by), or near: a name or words like those typed, but for one slip.
    """

    account_no: AccountNo
    name_en: str
    name_hi: str
    guardian_name: str
    address: str
    locality: str
    meter_no: str
    matched: str
    is_exact: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A cashier who gave the right PIN, with the shift left open, if any."""

    cashier: Cashier
    shift: Shift | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A committed order: one receipt a line. ``was_taken_before`` tells a second click from a first."""

    receipts: tuple[Receipt, ...]
    was_taken_before: bool

    @property
    def receipt(self) -> Receipt:
        """The first: the only one, for a payment of one account and purpose."""
        return self.receipts[0]

    @property
    def change(self) -> Money:
        """The cash that goes back, of all together."""
        return Money.total(receipt.payment.change for receipt in self.receipts)


@dataclass(frozen=True, slots=True)
class Exposure:
    """How much hangs on this counter alone: unsent rupees, since when, and the cash of one drawer."""

    unsent: Money
    oldest_unsent_at: datetime | None
    drawer: Money


@dataclass(frozen=True, slots=True)
class OutboxSummary:
    """What is not acknowledged yet: messages, payments among them, their sum, the oldest."""

    unsent_messages: int
    unsent_payments: int
    unsent: Money
    oldest_at: datetime | None
    acknowledged_at: datetime | None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One unsent message; ``receipt_no`` and ``amount`` for payments only."""

    epoch: int
    sequence: int
    kind: str
    recorded_at: datetime
    receipt_no: str
    amount: Money | None


@dataclass(frozen=True, slots=True)
class Fated:
    """A payment whose fate asks for a person."""

    receipt_no: str
    account_no: str
    amount: Money
    fate: str
    reference: str
    taken_at: datetime
    matched_to: str = ""
    """The account to which a person at the centre booked it later, empty for none."""
    matched_name_en: str = ""
    matched_name_hi: str = ""
    decision: str = ""
    """The ``wire.results.ResultKind`` a person at the centre decided last, empty for none."""


@dataclass(frozen=True, slots=True)
class ToldReturn:
    """An instrument that came back to the centre, and whose payments this counter has not undone yet."""

    identity: str
    face: Money
    on: date
    reason: str
    charge: Money


@dataclass(frozen=True, slots=True)
class OutboxView:
    """The outbox screen: summary, unsent messages, payments set aside."""

    summary: OutboxSummary
    rows: tuple[OutboxRow, ...]
    set_aside: tuple[Fated, ...]
    told_returns: tuple[ToldReturn, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsent:
    """A run of messages of one epoch as they go out: exact bytes, link before, signature of the last."""

    epoch: int
    first: int
    previous: bytes
    messages: tuple[bytes, ...]
    head_signature: bytes


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """A file for the stick: how many messages it holds, and how many are left for the next one."""

    path: Path
    messages: int
    left: int


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """What the check at start found. ``problem`` is empty when all is well."""

    messages: int
    payments: int
    last_receipt_no: str
    unsent: int
    took_seconds: float
    problem: str


@dataclass(frozen=True, slots=True)
class CounterStatus:
    """The facts of the status strip, from the books and signed acknowledgements."""

    counter_id: str
    counter_name: str
    outbox: OutboxSummary
    bills_as_on: datetime | None
    stopped_because: str
    is_enrolled: bool
    are_settings_damaged: bool = False
    open_matters: int = 0
    """How many fates wait for a supervisor."""
    unreconciled_day: date | None = None
    """The day that is due to be reconciled with the centre; None for none."""
    differing_payments: int = 0
    """How many payments of the day reconciled last are not the same at the centre."""
    undeposited: Alarm | None = None
    """Money of days before today that is not with the bank; None when all of it is."""


@dataclass(frozen=True, slots=True)
class DayCompared:
    """A day compared with the centre, and what of it is kept.

    ``fault`` says why the centre could not be asked, empty when it was; then nothing new is kept.
    """

    reconciliation: Reconciliation
    kept: Reconciled | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class RoundOutcome:
    """A round: messages acknowledged, consumers changed, when the server was reached, payments decided later."""

    acknowledged: int
    changed: int
    reached_at: datetime
    decided: int = 0


@dataclass(frozen=True, slots=True)
class UpiAsk:
    """What the payer's phone reads: the link, and the same as a QR code. It asks; it proves no payment."""

    uri: str
    tr: str
    payee: UpiPayee
    amount: Money
    matrix: QrMatrix


@dataclass(frozen=True, slots=True)
class ReversalWeighed:
    """What a reversal of a receipt may do: where each tender may go; ``refusal`` says why there can be none.

    ``made`` is the reversal, if there was one; ``is_paper_out`` whether a copy was or may have been printed.
    """

    receipt: Receipt
    ways: tuple[TenderWays, ...]
    refusal: Refusal | None
    made: Reversal | None
    is_paper_out: bool
