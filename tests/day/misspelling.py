"""How names are misspelt at a counter: by ear, by eye and by finger, in Latin and in Devanagari.

Written from how people spell, and from the keyboards they use; it knows nothing of how the counter searches.
Each kind takes a name as words and gives them misspelt, or None for a name that cannot be misspelt so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

Words = list[str]
Misspelling = Callable[[Random, Sequence[str]], Words | None]

SHORTEST_MISSPELT = 3
"""Letters: a shorter word is not misspelt, as Md or Om."""

_QWERTY = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_INSCRIPT = ("ौैाीूबहगदजड", "ोे्िुपरकतचट", "ंमनवलसय", "औऐआईऊभङघधझढञ", "ओएअइउफखथछठ", "ँणळशष")
"""Rows of the Hindi keyboard every Windows has (INSCRIPT): plain, then with Shift."""

_HEARD_ENGLISH = tuple(
    (re.compile(heard), written)
    for heard, written in (
        *(("sh", "s"), ("s(?!h|$)", "sh"), ("ee", "i"), ("i(?=[^aeiouy])", "ee"), ("oo", "u")),
        *(("u(?=[^aeiou])", "oo"), ("v", "w"), ("w", "v"), ("v", "b"), ("^b", "v"), ("ph", "f")),
        *(("f", "ph"), ("z", "j"), ("^j", "z"), ("kh", "k"), ("gh", "g"), ("bh", "b"), ("dh", "d")),
        *(("th", "t"), ("t(?=[aeiou])", "th"), ("d(?=[aeiou])", "dh"), ("ch(?!h)", "chh")),
        *(("aa", "a"), ("a(?=[^aeiouy])", "aa"), ("au", "ou"), ("ou", "au"), ("ai", "e")),
        *(("ai", "ay"), ("y$", "i"), ("i$", "y"), ("i$", "ee"), ("a$", ""), ("(?<=[vkr])$", "a")),
        *(("q", "k"), ("k(?=[ua])", "q"), ("x", "ksh"), ("ks?h", "x"), ("ey$", "e"), ("e$", "ey")),
        *((r"([^aeiou])\1", r"\1"), ("(?<=[aiu])([mntlk])(?=[aeiu])", r"\1\1"), ("ia", "iya")),
        *(("iya", "ia"), ("m(?=[pb])", "n"), ("n(?=[pb])", "m"), ("ri(?=[^aeiou])", "ru")),
        *(("dra$", "der"), ("ndra$", "nder"), ("va$", ""), ("u(?=[^aeiou])", "o"), ("i", "e")),
        *(("e(?=[^aeiou])", "i"), ("aw|av", "au"), ("ya", "ia"), ("^ya", "ja"), ("gy", "jn")),
    )
)
_HEARD_ENGLISH_WORDS = {
    "mohammad": ("md", "mohd", "mohammed", "muhammad", "mohamad", "mohmmad"),
    "mohd": ("md", "mohammad", "mohammed", "mohamed"),
    "kumar": ("kr", "kumaar", "kumer", "koomar"),
    "kr": ("kumar",),
    "singh": ("sing", "sinh", "simgh"),
    "chaudhary": ("chowdhury", "choudhary", "chaudhri", "chaudhury"),
    "chandra": ("chander", "chand", "chandar"),
    "krishna": ("krishan", "kishan", "krushna"),
}
_HEARD_HINDI = tuple(
    (re.compile(heard), written)
    for heard, written in (
        *(("श", "स"), ("स", "श"), ("ष", "श"), ("ष", "स"), ("ण", "न"), ("न", "ण"), ("व", "ब")),
        *(("ब", "व"), ("\u093c", ""), ("ं(?=[कखगघचछजझटठडढतथदध])", "न्"), ("ं(?=[पफबभम])", "म्")),
        *(("न्(?=[क-भ])", "ं"), ("म्(?=[पफबभ])", "ं"), ("ँ", "ं"), ("ृ", "्रि"), ("्रि", "ृ")),
        *(("ई", "यी"), ("ये", "ए"), ("ए", "ये"), ("ड़", "ड"), ("ज्ञ", "ग्य"), ("क्ष", "छ"), ("ध", "द")),
        *(("भ", "ब"), ("थ", "त"), ("ख", "क"), ("घ", "ग"), ("छ", "च"), ("ठ", "ट"), ("ढ", "ड")),
        *(("ऋ", "रि"), ("य$", "ए"), ("्य", "य"), ("्र", "र"), ("र्", "र"), ("त्त", "त"), ("द्ध", "ध")),
    )
)
_SIGNS_MIXED = dict(zip("िीुूेैोौइईउऊएऐओऔ", "ीिूुैेौोईइऊउऐएऔओ", strict=True))
_SIGNS_LEFT_OUT = frozenset("ािीुूेैोौ्ंँ")


def by_ear(dice: Random, words: Sequence[str]) -> Words | None:
    """Every second word, and at least one, written as it sounds."""
    is_latin = "".join(words).isascii()
    respelt = [_heard(dice, word, is_latin=is_latin) for word in words]
    changed = [place for place, word in enumerate(words) if respelt[place] != word]
    if not changed:
        return None
    sure = dice.choice(changed)
    return [
        respelt[place] if place == sure or dice.random() < 0.5 else word
        for place, word in enumerate(words)
    ]


def _heard(dice: Random, word: str, *, is_latin: bool) -> str:
    ways = [
        pattern.sub(written, word, count=1)
        for pattern, written in (_HEARD_ENGLISH if is_latin else _HEARD_HINDI)
        if pattern.search(word)
    ]
    if word in _HEARD_ENGLISH_WORDS:
        ways = list(_HEARD_ENGLISH_WORDS[word])
    return dice.choice(ways) if ways and len(word) > 1 else word


def signs_mixed(dice: Random, words: Sequence[str]) -> Words | None:
    """Hindi: the short vowel sign for the long one, e for ai, o for au, or the other way round."""
    return _in_one_word(
        dice,
        words,
        lambda word: [
            word[:at] + _SIGNS_MIXED[letter] + word[at + 1 :]
            for at, letter in enumerate(word)
            if letter in _SIGNS_MIXED
        ],
    )


def sign_left_out(dice: Random, words: Sequence[str]) -> Words | None:
    """Hindi: a vowel sign, a virama or the dot of a nasal is missing."""
    return _in_one_word(
        dice,
        words,
        lambda word: [
            word[:at] + word[at + 1 :]
            for at, letter in enumerate(word)
            if letter in _SIGNS_LEFT_OUT
        ],
    )


def left_out(dice: Random, words: Sequence[str]) -> Words | None:
    """One letter is missing."""
    return _in_one_word(
        dice, words, lambda word: [word[:at] + word[at + 1 :] for at in range(len(word))]
    )


def twice(dice: Random, words: Sequence[str]) -> Words | None:
    """One letter stands twice."""
    return _in_one_word(
        dice, words, lambda word: [word[:at] + word[at] + word[at:] for at in range(len(word))]
    )


def swapped(dice: Random, words: Sequence[str]) -> Words | None:
    """Two neighbouring letters have changed places."""
    return _in_one_word(
        dice,
        words,
        lambda word: [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            for at in range(len(word) - 1)
            if word[at] != word[at + 1]
        ],
    )


def neighbour_key(dice: Random, words: Sequence[str]) -> Words | None:
    """The key beside the right one was hit instead."""
    return _in_one_word(
        dice,
        words,
        lambda word: [
            word[:at] + key + word[at + 1 :]
            for at, letter in enumerate(word)
            for key in beside(letter)
        ],
    )


def one_too_many(dice: Random, words: Sequence[str]) -> Words | None:
    """The key beside the right one was hit too."""
    return _in_one_word(
        dice,
        words,
        lambda word: [
            word[:at] + key + word[at:] for at, letter in enumerate(word) for key in beside(letter)
        ],
    )


def words_swapped(dice: Random, words: Sequence[str]) -> Words | None:
    """The words in another order."""
    if len(set(words)) == 1:
        return None
    other = list(words)
    while other == list(words):
        dice.shuffle(other)
    return other


def middle_missing(dice: Random, words: Sequence[str]) -> Words | None:
    """A name of three words or more without one of those between."""
    if len(words) < 3:
        return None
    gone = dice.randrange(1, len(words) - 1)
    return [word for place, word in enumerate(words) if place != gone]


def beside(letter: str) -> str:
    """The keys left and right of a letter's, none for one that is on no keyboard here."""
    row = next((row for row in (*_QWERTY, *_INSCRIPT) if letter in row), "")
    at = row.find(letter)
    return row[max(0, at - 1) : at] + row[at + 1 : at + 2] if row else ""


