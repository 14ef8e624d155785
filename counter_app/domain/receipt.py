"""The receipt: the proof a consumer leaves with. All it prints is frozen at the moment of payment."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from counter_app.domain.bill import Bill
    from counter_app.domain.money import Money
    from counter_app.domain.payment import Payment
    from counter_app.domain.policy import RuleRef


@dataclass(frozen=True, slots=True)
class CounterPlace:
    """Where the money was taken, as the certificate of this counter says (names in both languages)."""

    counter_id: str
    counter_name: str
    division_en: str
    division_hi: str
    office_en: str = "Kanpur Electricity Supply Company"
    office_hi: str = "कानपुर विद्युत आपूर्ति कम्पनी"
    helpline: str = "1912"


@dataclass(frozen=True, slots=True)
class StampMark:
    """How revenue stamp duty is met on one receipt: ``affix`` or ``consolidated``, as the rule of that day says."""

    how: str
    above: Money
    rule: RuleRef


@dataclass(frozen=True, slots=True)
class RuleOrder:
    """The order a rule stands on, as paper names it. ``valid_from`` None: in force ever since counters have rules."""

    authority: str
    valid_from: date | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """One payment as it is printed, for ever the same; copies and marks are added at printing.

    ``supervisor_name_*`` is who gave the payment's word, empty without one. ``stamp`` None: no duty.
    ``part_order`` is the order that lets a bill be paid in parts; None for all that is no part payment.
    """

    payment: Payment
    place: CounterPlace
    cashier_name_en: str
    cashier_name_hi: str
    bill: Bill | None
    """The newest bill; None for a consumer who has none, or is not in the local copy."""
    told_at: datetime | None
    """When the server told the bills: the date beside the balance."""
    supervisor_name_en: str = ""
    supervisor_name_hi: str = ""
    stamp: StampMark | None = None
    part_order: RuleOrder | None = None
    reversed_on: date | None = field(default=None, compare=False)
    """Set for printing, never frozen: a copy of a receipt that was reversed says CANCELLED."""
    check_code: str = field(default="", compare=False)
    """What anybody may ask the centre with whether this receipt is genuine; it follows from the payment's message."""
    proof: bytes = field(default=b"", compare=False)
    """Set for printing: the signed proof of this very copy (``wire.receipt_proof``); empty, no QR code is printed."""
    check_page: str = field(default="", compare=False)
    """Set for printing: the address of the page that checks receipts, which stands before the proof in the code."""


class PrintState(StrEnum):
    """What is known of the paper (design, section 8)."""

    NOT_SENT = "not_sent"
    PRINTED = "printed"
    UNCERTAIN = "uncertain"


class PaperAnswer(StrEnum):
    """What a person saw who looked at a paper."""

    WHOLE = "whole"
    TORN = "torn"
    """Torn, in part or illegible: it is out, and what follows is a DUPLICATE."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """How one attempt ended. ``reason`` is a PrintReason or empty; ``saved_as`` is a file when there is no printer."""

    state: PrintState
    reason: str = ""
    saved_as: str = ""
    copy_no: int = 0


class PrintReason(StrEnum):
    """Why a print is not simply PRINTED, in words the screen has a sentence for."""

    NONE = ""
    LOW_PAPER = "low_paper"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    PRINTER_OFFLINE = "printer_offline"
    PRINTER_NOT_FOUND = "printer_not_found"
    NO_ANSWER = "no_answer"
    CUT_SHORT = "cut_short"
    UNCONFIRMED = "unconfirmed"
    CASHIER_SAID_PRINTED = "cashier_said_printed"
    CASHIER_SAID_NOT_PRINTED = "cashier_said_not_printed"
    INTERRUPTED = "interrupted"
    SAVED_AS_FILE = "saved_as_file"
    TOO_LONG = "too_long"
    QUEUE_STOPPED = "queue_stopped"
    JOB_STOPPED = "job_stopped"
    TORN = "torn"
    """It came out torn or in part: the next copy is a DUPLICATE."""


@dataclass(frozen=True, slots=True)
class PrintAttempt:
    """One try at one copy (0 is the original), and how it stands; one without an outcome is UNCERTAIN."""

    attempt: int
    copy_no: int
    state: PrintState
    reason: str = ""

    def may_be_answered(self, answer: PaperAnswer) -> bool:
        """Whether a person may say this of it now: anything of an uncertain one, of a printed one TORN, once."""
        if self.state is PrintState.UNCERTAIN:
            return True
        is_whole = self.state is PrintState.PRINTED and self.reason != PrintReason.TORN
        return is_whole and answer is PaperAnswer.TORN


ANSWERED: Mapping[PaperAnswer, tuple[PrintState, PrintReason]] = MappingProxyType(
    {
        PaperAnswer.WHOLE: (PrintState.PRINTED, PrintReason.CASHIER_SAID_PRINTED),
        PaperAnswer.TORN: (PrintState.PRINTED, PrintReason.TORN),
        PaperAnswer.NOTHING: (PrintState.NOT_SENT, PrintReason.CASHIER_SAID_NOT_PRINTED),
    }
)
"""How an attempt stands once a person has looked."""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt as the lists show it; ``print_state`` None means never tried. Names are masked by the screen.

    ``purpose`` is the code of a purpose, ``settlement`` a Settlement; ``advance_paise`` what of the amount is an
    advance; ``stamp`` how its StampMark says duty is met, empty for no duty.
    """

    receipt_no: str
    account_no: str
    consumer_name_en: str
    consumer_name_hi: str
    taken_at: datetime
    business_date: date
    cashier_id: str
    shift_no: int
    amount_paise: int
    tender_paise: tuple[tuple[str, int], ...]
    print_state: PrintState | None
    print_reason: str
    copies: int
    is_acknowledged: bool
    fate: str
    purpose: str
    purpose_name_en: str
    purpose_name_hi: str
    settlement: str
    advance_paise: int
    stamp: str
    reversed_on: date | None = None
    """The business date on which it was reversed; None while it stands."""
