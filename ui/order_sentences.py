"""Sentences for what is declined of tenders, purposes, words and rules: what is safe, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

_TENDERS: Mapping[RefusalCode, str] = {
    RefusalCode.UPI_REFERENCE_WRONG: QT_TRANSLATE_NOOP(
        "Refusal", "12 digits, as the payer's app shows them."
    ),
    RefusalCode.UPI_NOT_SET_UP: QT_TRANSLATE_NOOP(
        "Refusal",
        "No UPI address is set on this computer, so there is no QR code to show. "
        "Use the bank's own QR, or take the payment another way.",
    ),
    RefusalCode.UPI_PAYEE_WRONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{text}” in this computer's settings cannot be a UPI address or name, so no QR code is shown. "
        "Call the technician; take the payment another way.",
    ),
    RefusalCode.UPI_NOT_CONFIRMED: QT_TRANSLATE_NOOP(
        "Refusal",
        "This receipt is a certificate, so the bank must confirm the credit first. Nothing was taken. "
        "Wait for the bank's own message, or take cash or card.",
    ),
    RefusalCode.UPI_REFERENCE_USED: QT_TRANSLATE_NOOP(
        "Refusal",
        "UPI reference {reference} is used already (receipt {receipt_no}). Nothing was taken. "
        "Ask the payer for the reference of this payment.",
    ),
    RefusalCode.PAPER_NUMBER_WRONG: QT_TRANSLATE_NOOP("Refusal", "6 digits."),
    RefusalCode.PAPER_BANK_MISSING: QT_TRANSLATE_NOOP("Refusal", "Type the bank's name."),
    RefusalCode.PAPER_IFSC_WRONG: QT_TRANSLATE_NOOP("Refusal", "4 letters, a zero, 6 characters."),
    RefusalCode.PAPER_MICR_WRONG: QT_TRANSLATE_NOOP("Refusal", "9 digits, or nothing."),
    RefusalCode.PAPER_DATE_WRONG: QT_TRANSLATE_NOOP("Refusal", "Such as 23-11-2026."),
    RefusalCode.PAPER_TEXT_TOO_LONG: QT_TRANSLATE_NOOP("Refusal", "Too long: shorten it."),
    RefusalCode.PAPER_USED: QT_TRANSLATE_NOOP(
        "Refusal",
        "Cheque or draft {number} of this branch is used already (receipt {receipt_no}). "
        "Nothing was taken. Compare the paper with what was typed.",
    ),
    RefusalCode.PAPER_NOT_TAKEN: QT_TRANSLATE_NOOP(
        "Refusal", "{tender} is not taken at present. Nothing was taken. Ask for another tender."
    ),
    RefusalCode.PAPER_POST_DATED: QT_TRANSLATE_NOOP(
        "Refusal",
        "It is dated {day}, which is yet to come. Give it back and ask for one dated today.",
    ),
    RefusalCode.PAPER_STALE: QT_TRANSLATE_NOOP(
        "Refusal",
        "It is dated {day}, more than {months} months ago: the bank would not pay it. "
        "Give it back and ask for a new one.",
    ),
    RefusalCode.PAPER_NOT_FOR_PURPOSE: QT_TRANSLATE_NOOP(
        "Refusal",
        "For this purpose no cheque or draft is taken. Nothing was taken. "
        "Ask for cash, card or UPI.",
    ),
    RefusalCode.CHEQUE_BARRED: QT_TRANSLATE_NOOP(
        "Refusal",
        "No cheque is taken for account {account_no}: one was returned before. Nothing was taken. "
        "Ask for a demand draft, cash, card or UPI.",
    ),
    RefusalCode.CHEQUE_DISCONNECTED: QT_TRANSLATE_NOOP(
        "Refusal",
        "Account {account_no} is disconnected, so no cheque is taken. Nothing was taken. "
        "Ask for a demand draft, cash, card or UPI.",
    ),
    RefusalCode.INSTRUMENT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal", "{identity} is not in this counter's books. Nothing was changed. Check it."
    ),
    RefusalCode.INSTRUMENT_STEP_WRONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "It is “{now}” and cannot become “{then}”. Nothing was changed. Look at the list again.",
    ),
    RefusalCode.INSTRUMENT_DAY_WRONG: QT_TRANSLATE_NOOP(
        "Refusal", "The day must be from {first} to {last}. Nothing was changed."
    ),
    RefusalCode.RETURN_REASON_MISSING: QT_TRANSLATE_NOOP(
        "Refusal", "Type the reason that stands on the bank's return memo."
    ),
}

_ORDERS: Mapping[RefusalCode, str] = {
    RefusalCode.ORDER_TOO_LONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "One payment takes at most {most} accounts. Nothing was taken. "
        "Take these first, then the rest in another payment.",
    ),
    RefusalCode.LINE_TWICE: QT_TRANSLATE_NOOP(
        "Refusal",
        "Account {account_no} stands in this payment twice for the same purpose. "
        "Choose another purpose, or remove one with Alt+X.",
    ),
    RefusalCode.PURPOSE_NOT_OFFERED: QT_TRANSLATE_NOOP(
        "Refusal", "“{purpose}” is not taken at this counter today. Choose another purpose."
    ),
    RefusalCode.PURPOSE_NOT_FOR_PREPAID: QT_TRANSLATE_NOOP(
        "Refusal",
        "Account {account_no} is prepaid: choose old arrear or recharge. Nothing was taken.",
    ),
    RefusalCode.PURPOSE_FOR_PREPAID_ONLY: QT_TRANSLATE_NOOP(
        "Refusal", "Account {account_no} is not prepaid: choose the bill. Nothing was taken."
    ),
    RefusalCode.FINAL_BILL_NOT_DISCONNECTED: QT_TRANSLATE_NOOP(
        "Refusal",
        "Account {account_no} is not disconnected for good, so there is no final bill. "
        "Choose another purpose.",
    ),
    RefusalCode.REFERENCE_MISSING: QT_TRANSLATE_NOOP(
        "Refusal", "Type the number of the office's paper."
    ),
    RefusalCode.REFERENCE_WRONG: QT_TRANSLATE_NOOP(
        "Refusal", "At most {most} letters, digits and / . _ - signs."
    ),
    RefusalCode.AMOUNT_NOT_ALL_DUE: QT_TRANSLATE_NOOP(
        "Refusal", "For this purpose exactly {due} is taken. Type this much."
    ),
    RefusalCode.ADVANCE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusal", "An advance of {advance} is above the limit of {limit}. Type a smaller amount."
    ),
    RefusalCode.CASH_ABOVE_LAW: QT_TRANSLATE_NOOP(
        "Refusal",
        "{cash} in cash from one payer on one day: from {limit} on the Income-tax Act forbids it. "
        "Nothing was taken. Ask for a cheque, draft, card or UPI.",
    ),
    RefusalCode.NOTED_ACCOUNT_KNOWN: QT_TRANSLATE_NOOP(
        "Refusal",
        "Account {account_no} is on this computer. Nothing was taken. "
        "Leave this with Esc and open that account.",
    ),
    RefusalCode.NOTED_NAME_MISSING: QT_TRANSLATE_NOOP("Refusal", "Type the consumer's name."),
    RefusalCode.NOTED_NUMBER_MISSING: QT_TRANSLATE_NOOP(
        "Refusal", "Type at least one number: account, meter or bill."
    ),
    RefusalCode.NOTED_TOO_LONG: QT_TRANSLATE_NOOP("Refusal", "At most {most} characters."),
}

_WORDS_AND_RULES: Mapping[RefusalCode, str] = {
    RefusalCode.WORD_NEEDED: QT_TRANSLATE_NOOP(
        "Refusal", "This needs a supervisor's word. Nothing was taken. Call your supervisor."
    ),
    RefusalCode.WORD_NOT_FROM_SUPERVISOR: QT_TRANSLATE_NOOP(
        "Refusal", "{cashier_id} is not a supervisor of this counter. Check the number."
    ),
    RefusalCode.WORD_FROM_ONESELF: QT_TRANSLATE_NOOP(
        "Refusal", "Nobody gives a word to oneself. Another supervisor is needed."
    ),
    RefusalCode.REASON_MISSING: QT_TRANSLATE_NOOP("Refusal", "Type the reason in a few words."),
    RefusalCode.REASON_TOO_LONG: QT_TRANSLATE_NOOP(
        "Refusal", "The reason is too long: at most {most} characters."
    ),
    RefusalCode.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Refusal", "{cashier_id} may not do this. Nothing was changed. Ask a supervisor."
    ),
    RefusalCode.RULE_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal", "This counter knows no rule “{name}”. Nothing was changed."
    ),
    RefusalCode.RULE_VALUE_WRONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "A value of the rule “{name}” is missing or cannot be right. Nothing was changed. "
        "Check it.",
    ),
    RefusalCode.RULE_DATES_WRONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "The rule “{name}” would end before it begins. Nothing was changed. Check the dates.",
    ),
    RefusalCode.RULE_IN_THE_PAST: QT_TRANSLATE_NOOP(
        "Refusal",
        "The rule “{name}” cannot begin before {day}: what was taken stays as it was decided. "
        "Type today or later.",
    ),
}

ORDER_SENTENCES: Mapping[RefusalCode, str] = {**_TENDERS, **_ORDERS, **_WORDS_AND_RULES}
