"""What to say when something on the way to the bank is declined: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

REMITTANCE_SENTENCES: Mapping[RefusalCode, str] = {
    RefusalCode.TAKINGS_HANDED: QT_TRANSLATE_NOOP(
        "Refusal",
        "The takings of shift {shift_no} were handed over already. Nothing was changed. "
        "Look at the list: it shows what still waits.",
    ),
    RefusalCode.TAKINGS_NONE: QT_TRANSLATE_NOOP(
        "Refusal",
        "There are no takings to hand over here. Nothing was changed. "
        "Close the shift first, then choose it from the list.",
    ),
    RefusalCode.HANDING_DIFFERS: QT_TRANSLATE_NOOP(
        "Refusal",
        "Counted {counted}, but the closed shifts say {amount}. Nothing was handed over yet. Count "
        "again; if it stays so, give the reason, and let a supervisor approve it.",
    ),
    RefusalCode.SLIP_EMPTY: QT_TRANSLATE_NOOP(
        "Refusal", "There is nothing on the slip. No slip was made. Count the cash, or mark papers."
    ),
    RefusalCode.SLIP_ABOVE_CASH: QT_TRANSLATE_NOOP(
        "Refusal",
        "The slip is of {amount}, but the head cashier holds {cash}. No slip was made. "
        "Count again, or take over the takings first.",
    ),
    RefusalCode.SLIP_ITEM_WRONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "One of these cheques or drafts is not here any more: it is on a slip, or was given back. "
        "No slip was made. Look at the list again and mark anew.",
    ),
    RefusalCode.SLIP_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal", "This slip is not in the books. Nothing was noted. Choose one from the list."
    ),
    RefusalCode.SLIP_ANSWERED: QT_TRANSLATE_NOOP(
        "Refusal",
        "The bank's answer to slip {slip_no} was noted before, and stays as it is. "
        "Choose another slip.",
    ),
    RefusalCode.BANK_ACCOUNT_MISSING: QT_TRANSLATE_NOOP(
        "Refusal",
        "The bank account is missing, or longer than 60 characters. No slip was made. "
        "Type the utility's account as the bank writes it.",
    ),
    RefusalCode.BANK_REFERENCE_MISSING: QT_TRANSLATE_NOOP(
        "Refusal",
        "The bank's reference is missing, or longer than 60 characters. Nothing was noted. "
        "It stands on the stamped counterfoil.",
    ),
    RefusalCode.BANK_REFERENCE_USED: QT_TRANSLATE_NOOP(
        "Refusal",
        "This reference of the bank belongs to slip {slip_no}. Nothing was noted. "
        "Look at the stamped counterfoil again.",
    ),
    RefusalCode.BANK_DAY_WRONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "The bank's day is not between {first} and {last}: not before the slip, and not in days "
        "to come. Nothing was noted. Look at the stamp again.",
    ),
    RefusalCode.BANK_SUM_DIFFERS: QT_TRANSLATE_NOOP(
        "Refusal",
        "The bank accepted {accepted}, but the slip of {slip} with these differences comes to "
        "{explained}. Nothing was noted. Type each difference the bank found, to the paisa.",
    ),
    RefusalCode.BANK_NOTE_MISSING: QT_TRANSLATE_NOOP(
        "Refusal",
        "Say what each difference is: of a counterfeit its denomination and the number on the "
        "note, of any other what the bank wrote. Nothing was noted.",
    ),
}
