"""What messages say: one body a kind (protocol, section 2). Sums are whole paise, dates ISO text.

A field may be added at the end of a body with a default that means what messages without it meant. Those of shifts
and the custody of cash stand in ``custody_bodies``, what several say alike in ``told_parts``.
"""

from __future__ import annotations

import msgspec

from counter_app.domain.tender import TenderKind
from counter_app.wire.custody_bodies import (
    BankAnswered,
    CashMoved,
    DrawerOpened,
    PaymentReversed,
    PersonEnded,
    PersonMade,
    PinSet,
    RemittanceMade,
    ShiftClosed,
    ShiftPaused,
    TakingsHanded,
)
from counter_app.wire.rules import RuleApplied, RuleTold
from counter_app.wire.told_parts import (
    AllocationTold,
    NotedTold,
    PiecesTold,
    PostingTold,
    ReturnedPart,
    TenderTold,
)


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


class ShiftOpened(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="shift_opened", tag_field="kind"
):
    """A cashier counted a float and began. ``taken_over_from`` is the shift that had left it in the drawer."""

    shift_id: str
    shift_no: int
    cashier_id: str
    business_date: str
    opening_float_paise: int
    drawer_no: int = 1
    count: tuple[PiecesTold, ...] = ()
    taken_over_from: str = ""


class ReceiptReprinted(msgspec.Struct, frozen=True, tag="receipt_reprinted", tag_field="kind"):
    """A duplicate was printed."""

    receipt_no: str
    copy_no: int
    cashier_id: str


class ReceiptCopyAsked(msgspec.Struct, frozen=True, tag="receipt_copy_asked", tag_field="kind"):
    """Somebody wants this receipt by SMS or e-mail: the centre sends it, never the counter.

    ``way`` is sms or email (``domain.receipt_copy``), ``address`` ten digits or an e-mail address.
    """

    receipt_no: str
    way: str
    address: str
    cashier_id: str
    business_date: str


class OverrideGranted(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="override_granted", tag_field="kind"
):
    """A second person said yes: to what the rules leave to a supervisor, or to an act that is no payment.

    ``codes`` are those of ``domain.caveat``, or the one of ``domain.approval``; then ``group_id`` is what the approval
    is about, ``amount_paise`` what hangs on it, and ``shift_id`` may be empty. ``challenge``: by telephone.
    """

    word_id: str
    supervisor_id: str
    cashier_id: str
    shift_id: str
    business_date: str
    codes: tuple[str, ...]
    reason: str
    group_id: str
    challenge: str = ""
    amount_paise: int = 0


class InstrumentMoved(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="instrument_moved", tag_field="kind"
):
    """A cheque, draft or UPI credit went one step on: listed, deposited, cleared, confirmed, unmatched.

    ``postings`` when it moves money: a cheque or draft that was cleared.
    """

    identity: str
    state: str
    on: str
    by: str
    reference: str
    postings: tuple[PostingTold, ...] = ()


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
    | ReceiptCopyAsked
    | OverrideGranted
    | InstrumentMoved
    | InstrumentReturned
    | RuleSetHere
    | CounterNote
    | CashMoved
    | DrawerOpened
    | ShiftPaused
    | ShiftClosed
    | PaymentReversed
    | TakingsHanded
    | RemittanceMade
    | BankAnswered
    | PersonMade
    | PersonEnded
    | PinSet
)
