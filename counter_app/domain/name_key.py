"""One key for a name however it is spelt: Hindi and English folded to the same consonant skeleton.

``fold`` is for finding (index and question alike), ``index_key`` is what a name is found under;
``domain.closeness`` puts the hits in the order a cashier expects. Folding gives extra hits on purpose and
never misses a usual spelling: Laxmi, Lakshmi and लक्ष्मी are all ``lksm``. The beginning of a word
folds to the beginning of the word's key, so that a key can be asked for as a prefix while one types.

Source: books_and_sync, A2 (FTS5's own tokenizers cut Hindi words at the vowel signs).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

WORDS_REMEMBERED: Final = 32_768
"""Distinct words whose key is kept: names repeat, so nearly every word of a book is found here."""

_WORD = re.compile(r"[a-z0-9]+|[\u0900-\u097f]+")
_NOT_SPELLING = re.compile(r"[\u0300-\u036f\u200b-\u200d\u2060\ufeff'\u2019]")
"""Accents, joiners and apostrophes: neither letters nor the end of a word."""
_ABBREVIATION_ZERO = re.compile(r"(?<=[\u0904-\u0963])[\u0966\u0970]")
"""मो० and मो॰: the zero and the sign that stand for a full stop in Hindi."""
_WESTERN = {0x0966 + digit: str(digit) for digit in range(10)} | {0x0964: " ", 0x0965: " "}

# Latin letters: each rule needs a vowel, an h, or a letter that no key contains, so that a key folds
# to itself.
_STEMS: Final = (
    # English words that Hindi writes by their sound, not by their letters
    (re.compile("^agenc"), "ejens"),
    (re.compile("^brother"), "brader"),
    (re.compile("^chem"), "kem"),
    (re.compile("^depot"), "depo"),
    (re.compile("^engin"), "enjin"),
    (re.compile("^enterpri[sz]"), "entarprij"),
    (re.compile("^gener"), "jener"),
    (re.compile("^georg"), "jorj"),
    (re.compile("^hosier"), "hojar"),
    (re.compile("^leather"), "leder"),
    (re.compile("^micha"), "maika"),
    (re.compile("^packag"), "pakej"),
    (re.compile("^provision"), "provijon"),
    (re.compile("ies$"), "ij"),
    (re.compile("(?<=[cjsz])es$"), "ej"),
    # Baldeo is Baldev, Jnan is Gyan
    (re.compile("(?<!vi)deo$"), "dev"),
    (re.compile("^(pra)?jn(?=[aeiou])"), r"\1gy"),
    # Mohammad in all its spellings, so that it agrees with Mohd and Md
    (re.compile("^m[ou]hamm?"), "moha"),
)
_SOUNDS: Final = (
    (re.compile("x"), "ks"),
    (re.compile("ph"), "f"),
    (re.compile("sch"), "sk"),
    (re.compile("ch(?=r)"), "k"),
    (re.compile("ch+"), "C"),
    (re.compile("ti(?=on)"), "s"),
    (re.compile("d?ge$"), "j"),
    (re.compile("ew$"), "e"),
    (re.compile("ow(?![aeiouy])"), "o"),
)
_HAS_STEM, _HAS_SOUND = (
    re.compile("|".join(pattern.pattern for pattern, _ in rules)) for rules in (_STEMS, _SOUNDS)
)
"""Whether any of the rules applies: one look instead of twenty, for most names have none of it."""
_SOFT_C = re.compile("c(?=[eiy])")
_VOWEL_INSIDE = re.compile("(?<=.)[aeiou]")
_ONE_LETTER_FOR_ONE_SOUND = str.maketrans("qwz", "kvj")

# Devanagari letters, nukta split off (normal form D).
_NUKTA: Final = "\u093c"
_MOHAMMAD = re.compile("^म[\u094b\u0941]हम(?:\u094dम)?")
_NASAL_UNHEARD = re.compile("(?<=^मा)[\u0901\u0902]$|(?<=[ई\u0940])[\u0901\u0902]$")
"""मां and साईं are written Ma and Sai; at the end of other words (जहां, खां) the n is written."""
_NASAL_BEFORE_LABIAL = re.compile("[\u0901\u0902](?=[पफबभम])")
_CONSONANT_ALONE = re.compile("([क-ह])(?=[^\u093e-\u094d])")
"""A consonant with neither vowel sign nor virama has an a after it, except at the end of a word."""
_LETTERS: Final = {
    **dict.fromkeys("कख", "k"),
    **dict.fromkeys("गघ", "g"),
    **dict.fromkeys("चछ", "C"),
    **dict.fromkeys("जझ", "j"),
    **dict.fromkeys("टठतथ", "t"),
    **dict.fromkeys("डढदध", "d"),
    **dict.fromkeys("ङञणन\u0901\u0902", "n"),
    **dict.fromkeys("बभ", "b"),
    **dict.fromkeys("लळ", "l"),
    **dict.fromkeys("शषस", "s"),
    **dict.fromkeys("अआऍऑॲ\u093e\u0945\u0949", "a"),
    **dict.fromkeys("इई\u093f\u0940", "i"),
    **dict.fromkeys("उऊ\u0941\u0942", "u"),
    **dict.fromkeys("ऋॠ\u0943\u0944", "ri"),
    **dict.fromkeys("एऐऎ\u0946\u0947\u0948", "e"),
    **dict.fromkeys("ओऒ\u094a\u094b", "o"),
    **dict.fromkeys("औ\u094c", "au"),
    **dict(zip("पफमयरवह", "pfmyrvh", strict=True)),
    "ॐ": "om",
}
_SOUND_OF_LETTER = dict.fromkeys(range(0x0900, 0x0980)) | str.maketrans(_LETTERS)

_BREATH = re.compile("(?<=.)[hy]")
_REPEATED = re.compile(r"([A-Za-z])\1+")
_VOWELS = re.compile("(?<=.)[aeiou]+")
_KEY_LETTERS = str.maketrans("vC", "bc")
_VOWELS_HEARD: Final = (
    (re.compile("ee|ii|ie"), "i"),
    (re.compile("oo|uu"), "u"),
    (re.compile("ou|ow"), "au"),
    (re.compile("a[iy](?=.)|ey"), "e"),
    (re.compile("y$"), "i"),
    (re.compile("(?<=.)h"), ""),
    (_REPEATED, r"\1"),
)

_ABBREVIATIONS: Final = {
    "dr": "dktr",
    "km": "kmr",
    "kr": "kmr",
    "ku": "kmr",
    "moh": "md",
    "pd": "prsd",
    "pt": "pndt",
    "smt": "srmt",
    "कु": "kmr",
    "डा": "dktr",
    "डॉ": "dktr",
    "पं": "pndt",
    "मो": "md",
}
"""Short forms in names as the billing department writes them, and the key of the whole word."""

TITLES: Final = frozenset({"smt", "mr", "mrs", "ms", "श्रीमती"})
"""Stand before a name on some bills and not on others; nobody is told apart by them. Shri begins many a shop's name."""

