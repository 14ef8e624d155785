"""Why a bank gives a cheque back: the clearing house's codes with their words, as the memo prints them.

Source: Uniform Regulations and Rules for Bankers' Clearing Houses, annexure of return reasons, used by the Cheque
Truncation System. Only those usual at a cash counter; any other is typed from the memo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.tender import BANK_PAPER, TenderKind

if TYPE_CHECKING:
    from collections.abc import Mapping

CTS_REASONS: Mapping[str, str] = {
    "01": "Funds insufficient",
    "02": "Exceeds arrangement",
    "03": "Effects not cleared, present again",
    "04": "Refer to drawer",
    "10": "Drawer's signature incomplete",
    "11": "Drawer's signature illegible",
    "12": "Drawer's signature differs",
    "13": "Drawer's signature required",
    "14": "Drawer's signature not as per mandate",
    "17": "Alteration requires drawer's authentication",
    "20": "Payment stopped by drawer",
    "21": "Payment stopped by attachment order",
    "22": "Payment stopped by court order",
    "23": "Withdrawal stopped owing to death of account holder",
    "30": "Instrument post-dated",
    "31": "Instrument out dated or stale",
    "32": "Instrument undated or without proper date",
    "33": "Instrument mutilated, requires bank's guarantee",
    "34": "Amount in words and figures differs",
    "35": "Clearing house stamp or date required",
    "36": "Wrongly delivered, not drawn on us",
    "39": "Image not clear, present again with paper",
    "50": "Account closed",
    "51": "Account transferred to another branch",
    "52": "No such account",
    "54": "Title of account wrong or incomplete",
    "55": "Account blocked",
}
UPI_REASONS: Mapping[str, str] = {
    "no_credit": "No credit in the bank's statement",
    "reversed": "Credit reversed by the bank",
}
"""A UPI credit has no clearing house: what the bank's statement shows."""

OTHER = "other"


def reasons_for(kind: TenderKind) -> tuple[str, ...]:
    """The codes to choose from, the usual first, and OTHER last."""
    return (*(CTS_REASONS if kind in BANK_PAPER else UPI_REASONS), OTHER)


def reason_kept(code: str, words: str) -> str:
    """The reason as it is kept and told: code and words of the list with what was typed of the memo.

    Empty when nothing was chosen and typed, or OTHER without words.
    """
    typed = " ".join(words.split())
    listed = f"{code} {CTS_REASONS[code]}" if code in CTS_REASONS else UPI_REASONS.get(code, "")
    return f"{listed}: {typed}" if listed and typed else listed or typed
