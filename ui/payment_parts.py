"""The fields of a payment, and where a refusal of the whole order is shown. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode

if TYPE_CHECKING:
    from collections.abc import Mapping


class Part(StrEnum):
    """The fields of the form; those of slip, paper and noted consumer are named as the domain names them."""

    # of one line: an account and what is paid for
    AMOUNT = "amount"
    PURPOSE = "purpose"
    REFERENCE = "reference"
    NAME = "name"
    NOTED_ACCOUNT = "account_no"
    METER = "meter_no"
    BILL_NO = "bill_no"
    MOBILE = "mobile"
    ADDRESS = "address"
    # of the whole payment
    PAYER = "payer"
    # of one tender
    GIVEN = "given"
    SUM = "sum"
    NETWORK = "network"
    LAST4 = "last4"
    RRN = "rrn"
    APPROVAL = "approval_code"
    TID = "tid"
    MID = "mid"
    BATCH = "batch"
    INVOICE = "invoice"
    UPI_REFERENCE = "upi_reference"
    UPI_CONFIRMED = "is_confirmed"
    NUMBER = "number"
    DATED = "dated"
    IFSC = "ifsc"
    MICR = "micr"
    BANK = "bank"
    BRANCH = "branch"
    DRAWER = "drawer"


NOTED_PARTS = (
    Part.NAME, Part.NOTED_ACCOUNT, Part.METER, Part.BILL_NO, Part.MOBILE, Part.ADDRESS,
)  # fmt: skip
LINE_PARTS = frozenset({Part.AMOUNT, Part.PURPOSE, Part.REFERENCE, *NOTED_PARTS})
"""What belongs to an account of the payment; ``PAYER`` is the payment's, all else a tender's."""

SLIP_PARTS = (Part.LAST4, Part.RRN, Part.APPROVAL, Part.TID, Part.MID, Part.BATCH, Part.INVOICE)
TERMINAL_PARTS = (Part.TID, Part.MID, Part.BATCH)
"""The same from slip to slip of one terminal: taken over from the last payment."""

PAPER_PARTS = (
    Part.NUMBER, Part.DATED, Part.MICR, Part.IFSC, Part.BANK, Part.BRANCH, Part.DRAWER,
)  # fmt: skip

PART_OF_CODE: Mapping[RefusalCode, Part] = {
    RefusalCode.AMOUNT_MISSING: Part.AMOUNT,
    RefusalCode.AMOUNT_NOT_A_NUMBER: Part.AMOUNT,
    RefusalCode.AMOUNT_NEGATIVE: Part.AMOUNT,
    RefusalCode.AMOUNT_ZERO: Part.AMOUNT,
    RefusalCode.AMOUNT_TOO_FINE: Part.AMOUNT,
    RefusalCode.AMOUNT_TOO_LARGE: Part.AMOUNT,
    RefusalCode.AMOUNT_ABOVE_DUE: Part.AMOUNT,
    RefusalCode.AMOUNT_NOT_ALL_DUE: Part.AMOUNT,
    RefusalCode.ADVANCE_TOO_LARGE: Part.AMOUNT,
    RefusalCode.NOTHING_DUE: Part.AMOUNT,
    RefusalCode.LINE_TWICE: Part.PURPOSE,
    RefusalCode.PURPOSE_NOT_OFFERED: Part.PURPOSE,
    RefusalCode.PURPOSE_NOT_FOR_PREPAID: Part.PURPOSE,
    RefusalCode.PURPOSE_FOR_PREPAID_ONLY: Part.PURPOSE,
    RefusalCode.FINAL_BILL_NOT_DISCONNECTED: Part.PURPOSE,
    RefusalCode.REFERENCE_MISSING: Part.REFERENCE,
    RefusalCode.REFERENCE_WRONG: Part.REFERENCE,
    RefusalCode.NOTED_ACCOUNT_KNOWN: Part.NOTED_ACCOUNT,
    RefusalCode.NOTED_NAME_MISSING: Part.NAME,
    RefusalCode.NOTED_NUMBER_MISSING: Part.NOTED_ACCOUNT,
    RefusalCode.CASH_GIVEN_SHORT: Part.GIVEN,
    RefusalCode.CASH_ABOVE_LAW: Part.GIVEN,
    RefusalCode.TENDERS_NOT_AMOUNT: Part.SUM,
    RefusalCode.CARD_RRN_USED: Part.RRN,
    RefusalCode.CARD_SLIP_USED: Part.INVOICE,
    RefusalCode.UPI_REFERENCE_USED: Part.UPI_REFERENCE,
    RefusalCode.PAPER_USED: Part.NUMBER,
    RefusalCode.PAPER_NOT_TAKEN: Part.NUMBER,
    RefusalCode.PAPER_NOT_FOR_PURPOSE: Part.NUMBER,
    RefusalCode.CHEQUE_BARRED: Part.NUMBER,
    RefusalCode.CHEQUE_DISCONNECTED: Part.NUMBER,
    RefusalCode.PAPER_POST_DATED: Part.DATED,
    RefusalCode.PAPER_STALE: Part.DATED,
}
"""Where a refusal of the whole order is shown, and where the cashier goes to mend it."""
