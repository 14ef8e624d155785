"""What a look at a receipt's proof came to: is this paper what it says it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.money import Money


class Verdict(StrEnum):
    """From the best to the worst; each has a sentence on every screen that shows one."""

    GENUINE = "genuine"
    DUPLICATE = "duplicate"
    """Genuine, and a further copy: whoever brings it may have brought the original before."""
    REVERSED = "reversed"
    """It was genuine, and the payment does not stand any more; ``why`` says how."""
    NOT_OURS = "not_ours"
    """No receipt in this counter's books has this number or check code: the centre can be asked."""
    UNKNOWN_KEY = "unknown_key"
    """Whole, and signed by a key that the list in hand does not have: an old list, or a forger's own key."""
    TOO_NEW = "too_new"
    """A kind of proof made after this program."""
    ALTERED = "altered"
    """Something in it is not as it was signed."""
    UNREADABLE = "unreadable"
    """What was scanned or typed is no proof of ours."""


class GoneWhy(StrEnum):
    """Why a payment does not stand any more."""

    REVERSED = "reversed"
    RETURNED = "returned"
    PAID_BACK = "paid_back"


@dataclass(frozen=True, slots=True)
class ProvenReceipt:
    """What a proof says of its receipt. ``account_no`` is empty for money in suspense; copy 0 is the original.

    ``check_code`` is the one printed beside it, eight characters.
    """

    counter_id: str
    receipt_no: str
    account_no: str
    amount: Money
    taken_at: datetime
    copy_no: int
    check_code: str
    key_id: str


@dataclass(frozen=True, slots=True)
class ReceiptVerdict:
    """``receipt`` is what the proof says, None where nothing of it can be believed or read.

    ``why``, and ``gone_on`` as an ISO date, for REVERSED. ``as_of``: when the centre told the list of keys and of
    receipts that do not stand; None without one. ``is_own``: this counter took the payment and looked in its books;
    what was typed, without a code to scan, says no more than that such a receipt exists: the paper is to be compared.
    """

    verdict: Verdict
    receipt: ProvenReceipt | None = None
    why: GoneWhy | None = None
    gone_on: str = ""
    as_of: datetime | None = None
    is_own: bool = False
