"""What a caveat means: what is unusual, and what to do next. One sentence a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.caveat import CaveatCode
from ui.marking import QT_TRANSLATE_NOOP
from ui.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.caveat import Caveat

CAVEAT_SENTENCES: Mapping[CaveatCode, str] = {
    CaveatCode.PART_BELOW_MINIMUM: QT_TRANSLATE_NOOP(
        "Caveat",
        "{account_no}: below the least part payment of {minimum}. "
        "Ask for that much, or call a supervisor.",
    ),
    CaveatCode.PART_COUNT: QT_TRANSLATE_NOOP(
        "Caveat",
        "{account_no}: part payments this month: {taken}, allowed: {most}. "
        "Ask for the full sum, or call a supervisor.",
    ),
    CaveatCode.SAME_PAYMENT: QT_TRANSLATE_NOOP(
        "Caveat",
        "{account_no} has paid {amount} today already. "
        "Look for that receipt first, so that nothing is paid twice.",
    ),
    CaveatCode.CHEQUE_BARRED: QT_TRANSLATE_NOOP(
        "Caveat",
        "{account_no}: the office barred cheques, as one came back before. "
        "Ask for cash, or call a supervisor.",
    ),
    CaveatCode.CHEQUE_OF_STRANGER: QT_TRANSLATE_NOOP(
        "Caveat",
        "Nobody can look up here whether this consumer's cheques are barred. "
        "Ask for cash, or call a supervisor.",
    ),
    CaveatCode.CASH_OF_CONSUMER: QT_TRANSLATE_NOOP(
        "Caveat",
        "{account_no}: {cash} in cash today, above {limit}. "
        "It may be taken; count the notes twice.",
    ),
    CaveatCode.OFFLINE_HOURS: QT_TRANSLATE_NOOP(
        "Caveat",
        "The server has not had our payments for {hours} hours (limit {limit}). "
        "They are safe here; tell your supervisor.",
    ),
    CaveatCode.UNSENT: QT_TRANSLATE_NOOP(
        "Caveat",
        "{unsent} is not sent yet, above {limit}. It is safe here; tell your supervisor.",
    ),
    CaveatCode.DRAWER: QT_TRANSLATE_NOOP(
        "Caveat",
        "{drawer} in the drawer, above {limit}. Hand cash to the head cashier soon.",
    ),
}
"""Shown beside the payment, and in the panel that asks for a supervisor's word."""


def caveat_text(caveat: Caveat) -> str:
    """The sentence of a caveat, filled with its facts."""
    sentence = QCoreApplication.translate("Caveat", CAVEAT_SENTENCES[caveat.code])
    return sentence.format_map(words_of(dict(caveat.facts)))
