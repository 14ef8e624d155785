"""What is handed on: one instruction for each part of a payment, and for each thing that takes money out again. Pure.

The fields are those of the public agency posting form; sums travel as rupees in text with two places.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from counter_app.domain.money import PAISE_PER_RUPEE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from billing_server.kept import KeptPayment, Part
    from billing_server.reading import MessageKey


class Kind(StrEnum):
    """Whether money goes in for the first time, or what was handed on is made right."""

    PAYMENT = "PAYMENT"
    CORRECTION = "CORRECTION"


class Outcome(StrEnum):
    """What became of an instruction at an adapter; the last one is its state. None yet: it waits."""

    GIVEN = "GIVEN"  # put into a parcel, nothing heard yet
    HANDED_ON = (
        "HANDED_ON"  # it lies where the other side fetches it; an acknowledgement is awaited
    )
    DONE = "DONE"  # the other side has it
    REFUSED = "REFUSED"  # a person must look
    FAILED = "FAILED"  # the world failed: tried again
    RELEASED = "RELEASED"  # a person looked: tried again


WAITING = (Outcome.FAILED, Outcome.RELEASED)
"""With no outcome at all, these are to be given."""


class Place(NamedTuple):
    """Where a part of a payment stands: which part, whose account, which bill (empty for a head)."""

    line: int
    account_no: str
    bill_no: str


class Move(NamedTuple):
    """Paise that go into a place, or out of it (negative)."""

    kind: Kind
    place: Place
    amount_paise: int


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction as it is kept; sums in paise, ``outstanding_paise`` before this one."""

    number: int
    reference: str
    kind: Kind
    corrects: str
    account_no: str
    bill_no: str
    amount_paise: int
    bill_paise: int
    outstanding_paise: int
    is_full: bool
    division: str
    connection: str
    mobile: str
    receipt_no: str
    toward: str
    business_date: str
    month: str


class Terms(msgspec.Struct, frozen=True):
    """How our names become the codes of the other side; a name without a code goes as it is."""

    discom: str
    divisions: dict[str, str]
    connections: dict[str, str]


def moves_of(kept: KeptPayment, handed: Mapping[Place, int]) -> list[Move]:
    """What must be handed on so that the other side holds what the bills hold.

    ``handed`` is what was handed on of this payment by place, zero where it was taken out again. A payment goes out
    whole before what returns undid is taken out of it, whenever this is asked: both are seen on the other side.
    """
    held, moves = dict(handed), list[Move]()
    if not kept.is_doubtful:
        for place, part in _places(kept):
            if place not in held:
                held[place] = part.amount_paise
                moves.append(Move(Kind.PAYMENT, place, part.amount_paise))
    stands = {} if kept.is_aside else {place: part.rest_paise for place, part in _places(kept)}
    for place in sorted(held):
        paise = stands.get(place, 0) - held[place]
        if paise:
            moves.append(Move(Kind.CORRECTION, place, paise))
    return moves


def reference_of(key: MessageKey, line: int, step: int) -> str:
    """``C07.1.15.1.1``: names an instruction for ever; no counter's id has a dot."""
    return f"{key.counter_id}.{key.epoch}.{key.sequence}.{line}.{step}"


def rupees_text(paise: int) -> str:
    """``1234.50``, ``-60.00``: no grouping, two places."""
    rupees, rest = divmod(abs(paise), PAISE_PER_RUPEE)
    return f"{'-' if paise < 0 else ''}{rupees}.{rest:02d}"


def form_of(one: Instruction, terms: Terms) -> dict[str, str]:
    """The agency posting form, then what makes a correction and a receipt findable."""
    return {
        "consumerAccountId": one.account_no,
        "billId": one.bill_no,
        "amount": rupees_text(one.amount_paise),
        "billAmount": rupees_text(one.bill_paise),
        "outstandingAmount": rupees_text(one.outstanding_paise),
        "paymentType": "FULL" if one.is_full else "PARTIAL",
        "divisionCode": terms.divisions.get(one.division, one.division),
        "discom": terms.discom,
        "connectionType": terms.connections.get(one.connection, one.connection),
        "mobile": one.mobile,
        "referenceTransactionId": one.reference,
        "kind": str(one.kind),
        "corrects": one.corrects,
        "toward": one.toward,
        "receiptNo": one.receipt_no,
        "businessDate": one.business_date,
        "countsIn": one.month,
    }


def _places(kept: KeptPayment) -> Iterator[tuple[Place, Part]]:
    for line, part in enumerate(kept.parts, 1):
        yield Place(line, kept.account_no, part.bill_no), part
