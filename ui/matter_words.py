"""What became of a message, in three sentences: what happened, what is safe, what to do next.

One triple a fate, a reason why something was not booked, and a later decision of the centre; a later decision goes
before the fate. Texts with braces are filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.consumer import masked_name
from counter_app.domain.matter import NoteState
from counter_app.domain.money import ZERO
from ui.fate_words import kind_text
from ui.held_words import HELD_SENTENCES, HELD_TITLES
from ui.language import in_language
from ui.marking import QT_TRANSLATE_NOOP
from ui.words import day_text, month_text, rupees

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.matter import Matter


@dataclass(frozen=True, slots=True)
class MatterSentences:
    """One sentence each."""

    happened: str
    safe: str
    do_next: str


_WAITS = QT_TRANSLATE_NOOP(
    "Matter", "The money is in the takings and waits at the centre; no bill was credited."
)
_NO_MONEY_LOST = QT_TRANSLATE_NOOP(
    "Matter", "It is kept at the centre as it was told, and the receipt holds."
)
_TELL_OFFICE = QT_TRANSLATE_NOOP("Matter", "Ask the accounts office what it decided.")

TITLES: Mapping[str, str] = {
    "POSTED": QT_TRANSLATE_NOOP("Matter", "Booked"),
    "NOTED": QT_TRANSLATE_NOOP("Matter", "Noted"),
    "PAID_MEANWHILE": QT_TRANSLATE_NOOP("Matter", "Paid elsewhere meanwhile"),
    "UNKNOWN_ACCOUNT": QT_TRANSLATE_NOOP("Matter", "Account not known"),
    "ACCOUNT_CLOSED": QT_TRANSLATE_NOOP("Matter", "Account closed"),
    "RENUMBERED": QT_TRANSLATE_NOOP("Matter", "Account renumbered"),
    "BILL_REVISED": QT_TRANSLATE_NOOP("Matter", "Bill revised"),
    "DUPLICATE_INSTRUMENT": QT_TRANSLATE_NOOP("Matter", "Instrument used twice"),
    "POSSIBLE_DOUBLE": QT_TRANSLATE_NOOP("Matter", "Perhaps paid twice"),
    "CLOSED_MONTH": QT_TRANSLATE_NOOP("Matter", "Month closed"),
    "TIME_DOUBTFUL": QT_TRANSLATE_NOOP("Matter", "Time doubtful"),
    "LIMIT_EXCEEDED": QT_TRANSLATE_NOOP("Matter", "Above a limit"),
    "NOT_APPLIED": QT_TRANSLATE_NOOP("Matter", "Not booked"),
    "SUSPENSE_MATCHED": QT_TRANSLATE_NOOP("Matter", "Matched to an account"),
    "DOUBLE_RESOLVED": QT_TRANSLATE_NOOP("Matter", "Was not paid twice"),
    "DOUBLE_CONFIRMED": QT_TRANSLATE_NOOP("Matter", "Was paid twice"),
    "MATCH_UNDONE": QT_TRANSLATE_NOOP("Matter", "Match taken back"),
    "INSTRUMENT_RETURNED": QT_TRANSLATE_NOOP("Matter", "Returned by the bank"),
    **HELD_TITLES,
}
"""A few words for each fate and each later decision."""

FATE_SENTENCES: Mapping[str, tuple[str, str, str]] = {
    "PAID_MEANWHILE": (
        QT_TRANSLATE_NOOP("Matter", "The bill had been paid elsewhere before this payment came."),
        QT_TRANSLATE_NOOP("Matter", "The money stands in the account as an advance."),
        QT_TRANSLATE_NOOP("Matter", "Tell the consumer that it lowers the next bill."),
    ),
    "UNKNOWN_ACCOUNT": (
        QT_TRANSLATE_NOOP("Matter", "The centre knows no account {account}."),
        _WAITS,
        QT_TRANSLATE_NOOP(
            "Matter",
            "Ask the payer for a bill or a meter number and tell the accounts office the account.",
        ),
    ),
    "ACCOUNT_CLOSED": (
        QT_TRANSLATE_NOOP("Matter", "Account {account} was closed before this payment came."),
        _WAITS,
        QT_TRANSLATE_NOOP(
            "Matter",
            "Ask the payer for the account in use; the accounts office books it there or pays it back.",
        ),
    ),
    "RENUMBERED": (
        QT_TRANSLATE_NOOP("Matter", "Account {account} has the new number {reference}."),
        QT_TRANSLATE_NOOP("Matter", "The money is booked to the new number."),
        QT_TRANSLATE_NOOP("Matter", "Tell the consumer the new number."),
    ),
    "BILL_REVISED": (
        QT_TRANSLATE_NOOP("Matter", "The bill was revised after it was told to this counter."),
        QT_TRANSLATE_NOOP("Matter", "The money is booked to the bill that is open now."),
        QT_TRANSLATE_NOOP("Matter", "Tell the consumer to go by the newest bill."),
    ),
    "DUPLICATE_INSTRUMENT": (
        QT_TRANSLATE_NOOP(
            "Matter", "The same cheque, slip or UPI reference was used before: {reference}."
        ),
        _WAITS,
        QT_TRANSLATE_NOOP(
            "Matter",
            "Compare the paper with the other payment and tell the accounts office which is right.",
        ),
    ),
    "POSSIBLE_DOUBLE": (
        QT_TRANSLATE_NOOP(
            "Matter",
            "The same amount was paid for this account at another counter that day: {reference}.",
        ),
        _WAITS,
        QT_TRANSLATE_NOOP(
            "Matter",
            "Ask the payer whether both were meant; the accounts office books it or pays it back.",
        ),
    ),
    "CLOSED_MONTH": (
        QT_TRANSLATE_NOOP("Matter", "Its month was closed at the centre before it came."),
        _WAITS,
        QT_TRANSLATE_NOOP(
            "Matter", "Tell the accounts office, which books it in the month that is open."
        ),
    ),
    "TIME_DOUBTFUL": (
        QT_TRANSLATE_NOOP(
            "Matter", "This computer's clock was far from the centre's when it was taken."
        ),
        _WAITS,
        QT_TRANSLATE_NOOP(
            "Matter",
            "Set date and time right and confirm the day of the receipt to the accounts office.",
        ),
    ),
    "LIMIT_EXCEEDED": (
        QT_TRANSLATE_NOOP("Matter", "More cash came from one payer in a day than the law allows."),
        QT_TRANSLATE_NOOP("Matter", "The money is booked to the bill."),
        QT_TRANSLATE_NOOP("Matter", "Note who allowed it and why; the accounts office reports it."),
    ),
}
"""Fates by name; NOT_APPLIED by its reason below. A test keeps them complete."""

REASON_SENTENCES: Mapping[str, tuple[str, str, str]] = {
    "no_open_bill": (
        QT_TRANSLATE_NOOP("Matter", "Account {account} has no open bill at the centre."),
        _WAITS,
        QT_TRANSLATE_NOOP(
            "Matter", "Ask the accounts office to keep it as an advance or to pay it back."
        ),
    ),
    "instrument_returned": (
        QT_TRANSLATE_NOOP("Matter", "The bank had given the instrument back before this came."),
        QT_TRANSLATE_NOOP("Matter", "No bill was credited with it."),
        QT_TRANSLATE_NOOP("Matter", "Note the return under Cheques (F10), if it is not there yet."),
    ),
    "payment_told_before": (
        QT_TRANSLATE_NOOP("Matter", "The centre had been told of this payment before."),
        QT_TRANSLATE_NOOP("Matter", "It counts once."),
        QT_TRANSLATE_NOOP("Matter", "Tell the support of the centre if it happens again."),
    ),
    "returned_before": (
        QT_TRANSLATE_NOOP("Matter", "The centre had been told of this return before."),
        QT_TRANSLATE_NOOP("Matter", "It counts once."),
        QT_TRANSLATE_NOOP("Matter", "Nothing is to be done."),
    ),
    "return_differs": (
        QT_TRANSLATE_NOOP("Matter", "The return undoes other sums than the instrument had paid."),
        _NO_MONEY_LOST,
        QT_TRANSLATE_NOOP(
            "Matter", "Show the bank's memo to the accounts office, which puts it right."
        ),
    ),
}
_UNREADABLE = (
    QT_TRANSLATE_NOOP("Matter", "The centre could not enter the message: {reference}."),
    _NO_MONEY_LOST,
    QT_TRANSLATE_NOOP(
        "Matter", "Give this receipt number to the support of the centre; do not take it again."
    ),
)
_OTHER_FATE = (
    QT_TRANSLATE_NOOP("Matter", "The centre says of it: {title} {reference}."),
    _NO_MONEY_LOST,
    _TELL_OFFICE,
)

DECISION_SENTENCES: Mapping[str, tuple[str, str, str]] = {
    "SUSPENSE_MATCHED": (
        QT_TRANSLATE_NOOP(
            "Matter", "The accounts office booked it to account {to_account}, {name}."
        ),
        QT_TRANSLATE_NOOP("Matter", "{amount} stands in that account."),
        QT_TRANSLATE_NOOP("Matter", "Tell the payer, if that was promised; nothing else is open."),
    ),
    "DOUBLE_RESOLVED": (
        QT_TRANSLATE_NOOP(
            "Matter",
            "The accounts office found that it was not paid twice, and booked it to {to_account}, {name}.",
        ),
        QT_TRANSLATE_NOOP("Matter", "{amount} stands in that account."),
        QT_TRANSLATE_NOOP("Matter", "Tell the payer, if that was promised; nothing else is open."),
    ),
    "DOUBLE_CONFIRMED": (
        QT_TRANSLATE_NOOP("Matter", "The accounts office found that it was paid twice."),
        QT_TRANSLATE_NOOP("Matter", "{amount} is in no bill and is kept for the payer."),
        QT_TRANSLATE_NOOP(
            "Matter", "Send the payer with the receipt to the accounts office, which pays it back."
        ),
    ),
    "MATCH_UNDONE": (
        QT_TRANSLATE_NOOP("Matter", "The accounts office took its booking back: {reason}."),
        _WAITS,
        QT_TRANSLATE_NOOP(
            "Matter", "Ask the payer again which account it is for and tell the accounts office."
        ),
    ),
    **HELD_SENTENCES,
    "INSTRUMENT_RETURNED": (
        QT_TRANSLATE_NOOP("Matter", "The bank gave it back to the centre on {day}: {reason}."),
        QT_TRANSLATE_NOOP("Matter", "At this counter nothing is undone yet."),
        QT_TRANSLATE_NOOP("Matter", "Note the return under Cheques (F10): it undoes what it paid."),
    ),
}
"""Kinds of ``wire.results.ResultKind`` by name; a test keeps them complete."""

_IN_MONTH = QT_TRANSLATE_NOOP(
    "Matter",
    "{amount} stands in that account and counts in {month}, as its own month was closed.",
)
_UNDONE_HERE = (
    QT_TRANSLATE_NOOP("Matter", "The bank gave it back on {day}: {reason}."),
    QT_TRANSLATE_NOOP("Matter", "This counter has undone what it paid."),
    QT_TRANSLATE_NOOP("Matter", "Ask the consumer to pay in another way."),
)
_OTHER_DECISION = (
    QT_TRANSLATE_NOOP("Matter", "The centre decided something new of it: {title}."),
    _NO_MONEY_LOST,
    _TELL_OFFICE,
)
STATE_WORDS: Mapping[NoteState, str] = {
    NoteState.LOOKED_AT: QT_TRANSLATE_NOOP("Matter", "Looked at"),
    NoteState.DEALT_WITH: QT_TRANSLATE_NOOP("Matter", "Dealt with"),
}


def word(text: str) -> str:
    """A text of this context in the language spoken."""
    return QCoreApplication.translate("Matter", text)


def code_of(matter: Matter) -> str:
    """What it is listed under: the last decision, or else the fate."""
    decision = matter.last_decision
    return decision.kind if decision is not None else matter.fate


def title_of(code: str) -> str:
    """A few words; a code we have none for as it is."""
    return word(TITLES.get(code, code))


def subject_of(matter: Matter) -> str:
    """The receipt it is about, the kind of another message, or the instrument."""
    return matter.receipt_no or (kind_text(matter.kind) if matter.kind else matter.about)


def sentences_of(matter: Matter) -> MatterSentences:
    """What happened, what is safe, what to do next."""
    decision = matter.last_decision
    facts = {
        "account": matter.account_no,
        "reference": matter.reference or "–",
        "title": title_of(code_of(matter)),
        "amount": rupees(decision.amount if decision is not None else matter.amount or ZERO),
        "to_account": decision.account_no if decision is not None else "",
        "name": masked_name(in_language(decision.name_en, decision.name_hi)) if decision else "",
        "reason": (decision.reason if decision is not None else "") or "–",
        "month": month_text(decision.month) if decision is not None else "",
        "day": day_text(decision.on) if decision is not None and decision.on else "–",
    }
    return MatterSentences(*(word(text).format(**facts) for text in _texts_of(matter)))


def _texts_of(matter: Matter) -> tuple[str, str, str]:
    decision = matter.last_decision
    if matter.is_undone:
        return _UNDONE_HERE
    if decision is not None:
        happened, safe, do_next = DECISION_SENTENCES.get(decision.kind, _OTHER_DECISION)
        return happened, _IN_MONTH if decision.month else safe, do_next
    if matter.fate == "NOT_APPLIED":
        return REASON_SENTENCES.get(matter.reference, _UNREADABLE)
    return FATE_SENTENCES.get(matter.fate, _OTHER_FATE)
