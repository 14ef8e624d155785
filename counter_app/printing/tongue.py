"""Which language paper speaks: Hindi and English together, or one of them; and how the two stand beside each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

JOINER = " / "
"""Between the Hindi and the English of one line."""

_OUR_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0904-\u0939\u0950\u0958-\u0961\u0972-\u097f]")
"""Neither figures nor signs: a name in another script may have those too."""


@dataclass(frozen=True, slots=True)
class Said:
    """The same in Hindi and English. ``both`` is for the few where two whole sentences would say a fact twice."""

    hindi: str
    english: str
    both: str = ""


class Tongue(StrEnum):
    """What paper speaks, whatever the screen does."""

    BOTH = "both"
    ENGLISH = "english"
    HINDI = "hindi"

    def say(self, said: Said, **facts: object) -> str:
        """On one line, the facts filled in."""
        if self is Tongue.BOTH and said.both:
            return _filled(said.both, facts)
        return JOINER.join(self.each(said, **facts))

    def each(self, said: Said, **facts: object) -> tuple[str, ...]:
        """A line for each language, the facts filled in."""
        return tuple(_filled(text, facts) for text in self._of(said.hindi, said.english))

    def told(self, hindi: str, english: str) -> tuple[str, ...]:
        """Of names that somebody told us: the one asked for, or the other where only that is known; none for none.

        A name in a script that our fonts lack altogether would be circles: the other stands for it where it is known.
        """
        asked = tuple(filter(None, map(clean, self._of(hindi, english))))
        if any(map(has_our_letters, asked)):
            return asked
        known = tuple(filter(None, (clean(hindi), clean(english))))
        return tuple(filter(has_our_letters, known)) or asked or known

    def _of(self, hindi: str, english: str) -> tuple[str, ...]:
        match self:
            case Tongue.BOTH:
                return hindi, english
            case Tongue.ENGLISH:
                return (english,)
            case Tongue.HINDI:
                return (hindi,)


def has_our_letters(text: str) -> bool:
    """Whether a letter of it is of the two scripts that paper writes, Latin and Devanagari."""
    return _OUR_LETTER.search(text) is not None


def clean(text: str) -> str:
    """One line of text: any run of white space (a stray newline in a name) is one space. Nothing, if none is seen."""
    line = " ".join(text.split())
    return line if any(map(str.isprintable, line)) else ""


def _filled(text: str, facts: dict[str, object]) -> str:
    """Only where there are facts: what an office wrote may have braces of its own."""
    return text.format(**facts) if facts else text
