"""Messages: what counter and terminal say to each other (PROTOCOL.md, sections 4 and 5). Pure.

What the terminal says is not believed before it is read here, and nothing of a message with anything like a card
number leaves this module: no field, no excerpt, no log line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.card_guard import holds_card_number
from counter_app.domain.card_sale import (
    SaleOutcome,
    SaleProgress,
    SaleReason,
    SaleState,
    TerminalStatus,
    approval_told,
)
from counter_app.domain.tender import CardNetwork
from counter_app.terminals.frames import FS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.money import Money

VERSION = "1"
RUPEES = "356"
"""India's currency in ISO 4217, by number."""

_FIELD = re.compile(r"([A-Z][A-Z0-9])=([ -~]{0,64})")
_REFERENCE = re.compile(r"[A-Z0-9-]{1,32}")

_NETWORKS: Mapping[str, CardNetwork] = {network.name: network for network in CardNetwork}
_SLIP_TAGS: Mapping[str, str] = {
    "last4": "L4",
    "rrn": "RR",
    "approval_code": "AC",
    "tid": "TI",
    "mid": "MI",
    "batch": "BN",
    "invoice": "IN",
}
_DECLINED: Mapping[str, SaleReason] = {
    "33": SaleReason.CARD_EXPIRED,
    "36": SaleReason.CARD_BLOCKED,
    "38": SaleReason.PIN_TRIES_EXCEEDED,
    "41": SaleReason.CARD_BLOCKED,
    "43": SaleReason.CARD_BLOCKED,
    "51": SaleReason.INSUFFICIENT_FUNDS,
    "54": SaleReason.CARD_EXPIRED,
    "55": SaleReason.PIN_WRONG,
    "57": SaleReason.NOT_PERMITTED,
    "58": SaleReason.NOT_PERMITTED,
    "61": SaleReason.LIMIT_EXCEEDED,
    "62": SaleReason.CARD_BLOCKED,
    "65": SaleReason.LIMIT_EXCEEDED,
    "75": SaleReason.PIN_TRIES_EXCEEDED,
    "91": SaleReason.BANK_NOT_REACHED,
}
"""Response codes of ISO 8583, field 39, for which a cashier can say something useful; all others are the bank's no."""

_CANCELLED: Mapping[str, SaleReason] = {
    "KEY": SaleReason.CANCELLED_AT_TERMINAL,
    "ECR": SaleReason.CANCELLED_HERE,
    "TIME": SaleReason.CARD_NOT_SHOWN,
}
_REFUSED: Mapping[str, SaleReason] = {
    "BUSY": SaleReason.TERMINAL_BUSY,
    "LINE": SaleReason.NO_BANK_LINE,
    "SERVICE": SaleReason.OUT_OF_SERVICE,
    "SPENT": SaleReason.REFERENCE_SPENT,
    "TID": SaleReason.OTHER_TERMINAL,
    "VOID": SaleReason.VOID_REFUSED,
}
_NOT_CHARGED: Mapping[str, tuple[SaleState, Mapping[str, SaleReason], SaleReason]] = {
    "DECLINED": (SaleState.DECLINED, _DECLINED, SaleReason.DECLINED_BY_BANK),
    "CANCELLED": (SaleState.CANCELLED, _CANCELLED, SaleReason.CANCELLED_AT_TERMINAL),
    "VOIDED": (SaleState.CANCELLED, {}, SaleReason.VOIDED),
    "REFUSED": (SaleState.NOT_SENT, _REFUSED, SaleReason.NOT_UNDERSTOOD),
    "UNKNOWN": (SaleState.NOT_SENT, {}, SaleReason.UNKNOWN_TO_TERMINAL),
}
"""Result to state, reasons by the code that comes with it, and the reason for any other code."""

_NOT_KNOWN: Mapping[str, SaleReason] = {
    "PENDING": SaleReason.STILL_WORKING,
    "FORGOTTEN": SaleReason.TERMINAL_FORGOT,
}
_STATES: Mapping[str, TerminalStatus] = {
    "READY": TerminalStatus.READY,
    "BUSY": TerminalStatus.BUSY,
    "LINE": TerminalStatus.NO_BANK_LINE,
    "SERVICE": TerminalStatus.OUT_OF_SERVICE,
}
_PROGRESS: Mapping[str, SaleProgress] = {
    "CARD": SaleProgress.WAITING_FOR_CARD,
    "READ": SaleProgress.READING_CARD,
    "PIN": SaleProgress.ENTERING_PIN,
    "BANK": SaleProgress.ASKING_BANK,
    "REMOVE": SaleProgress.REMOVE_CARD,
}