_SECOND_PARTS: Final = frozenset(
    {"cndr", "dl", "ds", "kl", "kmr", "ksr", "lkn", "ll", "nrn", "nrs", "nt", "pl", "prks", "prtp"}
    | {"pr", "sbk", "sbrp", "skr", "sm", "snkr"}
)
"""Keys of second parts of compound names: Lal, Nath, Prakash, Shankar, Shyam, Chandra, Dayal ..."""
_SHORTEST_FIRST_PART: Final = 2


class Sounds(NamedTuple):
    """What a word is compared by."""

    spelt: str
    """Without the dots below letters, which many leave out: ज़ as ज."""
    spoken: str
    """As it sounds, in Latin letters, vowels kept."""
    without_a: str
    """The same but for every a behind the first letter: Hindi does not write it, English does or does not."""
    key: str


def fold(text: str) -> str:
    """The key of what was typed or of a name: words in order, one space between, ``a-z0-9`` only.

    The empty text for a text without letters and digits. ``fold(fold(text)) == fold(text)``.
    """
    return " ".join(filter(None, folded(text)))


def folded(text: str) -> list[str]:
    """The same word by word; an empty one for a word without letters that are heard."""
    return [key for part in text.split() for key in _keys_of(part).whole]


def index_key(name_en: str, name_hi: str) -> str:
    """What a consumer is found under: the keys of both names, each once, the whole name's words first.

    Besides, short forms written out (KR. for Kumar), and names that are written both together and apart
    (Chhotelal, Chhote Lal) the other way too. A question is folded with ``fold``.
    """
    return " ".join(filter(None, dict.fromkeys(index_keys(name_en, name_hi))))


