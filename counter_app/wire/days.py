"""A day payment by payment, for the daily reconciliation (protocol, section 4): what names a difference."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from counter_app.wire.canonical import canonical_bytes, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_PAYMENTS_IN_PAGE = 500
"""About 60 kB before compression."""


class PaymentKept(msgspec.Struct, frozen=True, array_like=True):
    """A payment as the centre keeps it, by its message's sequence; ``tenders`` are kind and paise, sorted."""

    sequence: int
    receipt_no: str
    amount_paise: int
    fate: str
    business_date: str
    tenders: tuple[tuple[str, int], ...]


class DayPayments(msgspec.Struct, frozen=True):
    """One page of what the centre keeps of an epoch for a day, in the order of sequences.

    Payments of the business date, and besides those of whatever date among the sequences ``first`` to ``last``
    that were asked for. ``not_entered``: messages among these that are kept, but could not be entered as a
    payment. ``upto``: nothing up to this sequence is left for a later page; ``is_last`` when nothing is left at all.
    """

    counter_id: str
    epoch: int
    business_date: str
    after: int
    first: int
    last: int
    upto: int
    is_last: bool
    payments: tuple[PaymentKept, ...]
    not_entered: tuple[int, ...]


def day_digest(payments: Iterable[PaymentKept]) -> str:
    """Two sides with the same digest hold the same payments: base64url of SHA-256 over them in order."""
    ordered = sorted(payments, key=lambda one: one.sequence)
    return text_of(hashlib.sha256(canonical_bytes(ordered)).digest())
