"""Is this receipt genuine: what the centre answers to anybody who asks by its check code."""

from __future__ import annotations

import msgspec

from counter_app.domain.receipt_verdict import GoneWhy, Verdict


class ReceiptChecked(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of the receipt with this code; the rest is there for a genuine one only.

    ``is_ambiguous``: more than one has this code, ask with the receipt's number. ``receipt_no`` and ``account_no``
    are masked. ``returned_paise``: what of it does not stand any more, as a bounced cheque; ``is_reversed``: all of it,
    because its counter took it back; ``is_paid_back``: the office found it paid twice and gives the sum back.
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
    is_reversed: bool = False


class ReceiptProved(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the centre says of the figures in a receipt's QR code, to a browser that cannot prove signatures itself.

    Whoever asks holds the figures, so what stands in them is told whole; only where something of it may be believed.
    ``why`` and ``gone_on`` (ISO date) of a payment that does not stand any more. ``at_us``: the list judged by.
    """

    verdict: Verdict
    at_us: int
    counter_id: str = ""
    receipt_no: str = ""
    account_no: str = ""
    amount_paise: int = 0
    taken_us: int = 0
    copy_no: int = 0
    check_code: str = ""
    why: GoneWhy | None = None
    gone_on: str = ""