def as_it_is(dice: Random, words: Sequence[str]) -> Words | None:
    """Rightly spelt, as a measure to compare with."""
    return list(words)


def _in_one_word(
    dice: Random, words: Sequence[str], ways_of: Callable[[str], list[str]]
) -> Words | None:
    """One of the words misspelt in one of the ways; every word of some length is as likely."""
    ways = {
        place: found
        for place, word in enumerate(words)
        if len(word) >= SHORTEST_MISSPELT
        and (found := [way for way in ways_of(word) if way != word])
    }
    if not ways:
        return None
    place = dice.choice(sorted(ways))
    return [dice.choice(ways[place]) if at == place else word for at, word in enumerate(words)]


ENGLISH: dict[str, Misspelling] = {
    "by ear": by_ear,
    "letter left out": left_out,
    "letter twice": twice,
    "letters swapped": swapped,
    "neighbouring key": neighbour_key,
    "letter too many": one_too_many,
    "words swapped": words_swapped,
    "middle name missing": middle_missing,
}
HINDI: dict[str, Misspelling] = {
    "by ear": by_ear,
    "vowel sign mixed up": signs_mixed,
    "vowel sign left out": sign_left_out,
    "letter left out": left_out,
    "letter twice": twice,
    "letters swapped": swapped,
    "neighbouring key": neighbour_key,
    "words swapped": words_swapped,
    "middle name missing": middle_missing,
}
