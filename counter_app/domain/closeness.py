"""How near a found name is to what was typed: for ordering the first few hundred hits of a search.

The same letters stand before the same sound, that before the same key (``name_key``), that before one
slip of the finger (``slips``); whole words before beginnings, the name before the words beside it
(guardian, locality), short names before long ones.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from counter_app.domain.name_key import TITLES, Sounds, fold_word, sounds_of, words_of
from counter_app.domain.slips import is_one_slip

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST_WITH_SLIP: Final = 2
"""Letters of a word in which a slip is forgiven."""

SHORTEST_BEGINNING_WITH_SLIP: Final = 8
"""Letters of an unfinished word in which a slip is forgiven."""

SAME_WORD: Final = 0.8
"""A likeness of this or more: a spelling of the word typed, or a beginning of it."""

TEXTS_REMEMBERED: Final = 8192
"""Names and places whose words are kept: with every key pressed nearly the same rows are put in order."""
ASKED_REMEMBERED: Final = 16
"""Words typed whose likenesses are kept."""

_ROUGHLY: Final = {
    letter: letters[0]
    for letters in (
        *("aeiouअआइईउऊएऐओऔऍऑॲऎऒॐ", "bvwबभव", "ckqsxकखचछशषस", "dदधडढ", "gjzगघजझ", "hह", "lलळ"),
        *("mम", "nनणञङ", "pfपफ", "rरऋॠ", "tतथटठ", "yय"),
    )
    for letter in letters
}
"""First letters that one name may be written with, in both scripts."""

_LEADING_MESSRS: Final = 2
"""M/S before the name of a firm is two words."""

_SAME_ACROSS_SCRIPTS: Final = 0.98
_SAME_SOUND: Final = 0.95
_SAME_BUT_A: Final = 0.9
_BEGINS_SO: Final = 0.85
_SOUND_BEGINS_SO: Final = 0.8
_SAME_KEY: Final = 0.55
_ONE_SLIP: Final = 0.5
_KEY_BEGINS_SO: Final = 0.3
_BEGINS_WITH_SLIP: Final = 0.1
_FOR_LIKENESS: Final = 0.2
_BESIDE: Final = 0.9
_FOR_WORDS: Final = 0.9
_FOR_FIRST_WORD: Final = 0.06
_FOR_BREVITY: Final = 0.04


class Closeness(NamedTuple):
    """``near``: all in all, 0 to 1, to order by. ``weakest``: the least likeness of a word typed, 0 to 1."""

    near: float
    weakest: float


_NOT_AT_ALL: Final = Closeness(0.0, 0.0)


def closeness(typed: str, names: Sequence[str], beside: Sequence[str] = ()) -> Closeness:
    """How near a hit is to what was typed, the nearest highest; no side effect but the caches.

    ``names``: the same name in English and in Hindi, or empty; the nearer one counts. ``beside``: the texts
    a consumer is told apart by. A few microseconds.
    """
    asked = _asked(typed)
    nearest = _NOT_AT_ALL
    for name in names if typed.isascii() else reversed(names):
        words = _words(name)
        if words and asked.words:
            found = asked.closeness(words, beside)
            nearest = max(nearest, found)
            if found.weakest:
                break  # every word is there in its own script: the other can hardly be nearer
    return nearest


def likeness(asked: str, of_name: str) -> float:
    """How like one word typed is to one word of a name, both of ``words_of``, 0 to 1; 0 for another word."""
    return _likenesses(asked)[of_name]


class _Likenesses(dict[str, float]):
    """Of one word typed to each word of a name, worked out when first asked for."""

    def __init__(self, asked: str) -> None:
        super().__init__()
        self._asked = sounds_of(asked)
        self._first, self._last = _ROUGHLY.get(asked[0], asked[0]), asked[-1]

    def __missing__(self, of_name: str) -> float:
        first = of_name[0]
        if _ROUGHLY.get(first, first) == self._first or of_name[-1] == self._last:
            found = _likeness(self._asked, sounds_of(of_name))
        else:
            found = 0.0  # neither end in common: no spelling of the other, and more than one slip from it
        self[of_name] = found
        return found


@lru_cache(maxsize=TEXTS_REMEMBERED)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text without titles, unless it is nothing else."""
    words = words_of(text)
    first = _LEADING_MESSRS if words[:_LEADING_MESSRS] == ["m", "s"] else 0
    return tuple([word for word in words[first:] if word not in TITLES] or words)


