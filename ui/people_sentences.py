"""Why something about people was refused. One sentence a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

PEOPLE_REFUSALS: Mapping[RefusalCode, str] = {
    RefusalCode.CASHIER_LEFT: QT_TRANSLATE_NOOP(
        "Refusal",
        "{cashier_id} no longer works at this counter. What was taken under this number is safe; call a supervisor.",
    ),
    RefusalCode.CASHIER_ID_TAKEN: QT_TRANSLATE_NOOP(
        "Refusal", "The number {cashier_id} is or was somebody's. Type another one."
    ),
    RefusalCode.CASHIER_ID_WRONG: QT_TRANSLATE_NOOP(
        "Refusal", "A temporary cashier's number is L and 2 to 6 digits, as L301."
    ),
    RefusalCode.NAME_MISSING: QT_TRANSLATE_NOOP("Refusal", "Type the name in letters."),
    RefusalCode.NAME_TOO_LONG: QT_TRANSLATE_NOOP("Refusal", "A name has at most {most} letters."),
    RefusalCode.VALID_TO_WRONG: QT_TRANSLATE_NOOP(
        "Refusal", "The last day must be from {first} to {last}."
    ),
    RefusalCode.PIN_TOO_SHORT: QT_TRANSLATE_NOOP(
        "Refusal", "At least {least} characters: 4 digits, or 8 with letters among them."
    ),
    RefusalCode.PIN_TOO_LONG: QT_TRANSLATE_NOOP("Refusal", "At most {most} characters."),
    RefusalCode.PIN_TOO_EASY: QT_TRANSLATE_NOOP(
        "Refusal", "This PIN is tried first by whoever guesses. Choose another one."
    ),
    RefusalCode.PIN_NOT_REPEATED: QT_TRANSLATE_NOOP(
        "Refusal", "The two PINs are not the same. Type both again."
    ),
    RefusalCode.PIN_IS_THE_OLD: QT_TRANSLATE_NOOP(
        "Refusal", "This is the PIN that you have already."
    ),
}