def index_keys(name_en: str, name_hi: str) -> list[str]:
    """The same key by key, some of them twice or empty."""
    keys: list[str] = []
    for name in (name_en, name_hi):
        words: list[str] = []
        others: list[str] = []
        for part in name.split():
            whole, other = _keys_of(part)
            words += whole
            others += other
        keys += words
        keys += others
        for ahead, behind in itertools.pairwise(words):
            if behind in _SECOND_PARTS:
                keys.append(ahead + behind)
    return keys


class _Keys(NamedTuple):
    """What a text without white space is found under: its words, and what else."""

    whole: tuple[str, ...]
    other: tuple[str, ...]


@lru_cache(maxsize=WORDS_REMEMBERED)
def _keys_of(part: str) -> _Keys:
    """Of what stands between white space: its words are those it has within any text, and books repeat them."""
    words = words_of(part)
    others = itertools.chain.from_iterable(map(_other_keys, words))
    return _Keys(tuple(map(fold_word, words)), tuple(others))


@lru_cache(maxsize=WORDS_REMEMBERED)
def _other_keys(word: str) -> tuple[str, ...]:
    """Under what else a word is found: the whole of a short form, the parts of a compound name."""
    if word in _ABBREVIATIONS:
        return (_ABBREVIATIONS[word],)
    key = fold_word(word)
    parts = [part for part in _SECOND_PARTS if key.endswith(part)]
    ahead = key.removesuffix(max(parts, key=len)) if parts else ""
    return (ahead, key[len(ahead) :]) if len(ahead) >= _SHORTEST_FIRST_PART else ()


def words_of(text: str) -> list[str]:
    """The words of a text: lower case, digits western, a word ends where the script changes."""
    if text.isascii():
        return _WORD.findall(text.lower().replace("'", ""))
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = _NOT_SPELLING.sub("", plain)
    return _WORD.findall(_ABBREVIATION_ZERO.sub(" ", plain).translate(_WESTERN))


@lru_cache(maxsize=WORDS_REMEMBERED)
def fold_word(word: str) -> str:
    """The consonant skeleton of one of ``words_of``: its first letter, then its consonants.

    A vowel at the beginning is ``a``, whichever it is; a doubled consonant is one.
    """
    return _key_of(_letters_of(word))


@lru_cache(maxsize=WORDS_REMEMBERED)
def sounds_of(word: str) -> Sounds:
    """One of ``words_of`` as it is compared, from fine to coarse."""
    letters = _letters_of(word)
    spoken = letters
    for pattern, sound in _VOWELS_HEARD:
        spoken = pattern.sub(sound, spoken)
    without_a = spoken[:1] + spoken[1:].replace("a", "")
    return Sounds(word.replace(_NUKTA, ""), spoken, without_a, _key_of(letters))


def _key_of(letters: str) -> str:
    letters = _BREATH.sub("", letters)
    if _VOWEL_INSIDE.search(letters):
        letters = _REPEATED.sub(r"\1", letters)
    if letters[:1] in {"e", "i", "o", "u"}:
        letters = "a" + letters[1:]
    key = _VOWELS.sub("", letters).translate(_KEY_LETTERS)
    return key[:-1] if key.endswith("ng") else key


def _letters_of(word: str) -> str:
    """The sounds of a word in Latin letters, one letter for one consonant; ``C`` is the ch of Chand."""
    return _letters_of_hindi(word) if word[:1] >= "\u0900" else _letters_of_english(word)


def _letters_of_english(word: str) -> str:
    letters = word
    for has_any, rules in ((_HAS_STEM, _STEMS), (_HAS_SOUND, _SOUNDS)):
        if has_any.search(letters):
            for pattern, sound in rules:
                letters = pattern.sub(sound, letters)
    if _VOWEL_INSIDE.search(letters):
        letters = _SOFT_C.sub("s", letters).replace("c", "k")
    else:
        letters = letters.replace("c", "C")
    return letters.translate(_ONE_LETTER_FOR_ONE_SOUND)


def _letters_of_hindi(word: str) -> str:
    letters = word.replace("ड" + _NUKTA, "र").replace("ढ" + _NUKTA, "र").replace(_NUKTA, "")
    letters = _MOHAMMAD.sub("मोह", letters.replace("ज\u094dञ", "ग\u094dय"))
    letters = _NASAL_BEFORE_LABIAL.sub("म", _NASAL_UNHEARD.sub("", letters))
    letters = _CONSONANT_ALONE.sub(r"\1अ", letters)
    return letters.translate(_SOUND_OF_LETTER)
