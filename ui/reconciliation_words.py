"""A day compared with the centre, in words: how it ended, each difference, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.reconciliation import DifferenceKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.matter_words import title_of
from ui.words import day_text, moment_text, rupees, tenders_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.reconciliation import Difference, KeptThere, Reconciled, TakenHere

DIFFERENCE_WORDS: Mapping[DifferenceKind, tuple[str, str]] = {
    DifferenceKind.NOT_ENTERED: (
        QT_TRANSLATE_NOOP("Reconciliation", "Kept, not entered as a payment"),
        QT_TRANSLATE_NOOP(
            "Reconciliation", "The receipt holds. Give its number to the support of the centre."
        ),
    ),
    DifferenceKind.MISSING_THERE: (
        QT_TRANSLATE_NOOP("Reconciliation", "Missing at the centre"),
        QT_TRANSLATE_NOOP(
            "Reconciliation",
            "The centre signed for it and keeps it no more: report it to the head office today.",
        ),
    ),
    DifferenceKind.UNKNOWN_HERE: (
        QT_TRANSLATE_NOOP("Reconciliation", "Unknown in these books"),
        QT_TRANSLATE_NOOP(
            "Reconciliation",
            "Were these books restored, or is there a second computer? Report it to the head office.",
        ),
    ),
    DifferenceKind.OTHER_DAY: (
        QT_TRANSLATE_NOOP("Reconciliation", "Of another day"),
        QT_TRANSLATE_NOOP(
            "Reconciliation", "The money is at the centre; the accounts office puts the day right."
        ),
    ),
    DifferenceKind.AMOUNT: (
        QT_TRANSLATE_NOOP("Reconciliation", "Another amount"),
        QT_TRANSLATE_NOOP(
            "Reconciliation", "The receipt holds. Report receipt and amounts to the head office."
        ),
    ),
    DifferenceKind.TENDER: (
        QT_TRANSLATE_NOOP("Reconciliation", "Another tender"),
        QT_TRANSLATE_NOOP(
            "Reconciliation", "The sum is right. Tell the accounts office how it was handed over."
        ),
    ),
    DifferenceKind.FATE: (
        QT_TRANSLATE_NOOP("Reconciliation", "Another fate"),
        QT_TRANSLATE_NOOP(
            "Reconciliation", "Sum and tender are right. Report it to the support of the centre."
        ),
    ),
}
"""What it is, and what to do; a test keeps them complete."""


def word(text: str) -> str:
    """A text of this context in the language spoken."""
    return QCoreApplication.translate("Reconciliation", text)


def kind_text(kind: DifferenceKind) -> str:
    """A few words."""
    return word(DIFFERENCE_WORDS[kind][0])


def advice_text(kind: DifferenceKind) -> str:
    """What to do."""
    return word(DIFFERENCE_WORDS[kind][1])


def side_text(one: Difference, side: TakenHere | KeptThere | None) -> str:
    """What that side says of a payment: its sum, and what else is the difference; a dash for nothing."""
    if side is None:
        return "–"
    if one.kind is DifferenceKind.TENDER:
        return tenders_text((kind, amount.paise) for kind, amount in side.tenders)
    if one.kind is DifferenceKind.FATE:
        return title_of(side.fate)
    if one.kind is DifferenceKind.OTHER_DAY:
        return f"{rupees(side.amount)} · {day_text(side.business_date)}"
    return rupees(side.amount)


def reconciled_text(made: Reconciled | None) -> str:
    """When a day was compared last, and how that ended."""
    if made is None:
        return word(QT_TRANSLATE_NOOP("Reconciliation", "Not compared with the centre yet"))
    moment = moment_text(made.at)
    if made.differences:
        text = word(QT_TRANSLATE_NOOP("Reconciliation", "{moment}: {count} payments differ"))
        return text.format(moment=moment, count=made.differences)
    if made.is_settled:
        text = word(QT_TRANSLATE_NOOP("Reconciliation", "{moment}: equal to the centre"))
        return text.format(moment=moment)
    text = word(
        QT_TRANSLATE_NOOP(
            "Reconciliation", "{moment}: equal; {count} payments unsent or taken since"
        )
    )
    return text.format(moment=moment, count=made.unsent + made.taken_since)
