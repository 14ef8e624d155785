"""What messages say: one body a kind (protocol, section 2). Sums are whole paise, dates ISO text.

A field may be added at the end of a body with a default that means what messages without it meant.
"""

from __future__ import annotations

import msgspec

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.payment import Toward
from counter_app.domain.tender import TenderKind
from counter_app.wire.rules import RuleApplied, RuleTold


class CardReference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A card sale as the terminal's slip says; never a card number."""

    network: str
    last4: str
    rrn: str
    approval_code: str
    tid: str
    mid: str
    batch: str
    invoice: str


class UpiReference(msgspec.Struct, frozen=True):
    """A credit by UPI: the 12-digit reference, and whether the bank itself confirmed it at the counter."""

    reference: str
    is_confirmed: bool


class PaperTold(msgspec.Struct, frozen=True):
    """A cheque or draft as written; ``dated`` is the date on it."""

    number: str
    bank: str
    branch: str
    dated: str
    ifsc: str
    micr: str
    drawer: str


class TenderTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """One tender of a payment; ``given_paise`` for cash only, ``card``, ``upi`` and ``paper`` for their kinds only.

    ``whole_paise``: the sum of the whole sale, credit or paper where it pays other payments of the group too.
    """

    kind: TenderKind
    amount_paise: int
    given_paise: int | None = None
    card: CardReference | None = None
    upi: UpiReference | None = None
    paper: PaperTold | None = None
    whole_paise: int | None = None


class AllocationTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """The part that settles one bill; no bill number where it goes elsewhere (``toward``)."""

    bill_no: str
    amount_paise: int
    toward: Toward = Toward.BILL


class PostingTold(msgspec.Struct, frozen=True):
    """One movement of the entry; a debit is positive."""

    account: LedgerAccount
    amount_paise: int


class NotedTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who a payment in suspense is for, as the payer told; fields as in ``domain.suspense.NotedConsumer``."""

    name: str
    account_no: str = ""
    meter_no: str = ""
    bill_no: str = ""
    mobile: str = ""
    address: str = ""


class PaymentTaken(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="payment_taken", tag_field="kind"
):
    """A payment happened. It is never refused, whatever the centre thinks of it.

    ``group_id`` (the payment id of the first, empty for a payment alone) holds those of one order together;
    an instrument may stand in several payments of one group and in no other. ``word_id`` names the
    ``OverrideGranted`` told before it. ``payer`` has no default, so that it is told even when empty: the bytes of
    a payment of one bill in cash or by card are those of the first counters.
    """

    payment_id: str
    receipt_no: str
    account_no: str
    amount_paise: int
    settlement: str
    tenders: tuple[TenderTold, ...]
    allocations: tuple[AllocationTold, ...]
    postings: tuple[PostingTold, ...]
    outstanding_before_paise: int
    balance_paise: int
    cashier_id: str
    shift_id: str
    business_date: str
    payer: str
    purpose: str = "bill"
    reference: str = ""
    group_id: str = ""
    group_place: int = 1
    group_size: int = 1
    rules: tuple[RuleApplied, ...] = ()
    word_id: str = ""
    noted: NotedTold | None = None


class ShiftOpened(msgspec.Struct, frozen=True, tag="shift_opened", tag_field="kind"):
    """A cashier counted a float and began."""

    shift_id: str
    shift_no: int
    cashier_id: str
    business_date: str
    opening_float_paise: int


class ReceiptReprinted(msgspec.Struct, frozen=True, tag="receipt_reprinted", tag_field="kind"):
    """A duplicate was printed."""

    receipt_no: str
    copy_no: int
    cashier_id: str


class OverrideGranted(msgspec.Struct, frozen=True, tag="override_granted", tag_field="kind"):
    """A supervisor gave the word for what the rules leave to one; ``codes`` are those of ``domain.caveat``."""

    word_id: str
    supervisor_id: str
    cashier_id: str
    shift_id: str
    business_date: str
    codes: tuple[str, ...]
    reason: str
    group_id: str


class InstrumentMoved(msgspec.Struct, frozen=True, tag="instrument_moved", tag_field="kind"):
    """A cheque, draft or UPI credit went one step on: listed, deposited, cleared, confirmed, unmatched."""

    identity: str
    state: str
    on: str
    by: str
    reference: str


class ReturnedPart(msgspec.Struct, frozen=True):
    """What a return undoes of one payment."""

    payment_id: str
    receipt_no: str
    account_no: str
    amount_paise: int
    allocations: tuple[AllocationTold, ...]


class InstrumentReturned(msgspec.Struct, frozen=True, tag="instrument_returned", tag_field="kind"):
    """The bank gave an instrument back: its payments are undone as far as it paid them."""

    identity: str
    tender: TenderKind
    face_paise: int
    on: str
    by: str
    reason: str
    charge_paise: int
    business_date: str
    parts: tuple[ReturnedPart, ...]
    postings: tuple[PostingTold, ...]


class RuleSetHere(msgspec.Struct, frozen=True, tag="rule_set", tag_field="kind"):
    """A supervisor set a rule for this counter alone."""

    rule: RuleTold


class CounterNote(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="counter_note", tag_field="kind"
):
    """A supervisor looked at what became of something (``about``, as ``domain.matter`` names it), and said so.

    ``through`` is the number of the last result that was known then: what is decided later was not looked at.
    """

    about: str
    state: str
    text: str
    by: str
    business_date: str
    through: int = 0
    receipt_no: str = ""


Body = (
    PaymentTaken
    | ShiftOpened
    | ReceiptReprinted
    | OverrideGranted
    | InstrumentMoved
    | InstrumentReturned
    | RuleSetHere
    | CounterNote
)
