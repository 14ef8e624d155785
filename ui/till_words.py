"""What the till is told in: why cash moved, where a shift stands, how near a limit is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.cash_move import MoveWhy, OpeningWhy
from counter_app.domain.money import Money
from counter_app.domain.shift import ShiftState
from counter_app.use_cases.custody_views import LimitOf
from ui.language import in_language
from ui.marking import QT_TRANSLATE_NOOP
from ui.words import rupees, short_moment_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from counter_app.domain.shift import Shift
    from counter_app.use_cases.custody_views import Limit, ShiftSeen

WHY_WORDS: Mapping[MoveWhy, str] = {
    MoveWhy.DROP: QT_TRANSLATE_NOOP("Till", "Given to the head cashier"),
    MoveWhy.CHANGE_ADDED: QT_TRANSLATE_NOOP("Till", "Change added to the float"),
    MoveWhy.FOUND: QT_TRANSLATE_NOOP("Till", "Cash found"),
    MoveWhy.OTHER_IN: QT_TRANSLATE_NOOP("Till", "Other cash in"),
    MoveWhy.CHANGE_LESSENED: QT_TRANSLATE_NOOP("Till", "Part of the float given back"),
    MoveWhy.EXPENSE: QT_TRANSLATE_NOOP("Till", "Expense of the office"),
    MoveWhy.OTHER_OUT: QT_TRANSLATE_NOOP("Till", "Other cash out"),
}

OPENING_WORDS: Mapping[OpeningWhy, str] = {
    OpeningWhy.GIVE_CHANGE: QT_TRANSLATE_NOOP("Till", "To give change"),
    OpeningWhy.CHECK_CASH: QT_TRANSLATE_NOOP("Till", "To check the cash"),
    OpeningWhy.MISTAKE: QT_TRANSLATE_NOOP("Till", "To put a mistake right"),
    OpeningWhy.TEST: QT_TRANSLATE_NOOP("Till", "To test the drawer"),
    OpeningWhy.OTHER: QT_TRANSLATE_NOOP("Till", "Another reason"),
}

STATE_WORDS: Mapping[ShiftState, str] = {
    ShiftState.OPEN: QT_TRANSLATE_NOOP("Till", "Open"),
    ShiftState.SUSPENDED: QT_TRANSLATE_NOOP("Till", "Suspended"),
    ShiftState.CLOSED: QT_TRANSLATE_NOOP("Till", "Closed"),
}

LIMIT_WORDS: Mapping[LimitOf, str] = {
    LimitOf.DRAWER: QT_TRANSLATE_NOOP("Till", "Cash in the drawer"),
    LimitOf.UNSENT: QT_TRANSLATE_NOOP("Till", "Unsent money"),
    LimitOf.OFFLINE_HOURS: QT_TRANSLATE_NOOP("Till", "Time without the centre"),
}


def word(text: str) -> str:
    """A word of this context in the language spoken."""
    return QCoreApplication.translate("Till", text)


def limit_tone(limit: Limit) -> str:
    """``positive`` below the warning, ``caution`` above it, ``negative`` where a word or a drop is needed."""
    if limit.now > limit.word or (limit.stop and limit.now > limit.stop):
        return "negative"
    return "caution" if limit.now > limit.warn else "positive"


def limit_text(limit: Limit) -> str:
    """How near it is, in words that do not tell how much there is."""
    if limit.stop and limit.now > limit.stop:
        return word(QT_TRANSLATE_NOOP("Till", "Too much: give cash to the head cashier first"))
    if limit.now > limit.word:
        return word(QT_TRANSLATE_NOOP("Till", "Each payment needs a supervisor's word"))
    if limit.now > limit.warn:
        return word(QT_TRANSLATE_NOOP("Till", "Above {warning}: lessen it soon")).format(
            warning=amount_of_limit(limit, limit.warn)
        )
    return word(QT_TRANSLATE_NOOP("Till", "Below {warning}")).format(
        warning=amount_of_limit(limit, limit.warn)
    )


def amount_of_limit(limit: Limit, amount: int) -> str:
    """Rupees, or hours."""
    if limit.what is LimitOf.OFFLINE_HOURS:
        return word(QT_TRANSLATE_NOOP("Till", "{count} h")).format(count=amount)
    return rupees(Money(amount))


def till_fact(
    shift: Shift | None, state: ShiftState | None, drawer: Limit | None
) -> tuple[str, str, str]:
    """What the status strip says of the own shift: words, icon, tone."""
    if shift is None:
        return word(QT_TRANSLATE_NOOP("Till", "No shift")), "shift", "text_muted"
    if state is ShiftState.SUSPENDED:
        words = word(QT_TRANSLATE_NOOP("Till", "Shift {number} suspended (Ctrl+T)"))
        return words.format(number=shift.shift_no), "pending", "caution"
    if drawer is not None and drawer.now > drawer.warn:
        words = word(QT_TRANSLATE_NOOP("Till", "Shift {number}: give cash up (Ctrl+T)"))
        tone = limit_tone(drawer)
        icon_name = "stop" if tone == "negative" else "caution"
        return words.format(number=shift.shift_no), icon_name, tone
    words = word(QT_TRANSLATE_NOOP("Till", "Shift {number} open"))
    return words.format(number=shift.shift_no), "shift", "text_muted"


def name_of(seen: ShiftSeen) -> str:
    """Whose shift it is; a person no longer on the list by the number."""
    return in_language(seen.cashier_name_en, seen.cashier_name_hi) or str(seen.shift.cashier_id)


def open_shift_text(seen: ShiftSeen, now: datetime) -> str:
    """``Shift 3 of SUNITA VERMA is open since 10:02, drawer 1``."""
    sentence = {
        ShiftState.SUSPENDED: QT_TRANSLATE_NOOP(
            "Till", "Shift {number} of {name}, suspended, since {moment}, drawer {drawer}"
        ),
    }.get(
        seen.state,
        QT_TRANSLATE_NOOP("Till", "Shift {number} of {name}, open since {moment}, drawer {drawer}"),
    )
    return word(sentence).format(
        number=seen.shift.shift_no,
        name=name_of(seen),
        moment=short_moment_text(seen.shift.opened_at, now),
        drawer=seen.shift.drawer_no,
    )