@lru_cache(maxsize=ASKED_REMEMBERED)
def _likenesses(asked: str) -> _Likenesses:
    return _Likenesses(asked)


class _Asked:
    """What was typed, made ready to be compared with many names."""

    def __init__(self, typed: str) -> None:
        self.words = _words(typed)
        self._likenesses = [_likenesses(word).__getitem__ for word in self.words]
        self._has_twins = len({fold_word(word) for word in self.words}) < len(self.words)

    def closeness(self, name: tuple[str, ...], beside: Sequence[str]) -> Closeness:
        """To the words of one name."""
        if self._has_twins:
            likenesses = self._each_by_its_own(name, beside)
        else:
            likenesses = [max(map(likeness_to, name)) for likeness_to in self._likenesses]
            others = () if min(likenesses) >= SAME_WORD else _words_beside(beside)
            if others:
                likenesses = [
                    max(like, _BESIDE * max(map(likeness_to, others)))
                    for like, likeness_to in zip(likenesses, self._likenesses, strict=True)
                ]
        near = (
            _FOR_WORDS * sum(likenesses) / len(likenesses)
            + _FOR_FIRST_WORD * self._likenesses[0](name[0])
            + _FOR_BREVITY / max(1, len(name) - len(likenesses) + 1)
        )
        return Closeness(min(1.0, near), min(likenesses))

    def _each_by_its_own(self, name: tuple[str, ...], beside: Sequence[str]) -> list[float]:
        """Of words that sound alike (Ram, son of Ram) each is answered by a word of its own."""
        left = [(word, 1.0) for word in name] + [(word, _BESIDE) for word in _words_beside(beside)]
        likenesses = []
        for likeness_to in self._likenesses:
            values = [weight * likeness_to(word) for word, weight in left]
            likenesses.append(max(values, default=0.0))
            if values:
                del left[values.index(likenesses[-1])]
        return likenesses


@lru_cache(maxsize=1)
def _asked(typed: str) -> _Asked:
    return _Asked(typed)


def _words_beside(texts: Sequence[str]) -> list[str]:
    return [word for text in texts for word in _words(text)]


def _likeness(asked: Sounds, of_name: Sounds) -> float:
    is_same_script = asked.spelt.isascii() == of_name.spelt.isascii()
    if asked.spelt == of_name.spelt:
        return 1.0
    if of_name.spelt.startswith(asked.spelt):
        return _BEGINS_SO
    if asked.spoken == of_name.spoken:
        return _SAME_SOUND if is_same_script else _SAME_ACROSS_SCRIPTS
    if asked.without_a == of_name.without_a:
        return _SAME_BUT_A if is_same_script else _SAME_ACROSS_SCRIPTS
    if asked.spoken and of_name.spoken.startswith(asked.spoken):
        return _SOUND_BEGINS_SO
    base = _likeness_of_keys(asked, of_name)
    return base + _FOR_LIKENESS * _letters_shared(asked.spoken, of_name.spoken) if base else 0.0


def _likeness_of_keys(asked: Sounds, of_name: Sounds) -> float:
    """Of two words of other sound, without what their letters in common are worth."""
    if asked.key and asked.key == of_name.key:
        return _SAME_KEY
    if len(asked.spelt) >= SHORTEST_WITH_SLIP and (
        is_one_slip(asked.spelt, of_name.spelt) or is_one_slip(asked.without_a, of_name.without_a)
    ):
        return _ONE_SLIP
    if asked.key and of_name.key.startswith(asked.key):
        return _KEY_BEGINS_SO
    if begins_with_slip(asked.spelt, of_name.spelt):
        return _BEGINS_WITH_SLIP
    return 0.0


def begins_with_slip(asked: str, of_name: str) -> bool:
    """Whether a long unfinished word is, but for one slip, the beginning of a word."""
    letters = len(asked)
    return letters >= SHORTEST_BEGINNING_WITH_SLIP and any(
        is_one_slip(asked, of_name[:length]) for length in (letters - 1, letters, letters + 1)
    )


def _letters_shared(one: str, other: str) -> float:
    """The share of equal letters at the beginning and the end of two words, 0 to 1."""
    shorter, longer = sorted((one, other), key=len)
    most = len(shorter)
    ahead = next((at for at in range(most) if one[at] != other[at]), most)
    behind = next(
        (at for at in range(most - ahead) if one[-1 - at] != other[-1 - at]), most - ahead
    )
    return (ahead + behind) / max(1, len(longer))
