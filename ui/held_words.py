"""What the centre decides of money that a reversal left in suspense, in the words of the matters screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

HELD_TITLES: Mapping[str, str] = {
    "HELD_MATCHED": QT_TRANSLATE_NOOP("Matter", "Held money matched"),
    "HELD_UNDONE": QT_TRANSLATE_NOOP("Matter", "Held money waits again"),
}
HELD_SENTENCES: Mapping[str, tuple[str, str, str]] = {
    "HELD_MATCHED": (
        QT_TRANSLATE_NOOP(
            "Matter", "The accounts office booked what the reversal held to {to_account}, {name}."
        ),
        QT_TRANSLATE_NOOP("Matter", "{amount} stands in that account."),
        QT_TRANSLATE_NOOP("Matter", "Tell the payer, if that was promised; nothing else is open."),
    ),
    "HELD_UNDONE": (
        QT_TRANSLATE_NOOP(
            "Matter", "The accounts office took its booking of the held money back: {reason}."
        ),
        QT_TRANSLATE_NOOP("Matter", "{amount} waits in suspense."),
        QT_TRANSLATE_NOOP(
            "Matter", "Ask the payer again which account it is for and tell the accounts office."
        ),
    ),
}
"""What happened, what is safe, what to do next."""
