"""The words of the instrument list, in English and in Hindi."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.reports.headings import ENGLISH_PAGE, HINDI_PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.reports.headings import PageWords

LIST_TITLE_HI, LIST_TITLE_EN = "चेक, ड्राफ्ट एवं यूपीआई सूची", "Cheques, drafts and UPI credits"


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """One language. Texts with braces are filled in."""

    on_page: PageWords
    as_of: str
    together: str
    together_note: str
    number: str
    dated: str
    received: str
    ifsc: str
    receipts: str
    state: str
    amount: str
    total: str
    nothing: str
    kinds: Mapping[str, str]
    states: Mapping[InstrumentState, str]


ENGLISH = InstrumentWords(
    on_page=ENGLISH_PAGE,
    as_of="As of",
    together="All together",
    together_note="{count} instruments, ₹ {amount}",
    number="Number",
    dated="Dated",
    received="Received",
    ifsc="IFSC",
    receipts="Receipt no.",
    state="State",
    amount="Amount (₹)",
    total="Total",
    nothing="No cheque, draft or UPI credit is to be listed.",
    kinds={"cheque": "Cheque", "demand_draft": "Demand draft", "upi": "UPI"},
    states={
        InstrumentState.RECEIVED: "Received",
        InstrumentState.LISTED: "Listed",
        InstrumentState.DEPOSITED: "Deposited",
        InstrumentState.CLEARED: "Cleared",
        InstrumentState.RETURNED: "Returned",
        InstrumentState.CLAIMED: "Claimed",
        InstrumentState.CONFIRMED: "Confirmed",
        InstrumentState.UNMATCHED: "Unmatched",
        InstrumentState.GIVEN_BACK: "Given back",
    },
)

HINDI = InstrumentWords(
    on_page=HINDI_PAGE,
    as_of="दिनांक तक",
    together="सब मिलाकर",
    together_note="{count} लिखत, ₹ {amount}",
    number="संख्या",
    dated="लिखित दिनांक",
    received="प्राप्त",
    ifsc="आई॰एफ॰एस॰सी॰",
    receipts="रसीद संख्या",
    state="स्थिति",
    amount="धनराशि (₹)",
    total="योग",
    nothing="सूची में कोई चेक, ड्राफ्ट या यूपीआई जमा नहीं है।",
    kinds={"cheque": "चेक", "demand_draft": "डिमांड ड्राफ्ट", "upi": "यूपीआई"},
    states={
        InstrumentState.RECEIVED: "प्राप्त",
        InstrumentState.LISTED: "सूचीबद्ध",
        InstrumentState.DEPOSITED: "बैंक में जमा",
        InstrumentState.CLEARED: "वसूल",
        InstrumentState.RETURNED: "वापस",
        InstrumentState.CLAIMED: "पुष्टि शेष",
        InstrumentState.CONFIRMED: "पुष्ट",
        InstrumentState.UNMATCHED: "मिलान नहीं",
        InstrumentState.GIVEN_BACK: "लौटाया गया",
    },
)

WORDS = {"en": ENGLISH, "hi": HINDI}
