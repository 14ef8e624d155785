"""Is this receipt genuine: what the centre answers to anybody who asks by its check code."""

from __future__ import annotations

import msgspec


class ReceiptChecked(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of the receipt with this code; the rest is there for a genuine one only.

    ``is_ambiguous``: more than one has this code, ask with the receipt's number. ``receipt_no`` and ``account_no``
    are masked. ``returned_paise``: what of it a bank gave back since, as a bounced cheque; ``is_paid_back``: the
    office found it paid twice and gives the sum back.
    """

    check_code: str
    at_us: int
    is_genuine: bool
    is_ambiguous: bool = False
    receipt_no: str = ""
    account_no: str = ""
    business_date: str = ""
    amount_paise: int = 0
    returned_paise: int = 0
    is_paid_back: bool = False
