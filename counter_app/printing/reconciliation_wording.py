"""The words of a day compared with the centre, Hindi and English, as on a receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.reconciliation import DifferenceKind
from counter_app.printing import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "केन्द्र से मिलान / RECONCILIATION"
BUSINESS_DATE = "वसूली दिनांक / Date of collection"
MADE_AT = "मिलान का समय / Compared at"
EQUAL = ("केन्द्र के बराबर", "EQUAL TO THE CENTRE")
EQUAL_SO_FAR = ("भेजी गई राशि केन्द्र के बराबर, शेष भेजना है", "EQUAL AS FAR AS SENT")
DIFFERS = ("केन्द्र से अंतर: {count} भुगतान", "DIFFERS FROM THE CENTRE: {count} PAYMENTS")
NOT_REACHED = (
    "केन्द्र से संपर्क नहीं हुआ: केवल पावती के अनुसार",
    "CENTRE NOT REACHED: BY ACKNOWLEDGEMENTS ONLY",
)
HERE = "यहाँ / Here"
CENTRE = "केन्द्र / Centre"
UNSENT = "अप्रेषित / Unsent"
DIFFERENCE = "अंतर / Difference"
TOTAL = "कुल / TOTAL"
SIDE = "{count} · {amount}"
SIGNATURES = ("कैशियर / Cashier", "पर्यवेक्षक / Supervisor")
SIGN_HERE = "_" * 12

TENDERS: Mapping[str, str] = {
    "cash": wording.CASH,
    "card": wording.CARD,
    "upi": wording.UPI,
    "cheque": wording.CHEQUE,
    "demand_draft": wording.DRAFT,
}
KINDS: Mapping[DifferenceKind, tuple[str, str]] = {
    DifferenceKind.NOT_ENTERED: (
        "केन्द्र के पास संदेश है, भुगतान दर्ज नहीं हुआ",
        "The centre keeps the message, not entered as a payment",
    ),
    DifferenceKind.MISSING_THERE: (
        "केन्द्र पर नहीं मिला, पावती के बावजूद",
        "Missing at the centre although it was handled",
    ),
    DifferenceKind.UNKNOWN_HERE: (
        "केन्द्र पर है, इस काउंटर की बही में नहीं",
        "At the centre, not in this counter's books",
    ),
    DifferenceKind.OTHER_DAY: ("दिनांक भिन्न है", "Of another day"),
    DifferenceKind.AMOUNT: ("धनराशि भिन्न है", "The amount is another"),
    DifferenceKind.TENDER: ("भुगतान माध्यम भिन्न है", "The tender is another"),
    DifferenceKind.FATE: ("केन्द्र का निर्णय भिन्न है", "The fate is another"),
}
