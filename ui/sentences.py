"""What the cashier is told for each refusal, its facts put into words.

One sentence per code, in ``refusal_sentences``; the translation holds the other language. The domain holds none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.money import Money
from counter_app.domain.purpose import USUAL_PURPOSES
from counter_app.domain.receipt import PrintReason
from ui.fault_sentences import FAULT_SENTENCES, PRINT_SENTENCES
from ui.language import in_language
from ui.marking import QT_TRANSLATE_NOOP
from ui.printer_sentences import plan_field_text
from ui.refusal_sentences import REFUSAL_SENTENCES
from ui.rule_words import rule_word
from ui.words import day_text, rupees, tender_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from counter_app.domain.errors import Fact

_PAISE = "_paise"
_MINUTE_SECONDS = 60
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

__all__ = ["REFUSAL_SENTENCES", "refusal_text", "sentence_of", "words_of"]

_STATES: Mapping[str, str] = {
    InstrumentState.RECEIVED: QT_TRANSLATE_NOOP("Refusal", "received"),
    InstrumentState.LISTED: QT_TRANSLATE_NOOP("Refusal", "listed"),
    InstrumentState.DEPOSITED: QT_TRANSLATE_NOOP("Refusal", "deposited"),
    InstrumentState.CLEARED: QT_TRANSLATE_NOOP("Refusal", "cleared"),
    InstrumentState.RETURNED: QT_TRANSLATE_NOOP("Refusal", "returned"),
    InstrumentState.CLAIMED: QT_TRANSLATE_NOOP("Refusal", "claimed"),
    InstrumentState.CONFIRMED: QT_TRANSLATE_NOOP("Refusal", "confirmed"),
    InstrumentState.UNMATCHED: QT_TRANSLATE_NOOP("Refusal", "unmatched"),
}

_STOP_REASONS = {
    "fork": QT_TRANSLATE_NOOP(
        "Refusal", "the centre knows other payments under this counter's numbers"
    ),
    "ledger_doubtful": QT_TRANSLATE_NOOP("Refusal", "the check of its books found a problem"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is told: a few words that say what sort of thing it is, and the sentence."""

    title: str
    text: str


def refusal_text(refusal: Refusal) -> str:
    """The sentence of a refusal, filled with its facts."""
    sentence = QCoreApplication.translate("Refusal", REFUSAL_SENTENCES[refusal.code])
    return sentence.format_map(words_of(refusal.facts))


def stop_reason_text(reason: str) -> str:
    """Why the counter takes no payments."""
    return QCoreApplication.translate("Refusal", _STOP_REASONS.get(reason, reason))


def sentence_of(error: Refusal | Fault) -> Sentence:
    """The title and sentence of a refusal or a fault."""
    if isinstance(error, Refusal):
        return Sentence(QCoreApplication.translate("Refusal", "Not possible"), refusal_text(error))
    title, text = FAULT_SENTENCES[error.code]
    return Sentence(
        QCoreApplication.translate("Fault", title), QCoreApplication.translate("Fault", text)
    )


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def words_of(facts: Mapping[str, Fact]) -> _Facts:
    """Facts as people read them, by the names of the blanks they fill."""
    words = _Facts()
    for name, fact in facts.items():
        if fact is None:
            continue
        if name.endswith(_PAISE) and isinstance(fact, int):
            words[name.removesuffix(_PAISE)] = rupees(Money(fact))
        elif name == "wait_seconds" and isinstance(fact, int):
            words["wait"] = _wait_text(fact)
        elif isinstance(fact, str) and name in _WORDS_OF_FACT:
            words[name] = _WORDS_OF_FACT[name](fact)
        else:
            words[name] = str(fact)
    return words


def _day_words(text: str) -> str:
    return day_text(date.fromisoformat(text)) if _DAY.fullmatch(text) else text


def _purpose_words(code: str) -> str:
    """A usual head by its name; one of the office's own by its code."""
    return next(
        (in_language(one.name_en, one.name_hi) for one in USUAL_PURPOSES if one.code == code), code
    )


def _state_words(state: str) -> str:
    return QCoreApplication.translate("Refusal", _STATES.get(state, state))


_WORDS_OF_FACT: Mapping[str, Callable[[str], str]] = {
    "reason": stop_reason_text,
    "day": _day_words,
    "clock_day": _day_words,
    "last_day": _day_words,
    "first": _day_words,
    "last": _day_words,
    "field": plan_field_text,
    "purpose": _purpose_words,
    "tender": tender_word,
    "name": rule_word,
    "now": _state_words,
    "then": _state_words,
}
"""Facts that are codes."""


def _wait_text(seconds: int) -> str:
    if seconds < _MINUTE_SECONDS:
        return QCoreApplication.translate("Refusal", "{count} seconds").format(count=seconds)
    return QCoreApplication.translate("Refusal", "{count} min").format(
        count=-(-seconds // _MINUTE_SECONDS)
    )


def print_reason_text(reason: str) -> str:
    """Why a print is not simply printed; empty for a reason we have no word for."""
    known = PRINT_SENTENCES.get(PrintReason(reason)) if reason in set(PrintReason) else None
    return QCoreApplication.translate("Print", known) if known else ""
