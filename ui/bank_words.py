"""Words of the Bank place: what waits, where it is, how old it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.remittance import BankWhy, SlipKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.words import day_text, rupees

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from counter_app.domain.ageing import Alarm, Undeposited
    from counter_app.domain.remittance import SlipSeen

WHY_WORDS: Mapping[BankWhy, str] = {
    BankWhy.COUNTERFEIT: QT_TRANSLATE_NOOP("Bank", "Counterfeit"),
    BankWhy.SHORTAGE: QT_TRANSLATE_NOOP("Bank", "Shortage"),
    BankWhy.MUTILATED: QT_TRANSLATE_NOOP("Bank", "Mutilated notes"),
    BankWhy.EXCESS: QT_TRANSLATE_NOOP("Bank", "Excess"),
}
SLIP_WORDS: Mapping[SlipKind, str] = {
    SlipKind.CASH: QT_TRANSLATE_NOOP("Bank", "Cash"),
    SlipKind.PAPERS: QT_TRANSLATE_NOOP("Bank", "Papers"),
}


def word(text: str) -> str:
    """A word of the Bank place in the language spoken."""
    return QCoreApplication.translate("Bank", text)


def age_text(days: int) -> str:
    """Today, one day, so many days."""
    if days == 0:
        return word(QT_TRANSLATE_NOOP("Bank", "today"))
    if days == 1:
        return word(QT_TRANSLATE_NOOP("Bank", "1 day"))
    return word(QT_TRANSLATE_NOOP("Bank", "{count} days")).format(count=days)


def where_text(line: Undeposited) -> str:
    """Where money stands that is not with the bank."""
    if line.slip_no is None:
        return word(QT_TRANSLATE_NOOP("Bank", "on no slip"))
    text = word(QT_TRANSLATE_NOOP("Bank", "slip {slip_no}, unanswered"))
    return text.format(slip_no=line.slip_no)


def alarm_title(alarm: Alarm) -> str:
    """What is not with the bank, and since which day."""
    text = word(QT_TRANSLATE_NOOP("Bank", "{amount} is not with the bank, the oldest of {day}"))
    return text.format(amount=rupees(alarm.amount), day=day_text(alarm.oldest))


def slip_state(seen: SlipSeen, today: date) -> str:
    """Waiting since, or what the bank accepted."""
    if seen.answer is None:
        text = word(QT_TRANSLATE_NOOP("Bank", "No answer, {age}"))
        return text.format(age=age_text(max(0, (today - seen.slip.business_date).days)))
    return f"{seen.answer.reference} · {day_text(seen.answer.on)}"
