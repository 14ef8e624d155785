"""What the fields of rules are called, what can be chosen in them, and what may be wrong with what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.ledger import PAID_FOR, LedgerAccount
from counter_app.domain.policy import FieldKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.rule_form import NO, YES, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.policy import RuleField

FIELD_WORDS: Mapping[str, str] = {
    "share_percent": QT_TRANSLATE_NOOP("RuleFields", "Share of the dues (%)"),
    "least_paise": QT_TRANSLATE_NOOP("RuleFields", "Never less than (₹)"),
    "most_a_month": QT_TRANSLATE_NOOP("RuleFields", "Part payments a month"),
    "is_taken": QT_TRANSLATE_NOOP("RuleFields", "Taken at the counter"),
    "most_paise": QT_TRANSLATE_NOOP("RuleFields", "Largest advance (₹)"),
    "warn_above_paise": QT_TRANSLATE_NOOP("RuleFields", "Caution above (₹)"),
    "refuse_from_paise": QT_TRANSLATE_NOOP("RuleFields", "Refused from (₹)"),
    "is_word_needed": QT_TRANSLATE_NOOP("RuleFields", "Word needed"),
    "is_word_enough": QT_TRANSLATE_NOOP("RuleFields", "A word is enough"),
    "oldest_months": QT_TRANSLATE_NOOP("RuleFields", "Oldest date (months)"),
    "is_from_disconnected_taken": QT_TRANSLATE_NOOP("RuleFields", "From disconnected too"),
    "how": QT_TRANSLATE_NOOP("RuleFields", "How the duty is met"),
    "above_paise": QT_TRANSLATE_NOOP("RuleFields", "Receipts above (₹)"),
    "warn_hours": QT_TRANSLATE_NOOP("RuleFields", "Caution after (hours)"),
    "word_hours": QT_TRANSLATE_NOOP("RuleFields", "Word after (hours)"),
    "warn_paise": QT_TRANSLATE_NOOP("RuleFields", "Caution above (₹)"),
    "word_paise": QT_TRANSLATE_NOOP("RuleFields", "Word above (₹)"),
    "word_holds_minutes": QT_TRANSLATE_NOOP("RuleFields", "A word lasts (minutes)"),
    "drop_paise": QT_TRANSLATE_NOOP("RuleFields", "No cash above, before a drop (0: none)"),
    "variance_word_paise": QT_TRANSLATE_NOOP("RuleFields", "Approval above short or excess of"),
    "pieces_word": QT_TRANSLATE_NOOP("RuleFields", "Approval above so many papers differing"),
    "accepted_paise": QT_TRANSLATE_NOOP("RuleFields", "Notes and coins accepted"),
    "is_offered": QT_TRANSLATE_NOOP("RuleFields", "Offered at the counter"),
    "name_en": QT_TRANSLATE_NOOP("RuleFields", "Name in English"),
    "name_hi": QT_TRANSLATE_NOOP("RuleFields", "Name in Hindi"),
    "settles": QT_TRANSLATE_NOOP("RuleFields", "The money goes to"),
    "asks": QT_TRANSLATE_NOOP("RuleFields", "Which sum"),
    "account": QT_TRANSLATE_NOOP("RuleFields", "Credited to"),
    "needs_reference": QT_TRANSLATE_NOOP("RuleFields", "Paper's number asked"),
    "note_en": QT_TRANSLATE_NOOP("RuleFields", "Receipt note, English"),
    "note_hi": QT_TRANSLATE_NOOP("RuleFields", "Receipt note, Hindi"),
    "is_for": QT_TRANSLATE_NOOP("RuleFields", "For whom"),
    "is_certificate": QT_TRANSLATE_NOOP("RuleFields", "No-dues certificate"),
    "is_bank_paper_taken": QT_TRANSLATE_NOOP("RuleFields", "Cheque or draft taken"),
    "code": QT_TRANSLATE_NOOP("RuleFields", "Code (as meter_test)"),
    "valid_from": QT_TRANSLATE_NOOP("RuleFields", "First day"),
    "valid_to": QT_TRANSLATE_NOOP("RuleFields", "Last day (or empty)"),
    "authority": QT_TRANSLATE_NOOP("RuleFields", "By which order"),
    "reason": QT_TRANSLATE_NOOP("RuleFields", "Reason"),
    "supervisor": QT_TRANSLATE_NOOP("RuleFields", "Supervisor"),
    "pin": QT_TRANSLATE_NOOP("RuleFields", "PIN"),
}

_FLAG = {YES: QT_TRANSLATE_NOOP("RuleFields", "yes"), NO: QT_TRANSLATE_NOOP("RuleFields", "no")}

CHOICE_WORDS: Mapping[str, Mapping[str, str]] = {
    "how": {
        "affix": QT_TRANSLATE_NOOP("RuleFields", "box to affix a stamp"),
        "consolidated": QT_TRANSLATE_NOOP("RuleFields", "duty paid for all"),
        "none": QT_TRANSLATE_NOOP("RuleFields", "no stamp at all"),
    },
    "settles": {
        "bills": QT_TRANSLATE_NOOP("RuleFields", "the bills, oldest first"),
        "head": QT_TRANSLATE_NOOP("RuleFields", "an account of its own"),
    },
    "asks": {
        "any_part": QT_TRANSLATE_NOOP("RuleFields", "any part, or more"),
        "up_to_due": QT_TRANSLATE_NOOP("RuleFields", "up to what is due"),
        "all_due": QT_TRANSLATE_NOOP("RuleFields", "exactly what is due"),
        "any_sum": QT_TRANSLATE_NOOP("RuleFields", "the paper's sum"),
    },
    "is_for": {
        "all": QT_TRANSLATE_NOOP("RuleFields", "everybody"),
        "prepaid": QT_TRANSLATE_NOOP("RuleFields", "prepaid only"),
        "postpaid": QT_TRANSLATE_NOOP("RuleFields", "all but prepaid"),
    },
    "account": {
        LedgerAccount.BILL_COLLECTION: QT_TRANSLATE_NOOP("RuleFields", "bills"),
        LedgerAccount.ARREAR_COLLECTION: QT_TRANSLATE_NOOP("RuleFields", "old arrears"),
        LedgerAccount.RECHARGE_COLLECTION: QT_TRANSLATE_NOOP("RuleFields", "prepaid recharge"),
        LedgerAccount.FEE_COLLECTION: QT_TRANSLATE_NOOP("RuleFields", "fees"),
        LedgerAccount.DEPOSIT_RECEIVED: QT_TRANSLATE_NOOP("RuleFields", "security deposits"),
        LedgerAccount.SCHEME_COLLECTION: QT_TRANSLATE_NOOP("RuleFields", "schemes (OTS)"),
        LedgerAccount.ASSESSMENT_COLLECTION: QT_TRANSLATE_NOOP("RuleFields", "assessments"),
        LedgerAccount.COMPOUNDING_COLLECTION: QT_TRANSLATE_NOOP("RuleFields", "compounding fees"),
        LedgerAccount.OTHER_COLLECTION: QT_TRANSLATE_NOOP("RuleFields", "other takings"),
    },
}

PROBLEM_WORDS: Mapping[Problem, str] = {
    Problem.NOT_A_SUM: QT_TRANSLATE_NOOP("RuleFields", "Type rupees in figures, such as 250."),
    Problem.NOT_A_PERCENTAGE: QT_TRANSLATE_NOOP("RuleFields", "Type a number from 0 to 100."),
    Problem.NOT_A_NUMBER: QT_TRANSLATE_NOOP("RuleFields", "Type a number, 0 to 10,000."),
    Problem.NOT_NOTES: QT_TRANSLATE_NOOP("RuleFields", "Choose at least one."),
    Problem.NOT_CHOSEN: QT_TRANSLATE_NOOP("RuleFields", "Choose one."),
    Problem.SUM_NOT_OF_KIND: QT_TRANSLATE_NOOP(
        "RuleFields",
        "Money for the bills asks a part or all of the dues; for an account of its own, the paper's sum.",
    ),
    Problem.CERTIFIES_LESS: QT_TRANSLATE_NOOP(
        "RuleFields", "Only a head that takes exactly what is due can be the certificate."
    ),
    Problem.ABOVE_LAW: QT_TRANSLATE_NOOP(
        "RuleFields", "Not above the limit of the Income-tax Act: no supervisor lifts it."
    ),
    Problem.TEXT_TOO_LONG: QT_TRANSLATE_NOOP("RuleFields", "At most 160 letters."),
    Problem.TEXT_MISSING: QT_TRANSLATE_NOOP("RuleFields", "This is needed."),
    Problem.CODE_WRONG: QT_TRANSLATE_NOOP(
        "RuleFields", "2 to 40 small letters, figures or _, a letter first."
    ),
    Problem.CODE_TAKEN: QT_TRANSLATE_NOOP(
        "RuleFields", "This head is there already: change it in the list."
    ),
    Problem.NOT_A_DATE: QT_TRANSLATE_NOOP("RuleFields", "Type a date, such as 23-11-2026."),
    Problem.DATE_PAST: QT_TRANSLATE_NOOP(
        "RuleFields", "Today or later: what was taken stays as it was decided."
    ),
    Problem.ENDS_BEFORE_IT_BEGINS: QT_TRANSLATE_NOOP(
        "RuleFields", "The last day cannot be before the first or in the past."
    ),
}
"""One sentence a problem; a test keeps all these tables complete."""


def field_text(name: str) -> str:
    """What a field is called."""
    return QCoreApplication.translate("RuleFields", FIELD_WORDS[name])


def problem_text(problem: Problem | None) -> str:
    """What is wrong with a field; empty for nothing."""
    return QCoreApplication.translate("RuleFields", PROBLEM_WORDS[problem]) if problem else ""


def choices_of(field: RuleField) -> tuple[str, ...]:
    """What can be chosen; nothing for a field that is typed."""
    if field.kind is FieldKind.FLAG:
        return YES, NO
    if field.name == "account":
        return tuple(str(account) for account in LedgerAccount if account in PAID_FOR)
    return field.choices


def choice_text(field: RuleField, choice: str) -> str:
    """A choice in words."""
    words = _FLAG if field.kind is FieldKind.FLAG else CHOICE_WORDS[field.name]
    return QCoreApplication.translate("RuleFields", words[choice])
