"""The words of a day compared with the centre, Hindi and English, as on a receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.reconciliation import DifferenceKind
from counter_app.printing import wording
from counter_app.printing.tongue import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = Said("केन्द्र से मिलान", "RECONCILIATION")
BUSINESS_DATE = Said("वसूली दिनांक", "Date of collection")
MADE_AT = Said("मिलान का समय", "Compared at")
EQUAL = Said("केन्द्र के बराबर", "EQUAL TO THE CENTRE")
EQUAL_SO_FAR = Said("भेजी गई राशि केन्द्र के बराबर, शेष भेजना है", "EQUAL AS FAR AS SENT")
DIFFERS = Said("केन्द्र से अंतर: {count} भुगतान", "DIFFERS FROM THE CENTRE: {count} PAYMENTS")
NOT_REACHED = Said(
    "केन्द्र से संपर्क नहीं हुआ: केवल पावती के अनुसार", "CENTRE NOT REACHED: BY ACKNOWLEDGEMENTS ONLY"
)
HERE = Said("यहाँ", "Here")
CENTRE = Said("केन्द्र", "Centre")
UNSENT = Said("अप्रेषित", "Unsent")
DIFFERENCE = Said("अंतर", "Difference")
TOTAL = Said("कुल", "TOTAL")
SIDE = "{count} · {amount}"
SIGNATURES = (Said("कैशियर", "Cashier"), Said("पर्यवेक्षक", "Supervisor"))
SIGN_HERE = "_" * 12

TENDERS: Mapping[str, Said] = {
    "cash": wording.CASH,
    "card": wording.CARD,
    "upi": wording.UPI,
    "cheque": wording.CHEQUE,
    "demand_draft": wording.DRAFT,
}
KINDS: Mapping[DifferenceKind, Said] = {
    DifferenceKind.NOT_ENTERED: Said(
        "केन्द्र के पास संदेश है, भुगतान दर्ज नहीं हुआ",
        "The centre keeps the message, not entered as a payment",
    ),
    DifferenceKind.MISSING_THERE: Said(
        "केन्द्र पर नहीं मिला, पावती के बावजूद", "Missing at the centre although it was handled"
    ),
    DifferenceKind.UNKNOWN_HERE: Said(
        "केन्द्र पर है, इस काउंटर की बही में नहीं", "At the centre, not in this counter's books"
    ),
    DifferenceKind.OTHER_DAY: Said("दिनांक भिन्न है", "Of another day"),
    DifferenceKind.AMOUNT: Said("धनराशि भिन्न है", "The amount is another"),
    DifferenceKind.TENDER: Said("भुगतान माध्यम भिन्न है", "The tender is another"),
    DifferenceKind.FATE: Said("केन्द्र का निर्णय भिन्न है", "The fate is another"),
}
