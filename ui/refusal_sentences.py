"""One sentence a refusal: what happened, what is safe, what to do next; of orders in ``order_sentences``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode
from ui.approval_sentences import APPROVAL_REFUSALS
from ui.copy_sentences import COPY_SENTENCES
from ui.file_sentences import FILE_SENTENCES
from ui.marking import QT_TRANSLATE_NOOP
from ui.order_sentences import ORDER_SENTENCES
from ui.people_sentences import PEOPLE_REFUSALS
from ui.printer_sentences import PRINTER_SENTENCES
from ui.remittance_sentences import REMITTANCE_SENTENCES
from ui.report_sentences import REPORT_SENTENCES
from ui.reversal_sentences import REVERSAL_SENTENCES
from ui.till_sentences import TILL_SENTENCES

if TYPE_CHECKING:
    from collections.abc import Mapping

REFUSAL_SENTENCES: Mapping[RefusalCode, str] = {
    RefusalCode.AMOUNT_MISSING: QT_TRANSLATE_NOOP("Refusal", "Type the amount."),
    RefusalCode.AMOUNT_NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” is not an amount. Type rupees and paise in figures, such as 1250.50."
    ),
    RefusalCode.AMOUNT_NEGATIVE: QT_TRANSLATE_NOOP(
        "Refusal", "An amount cannot be below zero. Type it without a minus sign."
    ),
    RefusalCode.AMOUNT_ZERO: QT_TRANSLATE_NOOP("Refusal", "Zero cannot be paid. Type the amount."),
    RefusalCode.AMOUNT_TOO_FINE: QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” has more than two places for paise. Type at most two."
    ),
    RefusalCode.AMOUNT_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusal",
        "The amount is above {limit}, the largest the counter takes. Check what was typed.",
    ),
    RefusalCode.CARD_NUMBER_IN_TEXT: QT_TRANSLATE_NOOP(
        "Refusal",
        "That looks like a card number, so it was wiped and not stored. "
        "Only the last 4 digits may be noted.",
    ),
    RefusalCode.ACCOUNT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal",
        "Account {account_no} is not among the bills on this computer. "
        "Check the number, or search by name or meter number.",
    ),
    RefusalCode.ACCOUNT_CHANGED: QT_TRANSLATE_NOOP(
        "Refusal",
        "What is due changed from {shown} to {outstanding} meanwhile. Nothing was taken. "
        "Check the new amount with the consumer, then take the payment again.",
    ),
    RefusalCode.NOTHING_DUE: QT_TRANSLATE_NOOP(
        "Refusal", "Nothing is due on account {account_no}. Nothing was taken."
    ),
    RefusalCode.AMOUNT_ABOVE_DUE: QT_TRANSLATE_NOOP(
        "Refusal", "Only {due} is due. Type this much or less."
    ),
    RefusalCode.TENDER_MISSING: QT_TRANSLATE_NOOP(
        "Refusal", "Say first how it is handed over: cash, card, UPI, cheque or draft."
    ),
    RefusalCode.TENDERS_NOT_AMOUNT: QT_TRANSLATE_NOOP(
        "Refusal",
        "{tendered} is handed over for {amount}. Nothing was taken. "
        "Make the two equal, or press Alt+T for another tender.",
    ),
    RefusalCode.CASH_GIVEN_SHORT: QT_TRANSLATE_NOOP(
        "Refusal", "{given} does not cover {amount}. Type the cash given, or a smaller amount."
    ),
    RefusalCode.CARD_NETWORK_WRONG: QT_TRANSLATE_NOOP("Refusal", "Choose one."),
    RefusalCode.CARD_LAST4_WRONG: QT_TRANSLATE_NOOP("Refusal", "4 digits."),
    RefusalCode.CARD_RRN_WRONG: QT_TRANSLATE_NOOP("Refusal", "12 digits."),
    RefusalCode.CARD_APPROVAL_WRONG: QT_TRANSLATE_NOOP("Refusal", "1 to 6 characters."),
    RefusalCode.CARD_TID_WRONG: QT_TRANSLATE_NOOP("Refusal", "8 characters."),
    RefusalCode.CARD_MID_WRONG: QT_TRANSLATE_NOOP("Refusal", "8 to 15 characters."),
    RefusalCode.CARD_BATCH_WRONG: QT_TRANSLATE_NOOP("Refusal", "1 to 6 digits."),
    RefusalCode.CARD_INVOICE_WRONG: QT_TRANSLATE_NOOP("Refusal", "1 to 6 digits."),
    RefusalCode.CARD_RRN_USED: QT_TRANSLATE_NOOP(
        "Refusal",
        "RRN {rrn} is already on receipt {receipt_no}. Nothing was taken. "
        "Compare the slip with what was typed.",
    ),
    RefusalCode.CARD_SLIP_USED: QT_TRANSLATE_NOOP(
        "Refusal",
        "The slip with TID {tid}, batch {batch}, invoice {invoice} is already on receipt "
        "{receipt_no}. Nothing was taken. Compare the slip with what was typed.",
    ),
    RefusalCode.CASHIER_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal",
        "{cashier_id} is not on this counter's list. Check the number, or ask your supervisor.",
    ),
    RefusalCode.PIN_WRONG: QT_TRANSLATE_NOOP(
        "Refusal", "The PIN is wrong. Tries left: {tries_left}."
    ),
    RefusalCode.PIN_LOCKED: QT_TRANSLATE_NOOP(
        "Refusal", "Too many wrong PINs. Try again in {wait}, or ask your supervisor."
    ),
    RefusalCode.SHIFT_NOT_OPEN: QT_TRANSLATE_NOOP(
        "Refusal", "No shift is open. Nothing was taken. Count the float and open your shift first."
    ),
    RefusalCode.SHIFT_ALREADY_OPEN: QT_TRANSLATE_NOOP(
        "Refusal", "Your shift {shift_no} is open already. Go on with it."
    ),
    RefusalCode.COUNTER_NOT_ENROLLED: QT_TRANSLATE_NOOP(
        "Refusal", "This counter is not enrolled yet. Enrol it with the code from the head office."
    ),
    RefusalCode.COUNTER_STOPPED: QT_TRANSLATE_NOOP(
        "Refusal",
        "This counter has stopped taking payments: {reason}. "
        "All payments taken so far are safe. Call your supervisor.",
    ),
    RefusalCode.ENROLMENT_CODE_REFUSED: QT_TRANSLATE_NOOP(
        "Refusal",
        "The centre does not accept this code. It may be mistyped, used or out of date. "
        "Check it, or ask for a new one.",
    ),
    RefusalCode.ENROLLED_ALREADY: QT_TRANSLATE_NOOP(
        "Refusal", "This computer is already enrolled as counter {counter_id}. Nothing was changed."
    ),
    RefusalCode.MATTER_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal",
        "{about} is no longer on the list. Nothing was noted. Look at the list anew.",
    ),
    RefusalCode.RECEIPT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal", "Receipt {receipt_no} is not in this counter's books. Check the number."
    ),
    RefusalCode.PRINT_NOT_UNCERTAIN: QT_TRANSLATE_NOOP(
        "Refusal", "For receipt {receipt_no} no answer is open. Nothing was changed."
    ),
    RefusalCode.NO_OTHER_PRINTER: QT_TRANSLATE_NOOP(
        "Refusal", "No other printer is set. The receipt waits: print it again on this one."
    ),
    RefusalCode.PRINT_ANSWER_NEEDED: QT_TRANSLATE_NOOP(
        "Refusal", "First say whether receipt {receipt_no} came out of the printer whole."
    ),
    **ORDER_SENTENCES,
    **TILL_SENTENCES,
    **COPY_SENTENCES,
    **FILE_SENTENCES,
    **APPROVAL_REFUSALS,
    **PEOPLE_REFUSALS,
    **PRINTER_SENTENCES,
    **REMITTANCE_SENTENCES,
    **REVERSAL_SENTENCES,
    **REPORT_SENTENCES,
}
