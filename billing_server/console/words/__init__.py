"""What the console says, in English and Hindi. The English sentence is its own name; one module here for each part.

A test reads every template and module and finds each sentence here with its Hindi, its blanks the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.words import (
    alarms,
    codes,
    copies,
    counters,
    custody,
    enrolment,
    frame,
    lists,
    overview,
    people,
    receipts,
    roster,
    rules,
    suspense,
    telephone,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH, HINDI = "en", "hi"
LANGUAGES: Mapping[str, str] = {ENGLISH: "English", HINDI: "हिन्दी"}
"""Code to the language's own name."""

_MODULES = (
    frame,
    overview,
    counters,
    alarms,
    enrolment,
    people,
    suspense,
    custody,
    copies,
    lists,
    rules,
    roster,
    receipts,
    telephone,
)
IN_HINDI: dict[str, str] = {
    english: hindi for module in _MODULES for english, hindi in module.HINDI.items()
}


def say(language: str, sentence: str, **blanks: object) -> str:
    """The sentence in this language, its blanks filled. Raises KeyError for one that has no Hindi."""
    told = IN_HINDI[sentence] if language == HINDI else sentence
    return told.format(**blanks)


def name_of(language: str, kind: str, code: str) -> str:
    """What a code (a fate, a tender, a role ...) is called; the code itself when nobody named it."""
    names = codes.NAMES[kind].get(code)
    if names is None:
        return code
    return names[language == HINDI]