class Unbelieved(Exception):
    """What came cannot be believed; ``reason`` says why. Never carries any of it."""

    def __init__(self, reason: SaleReason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it was said: its fields by tag."""

    fields: Mapping[str, str]

    def get(self, tag: str) -> str:
        """The field's text, empty when it is not there."""
        return self.fields.get(tag, "")

    @property
    def kind(self) -> str:
        """``RESULT``, ``PROGRESS``, ``STATE``, or what a later version has."""
        return self.get("MT")

    @property
    def progress(self) -> SaleProgress:
        """What a PROGRESS message tells; NONE for what we have no word for."""
        return _PROGRESS.get(self.get("PG"), SaleProgress.NONE)

    @property
    def status(self) -> TerminalStatus:
        """What a STATE message tells; what we have no word for is no readiness."""
        return _STATES.get(self.get("ST"), TerminalStatus.OUT_OF_SERVICE)


@dataclass(frozen=True, slots=True)
class Request:
    """One question of the counter. ``exchange_no`` is of six digits; no amount and no reference for STATUS."""

    kind: str
    exchange_no: str
    reference: str = ""
    amount: Money | None = None
    tid: str = ""
    card_seconds: int = 0
    """SALE: how long the terminal may take, from its acknowledgement to its RESULT."""

    def __post_init__(self) -> None:
        """A reference the terminal could not repeat would lose the sale."""
        assert not self.reference or _REFERENCE.fullmatch(self.reference)

    def body(self) -> bytes:
        """As it goes into a frame."""
        fields = {"MT": self.kind, "VR": VERSION, "SQ": self.exchange_no, "RF": self.reference}
        if self.amount is not None:
            fields |= {"AM": str(self.amount.paise), "CU": RUPEES}
        fields |= {"TO": str(self.card_seconds) if self.card_seconds else "", "TI": self.tid}
        return body_of({tag: text for tag, text in fields.items() if text})

    def is_answered_by(self, message: Message) -> bool:
        """Whether a message belongs to this exchange and to its reference."""
        is_same_sale = not self.reference or message.get("RF") == self.reference
        return message.get("SQ") == self.exchange_no and is_same_sale


def body_of(fields: Mapping[str, str]) -> bytes:
    """The body of a message: ``TAG=text``, one field separator between two."""
    return bytes([FS]).join(f"{tag}={text}".encode("ascii") for tag, text in fields.items())


def read_message(body: bytes) -> Message:
    """The message in a body. Raises Unbelieved, without a word of it."""
    try:
        text = body.decode("ascii")
    except UnicodeDecodeError:
        raise Unbelieved(SaleReason.ANSWER_UNREADABLE) from None
    fields: dict[str, str] = {}
    for part in text.split(chr(FS)):
        if holds_card_number(part):
            raise Unbelieved(SaleReason.CARD_NUMBER_IN_ANSWER)
        match = _FIELD.fullmatch(part)
        if match is None or match[1] in fields:
            raise Unbelieved(SaleReason.ANSWER_UNREADABLE)
        fields[match[1]] = match[2]
    return Message(fields)


def outcome_told(message: Message, request: Request) -> SaleOutcome:
    """What a RESULT says of the sale it was asked about."""
    result = message.get("RS")
    is_other = bool(request.tid) and message.get("TI") != request.tid
    if is_other and result != "REFUSED":  # whoever refuses has not begun
        return SaleOutcome(SaleState.UNCERTAIN, SaleReason.OTHER_TERMINAL)
    if result == "APPROVED":
        return _approval(message, request)
    is_nonsense = (
        result == "UNKNOWN" and request.kind == "SALE"
    )  # it has just been told the reference
    if result in _NOT_CHARGED and not is_nonsense:
        state, reasons, usual = _NOT_CHARGED[result]
        return SaleOutcome(state, reasons.get(message.get("RC"), usual))
    return SaleOutcome(SaleState.UNCERTAIN, _NOT_KNOWN.get(result, SaleReason.ANSWER_UNREADABLE))


def _approval(message: Message, request: Request) -> SaleOutcome:
    asked = "" if request.amount is None else str(request.amount.paise)
    if message.get("AM") != asked:
        return SaleOutcome(SaleState.UNCERTAIN, SaleReason.AMOUNT_DIFFERS)
    network = _NETWORKS.get(message.get("NW"), CardNetwork.OTHER)
    return approval_told(network, {name: message.get(tag) for name, tag in _SLIP_TAGS.items()})
