"""What is told when a shift, its cash or its close is refused: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHIFTS: Mapping[RefusalCode, str] = {
    RefusalCode.SHIFT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal", "This shift is not in the books. Nothing was changed. Look at the till anew."
    ),
    RefusalCode.SHIFT_CLOSED: QT_TRANSLATE_NOOP(
        "Refusal",
        "Shift {shift_no} is closed already, and a closed shift stays as it is. Nothing was changed.",
    ),
    RefusalCode.SHIFT_SUSPENDED: QT_TRANSLATE_NOOP(
        "Refusal",
        "Shift {shift_no} is suspended. Nothing was changed. Go on with it at the till "
        "(Ctrl+T, then Alt+S).",
    ),
    RefusalCode.SHIFT_NOT_SUSPENDED: QT_TRANSLATE_NOOP(
        "Refusal", "Shift {shift_no} is open: it need not be resumed. Nothing was changed."
    ),
    RefusalCode.SHIFT_CHANGED: QT_TRANSLATE_NOOP(
        "Refusal",
        "Something was taken or given in shift {shift_no} since it was counted. It is not closed. "
        "Your count is kept: check it and go on.",
    ),
    RefusalCode.CHARGES_OPEN: QT_TRANSLATE_NOOP(
        "Refusal",
        "Card charges on no receipt: {count}. The shift is not closed. "
        "Ask the terminal (F6, then Alt+Q), or let a supervisor approve the close.",
    ),
    RefusalCode.DRAWER_IN_USE: QT_TRANSLATE_NOOP(
        "Refusal",
        "Drawer {drawer_no} belongs to shift {shift_no} of {cashier_id}, which is open. "
        "Nothing was opened. Choose another drawer.",
    ),
    RefusalCode.DRAWER_UNKNOWN: QT_TRANSLATE_NOOP(
        "Refusal",
        "This counter has drawers 1 to {most}. Nothing was opened. Choose one of them.",
    ),
    RefusalCode.CLOCK_BEHIND: QT_TRANSLATE_NOOP(
        "Refusal",
        "This computer says {clock_day}, but the books already hold {last_day}. "
        "Nothing was opened.",
    ),
    RefusalCode.TAKE_OVER_DIFFERS: QT_TRANSLATE_NOOP(
        "Refusal",
        "{left} was left in this drawer, but {counted} was counted. Nothing was opened.",
    ),
    RefusalCode.TAKE_OVER_GONE: QT_TRANSLATE_NOOP(
        "Refusal",
        "The float of shift {shift_no} was taken over by another shift. Nothing was opened. "
        "Choose another float.",
    ),
}

_CASH: Mapping[RefusalCode, str] = {
    RefusalCode.COUNT_MISSING: QT_TRANSLATE_NOOP(
        "Refusal", "How many of {denomination}? Type the number, 0 for none."
    ),
    RefusalCode.COUNT_NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” is not a number of pieces. Type how many of {denomination} in digits."
    ),
    RefusalCode.COUNT_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusal", "So many of {denomination} are in no drawer. Check what was typed."
    ),
    RefusalCode.COUNT_NOT_THE_SUM: QT_TRANSLATE_NOOP(
        "Refusal",
        "The count comes to {counted}, but the sum is {amount}. Nothing was changed. Count again.",
    ),
    RefusalCode.PIECES_NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” is not a number of slips. Type it in digits, 0 for none."
    ),
    RefusalCode.ABOVE_DRAWER: QT_TRANSLATE_NOOP(
        "Refusal",
        "{amount} is more than the {drawer} that can be taken out. Nothing was moved. "
        "Check what was typed.",
    ),
    RefusalCode.RECEIVER_IS_GIVER: QT_TRANSLATE_NOOP(
        "Refusal",
        "Nobody receives the own cash. Nothing was moved. Another person has to confirm it.",
    ),
    RefusalCode.RECEIVER_MAY_NOT: QT_TRANSLATE_NOOP(
        "Refusal",
        "{cashier_id} may not receive cash. Nothing was moved. "
        "A head cashier or a supervisor has to confirm it.",
    ),
    RefusalCode.DROP_NEEDED: QT_TRANSLATE_NOOP(
        "Refusal",
        "{drawer} is in the drawer, more than the {limit} it may hold. Nothing was taken. "
        "Give cash to the head cashier first (Ctrl+T, then Alt+D), or take another tender.",
    ),
}

TILL_SENTENCES: Mapping[RefusalCode, str] = {**_SHIFTS, **_CASH}
