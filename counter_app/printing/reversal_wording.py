"""The words on the slip of a reversal, Hindi and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.reversal import GoesWhere, PaperState, ReversalWhy
from counter_app.domain.tender import TenderKind
from counter_app.printing.tongue import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = Said("भुगतान निरस्तीकरण", "REVERSAL")
NOT_A_RECEIPT = Said("यह रसीद नहीं है।", "This is not a receipt.")
RECEIPT_REVERSED = Said("निरस्त रसीद", "Receipt cancelled")
PAID_ON = Said("भुगतान तिथि", "Paid on")
REVERSED_AT = Said("निरस्त किया", "Reversed")
AMOUNT = Said("निरस्त राशि", "AMOUNT REVERSED")
PAY_BACK = Said("नकद वापस", "CASH PAID BACK")
WHY = Said("कारण", "Why")
REASON = Said("विवरण", "Reason")
PAPER = Said("मूल रसीद", "The receipt")
RIGHT_ACCOUNT = Said("सही खाता", "Right account")
BY = Said("कैशियर", "Cashier")
APPROVED_BY = Said("अनुमोदक", "Approved by")
VOID_CODE = Said("वॉयड कोड", "Void code")
SIGN_PAYER = Said("जमाकर्ता के हस्ताक्षर", "Payer's signature")
SIGN_CASHIER = Said("कैशियर के हस्ताक्षर", "Cashier's signature")
SIGN_APPROVER = Said("अनुमोदक के हस्ताक्षर", "Approver's signature")
WHYS: Mapping[ReversalWhy, Said] = {
    ReversalWhy.WRONG_ACCOUNT: Said("गलत खाता", "Wrong account"),
    ReversalWhy.WRONG_AMOUNT: Said("गलत राशि", "Wrong amount"),
    ReversalWhy.TAKEN_TWICE: Said("दो बार लिया गया", "Taken twice"),
    ReversalWhy.CONSUMER_ASKED: Said("उपभोक्ता के अनुरोध पर", "Consumer asked"),
    ReversalWhy.OTHER: Said("अन्य", "Other"),
}
PAPERS: Mapping[PaperState, Said] = {
    PaperState.RECOVERED: Said("वापस मिली", "Recovered"),
    PaperState.NOT_RECOVERED: Said("वापस नहीं मिली", "Not recovered"),
    PaperState.NEVER_PRINTED: Said("छपी नहीं थी", "Never printed"),
}
GOES: Mapping[GoesWhere, Said] = {
    GoesWhere.CASH_BACK: Said("नकद वापस", "paid back in cash"),
    GoesWhere.VOIDED: Said("कार्ड बिक्री रद्द", "voided on the terminal"),
    GoesWhere.GIVEN_BACK: Said("कागज़ वापस", "paper given back"),
    GoesWhere.HELD: Said("उचंत में रखा", "held in suspense"),
}
TENDERS: Mapping[TenderKind, Said] = {
    TenderKind.CASH: Said("नकद", "Cash"),
    TenderKind.CARD: Said("कार्ड", "Card"),
    TenderKind.UPI: Said("यूपीआई", "UPI"),
    TenderKind.CHEQUE: Said("चेक", "Cheque"),
    TenderKind.DRAFT: Said("डिमांड ड्राफ्ट", "Demand draft"),
}
