"""A sale on the bank's own terminal: what is asked for, and what is known of it afterwards.

A sale is charged at the bank, out of our reach. So every end is a SaleOutcome, and what cannot be known is UNCERTAIN,
never a guess: the next question is then what became of the sale's reference (decision 0008).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import LARGEST_PAISE
from counter_app.domain.tender import slip_typed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from counter_app.domain.identity import PaymentId
    from counter_app.domain.money import Money
    from counter_app.domain.tender import CardSlip

MOST_SALES_A_PAYMENT = 99
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS_OF_AN_ID = 28
"""26 to the 28th is more than 2 to the 128th."""


class TerminalKind(StrEnum):
    """How a card sale reaches the counter: typed from the terminal's slip, or told by the terminal."""

    TYPED = "typed"
    TCP = "tcp"
    SERIAL = "serial"


class TerminalStatus(StrEnum):
    """Whether the terminal would begin a sale now, else why not."""

    READY = "ready"
    BUSY = "busy"
    NO_BANK_LINE = "no_bank_line"
    OUT_OF_SERVICE = "out_of_service"
    OTHER_TERMINAL = "other_terminal"
    NOT_FOUND = "not_found"
    NO_ANSWER = "no_answer"
    TYPED = "typed"
    """None is connected: slips are typed."""


class SaleProgress(StrEnum):
    """What the person at the terminal is about, while a sale is under way."""

    NONE = ""
    WAITING_FOR_CARD = "waiting_for_card"
    READING_CARD = "reading_card"
    ENTERING_PIN = "entering_pin"
    ASKING_BANK = "asking_bank"
    REMOVE_CARD = "remove_card"


class SaleState(StrEnum):
    """What is known of a sale. Only APPROVED is charged; of UNCERTAIN nobody here knows."""

    APPROVED = "approved"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    NOT_SENT = "not_sent"
    UNCERTAIN = "uncertain"


class SaleReason(StrEnum):
    """Why a sale is not simply APPROVED, in words the screen has a sentence for."""

    NONE = ""
    # the bank declined it
    INSUFFICIENT_FUNDS = "insufficient_funds"
    PIN_WRONG = "pin_wrong"
    PIN_TRIES_EXCEEDED = "pin_tries_exceeded"
    CARD_EXPIRED = "card_expired"
    CARD_BLOCKED = "card_blocked"
    LIMIT_EXCEEDED = "limit_exceeded"
    NOT_PERMITTED = "not_permitted"
    BANK_NOT_REACHED = "bank_not_reached"
    DECLINED_BY_BANK = "declined_by_bank"
    # it was ended before it was charged, or taken back
    CANCELLED_HERE = "cancelled_here"
    CANCELLED_AT_TERMINAL = "cancelled_at_terminal"
    CARD_NOT_SHOWN = "card_not_shown"
    VOIDED = "voided"
    # the terminal did not begin it
    TERMINAL_BUSY = "terminal_busy"
    NO_BANK_LINE = "no_bank_line"
    OUT_OF_SERVICE = "out_of_service"
    NOT_UNDERSTOOD = "not_understood"
    REFERENCE_SPENT = "reference_spent"
    UNKNOWN_TO_TERMINAL = "unknown_to_terminal"
    EARLIER_SALE_OPEN = "earlier_sale_open"
    TYPED_BY_HAND = "typed_by_hand"
    # the terminal was not reached, or could not be believed
    TERMINAL_NOT_FOUND = "terminal_not_found"
    OTHER_TERMINAL = "other_terminal"
    NO_ANSWER = "no_answer"
    CUT_SHORT = "cut_short"
    STILL_WORKING = "still_working"
    TERMINAL_FORGOT = "terminal_forgot"
    ANSWER_UNREADABLE = "answer_unreadable"
    AMOUNT_DIFFERS = "amount_differs"
    CARD_NUMBER_IN_ANSWER = "card_number_in_answer"
    # the sale stands, although it was to be voided
    VOID_REFUSED = "void_refused"
    PAYMENT_TAKEN = "payment_taken"


@dataclass(frozen=True, slots=True)
class SaleOutcome:
    """What is known of one sale. The slip is there when it is APPROVED and only then.

    An APPROVED sale has a reason only when it was to be voided and stands; all others always say why.
    """

    state: SaleState
    reason: SaleReason = SaleReason.NONE
    slip: CardSlip | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for an outcome that cannot be."""
        is_approved = self.state is SaleState.APPROVED
        if is_approved != (self.slip is not None) or not (is_approved or self.reason):
            message = f"no such outcome: {self.state} for {self.reason!r}"
            raise ValueError(message)

    @property
    def is_certain(self) -> bool:
        """Whether it is known what was charged; else ask what became of it."""
        return self.state is not SaleState.UNCERTAIN


def approval_told(network: str, fields: Mapping[str, str]) -> SaleOutcome:
    """APPROVED with the slip a terminal told in the fields of ``domain.tender.slip_typed``.

    UNCERTAIN when they make no slip: money was taken, but no tender can be booked on such words.
    """
    try:
        return SaleOutcome(SaleState.APPROVED, slip=slip_typed(network, fields))
    except Refusal as refusal:
        is_number = refusal.code is RefusalCode.CARD_NUMBER_IN_TEXT
        reason = SaleReason.CARD_NUMBER_IN_ANSWER if is_number else SaleReason.ANSWER_UNREADABLE
        return SaleOutcome(SaleState.UNCERTAIN, reason)


@dataclass(frozen=True, slots=True)
class Charge:
    """The ``number``-th sale asked for in one payment (1 to 99), of ``amount``.

    A new try after a decline, and a second card, are the next number; the same charge asked for twice is one sale.
    ``group_id`` is that of the order (``PaymentOrder.group_id``).
    """

    group_id: PaymentId
    number: int
    amount: Money

    def __post_init__(self) -> None:
        """Raise ValueError for a number or an amount that no form lets through."""
        if not 1 <= self.number <= MOST_SALES_A_PAYMENT:
            message = f"sale number {self.number}"
            raise ValueError(message)
        if not 0 < self.amount.paise <= LARGEST_PAISE:
            message = f"sale of {self.amount}"
            raise ValueError(message)

    @property
    def reference(self) -> str:
        """What the terminal knows the sale by: 28 letters, a dash, two digits.

        Letters, so that no reference can ever be taken for a card number.
        """
        rest, letters = self.group_id.int, ""
        for _ in range(_LETTERS_OF_AN_ID):
            rest, place = divmod(rest, len(_LETTERS))
            letters = _LETTERS[place] + letters
        return f"{letters}-{self.number:02d}"


@dataclass(frozen=True, slots=True)
class ChargeNote:
    """What this counter noted of a charge: when it was asked for, and its end; None while no end is known."""

    charge: Charge
    asked_at: datetime
    outcome: SaleOutcome | None = None

    @property
    def is_known(self) -> bool:
        """Whether what was charged is known."""
        return self.outcome is not None and self.outcome.is_certain

    @property
    def may_be_charged(self) -> bool:
        """Whether money may have left the card for it."""
        return not self.is_known or (
            self.outcome is not None and self.outcome.state is SaleState.APPROVED
        )
