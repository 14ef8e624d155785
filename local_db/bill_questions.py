"""What the name indexes are asked: the words typed, as expressions of FTS5 over their keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.name_key import TITLES, fold_word, words_of
from local_db.bill_rows import IN_MOST_PLACES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_WORDS = 8
"""Words looked at: more have neither name, guardian and locality together."""

MOST_NEAR_EACH = 4
"""Keys asked for when any of the words may be the wrong one."""

LEAST_WORDS_TO_SPARE = 3
"""Of so many words one may be nobody's."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word typed and its key; the last word may not be finished."""

    spelt: str
    key: str
    is_last: bool

    @property
    def exactly(self) -> str:
        """As an expression: the key, or as much of it as is typed."""
        return f'"{self.key}"' + "*" * self.is_last


def asked_words(typed: str) -> tuple[Asked, ...]:
    """The words that can be asked for, in order."""
    words = [word for word in words_of(typed) if fold_word(word)][:MOST_WORDS]
    last = len(words) - 1
    return tuple([Asked(word, fold_word(word), at == last) for at, word in enumerate(words)])


def telling(words: Sequence[Asked]) -> tuple[Asked, ...]:
    """The words that tell somebody apart, of whatever column, each key once where it stands last.

    No titles, and not the NAGAR of every third place.
    """
    last_first = {word.key: word for word in reversed(words) if _is_telling(word)}
    return tuple(reversed(last_first.values()))


def _is_telling(word: Asked) -> bool:
    if word.spelt in TITLES:
        return False
    return not IN_MOST_PLACES.startswith(word.key) if word.is_last else word.key != IN_MOST_PLACES


def begun(words: Sequence[Asked]) -> str:
    """All the words, the last one as a beginning."""
    return " AND ".join([word.exactly for word in words])


def whole(words: Sequence[Asked]) -> str:
    """All the words, each whole."""
    return " AND ".join([f'"{word.key}"' for word in words])


def finished(words: Sequence[Asked]) -> tuple[Asked, ...]:
    """The same words, none of them a beginning."""
    return tuple([replace(word, is_last=False) for word in words])


def replaced(words: Sequence[Asked], near: Mapping[str, Sequence[str]]) -> str:
    """All the words, these replaced by what is near to them."""
    return " AND ".join(
        [_either(near[word.spelt]) if near.get(word.spelt) else word.exactly for word in words]
    )


def one_replaced(words: Sequence[Asked], near: Mapping[str, Sequence[str]]) -> str:
    """All the words, one or another of them replaced by the likest of what is near to it."""
    ways = [
        replaced(words, {word.spelt: near[word.spelt][:MOST_NEAR_EACH]})
        for word in words
        if near.get(word.spelt)
    ]
    return " OR ".join([f"({way})" for way in ways])


def each_perhaps_replaced(words: Sequence[Asked], near: Mapping[str, Sequence[str]]) -> str:
    """All the words, each of them as it is or replaced."""
    return " AND ".join(
        [
            f"({word.exactly} OR {_either(near[word.spelt])})"
            if near.get(word.spelt)
            else word.exactly
            for word in words
        ]
    )


def one_spared(words: Sequence[Asked], suspects: Sequence[Asked]) -> str:
    """All the words but one or another of the suspects."""
    ways = [begun([word for word in words if word.spelt != spared.spelt]) for spared in suspects]
    return " OR ".join([f"({way})" for way in ways])


def _either(keys: Sequence[str]) -> str:
    return "(" + " OR ".join([f'"{key}"' for key in keys]) + ")"
