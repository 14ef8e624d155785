"""What keeps a message from being written down as what it says: texts and numbers no column holds, sums that differ.

Nothing here is business: a payment of a wrong shape happened too, and is kept as it came.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.reversal import GoesWhere
from counter_app.domain.tender import TenderKind
from counter_app.wire.bodies import (
    CounterNote,
    InstrumentMoved,
    InstrumentReturned,
    PaymentTaken,
    ReceiptCopyAsked,
)
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from counter_app.wire.bodies import Body
    from counter_app.wire.messages import Message
    from counter_app.wire.told_parts import AllocationTold, TenderTold

CustodyBody = (
    CashMoved
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
"""Of people, shifts and custody: each is of a business date."""
LARGEST_NUMBER = 2**62
"""Sums in paise and times in microseconds beyond this fit no column."""
MOST_TEXT_CHARACTERS = 200
"""Longer names fit no index."""
MOST_PROSE_CHARACTERS = 2_000
"""What people write: reasons, names of payers. Kept, but no index holds it."""
_DIGITS_ALIKE = bytes.maketrans(b"123456789", b"000000000")
_ALL_BUT_QUOTES_ALIKE = bytes(one if one == ord('"') else 0 for one in range(256))
_LONG_TEXT = bytes(MOST_TEXT_CHARACTERS + 1)
_LONG_NUMBER = b"0" * 18
_ON_PAPER = frozenset({TenderKind.CHEQUE, TenderKind.DRAFT})
_PROSE = frozenset({"reason", "payer", "authority", "name", "address", "drawer", "text"})


def why_not_applicable(message: Message, raw: bytes) -> str:
    """The reason, empty when there is none; ``raw`` are the bytes the message was read from."""
    body = message.body
    clock = [message.clock.utc_us, message.clock.server_time_us]
    if not _is_surely_storable(raw) and (
        reason := _why_not_storable([msgspec.to_builtins(body), clock])
    ):
        return reason
    if not all(map(_is_date, _dates(body))):
        return "date_wrong"
    if isinstance(body, PaymentTaken):
        return _of_payment(body)
    if isinstance(body, PaymentReversed):
        return _of_reversal(body)
    return _of_return(body) if isinstance(body, InstrumentReturned) else ""


def identity_of(tender: TenderTold) -> str:
    """What must not be used twice, as ``domain.tender.identity_of``; empty for cash.

    Raises ValueError for an instrument without the reference of its kind, and for cash with any.
    """
    paper = f"{tender.paper.ifsc}:{tender.paper.number}" if tender.paper else ""
    card = tender.card.rrn if tender.card else ""
    reference = tender.upi.reference if tender.upi else ""
    kind = tender.kind
    if kind is TenderKind.CASH and not (card or reference or paper):
        return ""
    if kind is TenderKind.CARD:
        reference = card
    elif kind is not TenderKind.UPI:
        reference = paper if kind in _ON_PAPER else ""
    if not reference:
        message = f"{kind} without the reference of its kind"
        raise ValueError(message)
    return f"{kind}:{reference}"


def identities_of(payment: PaymentTaken) -> list[str]:
    """Its instruments, one a tender, cash left out. Of a payment that is applicable."""
    return [identity for tender in payment.tenders if (identity := identity_of(tender))]


def group_of(payment: PaymentTaken) -> str:
    """What holds the payments of one order together; a payment alone is its own group."""
    return payment.group_id or payment.payment_id


def _of_payment(payment: PaymentTaken) -> str:
    amounts = [tender.amount_paise for tender in payment.tenders]
    parts = [part.amount_paise for part in payment.allocations]
    sums = {payment.amount_paise, sum(amounts), sum(parts)}
    if min([*amounts, *parts], default=0) <= 0 or len(sums) > 1:
        return "sums_differ"
    if sum(posting.amount_paise for posting in payment.postings):
        return "entry_not_balanced"
    if not all(map(_is_tender, payment.tenders)):
        return "tender_wrong"
    return "" if _is_group(payment) else "group_wrong"


def _is_tender(tender: TenderTold) -> bool:
    try:
        is_instrument = bool(identity_of(tender))
    except ValueError:
        return False
    whole = tender.whole_paise
    return whole is None or (is_instrument and whole >= tender.amount_paise)


def _is_group(payment: PaymentTaken) -> bool:
    """Alone without a group's id; else one of so many, the first of which gives the id."""
    if payment.group_size == 1:
        return payment.group_place == 1 and not payment.group_id
    is_first = payment.group_place == 1
    return (
        1 <= payment.group_place <= payment.group_size
        and bool(payment.group_id)
        and is_first == (payment.group_id == payment.payment_id)
    )


