"""How a simulated terminal goes wrong, one exchange each."""

from __future__ import annotations

from enum import StrEnum

CARD_NUMBER = "4111111111111111"


class TerminalFault(StrEnum):
    """How one exchange goes wrong. What is said of the charge holds for a SALE."""

    NONE = "none"
    # the person or the bank; nothing is charged
    DECLINED = "declined"
    CANCELLED_AT_KEY = "cancelled_at_key"
    CARD_NOT_SHOWN = "card_not_shown"
    BUSY = "busy"
    # the sale waits for a card until the counter cancels it
    WAITS = "waits"
    CANCELLED_TOO_LATE = "cancelled_too_late"
    # the request is not taken, or taken without a word
    NAKS_TWICE = "naks_twice"
    NAKS_ALWAYS = "naks_always"
    SILENT = "silent"
    SILENT_AFTER_ACK = "silent_after_ack"
    NO_ACK = "no_ack"
    LATE = "late"
    NAKS_ONCE_TAKEN = "naks_once_taken"
    # charged, and the answer is lost, late or spoilt
    SILENT_AFTER_CHARGE = "silent_after_charge"
    DROPPED_BEFORE = "dropped_before"
    DROPPED_AFTER = "dropped_after"
    WRONG_LRC = "wrong_lrc"
    WRONG_LRC_ALWAYS = "wrong_lrc_always"
    HALF_FRAME = "half_frame"
    HALF_FRAME_ONCE = "half_frame_once"
    GARBAGE = "garbage"
    GARBAGE_ONLY = "garbage_only"
    UNREADABLE = "unreadable"
    SLOW = "slow"
    REPEATED = "repeated"
    OTHER_EXCHANGE_FIRST = "other_exchange_first"
    OTHER_REFERENCE = "other_reference"
    OTHER_AMOUNT = "other_amount"
    CARD_NUMBER_IN_FIELD = "card_number_in_field"
    CARD_NUMBER_IN_SLIP = "card_number_in_slip"


NAKS = {TerminalFault.NAKS_TWICE: 2, TerminalFault.NAKS_ALWAYS: 4}
SALE_ENDS = {
    TerminalFault.WAITS: ("CANCELLED", "ECR"),
    TerminalFault.DECLINED: ("DECLINED", "51"),
    TerminalFault.CANCELLED_AT_KEY: ("CANCELLED", "KEY"),
    TerminalFault.CARD_NOT_SHOWN: ("CANCELLED", "TIME"),
    TerminalFault.SILENT_AFTER_ACK: ("CANCELLED", "TIME"),
    TerminalFault.DROPPED_BEFORE: ("CANCELLED", "TIME"),
}
SAYS_NOTHING = {
    TerminalFault.SILENT_AFTER_ACK,
    TerminalFault.SILENT_AFTER_CHARGE,
    TerminalFault.NAKS_ONCE_TAKEN,
}
GIVES_NO_ACK = {TerminalFault.NO_ACK, TerminalFault.NAKS_ONCE_TAKEN}
HANGS_UP = {TerminalFault.DROPPED_BEFORE, TerminalFault.DROPPED_AFTER}
VOID_ENDS = {
    TerminalFault.BUSY: ("REFUSED", "VOID"),
    TerminalFault.CANCELLED_AT_KEY: ("CANCELLED", "KEY"),
    TerminalFault.DECLINED: ("DECLINED", "58"),
}
SPOILS = {
    TerminalFault.UNREADABLE: {"RS": "APPROVED\t"},
    TerminalFault.OTHER_REFERENCE: {"RF": "ANOTHER-SALE", "RS": "DECLINED"},
    TerminalFault.OTHER_AMOUNT: {"AM": "1"},
    TerminalFault.CARD_NUMBER_IN_FIELD: {"TX": f"CARD {CARD_NUMBER} READ"},
    TerminalFault.CARD_NUMBER_IN_SLIP: {"RR": CARD_NUMBER},
}
"""What a fault puts over the fields of an answer."""

ONCE = {
    TerminalFault.WRONG_LRC: TerminalFault.WRONG_LRC_ALWAYS,
    TerminalFault.HALF_FRAME_ONCE: TerminalFault.HALF_FRAME,
}
"""Only the first try of a frame is spoilt."""
