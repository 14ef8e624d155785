"""The words on the slip of a reversal, Hindi and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.reversal import GoesWhere, PaperState, ReversalWhy
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "भुगतान निरस्तीकरण / REVERSAL"
NOT_A_RECEIPT = ("यह रसीद नहीं है।", "This is not a receipt.")
RECEIPT_REVERSED = "निरस्त रसीद / Receipt cancelled"
PAID_ON = "भुगतान तिथि / Paid on"
REVERSED_AT = "निरस्त किया / Reversed"
AMOUNT = "निरस्त राशि / AMOUNT REVERSED"
PAY_BACK = "नकद वापस / CASH PAID BACK"
WHY = "कारण / Why"
REASON = "विवरण / Reason"
PAPER = "मूल रसीद / The receipt"
RIGHT_ACCOUNT = "सही खाता / Right account"
BY = "कैशियर / Cashier"
APPROVED_BY = "अनुमोदक / Approved by"
VOID_CODE = "वॉयड कोड / Void code"
SIGN_PAYER = "जमाकर्ता के हस्ताक्षर / Payer's signature"
SIGN_CASHIER = "कैशियर के हस्ताक्षर / Cashier's signature"
SIGN_APPROVER = "अनुमोदक के हस्ताक्षर / Approver's signature"
WHYS: Mapping[ReversalWhy, str] = {
    ReversalWhy.WRONG_ACCOUNT: "गलत खाता / Wrong account",
    ReversalWhy.WRONG_AMOUNT: "गलत राशि / Wrong amount",
    ReversalWhy.TAKEN_TWICE: "दो बार लिया गया / Taken twice",
    ReversalWhy.CONSUMER_ASKED: "उपभोक्ता के अनुरोध पर / Consumer asked",
    ReversalWhy.OTHER: "अन्य / Other",
}
PAPERS: Mapping[PaperState, str] = {
    PaperState.RECOVERED: "वापस मिली / Recovered",
    PaperState.NOT_RECOVERED: "वापस नहीं मिली / Not recovered",
    PaperState.NEVER_PRINTED: "छपी नहीं थी / Never printed",
}
GOES: Mapping[GoesWhere, str] = {
    GoesWhere.CASH_BACK: "नकद वापस / paid back in cash",
    GoesWhere.VOIDED: "कार्ड बिक्री रद्द / voided on the terminal",
    GoesWhere.GIVEN_BACK: "कागज़ वापस / paper given back",
    GoesWhere.HELD: "उचंत में रखा / held in suspense",
}
TENDERS: Mapping[TenderKind, str] = {
    TenderKind.CASH: "नकद / Cash",
    TenderKind.CARD: "कार्ड / Card",
    TenderKind.UPI: "यूपीआई / UPI",
    TenderKind.CHEQUE: "चेक / Cheque",
    TenderKind.DRAFT: "डिमांड ड्राफ्ट / Demand draft",
}