def _of_return(told: InstrumentReturned) -> str:
    amounts = [part.amount_paise for part in told.parts]
    if min(amounts, default=0) <= 0 or sum(amounts) > told.face_paise or told.charge_paise < 0:
        return "sums_differ"
    if not all(_settles(part.allocations, part.amount_paise) for part in told.parts):
        return "sums_differ"
    if sum(posting.amount_paise for posting in told.postings):
        return "entry_not_balanced"
    is_each_once = len({part.payment_id for part in told.parts}) == len(told.parts)
    return "" if is_each_once else "payment_twice"


def _of_reversal(told: PaymentReversed) -> str:
    """It undoes one payment whole, and each tender goes somewhere."""
    part, amounts = told.part, [tender.amount_paise for tender in told.tenders]
    is_whole = min(amounts, default=0) > 0 and sum(amounts) == part.amount_paise
    if not is_whole or not _settles(part.allocations, part.amount_paise):
        return "sums_differ"
    if not all(tender.where in set(GoesWhere) for tender in told.tenders):
        return "tender_wrong"
    if sum(posting.amount_paise for posting in told.postings):
        return "entry_not_balanced"
    ids = {told.reversal_id, part.payment_id}
    return "" if "" not in ids and len(ids) > 1 else "payment_twice"


def _settles(allocations: Iterable[AllocationTold], amount_paise: int) -> bool:
    paise = [part.amount_paise for part in allocations]
    return min(paise, default=0) > 0 and sum(paise) == amount_paise


def _dates(body: Body) -> Iterator[str]:
    if isinstance(
        body, PaymentTaken | InstrumentReturned | CounterNote | ReceiptCopyAsked | CustodyBody
    ):
        yield body.business_date
    if isinstance(body, InstrumentMoved | InstrumentReturned | BankAnswered):
        yield body.on
    if isinstance(body, PersonMade):
        yield body.valid_to


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_surely_storable(raw: bytes) -> bool:
    """Whether a quick look at the JSON sees that every text is short and every number small, as nearly always.

    Without escapes a text stands between two quotes as it is, and nothing shortens it.
    """
    return (
        b"\\" not in raw
        and _LONG_TEXT not in raw.translate(_ALL_BUT_QUOTES_ALIKE)
        and _LONG_NUMBER not in raw.translate(_DIGITS_ALIKE)
    )


def _why_not_storable(plain: object, name: str = "") -> str:
    """The first text or number of a body, however deep, that no column holds."""
    if isinstance(plain, str):
        return "" if _is_storable(name, plain) else "text_not_storable"
    if isinstance(plain, int):
        return "" if abs(plain) <= LARGEST_NUMBER else "number_not_storable"
    if isinstance(plain, dict):
        for field, value in plain.items():
            if reason := _why_not_storable(value, field) or _why_not_storable(field):
                return reason
    elif isinstance(plain, list | tuple):
        for value in plain:
            if reason := _why_not_storable(value, name):
                return reason
    return ""


def _is_storable(name: str, text: str) -> bool:
    most = MOST_PROSE_CHARACTERS if name in _PROSE else MOST_TEXT_CHARACTERS
    return len(text) <= most and "\x00" not in text
