"""What the cashier is told for each refusal: what happened, what is safe, what to do next.

One sentence per code; the translation holds the other language. The domain holds none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintReason
from ui.fault_sentences import FAULT_SENTENCES, PRINT_SENTENCES
from ui.marking import QT_TRANSLATE_NOOP
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.errors import Fact

_PAISE = "_paise"
_MINUTE_SECONDS = 60

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
    RefusalCode.AMOUNT_BELOW_MINIMUM: QT_TRANSLATE_NOOP(
        "Refusal", "A part payment must be at least {minimum}. Nothing was taken."
    ),
    RefusalCode.TENDER_MISSING: QT_TRANSLATE_NOOP("Refusal", "Choose cash or card first."),
    RefusalCode.TENDERS_NOT_AMOUNT: QT_TRANSLATE_NOOP(
        "Refusal",
        "{tendered} was handed over for an amount of {amount}. Nothing was taken. "
        "Make the two equal.",
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
    RefusalCode.UPI_REFERENCE_WRONG: QT_TRANSLATE_NOOP("Refusal", "12 digits."),
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
    RefusalCode.RECEIPT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal", "Receipt {receipt_no} is not in this counter's books. Check the number."
    ),
    RefusalCode.PRINT_NOT_UNCERTAIN: QT_TRANSLATE_NOOP(
        "Refusal", "For receipt {receipt_no} no answer is open. Nothing was changed."
    ),
    RefusalCode.PRINT_ANSWER_NEEDED: QT_TRANSLATE_NOOP(
        "Refusal", "First say whether receipt {receipt_no} came out of the printer whole."
    ),
}

_STOP_REASONS = {
    "fork": QT_TRANSLATE_NOOP(
        "Refusal", "the centre knows other payments under this counter's numbers"
    ),
    "ledger_doubtful": QT_TRANSLATE_NOOP("Refusal", "the check of its books found a problem"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is told: a few words that say what sort of thing it is, and the sentence."""

    title: str
    text: str


def refusal_text(refusal: Refusal) -> str:
    """The sentence of a refusal, filled with its facts."""
    sentence = QCoreApplication.translate("Refusal", REFUSAL_SENTENCES[refusal.code])
    return sentence.format_map(_words_of(refusal.facts))


def stop_reason_text(reason: str) -> str:
    """Why the counter takes no payments."""
    return QCoreApplication.translate("Refusal", _STOP_REASONS.get(reason, reason))


def sentence_of(error: Refusal | Fault) -> Sentence:
    """The title and sentence of a refusal or a fault."""
    if isinstance(error, Refusal):
        return Sentence(QCoreApplication.translate("Refusal", "Not possible"), refusal_text(error))
    title, text = FAULT_SENTENCES[error.code]
    return Sentence(
        QCoreApplication.translate("Fault", title), QCoreApplication.translate("Fault", text)
    )


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def _words_of(facts: Mapping[str, Fact]) -> _Facts:
    words = _Facts()
    for name, fact in facts.items():
        if fact is None:
            continue
        if name.endswith(_PAISE) and isinstance(fact, int):
            words[name.removesuffix(_PAISE)] = rupees(Money(fact))
        elif name == "wait_seconds" and isinstance(fact, int):
            words["wait"] = _wait_text(fact)
        elif name == "reason":
            words[name] = stop_reason_text(str(fact))
        else:
            words[name] = str(fact)
    return words


def _wait_text(seconds: int) -> str:
    if seconds < _MINUTE_SECONDS:
        return QCoreApplication.translate("Refusal", "{count} seconds").format(count=seconds)
    return QCoreApplication.translate("Refusal", "{count} min").format(
        count=-(-seconds // _MINUTE_SECONDS)
    )


def print_reason_text(reason: str) -> str:
    """Why a print is not simply printed; empty for a reason we have no word for."""
    known = PRINT_SENTENCES.get(PrintReason(reason)) if reason in set(PrintReason) else None
    return QCoreApplication.translate("Print", known) if known else ""
