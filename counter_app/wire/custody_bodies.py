"""What messages say of people, shifts and the custody of cash, from the float to the bank slip."""

from __future__ import annotations

import msgspec

from counter_app.domain.tender import TenderKind
from counter_app.wire.told_parts import PiecesTold, PostingTold, ReturnedPart


class CashMoved(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="cash_dropped", tag_field="kind"
):
    """Cash left a drawer, or came into it, beside payments; ``why`` as in ``domain.cash_move``, a drop among them."""

    move_id: str
    shift_id: str
    why: str
    amount_paise: int
    cashier_id: str
    business_date: str
    postings: tuple[PostingTold, ...]
    receiver_id: str = ""
    reason: str = ""
    count: tuple[PiecesTold, ...] = ()
    approval_id: str = ""


class DrawerOpened(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="drawer_opened", tag_field="kind"
):
    """The drawer was opened without a payment; no shift when none was open."""

    opening_id: str
    by: str
    why: str
    business_date: str
    shift_id: str = ""
    reason: str = ""


class ShiftPaused(msgspec.Struct, frozen=True, tag="shift_paused", tag_field="kind"):
    """A shift was suspended or resumed (``state``: suspended, open)."""

    shift_id: str
    state: str
    by: str
    business_date: str


class CloseLineTold(msgspec.Struct, frozen=True):
    """One tender at the close: expected by the books, and counted without seeing it."""

    kind: TenderKind
    expected_paise: int
    expected_pieces: int
    counted_paise: int
    counted_pieces: int


class ShiftClosed(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="shift_closed", tag_field="kind"
):
    """A shift ended: its messages are those before this one. Never opened again.

    ``counts``: how often the cash was counted before the expected sum was accepted; 1 is a count nobody doubted.
    """

    shift_id: str
    shift_no: int
    cashier_id: str
    closed_by: str
    business_date: str
    lines: tuple[CloseLineTold, ...]
    count: tuple[PiecesTold, ...]
    float_left_paise: int
    takings_paise: int
    receipts: int
    postings: tuple[PostingTold, ...]
    first_receipt_no: str = ""
    last_receipt_no: str = ""
    acknowledged: int = 0
    acknowledged_paise: int = 0
    unsent: int = 0
    unsent_paise: int = 0
    counts: int = 1
    reason: str = ""
    approval_id: str = ""


class TenderUndoneTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """One tender of a reversed payment, and where it goes (``domain.reversal.GoesWhere``)."""

    kind: TenderKind
    amount_paise: int
    where: str
    identity: str = ""
    reference: str = ""


class PaymentReversed(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="payment_reversed", tag_field="kind"
):
    """A payment was undone whole at the counter. What is ``held`` of its tenders waits in suspense."""

    reversal_id: str
    part: ReturnedPart
    tenders: tuple[TenderUndoneTold, ...]
    postings: tuple[PostingTold, ...]
    why: str
    reason: str
    paper: str
    by: str
    approval_id: str
    business_date: str
    shift_id: str = ""
    right_account: str = ""


class TakingsHanded(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="takings_handed", tag_field="kind"
):
    """The cash of closed shifts was given to the head cashier, who counted it."""

    handing_id: str
    shift_ids: tuple[str, ...]
    amount_paise: int
    count: tuple[PiecesTold, ...]
    by: str
    receiver_id: str
    business_date: str
    postings: tuple[PostingTold, ...]
    reason: str = ""
    approval_id: str = ""


class SlipItemTold(msgspec.Struct, frozen=True):
    """One cheque or draft on a slip."""

    identity: str
    amount_paise: int


class RemittanceMade(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="remittance_made", tag_field="kind"
):
    """A slip went to the bank: cash by denomination, or cheques and drafts (``slip``: cash, papers)."""

    slip_id: str
    slip_no: int
    slip: str
    amount_paise: int
    bank_account: str
    by: str
    business_date: str
    postings: tuple[PostingTold, ...]
    count: tuple[PiecesTold, ...] = ()
    items: tuple[SlipItemTold, ...] = ()


class BankDifferenceTold(msgspec.Struct, frozen=True):
    """One difference that the bank found (``domain.remittance.BankWhy``)."""

    why: str
    amount_paise: int
    note: str


class BankAnswered(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="bank_answered", tag_field="kind"
):
    """What came back from the bank for a slip."""

    answer_id: str
    slip_id: str
    slip_no: int
    reference: str
    on: str
    accepted_paise: int
    by: str
    business_date: str
    postings: tuple[PostingTold, ...]
    differences: tuple[BankDifferenceTold, ...] = ()
    approval_id: str = ""


class PersonMade(
    msgspec.Struct, frozen=True, omit_defaults=True, tag="person_made", tag_field="kind"
):
    """A temporary cashier was made here; never the PIN nor its hash."""

    cashier_id: str
    name_en: str
    name_hi: str
    role: str
    made_by: str
    valid_to: str
    business_date: str
    approval_id: str = ""


class PersonEnded(msgspec.Struct, frozen=True, tag="person_ended", tag_field="kind"):
    """A temporary cashier may no longer sign in."""

    cashier_id: str
    by: str
    business_date: str


class PinSet(msgspec.Struct, frozen=True, tag="pin_set", tag_field="kind"):
    """A person has a new PIN at this counter; never the PIN nor its hash. ``by`` is the person, or who reset it."""

    cashier_id: str
    by: str
    business_date: str
