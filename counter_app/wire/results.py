"""What the centre decides later than its acknowledgements (protocol, section 2)."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class ResultKind(StrEnum):
    """What was decided later than the acknowledgement (protocol, section 2)."""

    SUSPENSE_MATCHED = "SUSPENSE_MATCHED"
    """Money that waited was booked: to this account."""
    DOUBLE_RESOLVED = "DOUBLE_RESOLVED"
    """A POSSIBLE_DOUBLE was none: booked, to this account."""
    INSTRUMENT_RETURNED = "INSTRUMENT_RETURNED"
    """The bank gave an instrument back to the centre: its counter is to undo what it paid."""
    MATCH_UNDONE = "MATCH_UNDONE"
    """What SUSPENSE_MATCHED or DOUBLE_RESOLVED said of this receipt holds no more: the money waits again."""
    DOUBLE_CONFIRMED = "DOUBLE_CONFIRMED"
    """A POSSIBLE_DOUBLE is one: it goes into no bill, and the office pays it back."""
    HELD_MATCHED = "HELD_MATCHED"
    """What a reversal of this receipt left in suspense was booked: to this account."""
    HELD_UNDONE = "HELD_UNDONE"
    """What HELD_MATCHED said of this receipt holds no more: the money waits again."""


class ResultTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """One later decision. ``number`` counts 1, 2, 3 ... without a gap for each counter, across its epochs.

    Matched and resolved: receipt, account and name, and the sum that was booked; ``month`` (``YYYY-MM``) where the
    payment's own was closed, so that it counts in this one. Returned: the instrument's identity
    (``domain.tender.identity_of``), the day, the bank's charge, and what it had paid at this counter. Undone and
    confirmed: receipt and sum, and no account, as it stands in no bill. The last word on a receipt counts; those on
    held money are of what its reversal left here, not of the payment.
    ``reason`` is a person's; it is empty where the centre found the consumer when the payment came.
    """

    number: int
    kind: ResultKind
    at_us: int
    amount_paise: int
    receipt_no: str = ""
    account_no: str = ""
    name_en: str = ""
    name_hi: str = ""
    identity: str = ""
    on: str = ""
    charge_paise: int = 0
    reason: str = ""
    month: str = ""


class Results(msgspec.Struct, frozen=True):
    """Decisions after number ``after``, in order; ``last`` is the highest number there is: a page may end before it."""

    counter_id: str
    after: int
    last: int
    results: tuple[ResultTold, ...]
