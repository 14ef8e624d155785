"""Sums, dates and ages as people read them, in the language spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.consumer import masked_name
from counter_app.domain.identity import IST
from counter_app.domain.money import Money
from ui.language import in_language
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

MINUTE_SECONDS = 60
HOUR_SECONDS = 60 * MINUTE_SECONDS
DAY_SECONDS = 24 * HOUR_SECONDS

_MONTHS = (
    QT_TRANSLATE_NOOP("Words", "Jan"),
    QT_TRANSLATE_NOOP("Words", "Feb"),
    QT_TRANSLATE_NOOP("Words", "Mar"),
    QT_TRANSLATE_NOOP("Words", "Apr"),
    QT_TRANSLATE_NOOP("Words", "May"),
    QT_TRANSLATE_NOOP("Words", "Jun"),
    QT_TRANSLATE_NOOP("Words", "Jul"),
    QT_TRANSLATE_NOOP("Words", "Aug"),
    QT_TRANSLATE_NOOP("Words", "Sep"),
    QT_TRANSLATE_NOOP("Words", "Oct"),
    QT_TRANSLATE_NOOP("Words", "Nov"),
    QT_TRANSLATE_NOOP("Words", "Dec"),
)

_TENDERS = {
    "cash": QT_TRANSLATE_NOOP("Words", "Cash"),
    "card": QT_TRANSLATE_NOOP("Words", "Card"),
    "upi": QT_TRANSLATE_NOOP("Words", "UPI"),
    "cheque": QT_TRANSLATE_NOOP("Words", "Cheque"),
    "demand_draft": QT_TRANSLATE_NOOP("Words", "Demand draft"),
}


def word(text: str) -> str:
    """A word of this context in the language spoken."""
    return QCoreApplication.translate("Words", text)


def tender_word(kind: str) -> str:
    """Cash, card, cheque ...; a kind we have no word for as it is."""
    return word(_TENDERS.get(kind, kind))


def tenders_text(tender_paise: Iterable[tuple[str, int]]) -> str:
    """``Cash``; where there are several, each with its sum: ``Cash ₹ 500.00 + UPI ₹ 300.00``."""
    parts = tuple(tender_paise)
    if len(parts) == 1:
        return tender_word(parts[0][0])
    return " + ".join(f"{tender_word(kind)} {rupees(Money(paise))}" for kind, paise in parts)


def rupees(amount: Money) -> str:
    """``₹ 12,34,567.50``; a credit as ``−₹ 500.00``. The spaces do not break."""
    if amount.paise < 0:
        return f"−₹\u00a0{-amount}"
    return f"₹\u00a0{amount}"


def day_text(day: date) -> str:
    """``14 Nov 2025``."""
    return f"{day.day} {word(_MONTHS[day.month - 1])} {day.year}"


def month_text(bill_month: str) -> str:
    """``2025-11`` as ``Nov 2025``; anything else as it is."""
    year, dash, month = bill_month.partition("-")
    if not (dash and month.isdecimal() and 1 <= int(month) <= len(_MONTHS)):
        return bill_month
    return f"{word(_MONTHS[int(month) - 1])} {year}"


def clock_text(moment: datetime) -> str:
    """``11:04``, Indian Standard Time."""
    return f"{moment.astimezone(IST):%H:%M}"


def moment_text(moment: datetime) -> str:
    """``14 Nov 2025, 11:04``."""
    return f"{day_text(moment.astimezone(IST).date())}, {clock_text(moment)}"


def short_moment_text(moment: datetime, now: datetime) -> str:
    """The time alone when it is of today, else day and time without the year."""
    then = moment.astimezone(IST)
    if then.date() == now.astimezone(IST).date():
        return clock_text(moment)
    return f"{then.day} {word(_MONTHS[then.month - 1])} {clock_text(moment)}"


def ago_text(moment: datetime, now: datetime) -> str:
    """``just now``, ``2 min ago``, ``3 h ago``, ``2 days ago``."""
    seconds = (now - moment).total_seconds()
    if seconds < MINUTE_SECONDS:
        return QCoreApplication.translate("Words", "just now")
    if seconds < HOUR_SECONDS:
        return QCoreApplication.translate("Words", "{count} min ago").format(
            count=int(seconds // MINUTE_SECONDS)
        )
    if seconds < 2 * DAY_SECONDS:
        return QCoreApplication.translate("Words", "{count} h ago").format(
            count=int(seconds // HOUR_SECONDS)
        )
    return QCoreApplication.translate("Words", "{count} days ago").format(
        count=int(seconds // DAY_SECONDS)
    )


def name_in_lists(english: str, hindi: str) -> str:
    """A consumer's name in the language spoken, masked (domain, section 10)."""
    return masked_name(in_language(english, hindi))
